"""Runs with walks in them are one run; counted steps are a walk where they were an outing, and else no training."""

import pytest

from coach.reading import Activity
from tests.coach.reader.cases import reading_of


@pytest.mark.parametrize(
    "words",
    ["ran 30 min with walks, effort 6, knee 3/10", "30 min run with some walking, effort 6, knee 3/10",
     "ran 30 min with a few walks in it, effort 6, knee 3/10", "ran 30 min, walks in between, effort 6, knee 3/10",
     "ran with walks 30 min, effort 6, knee 3/10", "jogged 30 min incl walks. effort 6. knee 3/10"],
)  # fmt: skip
def test_a_run_with_walks_is_one_run_with_all_that_is_said(words: str) -> None:
    (entry,) = reading_of(words).entries
    assert (entry.kind, entry.duration_s, entry.rpe) == (Activity.RUN, 1800, 6)
    assert entry.pain is not None
    assert entry.pain.level == 3


def test_a_distance_with_walks_in_it_is_a_run() -> None:
    (entry,) = reading_of("5k with walks 38:00").entries
    assert (entry.kind, entry.distance_m, entry.duration_s) == (Activity.RUN, 5000, 2280)


@pytest.mark.parametrize("words", ["ran 3k and walked 2k", "ran 3k with my dog, then walked 2k"])
def test_a_walk_with_its_own_distance_is_a_walk(words: str) -> None:
    assert [entry.kind for entry in reading_of(words).entries] == [Activity.RUN, Activity.WALK]


@pytest.mark.parametrize(
    ("words", "metres"),
    [("did 12 thousand steps, 8.5 km", 8500), ("12,000 steps, 8 km", 8000), ("10k steps, 7 km", 7000),
     ("11,234 steps 8.1 km 95 min", 8100), ("steps: 11234, 8.1 km", 8100), ("walked 8k, 12000 steps", 8000),
     ("10k steps in 95 min", None)],
)  # fmt: skip
def test_steps_with_a_distance_or_a_time_are_a_walk(words: str, metres: int | None) -> None:
    (entry,) = reading_of(words).entries
    assert (entry.kind, entry.distance_m) == (Activity.WALK, metres)


@pytest.mark.parametrize("words", ["ran 5k, 6000 steps", "5,200 steps, 5 km in 31:20"])
def test_steps_of_a_run_leave_it_a_run(words: str) -> None:
    (entry,) = reading_of(words).entries
    assert (entry.kind, entry.distance_m) == (Activity.RUN, 5000)


@pytest.mark.parametrize("words", ["12000 steps today", "did 10k steps", "hit my 10,000 steps", "ten thousand steps"])
def test_steps_alone_are_no_training(words: str) -> None:
    assert reading_of(words).entries == ()
