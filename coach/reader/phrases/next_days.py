"""A day told from another one in the same message: ``monday 5k, the day after 3k``, ``yesterday 5k, day before 3k``."""

import datetime as dt

from coach.reader.facts import Context, Found, On, Tokens
from coach.reader.phrases.dates import DATE_STARTS, figure_date, spoken_date

STARTS = frozenset({"the", "day", "next", "following"})
_STEPS = {("day", "before"): -1, ("day", "after"): 1, ("next", "day"): 1, ("following", "day"): 1}


def next_day(tokens: Tokens, i: int, context: Context) -> Found:
    """The day before or after the one told last; where none was told the words are of something else."""
    j = i + (tokens[i].text == "the")
    days = _STEPS.get((tokens[j].text, tokens[j + 1].text))
    end = j + 2 + (tokens[j + 2].text == "that")
    if days is None or (tokens[j].text == "day" and tokens[end].text in _GOES_ON):
        return None
    told = _told_before(tokens, i, context)
    return ((On(told + dt.timedelta(days=days)),), end) if told else None


_GOES_ON = DATE_STARTS - {"a"} | {"my", "our", "tomorrow", "race"}
"""``the day after the race``: told from something else."""
_REACH = 40
"""Places back to the day that was named."""


def _told_before(tokens: Tokens, i: int, context: Context) -> dt.date | None:
    """The last day named before ``i``."""
    for k in reversed(range(max(0, i - _REACH), i)):
        if tokens[k].text in DATE_STARTS or tokens[k].kind in "nd":
            found = spoken_date(tokens, k, context) if tokens[k].kind == "w" else figure_date(tokens, k, context)
            day = found[0][0] if found and found[1] <= i else None
            if isinstance(day, On):
                return day.day
    return None
