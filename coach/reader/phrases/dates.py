"""Days: told from today, by weekday, by number and month, or in figures."""

import datetime as dt
from calendar import monthrange

from coach.reader.facts import Context, DayPart, Found, Ignored, On, Sometime, Stop, Tokens
from coach.reader.needs import at_numbers_with
from coach.reader.phrasebook import Phrasebook
from coach.reader.phrases.numbers import number
from coach.reader.phrases.weeks import counted_back, day_headed, in_week, weeks_ago
from coach.reader.vocabulary.days import BACK, MONTHS, ORDINAL_ENDS, ORDINALS, SOMETIME, WEEKDAYS

_BACK = Phrasebook(BACK)
_SOMETIME = Phrasebook({SOMETIME: True})
AHEAD_AT_MOST = 60
"""Days ahead up to which a day without a year is taken as lying ahead, and asked about."""
DATE_STARTS = (
    frozenset(_BACK.starts())
    | frozenset(_SOMETIME.starts())
    | WEEKDAYS.keys()
    | MONTHS.keys()
    | {"on", "the", "last", "this", "next", "couple", "a"}
)
_AGO = {
    "fortnight": 14,
    "fortnights": 14,
    "day": 1,
    "days": 1,
    "week": 7,
    "weeks": 7,
    "wk": 7,
    "wks": 7,
    "nights": 1,
    "night": 1,
}


def spoken_date(tokens: Tokens, i: int, context: Context) -> Found:
    """``yesterday``, ``two days ago``, ``last tuesday``, ``20 nov``, ``on the 3rd``."""
    back = _BACK.match(tokens, i)
    if back:
        if back[0] < 0 and i and tokens[i - 1].text in _DONE_EARLY and tokens[back[1]].text in _PLANNED:
            return (Ignored(),), back[1]
        day, end = context.today - dt.timedelta(days=back[0]), back[1]
        if back[0] and back[0] % 7 == 0:
            day, end = weeks_ago(tokens, day, end)
        return (On(day), *_part(tokens, back[1] - 1)), end
    sometime = _SOMETIME.match(tokens, i)
    if sometime:
        named = day_headed(tokens, sometime[1]) if tokens[sometime[1] - 1].text == "week" else 0
        return (_weekday(tokens, named, context) if named else None) or ((Sometime(),), sometime[1])
    if tokens[i].text in {"on", "the"}:
        return _after_on(tokens, i, context)
    return _ago(tokens, i, context) or _weekday(tokens, i, context) or _month_first(tokens, i, context)


def or_day(tokens: Tokens, i: int, context: Context) -> Found:
    """``didn't run tue or wed``: the day behind *or* is another one."""
    del context
    return ((Stop("+"),), i + 1) if tokens[i + 1].text in WEEKDAYS else None


_DONE_EARLY = frozenset({"did", "done", "ran", "do", "finished", "completed"})
_PLANNED = frozenset({"run", "session", "workout", "long", "easy", "tempo", "intervals", "strength", "walk", "one"})
"""What may be done a day early: ``did tomorrow's run today``."""


def _part(tokens: Tokens, j: int) -> tuple[DayPart, ...]:
    """The part of the day at the end of *this morning*, *yesterday evening*."""
    name = _PARTS_OF_DAY.get(tokens[j].text)
    return (DayPart(name),) if name else ()


_PARTS_OF_DAY = {
    "morning": "morning", "afternoon": "afternoon", "evening": "evening", "night": "evening", "tonight": "evening",
    "lunchtime": "noon", "lunch": "noon", "noon": "noon", "am": "morning", "pm": "evening",
}  # fmt: skip


def _after_on(tokens: Tokens, i: int, context: Context) -> Found:
    """What follows *on* or *the*: ``on monday``, ``on the 3rd``, ``on 20/11``, ``the 20th``."""
    j = i + 1 + (tokens[i + 1].text == "the")
    named = _weekday(tokens, j, context) or _month_first(tokens, j, context) or _day_first(tokens, j, context)
    if tokens[i].text == "the" and j == i + 1 and named and tokens[j].text in WEEKDAYS:
        return None if tokens[j].text in {"sun", "sat"} else named
    told = named or _figures(tokens, j, context, sure=True) or _day_alone(tokens, j, context)
    impossible = tokens[j].kind == "n" and tokens[j].value > 31 and tokens[j + 1].text in MONTHS
    return ((Sometime(),), j + 2) if impossible and not told else told


