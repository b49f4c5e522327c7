"""How fit somebody is now: from the race they told of, from races and hard runs they logged, and from time off.

A result raises fitness or leaves it as it is; an easy run says nothing, and a slow day is a slow day. What is known
goes stale by time off only (C1), never by the calendar.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from coach.errors import UnreadableResult
from coach.history import Entry, Status
from coach.paces import fitness_of, layoff_share, predict
from coach.profile import Profile, RaceResult
from coach.session import CROSS_TRAINING, EASY_RUN, LONG_RUN, RACE, RUN_KINDS
from coach.units import Metres, Seconds

LOOK_BACK = 182
"""Days before the plan's start from which results still count; older ones were another body's [C]."""
STATED_DAYS = 28
"""Days off at least of who says that they run nothing now: what a profile says is of the last four weeks (C1)."""
BREAK = 8
"""Days without a run from which fitness is discounted: where the return load of C1 begins."""
HARD_EFFORT = 8
"""The effort from which a run without breaks shows what somebody can do."""
HARD_METRES = 3000
HARD_MINUTES = (12, 75)
"""A training run shows fitness from 3 km and 12 min on, and up to 75 min; longer ones are held back on purpose [C]."""
BELIEVABLE = 85.0
"""Fitness above this is a slip of the pen (ml/kg/min); the best in the world reach it."""
DONE = Status.DONE
_RAN = frozenset({DONE, Status.PARTIAL})
PLAIN = frozenset({EASY_RUN, LONG_RUN})
"""Runs without hard work."""


class Source(StrEnum):
    """What fitness is known from."""

    STATED_RACE = "stated_race"
    LOGGED_RACE = "logged_race"
    LOGGED_RUN = "logged_run"


@dataclass(frozen=True, slots=True)
class Fitness:
    """Running fitness (ml/kg/min) with the result it was read from, on ``date``, and the share left after time off."""

    value: float
    source: Source
    date: date
    share: float = 1.0


def fitness_now(profile: Profile, history: Iterable[Entry], today: date) -> Fitness | None:
    """The best that a race or a hard run without breaks has shown, less what time off has cost since (C1).

    The race of the profile carries no date and counts from the plan's start, less four weeks off where nothing is run
    now. ``None`` where nothing is known: effort leads then.
    """
    entries = sorted((entry for entry in history if entry.date <= today), key=_date)
    best = _stated(profile)
    for entry in entries:
        result = _result(entry, profile)
        if result is not None and (best is None or _beats(result, best, entry, entries)):
            best = result
    if best is None:
        return None
    share = share_left(entries, best.date, today)
    return Fitness(best.value * share, best.source, best.date, share * best.share)


def share_left(history: Sequence[Entry], since: date, today: date) -> float:
    """The share of fitness that the longest break between two runs since a day has left, 0.8 to 1 (C1).

    Breaks count in whole weeks, from eight days on, the one that lasts until today too; cross-training twice a week
    halves the loss.
    """
    runs = sorted({entry.date.toordinal() for entry in history if entry.kind in RUN_KINDS and entry.status in _RAN})
    ends = [day for day in runs if since.toordinal() <= day < today.toordinal()] + [today.toordinal()]
    off, last = max(((then - day - 1, day) for day, then in pairwise(ends)), default=(0, 0))
    if off < BREAK:
        return 1.0
    crossed = sum(
        last < entry.date.toordinal() <= last + off
        for entry in history
        if entry.kind is CROSS_TRAINING and entry.status in _RAN
    )
    return layoff_share(off // 7 * 7, cross_trained=crossed >= 2 * (off // 7))


def _date(entry: Entry) -> date:
    return entry.date


def _stated(profile: Profile) -> Fitness | None:
    if profile.recent_race is None:
        return None
    share = layoff_share(STATED_DAYS) if profile.weekly_distance_m == 0 and not profile.longest_run_m else 1.0
    return Fitness(fitness_of(profile.recent_race) * share, Source.STATED_RACE, profile.start_date, share)


def _beats(result: Fitness, best: Fitness, entry: Entry, entries: Sequence[Entry]) -> bool:
    """Whether a result shows more than was known; one that is as predicted, to the minute, shows nothing new."""
    known = best.value * share_left(entries, best.date, entry.date)
    predicted = round(predict(known, entry.distance_m or 0) / 60)
    return result.value > known and predicted != entry.minutes


def _result(entry: Entry, profile: Profile) -> Fitness | None:
    """The fitness that an entry shows, where it shows any."""
    if not entry.distance_m or not entry.minutes or entry.status is not DONE:
        return None
    if (profile.start_date - entry.date).days > LOOK_BACK:
        return None
    race = entry.kind is RACE
    if not race and not _hard_and_whole(entry):
        return None
    try:
        value = fitness_of(RaceResult(Metres(entry.distance_m), Seconds(round(entry.minutes * 60))))
    except UnreadableResult:
        return None
    return Fitness(value, Source.LOGGED_RACE if race else Source.LOGGED_RUN, entry.date) if value < BELIEVABLE else None


def _hard_and_whole(entry: Entry) -> bool:
    """Whether a training run was hard from start to end: faster sessions hold warm-ups and breaks.

    One that was planned as easy and felt hard tells of tired legs (C2), not of fitness.
    """
    minutes = entry.minutes or 0
    unbroken = entry.longest_run_s is None or entry.longest_run_s >= 54 * minutes
    plain = entry.kind in PLAIN and not entry.planned  # else it was to be easy
    least, most = HARD_MINUTES
    hard = (entry.rpe or 0) >= HARD_EFFORT and (entry.distance_m or 0) >= HARD_METRES and least <= minutes <= most
    return plain and unbroken and hard
