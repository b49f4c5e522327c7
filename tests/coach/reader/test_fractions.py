"""Lengths in words beside the whole unit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.units import MILE
from tests.coach.reader.cases import reading_of
from tests.depth import examples


@pytest.mark.parametrize(
    ("words", "metres"),
    [
        ("half a marathon", 21_097),
        ("half of a marathon", 21_097),
        ("a mile and a half", 1.5 * MILE),
        ("a mile and a quarter", 1.25 * MILE),
        ("3 miles and a half", 3.5 * MILE),
        ("three quarters of a mile", 0.75 * MILE),
        ("3/4 of a mile", 0.75 * MILE),
        ("two thirds of a mile", 2 / 3 * MILE),
        ("a quarter of a mile", 0.25 * MILE),
        ("half a mile", 0.5 * MILE),
        ("5 km 200 m", 5200),
        ("2 miles 400 yards", 2 * MILE + 400 * 0.9144),
        ("ten thousand metres", 10_000),
        ("5 thousand meters", 5000),
        ("3 point 2 km", 3200),
        ("5 point five k", 5500),
        ("5000", 5000),
        ("a junior parkrun", 2000),
    ],
)
def test_a_length_in_words_is_as_long_as_it_says(words: str, metres: float) -> None:
    reading = reading_of(f"ran {words}")
    assert [entry.distance_m for entry in reading.entries] == [pytest.approx(metres, abs=1)]
    assert reading.question is None


@pytest.mark.parametrize("text", ["ran 5k 200m up in 31 min", "ran 5 km with 200 m of climbing in 31 min"])
def test_metres_climbed_are_no_part_of_the_way(text: str) -> None:
    assert [entry.distance_m for entry in reading_of(text).entries] == [5000]


@given(whole=st.integers(1, 30), rest=st.integers(100, 999))
@examples(60)
def test_kilometres_and_metres_told_apart_are_one_way(whole: int, rest: int) -> None:
    assert [entry.distance_m for entry in reading_of(f"ran {whole} km {rest} m").entries] == [1000 * whole + rest]


@pytest.mark.parametrize(("text", "status"), [("did half a marathon in 2:20", "done"), ("did half the run", "partial")])
def test_half_of_something_is_all_of_it_and_half_of_the_run_a_part(text: str, status: str) -> None:
    assert [str(entry.status) for entry in reading_of(text).entries] == [status]
