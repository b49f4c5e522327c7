"""Finding a time zone without a location: by clock, by city, by country, by name, by place."""

import datetime as dt
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversations.places.cities import at_offsets, cities, nearest, offsets
from bot.conversations.places.zones import (
    city_name,
    fixed_zone,
    likely_zones,
    offsets_of_clock,
    utc_offset,
    zones_named,
)

WINTER = dt.datetime(2026, 11, 23, 12, 7, tzinfo=dt.UTC)
SUMMER = dt.datetime(2026, 7, 1, 12, 7, tzinfo=dt.UTC)


def test_every_city_has_a_zone_that_exists_and_a_place_on_earth() -> None:
    known = available_timezones()
    for city in cities():
        assert city.zone in known, city
        assert abs(city.latitude) <= 90, city
        assert abs(city.longitude) <= 180, city
        assert len(city.country) == 2, city


def test_every_city_lies_about_where_its_clock_says() -> None:
    """A slip in the table would put a city far from its sun; China and politics stretch this to four hours."""
    for city in cities():
        sun = city.longitude / 15 * 60
        apart = (city.offset(WINTER) - sun + 720) % 1440 - 720
        assert abs(apart) <= 240, city


def test_every_offset_that_clocks_keep_has_a_city() -> None:
    """Bar uninhabited places and the fixed zones, whoever taps their clock finds a city."""
    everywhere = {
        int((moment.astimezone(ZoneInfo(zone)).utcoffset() or dt.timedelta()).total_seconds() // 60)
        for moment in (WINTER, SUMMER)
        for zone in available_timezones()
        if "/" in zone and not zone.startswith(("Etc/", "posix/", "right/", "Antarctica/"))
    }
    assert everywhere <= set(offsets(WINTER)) | set(offsets(SUMMER))


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Lisbon", "Europe/Lisbon"),
        ("lisboa", "Europe/Lisbon"),
        ("new york", "America/New_York"),
        ("NYC", "America/New_York"),
        ("I live in Munich", "Europe/Berlin"),
        ("münchen", "Europe/Berlin"),
        ("Paris, France", "Europe/Paris"),
        ("sao paulo", "America/Sao_Paulo"),
        ("St Johns", "America/St_Johns"),
        ("kathmandu", "Asia/Kathmandu"),
        ("Nepal", "Asia/Kathmandu"),
        ("england", "Europe/London"),
        ("Europe/Lisbon", "Europe/Lisbon"),
        ("europe/lisbon", "Europe/Lisbon"),
        ("America/Argentina/Ushuaia", "America/Argentina/Ushuaia"),
        ("ouagadougou", "Africa/Ouagadougou"),
        ("CET", "Europe/Berlin"),
        ("pacific time", "America/Los_Angeles"),
        ("berlinn", "Europe/Berlin"),
    ],
)
def test_a_place_is_known_by_what_people_call_it(text: str, zone: str) -> None:
    assert zones_named(text, WINTER)[0] == zone


@pytest.mark.parametrize("text", ["", "banana", "34", "utc+25", "mon wed"])
def test_other_words_are_no_place(text: str) -> None:
    assert zones_named(text, WINTER) == []


def test_a_country_with_several_clocks_names_them_all() -> None:
    assert {"Europe/Lisbon", "Atlantic/Azores", "Atlantic/Madeira"} == set(zones_named("portugal", WINTER))
    assert len(zones_named("usa", WINTER)) > 4


@pytest.mark.parametrize(
    ("said", "ahead"), [("utc", 0), ("utc+2", 120), ("gmt-3", -180), ("+05:30", 330), ("utc+15", None), ("hello", None)]
)
def test_an_offset_is_read(said: str, ahead: int | None) -> None:
    assert utc_offset(said) == ahead


@pytest.mark.parametrize(("ahead", "shown"), [(120, "UTC+2"), (-180, "UTC−3")])
def test_a_fixed_zone_is_shown_the_way_people_count(ahead: int, shown: str) -> None:
    zone = fixed_zone(ahead)
    assert zone is not None
    assert WINTER.astimezone(ZoneInfo(zone)).utcoffset() == dt.timedelta(minutes=ahead)
    assert city_name(zone) == shown


def test_half_hours_have_no_fixed_zone() -> None:
    assert fixed_zone(330) is None


def test_a_clock_without_am_or_pm_may_be_either() -> None:
    assert offsets_of_clock("14:05", WINTER) == {120}
    assert offsets_of_clock("2:05 pm", WINTER) == {120}
    assert offsets_of_clock("2:05", WINTER) == {-600, 120, 840}


def test_a_clock_a_few_minutes_off_still_counts() -> None:
    assert offsets_of_clock("13:11", WINTER) == {60}
    assert offsets_of_clock("13:20", WINTER) == set()


def test_cities_of_a_clock_come_one_for_each_zone_first() -> None:
    found = at_offsets([60], WINTER)
    zones = [city.zone for city in found]
    assert found[0].name == "Berlin"
    assert len(set(zones[:12])) == 12


def test_daylight_saving_moves_a_city_to_another_clock() -> None:
    assert "Berlin" in [city.name for city in at_offsets([60], WINTER)]
    assert "Berlin" in [city.name for city in at_offsets([120], SUMMER)]


@pytest.mark.parametrize(
    ("latitude", "longitude", "zone"),
    [
        (52.4, 13.1, "Europe/Berlin"),
        (42.2, -8.7, "Europe/Madrid"),
        (41.2, -8.6, "Europe/Lisbon"),
        (27.7, 85.3, "Asia/Kathmandu"),
        (-36.9, 174.8, "Pacific/Auckland"),
        (21.3, -157.9, "Pacific/Honolulu"),
        (33.4, -112.0, "America/Phoenix"),
    ],
)
def test_a_place_takes_the_nearest_citys_clock(latitude: float, longitude: float, zone: str) -> None:
    assert nearest(latitude, longitude).zone == zone


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_every_place_has_a_nearest_city(latitude: float, longitude: float) -> None:
    assert nearest(latitude, longitude) in cities()


@pytest.mark.parametrize(
    ("language", "zone"),
    [
        ("de", "Europe/Berlin"),
        ("en-GB", "Europe/London"),
        ("pt-br", "America/Sao_Paulo"),
        ("xx", "Europe/London"),
        ("en", "Europe/London"),
    ],
)
def test_the_first_guess_follows_the_language(language: str, zone: str) -> None:
    assert likely_zones(language)[0] == zone


def test_a_zone_is_called_by_its_own_city() -> None:
    assert city_name("Europe/Lisbon") == "Lisbon"
    assert city_name("America/Anguilla") == "Anguilla"
    assert city_name("Asia/Kolkata") == "Kolkata"
    assert city_name("Etc/UTC") == "UTC"


@pytest.mark.parametrize(
    ("said", "zone"),
    [
        ("Boulder, Colorado", "America/Denver"),
        ("boulder colorado", "America/Denver"),
        ("Boulder, CO", "America/Denver"),
        ("Fort Collins, Colorado, USA", "America/Denver"),
        ("Paris, Texas", "America/Chicago"),
        ("Portland, Maine", "America/New_York"),
        ("El Paso, Texas", "America/Denver"),
        ("i moved to Denver", "America/Denver"),
        ("London, Ontario", "America/Toronto"),
    ],
)
def test_a_town_nobody_knows_keeps_the_time_of_its_state(said: str, zone: str) -> None:
    assert zones_named(said, WINTER) == [zone]


@pytest.mark.parametrize("said", ["ok", "in", "hi", "me"])
def test_a_small_word_is_no_state(said: str) -> None:
    assert zones_named(said, WINTER) == []
