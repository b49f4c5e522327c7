"""Telling bare logs from messages that may say more."""

import pytest

from coach.reader.bare import is_bare_log


@pytest.mark.parametrize(
    "text",
    [
        "ran 8.24 km in 51:03, rpe 4",
        "5k in 31:20, rpe 6",
        "walked 40 min",
        "I ran 5k in 30 min.",
        "Strength 25 min, rpe 6",
        "easy run 1:02:30",
        "long run 12,5 km 1:20:00 rpe 5",
        "5 miles, rpe 3",
    ],
)
def test_an_activity_in_figures_is_a_bare_log(text: str) -> None:
    assert is_bare_log(text)


@pytest.mark.parametrize(
    "text",
    [
        "5 km", "30 min", "31:20", "6",  # may answer a question
        "ran 5k, knee hurts", "ran 5k tomorrow", "only ran 5k", "5k in 31:20?", "ran 5k in 31:20 a week",
        "run", "strength", "no 5k in 31:20", "ran 5k, rpe 11", "skipped, busy", "",
    ],
)  # fmt: skip
def test_a_word_more_or_a_figure_alone_is_none(text: str) -> None:
    assert not is_bare_log(text)
