"""Races of another day: one to come (``race: 10k on sunday 21 march``), or a best of the past (``my 5k pb is 24:10``).

Neither is a log of today: a race to come belongs to the goal, a result of the past to the paces.
"""

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise

from coach.profile import DistanceUnit, Goal
from coach.reader.cut import cut
from coach.reader.facts import Context, Doing, Length, On, Tokens
from coach.reader.phrasebook import Phrasebook
from coach.reader.phrases.distances import length
from coach.reader.phrases.named import race
from coach.reader.phrases.times import duration
from coach.reader.scan import scan
from coach.reader.splitting import sentences
from coach.reader.tokens import END, Token
from coach.reader.vocabulary.activities import Said
from coach.reader.vocabulary.days import MONTHS, WEEKDAYS
from coach.reader.vocabulary.wordlist import bag
from coach.units import Metres, Seconds

_RACES = bag("race races racing marathon half hm event ultra")
_PLANS = bag("entered registered signed booked doing running got have is enter upcoming coming next")
_BESTS = bag("pb pbs pr prs best fastest record quickest")
_LINED_UP = Phrasebook(
    {"i have a|i have my|ive got a|ive got my|ive a|have got a|coming up|lined up|on the calendar|on my calendar": True}
)
"""What one has ahead rather than behind."""
_AIMS = bag("want wanna aim aiming target hoping hope")
"""Beside a distance and a day they look forward: ``10k on 12 april, want sub 50``."""
_DONE = bag(
    "ran raced did done finished was were went completed managed yesterday ago felt had last missed skipped dns dnf"
)
_NOW = bag("today tonight morning afternoon evening just yesterday new yay woohoo finally by beat smashed")
_EVENTS = bag("parkrun parkruns")
"""Run every week: a best there is most likely today's news."""
TURNS = (
    _RACES
    | _BESTS
    | MONTHS.keys()
    | bag(
        "weeks week months month days ago before year years is once summer winter spring autumn coming lined ive have"
    )
)
"""Words without which nothing here is meant."""
_SPANS = {"day": 1, "days": 1, "week": 7, "weeks": 7, "wk": 7, "wks": 7, "month": 30, "months": 30}
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10}
_AFTER_MONTHS = bag("and but so when at on i in my it was with")
"""What may follow the month of a result; ``in october rain`` is of today."""
_ERAS = Phrasebook(
    {
        "years ago|year ago|months ago|month ago|a few months ago|last year|last summer|last winter|last spring|"
        "last autumn|last fall|last season|ages ago|back in the day|a while back|in my twenties|in my thirties|"
        "before kids|before lockdown|when i was|i once|once ran|once did|in summer|in the summer|in winter|"
        "in the winter|in spring|in the spring|in autumn|in the autumn|in the fall|last race was": True
    }
)
"""Times too far back, or told too roughly, for a log."""
_ERA_STARTS = MONTHS.keys() | {*_ERAS.starts(), "before", "once"}
_PAST = _ERA_STARTS | _BESTS | {"time"}
"""Words without which nothing told is a result of an earlier time; *time* as in *my time is 52:10*."""
_BARE = 2
"""Pieces of a distance by itself: ``10k, my first race`` tells of the race."""
_LONGEST = 60
"""Pieces of a sentence about a race; what is longer tells more than that."""
_NAMED_M = {"half": 21_097.0, "hm": 21_097.0, "marathon": 42_195.0, "mile": 1609.344}
_MONTHLY = frozenset({"in", "next", "this"})
_FASTEST = 0.14
"""Seconds for a metre that nobody runs faster."""
_QUICKEST_S = 180
"""Seconds under which no race of these distances is run."""
_SHORTEST_M = 1000
"""Metres from which a distance can be raced here."""


@dataclass(frozen=True, slots=True)
class RaceTold:
    """A race as somebody spoke of it. ``ahead``: it is still to be run, on ``day`` where that was said."""

    ahead: bool
    metres: Metres | None = None
    seconds: Seconds | None = None
    day: dt.date | None = None


_GOALS = {Goal.FIVE_K: 5000, Goal.TEN_K: 10_000, Goal.HALF_MARATHON: 21_097, Goal.MARATHON: 42_195}
_SAME = 0.03
"""How much a race's distance may be off that of a goal."""


