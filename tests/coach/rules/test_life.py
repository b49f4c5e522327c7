"""Life gets in the way: another race date, other days, a journey. What it does not touch stays as it was."""

import datetime as dt
from dataclasses import replace
from functools import cache

import pytest

from coach.history import Entry, Reason, Status
from coach.plan import Kept, Phase, Plan
from coach.planning import plan
from coach.profile import Goal, Profile, Weekday
from coach.session import HARD_KINDS, SessionKind
from tests.builders import a_day, an_athlete, days
from tests.coach.rules.story import DAY, broken, followed, hard_runs, lines, metres, numbers, places, sessions_of

K = SessionKind
RACER = an_athlete(goal=Goal.TEN_K, weeks=None, race_date=a_day(14, "sun"))
"""Somebody with ten kilometres to race in the fourteenth week."""
WEDNESDAY = a_day(6, "wed")
"""No training day of theirs, after five weeks as planned."""
REST_OF_WEEK = 5


@cache
def the_past() -> tuple[Entry, ...]:
    """Five weeks and two days exactly as planned."""
    return followed(RACER, WEDNESDAY)


@cache
def the_plan() -> Plan:
    """What is planned when nothing has happened."""
    return plan(RACER, the_past(), WEDNESDAY)


@cache
def sent() -> Kept:
    """This week as it was sent on its Monday."""
    monday = a_day(6, "mon")
    return Kept(weeks=plan(RACER, followed(RACER, monday), monday).weeks[:1])


def planned(profile: Profile, history: tuple[Entry, ...] | None = None, today: dt.date = WEDNESDAY) -> Plan:
    """The plan with this week as it was sent; it keeps every rule."""
    lived = the_past() if history is None else history
    made = plan(profile, lived, today, sent())
    assert broken(profile, lived, made) == []
    return made


# Another race date


@pytest.mark.parametrize("week", [10, 12, 13, 15, 16, 20, 24])
def test_moved_race_stands_on_its_new_date_with_a_taper_before_it(week: int) -> None:
    race = a_day(week, "sun")
    made = planned(replace(RACER, race_date=race))
    assert [s.date for s in sessions_of(made, WEDNESDAY) if s.kind is K.RACE] == [race]
    assert made.weeks[-1].phase is Phase.RACE
    assert not [s for s in hard_runs(made, race - 3 * DAY, 3) if s.kind in HARD_KINDS]
    before = [week.distance_m for week in made.weeks[-4:-1]]
    assert metres(made, race - 6 * DAY, 6) <= 0.59 * sum(before) / 3 + 100


@pytest.mark.parametrize("week", [12, 13, 15, 16, 20, 24])
def test_moved_race_changes_nothing_of_this_week(week: int) -> None:
    made = planned(replace(RACER, race_date=a_day(week, "sun")))
    assert lines(made, WEDNESDAY, REST_OF_WEEK) == lines(the_plan(), WEDNESDAY, REST_OF_WEEK)


@pytest.mark.parametrize("week", [13, 15, 16])
def test_race_moved_a_little_moves_no_session_of_the_next_three_weeks_to_another_day(week: int) -> None:
    """What the weeks are for may turn; where runs, walks and strength stand does not, nor how far they go."""
    made, monday = planned(replace(RACER, race_date=a_day(week, "sun"))), a_day(7, "mon")
    assert {s.date for s in sessions_of(made, monday, 21)} == {s.date for s in sessions_of(the_plan(), monday, 21)}
    for n in range(3):
        first = monday + 7 * n * DAY
        assert metres(made, first) == pytest.approx(metres(the_plan(), first), rel=0.1)


def test_race_moved_and_moved_back_gives_the_same_plan() -> None:
    planned(replace(RACER, race_date=a_day(16, "sun")))
    assert lines(planned(RACER), WEDNESDAY) == lines(the_plan(), WEDNESDAY)


# Other days


@pytest.mark.parametrize("gone", ["mon", "tue", "thu", "sat"])
def test_day_that_goes_takes_only_its_own_sessions_of_this_week(gone: str) -> None:
    made = planned(replace(RACER, available_days=RACER.available_days - {Weekday(gone)}))
    stayed = [line for line in lines(the_plan(), WEDNESDAY, REST_OF_WEEK) if line[0].weekday() != Weekday(gone).number]
    now = lines(made, WEDNESDAY, REST_OF_WEEK)
    assert [line for line in now if line[1] is not K.STRENGTH] == [x for x in stayed if x[1] is not K.STRENGTH]
    assert not [
        s for s in sessions_of(made, WEDNESDAY) if s.date.weekday() == Weekday(gone).number and s.kind != "race"
    ]


@pytest.mark.parametrize("new", ["wed", "fri"])
def test_new_day_is_used_from_next_week_on_and_leaves_this_one(new: str) -> None:
    made = planned(replace(RACER, available_days=RACER.available_days | days(new)))
    assert lines(made, WEDNESDAY, REST_OF_WEEK) == lines(the_plan(), WEDNESDAY, REST_OF_WEEK)


def test_long_run_keeps_its_day_whichever_other_day_goes() -> None:
    for gone in ("mon", "tue", "thu", "sat"):
        made = planned(replace(RACER, available_days=RACER.available_days - {Weekday(gone)}))
        long = {s.date.weekday() for s in sessions_of(made, WEDNESDAY) if s.kind is K.LONG_RUN}
        assert long == {Weekday.SUN.number}


# Journeys


def away(days_off: int, reason: Reason | None) -> tuple[tuple[Entry, ...], dt.date]:
    """Everything planned in so many days skipped for a reason, and the day after."""
    first = sessions_of(the_plan(), WEDNESDAY)[0].date
    skipped = [
        Entry(s.date, s.kind, Status.SKIPPED, reason=reason, planned=True)
        for s in sessions_of(the_plan(), first, days_off)
    ]
    return (*the_past(), *skipped), first + days_off * DAY


@pytest.mark.parametrize("days_off", [1, 3])
def test_a_short_journey_moves_nothing_and_makes_up_nothing(days_off: int) -> None:
    history, today = away(days_off, Reason.TRAVEL)
    made = planned(RACER, history, today)
    assert places(made, today, 7) == places(the_plan(), today, 7)
    assert metres(made, today, 7) <= metres(the_plan(), today, 7)


@pytest.mark.parametrize("days_off", [5, 10])
def test_after_a_longer_journey_training_returns_in_steps(days_off: int) -> None:
    history, today = away(days_off, Reason.TRAVEL)
    made = planned(RACER, history, today)
    assert numbers(made) == {"C1"}
    assert metres(made, today, 7) <= 0.8 * max(metres(the_plan(), a_day(7, "mon"), 7), 1)
    assert [s.date for s in sessions_of(made, today) if s.kind is K.RACE] == [RACER.race_date]


@pytest.mark.parametrize("days_off", [1, 3, 5, 10])
def test_a_journey_is_a_break_like_any_other(days_off: int) -> None:
    """Who travelled or was busy is well: only the days count. Who was ill comes back otherwise (C5)."""
    travel, busy, untold, ill = (away(days_off, reason) for reason in (Reason.TRAVEL, Reason.BUSY, None, Reason.ILL))
    made = [plan(RACER, history, today) for history, today in (travel, busy, untold)]
    assert made[0].weeks == made[1].weeks == made[2].weeks
    assert plan(RACER, *ill).weeks != made[0].weeks