def _ago(tokens: Tokens, i: int, context: Context) -> Found:
    """``two days ago``, ``a couple of days ago``, ``3 days back``."""
    if tokens[i].text == "a" and tokens[i + 1].text in _AGO:
        found: tuple[float, int] | None = (1.0, i + 1)
    else:
        found = number(tokens, i)
    sundays = counted_back(tokens, found, context.today) if found and tokens[found[1]].text in WEEKDAYS else None
    if sundays:
        return (On(sundays[0]),), sundays[1]
    if not found or tokens[found[1]].text not in _AGO or tokens[found[1] + 1].text not in {"ago", "back", "earlier"}:
        return None
    days, end = int(min(found[0] * _AGO[tokens[found[1]].text], 20_000)), found[1] + 2
    day = context.today - dt.timedelta(days=days)
    if tokens[found[1]].text in {"week", "weeks", "wk", "wks"}:
        day, end = weeks_ago(tokens, day, end)
    return (On(day),), end


def _weekday(tokens: Tokens, i: int, context: Context) -> Found:
    """A weekday: the latest one up to today; *last* never means today, *next* lies ahead."""
    how = tokens[i].text
    j = i + (how in {"last", "this", "next", "past", "previous"})
    number_of_day = WEEKDAYS.get(tokens[j].text)
    if number_of_day is None or not _is_weekday(tokens, j):
        return None
    back = (context.today.weekday() - number_of_day) % 7
    loose = how not in {"last", "next", "past", "previous"}
    if how in {"last", "past", "previous"}:
        back = back or 7
    if how == "next" or context.ahead:
        back = -((number_of_day - context.today.weekday()) % 7 or 7)
    end = j + 1 + (tokens[j + 1].text in {"morning", "afternoon", "evening", "night", "am", "pm"})
    end += tokens[end].text == "." and tokens[end].glued and tokens[j].text in {"mon", "tue", "wed", "thu", "fri"}
    end += tokens[end].text == "-" and not tokens[end].glued and tokens[end + 1].kind in "nw"  # heads a list
    told = in_week(tokens, j, end, back, context.today) if how != "next" and not context.ahead else None
    if told:
        return (On(told[0]),), told[1]
    return _dated_weekday(tokens, end, context) or (
        (On(context.today - dt.timedelta(days=back), loose=loose),),
        end,
    )


def _dated_weekday(tokens: Tokens, j: int, context: Context) -> Found:
    """A weekday with its date: ``Sun, 22 Nov``, ``Sunday November 22``."""
    k = j + (tokens[j].text == ",")
    k += tokens[k].text == "the"
    return _month_first(tokens, k, context) or _day_first(tokens, k, context) or _figures(tokens, k, context, sure=True)


def _is_weekday(tokens: Tokens, j: int) -> bool:
    """*sat* and *sun* are often a verb and a star."""
    word = tokens[j].text
    if word == "sat":
        return tokens[j - 1].text not in {"i", "we", "just", "then"} and tokens[j + 1].text not in {
            "down",
            "on",
            "at",
            "in",
        }
    return not (word == "sun" and tokens[j - 1].text in {"the", "hot", "no", "in"})


def figure_date(tokens: Tokens, i: int, context: Context) -> Found:
    """``2026-11-20``, ``20 nov``, ``20th:``, ``20/11/2026``, ``20.11.``, ``3 days ago``."""
    if tokens[i + 1].text in ORDINAL_ENDS and tokens[i + 2].text == ":":
        return _day_alone(tokens, i, context)
    if tokens[i].kind == "d":
        year, month, day = (int(part) for part in tokens[i].text.split("-"))
        return _made(year, month, day, i + 1) or ((Sometime(),), i + 1)
    sure = tokens[i + 3].text == ":"
    return _ago(tokens, i, context) or _day_first(tokens, i, context) or _figures(tokens, i, context, sure=sure)


def _made(year: int, month: int, day: int, end: int) -> Found:
    """A date where the calendar has it."""
    year += 2000 if year < 100 else 0
    try:
        return (On(dt.date(year, month, day)),), end
    except ValueError:
        return None


def _day_first(tokens: Tokens, i: int, context: Context) -> Found:
    """``20 nov``, ``20th of november 2026``."""
    found = _ordinal(tokens, i)
    if not found:
        return None
    day, j = found
    j += tokens[j].text in {"of", "-", ".", "/"}
    month = MONTHS.get(tokens[j].text)
    return _with_year(tokens, j + 1, month, day, context) if month else None


