"""Weeks already sent stay as they were sent, moves are made again, and nothing is made lighter twice (C7, C8)."""

import datetime as dt
from dataclasses import replace

import pytest

from coach.history import Entry, Pain
from coach.plan import Kept, Move, Plan, Week
from coach.planning import plan
from coach.planning.keeping import Keeper
from coach.profile import Goal, Weekday
from coach.session import HARD_KINDS, SessionKind
from tests.builders import MONDAY, a_day, a_session, a_week, an_athlete
from tests.coach.rules.story import DAY, lines, sessions_of

K = SessionKind
RUNNER = an_athlete()


@pytest.fixture(scope="module")
def first() -> Plan:
    """The plan of the first day."""
    return plan(RUNNER, (), MONDAY)


def kept(*weeks: Week, **more: object) -> Kept:
    """Weeks as sent, just as they were first sent."""
    return Kept(weeks=weeks, first=weeks, **more)  # type: ignore[arg-type]


def test_a_week_that_was_sent_stays_though_another_would_be_planned_now() -> None:
    sent = a_week(*(a_session(MONDAY + day * DAY, minutes=25) for day in (0, 1, 5)))
    assert lines(plan(RUNNER, (), MONDAY, kept(sent)), MONDAY, 7) == [
        (MONDAY + day * DAY, K.EASY_RUN, 25) for day in (0, 1, 5)
    ]


def test_a_session_on_a_day_that_is_no_training_day_any_more_goes(first: Plan) -> None:
    fewer = replace(RUNNER, available_days=RUNNER.available_days - {day_of(MONDAY + DAY)})
    made = plan(fewer, (), MONDAY, kept(first.weeks[0]))
    assert not sessions_of(made, MONDAY + DAY, 1)


def day_of(date: dt.date) -> Weekday:
    """The weekday of a date."""
    return next(day for day in RUNNER.available_days if day.number == date.weekday())


def test_a_move_into_a_day_that_is_no_training_day_stands(first: Plan) -> None:
    wednesday = a_day(1, "wed")
    move = Move(K.EASY_RUN, a_day(1, "thu"), wednesday)
    made = plan(RUNNER, (), MONDAY, kept(first.weeks[0], moves=(move,)))
    assert [session.kind for session in sessions_of(made, wednesday, 1)] == [K.EASY_RUN]


def test_a_race_that_may_not_be_run_leaves_the_week_it_was_sent_in() -> None:
    racer = an_athlete(goal=Goal.FIVE_K, weeks=None, race_date=a_day(2, "sun"))
    weeks = plan(racer, (), MONDAY).weeks
    monday = a_day(2, "mon")
    made = plan(racer, (Entry(monday, pain=Pain("knee", 4)),), monday, kept(*weeks[1:2]))
    assert K.RACE in {session.kind for session in weeks[1].sessions}
    assert K.RACE not in {session.kind for week in made.weeks for session in week.sessions}


@pytest.mark.parametrize(("eased", "known"), [((), frozenset()), ((MONDAY,), frozenset({MONDAY.toordinal()}))])
def test_a_week_knows_what_it_was_made_lighter_for(eased: tuple[dt.date, ...], known: frozenset[int]) -> None:
    keeper = Keeper(Kept(weeks=(replace(a_week(a_session()), eased=eased),)))
    assert keeper.eased(MONDAY.toordinal()) == known
    assert keeper.eased(MONDAY.toordinal() + 7) == frozenset()


def test_weeks_that_were_not_sent_are_planned_as_if_nothing_was_kept(first: Plan) -> None:
    made = plan(RUNNER, (), MONDAY, kept(first.weeks[0]))
    assert made.weeks[1:] == first.weeks[1:]


def test_a_moved_run_that_became_easy_stands_on_the_day_it_was_moved_to() -> None:
    runner = an_athlete(available_days="mon tue thu sat sun")
    week = plan(runner, (), MONDAY).weeks[0]
    (hard,) = [session for session in week.sessions if session.kind in HARD_KINDS]
    wednesday = a_day(1, "wed")
    eased = replace(hard, kind=K.EASY_RUN, date=wednesday)
    shown = replace(week, sessions=tuple(eased if session is hard else session for session in week.sessions))
    moved = Kept((shown,), (Move(hard.kind, hard.date, wednesday),), first=(week,))
    made = plan(runner, (), wednesday, moved, ahead=0)
    assert [s.kind for s in made.weeks[0].sessions if s.date == wednesday] == [K.EASY_RUN]
