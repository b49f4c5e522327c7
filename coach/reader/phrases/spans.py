"""Times of day and what lies between them, and differences of time: ``from 18:00 to 18:45``, ``by 40 secs``."""

from dataclasses import dataclass

from coach.reader.facts import Context, Found, Ignored, Lasting, Measured, Tokens
from coach.reader.needs import at_numbers_with
from coach.reader.phrasebook import Phrasebook
from coach.reader.phrases.dates import spoken_date
from coach.reader.phrases.halves import halves
from coach.reader.phrases.hours import STARTS as SPOKEN_STARTS
from coach.reader.phrases.hours import hour_named, spoken_hour
from coach.reader.phrases.numbers import after, stands_near
from coach.reader.phrases.times import duration
from coach.reader.tokens import Token
from coach.reader.vocabulary.body import AREAS
from coach.reader.vocabulary.wordlist import bag

HALVES = {"am": 0, "pm": 12, "a.m": 0, "p.m": 12}
_DAY, _HALF_DAY, _NOON = 24 * 60, 12 * 60, 12 * 60
_LONGEST = 6 * 60
"""Minutes up to which two bare figures are times of day and not two paces."""
_PACED = bag("/ pace per min mins km k mi miles")
LINKED = bag("am pm a.m p.m - to until till")
BEGINS = bag("from between started start starting began")
_TO = bag("to till til until and - finished finish ended end done")
_FILLERS = bag("at around about @ , : = then was ~ i it running run walking cycling")
_THAN = bag("than")
DIFFERENT = bag("faster quicker slower")
_OFF = bag("off under over outside inside")
_AFTER_DIFFERENCE = DIFFERENT | _OFF
_DIFFERENCE_LONGEST = 6
"""Pieces from a difference to the word that says what it is."""
_BESTS = bag("pb pr best time target goal record")
_OF_ANOTHER = bag("my the last old previous season course")
_DAYTIMES = bag("morning afternoon evening")
_BEFORE_DAYTIME = bag("this in the yesterday tomorrow")


def span(tokens: Tokens, i: int, context: Context) -> Found:
    """From one time of day to another: how long it took. A bare hour is one where the other end tells that it is."""
    del context
    j = after(tokens, i + 1, _FILLERS, 2)
    sure = tokens[i].text == "from" and _is_of_activity(tokens, i, j)
    found = _between(tokens, j, sure=sure, linked=tokens[i].text in {"between", "from"})
    return ((Lasting(60.0 * found[0]),), found[1]) if found and (not sure or found[0] <= _LONGEST_BARE) else None


_LONGEST_BARE = 4 * 60
"""Minutes between two bare hours that may be those of a session."""
_WENT = bag(
    "ran run running walked walk walking jogged jog swam swim cycled cycling rode gym out went worked trained yoga"
)


def _is_of_activity(tokens: Tokens, i: int, j: int) -> bool:
    """``ran from 7 to 8``: whether what went on is named before two bare hours, and no unit behind them."""
    bare = [tokens[k].kind == "n" and tokens[k].text.isdigit() for k in (j, j + 2)]
    hours = all(bare) and _EARLIEST <= tokens[j].value < tokens[j + 2].value
    return i > 0 and tokens[i - 1].text in _WENT and hours and tokens[j + 3].kind in "els"


_EARLIEST = 5


def spoken_span(tokens: Tokens, i: int, context: Context) -> Found:
    """``half past six to seven``: a span that begins in words; such a time alone tells nothing."""
    del context
    spoken = spoken_hour(tokens, i)
    if spoken is None:
        return None
    found = _between(tokens, i, sure=True)
    if found:
        return (Lasting(60.0 * found[0]),), found[1]
    announced = i > 0 and tokens[i - 1].text in _BEFORE_HOUR
    return ((Ignored(),), spoken[1]) if announced or tokens[i + 1].text in {"past", "to"} else None


@at_numbers_with("past", "to")
def figure_past(tokens: Tokens, i: int, context: Context) -> Found:
    """``20 past 6``, ``10 to 7``, which no distance is."""
    return (
        spoken_span(tokens, i, context)
        if tokens[i + 1].text in {"past", "to"}
        and spoken_hour(tokens, i)
        and (tokens[i + 1].text == "past" or (i > 0 and tokens[i - 1].text in _BEFORE_HOUR))
        else None
    )


_BEFORE_HOUR = bag("at around about by from since until till before after @")


