"""Exercises named: those left out with their sets, and those of the strength session as a whole."""

import pytest

from coach.history import Status
from coach.reading import Activity
from tests.coach.reader.cases import reading_of


@pytest.mark.parametrize(
    "text",
    ["skipped squats 3x12", "skipped 3x12 squats", "skipped the planks 3x30s", "I just skipped the lunges",
     "missed 12 squats"],
)  # fmt: skip
def test_sets_of_an_exercise_that_was_left_out_are_no_run(text: str) -> None:
    """They leave the strength session partly done, and none of their figures was done."""
    (entry,) = reading_of(text).entries
    assert (entry.status, entry.kind, entry.distance_m, entry.exercises) == (
        Status.PARTIAL,
        Activity.STRENGTH,
        None,
        (),
    )


def test_what_follows_an_exercise_left_out_is_still_read() -> None:
    (entry,) = reading_of("skipped the plank, 30 min run").entries
    assert (entry.kind, entry.duration_s) == (Activity.RUN, 1800)


@pytest.mark.parametrize(
    "text", ["exercises done", "did the exercises", "all my exercises done", "did my exercises, effort 6"]
)
def test_the_exercises_are_those_of_the_strength_session(text: str) -> None:
    (entry,) = reading_of(text).entries
    assert (entry.status, entry.kind) == (Status.DONE, Activity.STRENGTH)


@pytest.mark.parametrize("text", ["did my breathing exercises", "my physio gave me exercises", "love the exercises"])
def test_other_exercises_are_not(text: str) -> None:
    assert all(entry.kind is None for entry in reading_of(text).entries)
