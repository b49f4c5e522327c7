"""Races of another day are no logs: a race to come has a day ahead, a best of the past a result."""

import datetime as dt

import pytest

from coach.profile import DistanceUnit
from coach.reader.races import race_in
from tests.coach.reader.cases import TODAY, reading_of


@pytest.mark.parametrize(
    ("text", "metres", "day"),
    [
        ("race: 10k on sunday 21 march", 10_000, dt.date(2027, 3, 21)),
        ("my race is on 21/3", None, dt.date(2027, 3, 21)),
        ("got a half on 14 march", 21_097, dt.date(2027, 3, 14)),
        ("my 10k is on 20 december", 10_000, dt.date(2026, 12, 20)),
        ("i'm doing a 5k race next saturday", 5000, dt.date(2026, 12, 5)),
        ("10k race in 6 weeks", 10_000, dt.date(2027, 1, 13)),
        ("running a marathon in a month", 42_195, dt.date(2027, 1, 1)),
        ("i have a race on sunday", None, dt.date(2026, 12, 6)),
        ("running the london marathon in april", 42_195, None),
        ("race on march 21st, 10k", 10_000, dt.date(2027, 3, 21)),
        ("10 mile race on 2027-03-21", 16_093, dt.date(2027, 3, 21)),
    ],
)
def test_a_race_to_come_is_no_log(text: str, metres: int | None, day: dt.date | None) -> None:
    race = race_in(text, TODAY)
    assert race is not None
    assert (race.ahead, race.metres, race.day) == (True, metres, day)
    assert reading_of(text).entries == ()


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        ("10k in 45:00 was my best", 10_000, 2700),
        ("10k in 45:00 in october", 10_000, 2700),
        ("my pb for 5k is 24:10", 5000, 1450),
        ("my 5k pb: 24:10", 5000, 1450),
        ("best half is 1:52", 21_097, 6720),
        ("personal best 10k: 49:30", 10_000, 2970),
        ("i ran a 10k in 52 mins back in september", 10_000, 3120),
        ("ran a marathon in 4:10 two years ago", 42_195, 15_000),
        ("my fastest mile ever is 6:40", 1609, 400),
        ("i've run 5k in 23 mins before", 5000, 1380),
        ("my pb is 50 mins for 10k", 10_000, 3000),
    ],
)
def test_a_best_of_the_past_is_no_log(text: str, metres: int, seconds: int) -> None:
    race = race_in(text, TODAY)
    assert race is not None
    assert (race.ahead, race.metres, race.seconds) == (False, metres, seconds)
    assert reading_of(text).entries == ()


@pytest.mark.parametrize(
    "text",
    ["ran 5k in 24:05, new pb!!", "pb today! 10k 48:59", "10k race today 51:20", "raced a half on sunday, 1:58:40",
     "parkrun PB 24:59", "race on saturday 38:12 for 8k", "10k race done, effort 9", "5k in 24:10 pb!",
     "did a 10k race on 28 nov in 50:10"],
)  # fmt: skip
def test_a_race_that_was_just_run_is_a_log(text: str) -> None:
    assert race_in(text, TODAY) is None
    assert len(reading_of(text).entries) == 1


@pytest.mark.parametrize("text", ["how do i pace a race in march?", "whats a good half time", "best run in weeks, 5k"])
def test_what_only_mentions_races_is_neither(text: str) -> None:
    assert race_in(text, TODAY, DistanceUnit.KM) is None
