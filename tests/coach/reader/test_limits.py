"""How long a session may take is no session that was done."""

import pytest

from coach.history import Status
from coach.reader.limits import limit_in
from tests.coach.reader.cases import reading_of


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("half an hour, not more", 30),
        ("10 mins max", 10),
        ("max 45 mins", 45),
        ("an hour tops", 60),
        ("at most 40 minutes", 40),
        ("i can only do 20 mins", 20),
        ("cant do more than 30 min on weekdays", 30),
        ("ive only got 25 mins today", 25),
        ("no longer than 1h15", 75),
    ],
)
def test_a_limit_is_read_and_never_logged(text: str, minutes: int) -> None:
    assert limit_in(text) == minutes
    assert reading_of(text).entries == ()


@pytest.mark.parametrize(
    "text",
    [
        "ran 30 min",
        "only did 20 mins",
        "30 min, max hr 172",
        "20 min at max effort",
        "more than 5k",
        "no more",
        "30 min",
    ],
)
def test_what_was_done_is_no_limit(text: str) -> None:
    assert limit_in(text) is None


def test_more_time_than_before_is_no_limit_and_no_training() -> None:
    assert limit_in("i have 15 more minutes") is None
    assert reading_of("i have 15 more minutes").entries == ()


@pytest.mark.parametrize(
    "text",
    [
        "only got half an hour between drop off and work, 4k 27 min",
        "only got 30 min before work, 4k in 27 min",
        "i've only got 30 min today, 4k 27:00",
        "i had only half an hour, 4k 27 min",
        "only had 30 min so did 4k in 27",
    ],
)
def test_the_time_beside_the_distance_is_the_run_and_not_the_time_that_there_was(text: str) -> None:
    (entry,) = reading_of(text).entries
    assert (entry.status, entry.distance_m, entry.duration_s) == (Status.DONE, 4000, 1620)


@pytest.mark.parametrize("text", ["only got 30 min, 4k", "only got half an hour in, 4k"])
def test_a_time_alone_beside_a_distance_stays_the_time_of_the_run(text: str) -> None:
    (entry,) = reading_of(text).entries
    assert (entry.status, entry.distance_m, entry.duration_s) == (Status.PARTIAL, 4000, 1800)
