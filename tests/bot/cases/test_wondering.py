"""What beginners wonder about is answered in a few kind words; a log, a pain or an illness comes first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cases.learning import LESSONS
from bot.cases.wondering import topic_of
from bot.words import words_for
from tests.bot.cases.chat import Chat


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("do i really have to? im nervous", "nervous"),
        ("am I too old for this?", "able"),
        ("legs dead", "heavy"),
        ("how slow should i run?", "pace"),
        ("can i go again today?", "again"),
        ("is running bad for my knees?", "knees"),
        ("will squats make my legs bulky?", "bulky"),
        ("how do I lose fat on my thighs", "fat"),
        ("can i walk instead?", "walk"),
        ("should i eat before?", "drink"),
        ("what if it rains? is rain ok", "weather"),
        ("which shoes do i need?", "shoes"),
        ("how long until I see results?", "long"),
    ],
)
def test_a_question_finds_its_answer(text: str, topic: str) -> None:
    found = topic_of(text)
    assert found is not None
    assert found[0] == topic


@pytest.mark.parametrize("text", ["lovely weather", "thanks!", "who are you?", "new shoes arrived", "x" * 300])
def test_small_talk_is_no_question(text: str) -> None:
    assert topic_of(text) is None


@given(st.text(max_size=250))
def test_whatever_is_answered_has_words_and_a_lesson_that_exists(text: str) -> None:
    found = topic_of(text)
    if found is not None:
        assert words_for()(f"wonder.{found[0]}")
        assert found[1] is None or found[1] in LESSONS


def test_the_answer_leads_to_its_lesson(chat: Chat) -> None:
    chat.says("how slow should i run?")
    assert "whole sentences" in chat.text
    chat.taps("Read more")
    assert "The talk test" in chat.text


def test_training_in_the_same_words_is_logged_and_not_lectured_on(chat: Chat) -> None:
    chat.says("ran 30 min, heavy legs, effort 5")
    assert len(chat.logs) == 1
    assert "Heavy legs" not in chat.text


def test_pain_comes_first(chat: Chat) -> None:
    chat.says("my knee hurts 4/10, am I too old?")
    assert "too old" not in chat.text
    assert chat.receipts or "Knee" in chat.text


def test_a_bare_figure_after_a_card_is_its_effort_even_where_words_said_one(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.prompted()
    chat.says("did it! it was hard")
    assert chat.logs[0].rpe == 7
    chat.says("8")
    assert chat.logs[0].rpe == 8
