"""Other days of the week: what stood on a day that is lost finds another, and nothing else of the weeks sent moves.

What finds no day goes, and a long run of which W4 asks takes the place of an easy one.
"""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from coach.plan import Plan
from coach.profile import Experience, Weekday
from coach.session import Session, SessionKind
from coach.units import Metres
from tests.builders import an_athlete, limits
from tests.coach.rules.choosers import Chooser, seeded
from tests.coach.rules.ground import DAY, WEEK, monday
from tests.coach.rules.living import Life, changed, sessions, shown, told
from tests.coach.rules.test_minimal import broken, lived, on_the_ladder, sent_until, whole

WEEKDAYS = list(Weekday)
MUCH: dict[str, Any] = {
    "weekly_distance_m": Metres(50_000),
    "longest_run_m": Metres(16_000),
    "max_minutes": limits(100, 120),
    "strength_per_week": 1,
}
"""Somebody who runs much, with strength once a week."""
SEEDS = range(48_000_000, 48_000_020)


def a_day_less(pick: Chooser, life: Life) -> Weekday:
    """One of several days is the athlete's no more."""
    gone = pick.one(sorted(life.profile.available_days, key=WEEKDAYS.index))
    life.profile = replace(life.profile, available_days=life.profile.available_days - {gone})
    return gone


def is_on(day: dt.date, weekday: Weekday) -> bool:
    """Whether a date falls on a weekday."""
    return WEEKDAYS[day.weekday()] is weekday


def kinds_on(made: Plan, day: dt.date) -> list[SessionKind]:
    """The kinds of session that a day holds."""
    return [session.kind for session in sessions(made) if session.date == day]


def moved_to(old: Plan, new: Plan, day: dt.date, gone: Weekday) -> bool:
    """Whether a day holds something more, which stood on the lost day of its week."""
    more = set(kinds_on(new, day)) - set(kinds_on(old, day))
    return bool(more) and more <= set(kinds_on(old, monday(day) + WEEKDAYS.index(gone) * DAY))


def long_runs(made: Plan, life: Life) -> list[Session]:
    """The long runs of the week of today."""
    return [s for s in sessions(made) if s.date < monday(life.today) + WEEK and s.kind is SessionKind.LONG_RUN]


def other_life(seed: int) -> tuple[Life, Plan, Weekday] | None:
    """A life with a day less, its plan before, and the day; ``None`` where there was one day only."""
    pick = seeded(seed)
    life = lived(pick)
    if len(life.profile.available_days) < 2:
        return None
    old = whole(life)
    return life, old, a_day_less(pick, life)


def begun(life: Life, day: dt.date) -> bool:
    """Whether a day's week is under way: a whole one is planned anew where a session finds no other day."""
    return monday(day) < life.today


@pytest.mark.parametrize("seed", SEEDS)
def test_a_day_less_moves_what_stood_on_it_and_nothing_else(seed: int) -> None:
    found = other_life(seed)
    if found is None:
        assert lived(seeded(seed)).told
        return
    life, old, gone = found
    new = whole(life)
    before, after = shown(old, life.today), shown(new, life.today)
    others = [
        day for day in changed(before, after) if day < sent_until(life) and not is_on(day, gone) and begun(life, day)
    ]
    free = [day for day in others if not moved_to(old, new, day, gone) and not on_the_ladder(day, old, new)]
    assert told(free, before, after) == []
    lost = [kinds_on(new, day) for day in after if is_on(day, gone)]
    assert all(set(kinds) <= {SessionKind.RACE} for kinds in lost)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_day_less_breaks_no_rule(seed: int) -> None:
    found = other_life(seed)
    if found is None:
        assert lived(seeded(seed)).told
        return
    life, old, _ = found
    asked_for = {line for line in broken(life, whole(life)) if "was sent and has changed" in line}
    assert broken(life, whole(life)) - broken(life, old) - asked_for == set()


@pytest.mark.parametrize("seed", SEEDS)
def test_the_week_shown_for_a_day_less_stands(seed: int) -> None:
    found = other_life(seed)
    if found is None:
        assert lived(seeded(seed)).told
        return
    life, _, _ = found
    kept = whole(life)
    for start in [start for start in life.first if start >= monday(life.today)]:
        week = next(week for week in kept.weeks if week.start == start)
        gone = [session for session in life.told[start].sessions if session.date < life.today]
        life.first[start] = life.told[start] = replace(week, sessions=(*gone, *week.sessions))
    before, after = shown(kept, life.today), shown(whole(life), life.today)
    assert told([day for day in changed(before, after) if day < sent_until(life)], before, after) == []


def test_a_long_run_takes_an_easy_day_where_three_runs_are_left() -> None:
    days, fewer = "mon tue wed thu fri sun", "mon tue wed thu fri"
    runner = an_athlete(experience=Experience.EXPERIENCED, available_days=days, long_run_day=Weekday.SUN, **MUCH)
    life = Life.of(runner)
    life.morning()
    life.evening()
    old = whole(life)
    life.profile = an_athlete(experience=Experience.EXPERIENCED, available_days=fewer, **MUCH)
    before, after = long_runs(old, life)[0], long_runs(whole(life), life)[0]
    assert after.minutes == before.minutes
    assert SessionKind.EASY_RUN in kinds_on(old, after.date)


def test_a_whole_week_that_cannot_hold_what_it_lost_is_planned_anew_and_keeps_all_rules() -> None:
    runner = an_athlete(experience=Experience.EXPERIENCED, available_days="mon tue wed thu fri sun", **MUCH)
    life = Life.of(runner)
    life.morning()
    life.profile = replace(runner, available_days=runner.available_days - {Weekday.SUN})
    assert len(long_runs(whole(life), life)) == 1
    assert {line for line in broken(life, whole(life)) if "was sent and has changed" not in line} == set()


def test_strength_finds_the_nearest_day_that_breaks_nothing() -> None:
    runner = an_athlete(experience=Experience.NEW, available_days="mon tue thu fri sat", max_minutes=limits(60, 60))
    life = Life.of(runner)
    life.morning()
    old = whole(life)
    lost = next(s for s in sessions(old) if s.kind is SessionKind.STRENGTH)
    life.profile = replace(runner, available_days=runner.available_days - {WEEKDAYS[lost.date.weekday()]})
    week = [s for s in sessions(whole(life)) if s.date < life.today + WEEK]
    assert [s.kind for s in week].count(SessionKind.STRENGTH) == 2
