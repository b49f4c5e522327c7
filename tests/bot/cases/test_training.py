"""One athlete's training: no more of the plan is made than it takes to answer, and what is made is always the same."""

import datetime as dt

import pytest

from bot.cases.training import Training, monday_of, training_of
from bot.desk import Desk
from coach.errors import ProfileError
from coach.plan import NOTHING_KEPT
from coach.planning import plan
from tests.builders import MONDAY, a_check_in, an_athlete, an_entry

DAY = dt.timedelta(days=1)
TODAY = MONDAY + 16 * DAY
HISTORY = (an_entry(TODAY - 2 * DAY), a_check_in(TODAY - DAY, pain=4))


def a_training(today: dt.date = TODAY) -> Training:
    """A runner in the third week of twelve, with a sore knee."""
    return Training(an_athlete(), HISTORY, NOTHING_KEPT, today)


def planned_by(training: Training) -> set[str]:
    """How far ahead it was planned."""
    return {"now", "coming", "plan", "changes"} & vars(training).keys()


@pytest.mark.parametrize(("weeks", "planned"), [(0, {"now"}), (1, {"coming"})], ids=["this week", "next week"])
def test_no_more_weeks_are_planned_than_it_takes(weeks: int, planned: set[str]) -> None:
    training = a_training()
    training.sessions_on(TODAY + 7 * weeks * DAY)
    assert planned_by(training) == planned


def test_who_looks_farther_ahead_sees_the_whole_plan() -> None:
    training = a_training()
    assert training.week_at(monday_of(TODAY) + 14 * DAY) is not None
    assert "plan" in planned_by(training)


def test_whole_plan_that_was_made_answers_everything() -> None:
    training = a_training()
    whole = training.plan
    assert training.now is training.coming is whole
    assert training.changes == whole.changes


def test_next_week_that_was_planned_holds_this_one() -> None:
    training = a_training()
    assert training.coming is training.now


@pytest.mark.parametrize("days", [0, 3, 5, 8, 12, 15, 40])
@pytest.mark.parametrize("first", ["now", "coming", "plan"])
def test_day_holds_the_same_however_far_was_planned_before(first: str, days: int) -> None:
    training, day = a_training(), TODAY + days * DAY
    whole = plan(training.profile, HISTORY, TODAY)
    getattr(training, first)
    expected = [session for week in whole.weeks for session in week.sessions if session.date == day]
    assert list(training.sessions_on(day)) == expected


def test_before_the_start_the_first_week_is_seen() -> None:
    training = a_training(MONDAY - 10 * DAY)
    week = training.week_at(MONDAY)
    assert week is not None
    assert week.index == 1


def test_what_holds_a_day_back_is_said_by_this_week_alone() -> None:
    training = a_training()
    assert {notice.code for notice in training.now.warnings} <= {notice.code for notice in training.plan.warnings}
    assert "pain_easy" in {notice.code for notice in a_training().now.warnings}


def test_a_profile_that_was_changed_is_read_anew(desk: Desk) -> None:
    athlete = desk.owner
    athlete.profile = {**desk.owner.profile, "age": 40}
    first = training_of(desk)
    athlete.profile = {**athlete.profile, "age": 41}
    assert (first.profile.age, training_of(desk).profile.age) == (40, 41)


def test_a_profile_that_cannot_be_read_is_refused_again_and_again(desk: Desk) -> None:
    desk.owner.profile = {**desk.owner.profile, "age": 400}
    for _ in range(2):
        with pytest.raises(ProfileError):
            training_of(desk)
