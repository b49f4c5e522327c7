"""Figures that the same sentence overtakes are no log: what was meant, what a watch missed, what is denied."""

import datetime as dt

import pytest

from coach.history import Status
from coach.reader import read
from coach.reader.corrections import correction_in
from coach.reading import Activity

TODAY = dt.date(2026, 12, 3)


@pytest.mark.parametrize(
    ("said", "metres"),
    [
        ("went for 8 but only managed 6, stomach cramps", 6000),
        ("yesterday went for 10k but stopped at 7", 7000),
        ("set out for 5 miles but only did 3", 4828),
        ("garmin died at 7k but did 10 in total, 55ish mins", 10_000),
        ("my watch says 4.8 but it was 5k really", 5000),
        ("wasnt 5k it was 5 miles", 8047),
        ("it was not 5k, it was 6k", 6000),
        ("not 5k it was 6k", 6000),
    ],
)
def test_the_figure_that_came_true_counts(said: str, metres: int) -> None:
    (entry,) = read(said, TODAY).entries
    assert entry.distance_m == metres


@pytest.mark.parametrize(
    ("said", "metres"),
    [("went for 8k but it was hot, 45 min", 8000), ("did 10k but only 3 of them fast", 10_000),
     ("ran 5k but my watch died", 5000), ("ran 3 of 4 miles", 4828)],
)  # fmt: skip
def test_a_figure_that_nothing_overtakes_stays(said: str, metres: int) -> None:
    (entry,) = read(said, TODAY).entries
    assert entry.distance_m == metres


def test_which_of_so_many_is_no_distance() -> None:
    assert all(entry.distance_m is None for entry in read("did run 3 of 4 this wk", TODAY).entries)


def test_a_denial_before_the_truth_corrects_what_was_told() -> None:
    corrected = correction_in("wasnt 5k it was 5 miles", TODAY)
    assert corrected is not None
    assert [entry.distance_m for entry in corrected.reading.entries] == [8047]


def test_strength_on_one_day_and_a_run_on_the_next_are_two() -> None:
    strength, run = read("mon strength, tue 5k in 29, wed nothing", TODAY).entries
    assert (strength.kind, strength.distance_m) == (Activity.STRENGTH, None)
    assert (run.kind, run.distance_m, run.duration_s) == (Activity.RUN, 5000, 1740)


@pytest.mark.parametrize("said", ["planks 1 min, 1 min, 45 secs", "plank 60s 60s 45s"])
def test_holds_one_after_the_other_are_sets(said: str) -> None:
    (entry,) = read(said, TODAY).entries
    assert [(each.sets, each.seconds) for each in entry.exercises] == [(2, 60), (1, 45)]


def test_a_hold_is_no_run() -> None:
    held = [each.seconds for entry in read("plank 1 min, 20 min run", TODAY).entries for each in entry.exercises]
    assert held == [60]


def test_two_named_halves_come_to_the_whole_time() -> None:
    (entry,) = read("first half 58 mins, second half 55", TODAY).entries
    assert (entry.distance_m, entry.duration_s) == (None, 113 * 60)
    (entry,) = read("10k, first half 26:10 second half 25:20", TODAY).entries
    assert (entry.distance_m, entry.duration_s) == (10_000, 51 * 60 + 30)


@pytest.mark.parametrize("said", ["hard on my knees a bit", "tough on my knees", "ran 5k, hard on my knees"])
def test_what_is_hard_on_a_part_of_the_body_is_felt_there(said: str) -> None:
    reading = read(said, TODAY)
    pains = [entry.pain for entry in reading.entries if entry.pain] or [reading.pain]
    assert [pain.area for pain in pains if pain] == ["knee"]
    assert reading.question is not None
    assert all(entry.rpe is None for entry in reading.entries)


def test_hard_on_a_hill_is_no_pain() -> None:
    assert read("hard on the hills today", TODAY).pain is None


@pytest.mark.parametrize("said", ["ive got a temp", "sore throat and a bit of a temp", "slight temperature today"])
def test_a_temp_is_a_fever(said: str) -> None:
    assert "fever" in read(said, TODAY).symptoms


def test_a_watch_that_failed_leaves_a_whole_run() -> None:
    (entry,) = read("garmin died at 7k but did 10 in total, 55ish mins", TODAY).entries
    assert (entry.status, entry.duration_s) == (Status.DONE, 3300)
