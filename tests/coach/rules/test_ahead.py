"""A plan of the next weeks only is the beginning of the whole plan."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.documents import outline_from_json, week_to_json
from coach.plan import Kept, Plan
from coach.planning import plan, this_week
from tests.builders import MONDAY, a_check_in, a_day, an_athlete
from tests.coach.rules.athletes import Trial, trials
from tests.coach.rules.trial import first_plan
from tests.depth import examples


def asked(trial: Trial, ahead: int | None) -> Plan:
    """The plan of a trial, as far as it is wanted."""
    return plan(trial.profile, trial.history, trial.today, ahead=ahead)


@examples(25)
@given(trial=trials(follow=first_plan), ahead=st.integers(0, 6))
def test_the_next_weeks_are_those_of_the_whole_plan(trial: Trial, ahead: int) -> None:
    whole, part = asked(trial, None), asked(trial, ahead)
    assert part.weeks == whole.weeks[: ahead + 1]
    assert {notice.code for notice in part.warnings} <= {notice.code for notice in whole.warnings}


@examples(25)
@given(trial=trials(follow=first_plan))
def test_two_weeks_ahead_hold_every_receipt(trial: Trial) -> None:
    assert asked(trial, 2).changes == asked(trial, None).changes


@examples(40)
@given(trial=trials(follow=first_plan), sent=st.booleans())
def test_this_week_alone_explains_its_own_days_as_two_weeks_do(trial: Trial, sent: bool) -> None:  # noqa: FBT001 — drawn
    weeks = [week for week in first_plan(trial.profile).weeks if week.start <= trial.today] if sent else []
    alone = this_week(trial.profile, trial.history, trial.today, Kept(tuple(weeks)))
    both = plan(trial.profile, trial.history, trial.today, Kept(tuple(weeks)), ahead=1)
    days = {alone.plan.weeks[0].start + n * dt.timedelta(days=1) for n in range(7)} if alone.plan.weeks else set()
    assert list(alone.explain()) == [change for change in both.changes if change.date in days]
    assert alone.plan.weeks == both.weeks[:1]


@examples(25)
@given(trial=trials(follow=first_plan), ahead=st.integers(0, 2))
def test_unexplained_it_is_the_same_plan_without_its_changes(trial: Trial, ahead: int) -> None:
    bare = plan(trial.profile, trial.history, trial.today, ahead=ahead, explained=False)
    assert bare == replace(asked(trial, ahead), changes=())


@examples(40)
@given(trial=trials(follow=first_plan))
def test_weeks_gone_by_need_neither_words_nor_steps(trial: Trial) -> None:
    monday = trial.today - dt.timedelta(days=trial.today.weekday())
    sent = [week for week in first_plan(trial.profile).weeks if week.start <= monday]
    outlined = [outline_from_json(week_to_json(week)) if week.start < monday else week for week in sent]

    whole, from_outlines = (
        plan(trial.profile, trial.history, trial.today, Kept(tuple(weeks)), ahead=1) for weeks in (sent, outlined)
    )
    assert from_outlines == whole


@pytest.mark.parametrize("ahead", [0, 1, 2])
def test_receipts_never_speak_of_weeks_that_were_not_made(ahead: int) -> None:
    today = a_day(3, "wed")
    made = plan(an_athlete(), (a_check_in(today, pain=7),), today, ahead=ahead)
    assert made.changes
    assert all(change.date < made.weeks[-1].start + dt.timedelta(days=7) for change in made.changes)


def test_asked_before_the_start_the_weeks_count_from_the_first() -> None:
    made = plan(an_athlete(), (), MONDAY - dt.timedelta(days=20), ahead=1)
    assert [week.index for week in made.weeks] == [1, 2]
