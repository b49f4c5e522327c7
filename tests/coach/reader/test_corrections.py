"""What puts right the words before it is no second activity."""

import datetime as dt

import pytest

from coach.history import Status
from coach.profile import DistanceUnit
from coach.reader import read
from coach.reader.corrections import correction_in, may_correct
from coach.reading import Activity, LogEntry
from tests.coach.reader.cases import TODAY


def corrected(text: str) -> LogEntry:
    """The one entry of a correction of a run."""
    found = correction_in(text, TODAY, activity=Activity.RUN)
    assert found is not None
    (entry,) = found.reading.entries
    return entry


@pytest.mark.parametrize(
    "text",
    [
        "no i mean 4.8 miles",
        "sorry 4.8 miles",
        "4.8 miles, i mean",
        "oops, 4.8 miles not 5",
        "that's wrong, it was 4.8 miles",
        "it's wrong, 4.8 miles",
        "wrong, it was 4.8 miles",
    ],
)
def test_a_distance_is_put_right(text: str) -> None:
    assert corrected(text).distance_m == 7725


@pytest.mark.parametrize(
    "text",
    ["actually it was 31:40", "typo, 31:40", "wait no it was 31:40", "it was 31:40 not 32:40", "should have been 31:40",
     "make that 31:40", "my bad, it took 31:40", "31:40 sorry", "took 31:40"],
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


@pytest.mark.parametrize("text", ["no i did 4.8 miles", "sorry i only did 4.8 miles", "i meant i did 4.8 miles"])
def test_i_did_joins_an_opening_to_its_figures(text: str) -> None:
    assert corrected(text).distance_m == 7725


@pytest.mark.parametrize(
    ("text", "metres"), [("no 4.8k", 4800), ("no, 10k", 10_000), ("sorry 10k today", 10_000), ("i did 6k not 5k", 6000)]
)
def test_a_figure_after_no_or_sorry_is_put_right(text: str, metres: int) -> None:
    assert corrected(text).distance_m == metres


@pytest.mark.parametrize(
    ("text", "sure", "points"),
    [("i mean the run was 5.5k", True, True), ("sorry it was a walk", True, False), ("sorry 4.8k", False, False)],
)
def test_it_is_told_how_surely_words_correct_and_whether_they_point(text: str, *, sure: bool, points: bool) -> None:
    found = correction_in(text, TODAY, activity=Activity.RUN)
    assert found is not None
    assert (found.sure, found.points) == (sure, points)


@pytest.mark.parametrize("text", ["no 10k today", "nope 10k yesterday", "no 5 miles on sunday"])
def test_a_distance_of_a_day_after_no_was_not_covered(text: str) -> None:
    (entry,) = read(text, TODAY).entries
    assert (entry.status, entry.kind, entry.distance_m) == (Status.SKIPPED, Activity.RUN, None)


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
     "i did 5k in 30 min", "i did 30 min yoga", "i did 5k yesterday", "i only did 20 min", "was 5k", "is 5k",
     "no 10k today", "nope 10k yesterday", "actually 3 more miles",
     "sorry for the delay, ran 5k", "no", "5k", "and 3k walk", "no thanks", "sorry", ""],
)  # fmt: skip
def test_what_tells_something_new_or_nothing_corrects_nothing(text: str) -> None:
    assert correction_in(text, TODAY, activity=Activity.RUN) is None


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("no i mean 4.8 miles", True),
        ("it was 31:40", True),
        ("7 not 6", True),
        ("ran 5.02 km in 31:40, rpe 4", False),
        ("done", False),
        ("walked 40 min, left knee 2/10", False),
    ],
)
def test_most_messages_are_seen_at_once_to_correct_nothing(text: str, *, may: bool) -> None:
    assert may_correct(text, TODAY) is may
    assert may or all(correction_in(text, TODAY, activity=activity) is None for activity in (*Activity, None))
