"""Weekdays told by their week: ``tuesday last week``, ``two sundays ago``, ``a week ago on saturday``."""

import datetime as dt

from coach.reader.facts import Tokens
from coach.reader.vocabulary.days import WEEKDAYS
from coach.reader.vocabulary.wordlist import bag

_WEEK = dt.timedelta(days=7)
_AHEAD_OF_DAY = bag("on of , : - the")
_FAR = 40
"""Pieces back in which a heading (``last week: mon 5k, wed 6k``) is looked for."""
_MOST = 60
"""Weeks back that are counted."""


def in_week(tokens: Tokens, j: int, end: int, back: int, today: dt.date) -> tuple[dt.date, int] | None:
    """The day of the weekday at ``j``, ``back`` days ago and read up to ``end``, where its week is said with it.

    *Last week* and *before last* go behind it, *last week* and *two weeks ago* before it or over a list of days.
    """
    if tokens[end].text == "before" and tokens[end + 1].text == "last":
        return today - dt.timedelta(days=back or 7) - _WEEK, end + 2
    k = end + (tokens[end].text in {"of", "in", ","})
    if _is_last_week(tokens, k) or _is_last_week(tokens, _heading(tokens, j)):
        monday = today - dt.timedelta(days=today.weekday())
        return monday - _WEEK + dt.timedelta(days=WEEKDAYS[tokens[j].text]), max(end, k + 2 * _is_last_week(tokens, k))
    return None


def _is_last_week(tokens: Tokens, k: int) -> bool:
    return k >= 0 and tokens[k].text in {"last", "previous"} and tokens[k + 1].text == "week"


def _heading(tokens: Tokens, j: int) -> int:
    """Where *last week* stands that heads a day or a list of days; -1 without it."""
    for k in range(j - 1, max(0, j - _FAR), -1):
        if tokens[k].text == "week" and _is_last_week(tokens, k - 1):
            first = _past(tokens, k + 1)
            return k - 1 if first == j or (first > k + 1 and tokens[first].text in WEEKDAYS) else -1
    return -1


def _past(tokens: Tokens, k: int) -> int:
    """Past what may stand between a week and its day."""
    while tokens[k].text in _AHEAD_OF_DAY or tokens[k].kind == "l":
        k += 1
    return k


def day_headed(tokens: Tokens, k: int) -> int:
    """The weekday that goes with the week that ends at ``k`` (``last week on tuesday``); 0 without one."""
    place = _past(tokens, k)
    return place if tokens[place].text in WEEKDAYS else 0


def weeks_ago(tokens: Tokens, day: dt.date, k: int) -> tuple[dt.date, int]:
    """``day``, so many weeks back, or the weekday nearest to it that is told with it: ``two weeks ago on sunday``."""
    j = k + (tokens[k].text in {"on", ","})
    named = WEEKDAYS.get(tokens[j].text)
    if named is None:
        return day, k
    off = (named - day.weekday()) % 7
    return day + dt.timedelta(days=off if off <= 3 else off - 7), j + 1


def counted_back(tokens: Tokens, count: tuple[float, int], today: dt.date) -> tuple[dt.date, int] | None:
    """``two sundays ago``: the last but one; ``count`` is the number read, and the place of the weekday behind it."""
    times, j = count
    if tokens[j + 1].text not in {"ago", "back"} or not 1 <= times <= _MOST:
        return None
    back = (today.weekday() - WEEKDAYS[tokens[j].text]) % 7 or 7
    return today - dt.timedelta(days=back) - (int(times) - 1) * _WEEK, j + 2
