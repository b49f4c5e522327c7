"""What came on top, and what a message puts right in itself: ``but added 2 more``, ``5k, sorry, 6k``."""

from dataclasses import replace

from coach.reader.facts import Added, Bare, Context, Found, Ignored, Instead, Lasting, Length, Tokens
from coach.reader.phrasebook import Phrasebook
from coach.reader.phrases.distances import length
from coach.reader.phrases.numbers import after, number
from coach.reader.phrases.times import duration
from coach.reader.vocabulary.days import WEEKDAYS
from coach.reader.vocabulary.quantities import LENGTHS, MASSES, NUMBERS, TIMES
from coach.reader.vocabulary.wordlist import bag

ADDING = bag("added adding add tacked tagged threw stuck bolted")
_ON = bag("on in an another extra a bonus about further the")
_MORE = bag("more extra further on top bonus the end to it after")
_COUNTED = LENGTHS.keys() | TIMES.keys()


def added(tokens: Tokens, i: int, context: Context) -> Found:
    """``added 2 more``, ``tacked on another 10``, ``threw in an extra 1k``: it counts on top of what was told."""
    del context
    j = after(tokens, i + 1, _ON, 4)
    figure = _figure(tokens, j)
    if figure is None:
        return None
    told, end = figure
    if isinstance(told, Bare) and tokens[end].kind == "w" and tokens[end].text not in _MORE:
        return None  # *added 2 hills*, *added 5 kg*
    return (Added(told),), after(tokens, end, _MORE, 4)


def _figure(tokens: Tokens, j: int) -> tuple[Length | Lasting | Bare, int] | None:
    """The distance, duration or bare number at ``j``; *2 more miles* is a distance."""
    found = number(tokens, j)
    if not found or tokens[found[1]].text in MASSES.keys() - LENGTHS.keys() or tokens[found[1]].text == "x":
        return None
    k = after(tokens, found[1], _MORE, 1)
    if tokens[k].text in LENGTHS:
        return Length(found[0] * LENGTHS[tokens[k].text], unit=LENGTHS[tokens[k].text]), k + 1
    timed = duration(tokens, j)
    if timed:
        return Lasting(timed[0]), timed[1]
    if tokens[k].text in TIMES:
        return Lasting(found[0] * TIMES[tokens[k].text]), k + 1
    return Bare(found[0]), found[1]


def total(tokens: Tokens, i: int, context: Context) -> Found:
    """``total 9.4k``, ``making 12 km``: the distance of all the parts."""
    found = length(tokens, after(tokens, i + 1, _TO_TOTAL, 3), context)
    if not found or not isinstance(found[0][0], Length) or found[0][0].metres < _LEAST_TOTAL:
        return None
    return (replace(found[0][0], total=True),), found[1]


_TO_TOTAL = bag("distance of : = it a")
_LEAST_TOTAL = 1000
"""Metres under which a total is rather of what was climbed."""


_REPAIRS = Phrasebook(
    {
        "no wait|wait no|wait|sorry|no sorry|i mean|no i mean|i meant|correction|scratch that|make that|or rather|"
        "actually|oops|whoops|my mistake|my bad|typo|edit|no ,|should be|it should be|should say|nope": True
    }
)
REPAIR_STARTS = frozenset(_REPAIRS.starts())
_BEFORE_FIGURE = bag(", : . - ! it was its the more like about actually make that sorry i mean meant")
_DAYS = WEEKDAYS.keys() | {"yesterday", "today"}


def repair(tokens: Tokens, i: int, context: Context) -> Found:
    """``5k, sorry, 6k``, ``30 min, i mean 31``: the figure behind it takes the place of one before."""
    del context
    found = _REPAIRS.match(tokens, i)
    if not found or i == 0:
        return None
    j = after(tokens, found[1], _BEFORE_FIGURE, 5)
    token = tokens[j]
    if token.text in LENGTHS and (tokens[j + 1].kind in "els" or tokens[j + 1].text in {"not", "in", "and"}):
        return (Instead(LENGTHS[token.text]),), j + 1
    return ((Instead(),), j) if token.kind in "ncd" or token.text in NUMBERS or token.text in _DAYS else None


DEVICES = bag("watch garmin gps strava app phone fitbit polar suunto coros treadmill machine")
_SHOWING = bag("says said shows showed had has reckons recorded measured got gave makes made registered read reads")
_TO_SHOWN = bag("it me at as for only a about that i did was")


def shown(tokens: Tokens, i: int, context: Context) -> Found:
    """``gps shows 4.8k``, ``watch says 8.2``: what was measured takes the place of what was thought."""
    bracketed = tokens[i - 1].text == "(" and tokens[i + 1].kind == "n"
    if not (bracketed or tokens[i + 1].text in _SHOWING) or not any(token.kind in "nc" for token in tokens[:i]):
        return None
    j = after(tokens, i + 1 + (not bracketed), _TO_SHOWN, 3)
    ends = tokens[j + 1].kind in "el" or tokens[j + 1].text in {")", ",", ".", "!"}
    told = tokens[j].kind == "c" or (tokens[j].kind == "n" and (ends or length(tokens, j, context) is not None))
    return ((Instead(),), j) if told else None


def instead_of(tokens: Tokens, i: int, context: Context) -> Found:
    """``not 30 minutes but 40``: what it was, in the unit of what it was not."""
    del context
    found = number(tokens, i + 1)
    if not found:
        return None
    unit = tokens[found[1]].text
    but = found[1] + (unit in _COUNTED)
    told = number(tokens, but + 1) if tokens[but].text in {"but", "rather"} else None
    if not told:
        return None
    if tokens[told[1]].text in _COUNTED or unit not in _COUNTED:
        return (Ignored(),), but + 1
    return (_in_unit(told[0], unit),), told[1]


def _in_unit(value: float, unit: str) -> Length | Lasting:
    if unit in LENGTHS:
        return Length(value * LENGTHS[unit], unit=LENGTHS[unit])
    return Lasting(value * TIMES[unit])
