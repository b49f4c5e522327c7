"""Minutes without a word for them, and sessions in two or three long pieces."""

import pytest

from coach.reading import Activity
from tests.coach.reader.cases import reading_of


@pytest.mark.parametrize(
    ("text", "kind", "minutes", "effort"),
    [
        ("60 easy", None, 60, 3), ("30 hard", None, 30, 7), ("spin class 45 sweaty", Activity.CYCLING, 45, None),
        ("yoga 45 lovely", Activity.OTHER, 45, None), ("bike 2x25 min", Activity.CYCLING, 50, None),
        ("bike commute 2 x 25min", Activity.CYCLING, 50, None), ("ran 2x20 min", Activity.RUN, 40, None),
    ],
)  # fmt: skip
def test_minutes_are_read(text: str, kind: Activity | None, minutes: int, effort: int | None) -> None:
    (entry,) = reading_of(text).entries
    assert (entry.kind, entry.duration_s, entry.rpe) == (kind, 60 * minutes, effort)


@pytest.mark.parametrize(
    "text", ["8 easy", "run 2x10 min", "6 x 3 min bike intervals", "squats 45 kettlebells", "5 hard", "10 easy"]
)
def test_other_figures_are_no_minutes_of_all_of_it(text: str) -> None:
    assert all(entry.duration_s is None for entry in reading_of(text).entries)


def test_a_distance_beside_an_easy_run_stays_one() -> None:
    (entry,) = reading_of("ran 8 in 50, easy").entries
    assert (entry.distance_m, entry.duration_s) == (8000, 3000)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("10k in 55 with 2x20 min tempo", 55), ("10k with 2x20 min tempo", None), ("10k, 3x20 min steady", None)],
)
def test_pieces_of_a_run_that_is_told_are_not_all_of_it(text: str, minutes: int | None) -> None:
    (entry,) = reading_of(text).entries
    assert (entry.distance_m, entry.duration_s) == (10_000, None if minutes is None else 60 * minutes)
