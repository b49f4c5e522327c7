"""A race to come and a best of the past are no logs: the chat says where they belong, a tap away."""

import pytest
from sqlmodel import Session

from bot.cases.onboarding import answer_tapped
from bot.cases.settings import setting_tapped
from bot.incoming import Tapped
from bot.taps import Tap, Verb, unpack
from tests.bot.cases.chat import Chat
from tests.bot.cases.conftest import NOON


def tap_answer(chat: Chat, label: str) -> None:
    """Tap a button that answers a question of the settings."""
    data, message_id = chat.buttons[label]
    answer_tapped(chat.desk, Tapped(unpack(data), message_id, "query"))


def test_a_race_to_come_becomes_goal_and_race_day_by_one_tap(chat: Chat) -> None:
    chat.says("race: 10k on sunday 21 march")
    assert chat.logs == []
    chat.taps("Train for it: 10 km, Sun 21 Mar")
    profile = chat.desk.owner.profile
    assert (profile["goal"], profile["race_date"]) == ("10k", "2027-03-21")
    assert "✓ Race day: Sun 21 Mar" in chat.text


@pytest.fixture
def racer(session: Session) -> Chat:
    """Somebody whose plan leads to a half marathon."""
    return Chat.with_an_athlete(session, NOON, goal="half_marathon", race_date="2027-04-11")


def test_another_race_names_the_one_it_would_replace_and_asks(racer: Chat) -> None:
    racer.says("my race is a 10k")
    assert racer.logs == []
    assert "leads to your half marathon on Sun 11 Apr now" in racer.text
    assert racer.desk.owner.profile["goal"] == "half_marathon"
    racer.taps("Train for it: 10 km")
    assert (racer.desk.owner.profile["goal"], racer.desk.owner.profile["race_date"]) == ("10k", "2027-04-11")


def test_the_race_that_is_known_already_is_said_to_be(racer: Chat) -> None:
    racer.says("race: half marathon on 11 april")
    assert "leads to already" in racer.text


def test_a_race_in_another_month_is_another_race(racer: Chat) -> None:
    racer.says("i signed up for a half marathon in may")
    assert "Shall it lead to this one instead?" in racer.text
    setting_tapped(racer.desk, Tapped(Tap(Verb.SETTING, racer.desk.athlete_id, value="raceday"), 1, "q"))
    racer._listen()
    assert "Sun 2 May" in racer.buttons


def test_a_race_that_was_moved_changes_its_day_by_a_tap(racer: Chat) -> None:
    racer.says("race was moved to april 18")
    assert "on Sun 18 Apr, not on Sun 11 Apr" in racer.text
    racer.taps("Yes, Sun 18 Apr")
    assert racer.desk.owner.profile["race_date"] == "2027-04-18"
    assert "✓ Race day: Sun 18 Apr" in racer.text
    assert "Settings" not in racer.text


def test_a_race_that_is_cancelled_is_no_skipped_session(racer: Chat) -> None:
    racer.says("race is cancelled")
    assert racer.logs == []
    tap_answer(racer, "On without a race")
    assert racer.desk.owner.profile["race_date"] is None


def test_a_race_postponed_without_a_day_asks_for_it(racer: Chat) -> None:
    racer.says("the race has been postponed")
    assert "Which day is it on now?" in racer.text
    assert "Another day" in racer.buttons


@pytest.mark.parametrize("words", ["race is cancelled", "the race has been postponed"])
def test_news_of_a_race_nobody_told_of_changes_nothing(chat: Chat, words: str) -> None:
    chat.says(words)
    assert "no race day in your plan" in chat.text


def test_a_race_with_a_day_and_no_distance_sets_the_day(chat: Chat) -> None:
    chat.says("race was moved to april 18")
    chat.taps("Race day: Sun 18 Apr")
    assert chat.desk.owner.profile["race_date"] == "2027-04-18"


def test_a_race_without_a_day_opens_the_question_for_it(chat: Chat) -> None:
    chat.says("running the london marathon in april")
    assert chat.logs == []
    assert "Race day" in chat.buttons


@pytest.mark.parametrize("words", ["10k in 45:00 was my best", "10k in 45:00 in october", "my pb for 10k is 45:00"])
def test_a_best_of_the_past_gives_paces_by_a_tap_and_is_no_log(chat: Chat, words: str) -> None:
    chat.says(words)
    assert chat.logs == []
    tap_answer(chat, "Recent: take my paces from it")
    assert chat.desk.owner.profile["recent_race"] == {"distance_m": 10_000, "time_s": 2700}


def test_what_was_run_today_after_all_is_logged_by_a_tap_once(chat: Chat) -> None:
    chat.says("5k pb 24:10")
    data = chat.buttons["I ran that today"]
    chat.taps("I ran that today")
    assert [(log.distance_m, log.minutes, log.stated) for log in chat.logs] == [(5000, 24.17, ["distance", "minutes"])]
    chat.taps_data(*data)
    assert len(chat.logs) == 1


@pytest.mark.parametrize(
    "words", ["never done strenght", "ive never run more than 5k", "havent run since june", "half an hour, not more"]
)
def test_what_somebody_says_of_themselves_is_no_log(chat: Chat, words: str) -> None:
    chat.says(words)
    assert chat.logs == []


def test_an_impossible_best_is_refused_by_its_button(chat: Chat) -> None:
    chat.says("my pb for 10k is 4:00")
    assert chat.logs == []
    tap_answer(chat, "Recent: take my paces from it")
    assert chat.desk.owner.profile.get("recent_race") is None


def opened(chat: Chat, question: str) -> Chat:
    """The chat with one of the settings' questions open."""
    setting_tapped(chat.desk, Tapped(Tap(Verb.SETTING, chat.desk.athlete_id, value=question), 1, "query"))
    return chat


def test_the_open_question_about_a_result_takes_it_as_people_tell_it(chat: Chat) -> None:
    opened(chat, "race").says("my pb for 10k is 45:00")
    assert chat.desk.owner.profile["recent_race"] == {"distance_m": 10_000, "time_s": 2700}


def test_the_open_question_about_the_race_day_takes_the_race_with_its_day(chat: Chat) -> None:
    opened(chat, "raceday").says("race: 10k on sunday 21 march")
    assert chat.desk.owner.profile["race_date"] == "2027-03-21"


def test_an_open_setting_steps_aside_for_a_deletion_and_a_move(chat: Chat) -> None:
    chat.says("ran 10k in 55:00, effort 5")
    opened(chat, "weekly").says("delete the 10k")
    assert chat.logs == []
    opened(chat, "min").says("move the swim to sunday")
    assert "nothing was moved" in chat.text
