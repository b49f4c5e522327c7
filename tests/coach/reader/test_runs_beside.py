"""A run of today stays one beside comparisons, races to come, bests and habits."""

import pytest

from coach.reader import read
from tests.coach.reader.cases import TODAY


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        ("ran 10k in 52 min, faster than last year", 10_000, 3120),
        ("ran 5k in 27:30, fastest since october", 5000, 1650),
        ("ran the half in 1:58, last year 2:05", 21_097, 7080),
        ("half marathon today 1:52:03, much better than last year", 21_097, 6723),
        ("marathon done 3:58:12 in october rain", 42_195, 14_292),
        ("5k in 24:10, my pb is 23:50", 5000, 1450),
        ("10k 52:10 pb was 51:00", 10_000, 3130),
        ("8k easy, race in 2 weeks", 8000, None),
        ("long run 18k, marathon in april", 18_000, None),
        ("i could only run 15 min", None, 900),
        ("could only manage 20 min today", None, 1200),
        ("only got 20 mins in today", None, 1200),
        ("ran twice a week, today 5k", 5000, None),
        ("30 min on and off jogging", None, 1800),
        ("5k run/walk on and off, 40 min", 5000, 2400),
        ("walked the dog every morning this week, 20 min today", None, 1200),
    ],
)
def test_what_was_run_is_logged(text: str, metres: int | None, seconds: int | None) -> None:
    (entry,) = read(text, TODAY).entries
    assert (entry.date, entry.distance_m, entry.duration_s) == (TODAY, metres, seconds)


@pytest.mark.parametrize(
    "text",
    [
        "10k in 45:00 in october", "10k in 45:00 was my best", "my pb for 5k is 24:10", "ran 10k in 45 min last year",
        "i ran 10k in october in 45:00", "10k, my first race, in april", "race: 10k on sunday 21 march",
        "i can only do 20 mins", "ive only got 20 mins",
    ],
)  # fmt: skip
def test_what_was_not_run_today_is_not(text: str) -> None:
    assert read(text, TODAY).entries == ()


@pytest.mark.parametrize("text", ["weight 70 yesterday and today 5k", "knee hurt yesterday and today, ran 5k"])
def test_a_day_of_something_else_makes_no_second_run(text: str) -> None:
    (entry,) = read(text, TODAY).entries
    assert (entry.date, entry.distance_m) == (TODAY, 5000)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("did 4.2 miles in 38:10 felt easy, squats 3x12, and my left calf is a bit tight", ["run", "strength"]),
        ("5k in 30, squats 3x12", ["run", "strength"]),
        ("5 km, 20 squats", ["run", "strength"]),
        ("squats 3x12, 5k in 30", ["strength", "run"]),
        ("circuit: 3 rounds of 10 squats, 400 m", ["strength"]),
        ("30 min, squats 3x12", ["strength"]),
    ],
)
def test_a_run_without_its_name_stays_one_beside_sets(text: str, kinds: list[str]) -> None:
    assert [entry.kind for entry in read(text, TODAY).entries] == kinds
