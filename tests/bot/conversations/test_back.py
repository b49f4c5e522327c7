"""Back goes back by one card, whatever was asked in several: never to the first question."""

import pytest

from tests.bot.conversations.people import Newcomer


def test_back_at_the_longest_run_asks_for_the_week_again(ana: Newcomer) -> None:
    ana.starts().taps("10 km", "Most weeks", "20 km")
    assert "longest" in ana.text
    ana.taps("‹ Back")
    assert ana.open_question == "exp"
    assert "week" in ana.text
    ana.taps("‹ Back")
    assert any(label.startswith("Most weeks") for label in ana.labels)
    ana.taps("‹ Back")
    assert ana.open_question == "goal"


def test_back_in_words_does_the_same(ana: Newcomer) -> None:
    ana.starts().says("10k", "regular", "20", "back")
    assert "week" in ana.text
    ana.says("25", "9")
    assert ana.athlete.profile["weekly_distance_m"] == 25_000


def test_back_at_the_age_comes_back_to_the_longest_run(ana: Newcomer) -> None:
    ana.starts().says("10k", "regular", "20", "8").taps("‹ Back")
    assert ana.open_question == "exp"
    assert "longest" in ana.text
    ana.says("9")
    assert ana.open_question == "age"
    assert ana.athlete.profile["longest_run_m"] == 9000
    assert ana.athlete.profile["weekly_distance_m"] == 20_000


def test_back_among_the_years_shows_the_decades(ana: Newcomer) -> None:
    ana.starts().says("10k", "new").taps("30–39", "‹ Back")
    assert ana.open_question == "age"
    assert "40–49" in ana.labels
    ana.taps("‹ Back")
    assert ana.open_question == "exp"


def test_back_at_the_doctor_shows_what_is_ticked(ana: Newcomer) -> None:
    ana.starts().says("10k", "new", "40", "mon wed sat", "sat", "45", "asthma", "done").taps("‹ Back")
    assert ana.open_question == "health"
    assert "Done" in ana.labels


def test_back_at_the_clock_comes_back_to_the_doctor_where_one_was_asked(ana: Newcomer) -> None:
    ana.starts().says("10k", "new", "40", "mon wed sat", "sat", "45", "asthma", "done", "yes")
    assert ana.open_question == "zone"
    ana.taps("‹ Back")
    assert ana.open_question == "health"
    assert "doctor" in ana.text


def test_back_among_the_cities_shows_the_clocks(ana: Newcomer) -> None:
    ana.starts().says("10k", "new", "40", "mon wed sat", "sat", "45", "none").taps("More clocks", "13:07", "‹ Back")
    assert ana.open_question == "zone"
    assert "More clocks…" in ana.labels


ANSWERS = ("10k", "new", "34", "mon wed sat", "sat", "an hour", "none", "berlin")
ORDER = ("goal", "exp", "age", "days", "long", "min", "health", "zone", "time")


@pytest.mark.parametrize("answered", range(1, 9))
def test_back_leads_through_every_question_to_the_first(ana: Newcomer, answered: int) -> None:
    ana.starts().says(*ANSWERS[:answered])
    for key in reversed(ORDER[:answered]):
        ana.taps("‹ Back")
        assert ana.open_question == key
    ana.says(*ANSWERS)
    assert ana.open_question == "time"
