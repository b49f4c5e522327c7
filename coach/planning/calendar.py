"""Which days of a week hold what: rules W0–W4 and W7–W9 as a search over sets of days.

Days are bits, Monday the lowest, and the week is a circle: Sunday and the next Monday are neighbours.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

ALL_DAYS = 0b1111111


class Room(NamedTuple):
    """What the calendar of a week has room for; every field but the flags is a set of days.

    ``run`` days may hold a run, ``walk`` days a walk, ``strength`` days strength alone, ``shared`` days both
    (``shared_run`` narrows them where the other is a run), ``hard`` days a run long enough for hard work. ``closed``
    days are out of reach of the week's day of rest, ``no_long`` days hold no long run. ``prev_hard``, ``prev_run``
    and ``prev_long`` say what last Sunday held, ``apart`` asks for a day of rest between runs (the ladder). At
    least one run falls on the ``roomy`` days, where there are any.
    """

    run: int
    walk: int
    strength: int
    shared: int
    hard: int
    closed: int = 0
    prev_hard: bool = False
    prev_run: bool = False
    prev_long: bool = False
    apart: bool = False
    long_day: int | None = None
    shared_run: int = ALL_DAYS
    no_long: int = 0
    roomy: int = 0


class Wanted(NamedTuple):
    """How many sessions of each sort the week would like."""

    runs: int
    long: bool
    hards: int
    walk: bool
    strength: int
    cross: int = 0


@dataclass(frozen=True, slots=True)
class Layout:
    """The days found; ``gave`` names what had to go, in the words of rule W0."""

    runs: int
    long: int
    hards: int
    walk: int
    strength: int
    cross: int
    gave: tuple[str, ...] = ()


SETS = range(ALL_DAYS + 1)
"""Every set of days; what is asked of one is looked up."""
day_after = tuple([((days << 1) | (days >> 6)) & ALL_DAYS for days in SETS]).__getitem__
"""The day after each of a set, around the week."""
day_before = tuple([((days >> 1) | (days << 6)) & ALL_DAYS for days in SETS]).__getitem__
"""The day before each of a set, around the week."""
neighbours = tuple([day_after(days) | day_before(days) for days in SETS]).__getitem__
"""The days before and after each of a set, around the week."""
numbers = tuple([tuple([day for day in range(7) if days >> day & 1]) for days in SETS]).__getitem__
"""The days of a set as numbers, Monday 0."""


@lru_cache(maxsize=1024)
def choices(days: int, count: int) -> tuple[int, ...]:
    """So many days of a set in every way, as sets."""
    return tuple([sum([1 << day for day in chosen]) for chosen in combinations(numbers(days), count)])


@lru_cache(maxsize=4096)
def arrange(room: Room, wanted: Wanted) -> Layout:
    """The best layout; where not everything fits, what W0 names first goes first."""
    for giving in _givings(wanted):
        found = _best(room, giving)
        if found is not None:
            return Layout(*found, gave=_gave(wanted, giving))
    return Layout(0, 0, 0, 0, 0, 0, ())


def _givings(wanted: Wanted) -> Iterator[Wanted]:
    """The wish and its lesser forms: second strength, hard runs, walk, first strength; runs go one by one.

    More than three runs give way to the walk, because their number is the coach's own choice.
    """
    few = min(3, wanted.runs)
    for runs in range(wanted.runs, few - 1, -1):
        yield from _lesser(wanted._replace(runs=runs))
    for runs in range(wanted.runs, -1, -1):
        bare = wanted._replace(runs=runs, long=wanted.long and runs > 0, hards=0, cross=0)
        if runs < few:
            yield from _lesser(bare._replace(hards=min(wanted.hards, runs)))
        if wanted.strength:
            yield bare._replace(walk=False, strength=1)
        yield bare._replace(strength=0)
        yield bare._replace(walk=False, strength=0)


def _lesser(wanted: Wanted) -> Iterator[Wanted]:
    """The wish, without the second strength session, without hard runs."""
    yield wanted
    bare = wanted._replace(cross=0)
    if wanted.strength > 1:
        yield bare._replace(strength=1)
    for hards in range(wanted.hards - 1, -1, -1):
        yield bare._replace(hards=hards, strength=min(1, wanted.strength))


def _gave(wanted: Wanted, got: Wanted) -> tuple[str, ...]:
    lost = []
    if got.strength < wanted.strength:
        lost.append("strength" if got.strength else "all_strength")
    if got.hards < wanted.hards:
        lost.append("hard_run")
    if wanted.walk and not got.walk:
        lost.append("recovery_walk")
    if got.runs < wanted.runs:
        lost.append("run")
    return tuple(lost)


def _best(room: Room, wanted: Wanted) -> tuple[int, int, int, int, int, int] | None:
    best, best_score = None, -1_000_000
    for runs in _run_sets(room, wanted.runs, long=wanted.long):
        for long in _long_days(room, runs, wanted):
            for hards in _hard_sets(room, runs, long, wanted.hards):
                score = _score_runs(room, runs, long, hards)
                if score <= best_score:
                    continue
                rest = _rest(room, wanted, runs, long, hards)
                if rest is not None and score + rest[0] > best_score:
                    best_score = score + rest[0]
                    best = (runs, long, hards, *rest[1:])
    return best


def _run_sets(room: Room, count: int, *, long: bool) -> Iterator[int]:
    fixed = 0 if room.long_day is None else 1 << room.long_day & room.run & ~room.no_long
    if not long or (room.prev_hard and fixed == 1):
        fixed = 0
    for runs in choices(room.run, count):
        if fixed & ~runs or (room.roomy and not runs & room.roomy):
            continue
        if room.apart and (runs & neighbours(runs) or (room.prev_run and runs & 1)):
            continue
        yield runs


def _long_days(room: Room, runs: int, wanted: Wanted) -> list[int]:
    if not wanted.long:
        return [0]
    days = [1 << day for day in numbers(runs & ~room.no_long) if not (room.prev_hard and day == 0)]
    if room.long_day is not None and runs >> room.long_day & 1 and 1 << room.long_day in days:
        return [1 << room.long_day]
    return days


def _hard_sets(room: Room, runs: int, long: int, count: int) -> Iterator[int]:
    if not count:
        yield 0
        return
    free = runs & room.hard & ~long & ~neighbours(long)
    if room.prev_hard:
        free &= ~1
    for hards in choices(free, count):
        if not hards & neighbours(hards):
            yield hards


def _score_runs(room: Room, runs: int, long: int, hards: int) -> int:
    """Higher is better: the wanted long day, runs spread out, a day between the long run and hard runs."""
    score = 40 if room.long_day is not None and long >> room.long_day & 1 else 0
    if long & 0b1100000:
        score += 10
    score += 30 * (runs & room.roomy).bit_count()
    score -= 6 * (runs & day_after(runs)).bit_count()
    score -= 5 * (hards & day_after(day_after(long))).bit_count()
    return score - (sum(numbers(runs)) + 2 * sum(numbers(hards))) % 3


def _rest(room: Room, wanted: Wanted, runs: int, long: int, hards: int) -> tuple[int, int, int, int] | None:
    """Walk, strength and cross-training days around the runs, with what they add to the score."""
    best: tuple[int, int, int, int] | None = None
    for walk in _walk_days(room, wanted, runs, long):
        for cross in _cross_days(room, wanted, runs, walk):
            found = _strength_days(room, wanted, (runs, long, hards, walk, cross))
            if found is not None and (best is None or found[0] > best[0]):
                best = (found[0], walk, found[1], cross)
    return best


def _walk_days(room: Room, wanted: Wanted, runs: int, long: int) -> list[int]:
    if not wanted.walk:
        return [0]
    after = (day_after(long) | (1 if room.prev_long else 0)) & room.walk
    if after:
        return [after] if not after & runs else []
    return [1 << day for day in numbers(room.walk & ~runs)]


def _cross_days(room: Room, wanted: Wanted, runs: int, walk: int) -> list[int]:
    if not wanted.cross:
        return [0]
    return [1 << day for day in numbers(room.walk & ~runs & ~walk)]


def _strength_days(room: Room, wanted: Wanted, taken: tuple[int, int, int, int, int]) -> tuple[int, int] | None:
    runs, long, hards, walk, cross = taken
    free = room.strength & ~hards & ~long & ~day_before(long) & ~cross
    free &= ~runs | (room.shared & room.shared_run)
    free &= ~walk | room.shared
    best: tuple[int, int] | None = None
    for strength in choices(free, wanted.strength):
        if (runs | strength | cross | room.closed) == ALL_DAYS:
            continue
        score = -5 * (strength & neighbours(strength)).bit_count()
        score -= 2 * (strength & (runs | walk)).bit_count() + (strength & day_before(hards)).bit_count()
        if best is None or score > best[0]:
            best = (score, strength)
    return best
