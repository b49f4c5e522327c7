"""Wishes, goals and bests are no runs of today; figures behind a word for the effort are the effort."""

import pytest

from coach.history import Reason, Status
from coach.reading import Activity
from tests.coach.reader.cases import reading_of


@pytest.mark.parametrize(
    "text",
    [
        "i want 10k in 43",
        "i want a 10k in 43 on 11 april",
        "want a sub 45 10k",
        "new goal: run 10k. by june",
        "predict 10k",
        "my longest run is 14 km",
        "30 mins of what",
        "I don't like the strength exercises on the floor because I can't get up so easy",
    ],
)
def test_what_is_wished_asked_or_true_in_general_is_no_log(text: str) -> None:
    assert reading_of(text).entries == ()


def test_a_longest_run_of_today_is_a_log() -> None:
    assert [entry.distance_m for entry in reading_of("longest run ever today, 14k").entries] == [14_000]


def test_a_wish_to_log_is_a_log() -> None:
    assert [entry.distance_m for entry in reading_of("i want to log 5k in 30").entries] == [5000]


@pytest.mark.parametrize(
    ("text", "rpe"), [("not hard, 7", 7), ("it was hard, like 6", 6), ("hard, 8", 8), ("felt easy, 3", 3)]
)
def test_a_figure_behind_the_word_for_an_effort_is_the_effort(text: str, rpe: int) -> None:
    assert [entry.rpe for entry in reading_of(text).entries] == [rpe]


@pytest.mark.parametrize("text", ["I did all of the seven! 27 minutes", "all seven of the one minute pieces, 27 min"])
def test_all_of_so_many_repeats_is_no_distance(text: str) -> None:
    (entry,) = reading_of(text).entries
    assert (entry.status, entry.distance_m, entry.duration_s) == (Status.DONE, None, 1620)


def test_all_of_a_distance_is_that_distance() -> None:
    (entry,) = reading_of("ran all 5k").entries
    assert (entry.kind, entry.distance_m) == (Activity.RUN, 5000)


def test_no_injury_is_no_pain() -> None:
    reading = reading_of("no injury")
    assert reading.question is None
    assert reading.pain is not None
    assert reading.pain.level == 0


def test_a_delay_of_something_else_is_the_reason_and_no_deed_of_others() -> None:
    (entry,) = reading_of("skip, flight was delayed").entries
    assert (entry.status, entry.reason) == (Status.SKIPPED, Reason.TRAVEL)


def test_how_long_a_thing_was_is_no_training() -> None:
    assert reading_of("the podcast was 45 min long").entries == ()


@pytest.mark.parametrize("text", ["target weight 70", "goal weight: 65 kg"])
def test_a_weight_hoped_for_is_no_weighing(text: str) -> None:
    assert dict(reading_of(text).measurements) == {}
