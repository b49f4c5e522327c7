"""The run/walk ladder climbs in steps a newcomer can take."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.workouts.ladder import (
    STAGES,
    first_stage,
    fitted,
    longest_run_s,
    running_s,
    session_minutes,
    walking_s,
)


def test_ladder_has_a_stage_for_each_week_and_for_each_session_of_weeks_five_and_six() -> None:
    """Nine weeks, of which two hold three stages each."""
    assert len(STAGES) == 9 + 2 + 2


@pytest.mark.parametrize(
    ("stage", "running", "longest"),
    [
        (0, 480, 60),
        (1, 540, 90),
        (2, 540, 180),
        (3, 960, 300),
        (4, 900, 300),
        (5, 960, 480),
        (6, 1200, 1200),
        (7, 1080, 480),
        (8, 1200, 600),
        (9, 1500, 1500),
        (10, 1500, 1500),
        (11, 1680, 1680),
        (12, 1800, 1800),
    ],
)
def test_stage_runs_as_long_as_couch_to_5k_says(stage: int, running: int, longest: int) -> None:
    assert (running_s(stage), longest_run_s(stage)) == (running, longest)


def test_second_stage_fills_twenty_minutes() -> None:
    assert running_s(1) + walking_s(1) == 1200


def test_first_session_takes_half_an_hour_with_its_walks() -> None:
    assert session_minutes(0) == 30


def test_last_session_takes_forty_minutes() -> None:
    assert session_minutes(12) == 40


@pytest.mark.parametrize(
    ("longest", "stage"), [(0, 0), (59, 0), (60, 0), (90, 1), (300, 4), (480, 5), (1300, 8), (1800, 12)]
)
def test_those_who_can_run_longer_start_on_the_stage_they_can_do(longest: int, stage: int) -> None:
    assert first_stage(longest) == stage


def test_fewer_repetitions_where_the_limit_of_running_is_low() -> None:
    """Two minutes of running leave two of the eight runs, without a walk after the last."""
    assert fitted(0, run_s=150) == ((60, 90), (60, 0))


def test_long_run_of_a_late_stage_is_cut_to_the_limit() -> None:
    assert fitted(12, run_s=900) == ((900, 0),)


def test_stage_without_limits_stays_whole() -> None:
    assert fitted(3) == STAGES[3]


@given(
    stage=st.integers(0, len(STAGES) - 1),
    run_s=st.none() | st.integers(0, 3000),
    total_s=st.none() | st.integers(0, 3000),
)
def test_fitted_stage_keeps_both_limits(stage: int, run_s: int | None, total_s: int | None) -> None:
    kept = fitted(stage, run_s, total_s)
    running = sum(run for run, _ in kept)
    assert kept
    assert run_s is None or running <= run_s
    assert total_s is None or running + sum(walk for _, walk in kept) <= total_s
