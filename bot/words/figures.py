"""How numbers, dates and quantities are written: in the reader's language and units."""

from datetime import date, time
from decimal import ROUND_HALF_EVEN, Decimal
from functools import cache, lru_cache

from babel import Locale
from babel.dates import format_date, format_time, get_day_names
from babel.numbers import NumberPattern, parse_pattern

from coach.memories import of_people
from coach.phrases import Distance, Duration, Pace
from coach.profile import DistanceUnit, Weekday
from coach.units import MILE

NARROW = "\u202f"
"""Between a figure and its unit, so that the two never part at the end of a line."""


def write_number(value: float, language: str, decimals: int = 1) -> str:
    """A number with at most ``decimals`` places, in the language's own notation: ``5.5``, ``5,5``."""
    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_EVEN)
    return _written(str(rounded), language, decimals)


@of_people(1_024)
def _written(rounded: str, language: str, decimals: int) -> str:
    """A number rounded already; most figures have been written before."""
    return str(_pattern(decimals).apply(Decimal(rounded), _locale(language)))


@cache
def _pattern(decimals: int) -> NumberPattern:
    """Babel's pattern of numbers with at most so many places, read once."""
    return parse_pattern("#,##0" if decimals == 0 else "#,##0." + "#" * decimals)


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(language)


def write_distance(distance: Distance, units: DistanceUnit, language: str) -> str:
    """Kilometres or miles with one decimal; metres below one kilometre: ``400 m``, ``5.2 km``, ``3.1 mi``."""
    if distance.metres < 1000:
        return f"{distance.metres}{NARROW}m"
    if units is DistanceUnit.MI:
        return f"{write_number(distance.metres / MILE, language)}{NARROW}mi"
    return f"{write_number(distance.metres / 1000, language)}{NARROW}km"


def write_clock(seconds: float) -> str:
    """A stopwatch reading: ``31:20``, ``1:05:00``."""
    whole = round(seconds)
    hours, rest = divmod(whole, 3600)
    minutes, secs = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{secs:02}" if hours else f"{minutes}:{secs:02}"


def write_duration(duration: Duration) -> str:
    """A length of time as one says it: ``45 s``, ``90 s``, ``3 min``, ``1 h 05``; a stopwatch reading between."""
    seconds = duration.seconds
    if seconds < 120 and seconds % 60:
        return f"{seconds}{NARROW}s"
    if seconds % 60:
        return write_clock(seconds)
    hours, minutes = divmod(seconds // 60, 60)
    return f"{hours}{NARROW}h{NARROW}{minutes:02}" if hours else f"{minutes}{NARROW}min"


def write_pace(pace: Pace, units: DistanceUnit) -> str:
    """A pace or a range of two: ``6:15/km``, ``6:15–6:50/km``, ``10:04–11:00/mi``."""
    factor = MILE / 1000 if units is DistanceUnit.MI else 1.0
    fast, slow = write_clock(pace.fast * factor), write_clock(pace.slow * factor)
    return f"{fast}/{units}" if fast == slow else f"{fast}–{slow}/{units}"


@lru_cache(maxsize=1_024)
def write_date(day: date, language: str) -> str:
    """A day with its weekday: ``Mon 30 Nov``."""
    return str(format_date(day, "EEE d MMM", locale=language))


def write_day_of_year(day: date, language: str) -> str:
    """A day without its weekday: ``30 Nov``."""
    return str(format_date(day, "d MMM", locale=language))


def write_weekday(day: date, language: str, *, short: bool = False) -> str:
    """The weekday's name: ``Monday``, or ``Mon``."""
    return str(format_date(day, "EEE" if short else "EEEE", locale=language))


def write_day_name(day: Weekday, language: str) -> str:
    """The name of a day of the week: ``Monday``."""
    return str(get_day_names("wide", locale=language)[day.number])


def write_time(moment: time, language: str, hours: int = 24) -> str:
    """A time of day by a clock of 24 hours or of 12: ``17:30``, ``5:30 PM``."""
    return str(format_time(moment, "HH:mm" if hours == 24 else "h:mm\u202fa", locale=language))
