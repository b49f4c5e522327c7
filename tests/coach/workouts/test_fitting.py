"""Fitting: warm-up, as much work as time and limits allow, cool-down; to the second."""

import pytest

from coach.plan import Phase
from coach.session import Do, SessionKind
from coach.slot import Zone
from coach.workouts.fitting import (
    COOL_DOWN_S,
    FAMILIAR,
    WARM_UP_S,
    Limits,
    cut_down,
    easy,
    fill,
    fit,
    fitting,
    warm_and_cool,
)
from coach.workouts.library import Workout, library
from coach.workouts.shape import Shape, one, round_of
from tests.coach.workouts.slots import a_pacing

PACING = a_pacing()
FREE = Limits()
GENTLE = {Zone.WALK, Zone.EASY, Zone.MARATHON}


def workout(name: str) -> Workout:
    return next(each for kind in library().values() for each in kind if each.id == name)


def length(shape: Shape) -> int:
    return sum(each.seconds for each in shape.rounds)


def edges(shape: Shape) -> tuple[int, int]:
    """Seconds of the warm-up and of the cool-down."""
    return shape.rounds[0].seconds, shape.rounds[-1].seconds


def times(shape: Shape | None) -> int:
    assert shape is not None
    return shape.main[0].repeat


@pytest.mark.parametrize(
    ("minutes", "edges"), [(60, (600, 300)), (40, (600, 300)), (30, (480, 240)), (20, (300, 180)), (10, (120, 120))]
)
def test_warm_up_and_cool_down_shrink_with_the_session(minutes: int, edges: tuple[int, int]) -> None:
    assert warm_and_cool(minutes * 60) == edges


@pytest.mark.parametrize("minutes", range(26, 120, 7))
def test_hard_session_of_any_length_adds_up(minutes: int) -> None:
    shape = fit(workout("fartlek_1_1"), minutes * 60, FREE, PACING)
    assert shape is not None
    assert length(shape) == minutes * 60


def test_long_session_warms_up_for_fifteen_minutes_at_most() -> None:
    shape = fit(workout("fartlek_1_1"), 90 * 60, FREE, PACING)
    assert shape is not None
    warm, cool = edges(shape)
    assert WARM_UP_S[0] <= warm <= WARM_UP_S[1]
    assert COOL_DOWN_S[0] <= cool < COOL_DOWN_S[1] + 120


def test_spare_time_becomes_easy_running() -> None:
    shape = fit(workout("fartlek_1_1"), 90 * 60, FREE, PACING)
    assert shape is not None
    second = shape.rounds[1].stretches[0]
    assert (second.do, second.zone) == (Do.RUN, Zone.EASY)


@pytest.mark.parametrize(("push", "expected"), [(0.0, 6), (0.25, 6), (0.5, 8), (0.75, 8), (1.0, 10)])
def test_push_moves_between_the_fewest_and_the_most(push: float, expected: int) -> None:
    assert times(fit(workout("fartlek_1_1"), 60 * 60, FREE, PACING, push)) == expected


def test_limit_of_work_wins_over_push() -> None:
    assert times(fit(workout("fartlek_1_1"), 60 * 60, Limits(work_s=490), PACING)) == 8


def test_limit_of_distance_wins_over_push() -> None:
    metres = PACING.speeds[Zone.INTERVAL] * 8
    assert times(fit(workout("fartlek_1_1"), 60 * 60, Limits(rep_m=metres), PACING)) == 8


def test_time_wins_over_push() -> None:
    assert times(fit(workout("fartlek_1_1"), 28 * 60, FREE, PACING)) == 8


def test_workout_that_is_too_much_does_not_fit() -> None:
    assert not fitting([workout("fartlek_1_1")], 15 * 60, FREE, PACING)
    assert fit(workout("fartlek_1_1"), 15 * 60, FREE, PACING) is None
    assert fit(workout("fartlek_1_1"), 60 * 60, Limits(work_s=300), PACING) is None


def test_tempo_does_not_count_as_interval_distance() -> None:
    assert fitting([workout("tempo_20")], 60 * 60, Limits(rep_m=0), PACING)


def test_stretch_in_one_piece_grows_by_whole_minutes() -> None:
    lengths = set()
    for push in (0, 0.25, 0.5, 0.75, 1):
        shape = fit(workout("tempo_10"), 60 * 60, FREE, PACING, push)
        assert shape is not None
        lengths.add(shape.main[0].seconds)
    assert min(lengths) == 600
    assert max(lengths) == 780
    assert all(seconds % 60 == 0 for seconds in lengths)


def test_cutting_down_keeps_two_pieces_before_it_keeps_their_length() -> None:
    shape = cut_down(workout("intervals_4_3"), 20 * 60, FREE, PACING)
    assert times(shape) == 2
    assert shape.main[0].stretches[0].seconds < 240


@pytest.mark.parametrize("work_s", range(120, 600, 15))
def test_one_piece_cut_down_takes_whole_minutes_and_leaves_them_to_the_cool_down(work_s: int) -> None:
    shape = cut_down(workout("tempo_10"), 30 * 60, Limits(work_s=work_s), PACING)
    assert [each.seconds % 60 for each in shape.rounds] == [0] * len(shape.rounds)
    assert len(shape.rounds) > 1


