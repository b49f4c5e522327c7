"""What people wrote in their first weeks: logs that were lost, and no logs that were found."""

import pytest

from coach.history import Status
from tests.coach.reader.cases import reading_of
from tests.coach.reader.told import efforts, told


@pytest.mark.parametrize(
    "text",
    [
        "Tom ran 5k",
        "Anna did 10k in 55",
        "5k is far",
        "10 miles sounds like a lot",
        "10k seems really hard for me",
        "i'm in Mallorca next week, only running",
        "i'll be in rome next week",
        "off to bed",
    ],
)
def test_what_others_did_what_is_far_and_next_week_are_no_logs(text: str) -> None:
    assert reading_of(text).entries == ()


@pytest.mark.parametrize(
    "text",
    [
        "im injured, next week i see the doctor",
        "i'm in pain, next week maybe",
        "I'm hurting all over, see you next week",
    ],
)
def test_a_pain_told_beside_next_week_is_heard(text: str) -> None:
    assert reading_of(text).pain is not None


@pytest.mark.parametrize(
    "text",
    [
        "watched a movie running 5k on the treadmill in 30 min",
        "saw a deer run across the path, 5k in 30",
        "saw a sunrise running, 5k in 30",
        "saw my friend run past, 5k in 30",
        "saw a guy run 10k in 36 min, ran 5k in 30",
    ],
)
def test_a_run_beside_what_was_seen_is_ones_own(text: str) -> None:
    assert told(text) == ("run", 5000, 1800)


def test_a_small_figure_on_the_scale_is_no_weight() -> None:
    ache = reading_of("left knee hurts, 3 on the scale")
    assert efforts("5k in 30, 6 on the scale") == [6]
    assert not reading_of("5k in 30, 6 on the scale").measurements
    assert not ache.measurements
    assert ache.pain is not None
    assert (ache.pain.area, ache.pain.level) == ("knee", 3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("off to work after 5k in 30", ("run", 5000, 1800)),
        ("5k in 30 and off to work", ("run", 5000, 1800)),
        ("5k is done", ("run", 5000, None)),
        ("5k is far but did it in 40 min", ("run", 5000, 2400)),
        ("ran 5k with tom, Anna ran 6k", ("run", 5000, None)),
        ("tom and i ran 5k", ("run", 5000, None)),
        ("ran 4k and tom did 5k", ("run", 4000, None)),
        ("5 clicks", ("run", 5000, None)),
        ("only running", ("run", None, None)),
    ],
)
def test_beside_such_words_a_run_is_told(text: str, expected: tuple[str, int | None, int | None]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(("text", "effort"), [("run walk done 30min, 4", 4), ("run done 30 min, 7", 7)])
def test_a_small_figure_behind_a_run_that_is_done_is_its_effort(text: str, effort: int) -> None:
    assert efforts(text) == [effort]
    assert told(text) == ("run", None, 1800)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("intervals 5 x 800 3:20, 5 km total", ("run", 5000, None)),
        ("8x400 in 1:30, 8k total", ("run", 8000, None)),
        ("12k with 5x1k, 1:05", ("run", 12_000, 3900)),
        ("4 x 1k 4:10, 10k total in 55", ("run", 10_000, 3300)),
    ],
)
def test_a_short_time_beside_repeats_is_theirs_and_no_hours(
    text: str, expected: tuple[str, int | None, int | None]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "units", "kilograms"),
    [
        ("69.9 on the scale", "km", 69.9),
        ("212.4 on my scales this morning", "mi", 96.34),
        ("212.4 this morning", "mi", 96.34),
        ("171.2 today", "mi", 77.66),
    ],
)
def test_a_bare_weight_is_one_on_the_scale_and_in_pounds_of_a_morning(text: str, units: str, kilograms: float) -> None:
    assert dict(reading_of(text, units).measurements) == {"weight_kg": kilograms}
    assert reading_of(text, units).entries == ()


@pytest.mark.parametrize(("text", "units"), [("212.4 this morning", "km"), ("6.2 this morning", "mi")])
def test_other_bare_figures_of_a_morning_are_no_weight(text: str, units: str) -> None:
    assert dict(reading_of(text, units).measurements) == {}


def test_a_run_of_a_morning_stays_one() -> None:
    (entry,) = reading_of("ran 212.4 minutes this morning", "mi").entries
    assert entry.status is Status.DONE


@pytest.mark.parametrize(
    "text",
    [
        "my knee is not great",
        "left knee isn't ok",
        "my knee wasn't so happy today",
        "knee not better",
        "knee not fine yet",
    ],
)
def test_a_place_that_is_not_well_does_not_count_as_free_of_pain(text: str) -> None:
    reading = reading_of(text)
    assert reading.pain is not None
    assert (reading.pain.area, reading.pain.level) == ("knee", 2)


@pytest.mark.parametrize("text", ["knee felt great, not good weather", "my knee isn't hurting", "knee is fine now"])
def test_a_place_that_is_well_counts_as_free_of_pain(text: str) -> None:
    reading = reading_of(text)
    assert reading.pain is not None
    assert reading.pain.level == 0
