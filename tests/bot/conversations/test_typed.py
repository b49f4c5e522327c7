"""What people type, and what it is read as."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversations.typed.amounts import read_distance, read_height, read_minutes, read_weight
from bot.conversations.typed.clock import read_time
from bot.conversations.typed.days import read_days
from bot.conversations.typed.numbers import in_figures, numbers_in, only_number
from bot.conversations.typed.plain import plain, words_of
from bot.conversations.typed.races import read_date, read_result
from coach.profile import WEEKDAYS, DistanceUnit
from tests.builders import days

KM, MI = DistanceUnit.KM, DistanceUnit.MI
TODAY = dt.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mon wed sat", "mon wed sat"),
        ("Mon, Wed & Sat", "mon wed sat"),
        ("monday, wensday and saterday", "mon wed sat"),
        ("monday/wednesday/saturday", "mon wed sat"),
        ("Mondays, Wednesdays and Saturdays please", "mon wed sat"),
        ("weekends", "sat sun"),
        ("weekdays", "mon tue wed thu fri"),
        ("every day", "all"),
        ("daily", "all"),
        ("any day", "all"),
        ("every day but friday", "mon tue wed thu sat sun"),
        ("weekdays except wed and saturdays", "mon tue thu fri sat"),
        ("mon wed fri, not tue", "mon wed fri"),
        ("all except mon and tue", "wed thu fri sat sun"),
        ("not on sundays", "mon tue wed thu fri sat"),
        ("mon-thu", "mon tue wed thu"),
        ("monday to friday", "mon tue wed thu fri"),
        ("fri - mon", "mon fri sat sun"),
        ("weekdays except wednesday", "mon tue thu fri"),
        ("weekends and wednesday", "wed sat sun"),
        ("every monday", "mon"),
        ("mwf", "mon wed fri"),
        ("tu th sa", "tue thu sat"),
        ("i can do tuesdays and thursdays", "tue thu"),
        ("sunday", "sun"),
        ("tuesdy thursdy sundy", "tue thu sun"),
    ],
)
def test_days_are_read_as_people_type_them(text: str, expected: str) -> None:
    assert read_days(text) == days(expected)


@pytest.mark.parametrize("text", ["", "banana", "5k in 31:20", "mon banana", "34", "/week", "every day but all"])
def test_other_words_are_no_days(text: str) -> None:
    assert read_days(text) is None


@given(st.sets(st.sampled_from(WEEKDAYS), min_size=1))
def test_any_days_written_out_are_read_back(chosen: set[str]) -> None:
    assert read_days(" ".join(chosen)) == chosen


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        ("7", 7, 0),
        ("8ish in the morning", 8, 0),
        ("7am ish", 7, 0),
        ("around 7 pm-ish", 19, 0),
        ("around 6-ish pm", 18, 0),
        ("7am", 7, 0),
        ("7 a.m.", 7, 0),
        ("5:30 pm", 17, 30),
        ("5:30pm", 17, 30),
        ("5.30 p.m.", 17, 30),
        ("17:30", 17, 30),
        ("1730", 17, 30),
        ("0600", 6, 0),
        ("18h30", 18, 30),
        ("half past six", 6, 30),
        ("half past six in the evening", 18, 30),
        ("quarter to 8", 7, 45),
        ("a quarter past seven pm", 19, 15),
        ("ten to seven", 6, 50),
        ("noon", 12, 0),
        ("midday", 12, 0),
        ("midnight", 0, 0),
        ("at 7 o'clock", 7, 0),
        ("seven in the morning", 7, 0),
        ("six thirty", 6, 30),
        ("8 in the evening", 20, 0),
        ("12 am", 0, 0),
        ("12 pm", 12, 0),
        ("7:05", 7, 5),
    ],
)
def test_times_are_read_as_people_type_them(text: str, hour: int, minute: int) -> None:
    assert read_time(text) == hour * 60 + minute


@pytest.mark.parametrize("text", ["", "soon", "25:00", "7:75", "5k in 31:20", "mon", "13 am", "-3", "1000000"])
def test_other_words_are_no_time(text: str) -> None:
    assert read_time(text) is None


@given(st.times())
def test_every_minute_of_the_day_is_read_back(moment: dt.time) -> None:
    assert read_time(f"{moment:%H:%M}") == moment.hour * 60 + moment.minute
    assert read_time(f"{moment:%I:%M %p}") == moment.hour * 60 + moment.minute


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("45", 45),
        ("45 min", 45),
        ("45 minutes a day", 45),
        ("an hour", 60),
        ("1h", 60),
        ("1h30", 90),
        ("1:30", 90),
        ("1.5 hours", 90),
        ("an hour and a half", 90),
        ("half an hour", 30),
        ("two hours", 120),
        ("max 50", 50),
        ("about forty-five minutes", 45),
        ("half an hour is fine", 30),
        ("30 minutes tops", 30),
        ("an hour at the most i guess", 60),
        ("half an hour, not more", 30),
        ("10 mins max", 10),
        ("not longer than 40 minutes", 40),
        ("half an hour and not a minute more", 30),
        ("40 mins, no more", 40),
        ("30, absolute max", 30),
    ],
)
def test_lengths_are_read_as_people_type_them(text: str, minutes: float) -> None:
    assert read_minutes(text) == minutes


@pytest.mark.parametrize(
    ("text", "units", "metres"),
    [
        ("20", KM, 20_000),
        ("20", MI, 32_187),
        ("20 km a week", KM, 20_000),
        ("12 miles", KM, 19_312),
        ("5k", MI, 5000),
        ("7,5 km", KM, 7500),
        ("about ten kilometres", KM, 10_000),
        ("800 m", KM, 800),
        ("half marathon", KM, 21_098),
        ("nothing", KM, 0),
    ],
)
def test_distances_are_read_in_the_readers_unit(text: str, units: DistanceUnit, metres: int) -> None:
    assert read_distance(text, units) == metres


@pytest.mark.parametrize(
    ("text", "units", "kilograms"),
    [
        ("82", KM, 82),
        ("82 kg", KM, 82),
        ("82,5 kg", KM, 82.5),
        ("180 lb", KM, 81.65),
        ("180", MI, 81.65),
        ("75", MI, 75),
        ("12 st 7", KM, 79.38),
        ("12 stone", KM, 76.2),
        ("I weigh 70 kilos", KM, 70),
    ],
)
def test_weights_are_read_in_any_unit(text: str, units: DistanceUnit, kilograms: float) -> None:
    assert read_weight(text, units) == kilograms


@pytest.mark.parametrize(
    ("text", "centimetres"),
    [
        ("168", 168),
        ("168 cm", 168),
        ("1.68 m", 168),
        ("1,7", 170),
        ("1m68", 168),
        ("5'6\"", 168),
        ("5 ft 6", 168),
        ("6 feet", 183),
    ],
)
def test_heights_are_read_in_any_unit(text: str, centimetres: float) -> None:
    assert read_height(text) == centimetres


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("5k in 27:00", (5000, 1620)),
        ("5 km 27:00", (5000, 1620)),
        ("5k 27 min", (5000, 1620)),
        ("parkrun 24:13", (5000, 1453)),
        ("10k: 52:30", (10_000, 3150)),
        ("half marathon 1:55:30", (21_097, 6930)),
        ("half in 1:55", (21_097, 6900)),
        ("half 1h55", (21_097, 6900)),
        ("marathon 4:10:00", (42_195, 15_000)),
        ("I ran 10 km in fifty minutes", (10_000, 3000)),
        ("3 miles in 24:30", (4828, 1470)),
    ],
)
def test_results_are_read_as_people_type_them(text: str, result: tuple[int, int]) -> None:
    assert read_result(text, KM) == result


@pytest.mark.parametrize("text", ["", "27:00", "fast", "5k", "a marathon once"])
def test_half_a_result_is_none(text: str) -> None:
    assert read_result(text, KM) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2027-04-11", dt.date(2027, 4, 11)),
        ("11 April", dt.date(2027, 4, 11)),
        ("April 11", dt.date(2027, 4, 11)),
        ("11th of april 2027", dt.date(2027, 4, 11)),
        ("11.4.2027", dt.date(2027, 4, 11)),
        ("24 nov", dt.date(2026, 11, 24)),
        ("in 12 weeks", dt.date(2027, 2, 15)),
        ("in ten days", dt.date(2026, 12, 3)),
    ],
)
def test_dates_to_come_are_read(text: str, day: dt.date) -> None:
    assert read_date(text, TODAY) == day


@pytest.mark.parametrize("text", ["", "31 february", "someday", "99.99.2027", "2027-13-01", "in weeks"])
def test_other_words_are_no_date(text: str) -> None:
    assert read_date(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("thirty-four", "34"),
        ("twenty one years", "21 years"),
        ("thirty", "30"),
        ("ten to seven", "10 to 7"),
        ("one two", "1 2"),
    ],
)
def test_number_words_become_figures(text: str, figures: str) -> None:
    assert in_figures(text) == figures


def test_a_number_counts_only_among_words_it_may_stand_with() -> None:
    assert only_number("I'm 34 years old", "years old") == 34
    assert only_number("34 bananas", "years old") is None
    assert only_number("31:20", "") is None
    assert numbers_in("7,5 and 8") == [7.5, 8]


@given(st.text())
def test_nothing_that_can_be_typed_breaks_a_reader(text: str) -> None:
    plain(text), words_of(text), read_days(text), read_time(text), read_minutes(text), read_height(text)
    read_distance(text, KM), read_weight(text, MI), read_result(text, KM)
    day = read_date(text, TODAY)
    assert day is None or isinstance(day, dt.date)
