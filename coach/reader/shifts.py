"""Wishes to move a session: ``move tempo to friday``, ``swap thu and fri``, ``can i do saturday's one today``."""

import datetime as dt
from dataclasses import dataclass

from coach.profile import DistanceUnit
from coach.reader.cut import cut
from coach.reader.facts import Context, On, Tokens
from coach.reader.phrases.dates import figure_date, spoken_date
from coach.reader.target import kind_at, names_activity
from coach.reader.tokens import END, Token
from coach.reader.vocabulary.days import WEEKDAYS
from coach.reader.vocabulary.wordlist import bag
from coach.session import RUN_KINDS, SessionKind

_LEADS = bag(
    "please pls plz can could may should shall i we you u hi hey hello coach ok okay so is it possible to would like "
    "want wanna need id lets let me us just sorry possible maybe and but think ill better and rather"
)
_MOVES = bag("move shift push bring postpone reschedule put switch change swap")
_SWAPS = bag("swap switch exchange trade flip")
_DOES = bag("do run have make fit")
_WISHES = bag("can could may id want like wanna let lets is would rather")
"""Beside *do*, what makes a wish of it."""
_TO = bag("to on until till for onto")
_BETWEEN = bag("and with for & + /")
_SILENT = bag(
    "the my a an one session sessions workout training run runs back forward forwards up over around round day planned "
    "scheduled its it that from of s this please pls plz thanks thank you then day's stuff next coming days in"
)
_CLOSINGS = bag("please pls plz thanks thank you ta maybe possible ok okay")
_LONGEST = 24
"""Pieces of such a wish; what is longer says more."""


@dataclass(frozen=True, slots=True)
class Pick:
    """Which planned sessions are meant: of a kind, of a day, or both."""

    kinds: frozenset[SessionKind] | None = None
    day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """What shall stand on another day; ``other`` changes places with it, else it goes to ``to``."""

    what: Pick
    to: dt.date | None = None
    other: Pick | None = None


def shift_in(text: str, today: dt.date, units: DistanceUnit = DistanceUnit.KM) -> Shift | None:
    """The move that a message wishes for, told on ``today``; ``None`` where it says more, or names no session."""
    tokens = [token for token in cut(text).tokens if token.text not in {".", "!", "?", ",", ":", "-"}]
    words = [token for token in tokens if token.kind not in "el"]
    while words and (words[-1].text in _CLOSINGS or [word.text for word in words[-2:]] == ["this", "week"]):
        words.pop()
    if words and words[-1].text == "this":
        words.pop()
    if not 2 <= len(words) <= _LONGEST:
        return None
    start = next((i for i, token in enumerate(words) if token.text not in _LEADS), len(words))
    if start == len(words):
        return None
    context = Context(today, units, ahead=True)
    return _read([*words, END, END, END, END, END], start, len(words), context)


def is_asked(text: str) -> bool:
    """``can i do strength today?``: whether somebody asks for leave, and does not tell what to do."""
    words = [token.text for token in cut(text).tokens if token.text not in _GREETINGS]
    return words[0] in _MAY and words[1] in {"i", "it"}


def moves_by_name(text: str) -> bool:
    """Whether a wish says *move* or the like, rather than *do*."""
    return any(token.text in _MOVES | _SWAPS for token in cut(text).tokens)


_GREETINGS = bag("hi hey hello coach ok okay so and , ! .")
_MAY = bag("can could may should shall is")


def _read(words: list[Token], start: int, end: int, context: Context) -> Shift | None:
    verb = words[start].text
    if verb in _SWAPS and (swapped := _swapped(words, start + 1, end, context)):
        return swapped
    wished = bool(_WISHES & {token.text for token in words[:start]})
    instead = any(token.text == "instead" for token in words[:end])
    if verb in _MOVES or (verb in _DOES and (wished or instead)):
        return _moved(words, start + 1, end, context)
    return None


def _swapped(words: list[Token], start: int, end: int, context: Context) -> Shift | None:
    """``swap thursday and friday``, ``swap the tempo with the long run``."""
    for k in range(start + 1, end - 1):
        if words[k].text in _BETWEEN:
            one, other = _pick(words, start, k, context), _pick(words, k + 1, end, context)
            if one is not None and other is not None:
                return Shift(one, other=other)
    return None


def _moved(words: list[Token], start: int, end: int, context: Context) -> Shift | None:
    """A session and the day it shall go to: the last day named, or the one before *instead of*."""
    of = next((k for k in range(start, end) if words[k].text == "instead"), end)
    if of < end - 1 and words[of + 1].text == "of":
        day, what = _only_day(words, start, of, context), _pick(words, of + 2, end, context)
        return Shift(what, to=day) if day is not None and what is not None else None
    for k in range(start, of):
        found = _day_at(words, k, context)
        if found and found[1] >= of and k > start:
            linked = words[k - 1].text in _TO
            what = _pick(words, start, k - linked, context)
            return Shift(what, to=found[0]) if what is not None else None
    return None


def _only_day(words: list[Token], start: int, end: int, context: Context) -> dt.date | None:
    """The day that is all these words name."""
    picked = _pick(words, start, end, context)
    return picked.day if picked is not None and picked.kinds is None else None


def _pick(words: list[Token], start: int, end: int, context: Context) -> Pick | None:
    """The sessions that a few words name; ``None`` where they name none, or say anything else."""
    kinds: frozenset[SessionKind] | None = None
    day: dt.date | None = None
    i = start
    while i < end:
        dated, kind = _day_at(words, i, context), kind_at(words, i)
        if dated and day is None:
            day, i = dated
        elif kind and kinds is None and kind[1] <= end:
            kinds, i = frozenset({kind[0]}), kind[1]
        elif words[i].text in {"run", "jog"} and kinds is None:
            kinds, i = frozenset(RUN_KINDS), i + 1
        elif words[i].text in _SILENT and not names_activity(words, i):
            i += 1
        else:
            return None
    return Pick(kinds, day) if kinds or day else None


def _day_at(words: Tokens, i: int, context: Context) -> tuple[dt.date, int] | None:
    """The day named at ``i``: today, one gone by, or the next of that name."""
    i += words[i].text in {"on", "the"} and words[i + 1].text in WEEKDAYS
    word = words[i].text
    if word in {"today", "todays", "tonight", "tonights", "now"}:
        return context.today, i + 1
    if word in {"tomorrow", "tomorrows"}:
        return context.today + dt.timedelta(days=1), i + 1
    dated = spoken_date(words, i, context) or (figure_date(words, i, context) if words[i].kind in "nd" else None)
    fact = dated[0][0] if dated and dated[0] else None
    return (fact.day, dated[1]) if dated and isinstance(fact, On) else None
