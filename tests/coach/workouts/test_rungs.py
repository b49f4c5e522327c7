"""What run/walk is told as follows from its pieces: a run in one go speaks of no walks between."""

from itertools import pairwise

import pytest

from bot.words import words_for
from coach.workouts.ladder import STAGES, session_minutes
from coach.workouts.rungs import OF_WALKS
from tests.coach.workouts.slots import a_session

GROUPS = (
    *("run_walk",) * 2,
    *("run_walk_longer",) * 3,
    *("run_walk_long", "run_20"),
    *("run_walk_again",) * 2,
    *("run_nearly",) * 3,
    "run_30",
)
"""The reasons of each stage of the ladder, whole."""


def group(stage: int, minutes: int | None = None, **fields: object) -> str:
    session = a_session("run_walk", minutes or session_minutes(stage), stage=stage, **fields)
    return session.why.key.split(".")[1]


@pytest.mark.parametrize("stage", range(len(STAGES)))
def test_each_stage_says_why_it_comes_now(stage: int) -> None:
    assert group(stage) == GROUPS[stage]


def test_a_stage_cut_to_one_piece_is_told_as_the_run_in_one_go_that_it_is() -> None:
    assert group(5, 15) == "run_whole"


@pytest.mark.parametrize("stage", [6, 9, 11, 12])
@pytest.mark.parametrize("legs", [True, False])
def test_a_run_in_one_go_neither_promises_walks_nor_hints_at_them(stage: int, *, legs: bool) -> None:
    words = words_for(html=False)
    for turn in range(12):
        session = a_session("run_walk", 40, stage=stage, turn=turn, legs=legs)
        assert session.cues
        assert not OF_WALKS & {cue.key for cue in session.cues}
        assert "every walk" not in words.say(session.why)
        assert "The walks" not in words.say(session.why)


@pytest.mark.parametrize("stage", range(len(STAGES)))
def test_no_reason_comes_twice_in_a_row_however_long_a_stage_is_repeated(stage: int) -> None:
    told = [a_session("run_walk", session_minutes(stage), stage=stage, turn=turn, legs=True).why for turn in range(18)]
    assert all(one != two for one, two in pairwise(told))


def test_pieces_between_runs_in_one_go_are_not_told_as_steps_up() -> None:
    assert [group(stage, 15, easy=True) for stage in (2, 3, 4, 5)] == [*("run_walk_again",) * 3, "run_whole"]
