"""What puts right the words before it is no second activity."""

import datetime as dt

import pytest

from coach.profile import DistanceUnit
from coach.reader.corrections import correction_in
from coach.reading import Activity, LogEntry
from tests.coach.reader.cases import TODAY


def corrected(text: str) -> LogEntry:
    """The one entry of a correction of a run."""
    found = correction_in(text, TODAY, activity=Activity.RUN)
    assert found is not None
    (entry,) = found.reading.entries
    return entry


@pytest.mark.parametrize(
    "text", ["no i mean 4.8 miles", "sorry 4.8 miles", "4.8 miles, i mean", "oops, 4.8 miles not 5"]
)
def test_a_distance_is_put_right(text: str) -> None:
    assert corrected(text).distance_m == 7725


@pytest.mark.parametrize(
    "text",
    ["actually it was 31:40", "typo, 31:40", "wait no it was 31:40", "it was 31:40 not 32:40", "should have been 31:40",
     "make that 31:40", "my bad, it took 31:40", "31:40 sorry"],
)  # fmt: skip
def test_a_time_is_put_right(text: str) -> None:
    entry = corrected(text)
    assert (entry.duration_s, entry.distance_m, entry.kind) == (1900, None, None)


@pytest.mark.parametrize("text", ["it was yesterday not today", "no it was yesterday", "i meant yesterday"])
def test_a_day_is_put_right(text: str) -> None:
    found = correction_in(text, TODAY, activity=Activity.RUN)
    assert found is not None
    assert found.dated
    assert found.reading.entries[0].date == TODAY - dt.timedelta(days=1)


def test_a_day_that_was_not_said_is_not_put_right() -> None:
    found = correction_in("i meant 6k", TODAY)
    assert found is not None
    assert not found.dated


def test_a_kind_is_put_right_only_where_the_words_name_one() -> None:
    assert corrected("actually it was a walk").kind is Activity.WALK
    assert corrected("actually it was 6k").kind is None


def test_bare_figures_are_of_the_activity_before() -> None:
    found = correction_in("i meant 6", TODAY, DistanceUnit.MI, Activity.RUN)
    assert found is not None
    assert found.reading.entries[0].distance_m == 9656


def test_a_measurement_is_put_right() -> None:
    found = correction_in("sorry, 72.5 kg", TODAY)
    assert found is not None
    assert found.reading.measurements == {"weight_kg": 72.5}


@pytest.mark.parametrize(
    "text",
    ["ran 5k", "no run today", "sorry i missed it", "actually ran 5k yesterday", "no pain", "ok 5k in 31", "did 5k",
     "actually 3 more miles", "sorry for the delay, ran 5k", "no", "5k", "and 3k walk", "no thanks", "sorry", ""],
)  # fmt: skip
def test_what_tells_something_new_or_nothing_corrects_nothing(text: str) -> None:
    assert correction_in(text, TODAY, activity=Activity.RUN) is None
