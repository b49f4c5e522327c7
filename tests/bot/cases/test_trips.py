"""Trips: the messages follow the clock of the place, and one tap or word brings them home."""

import pytest

from bot.cases.trips import HOME
from bot.conversations.asking import talk_at
from tests.bot.cases.chat import Chat

TOKYO, DENVER = "Asia/Tokyo", "America/Denver"
TAP_HOME = "I’m home: Denver time"


@pytest.fixture
def tom(chat: Chat) -> Chat:
    """A runner at home in Denver."""
    chat.desk.owner.zone = DENVER
    return chat


@pytest.mark.parametrize(
    ("said", "back"),
    [
        ("I'm in Tokyo till Friday", "2026-12-04"),
        ("i'm in tokyo until the 12th", "2026-12-12"),
        ("in tokyo for a week", "2026-12-07"),
        ("I'm in Tokyo now, flying back Tuesday", "2026-12-01"),
        ("in tokyo, flight home on friday", "2026-12-04"),
        ("I'm in Tokyo now, back on the 12th", "2026-12-12"),
        ("landed in tokyo", None),
        ("im in tokyo for work", None),
    ],
)
def test_a_trip_changes_the_clock_and_remembers_the_way_back(tom: Chat, said: str, back: str | None) -> None:
    tom.says(said)
    assert "✓ Time zone: Tokyo" in tom.text
    assert tom.desk.owner.zone == TOKYO
    assert talk_at(tom.desk).row.data[HOME] == [DENVER, back]
    assert TAP_HOME in tom.buttons


@pytest.mark.parametrize("said", ["I moved to Tokyo", "i live in tokyo now", "my time zone is Tokyo"])
def test_who_moves_is_not_asked_when_they_come_back(tom: Chat, said: str) -> None:
    tom.says(said)
    assert tom.desk.owner.zone == TOKYO
    assert not talk_at(tom.desk).row.data.get(HOME)
    assert TAP_HOME not in tom.buttons


@pytest.mark.parametrize(
    "said",
    ["I'm home again", "back home", "home safe", "ok, landed, home now", "back from Tokyo", f"[{TAP_HOME}]"],
)
def test_one_tap_or_word_brings_the_clock_home(tom: Chat, said: str) -> None:
    tom.says("I'm in Tokyo till Friday")
    tom.taps(said[1:-1]) if said.startswith("[") else tom.says(said)
    assert tom.desk.owner.zone == DENVER
    assert "Welcome home!" in tom.text
    assert "✓ Time zone: Denver" in tom.text


def test_a_second_tap_changes_nothing(tom: Chat) -> None:
    tom.says("I'm in Tokyo till Friday")
    there = tom.buttons[TAP_HOME]
    tom.taps(TAP_HOME)
    tom.taps_data(*there)
    assert tom.desk.owner.zone == DENVER
    assert "Welcome home" not in tom.text


@pytest.mark.parametrize("said", ["flying home tomorrow", "I'm on my way home", "heading home on friday"])
def test_who_is_on_the_way_home_gets_a_button_and_keeps_the_clock(tom: Chat, said: str) -> None:
    tom.says("I'm in Tokyo")
    tom.says(said)
    assert "Safe travels!" in tom.text
    assert tom.desk.owner.zone == TOKYO
    tom.taps(TAP_HOME)
    assert tom.desk.owner.zone == DENVER


def test_who_was_on_no_known_trip_is_welcomed_and_nothing_changes(tom: Chat) -> None:
    tom.says("flying home tomorrow")
    assert "Safe travels!" in tom.text
    assert TAP_HOME not in tom.buttons
    tom.says("home again")
    assert "Welcome back! I write by the clock of Denver" in tom.text
    assert tom.desk.owner.zone == DENVER


@pytest.mark.parametrize("said", ["back home, 5k in 30 min", "ran home, 4k", "no place like home"])
def test_words_that_only_name_home_are_no_return(tom: Chat, said: str) -> None:
    tom.says("I'm in Tokyo")
    tom.says(said)
    assert tom.desk.owner.zone == TOKYO


def test_on_the_day_of_return_the_coach_asks_once(tom: Chat) -> None:
    tom.says("I'm in Tokyo till Friday")
    asked = []
    for _ in range(6):
        tom.forward(days=1)
        tom.prompted()
        asked.append("Shall I write by the clock of Denver again?" in tom.text)
    assert asked.count(True) == 1
    assert asked.index(True) == 3  # Tuesday, Wednesday, Thursday, Friday
    tom.taps(TAP_HOME)
    assert tom.desk.owner.zone == DENVER


def test_who_is_back_before_the_day_is_not_asked(tom: Chat) -> None:
    tom.says("I'm in Tokyo till Friday")
    tom.says("I'm home")
    for _ in range(6):
        tom.forward(days=1)
        tom.prompted()
        assert "Shall I write by the clock" not in tom.text


def test_home_stays_home_over_two_places(tom: Chat) -> None:
    tom.says("I'm in Tokyo")
    tom.says("I'm in Lisbon")
    tom.says("I'm home")
    assert tom.desk.owner.zone == DENVER


def test_back_in_the_city_of_home_ends_the_trip(tom: Chat) -> None:
    tom.says("I'm in Tokyo till Friday")
    tom.says("back in Denver")
    assert tom.desk.owner.zone == DENVER
    assert not talk_at(tom.desk).row.data[HOME]


def test_undo_of_a_trip_forgets_it(tom: Chat) -> None:
    tom.says("I'm in Tokyo till Friday")
    tom.says("undo")
    assert tom.desk.owner.zone == DENVER
    assert not talk_at(tom.desk).row.data[HOME]


@pytest.mark.parametrize(
    "said",
    [
        "i'm travelling to tokyo tomorrow",
        "I'll be in Tokyo from Thursday to Sunday",
        "flying to tokyo on thursday, back sunday",
        "at my mum's in Tokyo next week",
    ],
)
def test_a_trip_to_come_is_a_tap_away_on_arrival(tom: Chat, said: str) -> None:
    tom.says(said)
    tom.forward(days=2)
    tom.taps("I’m there: Tokyo time")
    assert tom.desk.owner.zone == TOKYO
    assert "✓ Time zone: Tokyo" in tom.text
    assert TAP_HOME in tom.buttons


def test_a_place_with_the_same_clock_is_no_trip_for_the_clock(tom: Chat) -> None:
    tom.says("I'll be in Edmonton from Thursday to Sunday")
    assert "I’m there" not in " ".join(tom.buttons)


def test_an_old_button_of_a_place_where_one_is_already_does_nothing(tom: Chat) -> None:
    tom.says("i'm travelling to tokyo tomorrow")
    there = tom.buttons["I’m there: Tokyo time"]
    tom.taps("I’m there: Tokyo time")
    tom.taps_data(*there)
    assert tom.desk.owner.zone == TOKYO
    assert "✓" not in tom.text


def test_an_effort_told_after_a_flight_east_is_of_the_run_before_it(chat: Chat) -> None:
    """In Tokyo it is tomorrow already, and the card that asks is of a day gone by there; it stays as planned."""
    chat.to_a_lone_run()
    chat.forward(hours=6)
    chat.says("done")
    assert "As planned" in chat.text
    chat.says("I'm in Tokyo till Friday")
    chat.says("4")
    assert "As planned" in chat.text
    assert [(log.rpe, log.planned) for log in chat.logs] == [(4, True)]
