"""A run on top of the plan changes as few sessions as may be (C6, P2)."""

import datetime as dt

import pytest

from coach.history import Entry
from coach.plan import Kept, Plan
from coach.planning import plan
from coach.profile import Weekday
from coach.session import SessionKind
from coach.units import Metres
from tests.builders import a_day, a_result, an_athlete, an_entry, limits
from tests.coach.rules.story import DAY, followed, sessions_of

K = SessionKind
RUNNER = an_athlete(weeks=16)
TODAY = a_day(3, "tue")


@pytest.fixture(scope="module")
def past() -> tuple[Entry, ...]:
    """Two weeks and a day as planned."""
    return followed(RUNNER, TODAY)


@pytest.fixture(scope="module")
def calm(past: tuple[Entry, ...]) -> Plan:
    return plan(RUNNER, past, TODAY)


def after(past: tuple[Entry, ...], calm: Plan, *entries: Entry) -> list[tuple[dt.date, SessionKind, int]]:
    """The rest of a sent week once something was logged."""
    sent = Kept(weeks=calm.weeks[:1], first=calm.weeks[:1])
    made = plan(RUNNER, (*past, *entries), TODAY, sent)
    return [(s.date, s.kind, s.minutes) for s in sessions_of(made, TODAY, 6)]


def week(calm: Plan) -> list[tuple[dt.date, SessionKind, int]]:
    return [(s.date, s.kind, s.minutes) for s in sessions_of(calm, TODAY, 6)]


@pytest.mark.parametrize(("metres", "most"), [(2500, 1), (4500, 1), (6000, 2), (8000, 2)])
def test_one_run_more_takes_from_easy_sessions_and_not_from_the_long_run(
    past: tuple[Entry, ...], calm: Plan, metres: int, most: int
) -> None:
    extra = an_entry(a_day(3, "mon"), minutes=metres / 150, distance_m=metres, planned=False)
    now, was = after(past, calm, extra), week(calm)
    assert len(set(was) - set(now)) <= most
    assert [line for line in now if line[1] is K.LONG_RUN] == [line for line in was if line[1] is K.LONG_RUN]


def test_a_run_within_the_limit_changes_nothing(past: tuple[Entry, ...], calm: Plan) -> None:
    extra = an_entry(a_day(3, "mon"), minutes=1, distance_m=100, planned=False)
    assert after(past, calm, extra) == week(calm)


def test_a_few_minutes_more_than_planned_shorten_the_strength_of_the_day_instead_of_dropping_it() -> None:
    runner = an_athlete(available_days="mon tue thu sat sun")
    thursday = a_day(1, "thu")
    past = followed(runner, thursday)
    today = sessions_of(plan(runner, past, thursday), thursday, 1)
    assert [s.kind for s in today] == [K.EASY_RUN, K.STRENGTH]
    run = an_entry(thursday, minutes=46, distance_m=6500)
    left = sessions_of(plan(runner, (*past, run), thursday), thursday, 1)
    assert [(s.kind, s.minutes) for s in left] == [(K.STRENGTH, 10)]


@pytest.mark.parametrize("metres", [9000, 11_000, 13_000])
def test_much_more_takes_the_easy_sessions_and_leaves_a_long_run_worth_the_name(
    past: tuple[Entry, ...], calm: Plan, metres: int
) -> None:
    extra = an_entry(a_day(3, "mon"), minutes=metres / 150, distance_m=metres, planned=False)
    long = [minutes for _, kind, minutes in after(past, calm, extra) if kind is K.LONG_RUN]
    easy = [minutes for _, kind, minutes in after(past, calm, extra) if kind is K.EASY_RUN]
    assert long[0] >= 40 > max(easy, default=0)


def test_the_long_run_never_loses_more_to_a_longer_extra_run_than_it_must(past: tuple[Entry, ...], calm: Plan) -> None:
    lengths = []
    for metres in range(2000, 16_000, 1000):
        extra = an_entry(a_day(3, "mon"), minutes=metres / 150, distance_m=metres, planned=False)
        lengths.append(sum(minutes for _, kind, minutes in after(past, calm, extra) if kind is K.LONG_RUN))
    assert lengths == sorted(lengths, reverse=True)


def test_what_the_long_run_loses_to_its_share_spares_the_walk() -> None:
    runner = an_athlete(
        available_days="mon fri sat sun",
        weekly_distance_m=Metres(12_000),
        longest_run_m=Metres(5_400),
        recent_race=a_result(21_097, 5_991),
        long_run_day=Weekday.SAT,
        max_minutes=limits(45, 90),
    )
    friday = a_day(2, "fri")
    past = followed(runner, friday + DAY)
    was = plan(runner, past, friday)
    jog = an_entry(friday, minutes=10, distance_m=None, planned=False)
    sent = Kept(weeks=was.weeks[:1], first=was.weeks[:1])
    now = plan(runner, (*past, jog), friday, sent)
    before, after = ([(s.kind, s.minutes) for s in sessions_of(made, friday + DAY, 2)] for made in (was, now))
    assert [line for line in before if line not in after] == [(K.LONG_RUN, 31)]
    assert [line for line in after if line not in before] == [(K.LONG_RUN, 25)]


def test_of_two_sessions_that_are_enough_goes_the_one_that_leaves_the_long_run_its_share() -> None:
    runner = an_athlete(
        available_days="tue thu fri sat sun",
        weekly_distance_m=Metres(12_000),
        longest_run_m=Metres(5_400),
        long_run_day=Weekday.SAT,
        max_minutes=limits(45, 90),
        strength_per_week=1,
    )
    wednesday = a_day(1, "wed")
    past = followed(runner, wednesday)
    was = plan(runner, past, wednesday)
    early = an_entry(wednesday, minutes=15, distance_m=Metres(2_250), planned=False)
    sent = Kept(weeks=was.weeks[:1], first=was.weeks[:1])
    now = plan(runner, (*past, early), wednesday, sent)
    before, after = ([(s.kind, s.minutes) for s in sessions_of(made, wednesday, 5)] for made in (was, now))
    assert (K.EASY_RUN, 15) in before
    assert after == [line for line in before if line != (K.EASY_RUN, 15)]
