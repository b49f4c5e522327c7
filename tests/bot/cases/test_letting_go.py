"""``/cancel`` closes whatever stands open with a word, also what is no question of a list: pain, measuring, a pause."""

import pytest
from sqlmodel import Session

from bot.cases import measuring, pausing, questioning, report
from bot.cases.settings import offer
from bot.conversations.asking import talk_at
from bot.conversations.context import Moment
from tests.bot.cases.chat import Chat
from tests.bot.cases.conftest import NOON


def cancelled(chat: Chat) -> str:
    """What ``/cancel`` says."""
    questioning.cancel(chat.desk)
    chat._listen()
    return chat.text


def asked_for_pain(chat: Chat, *taps: str) -> None:
    report.pain(chat.desk)
    chat._listen()
    for label in taps:
        chat.taps(label)


def test_with_nothing_open_there_is_nothing_to_cancel(chat: Chat) -> None:
    assert "nothing open" in cancelled(chat)


@pytest.mark.parametrize("taps", [(), ("Knee",)])
def test_the_question_about_pain_is_closed(chat: Chat, taps: tuple[str, ...]) -> None:
    asked_for_pain(chat, *taps)
    assert "we leave it at that" in cancelled(chat)
    chat.says("4")
    assert chat.logs == []
    assert "nothing open" in cancelled(chat)


def test_the_buttons_of_what_was_closed_are_gone(chat: Chat) -> None:
    asked_for_pain(chat)
    cancelled(chat)
    edits = [said for said in chat.desk.said if said.method == "edit_message_reply_markup"]
    assert edits[-1].payload["reply_markup"] == {"inline_keyboard": []}


def test_a_pain_asked_about_anew_is_open_again(chat: Chat) -> None:
    asked_for_pain(chat)
    cancelled(chat)
    asked_for_pain(chat, "Knee")
    chat.says("4")
    assert [log.pain_level for log in chat.logs] == [4]


def test_a_measurement_that_is_waited_for_is_closed(chat: Chat) -> None:
    measuring.measure(chat.desk, "")
    chat._listen()
    chat.taps("Thigh")
    assert "left that as it was" in cancelled(chat)
    chat.says("58")
    assert "Thigh" not in chat.text


def test_the_question_how_long_to_pause_is_closed(chat: Chat) -> None:
    pausing.pause(chat.desk)
    chat._listen()
    assert "left that as it was" in cancelled(chat)


@pytest.mark.parametrize("words", ["cancel", "never mind", "Forget it!"])
def test_words_do_the_same(chat: Chat, words: str) -> None:
    asked_for_pain(chat, "Knee")
    chat.says(words)
    assert "we leave it at that" in chat.text
    assert chat.logs == []


def test_what_was_asked_last_is_closed_first(session: Session) -> None:
    chat = Chat.with_an_athlete(session, NOON, experience="new", weight_kg=70, height_cm=None)
    offer(chat.desk, Moment.STRENGTH)
    asked_for_pain(chat)
    assert "we leave it at that" in cancelled(chat)
    assert talk_at(chat.desk).question is not None
    assert "left that as it was" in cancelled(chat)
    assert talk_at(chat.desk).question is None


def test_a_question_after_one_about_pain_is_the_one_that_is_closed(chat: Chat) -> None:
    asked_for_pain(chat, "Knee")
    offer(chat.desk, Moment.STRENGTH)
    chat._listen()
    assert "left that as it was" in cancelled(chat)
    assert talk_at(chat.desk).question is None
