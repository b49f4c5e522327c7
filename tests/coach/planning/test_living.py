"""Days gone by are taken as the history tells them."""

import pytest

from coach.planning.draft import Draft
from coach.planning.living import climb_by, live, live_today, note_odd, raced_long, reach, recover
from coach.planning.recovering import mending_of
from coach.session import EASY_RUN, RACE, RUN_WALK, STRENGTH
from coach.units import Metres
from tests.builders import a_beginner, a_check_in, a_day, a_skip, an_athlete, an_entry
from tests.coach.planning.courses import a_course

TUESDAY, TODAY = a_day(1, "tue"), a_day(1, "thu")
DAY = TUESDAY.toordinal()


def a_draft(kind: str = EASY_RUN, minutes: int = 30, **fields: object) -> Draft:
    """A session of Tuesday."""
    return Draft(DAY, kind, minutes, **fields)  # type: ignore[arg-type]


def test_a_run_that_was_due_and_was_not_done_begins_a_break() -> None:
    course = a_course(an_athlete(), (), TODAY)
    assert not live(course, DAY, [a_draft()])
    assert course.state.missed == DAY


def test_strength_that_was_not_done_begins_none() -> None:
    course = a_course(an_athlete(), (), TODAY)
    live(course, DAY, [a_draft(STRENGTH)])
    assert course.state.missed is None


def test_a_run_called_off_is_remembered_as_such() -> None:
    course = a_course(an_athlete(), (a_skip(TUESDAY),), TODAY)
    live(course, DAY, [a_draft()])
    assert course.state.skipped == DAY


def test_whoever_runs_has_missed_nothing_and_has_begun() -> None:
    course = a_course(a_beginner(), (an_entry(TUESDAY, "run_walk"),), TODAY)
    live(course, DAY, [a_draft(RUN_WALK)])
    assert (course.state.missed, course.state.first_run) == (None, DAY)


def test_a_comfortable_run_walk_counts_for_its_stage_and_a_hard_one_does_not() -> None:
    counted = {}
    for effort in (4, 9):
        course = a_course(a_beginner(), (an_entry(TUESDAY, "run_walk", rpe=effort),), TODAY)
        assert course.state.climb is not None
        live(course, DAY, [a_draft(RUN_WALK, stage=course.state.climb.stage)])
        counted[effort] = course.state.climb.comfortable
    assert counted == {4: 1, 9: 0}


def test_no_stage_is_left_while_it_hurts() -> None:
    course = a_course(a_beginner(), (a_check_in(TUESDAY, pain=4),), TODAY)
    assert course.state.climb is not None
    climb_by(course, a_draft(RUN_WALK, stage=course.state.climb.stage))
    assert course.state.climb.comfortable == 0


@pytest.mark.parametrize(("pain", "reached"), [(None, True), (4, False)])
def test_half_an_hour_without_a_walk_is_the_top_of_the_ladder_unless_it_hurts(
    pain: int | None, *, reached: bool
) -> None:
    ran = an_entry(TUESDAY, "easy_run", minutes=35, longest_run_s=2100, rpe=4)
    history = (ran,) if pain is None else (ran, a_check_in(TUESDAY, pain=pain))
    course = a_course(a_beginner(), history, TODAY)
    climb = course.state.climb
    assert climb is not None
    before = climb.stage
    reach(course, DAY, climb)
    assert (climb.stage > before) is reached


def test_what_todays_log_holds_of_a_run_is_on_the_road_at_once() -> None:
    ran = an_entry(TODAY, minutes=30, distance_m=Metres(5000))
    course = a_course(an_athlete(), (ran,), TODAY)
    live_today(course, [], [])
    assert course.road.daily(TODAY.toordinal()) == 5000


def test_days_that_went_as_planned_are_not_odd_and_others_say_how_they_went() -> None:
    history = (an_entry(TUESDAY, minutes=30), an_entry(a_day(1, "wed"), planned=False))
    course = a_course(an_athlete(), history, TODAY)
    note_odd(course, [Draft(DAY - 1, EASY_RUN, 30), a_draft(EASY_RUN, 30)])
    assert course.odd == [(DAY - 1, "missed"), (DAY + 1, "unplanned_run")]


def test_a_long_race_is_followed_by_one_return_however_often_it_is_looked_at() -> None:
    raced = an_entry(TUESDAY, RACE, distance_m=Metres(42_195), minutes=240)
    course = a_course(an_athlete(weekly_distance_m=60_000, longest_run_m=30_000), (raced,), TODAY)
    course.road.live(DAY)
    assert raced_long(course, DAY)
    assert not recover(course, DAY, mending_of(42_195))
    assert len(course.state.ways_back) == 1
