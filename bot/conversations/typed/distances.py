"""How far somebody runs, told in a sentence: ``regularly, 40k/wk``, ``i run 40 km a week, longest 14``."""

import re
from typing import Final

from bot.conversations.typed.amounts import read_distance
from bot.conversations.typed.numbers import in_figures
from coach.profile import DistanceUnit

_UNIT: Final = r"(?:k|kms?|kilomet(?:re|er)s?|mi|miles?)"
_FIGURE: Final = rf"(?P<far>\d+(?:[.,]\d+)?(?: ?(?:-|to|or) ?\d+(?:[.,]\d+)?)? ?{_UNIT}?)"
_NO_TIME: Final = r"(?! ?(?:min\w*|h|hrs?|hours?|times|x|days?|runs?|sessions?|years?)\b)(?![\d:.,]*\d)"
_SMALL: Final = r"(?:(?:is|was|are|of|about|around|roughly|up to|maybe|so far|lately|currently|now|:|=|-|at) ?)*"
_WEEK: Final = re.compile(
    rf"(?<![\d.,:]){_FIGURE} ?(?:/|(?:a|per|each|every|in a|in an average|in a usual|in a normal)\b) ?(?:wk|week)\b"
    rf"|\bweekly (?:(?:distance|mileage|volume|total) )?{_SMALL}{_FIGURE.replace('far', 'weekly')}\b{_NO_TIME}"
)
_LONGEST: Final = re.compile(
    rf"\blong(?:est)?(?: (?:single )?(?:runs?|one))? ?{_SMALL}{_FIGURE}\b{_NO_TIME}"
    rf"|(?<![\d.,:]){_FIGURE.replace('far', 'longest')} (?:is |was |as )?(?:my |the )?longest\b"
)
_DONE: Final = re.compile(r"\b(?:ran|did|done|went|yesterday|today|this morning|just|rpe)\b|\d:\d\d")
"""Words of a run that was done: a log, and no habit."""


def week_told(text: str, units: DistanceUnit) -> int | None:
    """Metres of a usual week, where a text tells them as such."""
    return _told(_WEEK, "weekly", text, units)


def longest_told(text: str, units: DistanceUnit) -> int | None:
    """Metres of the longest run, where a text tells them as such."""
    return _told(_LONGEST, "longest", text, units)


def is_habit(text: str) -> bool:
    """Whether a text tells of no single run."""
    return _DONE.search(in_figures(text)) is None


def _told(shape: re.Pattern[str], other: str, text: str, units: DistanceUnit) -> int | None:
    found = shape.search(in_figures(text))
    return None if found is None else read_distance(found["far"] or found[other], units)
