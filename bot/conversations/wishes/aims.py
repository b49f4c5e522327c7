"""A time that somebody hopes to run: ``i want 10k in 43 on 11 april``, ``am i on track for sub 20?``."""

import re
from typing import Final, NamedTuple

from bot.conversations.typed.plain import plain
from bot.conversations.typed.races import read_result
from coach.profile import DistanceUnit

_AIMED: Final = re.compile(
    r"\b(?:want|wanna|would (?:like|love)|(?:i|we)'d (?:like|love)|(?:like|love|need|plan|hope|wish|aim|intend) to"
    r"|(?:i|we) (?:need|plan|hope|wish|aim|intend)|aim(?:ing)?|hoping"
    r"|dream(?:ing)?|goal|target|on track|(?:sub|under) ?\d|ready for"
    r"|(?:can|could|will|would) i (?:do|run|make|get|manage|finish)|(?:possible|realistic|doable))\b"
)
_DONE: Final = re.compile(
    r"\b(?:ran|did(?:n'?t)?|done|finished|completed|went|yesterday|today|this morning|last|just|was|pb|pr|best|rpe)\b"
)
_WHAT: Final = r"(?:\d+(?:[.,]\d+)? ?(?:k|kms?|mi|miles?)\b|half(?:[- ]marathon)?|marathon|parkrun)"
_TIME: Final = r"(?:\d{1,3}(?::\d\d){0,2}(?: ?(?:min\w*|h|hrs?|hours?)(?: ?\d{1,2}(?: ?min\w*)?)?)?)"
_WITH_DISTANCE: Final = (
    re.compile(rf"(?P<what>{_WHAT}) (?:race )?(?:in |at |under |sub |below )+(?P<time>{_TIME})(?![\w:%])"),
    re.compile(rf"(?:sub[- ]?|under )(?P<time>{_TIME}) (?:for |on |over |at )?(?:a |the |my )?(?P<what>{_WHAT})"),
    re.compile(rf"(?P<time>{_TIME}) (?:for|at|over|on) (?:a |the |my )?(?P<what>{_WHAT})"),
)
_ALONE: Final = re.compile(
    r"(?:(?:goal|target) ?(?:time)?(?: is| of|:)? ?|on track for (?:a |the )?(?:sub |under )?|(?:sub|under) ?"
    r"|aim(?:ing)? (?:is|for|at) |(?:run|do|finish|make|get) it (?:in |under |sub |below )+)"
    rf"(?P<time>{_TIME})(?! ?(?:k|kms?|mi|miles?|kg|%|times|days?|weeks?|months?)\b)(?![\d:.,])"
)
_AT_RACE: Final = re.compile(
    rf"\b(?:can|could|will|would) i (?:do|run|make|get|manage|finish in) (?:a |in |sub |under )*"
    rf"(?P<time>{_TIME})(?![\d:.,%])"
    r" (?:on (?:the )?(?:\d|[a-z]{3} \d)|on (?:race ?day|the day)"
    r"|(?:in|at|for) (?:the|my) race|by (?:the )?(?:\d|race))"
)
"""*Can i do 48 on 30 jan?*"""
_METRES: Final = {
    "first_5k": "5 km",
    "5k": "5 km",
    "10k": "10 km",
    "half_marathon": "half marathon",
    "marathon": "marathon",
}
"""What a time alone is meant over, by goal."""


class Aim(NamedTuple):
    """Metres, and the seconds in which somebody would like to run them."""

    metres: int
    seconds: int


def aim_told(text: str, goal: object, units: DistanceUnit) -> Aim | None:
    """The distance and the time somebody hopes for; a time alone is over the goal's distance. ``None`` for none."""
    said = plain(text)
    if _AIMED.search(said) is None or _DONE.search(said):
        return None
    found = next((match for shape in _WITH_DISTANCE if (match := shape.search(said)) is not None), None)
    if found is not None:
        return _read(found["what"], found["time"], units)
    alone = _ALONE.search(said) or _AT_RACE.search(said)
    what = _METRES.get(str(goal))
    return None if alone is None or what is None else _read(what, alone["time"], units)


def _read(what: str, time: str, units: DistanceUnit) -> Aim | None:
    result = read_result(f"{what} in {time}", units)
    return None if result is None else Aim(*result)
