"""What was read, with the question that it raises in the light of who tells it."""

import re
from dataclasses import replace
from typing import Final

from bot.cases.training import Training
from bot.conversations.typed.plain import plain
from bot.conversations.typed.wonders import asks
from coach.history import Status
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
