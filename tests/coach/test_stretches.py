"""What a session's steps amount to."""

from coach.session import Do, Part, Step
from coach.stretches import expected_m, foot_parts, longest_run
from coach.units import Seconds
from tests.builders import a_session


def part(do: Do, seconds: int) -> Part:
    return Part(do, seconds=Seconds(seconds))


def test_a_run_walks_longest_stretch_is_its_longest_run() -> None:
    steps = (
        Step(1, (part(Do.WALK, 300),)),
        Step(2, (part(Do.RUN, 90), part(Do.WALK, 90), part(Do.RUN, 180), part(Do.WALK, 180))),
        Step(1, (part(Do.COOL_DOWN, 300),)),
    )
    assert longest_run(a_session(kind="run_walk", steps=steps)) == 180


def test_a_continuous_run_counts_warm_up_and_jogs() -> None:
    steps = (
        Step(1, (part(Do.WARM_UP, 600),)),
        Step(3, (part(Do.RUN, 180), part(Do.JOG, 120))),
        Step(1, (part(Do.COOL_DOWN, 300),)),
    )
    assert longest_run(a_session(kind="interval_run", steps=steps)) == 600 + 3 * 300 + 300


def test_a_walk_back_down_the_hill_ends_a_stretch() -> None:
    steps = (Step(1, (part(Do.WARM_UP, 600),)), Step(8, (part(Do.HILL, 45), part(Do.WALK, 90))))
    assert longest_run(a_session(kind="hill_run", steps=steps)) == 645


def test_a_session_without_running_has_no_longest_run() -> None:
    assert longest_run(a_session(kind="recovery_walk")) is None
    assert longest_run(a_session(kind="strength", steps=())) is None


def test_repeats_are_written_out_in_order() -> None:
    steps = (Step(2, (part(Do.RUN, 60), part(Do.WALK, 30))),)
    assert [p.seconds for p in foot_parts(a_session(kind="run_walk", steps=steps))] == [60, 30, 60, 30]


def test_minutes_of_a_planned_run_come_to_their_share_of_its_way() -> None:
    run = a_session(distance_m=4000, minutes=40)
    assert [expected_m(run, minutes) for minutes in (20, 40, 60)] == [2000, 4000, 6000]


def test_a_stroll_however_long_counts_no_more_than_was_planned() -> None:
    assert expected_m(a_session(kind="recovery_walk", distance_m=2800, minutes=30), 90) == 2800


def test_strength_comes_to_no_metres() -> None:
    assert expected_m(a_session(kind="strength"), 20) is None