def _month_first(tokens: Tokens, i: int, context: Context) -> Found:
    """``nov 20``, ``November 20th, 2026``."""
    month = MONTHS.get(tokens[i].text)
    if not month:
        return None
    j = i + 1 + (tokens[i + 1].text in {".", "the"})
    j += tokens[j].text == "the"
    found = _ordinal(tokens, j)
    if not found or tokens[found[1]].text in {"km", "k", "mi", "mins", "min", "miles", "x", "/"}:
        return None
    return _with_year(tokens, found[1], month, found[0], context)


def _with_year(tokens: Tokens, j: int, month: int, day: int, context: Context) -> Found:
    """The date with the year that follows, else in the year that puts it nearest."""
    k = j + (tokens[j].text in {",", ".", "-", "/"})
    if tokens[k].kind == "n" and tokens[k].text.isdigit() and 1950 <= tokens[k].value < 2100:
        return _made(int(tokens[k].value), month, day, k + 1) or ((Sometime(),), k + 1)
    return _nearest(month, day, j, context)


def _nearest(month: int, day: int, end: int, context: Context) -> Found:
    """The latest such day up to today, unless it comes within ``AHEAD_AT_MOST`` days; the next where days lie ahead."""
    farthest = 366 if context.ahead else AHEAD_AT_MOST
    for year in (context.today.year + 1, context.today.year, context.today.year - 1):
        made = _made(year, month, day, end)
        if made and isinstance(made[0][0], On):
            ahead = (made[0][0].day - context.today).days
            if ahead <= farthest:
                return made
    return (Sometime(),), end  # no such day, as the 31st of February: which one is asked


