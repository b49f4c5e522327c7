"""Times of day as they are spoken, and what was meant instead."""

import pytest

from tests.coach.reader.cases import reading_of
from tests.coach.reader.told import told


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("ran from half six till quarter past seven", 2700),
        ("half past six to seven, jog round the park", 1800),
        ("ran from 7 to 7:45", 2700),
        ("ran from 7 to 8", 3600),
        ("ran noon to one", 3600),
        ("ran from ten to seven until twenty past seven", 1800),
    ],
)
def test_between_two_times_of_day_lies_the_duration(text: str, seconds: int) -> None:
    assert told(text) == ("run", None, seconds)


@pytest.mark.parametrize(
    "text",
    ["went for a run at half past six, 5k", "5k run at ten to seven", "ran at 20 past 6, 5k", "ran at half six, 5k"],
)
def test_a_time_of_day_alone_is_no_figure_of_the_run(text: str) -> None:
    assert told(text) == ("run", 5000, None)


@pytest.mark.parametrize(
    ("text", "metres"), [("ran half a mile", 805), ("ran 10 to 12k", 11_000), ("ran ten to twelve k", 11_000)]
)
def test_distances_in_such_words_stay_distances(text: str, metres: int) -> None:
    assert told(text)[1] == metres


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ran 5 miles i mean km, 31 mins", (5000, 1860)),
        ("8k 50 min (watch says 8.2)", (8200, 3000)),
        ("said 5k but gps shows 4.8k, 29 min", (4800, 1740)),
        ("ran 8k in 45, no wait 46", (8000, 2760)),
        ("5k run in 30, actually 5.2", (5200, 1800)),
        ("garmin says recovery 24h, ran 5k", (5000, None)),
        ("ran 5k in thirty one twenty", (5000, 1880)),
    ],
)
def test_what_is_put_right_takes_the_place_of_the_figure_it_is_nearest_to(
    text: str, expected: tuple[int, int | None]
) -> None:
    assert told(text)[1:] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("walked 5, ran 20, walked 5", ("run", None, 1800)),
        ("12-3-30 done", ("walk", None, 1800)),
        ("walked 40 mins on the treadmill", ("walk", None, 2400)),
        ("zwift 1hr 32km", ("cycling", 32_000, 3600)),
        ("aqua jog 30 min instead of run", ("other", None, 1800)),
        ("the 7:15 train was late so I ran 1 mile to work", ("run", 1609, None)),
    ],
)
def test_one_session_in_the_words_of_its_kind(text: str, expected: tuple[str, int | None, int | None]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", ["5k in 3:00", "ran 3k in 2:00"])
def test_hours_at_which_nobody_runs_are_asked_about(text: str) -> None:
    question = reading_of(text).question
    assert question is not None
    assert question.key == "ask.too_fast"


@pytest.mark.parametrize(("text", "seconds"), [("walked 5k in 3:00", 10_800), ("ran 10k in 2:30", 9000)])
def test_hours_that_a_walk_or_a_slow_run_takes_stay_hours(text: str, seconds: int) -> None:
    assert told(text)[2] == seconds
    assert reading_of(text).question is None
