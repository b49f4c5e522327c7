"""Run/walk, walks, rides and swims: nothing hard, nothing cut that should stay."""

import pytest

from coach.phrases import Duration, phrase
from coach.session import Do, Intensity, Session
from coach.workouts.ladder import STAGES, longest_run_s, running_s, session_minutes
from tests.coach.workouts.slots import a_pacing, a_session, parts_of, seconds_of


@pytest.mark.parametrize("stage", range(len(STAGES)))
def test_whole_stage_fits_its_own_minutes(stage: int) -> None:
    session = a_session("run_walk", session_minutes(stage), stage=stage)
    runs = [part.seconds or 0 for part in parts_of(session, Do.RUN)]
    assert (sum(runs), max(runs)) == (running_s(stage), longest_run_s(stage))


def test_first_session_is_the_one_of_the_contract() -> None:
    session = a_session("run_walk", 30, stage=0)
    shape = [(step.repeat, [(part.do, part.seconds) for part in step.parts]) for step in session.steps]
    assert shape == [
        (1, [(Do.WALK, 300)]),
        (8, [(Do.RUN, 60), (Do.WALK, 90)]),
        (1, [(Do.WALK, 300)]),
    ]
    assert session.title == phrase("title.run_walk", times=8, run=Duration(60))
    assert session.target.rpe == (3, 4)


def test_walks_are_shortened_before_the_stage_is() -> None:
    session = a_session("run_walk", session_minutes(3) - 5, stage=3)
    assert sum(part.seconds or 0 for part in parts_of(session, Do.RUN)) == running_s(3)


def test_too_short_a_session_loses_repetitions() -> None:
    session = a_session("run_walk", 12, stage=0)
    assert len(parts_of(session, Do.RUN)) == 4


def test_limit_of_running_costs_repetitions() -> None:
    session = a_session("run_walk", 30, stage=0, run_s=300)
    assert len(parts_of(session, Do.RUN)) == 5


def test_run_in_one_piece_says_so() -> None:
    assert a_session("run_walk", 40, stage=12).title == phrase("title.first_continuous", run=Duration(1800))


def test_no_running_left_is_called_a_walk() -> None:
    assert a_session("run_walk", 30, stage=0, run_s=0).title.key == "title.recovery_walk"


def test_no_two_walks_stand_side_by_side_at_the_end() -> None:
    session = a_session("run_walk", 30, stage=1)
    assert [part.do for part in parts_of(session)][-2:] == [Do.RUN, Do.WALK]


def test_pattern_that_comes_twice_is_written_once() -> None:
    session = a_session("run_walk", 28, stage=2)
    assert [step.repeat for step in session.steps] == [1, 2, 1]


def test_recovery_walk_is_one_piece_at_a_walk() -> None:
    session = a_session("recovery_walk", 30, pacing=a_pacing(45.0))
    assert [part.do for part in parts_of(session)] == [Do.WALK]
    assert session.intensity is Intensity.EASY
    assert session.distance_m == 2760


def test_ten_minute_walk_has_no_shorter_size() -> None:
    assert a_session("recovery_walk", 10).shorter == ()


def test_twenty_minutes_have_one_shorter_size() -> None:
    assert [size.minutes for size in a_session("easy_run", 20).shorter] == [10]


def test_longer_sessions_have_two_shorter_sizes() -> None:
    assert [size.minutes for size in a_session("tempo_run", 45).shorter] == [20, 10]


@pytest.mark.parametrize("kind", ["tempo_run", "interval_run", "hill_run"])
def test_twenty_minutes_of_a_hard_run_keep_their_point(kind: str) -> None:
    """There is still work of the same sort in it, never more than the full size holds."""
    for turn in range(10):
        session = a_session(kind, 50, turn=turn, pacing=a_pacing(48.0))
        hard = [part for step in session.shorter[0].steps for part in step.parts if part.rpe and part.rpe[1] >= 6]
        assert hard, session.workout


def test_walking_counts_towards_the_distance() -> None:
    """Eight minutes of running and twenty-two of walking at the assumed speeds of a regular runner."""
    session = a_session("run_walk", 30, stage=0)
    assert session.distance_m == round((8 * 150 + 22 * 92) / 10) * 10


def walks(*, easy: bool, minutes: int = 30) -> list[Session]:
    """Twenty-two walks of weeks of walking, one after the other."""
    return [
        a_session("recovery_walk", minutes, phase="walk", turn=turn, easy=easy, experience="new") for turn in range(22)
    ]


def test_eleven_walks_take_turns_before_one_comes_again() -> None:
    names = [walk.workout for walk in walks(easy=False)]
    assert len(set(names[:11])) == 11
    assert names[:11] == names[11:]


def test_brisk_pieces_lie_between_easy_ones_and_leave_breath_for_whole_sentences() -> None:
    brisk = [walk for walk in walks(easy=False) if "brisk" in walk.workout]
    assert brisk
    for walk in brisk:
        parts = parts_of(walk)
        assert seconds_of(walk.steps) == 30 * 60
        assert {part.do for part in parts} == {Do.WALK}
        assert (parts[0].rpe, parts[-1].rpe, max(part.rpe or (0, 0) for part in parts)) == ((2, 3), (2, 3), (3, 4))
        assert (walk.intensity, walk.target.rpe) == (Intensity.EASY, (3, 4))


def test_who_waits_for_a_doctors_yes_strolls() -> None:
    calm = walks(easy=True)
    assert not [walk.workout for walk in calm if "brisk" in walk.workout or "hills" in walk.workout]
    assert len({walk.workout for walk in calm}) == 7


def test_ten_minutes_are_too_short_for_long_brisk_pieces() -> None:
    long = next(walk for walk in walks(easy=False, minutes=10) if walk.workout == "walking_brisk_long")
    assert len(parts_of(long)) == 1
