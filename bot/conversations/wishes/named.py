"""Settings called by their names: ``change my goal``, ``change units``, ``edit my age``: which answer is asked next."""

import re
from collections.abc import Mapping
from typing import Final

from bot.conversations.typed.plain import plain

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


def setting_named(text: str) -> str | None:
    """The key of the setting that somebody wants to change without saying to what; ``None`` for any other words."""
    said = plain(text)
    if _VERB.search(said) is None:
        return None
    return next((key for key, names in _NAMES.items() if re.fullmatch(f"{_CHANGE}(?:{names})", said)), None)
