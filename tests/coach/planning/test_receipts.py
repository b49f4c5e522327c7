"""Receipts compare the plan with what it would have been, and name the rule behind every day that differs (C7)."""

import datetime as dt

import pytest

from coach.planning import plan
from coach.planning.athlete import read_athlete
from coach.planning.beginning import state_at
from coach.planning.block import block_at
from coach.planning.course import Course
from coach.planning.log import read_log
from coach.planning.receipts import causes, reason, receipts
from coach.planning.returning import Return
from coach.planning.road import Road
from coach.planning.signs import read_signs
from tests.builders import MONDAY, a_check_in, a_session, a_week, an_athlete, an_entry

DAY = dt.timedelta(days=1)
TUESDAY = MONDAY + DAY


def a_course(*entries: object, today: dt.date = TUESDAY) -> Course:
    """The course of a regular runner on a day, with a log."""
    profile = an_athlete()
    athlete = read_athlete(profile, None)
    block, day = block_at(profile, today), today.toordinal()
    log = read_log(entries, today, athlete.pacing.speeds)  # type: ignore[arg-type]
    road = Road(athlete, block, log)
    return Course(athlete, block, log, road, read_signs(log, day), day, state_at(athlete, block, log, road))


def test_nothing_that_happened_is_the_cause_of_nothing() -> None:
    assert causes(a_course()) == []


def test_pain_is_the_reason_for_less() -> None:
    course = a_course(a_check_in(MONDAY, pain=4))
    assert reason(course, TUESDAY.toordinal()) == ("pain", "C3", MONDAY.toordinal())


def test_pain_is_never_the_reason_for_more() -> None:
    course = a_course(a_check_in(MONDAY, pain=4))
    course.odd.append((MONDAY.toordinal(), "missed"))
    assert reason(course, TUESDAY.toordinal(), more=True) == ("missed", "C1", MONDAY.toordinal())


def test_too_much_effort_is_dated_on_the_run_that_felt_so() -> None:
    hard = (an_entry(MONDAY, rpe=7), an_entry(TUESDAY, rpe=7))
    course = a_course(*hard, today=TUESDAY + DAY)
    assert reason(course, course.today + 1) == ("effort_too_high", "C2", TUESDAY.toordinal())


@pytest.mark.parametrize("open_end", [False, True])
def test_a_return_is_the_reason_of_its_days(*, open_end: bool) -> None:
    course = a_course()
    first = course.today
    course.state.ways_back.append(Return(first, first - 9, 9, 20_000, ((5, 0.5), (5, 0.75)), open=open_end))
    assert reason(course, first + 3) == ("break", "C1", first - 9)


def test_one_receipt_for_every_day_that_differs() -> None:
    course = a_course(a_check_in(MONDAY, pain=4))
    thursday = MONDAY + 3 * DAY
    before = a_week(a_session(TUESDAY, minutes=40), a_session(thursday, minutes=40))
    after = a_week(a_session(TUESDAY, minutes=25), a_session(thursday, minutes=40))
    (change,) = receipts(course, [before], [after])
    assert (change.date, change.rule, change.cause) == (TUESDAY, "pain", MONDAY)


def test_days_gone_by_and_days_beyond_a_fortnight_have_no_receipt() -> None:
    course = a_course(a_check_in(MONDAY, pain=4))
    days = (MONDAY, TUESDAY + 14 * DAY)
    weeks = [a_week(*(a_session(day, minutes=minutes) for day in days)) for minutes in (40, 25)]
    assert receipts(course, weeks[:1], weeks[1:]) == ()


def test_a_plan_of_whom_nothing_happened_has_no_receipts() -> None:
    assert plan(an_athlete(), (), MONDAY).changes == ()
