"""News of the race one trains for: moved, or off; neither is a session skipped or done."""

import datetime as dt

import pytest

from coach.profile import DistanceUnit
from coach.reader import read
from coach.reader.race_news import RaceNews, race_news_in
from coach.reader.races import RaceTold, race_in

TODAY = dt.date(2026, 11, 30)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("race was moved to april 18", dt.date(2027, 4, 18)),
        ("my half marathon got postponed to 3 may", dt.date(2027, 5, 3)),
        ("the 10k is now on 25 april", dt.date(2027, 4, 25)),
        ("the race has been postponed", None),
        ("race date changed", None),
    ],
)
def test_a_race_that_was_moved_is_moved(words: str, day: dt.date | None) -> None:
    assert race_news_in(words, TODAY) == RaceNews(off=False, day=day)
    assert read(words, TODAY).entries == ()


@pytest.mark.parametrize(
    "words",
    [
        "race is cancelled",
        "my race got canceled",
        "the marathon was called off",
        "i'm not doing the race",
        "not running the half marathon after all",
    ],
)
def test_a_race_that_will_not_be_is_off(words: str) -> None:
    assert race_news_in(words, TODAY) == RaceNews(off=True)
    assert read(words, TODAY).entries == ()


@pytest.mark.parametrize("words", ["raced 10k in 50:00", "race pace felt hard", "moved my run to friday", "ran 5k"])
def test_other_words_are_no_news_of_a_race(words: str) -> None:
    assert race_news_in(words, TODAY) is None


def test_a_pain_beside_the_news_is_kept() -> None:
    assert read("race is cancelled, left knee hurts 4/10", TODAY).pain is not None


def test_what_my_race_is_says_a_race_to_come_and_no_run() -> None:
    assert race_in("my race is a 10k", TODAY, DistanceUnit.KM) == RaceTold(ahead=True, metres=10_000)  # type: ignore[arg-type]
    assert read("my race is a 10k", TODAY).entries == ()