def _ordinal(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """A day of the month: ``20``, ``20th``, ``third``."""
    token = tokens[i]
    if token.text in ORDINALS:
        return ORDINALS[token.text], i + 1
    if token.kind != "n" or not token.text.rstrip(".").isdigit() or not 1 <= token.value <= 31:
        return None
    ended = tokens[i + 1].text in ORDINAL_ENDS and tokens[i + 1].glued
    return int(token.value), i + 1 + ended


def _day_alone(tokens: Tokens, i: int, context: Context) -> Found:
    """``on the 3rd``: the latest 3rd of a month up to today."""
    token = tokens[i]
    if token.kind != "n" or tokens[i + 1].text not in ORDINAL_ENDS or not 1 <= token.value <= 31:
        return None
    day, step = context.today, dt.timedelta(days=1 if context.ahead else -1)
    for _ in range(62):
        if day.day == token.value:
            return (On(day),), i + 2
        day += step
    return None


def _figures(tokens: Tokens, i: int, context: Context, *, sure: bool = False) -> Found:
    """``20/11/2026``, ``20.11.2026``, ``11/20`` (month first where miles are read); never ``8/10``."""
    parts = _figure_parts(tokens, i)
    if not parts or parts[0][2] is None:
        behind = _dot_behind(tokens, i, context) if tokens[i + 1].text == "." else None
        if behind or not parts:
            return behind or _year_first(tokens, i)
    (first, second, year), end = parts
    if year is None and not sure and (second in {5, 10} or first <= 10):
        return None
    month_first = context.units == "mi" and tokens[i + 1].text != "."  # with dots nobody writes the month first
    orders = [(first, second), (second, first)] if month_first else [(second, first), (first, second)]
    for month, day in orders:
        made = _made(year, month, day, end) if year is not None else None
        if year is None and 1 <= month <= 12 and day <= monthrange(2024, month)[1]:
            made = _nearest(month, day, end, context)
        if made:
            return made
    return ((Sometime(),), end) if sure and max(first, second) <= 39 and tokens[i + 1].text == "/" else None


def _figure_parts(tokens: Tokens, i: int) -> tuple[tuple[int, int, int | None], int] | None:
    """Day, month and year as they stand, and where they end."""
    dotted = _dotted(tokens, i)
    if dotted:
        return dotted
    sign = tokens[i + 1].text
    if sign not in {"/", ".", "-"} or not tokens[i + 1].glued or tokens[i].kind != "n" or tokens[i + 2].kind != "n":
        return None
    first, second = tokens[i].text, tokens[i + 2].text
    if not (first.isdigit() and second.isdigit() and len(first) <= 2 and len(second) <= 2 and tokens[i + 2].glued):
        return None
    third = tokens[i + 4]
    if tokens[i + 3].text == sign and tokens[i + 3].glued and third.text.isdigit() and len(third.text) in {2, 4}:
        return ((int(first), int(second), int(third.text)), i + 5) if int(third.text) % 2000 >= 20 else None
    headed = sign == "-" and len(first) == len(second) == 2 and tokens[i + 3].text == ":"
    return ((int(first), int(second), None), i + 3) if sign == "/" or headed else None


def _year_first(tokens: Tokens, i: int) -> Found:
    """``2026/11/20``."""
    if not 2000 <= tokens[i].value < 2100 or tokens[i + 1].text != "/" or tokens[i + 2].kind != "n":
        return None
    year, month, day = tokens[i], tokens[i + 2], tokens[i + 4]
    if tokens[i + 3].text != "/" or not (year.text.isdigit() and month.text.isdigit() and day.text.isdigit()):
        return None
    return _made(int(year.value), int(month.value), int(day.value), i + 5)


_LIKE_A_PACE = 10
"""Up to here the first of two figures may be the minutes of a pace."""


def _dot_behind(tokens: Tokens, i: int, context: Context) -> Found:
    """``5.11. 8k``: a day at the start of a line; at the end it may be a pace as well, so the day is asked for."""
    whole, _, rest = tokens[i].text.partition(".")
    dotted = tokens[i].kind == "n" and tokens[i + 1].text == "." and tokens[i + 1].glued and len(rest) == 2
    if not dotted or not (whole.isdigit() and rest.isdigit() and 1 <= int(whole) <= 31 and 1 <= int(rest) <= 12):
        return None
    if i == 0 or tokens[i - 1].kind == "l" or whole[0] == "0":
        return _nearest(int(rest), int(whole), i + 2, context)
    alone = int(whole) <= _LIKE_A_PACE and tokens[i - 1].text in {",", ";"} and tokens[i + 2].kind in "el"
    return ((Sometime(),), i + 2) if alone else None


def _dotted(tokens: Tokens, i: int) -> tuple[tuple[int, int, int | None], int] | None:
    """``20.11.`` with its second dot."""
    whole, _, rest = tokens[i].text.partition(".")
    if tokens[i].kind != "n" or not rest or tokens[i + 1].text != "." or not tokens[i + 1].glued or len(rest) != 2:
        return None
    if not (whole.isdigit() and rest.isdigit() and int(whole) <= 31 and 1 <= int(rest) <= 12):
        return None
    after_dot = tokens[i + 2]
    if after_dot.kind == "n" and after_dot.glued and len(after_dot.text) in {2, 4}:
        return (int(whole), int(rest), int(after_dot.text)), i + 3
    return ((int(whole), int(rest), None), i + 2) if int(whole) > 10 else None


_BOUNDS = frozenset({"until", "till", "by", "from", "since"})
_TIMES = frozenset({"am", "pm", "oclock"})
_STARTING = frozenset({"train", "bus", "class", "alarm", "meeting", "ferry", "tram", "slot", "start", "wave", "flight"})
"""What begins at a time of day: ``the 7:15 train``."""


@at_numbers_with(_TIMES)
def time_of_day(tokens: Tokens, i: int, context: Context) -> Found:
    """``7am``, ``at 6 pm``, ``7:12 AM``: nothing that a log holds."""
    del context
    j = i + (tokens[i].text in {"at", "@"})
    if tokens[j].kind in {"n", "c"} and tokens[j + 1].text in _TIMES and _is_hour(tokens[j].text):
        return (Ignored(), *_part(tokens, j + 1)), j + 2
    if tokens[i].kind == "c" and tokens[i + 1].text in _STARTING and _is_hour(tokens[i].text):
        return (Ignored(),), i + 1
    if tokens[i].text in _BOUNDS and tokens[i + 1].kind in {"n", "c"} and tokens[i + 2].kind in "els":
        return (Ignored(),), i + 2
    if tokens[i].text == "at" and tokens[j].text in {"lunch", "lunchtime", "noon", "night", "dawn", "work", "home"}:
        return (Ignored(), *_part(tokens, j)), j + 1
    return None


def _is_hour(text: str) -> bool:
    """Whether a figure can be a time of day: ``30:00 am`` is a duration, and *am* tells when."""
    first = text.replace(".", ":").partition(":")[0]
    return first.isdecimal() and len(first) < 3 and int(first) < 25
