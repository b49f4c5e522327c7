"""Outgrown: the coach asks once at the week's review, and changes the plan by a tap only."""

import datetime as dt

import pytest
from sqlmodel import Session

from bot.taps import Tap, Verb
from coach.errors import StaleButton
from storage.tables import PromptKind
from tests.bot.cases.chat import Chat
from tests.bot.cases.conftest import NOON

BEGINNER = {"experience": "new", "goal": "leaner_legs", "weekly_distance_m": 0, "longest_run_m": 0}


def a_finisher(session: Session) -> Chat:
    """Somebody new who has run half an hour twice, on the Sunday after."""
    chat = Chat.with_an_athlete(session, NOON, **BEGINNER)
    chat.forward(days=2)
    chat.says("ran 4.5k in 31:00, effort 4")
    chat.forward(days=2)
    chat.says("ran 4.6k in 32:00, effort 4")
    chat.forward(days=2)
    return chat


def test_whoever_finished_the_ladder_is_asked_once_and_moved_by_a_tap(session: Session) -> None:
    chat = a_finisher(session)
    chat.prompted(PromptKind.REVIEW)
    assert "Shall I plan for you as somebody who runs" in chat.text
    assert chat.desk.owner.profile["experience"] == "new"
    chat.taps("Yes, move me on")
    assert chat.desk.owner.profile["experience"] == "returning"
    assert chat.desk.owner.profile["longest_run_m"] == 4600
    chat.forward(days=7)
    chat.prompted(PromptKind.REVIEW)
    assert "Shall I plan" not in chat.text


def test_whoever_stays_is_left_alone(session: Session) -> None:
    chat = a_finisher(session)
    chat.prompted(PromptKind.REVIEW)
    chat.taps("Stay as it is")
    assert chat.desk.owner.profile["experience"] == "new"
    chat.desk.now += dt.timedelta(days=7)
    chat.prompted(PromptKind.REVIEW)
    assert "Shall I plan" not in chat.text


def test_an_old_button_never_lowers_a_level(session: Session) -> None:
    chat = a_finisher(session)
    chat.prompted(PromptKind.REVIEW)
    old = chat.buttons["Yes, move me on"]
    chat.desk.owner.profile = {**chat.desk.owner.profile, "experience": "experienced", "longest_run_m": 21_000}
    chat.taps_data(*old)
    assert chat.desk.owner.profile["experience"] == "experienced"
    assert chat.desk.owner.profile["longest_run_m"] == 21_000
    assert chat.toasts == ["You’ve moved on from there already. Running now in /settings changes it."]


def test_moving_on_and_then_staying_on_the_same_message_says_what_is_true(session: Session) -> None:
    chat = a_finisher(session)
    chat.prompted(PromptKind.REVIEW)
    stay = chat.buttons["Stay as it is"]
    chat.taps("Yes, move me on")
    chat.taps_data(*stay)
    assert chat.desk.owner.profile["experience"] == "returning"
    assert chat.heard == []
    assert "moved on from there already" in chat.toasts[0]


def test_a_level_that_was_never_offered_is_no_button_of_ours(chat: Chat) -> None:
    tap = Tap(Verb.LEVEL, chat.desk.athlete_id, value="returning")
    with pytest.raises(StaleButton):
        chat.taps_data(tap.pack(), 1)
    assert chat.desk.owner.profile["experience"] == "regular"
