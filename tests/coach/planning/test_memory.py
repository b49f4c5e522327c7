"""A plan made from memory of the weeks gone by is the plan made from scratch, whatever happened and whenever asked."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.documents import outline_from_json, week_to_json
from coach.fitness import fitness_now
from coach.history import Entry
from coach.memories import forget_people
from coach.plan import NOTHING_KEPT, Kept, Move
from coach.planning import plan
from coach.planning.athlete import read_athlete
from coach.planning.block import block_at
from coach.planning.draft import Draft
from coach.planning.engine import Engine
from coach.planning.log import read_log
from coach.planning.memory import REMEMBERED, begun, remembered, resumed
from coach.planning.signs import Signs, Spell, read_signs
from coach.profile import Profile
from coach.session import EASY_RUN, SessionKind
from tests.builders import MONDAY, a_beginner, a_check_in, a_day, an_athlete, an_entry
from tests.coach.rules.athletes import Trial, as_planned, trials
from tests.coach.rules.trial import first_plan
from tests.depth import examples

DAY = dt.timedelta(days=1)


def engines(
    profile: Profile, history: Iterable[Entry], today: dt.date, kept: Kept = NOTHING_KEPT
) -> tuple[Engine, Engine]:
    """The same question put twice: from scratch, and from memory."""
    history, day = tuple(history), today.toordinal()
    known = fitness_now(profile, history, today)
    athlete = read_athlete(profile, None if known is None else known.value)
    log = read_log(history, today, athlete.pacing.speeds)
    asked = (athlete, block_at(profile, today), log, day, read_signs(log, day), kept)
    return begun(*asked), resumed(*asked)


def assert_same(profile: Profile, history: Iterable[Entry], today: dt.date, kept: Kept = NOTHING_KEPT) -> None:
    """Both ways lead to the same weeks, and to the same place."""
    scratch, memory = engines(profile, history, today, kept)
    assert memory.run() == scratch.run()
    assert memory.course.state == scratch.course.state
    assert memory.course.road.foot == scratch.course.road.foot
    assert memory.course.road.longest == scratch.course.road.longest
    assert memory.course.odd == scratch.course.odd


def as_lived(profile: Profile, until: dt.date) -> tuple[Entry, ...]:
    """A block done exactly as planned, up to a day."""
    sessions = [session for week in first_plan(profile).weeks for session in week.sessions]
    return tuple(as_planned(session) for session in sessions if session.date < until)


@examples(60)
@given(trial=trials(follow=first_plan))
def test_any_athlete_with_any_history_gets_the_plan_made_from_scratch(trial: Trial) -> None:
    assert_same(trial.profile, trial.history, trial.today)


@examples(15)
@given(trial=trials(follow=first_plan), days=st.integers(1, 16))
def test_day_after_day_memory_and_scratch_agree(trial: Trial, days: int) -> None:
    for ago in range(days, -1, -1):
        today = trial.today - ago * DAY
        if today >= trial.profile.start_date:
            assert_same(trial.profile, [entry for entry in trial.history if entry.date <= today], today)


@examples(30)
@given(trial=trials(follow=first_plan), data=st.data())
def test_what_was_sent_and_moved_is_no_obstacle(trial: Trial, data: st.DataObject) -> None:
    weeks = [week for week in first_plan(trial.profile).weeks if week.start <= trial.today]
    outlined = [outline_from_json(week_to_json(week)) for week in weeks[:-1]]
    sent = data.draw(st.sampled_from([weeks, weeks[-1:], outlined + weeks[-1:]]))
    sessions = [session for week in weeks[-3:] for session in week.sessions]
    moves = []
    if sessions and data.draw(st.booleans()):
        moved = data.draw(st.sampled_from(sessions))
        other = data.draw(st.sampled_from(sessions))
        moves = [Move(each.kind, each.date, each.date + data.draw(st.integers(-4, 6)) * DAY) for each in (moved, other)]
    first = data.draw(st.sampled_from([(), tuple(weeks)]))
    assert_same(trial.profile, trial.history, trial.today, Kept(tuple(sent), tuple(moves), first=first))


@pytest.mark.parametrize(
    ("origin", "target", "remembered"),
    [
        (a_day(2, "tue"), a_day(2, "wed"), True),
        (a_day(4, "thu"), a_day(4, "fri"), True),
        (a_day(3, "sun"), a_day(4, "mon"), False),
        (a_day(4, "tue"), a_day(3, "sat"), False),
    ],
    ids=["behind", "ahead", "over to this week", "back from this week"],
)
def test_only_a_move_over_this_monday_takes_the_walk_from_the_first_week(
    origin: dt.date, target: dt.date, *, remembered: bool
) -> None:
    profile, today = an_athlete(), a_day(4, "tue")
    weeks = [week for week in first_plan(profile).weeks if week.start <= today]
    kind = next(session.kind for week in weeks for session in week.sessions if session.date == origin)
    kept = Kept(tuple(weeks), (Move(kind, origin, target),))
    assert_same(profile, as_lived(profile, today), today, kept)
    _, memory = engines(profile, as_lived(profile, today), today, kept)
    assert (memory.course.road.span(a_day(3, "mon").toordinal(), 7) > 0) is remembered


@examples(20)
@given(trial=trials(follow=first_plan), order=st.permutations(range(4)))
def test_what_was_asked_before_changes_no_answer(trial: Trial, order: list[int]) -> None:
    questions = [
        (trial.history, trial.today),
        (trial.history[:-1], trial.today),
        (trial.history, trial.today + DAY),
        (trial.history[1:], trial.today),
    ]
    first = [plan(trial.profile, *question, ahead=1) for question in questions]
    again = {number: plan(trial.profile, *questions[number], ahead=1) for number in order}
    assert [again[number] for number in range(4)] == first


@pytest.mark.parametrize("profile", [an_athlete(), a_beginner()], ids=["runner", "beginner"])
def test_correcting_a_week_gone_by_changes_the_plan_as_if_it_had_been_right_at_first(profile: Profile) -> None:
    today = a_day(4, "wed")
    history = as_lived(profile, today)
    plain = plan(profile, history, today)
    without = tuple(entry for entry in history if not a_day(2, "mon") <= entry.date <= a_day(3, "sun"))
    assert_same(profile, without, today)
    assert plan(profile, without, today).weeks != plain.weeks
    assert plan(profile, history, today) == plain


@pytest.mark.parametrize("changed", [{"distance_m": 2_000}, {"rpe": 10}, {"minutes": 5.0}], ids=str)
def test_a_week_gone_by_told_otherwise_is_another_past_though_everything_else_is_alike(
    changed: dict[str, Any],
) -> None:
    """As many entries, the same last one: told apart all the same."""
    profile, today = an_athlete(), a_day(4, "wed")
    first, *rest = as_lived(profile, today)
    plan(profile, (first, *rest), today)
    assert_same(profile, (replace(first, **changed), *rest), today)
    before = remembered()
    plan(profile, (first, *rest), today)
    assert remembered() == before


def test_pain_today_is_not_hidden_by_what_is_remembered() -> None:
    profile, today = an_athlete(), a_day(4, "wed")
    history = as_lived(profile, today)
    plain = plan(profile, history, today)
    sore = plan(profile, (*history, a_check_in(today, pain=7)), today)
    assert any(change.rule == "pain" for change in sore.changes)
    assert plan(profile, history, today) == plain


def test_new_fitness_is_another_past() -> None:
    profile, today = an_athlete(), a_day(5, "thu")
    history = as_lived(profile, today)
    before = plan(profile, history, today)
    fast = replace(an_entry(today - DAY, minutes=22, distance_m=5000), kind=SessionKind.RACE, rpe=10)
    assert plan(profile, (*history, fast), today).fitness != before.fitness
    assert_same(profile, (*history, fast), today)


@pytest.mark.parametrize("today", [MONDAY, MONDAY + 6 * DAY, MONDAY - 30 * DAY], ids=["first", "sunday", "before"])
def test_in_the_first_week_there_is_nothing_to_remember(today: dt.date) -> None:
    assert_same(an_athlete(), (), today)


def test_next_block_of_an_open_goal_goes_on_from_memory_as_well() -> None:
    profile, today = an_athlete(weeks=None), MONDAY + 15 * 7 * DAY + 2 * DAY
    history = [an_entry(MONDAY + 2 * n * DAY, minutes=35, distance_m=5500) for n in range(52)]
    assert_same(profile, history, today)


def test_road_goes_on_by_itself() -> None:
    scratch, _ = engines(an_athlete(), as_lived(an_athlete(), a_day(3, "mon")), a_day(3, "mon"))
    scratch.run(2)
    road, day = scratch.course.road, a_day(3, "tue").toordinal()
    other = road.onward(scratch.course.log)
    limit = road.run_limit(day + 1)
    other.note([Draft(day, EASY_RUN, 90, metres=20_000)])
    assert road.span(day, 1) == 0
    assert road.run_limit(day + 1) == limit < other.run_limit(day + 1)


def test_state_goes_on_by_itself() -> None:
    engine, _ = engines(a_beginner(), (), MONDAY)
    state = engine.course.state
    other, before = state.copy(), state.copy()
    assert other == state
    assert other.climb is not None
    other.climb.step()
    other.turns[SessionKind.EASY_RUN] = 3
    other.planned_days.add(1)
    other.gave.add("run")
    other.ways_back.clear()
    assert state == before


@examples(20)
@given(trial=trials(follow=first_plan))
def test_signs_are_told_by_their_figures(trial: Trial) -> None:
    engine, _ = engines(trial.profile, trial.history, trial.today)
    signs = engine.course.signs
    assert Signs([Spell(*figures) for figures in signs.figures], list(signs.backs)) == signs
    hash(signs.figures)


def test_after_forgetting_nothing_of_weeks_gone_by_is_left_and_plans_stay_the_same() -> None:
    profile, today = an_athlete(), a_day(4, "wed")
    before = plan(profile, as_lived(profile, today), today)
    assert remembered() > 0
    forget_people()
    assert remembered() == 0
    assert plan(profile, as_lived(profile, today), today) == before
    assert remembered() > 0


def test_the_pasts_remembered_are_the_latest_ones_only() -> None:
    profile = an_athlete()
    for metres in range(REMEMBERED + 5):
        history = (an_entry(MONDAY + DAY, distance_m=3000 + metres),)
        plan(profile, history, MONDAY + 8 * DAY, ahead=0, explained=False)
    assert remembered() == REMEMBERED