def open_span(tokens: Tokens, i: int, context: Context) -> Found:
    """``7am - 7.45am run``, ``6-7pm``: a span that nothing announces, where am or pm is said."""
    del context
    if tokens[i + 1].text not in LINKED:
        return None
    found = _between(tokens, i, sure=False)
    if not found:
        return None
    halved = any(token.text in HALVES for token in tokens[i : found[1]])
    return ((Lasting(60.0 * found[0]),), found[1]) if halved or _are_hours(tokens, i, found[0]) else None


def _are_hours(tokens: Tokens, i: int, minutes: int) -> bool:
    """``6:15 to 7:05``, ``12:05-12:50``: whether two clock readings are times of day, and no paces close together."""
    hyphen = tokens[i + 1].text == "-"
    late = int(tokens[i].text.partition(":")[0]) >= _NOON // 60 if tokens[i].kind == "c" else False
    return (
        tokens[i].kind == "c"
        and _SHORTEST <= minutes <= _LONGEST
        and (late or (not hyphen and minutes >= 2 * _SHORTEST))
    )


_SHORTEST = 10
"""Minutes from which two clock readings with a hyphen between them can be times of day."""


def slept_between(tokens: Tokens, j: int) -> Found:
    """``from 11 to 6``, ``11pm to 6:30am``: hours of sleep."""
    found = _between(tokens, j + (tokens[j].text in BEGINS), sure=True)
    return ((Measured("sleep_h", found[0] / 60),), found[1]) if found else None


def _between(tokens: Tokens, j: int, *, sure: bool, linked: bool = False) -> tuple[int, int] | None:
    """Minutes between two times of day.

    Bare hours are such where it is ``sure``, where am or pm is said of one of them, or where *between* has ``linked``
    one with a clock reading.
    """
    first = moment(tokens, j, sure=True)
    k = after(tokens, first.end, _FILLERS, 2) if first else 0
    k += bool(first) and tokens[k].text == "and" and tokens[k + 1].text in _TO
    if not first or tokens[k].text not in _TO:
        return None
    second = moment(tokens, after(tokens, k + 1, _FILLERS, 2), sure=True)
    if not second or tokens[second.end].text in _PACED:
        return None
    bare = first.bare + second.bare
    spoken = tokens[j].text in SPOKEN_STARTS or tokens[k + 1].text in SPOKEN_STARTS
    if not (sure or not bare or first.said or second.said or (bare == 1 and (linked or spoken))):
        return None
    lasted = minutes_between((first.minute, first.said), (second.minute, second.said))
    return (lasted, second.end) if lasted <= _LONGEST or not (linked and bare) else None


def minutes_between(first: tuple[int, bool], second: tuple[int, bool]) -> int:
    """Minutes from one time of day to the next other, each with whether am or pm was said; else half a day is all."""
    wide = first[1] == second[1] and (first[1] or max(first[0], second[0]) >= _NOON + 60)
    return (second[0] - first[0]) % (_DAY if wide else _HALF_DAY) or _HALF_DAY


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """A time of day in ``minute`` from midnight; ``said``: am or pm was; ``bare``: a number alone; where it ends."""

    minute: int
    said: bool
    bare: bool
    end: int


def moment(tokens: Tokens, j: int, *, sure: bool) -> TimeOfDay | None:
    """The time of day at ``j``: ``6:35``, ``7 pm``, ``7.45``; a bare hour only where it is ``sure`` to be one."""
    spoken = spoken_hour(tokens, j)
    if spoken is not None:
        half = HALVES.get(tokens[spoken[1]].text)
        minute = spoken[0] if half is None else spoken[0] % _HALF_DAY + 60 * half
        return TimeOfDay(minute, said=half is not None, bare=False, end=spoken[1] + (half is not None))
    token = tokens[j]
    figures = _figures(token) or ((hour_named(tokens, j), 0) if sure and hour_named(tokens, j) else None)
    if figures is None:
        return None
    hour, minute = figures
    half = HALVES.get(tokens[j + 1].text)
    bare = token.kind != "c" and half is None
    if hour > 24 or minute > 59 or (bare and not sure):
        return None
    if half is None:
        return TimeOfDay(hour * 60 + minute, said=False, bare=bare, end=j + 1)
    return TimeOfDay((hour % 12 + half) * 60 + minute, said=True, bare=False, end=j + 2)


