"""Results and dates of races: ``5k in 27:00``, ``half marathon 1:55:30``; ``11 April``, ``in 12 weeks``."""

import calendar
import datetime as dt
import re

from bot.conversations.typed.amounts import read_distance
from bot.conversations.typed.numbers import in_figures
from bot.conversations.typed.plain import plain
from coach.profile import DistanceUnit

_RESULT = re.compile(
    r"(?:a |my |i ran |ran |did )*(?P<what>half(?: marathon)?|marathon|parkrun"
    r"|\d+(?:[.,]\d+)?\s*(?:k|km|kms|mi|miles?|m))"
    r"\s*(?:in|at|:|-|,|time)?\s*(?P<time>\d.*)"
)
_NAMED_M = {"half": 21_097, "half marathon": 21_097, "marathon": 42_195, "parkrun": 5000}
_CLOCK = re.compile(r"(?:(\d{1,2}):)?(\d{1,3}):(\d{2})(?:[.,]\d)?")
_SAID = re.compile(
    r"(?:(\d{1,2})\s*(?:h|hr|hrs|hours?)\s*)?(?:(\d{1,3})\s*(?:m|min|mins|minutes?|')?\s*)?(?:(\d{1,2})\s*(?:s|sec|secs|seconds?|\")?)?"
)
_MONTHS = {
    name: number
    for number, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], start=1
    )
}
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]{3})[a-z]*\.?,? ?(\d{4})?")
_MONTH_FIRST = re.compile(r"([a-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? ?(\d{4})?")
_DOTTED = re.compile(r"(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4})?)?")
_DAY_ALONE = re.compile(r"(?:the )?(\d{1,2})(?:st|nd|rd|th)")
"""``the 12th``: the next day of that number."""
_ENDING = re.compile(r"(?:at |on )?(?:the )?end of ([a-z]{3})[a-z]*")
_NTH_SUNDAY = re.compile(r"(?:the )?(first|second|third|fourth|last|1st|2nd|3rd|4th) sunday (?:of|in) ([a-z]{3})[a-z]*")
_NTH = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3, "last": -1}
_AHEAD = re.compile(r"(?:in )?(a|\d{1,3}) (day|week|month)s?(?: from now| time)?")
SUNDAY = 6
_DAYS = {"day": 1, "week": 7, "month": 30}


def read_result(text: str, units: DistanceUnit) -> tuple[int, int] | None:
    """A race result as metres and seconds, ``None`` where the text is none."""
    match = _RESULT.fullmatch(in_figures(text))
    if match is None:
        return None
    metres = _NAMED_M.get(match["what"]) or read_distance(match["what"], units)
    seconds = _seconds(match["time"].strip(), long=(metres or 0) > 15_000)
    return None if metres is None or seconds is None else (metres, seconds)


def _seconds(text: str, *, long: bool) -> int | None:
    """Seconds of ``27:00``, ``1:55:30``, ``1h55``, ``27 min``; ``1:55`` of a long race is hours and minutes."""
    if match := _CLOCK.fullmatch(text):
        hours, first, second = int(match[1] or 0), int(match[2]), int(match[3])
        if match[1] is None and long and first < 10:
            return first * 3600 + second * 60
        return hours * 3600 + first * 60 + second
    match = _SAID.fullmatch(text)
    if match is None or not any(match.groups()):
        return None
    return int(match[1] or 0) * 3600 + int(match[2] or 0) * 60 + int(match[3] or 0)


def read_date(text: str, today: dt.date) -> dt.date | None:
    """A date to come: ISO, ``11 April``, ``April 11 2027``, ``in 12 weeks``; without a year the next one."""
    said = in_figures(text) if not re.match(r"\d{4}-", plain(text)) else plain(text)
    try:
        return (
            _iso(said)
            or _named(said, today)
            or _ahead(said, today)
            or _some_sunday(said, today)
            or _next_of(said, today)
        )
    except ValueError:
        return None


_WITHIN = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{1,2}(?:st|nd|rd|th)?)\b"
)


def date_within(text: str, today: dt.date) -> dt.date | None:
    """The first date with its month that a sentence names: *wedding on 15 may, will i be ready*; ``None`` for none."""
    found = _WITHIN.search(plain(text))
    return None if found is None else read_date(found[0], today)


def month_in(text: str, today: dt.date) -> str | None:
    """The month to come that a text names, ``2027-05`` of *in may*; ``None`` where it names none."""
    named = re.search(r"\b(?:in|this|next|end of|early|late|mid) (" + "|".join(_MONTHS) + r")[a-z]*\b", plain(text))
    if named is None:
        return None
    month = _MONTHS[named[1]]
    return f"{today.year + (month <= today.month)}-{month:02}"


def _iso(said: str) -> dt.date | None:
    return dt.date.fromisoformat(said) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", said) else None


def _named(said: str, today: dt.date) -> dt.date | None:
    said = said.removeprefix("on ").removeprefix("the ")
    if match := _DAY_FIRST.fullmatch(said):
        return _coming(int(match[1]), _MONTHS.get(match[2]), match[3], today)
    if match := _MONTH_FIRST.fullmatch(said):
        return _coming(int(match[2]), _MONTHS.get(match[1]), match[3], today)
    match = _DOTTED.fullmatch(said)
    if match is None:
        return None
    day, month = int(match[1]), int(match[2])
    return _coming(*((month, day) if month > 12 else (day, month)), match[3], today)


def _next_of(said: str, today: dt.date) -> dt.date | None:
    match = _DAY_ALONE.fullmatch(said)
    if match is None or not 1 <= int(match[1]) <= 31:
        return None
    days = (today + dt.timedelta(days=ahead) for ahead in range(1, 63))
    return next((day for day in days if day.day == int(match[1])), None)


def _some_sunday(said: str, today: dt.date) -> dt.date | None:
    """``first sunday of may``, ``end of march`` (its last Sunday, for races are run on Sundays)."""
    ending, named = _ENDING.fullmatch(said), _NTH_SUNDAY.fullmatch(said)
    number, name = (-1, ending[1]) if ending else (_NTH[named[1]], named[2]) if named else (0, "")
    month = _MONTHS.get(name)
    if month is None:
        return None
    for year in (today.year, today.year + 1):
        weeks = calendar.monthcalendar(year, month)
        sunday = dt.date(year, month, [week[SUNDAY] for week in weeks if week[SUNDAY]][number])
        if sunday > today:
            return sunday
    return None


def _coming(day: int, month: int | None, year: str | None, today: dt.date) -> dt.date | None:
    if month is None:
        return None
    if year:
        return dt.date(int(year), month, day)
    this = dt.date(today.year, month, day)
    return this if this >= today else dt.date(today.year + 1, month, day)


def _ahead(said: str, today: dt.date) -> dt.date | None:
    match = _AHEAD.fullmatch(said)
    if match is None:
        return None
    number = 1 if match[1] == "a" else int(match[1])
    return today + dt.timedelta(days=number * _DAYS[match[2]])
