"""What is held against the best, or against all that was before, is told all the same."""

import pytest

from coach.reading import Activity
from tests.coach.reader.cases import reading_of


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("near my best 10k 51:00", 3060), ("just off my best, 10k in 52:10", 3130),
     ("never ran that far, 10k in 62", 3720)],
)  # fmt: skip
def test_a_run_held_against_the_best_is_a_run(text: str, seconds: int) -> None:
    (entry,) = reading_of(text).entries
    assert (entry.kind, entry.distance_m, entry.duration_s) == (Activity.RUN, 10_000, seconds)


@pytest.mark.parametrize("text", ["my best 10k is 51:00", "want to get near my best 10k 51:00", "i never ran that 10k"])
def test_the_best_alone_is_none(text: str) -> None:
    assert reading_of(text).entries == ()
