"""``/learn``: one lesson a screen, back and forth, each with its source."""

import re

import pytest
from sqlmodel import Session

from bot.cases.learning import LESSONS, learn
from tests.bot.cases.chat import Chat
from tests.bot.cases.conftest import NOON


def opened(chat: Chat) -> Chat:
    learn(chat.desk)
    chat._listen()
    return chat


def test_lessons_can_be_read_from_first_to_last_by_next(chat: Chat) -> None:
    opened(chat).taps("Why fat stays where it likes")
    read = [chat.text]
    for number in range(2, len(LESSONS) + 1):
        chat.taps("Next ›")
        assert f"Lesson {number} of {len(LESSONS)}" in chat.text
        read.append(chat.text)
    assert len(set(read)) == len(LESSONS)
    assert all("Source:" in text for text in read)


def test_back_and_the_list_are_a_tap_away(chat: Chat) -> None:
    opened(chat).taps("Hills")
    chat.taps("‹ Back")
    assert "Intervals" in chat.text
    chat.taps("All lessons")
    assert "Short lessons" in chat.text


def test_a_lesson_is_short_enough_for_a_screen(chat: Chat) -> None:
    for name in LESSONS:
        assert len(chat.desk.words(f"learn.{name}")) < 750


@pytest.mark.parametrize("who", [{"age": 16}, {"health": {"flags": ["eating_disorder"], "cleared": True}}])
def test_lessons_say_nothing_of_fat_and_girths_where_it_may_harm(session: Session, who: dict[str, object]) -> None:
    chat = Chat.with_an_athlete(session, NOON, **who)
    opened(chat).taps("How legs get stronger")
    read = [chat.text]
    for _ in LESSONS[1:]:
        chat.taps("Next ›")
        read.append(chat.text)
    assert not [text for text in read if re.search(r"\bfat\b|firm|\btape|scales| cm\b|energy", text)]


def test_minors_hear_nothing_of_eating_less(session: Session) -> None:
    chat = Chat.with_an_athlete(session, NOON, age=17)
    opened(chat).taps("The mix that changes legs")
    assert "less food" not in chat.text
    assert "Eat when you’re hungry" in chat.text
