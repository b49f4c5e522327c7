"""How long a prompt is put off, in words: ``later``, ``snooze``, ``remind me in 3 hours``."""

import datetime as dt
import re
from typing import Final

from bot.conversations.typed.amounts import read_minutes
from bot.conversations.typed.plain import plain

USUAL: Final = dt.timedelta()
"""As long as the button puts it off."""
_LATER: Final = re.compile(
    r"(?:(?:ok|okay|please|pls|can you|could you|just|maybe|remind|ask|tell|ping|message|text|me|it|this|that|again"
    r"|snooze|not now|later|today|do|i'?ll|ill|run|go) ?)*?"
    r"(?P<named>snooze|later|not now|remind me again|ask me again|in)?"
    r"(?: ?(?:for|in)? ?(?P<span>(?:\d+|(?:an?|half|one|two|three|four|five|six|couple of|a couple of|a few)\b).*?))?"
    r"(?: (?:please|pls|again|today|then|or so|ok|instead|thanks))*"
)
_LONGEST: Final = 60
_MOST: Final = dt.timedelta(hours=18)
_FEW: Final = re.compile(r"\b(?:a )?(?:couple of|few)\b")


def later_in(text: str) -> dt.timedelta | None:
    """How long the prompt is to wait; ``USUAL`` where no length is told, ``None`` where nothing is put off."""
    said = plain(text)
    found = _LATER.fullmatch(said) if len(said) <= _LONGEST else None
    if found is None or not (found["named"] or re.search(r"\b(?:snooze|later|remind me|in)\b", said)):
        return None
    if found["span"] is None:
        return USUAL if said != "in" else None
    if not re.search(r"\b(?:h|hrs?|hours?|min|mins|minutes?)\b|\d(?:h|m)", found["span"]):
        return None
    minutes = read_minutes(_FEW.sub("2", found["span"]))
    wait = dt.timedelta(minutes=minutes or 0)
    return wait if dt.timedelta() < wait <= _MOST else None
