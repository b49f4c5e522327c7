"""Callback data as values: what a button means, for whom, about what; versioned and at most 64 bytes.

The text on the wire is ``1.<verb>.<athlete>.<subject>.<value>`` with hexadecimal ids. A button of another version
or of another athlete is recognised and answered, never guessed at.
"""

import re
from enum import StrEnum

from coach.errors import StaleButton
from coach.values import value

VERSION = "1"
LIMIT = 64
_SHAPE = re.compile(
    r"(?P<version>[^.]+)\.(?P<verb>[^.]+)\.(?P<athlete>[0-9a-f]{1,15})\.(?P<subject>[0-9a-f]{0,15})\.(?P<value>.*)"
)


class Verb(StrEnum):
    """What a tap asks for. The wire keeps these short words for ever; retired ones stay listed."""

    ANSWER = "an"
    """An answer to the open question; the value is ``<question>:<answer>``."""
    BACK = "bk"
    SKIP_QUESTION = "sq"
    SETTING = "se"
    """Open one setting; the value is the question's key."""
    START = "st"
    DELETE_ALL = "da"
    WEEK = "wk"
    """Show the week that starts on the date in the value."""
    TODAY = "td"
    DONE = "dn"
    """The subject is a prompt."""
    SHORTER = "sh"
    MOVE = "mv"
    SKIP = "sk"
    HURTS = "hu"
    EFFORT = "ef"
    """The subject is a log, the value 1–10."""
    EDIT_LOG = "el"
    DELETE_LOG = "dl"
    RESTORE_LOG = "rl"
    HISTORY = "hi"
    UNDO_CHANGE = "uc"
    """The subject is a receipt."""
    PAIN = "pn"
    PAUSE = "pa"
    RESUME = "rs"
    CLEARED = "cl"
    ASK = "as"
    """An answer to a question the coach asked about a message; the subject is a saying or a log."""
    SLOW = "sl"
    GUIDE = "gs"
    """Start a guided strength session; the subject is a prompt, or none for today's."""
    GUIDED = "gd"
    """The subject is a guided session, the value ``<step>:<deed>``."""
    RULES = "ru"
    ROOM = "rm"
    """Room for strength: longer days, or ten minutes at home."""
    LEVEL = "lv"
    """Move on to the experience in the value, or stay."""
    MEASURE = "ms"
    """Measure the kind in the value, or hide and show the weight."""
    LEARN = "le"
    """The lesson in the value, or their list."""
    UNITS = "un"
    """Kilometres or miles from now on."""
    PROGRESS = "pr"
    """The weeks as a picture."""
    PRINT = "pt"
    """The whole plan as a page to print."""
    BROADCAST = "bc"
    """An operator's, whose account stands in the athlete's place; the subject is a broadcast."""
    DEAD_LETTER = "dd"
    """An operator's: the subject is an update that was set aside."""


@value
class Tap:
    """One button's meaning. ``subject`` is the id of what it is about, ``value`` a short word."""

    verb: Verb
    athlete: int
    subject: int | None = None
    value: str = ""

    def pack(self) -> str:
        """The text on the wire.

        Raises:
            ValueError: it would be longer than Telegram's 64 bytes.
        """
        subject = "" if self.subject is None else f"{self.subject:x}"
        text = f"{VERSION}.{self.verb}.{self.athlete:x}.{subject}.{self.value}"
        if len(text.encode()) > LIMIT:
            raise ValueError(text)
        return text


def unpack(text: str) -> Tap:
    """The meaning of a button's text.

    Raises:
        StaleButton: another version, or no button of ours.
    """
    match = _SHAPE.fullmatch(text)
    if match is None or match["version"] != VERSION or match["verb"] not in list(Verb):
        raise StaleButton
    subject = int(match["subject"], 16) if match["subject"] else None
    return Tap(Verb(match["verb"]), int(match["athlete"], 16), subject, match["value"])
