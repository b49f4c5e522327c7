"""Settings called by their names: ``change my goal``, ``change units``, ``edit my age``: which answer is asked next."""

import re
from collections.abc import Mapping
from typing import Final

from bot.conversations.typed.plain import plain
from bot.conversations.wishes.wording import even

_NAMES: Final[Mapping[str, str]] = {
    "goal": "goal",
    "units": "units?|unit of distance",
    "days": "(?:training |running )?days|schedule",
    "age": "age|birthday",
    "min": "minutes|session length|length of (?:the )?sessions",
    "long": "long(?:est)? day|long run day|day of (?:the )?long run",
    "time": "(?:message |prompt |reminder )?(?:time|hour)|(?:daily )?(?:message|prompt|reminder)",
    "zone": "time ?zone|city|location",
    "weight": "weight",
    "height": "height",
    "health": "health(?: answers?)?",
    "equip": "equipment",
    "raceday": "race ?(?:day|date)",
    "weekly": "weekly (?:distance|mileage|kilomet(?:re|er)s)",
    "longest": "longest run",
    "exp": "(?:running )?(?:level|experience)",
    "quiet": "quiet hours",
    "strength": "strength(?: sessions)?",
}
"""What settings are called, by the key of their question."""
_VERBS: Final = "(?:change|switch|edit|update|set|adjust|pick|choose|correct)"
_VERB: Final = re.compile(rf"\b{_VERBS} ")
_CHANGE: Final = (
    r"(?:(?:i|id|i'd|we|want|wanna|need|would|like|have|can|could|may|to|please|let me|how do|do|you) )*"
    rf"{_VERBS} (?:my |the |a |another )*(?:new |different |other )?"
)
_SO_MANY: Final = re.compile(
    r"(?P<before>(?:(?:i|id|ill|we|can|could|will|would|like|want|wanna|need|prefer|to|rather|only|just|please|now"
    r"|from now on|do|run|train|go|have|make it|max|cut|drop|back|down|at most|sorry|hey|hi|ok|actually) )*)"
    r"[1-7](?: (?:training|running))? (?:days?|(?:times|runs)(?= (?:a|per|each|every) week))"
    r"(?P<weekly> (?:a|per|each|every) week)?"
    r"(?P<after>(?: (?:only|max|from now on|instead|please|now|at most|any ?more|sorry|no more|is enough))*)"
)
"""*I wanna do 3 days only*: how many days, and not which."""
_WISHING: Final = re.compile(
    r"\b(?:want|wanna|like|prefer|rather|can|could|cut|drop|down|make it|from now on|instead|any ?more|enough)\b"
)
_MOST: Final = re.compile(r"\b(?:only|just|max|most|no more)\b")
"""With *a week* beside it the number is a wish: *only 3 days a week*."""


def setting_named(text: str) -> str | None:
    """The key of the setting that somebody wants to change without saying to what; ``None`` for any other words."""
    said = plain(text)
    if _is_of_so_many_days(even(text)):
        return "days"
    if _VERB.search(said) is None:
        return None
    return next((key for key, names in _NAMES.items() if re.fullmatch(f"{_CHANGE}(?:{names})", said)), None)


def _is_of_so_many_days(said: str) -> bool:
    """Whether words wish for a number of days a week and name none of them."""
    counted = _SO_MANY.fullmatch(said)
    if counted is None:
        return False
    beside = counted["before"] + counted["after"]
    return bool(_WISHING.search(beside) or (counted["weekly"] and _MOST.search(beside)))
