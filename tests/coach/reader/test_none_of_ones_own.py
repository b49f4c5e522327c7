"""What names figures or races and is nothing that somebody did: addresses, races watched, dreams, hopes."""

import pytest

from tests.coach.reader.cases import reading_of


@pytest.mark.parametrize(
    "text",
    [
        "Check out my run on Strava: https://strava.app.link/abcDEF123",
        "https://www.strava.com/activities/13245678901",
        "see garmin.com/modern/activity/19283 for it",
        "www.strava.com/activities/5k30min",
        "mail me at ana@run5k.com",
        "watched the london marathon",
        "cheered at the half marathon",
        "volunteered at the parkrun",
        "dreamt i ran a marathon in 3 hours",
        "goal: sub 25 5k",
        "target: sub 2 half marathon",
    ],
)
def test_it_is_no_log(text: str) -> None:
    reading = reading_of(text)
    named_alone = [entry for entry in reading.entries if entry.distance_m or entry.duration_s]
    assert (named_alone, dict(reading.measurements), reading.question) == ([], {}, None)


@pytest.mark.parametrize(
    "text",
    [
        "ran 5k in 31:20 https://connect.garmin.com/modern/activity/998877 effort 6",
        "watched a marathon on tv, then ran 5k in 31:20, effort 6",
        "5k @ 31:20 effort 6",
    ],
)
def test_what_stands_beside_it_is_read_all_the_same(text: str) -> None:
    (entry,) = reading_of(text).entries
    assert (entry.distance_m, entry.duration_s, entry.rpe) == (5000, 1880, 6)


@pytest.mark.parametrize("text", ["race 1:07,1 week", "half marathon in 2 weeks, 1:45,5", "pb 1:07,5 in march"])
def test_a_clock_with_a_comma_beside_a_race_breaks_nothing(text: str) -> None:
    assert reading_of(text).text == text


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("waist 900", "waist_cm", 900),
        ("thigh 250", "thigh_cm", 250),
        ("rhr 12", "resting_hr", 12),
        ("weight 0", "weight_kg", 0),
        ("weight 8", "weight_kg", 8),
    ],
)
def test_a_measurement_that_cannot_be_true_is_asked_about_and_not_dropped(text: str, name: str, value: float) -> None:
    reading = reading_of(text)
    assert reading.question is not None
    assert (reading.question.key, dict(reading.measurements)) == ("ask.measurement", {name: value})


@pytest.mark.parametrize(
    ("text", "beats"), [("woke up at 54 bpm", 54), ("morning hr 51", 51), ("waking heart rate 50", 50)]
)
def test_a_pulse_of_waking_up_is_a_resting_heart_rate(text: str, beats: int) -> None:
    reading = reading_of(text)
    assert (reading.entries, dict(reading.measurements)) == ((), {"resting_hr": beats})


def test_the_pulse_of_a_run_this_morning_is_the_run_s() -> None:
    (entry,) = reading_of("ran 5k this morning, hr 84").entries
    assert entry.avg_hr == 84
