"""What was read, with the question that it raises in the light of who tells it."""

import re
from dataclasses import replace
from typing import Final

from bot.cases.training import Training
from bot.conversations.typed.plain import plain
from bot.conversations.typed.wonders import asks
from coach.history import Reason, Status
from coach.likely import unlike
from coach.reading import LogEntry, Reading

_DEED: Final = re.compile(
    r"\b(?:ran|run|did|done|went|walk(?:ed)?|jog(?:ged)?|finish(?:ed)?|managed|was|completed?|made)\b"
)
_ASKS_US: Final = re.compile(r"\b(?:can|could|should|may|shall|must) (?:i|we|you)\b")
_PUTS_RIGHT: Final = re.compile(r"(?:(?:please|pls|ok|no|actually),? )*(?:make|call) (?:it|that|this) an? \d")
"""*Make it a 4* puts an effort right; where none is at hand it is no session."""


def unless_asked(reading: Reading) -> Reading:
    """The reading without what a question only seems to tell: *feeling knackered, should I still go?* is no session."""
    if not reading.entries or not all(_is_bare(entry) for entry in reading.entries):
        return reading
    said = plain(reading.text)
    asked = asks(reading.text) or _ASKS_US.search(said) is not None or _PUTS_RIGHT.match(said) is not None
    return replace(reading, entries=()) if asked and not _DEED.search(said) else reading


_PERIOD: Final = re.compile(r"\b(?:periods?|time of (?:the|my) month|menstrual)\b")


def without_illness_of_a_period(reading: Reading) -> Reading:
    """The reading in which a session left out for a period is no illness: nothing waits until somebody is well."""
    if not reading.entries or reading.symptoms or not _PERIOD.search(plain(reading.text)):
        return reading
    worded = not any(sign.isdigit() for sign in reading.text)
    # *feel rough today* is no session's effort, *effort 6* is one, and *did half* is a session
    told = (
        entry for entry in reading.entries if not (worded and _is_bare(entry) and entry.status is not Status.PARTIAL)
    )
    entries = (replace(entry, reason=None) if entry.reason is Reason.ILL else entry for entry in told)
    return replace(reading, entries=tuple(entries))


def is_only_a_feeling(reading: Reading) -> bool:
    """Whether words say how somebody feels and tell of no session: *still pretty wiped out*, and no figure."""
    said = plain(reading.text)
    worded = not any(sign.isdigit() for sign in said) and _DEED.search(said) is None
    return worded and bool(reading.entries) and all(_is_bare(entry) for entry in reading.entries)


def is_judgement(reading: Reading) -> bool:
    """Whether words only judge something by how hard it was, without saying what: *that was too hard*."""
    judged = len(reading.entries) == 1 and _is_bare(reading.entries[0]) and reading.entries[0].rpe is not None
    return judged and _JUDGES.match(plain(reading.text)) is not None


_JUDGES: Final = re.compile(
    r"(?:(?:oh|ugh|ok|well|phew|wow|man),? )*(?:that|it|this)(?: one)?(?:'?s| is| was| felt)? (?!\d)"
)


def _is_bare(entry: LogEntry) -> bool:
    """Whether an entry says nothing but how it felt, or that it was a part."""
    told = entry.kind or entry.distance_m or entry.duration_s or entry.exercises or entry.pain or entry.avg_hr
    return not told and (entry.rpe is not None or entry.status is Status.PARTIAL)


def believed(training: Training, reading: Reading) -> Reading:
    """The reading; where a run is far too fast for this athlete it is asked about and not logged yet."""
    if reading.question is not None or not reading.entries:
        return reading
    question = unlike(reading.entries, training.profile, training.history)
    return reading if question is None else replace(reading, question=question)
