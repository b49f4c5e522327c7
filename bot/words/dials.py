"""Whether somebody reads 17:30 or 5:30 PM: what they chose, else what is usual where they live."""

from typing import Final

HOURS: Final = (24, 12)
_TWELVE: Final = frozenset(
    {
        "America/New_York",
        "America/Detroit",
        "America/Chicago",
        "America/Menominee",
        "America/Denver",
        "America/Boise",
        "America/Phoenix",
        "America/Los_Angeles",
        "America/Anchorage",
        "America/Juneau",
        "America/Sitka",
        "America/Metlakatla",
        "America/Yakutat",
        "America/Nome",
        "America/Adak",
        "America/Puerto_Rico",
        "Pacific/Honolulu",
        "Pacific/Guam",
    }
)
_TWELVE_BELOW: Final = ("America/Indiana/", "America/Kentucky/", "America/North_Dakota/", "US/")
"""The zones of the United States: elsewhere nobody is puzzled by 17:30."""


def hours_of(chosen: str | None, zone: str | None, language: str) -> int:
    """24 or 12, from what was chosen (``12``, ``24``), the zone, and before that is known the language (``en-US``)."""
    if chosen in {"12", "24"}:
        return int(chosen)
    if zone:
        return 12 if in_the_states(zone) else 24
    return 12 if language.replace("_", "-").lower() == "en-us" else 24


def in_the_states(zone: str | None) -> bool:
    """Whether a zone is one of the United States, where people read 5:30 PM, run miles and weigh pounds."""
    return zone is not None and (zone in _TWELVE or zone.startswith(_TWELVE_BELOW))
