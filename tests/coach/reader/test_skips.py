"""What is left out: *skip thursday* looks ahead, *skipped thursday* back; told on a Wednesday."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.history import Status
from coach.reader import read
from coach.reading import LogEntry
from coach.session import SessionKind
from tests.coach.reader.cases import TODAY, reading_of

NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def skip_in(words: str) -> LogEntry:
    (entry,) = reading_of(words).entries
    assert entry.status is Status.SKIPPED
    return entry


@pytest.mark.parametrize(
    "words",
    ["skip saturday", "skipping saturday's run", "can't do saturday", "cant run on sat", "won't make it saturday",
     "saturday is out", "Saturday's off, wedding", "cancel saturday", "canceling sat", "need to miss saturday",
     "not going to run on saturday", "no run saturday", "not able to make saturday"],
)  # fmt: skip
def test_what_cannot_be_done_on_a_weekday_lies_ahead(words: str) -> None:
    entry = skip_in(words)
    assert entry.ahead
    assert entry.days == (dt.date(2026, 12, 5), dt.date(2026, 11, 28))
    assert entry.date == entry.days[0]


@pytest.mark.parametrize(
    "words",
    ["skipped saturday", "missed saturday's run", "couldn't run saturday", "had to skip saturday", "took saturday off",
     "did not do the long run on saturday", "didn't make it saturday", "was not able to run saturday",
     "skip last saturday"],
)  # fmt: skip
def test_what_is_over_lies_behind(words: str) -> None:
    assert skip_in(words).days == (dt.date(2026, 11, 28),)


@pytest.mark.parametrize("words", ["skip today", "cancel today's run", "can't run today"])
def test_today_is_today(words: str) -> None:
    assert skip_in(words).days == (TODAY,)


def test_a_named_session_without_a_day_leaves_the_day_open() -> None:
    entry = skip_in("skip the long run")
    assert (entry.days, entry.session, entry.ahead) == ((), SessionKind.LONG_RUN, True)
    assert not skip_in("missed my long run").ahead


@pytest.mark.parametrize(
    "words",
    [
        "cancel",
        "cancel that",
        "cancel my account",
        "can't wait for saturday",
        "ran on saturday, out and back",
        "i can't do thursdays",
    ],
)
def test_no_skip_is_read_where_no_session_is_left_out(words: str) -> None:
    assert not [entry for entry in reading_of(words).entries if entry.status is Status.SKIPPED]


@given(day=st.dates(dt.date(2026, 1, 1), dt.date(2027, 12, 31)), name=st.sampled_from(NAMES))
def test_the_days_meant_are_of_that_name_the_nearer_or_this_weeks_first(day: dt.date, name: str) -> None:
    (entry,) = read(f"skip {name}", day).entries
    assert {one.weekday() for one in entry.days} == {NAMES.index(name)}
    assert entry.date == entry.days[0]
    coming = max(entry.days)
    assert day <= coming < day + dt.timedelta(days=7)
    if coming.isocalendar()[:2] == day.isocalendar()[:2]:
        assert entry.days[0] == coming


@given(day=st.dates(dt.date(2026, 1, 1), dt.date(2027, 12, 31)), name=st.sampled_from(NAMES))
def test_what_was_skipped_is_never_ahead(day: dt.date, name: str) -> None:
    (entry,) = read(f"skipped {name}", day).entries
    assert day - dt.timedelta(days=7) < entry.date <= day


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("couldn't today kids ill", "busy"),
        ("cant today my son is sick", "busy"),
        ("period pains today, not going", "ill"),
        ("not going today", None),
    ],
)
def test_a_denial_that_names_nothing_leaves_out_what_was_planned(text: str, reason: str | None) -> None:
    (entry,) = reading_of(text).entries
    assert (str(entry.status), entry.reason and str(entry.reason), entry.pain) == ("skipped", reason, None)


def test_a_habit_denied_is_no_run() -> None:
    assert reading_of("i dont run at all so 0").entries == ()


def test_some_of_the_runs_are_a_part_and_no_illness() -> None:
    reading = reading_of("done but only 4 of the runs then i was dead")
    assert [(str(entry.status), entry.distance_m) for entry in reading.entries] == [("partial", None)]
    assert reading.symptoms == ()


def test_the_runs_that_are_an_illness_stay_one() -> None:
    assert reading_of("got the runs, no training").symptoms == ("below_neck",)
