"""Receipts compare the plan with what it would have been, and name the rule behind every day that differs (C7)."""

import datetime as dt

import pytest

from coach.history import Entry, Status
from coach.plan import Kept
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
from coach.profile import Profile, Weekday
from coach.session import SessionKind
from coach.units import Metres
from tests.builders import MONDAY, a_check_in, a_session, a_skip, a_week, an_athlete, an_entry
from tests.coach.rules.story import followed

DAY = dt.timedelta(days=1)
TUESDAY = MONDAY + DAY


def a_course(*entries: Entry, today: dt.date = TUESDAY) -> Course:
    """The course of a regular runner on a day, with a log."""
    profile = an_athlete()
    athlete = read_athlete(profile, None)
    block, day = block_at(profile, today), today.toordinal()
    log = read_log(entries, today, athlete.pacing.speeds)
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


def test_a_shorter_run_with_strength_beside_it_is_not_more() -> None:
    course = a_course(a_check_in(MONDAY, pain=4))
    course.odd.append((MONDAY.toordinal(), "missed"))
    before = a_week(a_session(TUESDAY, minutes=35))
    after = a_week(a_session(TUESDAY, minutes=30), a_session(TUESDAY, "strength", 20))
    (change,) = receipts(course, [before], [after])
    assert change.rule == "pain"


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


@pytest.mark.parametrize("entry", [an_entry(TUESDAY), a_skip(TUESDAY)])
def test_what_stands_in_the_log_of_today_is_not_changed(entry: Entry) -> None:
    course = a_course(a_check_in(MONDAY, pain=4), entry)
    before = a_week(a_session(TUESDAY, minutes=40), a_session(TUESDAY, "strength", 20))
    assert receipts(course, [before], [a_week(a_session(TUESDAY, "strength", 20))]) == ()


def test_another_run_in_place_of_todays_is_a_change() -> None:
    course = a_course(a_check_in(MONDAY, pain=4), an_entry(TUESDAY, planned=False))
    before = a_week(a_session(TUESDAY, "tempo_run", 40), a_session(TUESDAY, "strength", 20))
    (change,) = receipts(course, [before], [a_week(a_session(TUESDAY, "strength", 20))])
    assert change.date == TUESDAY


def test_days_gone_by_and_days_beyond_a_fortnight_have_no_receipt() -> None:
    course = a_course(a_check_in(MONDAY, pain=4))
    days = (MONDAY, TUESDAY + 14 * DAY)
    weeks = [a_week(*(a_session(day, minutes=minutes) for day in days)) for minutes in (40, 25)]
    assert receipts(course, weeks[:1], weeks[1:]) == ()


def test_a_plan_of_whom_nothing_happened_has_no_receipts() -> None:
    assert plan(an_athlete(), (), MONDAY).changes == ()


# Results of races


def a_raced_week() -> tuple[Profile, tuple[Entry, ...], dt.date]:
    """Twelve days as planned, a quick 5 km on the thirteenth, and the day after."""
    runner, day = an_athlete(), MONDAY + 12 * DAY
    race = Entry(day, SessionKind.RACE, Status.DONE, 25, Metres(5000), planned=True)
    return runner, (*followed(runner, day), race), day + DAY


def test_quicker_paces_after_a_race_are_receipts() -> None:
    runner, history, today = a_raced_week()
    news = [change for change in plan(runner, history, today).changes if change.rule == "new_paces"]
    assert news
    assert {change.cause for change in news} == {today - DAY}
    assert {"change.paced"} <= {change.after.key for change in news}
    assert all(change.before != change.after for change in news)


def test_weeks_already_sent_keep_their_paces_without_a_receipt() -> None:
    runner, history, today = a_raced_week()
    monday = today - today.weekday() * DAY
    sent = plan(runner, followed(runner, monday), monday).weeks[:2]
    made = plan(runner, history, today, Kept(weeks=sent))
    eased = {change.date for change in made.changes if change.rule == "race"}  # hard runs that became easy
    easy = [s for s in made.weeks[1].sessions if s.kind is SessionKind.EASY_RUN and s.date not in eased]
    assert {s.target.pace_s_per_km for s in easy} == {None}
    news = {change.date for change in made.changes if change.rule == "new_paces"}
    assert all(day >= sent[1].start + 7 * DAY for day in news)


def test_a_week_after_the_race_its_paces_are_no_news() -> None:
    runner, history, today = a_raced_week()
    later = today + 7 * DAY
    assert "new_paces" not in {change.rule for change in plan(runner, followed(runner, later, history), later).changes}


def test_what_was_missed_on_a_sunday_is_told_on_monday() -> None:
    sunday = MONDAY + 6 * DAY
    course = a_course(a_skip(sunday, "long_run"), today=sunday + DAY)
    assert causes(course) == [("missed", "C1", sunday.toordinal())]


def test_what_was_done_as_planned_is_never_called_outside_the_plan() -> None:
    """Also where the plan of the days gone by looks otherwise today, as after some days off."""
    profile = an_athlete(available_days=frozenset({Weekday.TUE, Weekday.THU, Weekday.SAT, Weekday.SUN}))
    sunday, today = MONDAY + 20 * DAY, MONDAY + 25 * DAY
    lived = [*followed(profile, sunday), a_skip(sunday), a_skip(sunday + 2 * DAY)]
    thursday = sunday + 4 * DAY
    asked = [each for each in plan(profile, lived, thursday).weeks[0].sessions if each.date == thursday]
    done = [an_entry(thursday, kind=each.kind, minutes=float(each.minutes), planned=True) for each in asked]
    rules = {change.rule for change in plan(profile, [*lived, *done], today).changes}
    assert rules
    assert "unplanned_run" not in rules


def test_a_cleared_red_flag_is_no_reason_to_wait_for_a_doctor() -> None:
    profile, today = an_athlete(), MONDAY + 16 * DAY
    lived = followed(profile, MONDAY + 14 * DAY)
    flagged = [*lived, a_check_in(MONDAY + 14 * DAY, "chest_pain")]
    held = plan(profile, flagged, today).changes
    assert {change.why.key for change in held} == {"change.why.red_flag"}
    cleared = plan(profile, [*flagged, a_check_in(MONDAY + 15 * DAY, "cleared")], today).changes
    assert "change.why.red_flag_over" in {change.why.key for change in cleared}
    assert "change.why.red_flag" not in {change.why.key for change in cleared}


def test_a_result_is_no_reason_for_what_changes_in_the_week_that_stands() -> None:
    profile, wednesday = an_athlete(), MONDAY + 16 * DAY
    race = an_entry(wednesday, kind=SessionKind.RACE, distance_m=Metres(5000), minutes=20.0, rpe=9, planned=False)
    made = plan(profile, [*followed(profile, wednesday), race], wednesday + DAY)
    quicker = [change.date for change in made.changes if change.rule == "new_paces"]
    assert quicker
    assert min(quicker) > wednesday + 4 * DAY