def goal_of(metres: int | None) -> Goal | None:
    """The goal whose distance a race has."""
    near = (goal for goal, length in _GOALS.items() if metres and abs(metres - length) <= _SAME * length)
    return next(near, None)


def race_in(text: str, today: dt.date, units: DistanceUnit = DistanceUnit.KM) -> RaceTold | None:
    """The first race of another day that a message speaks of."""
    told = (race_of(sentence, Context(today, units)) for sentence in sentences(cut(text).tokens))
    return next((race for race in told if race is not None), None)


def race_of(sentence: Tokens, context: Context) -> RaceTold | None:
    """The race of another day that a sentence speaks of."""
    sentence = sentence[:-1] if sentence and sentence[-1].text in {".", "\n"} else sentence
    words = {token.text for token in sentence}
    if not words & TURNS or "?" in words or len(sentence) > _LONGEST:
        return None
    if words & _DONE and words.isdisjoint(_PAST):
        return None  # a deed, and nothing that puts it back into an earlier time
    padded = [*sentence, END, END, END, END]
    metres = _metres(padded, context)
    seconds = _seconds(padded, metres)
    if _is_past(padded, words, context, told=metres is not None and seconds is not None):
        return RaceTold(ahead=False, metres=metres, seconds=seconds)
    if words & _DONE or seconds is not None or (metres is None and not words & _RACES):
        return None
    if _is_beside_run(padded, context):
        return None
    return _coming(padded, words, metres, context)


def _is_beside_run(padded: list[Token], context: Context) -> bool:
    """``8k easy, race in 2 weeks``: a run of today with its own distance, and then the race."""
    comma = next((i for i, token in enumerate(padded) if token.text == ","), 0)
    told, after = padded[:comma], {token.text for token in padded[comma:]}
    if not told or {token.text for token in told} & (_RACES | _PLANS) or not after & _RACES:
        return False
    return _metres([*told, END, END, END, END], context) is not None and len(told) > _BARE


def _is_past(padded: list[Token], words: set[str], context: Context, *, told: bool) -> bool:
    """A result of an earlier time, or one called the best so far without saying that it is new."""
    if _is_of_era(padded):
        return told or bool(words & _DONE)
    if told and {"my", "time", "is"} <= words and not words & _NOW:
        return True
    if not told or not words & _BESTS or words & (_NOW | _EVENTS) or "!" in words:
        return False
    facts = scan(padded, context)
    if any(isinstance(fact, On) for fact in facts):
        return False
    called = next(i for i, token in enumerate(padded) if token.text in _BESTS)
    if _is_clocked(padded[:called]) and _is_clocked(padded[called:]):
        return False  # a result, and the best it is held against
    said = {token.text for token in padded[max(0, called - 3) : called]}
    if said & _SHORT_OF:
        return False  # *not my best, 5k 33:20*
    claimed = bool(said & {"is", "was", "are", "being"}) and "my" in said
    did = any(isinstance(fact, Doing) and fact.said is Said.DID for fact in facts) or bool(words & {"did", "finished"})
    return claimed or (not did and _is_timed_after(padded, called))


_SHORT_OF = bag("not isnt wasnt hardly off near from")
"""Between one of these and a best, today's result is told."""


def _is_clocked(tokens: list[Token]) -> bool:
    return any(token.kind == "c" for token in tokens)


def _is_timed_after(padded: list[Token], called: int) -> bool:
    """``5k pb 24:10``: the time follows the word, not an exclamation after a result."""
    return any(token.kind == "c" or token.text in {"min", "mins", "minutes"} for token in padded[called + 1 :])


def _is_of_era(padded: list[Token]) -> bool:
    """``in october``, ``back in september``, ``two years ago``; ``... before`` at the end."""
    for i, token in enumerate(padded):
        if token.text not in _ERA_STARTS or _is_compared(padded, i):
            continue
        if token.text in MONTHS and padded[i - 1].text in {"in", "last"} and i:
            return padded[i + 1].kind in "els" or padded[i + 1].text in _AFTER_MONTHS
        if _ERAS.match(padded, i):
            return True
        if (
            token.text in {"before", "once"}
            and padded[i + 1].kind == "e"
            and padded[i - 1].text not in {"day", "night", "week"}
        ):
            return bool({"ive", "have", "i"} & {one.text for one in padded})
    return False


