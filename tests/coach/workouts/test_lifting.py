"""What logged sets mean: up by the top of the range, down by too hard and by pain, never by the calendar."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.history import Entry, Felt, SetsDone, Status
from coach.profile import Equipment, Experience
from coach.standing import Moved, Standing
from coach.workouts.ladders import all_exercises, ladder, nearest, position_of, whole_ladder
from coach.workouts.lifting import Mark, after_week, as_planned, beginning, closed, mark_of
from tests.coach.workouts.lifts import (
    BODYWEIGHT,
    EVERYTHING,
    equipments,
    lifted,
    rung_of,
    sessions,
    squats,
    standing_of,
    walked,
    weeks_of,
)

TOP = 15
"""Repetitions at the top of the range of the first four weeks."""


def test_two_weeks_at_the_top_of_the_range_lead_one_rung_up() -> None:
    start, first, second = walked([[lifted(squats(TOP))], [lifted(squats(TOP))]])
    assert [rung_of(each) for each in (start, first, second)] == ["bodyweight", "bodyweight", "goblet"]


def test_the_top_of_the_range_twice_in_one_week_counts_once() -> None:
    """Tendons need the second week [C]."""
    assert rung_of(walked([[lifted(squats(TOP)), lifted(squats(TOP))]])[-1]) == "bodyweight"


def test_the_top_of_the_range_without_two_in_reserve_does_not_count() -> None:
    weeks = [[lifted(squats(TOP), rpe=9)], [lifted(squats(TOP), rpe=9)]]
    assert rung_of(walked(weeks)[-1]) == "bodyweight"


def test_too_easy_counts_as_the_top_of_the_range() -> None:
    weeks = [[lifted(squats(12, "easy"))], [lifted(squats(12, "easy"))]]
    after = walked(weeks)[-1]
    assert rung_of(after) == "goblet"
    assert standing_of(after).moved is Moved.EASY


def test_too_hard_twice_leads_one_rung_down() -> None:
    after = walked([[lifted(squats(12, "hard")), lifted(squats(12, "hard"))]])[-1]
    assert rung_of(after) == "sit_to_stand"
    assert standing_of(after).moved is Moved.HARD


def test_too_hard_twice_counts_over_two_weeks_and_once_changes_nothing() -> None:
    start, once, twice = walked([[lifted(squats(12, "hard"))], [lifted(squats(12, "hard"))]])
    assert [rung_of(each) for each in (start, once, twice)] == ["bodyweight", "bodyweight", "sit_to_stand"]


def test_a_good_session_between_two_hard_ones_keeps_the_rung() -> None:
    weeks = [[lifted(squats(12, "hard")), lifted(squats(12, "right"))], [lifted(squats(12, "hard"))]]
    assert rung_of(walked(weeks)[-1]) == "bodyweight"


def test_pain_leads_one_rung_down_at_once() -> None:
    after = walked([[lifted(squats(12, "pain"))]])[-1]
    assert rung_of(after) == "sit_to_stand"
    assert standing_of(after).moved is Moved.PAIN


def test_on_the_lowest_rung_it_is_one_set_fewer() -> None:
    after = walked([[lifted(squats(12, "pain"))]], experience=Experience.NEW)[-1]
    assert rung_of(after) == "sit_to_stand"
    assert standing_of(after).eased


def test_one_set_fewer_is_given_back_before_the_next_rung() -> None:
    weeks = [[lifted(squats(12, "pain"))], [lifted(squats(TOP))], [lifted(squats(TOP))]]
    after = standing_of(walked(weeks, experience=Experience.NEW)[-1])
    assert (after.rung, after.eased) == (0, False)


def test_one_exercise_moves_without_the_others() -> None:
    after = walked([[lifted(squats(12, "pain"))]])[-1]
    assert rung_of(after, exercise="plank") == "full"


def test_four_weeks_as_planned_climb_one_rung_and_three_do_not() -> None:
    weeks = [[lifted()]] * 4
    assert [rung_of(each) for each in walked(weeks)] == ["bodyweight"] * 4 + ["goblet"]


def test_a_missed_week_is_not_climbed_over() -> None:
    weeks = [[lifted()], [], [lifted()], [lifted()]]
    assert rung_of(walked(weeks)[-1]) == "bodyweight"


def test_a_hard_session_without_sets_is_not_climbed_over() -> None:
    """By the effort of the session alone."""
    assert rung_of(walked([[lifted(rpe=9)]] * 4)[-1]) == "bodyweight"


def test_a_skipped_session_counts_for_nothing() -> None:
    assert rung_of(walked([[lifted(status=Status.SKIPPED)]] * 4)[-1]) == "bodyweight"


def test_less_than_asked_repeats_the_week() -> None:
    assert standing_of(walked([[lifted(squats(8))]])[-1]).place == 0


def test_as_much_as_asked_goes_on_to_more_repetitions() -> None:
    assert standing_of(walked([[lifted(squats(12))]])[-1]).place == 1


def test_an_easier_form_moves_nothing() -> None:
    """Somebody who travels without a weight does not lose the rung, and does not climb by it."""
    weeks = [[lifted(squats(20, rung="sit_to_stand"))]] * 3
    assert rung_of(walked(weeks)[-1]) == "bodyweight"


def test_a_harder_form_done_well_is_stood_on_one_rung_at_a_time() -> None:
    after = walked([[lifted(squats(12, rung="barbell"))]])[-1]
    assert rung_of(after) == "goblet"


def test_a_harder_form_that_was_too_hard_is_not() -> None:
    assert rung_of(walked([[lifted(squats(5, "hard", rung="barbell"))]])[-1]) == "bodyweight"


def test_holds_are_measured_in_seconds() -> None:
    plank = SetsDone("plank", 2, seconds=30, rung="full")  # type: ignore[arg-type] # seconds are whole numbers
    after = walked([[lifted(plank)], [lifted(plank)]])[-1]
    assert rung_of(after, exercise="plank") == "side"


def test_the_weakest_set_counts() -> None:
    weeks = [[lifted(squats(TOP), squats(9))]] * 2
    assert rung_of(walked(weeks)[-1]) == "bodyweight"


def test_a_guided_session_done_to_its_end_counts_for_what_the_plan_left_out() -> None:
    guided = lifted(squats(12, "right", rung="bodyweight"))
    assert standing_of(walked([[guided]])[-1], "plank").place == 1


@pytest.mark.parametrize(
    "entry", [lifted(squats(12)), lifted(squats(12, rung="bodyweight"), status=Status.PARTIAL)], ids=["words", "half"]
)
def test_a_list_in_words_or_half_a_session_counts_for_what_it_names(entry: Entry) -> None:
    assert standing_of(walked([[entry]])[-1], "plank").place == 0


def test_sets_of_an_exercise_without_a_ladder_move_nothing() -> None:
    push_ups = SetsDone("push_up", 3, reps=20)
    before, after = walked([[lifted(push_ups)]])
    assert after == tuple(each._replace(idle=1) for each in before)


def test_after_three_weeks_without_strength_repetitions_begin_at_the_bottom() -> None:
    assert standing_of(walked([[lifted()], [lifted()], [], [], []])[-1]).place == 0


def test_after_eight_weeks_without_strength_a_rung_is_lost_once() -> None:
    standings = walked([[lifted()], *[[]] * 20])
    assert [rung_of(standings[week]) for week in (8, 9, 21)] == ["bodyweight", "sit_to_stand", "sit_to_stand"]
    assert standing_of(standings[9]).moved is Moved.PAUSE


def test_the_reason_of_a_move_is_told_for_one_week() -> None:
    standings = walked([[lifted(squats(12, "pain"))], [lifted(squats(12))]])
    assert [standing_of(each).moved for each in standings] == [None, Moved.PAIN, None]


def test_the_dose_decides_what_the_top_is() -> None:
    """Twelve repetitions are the top from the fifth week on."""
    squat = Standing("squat", 1)
    assert mark_of(squat, lifted(squats(12)), 4) is Mark.PLANNED
    assert mark_of(squat, lifted(squats(12)), 5) is Mark.TOP


@pytest.mark.parametrize("exercise", all_exercises())
def test_the_lowest_rung_of_every_ladder_needs_nothing(exercise: str) -> None:
    assert not whole_ladder(exercise)[0].needs


@given(equipment=equipments, experience=st.sampled_from(Experience), weeks=weeks_of())
def test_never_more_than_one_rung_between_two_weeks(
    equipment: frozenset[Equipment], experience: Experience, weeks: list[list[Entry]]
) -> None:
    standings = walked(weeks, equipment, experience)
    for before, after in pairwise(standings):
        for was, now in zip(before, after, strict=True):
            rungs = [position_of(was.exercise, rung.name) for rung in ladder(was.exercise, equipment)]
            assert abs(rungs.index(now.rung) - rungs.index(was.rung)) <= 1


@given(equipment=equipments, experience=st.sampled_from(Experience), weeks=weeks_of())
def test_never_a_rung_whose_equipment_is_missing(
    equipment: frozenset[Equipment], experience: Experience, weeks: list[list[Entry]]
) -> None:
    for standing in walked(weeks, equipment, experience)[-1]:
        assert whole_ladder(standing.exercise)[standing.rung].fits(equipment)


@given(equipment=equipments, weeks=weeks_of(any_rung=False), data=st.data())
def test_an_easier_set_never_leads_to_a_lower_rung(
    equipment: frozenset[Equipment], weeks: list[list[Entry]], data: st.DataObject
) -> None:
    """Monotone in ease: the same history with one set felt easier."""
    places = [
        (week, number, at)
        for week, entries in enumerate(weeks)
        for number, entry in enumerate(entries)
        for at, done in enumerate(entry.exercises)
        if done.felt is not Felt.EASY
    ]
    if not places:
        return
    week, number, at = data.draw(st.sampled_from(places))
    eased = [[*entries] for entries in weeks]
    eased[week][number] = _eased(weeks[week][number], at, data)
    for harder, easier in zip(walked(weeks, equipment)[-1], walked(eased, equipment)[-1], strict=True):
        assert (easier.rung, not easier.eased) >= (harder.rung, not harder.eased)


def _eased(entry: Entry, at: int, data: st.DataObject) -> Entry:
    ease = (Felt.PAIN, Felt.HARD, Felt.RIGHT, Felt.EASY)
    felt = entry.exercises[at].felt or Felt.RIGHT
    softer = data.draw(st.sampled_from(ease[ease.index(felt) + 1 :]))
    sets = [replace(done, felt=softer) if number == at else done for number, done in enumerate(entry.exercises)]
    return replace(entry, exercises=tuple(sets))


@given(equipment=equipments, weeks=weeks_of(), gap=st.integers(1, 30))
def test_a_gap_never_leads_up(equipment: frozenset[Equipment], weeks: list[list[Entry]], gap: int) -> None:
    before = walked(weeks, equipment)[-1]
    after = walked([[]] * gap, equipment, first=before)[-1]
    assert all(now.rung <= was.rung and now.place <= was.place for was, now in zip(before, after, strict=True))


@given(weeks=weeks_of(), before=equipments, after=equipments)
def test_other_equipment_keeps_the_nearest_rung(
    weeks: list[list[Entry]], before: frozenset[Equipment], after: frozenset[Equipment]
) -> None:
    """The same rung where it is possible, else the nearest easier one."""
    for standing in walked(weeks, before)[-1]:
        rung = position_of(standing.exercise, nearest(standing.exercise, standing.rung, after).name)
        allowed = [at for at, each in enumerate(whole_ladder(standing.exercise)) if each.fits(after)]
        assert rung == max((at for at in allowed if at <= standing.rung), default=0)


@given(equipment=equipments, experience=st.sampled_from(Experience), week=st.integers(1, 24))
def test_a_block_done_as_planned_stands_where_the_plan_expects(
    equipment: frozenset[Equipment], experience: Experience, week: int
) -> None:
    weeks = [[lifted(rpe=6), lifted()]] * (week - 1)
    assert walked(weeks, equipment, experience)[-1] == as_planned(equipment, experience, week)


@given(entry=sessions(), week=st.integers(1, 30), rung=st.integers(0, 2), place=st.integers(0, 3))
def test_every_session_can_be_judged(entry: Entry, week: int, rung: int, place: int) -> None:
    assert mark_of(Standing("plank", rung, place), entry, week) in {None, *Mark}


@given(marks=st.lists(st.sampled_from(Mark), min_size=1), place=st.integers(0, 3), hards=st.integers(0, 1))
def test_a_closed_week_is_ready_for_the_next(marks: list[Mark], place: int, hards: int) -> None:
    after = closed(Standing("squat", 2, place, hards=hards), marks, EVERYTHING)
    assert after.place in range(4)
    assert after.hards in {0, 1}
    assert after.tops in {0, 1}


def test_beginners_and_runners_begin_on_different_rungs() -> None:
    assert rung_of(beginning(BODYWEIGHT, Experience.NEW)) == "sit_to_stand"
    assert rung_of(beginning(BODYWEIGHT, Experience.EXPERIENCED)) == "bodyweight"


def test_what_lies_ahead_is_taken_as_done() -> None:
    start = beginning(EVERYTHING, Experience.NEW)
    assert standing_of(after_week(start, (), EVERYTHING, 1, ahead=True)).place == 1
