"""Times of day, what lies between them, and differences of time are told from how long it took."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.coach.reader.cases import reading_of
from tests.depth import examples


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("ran from 18:00 to 18:45", 45),
        ("cycled 28 km from 17:30 until 18:45", 75),
        ("walked between 12:00 and 12:35", 35),
        ("ran 6k, started 6:15 finished 6:53", 38),
        ("started running at 7:05am finished 7:41am, 6k", 36),
        ("walked from 11:40 to 12:20", 40),
    ],
)
def test_two_times_of_day_are_how_long_it_took(text: str, minutes: int) -> None:
    assert [entry.duration_s for entry in reading_of(text).entries] == [60 * minutes]


@given(start=st.integers(0, 24 * 60 - 1), minutes=st.integers(5, 11 * 60))
@examples(100)
def test_a_night_is_as_long_as_its_two_times_lie_apart(start: int, minutes: int) -> None:
    def written(moment: int) -> str:
        hour, minute = divmod(moment % (24 * 60), 60)
        return f"{hour % 12 or 12}:{minute:02}{'am' if hour < 12 else 'pm'}"

    reading = reading_of(f"slept {written(start)} to {written(start + minutes)}")
    assert reading.measurements["sleep_h"] == pytest.approx(minutes / 60, abs=0.01)


@pytest.mark.parametrize(
    "text",
    [
        "ran 5k at 6:30 this morning",
        "5k at 7:15 in the morning",
        "ran 5k at 18:30 this evening",
        "ran 5k, done by 6:35",
        "ran 5k, 45 secs off my pb",
    ],
)
def test_when_it_was_is_no_pace_and_no_duration(text: str) -> None:
    assert [(entry.distance_m, entry.duration_s) for entry in reading_of(text).entries] == [(5000, None)]


@pytest.mark.parametrize(
    "rest",
    [
        "(pb by 40 secs)",
        ", 1:12 faster than last week",
        ", 30 s slower",
        ", splits 6:20 6:15, 6:15 6:15 6:15",
        ", by 5s",
    ],
)
def test_a_difference_or_the_times_of_parts_leave_the_time_as_it_was_told(rest: str) -> None:
    reading = reading_of(f"ran 5k in 31:20 {rest}")
    assert [entry.duration_s for entry in reading.entries] == [1880]
    assert reading.question is None


def test_what_is_followed_by_minutes_of_something_else_is_no_difference() -> None:
    reading = reading_of("5k run followed by 15 minutes of stretching")
    assert [entry.duration_s for entry in reading.entries] == [None, 900]
