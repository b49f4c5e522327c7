"""Facts about oneself told in words: ``i run 40 km a week``, ``i'm 31 not 60``, ``165 cm``, ``no evening message``."""

import re
from typing import Final

from bot.conversations.basics import YOUNGEST
from bot.conversations.typed.ages import age_told
from bot.conversations.typed.amounts import read_height
from bot.conversations.typed.distances import is_habit, longest_told, week_told
from coach.profile import DistanceUnit

Fact = tuple[str, object]
"""A question of the settings and its answer, as JSON."""
_AGE: Final = re.compile(
    r"(?:(?:no|sorry|actually|hey|hi|btw|by the way|but|my age is wrong|age is wrong|wrong age)[, ]+)*"
    r"(?:im|i am|my age is|age:?) ?\d{2}(?: ?(?:years?(?: old)?|yo|y/o))?(?: (?:now|today|since \w+))?"
    r"(?:,? ?(?:not|and not|instead of) \d{2})?"
)
_HEIGHT: Final = re.compile(
    r"(?:^|.*\b(?:im|i am|and|height:?(?: is)?|tall) )(?P<tall>(?:1[2-9]\d|2[0-2]\d) ?(?:cms?|centimet(?:re|er)s?)?"
    r"|[12][.,]\d{2} ?m(?:et(?:re|er)s?)?|1 ?m ?[4-9]\d"
    r"|\d ?(?:ft|foot|feet) ?\d{0,2}(?: ?in(?:ch(?:es)?)?)?)(?P<tallness> tall)?$"
)
_EVENING: Final = r"(?:evening|night) ?(?:line|messages?|reminders?|questions?|prompts?|texts?|notifications?)?s?"
_NO_EVENING: Final = re.compile(
    rf"\b(?:stop|no(?: more)?|dont (?:send|want)|without|turn off|drop|leave out|not in|skip) (?:me )?"
    rf"(?:the |any |your |those )?{_EVENING}(?: any ?more| from now on)?(?:,.*|\. .*)?$"
)
_SLOWER: Final = re.compile(
    r"(?:(?:can|could) you |i want |i would like |id like |you )?(?:to )?(?:(?:write|message|text|send) (?:me )?"
    r"(?:a bit |much )?(?:less|fewer)(?: often| messages)?|(?:too many|fewer|less) messages(?: please)?)"
)


def facts_told(said: str, units: DistanceUnit) -> Fact | None:
    """The fact that even words tell of, nothing else in them; ``None`` where they tell none."""
    if _NO_EVENING.search(said):
        return "evening", "off"
    if _SLOWER.fullmatch(said):
        return "slow", "on"
    if _AGE.fullmatch(said) and (years := age_told(re.sub(r"\bim\b", "i'm", said))) and years >= YOUNGEST:
        return "age", years
    return _height(said) or _distance(said, units)


def _height(said: str) -> Fact | None:
    """A height with its unit or *tall*; a bare figure is none."""
    found = _HEIGHT.fullmatch(said)
    if found is None or not (found["tallness"] or re.search(r"[a-z]", found["tall"])):
        return None
    tall = read_height(found["tall"])
    return None if tall is None else ("height", round(tall))


def _distance(said: str, units: DistanceUnit) -> Fact | None:
    """A usual week, or the longest run."""
    if not is_habit(said) or re.search(r"\b(?:want|wanna|would like|id like|goal|until|by)\b", said):
        return None
    weekly, longest = week_told(said, units), longest_told(said, units)
    if weekly is not None and re.search(r"\b(?:i|we|my|usually|normally|about|per|a|/)\b", said):
        return "weekly", weekly
    return ("longest", longest) if longest is not None and re.search(r"\blongest\b", said) else None