def _figures(token: Token) -> tuple[int, int] | None:
    """Hour and minute as they stand in a clock reading, a whole number, or one of two decimals."""
    if token.kind == "c" and token.text.count(":") == 1:
        hour, _, minute = token.text.replace(",", ".").partition(".")[0].partition(":")
        return int(hour), int(minute)
    if token.kind != "n":
        return None
    hour, _, minute = token.text.replace(",", ".").partition(".")
    if not hour.isdigit() or not (not minute or (len(minute) == 2 and minute.isdigit())):
        return None
    return int(hour[:3]), int(minute or 0)


@at_numbers_with(_AFTER_DIFFERENCE)
def different(tokens: Tokens, i: int, context: Context) -> Found:
    """``1:12 faster than last week``, ``40 s slower``, ``30 s off my pb``: a difference is no duration."""
    del context
    if not stands_near(tokens, i, _AFTER_DIFFERENCE, _DIFFERENCE_LONGEST):
        return None
    found = (0.0, i + 1) if tokens[i].kind == "c" else duration(tokens, i)
    if not found:
        return None
    j = found[1]
    if tokens[j].text in DIFFERENT:
        return (Ignored(),), compared(tokens, j + 1)
    k = after(tokens, j + 1, _OF_ANOTHER, 3)
    off = tokens[j].text in _OFF and k > j + 1 and tokens[k].text in _BESTS
    return ((Ignored(),), k + 1) if off else None


def than(tokens: Tokens, i: int, context: Context) -> Found:
    """``faster than yesterday``, ``easier than last week``: another day that this one is held against."""
    other = spoken_date(tokens, i + 1, context)
    last = tokens[i + 1].text in {"last", "usual", "ever", "previous", "normal"}
    end = other[1] if other else i + 2 + (tokens[i + 2].text in {"time", "run", "one"})
    return ((Ignored(),), end) if other or last else None


def compared(tokens: Tokens, j: int) -> int:
    """Past *than last week* and its like; ``j`` itself where nothing is compared."""
    k = j
    while tokens[k].text in _THAN or (k > j and tokens[k].kind == "w" and k < j + 4):
        k += 1
    return k


def by(tokens: Tokens, i: int, context: Context) -> Found:
    """``a pb by 40 secs``, ``done by 6:35``: by how much, or until when."""
    del context
    if i and tokens[i - 1].text == "followed":
        return None
    j = after(tokens, i + 1, bag("about around over almost nearly just a good"), 2)
    found = (0.0, j + 1) if tokens[j].kind == "c" else duration(tokens, j)
    return ((Ignored(),), found[1]) if found else None


def at_daytime(tokens: Tokens, i: int, context: Context) -> Found:
    """``at 6:30 this morning``, ``at 7 in the evening``: when, and not how fast."""
    del context
    spoken = spoken_hour(tokens, i + 1)
    if spoken:
        return (Ignored(),), spoken[1]
    if tokens[i + 1].kind not in "nc" or not _is_hour(tokens[i + 1].text) or _is_level(tokens, i):
        return None
    j = after(tokens, i + 2, _BEFORE_DAYTIME, 2)
    told = (j > i + 2 and tokens[j].text in _DAYTIMES) or tokens[i + 2].text in {"tonight", "sharp"}
    return ((Ignored(),), i + 2) if told else None


def _is_level(tokens: Tokens, i: int) -> bool:
    """``my knee is at 2 this morning``: how much it hurts."""
    named = {token.text for token in tokens[max(0, i - 2) : i]}
    return not named.isdisjoint(_SPOTS) and tokens[i + 1].kind == "n" and tokens[i + 1].value <= 10


_SPOTS = frozenset(Phrasebook(AREAS).starts())


def _is_hour(text: str) -> bool:
    """Whether a figure can be a time of day."""
    hour = text.partition(":")[0]
    return hour.isdigit() and int(hour) <= 24


def splits(tokens: Tokens, i: int, context: Context) -> Found:
    """``splits 5:50 5:45 5:40``: times of parts; of the whole where they are its halves and stand alone."""
    j = after(tokens, i + 1, bag("were : = - of ( times"), 3)
    first = j
    alone = sum(token.kind == "c" for token in tokens) == sum(token.kind == "c" for token in tokens[j : j + 3])
    whole = halves(tokens, j, context) if alone else None
    if whole:
        return whole
    while tokens[j].kind == "c" or (j > first and tokens[j].text in {",", "/", ";", "-", "and"}):
        j += 1
    return ((Ignored(),), j) if sum(token.kind == "c" for token in tokens[first:j]) > 1 else None