def _is_compared(padded: list[Token], i: int) -> bool:
    """``faster than last year``, ``best since october``, ``in 1:58, last year 2:05``: what today is held against."""
    if {"than", "since"} & {token.text for token in padded[max(0, i - 3) : i]}:
        return True
    era = _ERAS.match(padded, i)
    own = era is not None and padded[era[1]].kind == "c" and _is_clocked(padded[:i])
    return own and padded[i - 1].text in {",", "-", "vs", "("}


def _coming(padded: list[Token], words: set[str], metres: Metres | None, context: Context) -> RaceTold | None:
    """A race to come: named as one and planned, or set on a day that lies ahead."""
    span = _in_span(padded, context.today)
    if span is not None:
        return RaceTold(ahead=True, metres=metres, day=span)
    dated = _day(padded, Context(context.today, context.units, ahead=True))
    if dated is None:
        month = any(token.text in MONTHS and padded[i - 1].text in _MONTHLY for i, token in enumerate(padded))
        named = {"my", "race", "is"} <= words or {"training", "for"} <= words
        someday = (month and words & (_RACES | _PLANS)) or _is_lined_up(padded) or (named and metres is not None)
        return RaceTold(ahead=True, metres=metres) if someday else None
    if dated <= context.today or not _is_set(padded, words, _day(padded, context), context):
        return None
    return RaceTold(ahead=True, metres=metres, day=dated)


def _is_lined_up(padded: list[Token]) -> bool:
    return any(_LINED_UP.match(padded, i) for i in range(len(padded) - 4))


def _day(padded: list[Token], context: Context) -> dt.date | None:
    return next((fact.day for fact in scan(padded, context) if isinstance(fact, On)), None)


def _is_set(padded: list[Token], words: set[str], behind: dt.date | None, context: Context) -> bool:
    """Whether a day lies ahead: it can lie nowhere else, or *race* or a plan stands beside it."""
    named, planned = bool(words & _RACES), bool(words & (_PLANS | _AIMS))
    if _is_lined_up(padded):
        return True
    if behind is not None and behind > context.today:
        return named or planned or any(token.text in MONTHS for token in padded)
    if any(token.text in WEEKDAYS for token in padded) and behind is not None and (context.today - behind).days <= 7:
        this = named and any(two.text in WEEKDAYS and one.text == "this" for one, two in pairwise(padded))
        return this or (named and planned) or (planned and bool(words & {"next", "coming", "upcoming"}))
    far = behind is None or (context.today - behind).days > 60
    return (named and far) or (planned and far) or (named and planned)


def _in_span(padded: list[Token], today: dt.date) -> dt.date | None:
    """``in 6 weeks``, ``in a month``: the day so far ahead."""
    for i, token in enumerate(padded[:-3]):
        if token.text not in {"in", "only", "just"}:
            continue
        count = int(min(padded[i + 1].value, 100)) if padded[i + 1].kind == "n" else _COUNTS.get(padded[i + 1].text, 0)
        days = _SPANS.get(padded[i + 2].text, 0)
        if count and days and padded[i + 3].text not in {"ago", "back"}:
            return today + dt.timedelta(days=count * days)
    return None


def _metres(padded: list[Token], context: Context) -> Metres | None:
    """The first distance that can be a race, in figures or by name."""
    for i, token in enumerate(padded[:-4]):
        named = _NAMED_M.get(token.text)
        found = length(padded, i, context) or race(padded, i, context)
        fact = found[0][0] if found and found[0] else None
        metres = fact.metres if isinstance(fact, Length) else named
        if metres and metres >= _SHORTEST_M:
            return Metres(round(metres))
    return None


def _seconds(padded: list[Token], metres: Metres | None) -> Seconds | None:
    """The time told; of two figures those of a race: ``1:52`` of a half marathon is hours and minutes."""
    for i, token in enumerate(padded[:-4]):
        timed = duration(padded, i)
        if timed and timed[0] >= _QUICKEST_S:
            return Seconds(round(timed[0]))
        whole = token.text.replace(",", ".").partition(".")[0]
        clock = [int(part) for part in whole.split(":")] if token.kind == "c" else []
        if len(clock) == 3:
            return Seconds(clock[0] * 3600 + clock[1] * 60 + clock[2])
        if clock:
            short = clock[0] * 60 + clock[1]
            return Seconds(short * 60 if metres and short / metres < _FASTEST else short)
    return None