@pytest.mark.parametrize("work_s", [0, 10, 30, 60, 120, 300])
def test_cutting_down_never_exceeds_the_limit(work_s: int) -> None:
    for kind in (SessionKind.TEMPO_RUN, SessionKind.INTERVAL_RUN, SessionKind.HILL_RUN):
        for each in library()[kind]:
            shape = cut_down(each, 45 * 60, Limits(work_s=work_s), a_pacing(40.0))
            hard = sum(r.repeat * s.seconds for r in shape.main for s in r.stretches if s.zone not in GENTLE)
            assert hard <= work_s
            assert length(shape) == 45 * 60


def test_cutting_down_different_pieces_keeps_the_first_ones_as_they_are() -> None:
    shape = cut_down(workout("fartlek_pyramid"), 20 * 60, FREE, PACING)
    assert [each.stretches[0].seconds for each in shape.main] == [60, 120, 180]
    assert shape.cut


def test_three_short_pieces_are_better_than_two_long_ones() -> None:
    shape = cut_down(workout("intervals_3_2"), 20 * 60, FREE, PACING)
    assert (times(shape), shape.main[0].stretches[0].seconds) == (3, 120)


@pytest.mark.parametrize("n", [7, 9, 11, 13])
def test_nothing_is_done_seven_or_nine_times(n: int) -> None:
    """Counts that people like; what lies between is rounded down."""
    for each in library()[SessionKind.INTERVAL_RUN]:
        shape = fit(each, 90 * 60, Limits(work_s=60 * n), a_pacing(50.0))
        assert shape is None or all(rounds.repeat in FAMILIAR for rounds in shape.main)


def test_rest_grows_until_a_round_takes_whole_half_minutes() -> None:
    """400 m in 110 s and 90 s of jogging become 110 and 100."""
    shape = fit(workout("intervals_400"), 60 * 60, FREE, a_pacing(40.2))
    assert shape is not None
    assert [stretch.seconds for stretch in shape.main[0].stretches] == [110, 100]


@pytest.mark.parametrize("name", ["treadmill_90_60", "treadmill_hills", "bridge_repeats"])
def test_rounds_of_half_minutes_are_done_an_even_number_of_times(name: str) -> None:
    for minutes in range(30, 61):
        shape = fit(workout(name), minutes * 60, FREE, a_pacing(40.0))
        assert shape is None or shape.main[0].repeat % 2 == 0


@pytest.mark.parametrize("fitness", range(40, 60, 2))
@pytest.mark.parametrize("name", ["intervals_800", "intervals_1000", "tempo_1000", "tempo_2x6"])
def test_what_surrounds_the_work_takes_whole_minutes_at_every_pace(name: str, fitness: int) -> None:
    shapes = [fit(workout(name), minutes * 60, FREE, a_pacing(float(fitness))) for minutes in (45, 60, 75, 90)]
    assert any(shapes)
    assert all(seconds % 60 == 0 for shape in shapes if shape is not None for seconds in edges(shape))


def test_extra_that_would_be_half_the_run_is_left_out() -> None:
    assert len(fill(workout("long_finish_15"), 25 * 60).rounds) == 3
    assert len(fill(workout("long_finish_15"), 60 * 60).rounds) == 4


def test_strides_are_as_many_as_asked_for() -> None:
    assert fill(workout("strides_flat"), 40 * 60, 6).main[0].repeat == 6


@pytest.mark.parametrize("minutes", [10, 13, 20, 24, 25, 40, 180])
def test_easy_run_begins_and_ends_gently(minutes: int) -> None:
    shape = easy(minutes * 60)
    assert [each.stretches[0].do for each in shape.rounds] == [Do.WARM_UP, Do.RUN, Do.COOL_DOWN]
    assert length(shape) == minutes * 60


def test_rounds_are_shared_so_that_steps_can_be_remembered() -> None:
    assert one(Do.RUN, 600) is one(Do.RUN, 600)
    assert round_of(2, one(Do.RUN, 60)[0].stretches) is round_of(2, one(Do.RUN, 60)[0].stretches)
    assert easy(1800).steps(None)[0] is easy(1800).steps(None)[0]


def test_nothing_is_a_round_of_no_length() -> None:
    assert one(Do.RUN, 0) == ()


def test_paces_stand_on_running_only() -> None:
    pacing = a_pacing(45.0)
    shape = fit(workout("fartlek_1_1"), 60 * 60, FREE, pacing)
    assert shape is not None
    parts = [part for step in shape.steps(pacing.paces) for part in step.parts]
    assert all((part.pace_s_per_km is not None) == (part.do is Do.RUN) for part in parts)  # type: ignore[union-attr] # runs


def test_phases_of_the_library_are_phases_of_plans() -> None:
    named = {phase for kind in library().values() for each in kind for phase in each.phases}
    assert named <= set(Phase)
