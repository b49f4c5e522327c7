"""Short answers to an open question, read as answers and as nothing more."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.history import Reason
from coach.reader.answers import day_ahead, day_gone, minutes_asked, reason_given
from tests.coach.reader.cases import TODAY


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("tomorrow", 1), ("tmrw pls", 1), ("Saturday", 3), ("thu pls", 1), ("on friday please", 2), ("next monday", 5),
        ("in 2 days", 2), ("in a week", 7), ("wednesday", 7),
        ("the day after tomorrow", 2), ("5 dec", 3),
        ("move it to sunday", 4), ("sunday morning then", 4), ("2026-12-08", 6), ("let's do sat!", 3),
        ("to tuesday", 6),
    ],
)  # fmt: skip
def test_a_day_to_come_is_read_from_a_short_answer(text: str, days: int) -> None:
    assert day_ahead(text, TODAY) == TODAY + dt.timedelta(days=days)


@pytest.mark.parametrize("text", ["yesterday", "ran 5k tomorrow", "monday or tuesday", "", "6", "28 nov", "whenever"])
def test_what_is_no_single_day_to_come_is_no_answer(text: str) -> None:
    assert day_ahead(text, TODAY) is None


@given(day=st.integers(1, 6))
def test_every_weekday_ahead_is_within_the_week(day: int) -> None:
    target = TODAY + dt.timedelta(days=day)
    assert day_ahead(f"{target:%A}", TODAY) == target


@pytest.mark.parametrize(
    ("text", "days"),
    [("yesterday", 1), ("monday", 2), ("2 days ago", 2), ("28 nov", 4), ("today", 0), ("it was sunday", 3)],
)
def test_a_day_gone_by_is_read_from_a_short_answer(text: str, days: int) -> None:
    assert day_gone(text, TODAY) == TODAY - dt.timedelta(days=days)


@pytest.mark.parametrize("text", ["tomorrow", "5 dec", "the long run", "ran 5k yesterday"])
def test_what_is_no_single_day_gone_is_no_answer(text: str) -> None:
    assert day_gone(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("20", 20),
        ("20 min", 20),
        ("20 minutes please", 20),
        ("the 10 minute walk", 10),
        ("just 20'", 20),
        ("10 min walk", 10),
    ],
)
def test_minutes_are_read_from_a_short_answer(text: str, minutes: int) -> None:
    assert minutes_asked(text) == minutes


@pytest.mark.parametrize("text", ["ran 20 min", "20 km", "0", "999", "twenty-ish", "20 min, effort 6"])
def test_what_says_more_or_less_than_minutes_is_no_answer(text: str) -> None:
    assert minutes_asked(text) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [("ill", Reason.ILL), ("no time", Reason.BUSY), ("travelling for work", Reason.TRAVEL),
     ("knee hurts", Reason.INJURED),
     ("too busy today", Reason.BUSY), ("no reason", None), ("just because", None)],
)  # fmt: skip
def test_a_reason_is_read_from_a_short_answer(text: str, reason: Reason | None) -> None:
    assert reason_given(text) == (True, reason)


@pytest.mark.parametrize("text", ["", "5k in 30", "what shall I do", "😀"])
def test_what_is_no_reason_is_no_answer(text: str) -> None:
    assert reason_given(text) == (False, None)


@given(text=st.text(max_size=80))
def test_any_text_is_an_answer_or_none(text: str) -> None:
    assert day_ahead(text, TODAY) is None or day_ahead(text, TODAY) > TODAY  # type: ignore[operator]
    assert (day_gone(text, TODAY) or TODAY) <= TODAY
    assert (minutes_asked(text) or 1) >= 1
    assert reason_given(text)[0] in {True, False}
