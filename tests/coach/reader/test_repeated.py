"""Whether words tell of one more activity, or of less than was told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.reader.repeated import says_another, says_less, says_the_one


@pytest.mark.parametrize(
    "words", ["ran another 5k", "second run 5k", "5k AGAIN", "also 3k", "3k more", "Double day: 4k", "2nd run, 20 min"]
)
def test_these_words_tell_of_one_more(words: str) -> None:
    assert says_another(words, 20)


@pytest.mark.parametrize("words", ["5k tonight", "pm run 4k", "4k after lunch", "afternoon jog 20 min", "ran 5k home"])
def test_a_later_part_of_the_day_tells_of_one_more_only_after_a_morning(words: str) -> None:
    assert says_another(words, 8)
    assert not says_another(words, 18)


@pytest.mark.parametrize("words", ["5.2k in 31 min this morning", "ran 5k, felt good", "just got back, 5k in 31"])
def test_the_same_run_told_in_full_is_not_another(words: str) -> None:
    assert not says_another(words, 8)


@pytest.mark.parametrize("words", ["i did 15 mins only", "only ran 3k", "it was only 20 min", "actually did 4k"])
def test_less_is_said_of_what_was_told(words: str) -> None:
    assert says_less(words)


@pytest.mark.parametrize("words", ["just did 5k", "ran 5k in 31 min", "only 3 weeks to go", "did the whole thing"])
def test_these_put_no_less(words: str) -> None:
    assert not says_less(words)


@given(st.text(max_size=200), st.integers(0, 23))
def test_any_text_is_looked_at_without_a_crash(words: str, hour: int) -> None:
    assert says_another(words, hour) in {True, False}
    assert says_less(words) in {True, False}


@pytest.mark.parametrize(
    "words",
    [
        "the walk was 45 min",
        "my run took 31:40",
        "no, the walk was 45 min",
        "my ride lasted an hour",
        "that swim was 2k",
    ],
)
def test_an_activity_may_be_spoken_of_as_known(words: str) -> None:
    assert says_the_one(words)


@pytest.mark.parametrize(
    "words",
    [
        "walk 45 min",
        "walked 45 min",
        "a walk, it was 45 min",
        "ran the 5k in 31",
        "the dog and i walked 40 min",
        "it was 45 min",
        "",
    ],
)
def test_an_activity_that_is_told_of_is_not_known(words: str) -> None:
    assert not says_the_one(words)
