"""Weekdays told by their week; a day that no calendar has is asked for."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.reader import read
from tests.coach.reader.cases import TODAY
from tests.depth import examples

NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
FRIDAY = dt.date(2026, 11, 27)
DAYS = st.dates(dt.date(2026, 1, 1), dt.date(2027, 12, 31))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("tuesday last week: 5k", "2026-11-17"),
        ("last week tuesday 5k", "2026-11-17"),
        ("last week on saturday i ran 10k", "2026-11-21"),
        ("wed of last week 6k", "2026-11-18"),
        ("ran 5k two sundays ago", "2026-11-15"),
        ("ran 5k the sunday before last", "2026-11-15"),
        ("ran 10k a week ago on saturday", "2026-11-21"),
        ("two weeks ago sunday, 12k", "2026-11-15"),
        ("8k on 2026/11/05", "2026-11-05"),
        ("did tomorrow's run today, 6k", "2026-11-27"),
        ("ran 5k, easier than yesterday", "2026-11-27"),
    ],
)
def test_a_day_told_by_its_week_is_that_day(text: str, day: str) -> None:
    reading = read(text, FRIDAY)
    assert [entry.date.isoformat() for entry in reading.entries] == [day]
    assert reading.question is None


def test_last_week_over_a_list_of_days_holds_for_all_of_them() -> None:
    reading = read("last week: mon 5k, wed 6k, fri 20 min", FRIDAY)
    assert [entry.date.day for entry in reading.entries] == [16, 18, 20]


def test_last_week_alone_is_still_asked_about() -> None:
    question = read("last week i ran 10k", FRIDAY).question
    assert question is not None
    assert question.key == "ask.which_day"


@given(today=DAYS, number=st.integers(0, 6))
@examples(100)
def test_a_weekday_last_week_lies_in_the_calendar_week_before(today: dt.date, number: int) -> None:
    (entry,) = read(f"ran 5k {NAMES[number]} last week", today).entries
    assert entry.date.weekday() == number
    assert entry.date.isocalendar()[:2] == (today - dt.timedelta(days=7)).isocalendar()[:2]


@given(today=DAYS, number=st.integers(0, 6), count=st.integers(2, 9))
@examples(100)
def test_so_many_sundays_ago_are_so_many_back(today: dt.date, number: int, count: int) -> None:
    (entry,) = read(f"ran 5k {count} {NAMES[number]}s ago", today).entries
    assert entry.date.weekday() == number
    assert 7 * (count - 1) < (today - entry.date).days <= 7 * count


@pytest.mark.parametrize(
    "day",
    [
        "31 feb",
        "30 february",
        "31 november",
        "feb 30",
        "on 31/11",
        "29 feb 2026",
        "32/11:",
        "2026-11-31",
        "2026-13-45:",
    ],
)
def test_a_day_that_no_calendar_has_is_asked_for_and_is_no_duration(day: str) -> None:
    reading = read(f"{day} ran 5k", TODAY)
    assert reading.question is not None
    assert reading.question.key == "ask.which_day"
    assert [entry.duration_s for entry in reading.entries] == [None]


@pytest.mark.parametrize(("text", "day"), [("1st: 5k", "2026-12-01"), ("22nd: ran 5k in 30", "2026-11-22")])
def test_a_day_of_the_month_over_a_log_is_its_day(text: str, day: str) -> None:
    (entry,) = read(text, TODAY).entries
    assert (str(entry.date), entry.distance_m) == (day, 5000)
