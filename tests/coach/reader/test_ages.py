"""Somebody's age is no figure of a run."""

import pytest

from tests.coach.reader.told import told


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        ("ran with my daughter shes 7, 1 mile", 1609, None), ("5k in 30:10, just turned 40", 5000, 1810),
        ("ran 3k with my son, he's 9", 3000, None), ("ran 5 km in 40 min aged 64", 5000, 2400),
        ("ran 5k with dad, he is 70", 5000, None), ("theyre 10 and 12, we ran 2k", 2000, None),
        ("i'm 41, 82 kg and ran 5k", 5000, None), ("im 41 ran 5k", 5000, None), ("i am 64 and ran 3k", 3000, None),
    ],
)  # fmt: skip
def test_an_age_is_no_time_and_no_distance(text: str, metres: int, seconds: int | None) -> None:
    assert told(text) == ("run", metres, seconds)


@pytest.mark.parametrize("text", ["i'm 30 min in", "done at 7 am, 30 min"])
def test_minutes_told_like_an_age_are_minutes(text: str) -> None:
    assert told(text)[2] == 1800


def test_what_goes_on_behind_the_number_is_no_age() -> None:
    assert told("ran with my dog, shes 5 km fit now")[1] == 5000
