"""What a race would take, why there are no hard runs, where the rules come from, and a wish about weight."""

import pytest
from sqlmodel import Session

from bot.cases.unlisted import unlisted
from bot.conversations.typed.wonders import topic_of
from bot.incoming import Ordered, Sender
from tests.bot.cases.chat import Chat
from tests.bot.cases.conftest import NOON


def orders(chat: Chat, name: str) -> str:
    """What a command that is not in the list is answered with."""
    unlisted(chat.desk, Ordered(Sender(7, 7, "Ana"), 900, name))
    chat._listen()
    return chat.text


def test_a_race_is_predicted_as_a_range_from_what_is_known(session: Session) -> None:
    """5 km in 27:00 is a fitness of 35, by which 10 km take 56:05."""
    chat = Chat.with_an_athlete(session, NOON, recent_race={"distance_m": 5000, "time_s": 1620}, experience="regular")
    chat.says("predict my 10k")
    assert "about 54:30 to 57:30 for 10\u00a0km" in chat.text.replace(" km", "\u00a0km")
    assert "no promise" in chat.text


def test_a_long_race_asks_for_long_runs_as_well(session: Session) -> None:
    chat = Chat.with_an_athlete(session, NOON, recent_race={"distance_m": 5000, "time_s": 1620})
    chat.says("can you predict my marathon?")
    assert "if your long runs grow towards it" in chat.text


def test_nothing_known_is_said_to_be_missing(chat: Chat) -> None:
    chat.says("predict my 10k")
    assert "Tell me a race or a hard run" in chat.text


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("predict my 10k", "train.predict"), ("can you predict my half", "train.predict"),
        ("where do you get that from?", "rules.sources"), ("what are your sources", "rules.sources"),
        ("next week only 3 days", "week.fewer"), ("only two runs next week", "week.fewer"),
        ("next week i can only run 3 times", "week.fewer"), ("says who", "rules.sources"),
        ("is this based on real science?", "rules.sources"),
        ("why no intervals", "train.why.hard"), ("why don't i have any intervals yet?", "train.why.hard"),
        ("no intervals please", "train.no_intervals"), ("i want to lose weight", "lose.wish"),
        ("hi, i'd just like to lose a bit of weight", "lose.wish"), ("I want to lose 10 kg", "lose.wish"),
        ("how do i lose weight", "lose"), ("how do i lose thigh fat?", "spot"),
    ],
)  # fmt: skip
def test_each_finds_its_own_answer(said: str, topic: str) -> None:
    found = topic_of(said)
    assert found is not None
    assert found[0] == topic


@pytest.mark.parametrize("said", ["3 runs this week", "ran 3 times next to the week market", "how many runs next week"])
def test_what_was_done_in_a_week_asks_for_no_fewer_days(said: str) -> None:
    found = topic_of(said)
    assert found is None or found[0] != "week.fewer"


@pytest.mark.parametrize("said", ["where did you get my location from", "where does the pain come from"])
def test_other_questions_with_from_ask_for_no_source(said: str) -> None:
    found = topic_of(said)
    assert found is None or found[0] != "rules.sources"


def test_who_asks_for_intervals_hears_when_the_next_hard_run_comes(chat: Chat) -> None:
    chat.says("why are there no intervals?")
    assert "The next one:" in chat.text or "None is due" in chat.text


def test_a_wish_about_weight_gets_no_promise_and_two_goals(session: Session) -> None:
    chat = Chat.with_an_athlete(session, NOON, goal="10k")
    chat.says("i want to lose weight")
    assert "promise a number" in chat.text
    chat.says("my goal is general fitness")
    assert "General fitness" in chat.text


def test_who_has_such_a_goal_is_offered_none(session: Session) -> None:
    chat = Chat.with_an_athlete(session, NOON, goal="leaner_legs")
    chat.says("i want to lose weight")
    assert "Your goal fits that wish" in chat.text


def test_a_minor_with_that_wish_hears_nothing_of_weight(session: Session) -> None:
    chat = Chat.with_an_athlete(session, NOON, age=16)
    chat.says("i want to lose weight")
    assert "I plan movement, not weight" in chat.text


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("privacy", "/delete erases it for good"),
        ("paces", "Your next run is"),
        ("units", "Which shall I use?"),
        ("zones", ""),
    ],
)
def test_commands_that_people_expect_are_answered(chat: Chat, name: str, words: str) -> None:
    said = orders(chat, name)
    assert words in said
    assert f"/{name}" not in said


@pytest.mark.parametrize("said", ["use pounds", "weights in lbs please", "in stones"])
def test_weights_go_with_distances_and_a_tap_changes_both(chat: Chat, said: str) -> None:
    chat.says(said)
    assert "pounds come with miles" in chat.text
    chat.taps("Miles, please")
    assert chat.desk.owner.profile["units"] == "mi"
