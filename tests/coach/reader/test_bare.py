"""Telling bare logs from messages that may say more, and reading them at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.profile import DistanceUnit
from coach.reader import read
from coach.reader.bare import BARE, PLAIN, is_bare_log, plainly
from coach.reader.facts import Context
from coach.reader.reading import read_in_full
from tests.coach.reader.cases import TODAY
from tests.depth import examples


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


@examples(400)
@given(
    text=st.from_regex(PLAIN, fullmatch=True) | st.from_regex(BARE, fullmatch=True), units=st.sampled_from(DistanceUnit)
)
def test_what_is_read_at_once_is_what_the_whole_grammar_reads(text: str, units: DistanceUnit) -> None:
    assert read(text, TODAY, units) == read_in_full(text, Context(TODAY, units))


@pytest.mark.parametrize(
    "text",
    ["ran 8.24 km in 51:03, rpe 4", "Walked 40 min", "i jogged 5k 1:02:30.", "easy run 5,5 mi", "strength 35:20"],
)
def test_a_deed_with_its_figures_is_read_at_once(text: str) -> None:
    assert plainly(text) is not None


@pytest.mark.parametrize(
    "text",
    ["ran", "5k in 31:20", "ran 5k 6k", "ran 5k in 31:20 yesterday", "long run 8k", "ran 5 k, rpe 11", "ran 5\u212a"],
)
def test_what_may_mean_more_goes_through_the_whole_grammar(text: str) -> None:
    assert plainly(text) is None
