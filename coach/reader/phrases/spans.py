"""Times of day and what lies between them, and differences of time: ``from 18:00 to 18:45``, ``by 40 secs``."""

from coach.reader.facts import Context, Found, Ignored, Lasting, Measured, Tokens
from coach.reader.phrasebook import Phrasebook
from coach.reader.phrases.dates import spoken_date
from coach.reader.phrases.numbers import after, stands_near
from coach.reader.phrases.times import duration
from coach.reader.vocabulary.body import AREAS
from coach.reader.vocabulary.wordlist import bag

_HALVES = {"am": 0, "pm": 12, "a.m": 0, "p.m": 12}
_DAY, _HALF_DAY, _NOON = 24 * 60, 12 * 60, 12 * 60
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
    """From one time of day to another: how long it took, where both are told as clock readings or with am and pm."""
    del context
    found = _between(tokens, after(tokens, i + 1, _FILLERS, 2), sure=False)
    return ((Lasting(60.0 * found[0]),), found[1]) if found else None


def slept_between(tokens: Tokens, j: int) -> Found:
    """``from 11 to 6``, ``11pm to 6:30am``: hours of sleep."""
    found = _between(tokens, j + (tokens[j].text in BEGINS), sure=True)
    return ((Measured("sleep_h", found[0] / 60),), found[1]) if found else None


def _between(tokens: Tokens, j: int, *, sure: bool) -> tuple[int, int] | None:
    """Minutes between two times of day; bare hours are such only where it is ``sure``."""
    first = _moment(tokens, j, sure=sure)
    k = after(tokens, first[2], _FILLERS, 2) if first else 0
    k += bool(first) and tokens[k].text == "and" and tokens[k + 1].text in _TO
    if not first or tokens[k].text not in _TO:
        return None
    second = _moment(tokens, after(tokens, k + 1, _FILLERS, 2), sure=sure)
    if not second:
        return None
    told = first[1] or second[1] or max(first[0], second[0]) >= _NOON + 60
    return (second[0] - first[0]) % (_DAY if told else _HALF_DAY) or _HALF_DAY, second[2]


def _moment(tokens: Tokens, j: int, *, sure: bool) -> tuple[int, bool, int] | None:
    """A time of day in minutes from midnight, whether am or pm was said, and where it ends."""
    token = tokens[j]
    if token.kind == "c" and token.text.count(":") == 1:
        hour, minute = (int(part) for part in token.text.replace(",", ".").partition(".")[0].split(":"))
    elif token.kind == "n" and token.text.isdigit():
        hour, minute = int(token.value), 0
    else:
        return None
    half = _HALVES.get(tokens[j + 1].text)
    if hour > 24 or minute > 59 or (token.kind == "n" and half is None and not sure):
        return None
    if half is None:
        return hour * 60 + minute, False, j + 1
    return (hour % 12 + half) * 60 + minute, True, j + 2


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
    """``splits 5:50 5:45 5:40``: times of parts, and none of the whole."""
    del context
    j = after(tokens, i + 1, bag("were : = - of ( times"), 3)
    first = j
    while tokens[j].kind == "c" or (j > first and tokens[j].text in {",", "/", ";", "-", "and"}):
        j += 1
    return ((Ignored(),), j) if sum(token.kind == "c" for token in tokens[first:j]) > 1 else None
