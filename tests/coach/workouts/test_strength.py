"""Strength: two sessions that take turns, ladders by equipment, doses by weeks."""

import pytest

from coach.profile import Equipment, Experience
from coach.session import Session, StrengthPart
from coach.workouts.ladders import dose, ladder, nearest
from coach.workouts.lifting import as_planned
from tests.coach.workouts.slots import a_session, exercises_of, seconds_of

BODYWEIGHT = frozenset({Equipment.BODYWEIGHT})
EVERYTHING = frozenset(Equipment)


def strength(turn: int = 0, minutes: int = 30, **fields: object) -> Session:
    return a_session("strength", minutes, turn=turn, **{"week": 1, **fields})


def names(session: Session) -> set[str]:
    return {part.exercise for part in exercises_of(session)}


def planned_rung(exercise: str, experience: Experience, week: int) -> str:
    """The rung of a week where everything before it went as planned."""
    standing = next(each for each in as_planned(BODYWEIGHT, experience, week) if each.exercise == exercise)
    return nearest(exercise, standing.rung, BODYWEIGHT).name


@pytest.mark.parametrize("minutes", [10, 12, 15, 20, 30, 45])
@pytest.mark.parametrize("week", [1, 4, 5, 8, 9, 16])
@pytest.mark.parametrize("first", [0, 1, 2, 5])
def test_week_of_two_sessions_holds_squats_lunges_and_step_ups(minutes: int, week: int, first: int) -> None:
    """However short they are (W7)."""
    both = names(strength(first, minutes, week=week)) | names(strength(first + 1, minutes, week=week))
    assert {"squat", "lunge", "step_up"} <= both


def test_two_sessions_of_half_an_hour_hold_everything() -> None:
    everything = {"squat", "lunge", "step_up", "glute_bridge", "calf_raise", "single_leg_deadlift", "plank"}
    assert names(strength(0)) | names(strength(1)) == everything


def test_short_sessions_take_turns_with_what_they_hold() -> None:
    """Nothing is left out for good, even in sessions of twenty minutes with long rests."""
    held = [names(strength(turn, 20, week=9)) for turn in range(12)]
    assert set().union(*held) >= {"glute_bridge", "calf_raise", "single_leg_deadlift", "plank"}


@pytest.mark.parametrize(
    ("week", "sets", "reps", "rest"),
    [(1, (1, 2), (12, 15), (45, 60)), (4, (1, 2), (12, 15), (45, 60)), (6, (2, 3), (10, 12), (60, 90)),
     (9, (3, 4), (5, 8), (120, 180)), (20, (3, 4), (5, 8), (120, 180))],
)  # fmt: skip
def test_dose_follows_the_weeks(week: int, sets: tuple[int, int], reps: tuple[int, int], rest: tuple[int, int]) -> None:
    for part in exercises_of(strength(week=week, minutes=40)):
        assert sets[0] <= part.sets <= sets[1]
        assert part.reps is None or reps[0] <= part.reps <= reps[1]
        assert rest[0] <= part.rest_s <= rest[1]


def test_repetitions_climb_from_week_to_week() -> None:
    """The top of the range is asked for twice, because twice is what leads to the next rung."""
    found = [exercises_of(strength(week=week))[0].reps for week in (1, 2, 3, 4)]
    assert found == [12, 14, 15, 15]


@pytest.mark.parametrize("minutes", [15, 20, 25, 30, 35])
@pytest.mark.parametrize("first", [1, 5, 9])
@pytest.mark.parametrize("turn", [0, 1, 4])
def test_more_repetitions_cost_no_set_and_no_exercise(turn: int, first: int, minutes: int) -> None:
    weeks = [exercises_of(strength(turn, minutes, week=week)) for week in range(first, first + 4)]
    assert len({tuple((part.exercise, part.sets) for part in week) for week in weeks}) == 1


@pytest.mark.parametrize("turn", range(6))
def test_twenty_minutes_hold_the_fewest_sets_of_a_heavy_week(turn: int) -> None:
    assert {part.sets for part in exercises_of(strength(turn, 20, week=11))} == {3}


@pytest.mark.parametrize(("week", "reserve"), [(1, 4), (5, 3), (9, 2)])
def test_load_says_how_many_repetitions_stay_in_reserve(week: int, reserve: int) -> None:
    load = exercises_of(strength(week=week))[0].load
    assert load is not None
    assert dict(load.args)["reserve"] == reserve


def test_light_session_has_fewer_sets() -> None:
    full, light = strength(week=6, minutes=40), strength(week=6, minutes=40, light=True)
    assert sum(part.sets for part in exercises_of(light)) < sum(part.sets for part in exercises_of(full))


def test_light_session_lasts_as_long_as_the_week_wants() -> None:
    assert seconds_of(strength(minutes=25, light=True).steps) == 25 * 60


def test_session_begins_with_a_warm_up() -> None:
    first = strength().steps[0].parts[0]
    assert isinstance(first, StrengthPart)
    assert first.exercise == "warm_up"


def test_ladder_holds_only_what_the_equipment_allows() -> None:
    assert [rung.name for rung in ladder("squat", BODYWEIGHT)] == ["sit_to_stand", "bodyweight", "split"]
    assert [rung.name for rung in ladder("squat", EVERYTHING)] == [
        "sit_to_stand", "bodyweight", "goblet", "split", "barbell",
    ]  # fmt: skip


def test_newcomers_begin_on_the_first_rung_and_climb_every_four_weeks() -> None:
    rungs = [planned_rung("squat", Experience.NEW, week) for week in (1, 4, 5, 9, 30)]
    assert rungs == ["sit_to_stand", "sit_to_stand", "bodyweight", "split", "split"]


def test_regular_runners_begin_one_rung_higher() -> None:
    assert planned_rung("lunge", Experience.REGULAR, 1) == "reverse"


def test_every_week_has_its_dose() -> None:
    assert [dose(week).reserve for week in (1, 4, 5, 8, 9, 24)] == [4, 4, 3, 3, 2, 2]


def test_twenty_minute_size_holds_the_same_session() -> None:
    session = strength(1, 40)
    short = session.shorter[0]
    assert short.minutes == 20
    held = {part.exercise for step in short.steps for part in step.parts if isinstance(part, StrengthPart)}
    assert {"lunge", "step_up"} <= held


def test_hint_of_an_exercise_changes_with_the_weeks() -> None:
    first, second = (exercises_of(strength(turn))[0].cue for turn in (0, 2))
    assert first != second
