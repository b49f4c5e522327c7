"""The question for the time zone: clocks, cities, offsets, countries."""

import datetime as dt

from bot.conversations.flows import BY_KEY
from bot.conversations.question import Answer, Draft, Problem
from tests.bot.conversations.asked import WORDS, a_situation, tapped, typed
from tests.bot.conversations.people import Newcomer


def test_an_offset_said_twice_is_taken_as_it_is() -> None:
    assert typed("zone", "utc+2", {"ahead": [120]}) == Answer("Etc/GMT-2")


def test_clock_buttons_go_stale_with_their_labels() -> None:
    card = BY_KEY["zone"].card(a_situation(), WORDS)
    berlin = next(choice for row in card.choices for choice in row if choice.label == "13:07")
    situation = a_situation()
    assert BY_KEY["zone"].read_tap(berlin.value, situation) == Draft({"ahead": [60]})
    situation.now += dt.timedelta(minutes=30)
    given_ = BY_KEY["zone"].read_tap(berlin.value, situation)
    assert isinstance(given_, Problem)
    assert given_.phrase.key == "zone.old_clock"


def test_cities_of_a_clock_come_in_pages() -> None:
    zone = BY_KEY["zone"]
    first = zone.card(a_situation({"ahead": [60]}), WORDS)
    more = tapped("zone", "more12", {"ahead": [60]})
    assert more == Draft({"ahead": [60], "first": 12})
    second = zone.card(a_situation({"ahead": [60], "first": 12}), WORDS)
    assert {choice.label for choice in first.choices[0]}.isdisjoint(choice.label for choice in second.choices[0])


def test_a_typed_offset_offers_its_cities_and_the_offset_itself() -> None:
    assert typed("zone", "UTC+2") == Draft({"ahead": [120]})
    card = BY_KEY["zone"].card(a_situation({"ahead": [120]}), WORDS)
    assert "Etc/GMT-2" in [choice.value for row in card.choices for choice in row]


def test_a_country_with_several_clocks_asks_which() -> None:
    given_ = typed("zone", "spain")
    assert given_ == Draft({"zones": ["Europe/Madrid", "Atlantic/Canary"]})
    card = BY_KEY["zone"].card(a_situation({"zones": ["Europe/Madrid", "Atlantic/Canary"]}), WORDS)
    assert card.choices[0][0].label == "Madrid · 13:07"


def _at_the_zone(ana: Newcomer, experience: str = "I don’t run yet") -> Newcomer:
    ana.starts().taps("Leaner", experience)
    if "usual week" in ana.text:
        ana.taps("20 km", "10 km")
    return ana.taps("30–39", "34", "Mon Tue Thu Sat Sun", "Sunday", "45 min", "None")


def test_who_lives_in_the_states_is_answered_in_miles_and_by_a_clock_of_twelve_hours(ana: Newcomer) -> None:
    _at_the_zone(ana).says("Chicago")
    assert "miles and pounds" in ana.text
    assert "7:00 AM" in " ".join(ana.labels).replace("\u202f", " ")
    assert ana.athlete.profile["units"] == "mi"


def test_miles_go_where_the_zone_is_put_right(ana: Newcomer) -> None:
    _at_the_zone(ana).says("Chicago")
    ana.taps("‹ Back").says("London")
    assert "units" not in ana.athlete.profile
    assert "miles" not in ana.text


def test_who_told_kilometres_keeps_them_in_the_states(ana: Newcomer) -> None:
    _at_the_zone(ana, "Most weeks").says("Chicago")
    assert "units" not in ana.athlete.profile
    assert "miles" not in ana.text
