"""Amounts with their units: minutes, distances, weights, heights, results of a race."""

import re

from bot.conversations.typed.numbers import in_figures
from coach.profile import DistanceUnit
from coach.units import INCH, MILE, POUND

_NUMBER = r"(\d+(?:[.,]\d+)?)"
_HOURS = re.compile(
    rf"{_NUMBER}\s*(?:h|hr|hrs|hour|hours)(?:\s*(?:and )?(\d{{1,2}}|a half)\s*(?:m|min|mins|minutes)?)?"
)
_COLON = re.compile(r"(\d{1,2}):(\d{2})")
_MINUTES = re.compile(rf"{_NUMBER}\s*(?:m|min|mins|minute|minutes|')?")
_UP_TO = re.compile(r"^\d+\s*(?:m|min|mins|minutes)?\s*(?:to|or)\s*(?=\d)")
"""``20 to 30 min``: what a day may take is the longer one."""
_DISTANCE = re.compile(rf"{_NUMBER}\s*(km|k|kms|kilometers?|kilometres?|mi|mile|miles|m|metres|meters)?")
_BETWEEN = re.compile(rf"^{_NUMBER}\s*(?:k|km|mi|miles)?\s*(?:-|to|or)\s*{_NUMBER}")
_STONE = re.compile(rf"{_NUMBER}\s*(?:st|stone|stones)(?:\s*(?:and )?{_NUMBER}\s*(?:lb|lbs|pounds?)?)?")
_POUNDS = re.compile(rf"{_NUMBER}\s*(?:lb|lbs|pounds?)")
_KILOS = re.compile(rf"{_NUMBER}\s*(?:kg|kgs|kilos?|kilograms?)?")
_FEET = re.compile(rf"(\d)\s*(?:'|ft|foot|feet)\s*(?:(?:and )?{_NUMBER}\s*(?:\"|''|in|inch|inches)?)?")
_METRES = re.compile(r"(\d)[.,](\d{1,2})\s*(?:m|metres?|meters?)?|(\d)\s*m\s*(\d{1,2})")
_CENTIMETRES = re.compile(rf"{_NUMBER}\s*(?:cm|centimetres?|centimeters?)?")
_TALK = re.compile(
    r"\b(?:i'?m|i|am|do|run|about|around|roughly|my|longest|was|is|it'?s|a day|a week|per week|weekly|weigh|tall"
    r"|each|every|day|of|max(?:imum)?|up to|at (?:the )?most|tops|fine|ok|okay|guess?|think|maybe|probably"
    r"|(?:but |and )?(?:definitely |certainly )?(?:not|no) (?:any |a minute )?(?:more|longer)(?: than)?"
    r"|that'?s it|limit|cap(?:ped)?(?: at)?|absolute|strictly"
    r"|like|as|said|already|again|before|earlier|above"
    r"|only|just|told|u|you|tops?|or so|in total|so far|would be|can|have|got|not more than|no more than|less than"
    r"|under|a? ?bit (?:over|under)|over|almost|nearly|usually|normally|k?ish|give or take|minimum|at least|long)\b"
    r"|(?<=\d)ish\b"
)


def said(text: str) -> str:
    """The text in figures without the words around an amount."""
    spoken = (
        in_figures(text).replace("half an hour", "30 min").replace("an hour", "1 hour").replace("half hour", "30 min")
    )
    return re.sub(r"\s+", " ", _TALK.sub(" ", spoken)).strip(" .,~")


def read_minutes(text: str) -> float | None:
    """A length of time in minutes: ``45``, ``1h30``, ``1:30``, ``1.5 hours``, ``an hour and a half``."""
    amount = _UP_TO.sub("", said(text))
    if match := _HOURS.fullmatch(amount):
        extra = 30.0 if match[2] == "a half" else float(match[2] or 0)
        return _float(match[1]) * 60 + extra
    if match := _COLON.fullmatch(amount):
        return float(match[1]) * 60 + float(match[2])
    match = _MINUTES.fullmatch(amount)
    return _float(match[1]) if match else None


def read_distance(text: str, units: DistanceUnit) -> int | None:
    """A distance in metres; a bare number is in the reader's units."""
    amount = re.sub(r"^(?:a )?half(?: marathon)?$", "21.0975 km", re.sub(r"^(?:a )?marathon$", "42.195 km", said(text)))
    amount = _BETWEEN.sub(_middle, amount)
    if amount in {"nothing", "none", "zero", "no"}:
        return 0
    match = _DISTANCE.fullmatch(amount)
    if match is None:
        return None
    return round(_float(match[1]) * _metres_of(match[2], units))


def _middle(between: re.Match[str]) -> str:
    """The middle of two figures: ``30-40`` is ``35``."""
    return f"{(_float(between[1]) + _float(between[2])) / 2:g}"


def _metres_of(unit: str | None, units: DistanceUnit) -> float:
    if unit is None:
        return MILE if units is DistanceUnit.MI else 1000
    if unit.startswith("mi"):
        return MILE
    return 1000 if unit.startswith("k") else 1


def read_weight(text: str, units: DistanceUnit) -> float | None:
    """A weight in kilograms: ``82``, ``180 lb``, ``12 st 7``; a bare number is pounds where distances are miles."""
    amount = said(text)
    if match := _STONE.fullmatch(amount):
        return round((_float(match[1]) * 14 + _float(match[2] or "0")) * POUND, 2)
    if match := _POUNDS.fullmatch(amount):
        return round(_float(match[1]) * POUND, 2)
    match = _KILOS.fullmatch(amount)
    if match is None:
        return None
    bare = amount[-1].isdigit()
    pounds = bare and units is DistanceUnit.MI and _float(match[1]) >= 90
    return round(_float(match[1]) * (POUND if pounds else 1), 2)


def read_height(text: str) -> float | None:
    """A height in centimetres: ``168``, ``1.68 m``, ``5'6"``, ``5 ft 6``."""
    amount = said(text)
    if match := _FEET.fullmatch(amount):
        return float(round((_float(match[1]) * 12 + _float(match[2] or "0")) * INCH))
    if match := _METRES.fullmatch(amount):
        whole, rest = match[1] or match[3], match[2] or match[4]
        return float(int(whole) * 100 + int(rest.ljust(2, "0")))
    match = _CENTIMETRES.fullmatch(amount)
    return _float(match[1]) if match else None


def _float(figures: str) -> float:
    return float(figures.replace(",", "."))
