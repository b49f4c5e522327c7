"""Times somebody hopes for are answered from their results, and are neither a run nor a pace."""

import pytest
from sqlmodel import Session

from bot.conversations.wishes.aims import Aim, aim_told
from bot.conversations.wishes.named import setting_named
from coach.profile import DistanceUnit
from tests.bot.cases.chat import Chat
from tests.bot.cases.conftest import NOON

RACE = {"distance_m": 10_000, "time_s": 2710}


@pytest.fixture
def racer(session: Session) -> Chat:
    """Somebody who ran 10 km in 45:10 and trains for the next one."""
    return Chat.with_an_athlete(session, NOON, goal="10k", recent_race=RACE)


@pytest.mark.parametrize(
    ("words", "aim"),
    [
        ("i want 10k in 43 on 11 april", Aim(10_000, 2580)),
        ("goal time 43", Aim(10_000, 2580)),
        ("am i on track for sub 43?", Aim(10_000, 2580)),
        ("sub 43 10k is the aim", Aim(10_000, 2580)),
        ("hoping for 1:45 for the half", Aim(21_097, 6300)),
        ("i'd like to run 5k under 25:30", Aim(5000, 1530)),
        ("target: 42:59", Aim(10_000, 2579)),
        ("ran 10k in 43", None),
        ("my best is 10k in 43, i want more", None),
        ("my goal is 5k", None),
        ("i want to run 30 min", None),
        ("target weight 70 kg", None),
        ("goal 5 km", None),
        ("10k in 43", None),
    ],
)
def test_a_hope_needs_words_of_hope_and_a_time(words: str, aim: Aim | None) -> None:
    assert aim_told(words, "10k", DistanceUnit.KM) == aim


def test_a_time_alone_means_nothing_where_the_goal_has_no_distance() -> None:
    assert aim_told("goal time 43", "leaner_legs", DistanceUnit.KM) is None


@pytest.mark.parametrize("words", ["i want 10k in 43 on 11 april", "goal time 43", "sub 43 10k is the aim"])
def test_a_quicker_time_is_answered_with_todays_and_changes_nothing(racer: Chat, words: str) -> None:
    racer.says(words)
    assert "10 km would be about 45:08 today; 43 min is still ahead of you" in racer.text
    assert not racer.logs
    assert not racer.receipts


def test_a_time_that_the_results_allow_is_within_reach(racer: Chat) -> None:
    racer.says("goal time 45:30")
    assert "within reach" in racer.text
    assert "Race day" in racer.buttons


def test_whoever_told_no_result_is_asked_for_one(chat: Chat) -> None:
    chat.says("i want 10k in 43")
    assert "tells me" in chat.text
    assert "Recent race" in chat.buttons
    assert not chat.logs


def test_a_time_that_nobody_can_run_is_not_taken_for_a_hope(racer: Chat) -> None:
    racer.says("i want 10k in 15 min")
    assert "By your results" not in racer.text


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("change my goal", "goal"),
        ("change units", "units"),
        ("can i change my training days", "days"),
        ("edit my age", "age"),
        ("i want to change the message time", "time"),
        ("set my race date", "raceday"),
        ("wanna do 3 days only", "days"),
        ("i can only do three days a week", "days"),
        ("only 3 days a week please", "days"),
        ("cut down to 2 runs a week", "days"),
        ("3 days", None),
        ("only 2 days", None),
        ("i want to run 3 km a week", None),
        ("ran 3 times a week", None),
        ("change my mind", None),
        ("change my goal to 5k", None),
        ("units", None),
    ],
)
def test_settings_are_called_by_their_names(words: str, key: str | None) -> None:
    assert setting_named(words) == key


def test_a_setting_that_was_called_takes_the_next_words(chat: Chat) -> None:
    chat.says("edit my age")
    assert "How old are you?" in chat.text
    chat.says("31")
    assert chat.desk.owner.profile["age"] == 31


@pytest.mark.parametrize("words", ["change my units to miles", "show my distances in miles"])
def test_the_unit_may_be_named_as_the_unit(chat: Chat, words: str) -> None:
    chat.says(words)
    assert chat.desk.owner.profile["units"] == "mi"


@pytest.mark.parametrize(
    ("words", "said"), [("give me all my data", "/export"), ("start again", "/delete"), ("start over", "/delete")]
)
def test_what_a_command_does_may_be_asked_for_in_words(chat: Chat, words: str, said: str) -> None:
    chat.says(words)
    assert said in chat.text


def test_a_number_of_days_asks_which_they_are(chat: Chat) -> None:
    before = chat.desk.owner.profile["available_days"]
    chat.says("wanna do 3 days only")
    assert "On which days could you train?" in chat.text
    assert chat.desk.owner.profile["available_days"] == before
    chat.says("mon wed sat")
    assert chat.desk.owner.profile["available_days"] == ["mon", "wed", "sat"]
