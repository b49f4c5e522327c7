"""The question about pain, answered in words instead of taps."""

import pytest

from tests.bot.cases.chat import Chat


@pytest.mark.parametrize("level", ["4", "4/10", "about 4 today"])
def test_area_and_level_can_be_typed(chat: Chat, level: str) -> None:
    chat.to_a_lone_run()
    chat.prompted()
    chat.taps("Something hurts")
    chat.says("left knee")
    assert "Knee: how much" in chat.text
    chat.says(level)
    assert [(log.pain_area, log.pain_level, log.kind) for log in chat.logs] == [("knee", 4, None)]


def test_the_question_of_the_day_after_takes_a_bare_number(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.says("my knee hurts 4/10")
    chat.forward(days=1)
    chat.prompted()
    assert "Knee, the day after" in chat.text
    chat.says("still 4")
    assert [log.pain_level for log in chat.logs] == [4, 4]


@pytest.mark.parametrize(
    "words", ["still 4 on stairs", "about a 4", "it's 4 out of 10 when walking", "4 in the morning"]
)
def test_a_level_with_when_it_is_felt_is_a_level_and_no_training(chat: Chat, words: str) -> None:
    chat.to_a_lone_run()
    chat.says("my knee hurts 4/10")
    chat.forward(days=1)
    chat.prompted()
    chat.says(words)
    assert [(log.kind, log.activity, log.pain_level) for log in chat.logs] == [(None, None, 4)] * 2


@pytest.mark.parametrize("words", ["4 km run in 30 min", "walked 4 km"])
def test_a_training_told_while_the_question_is_open_is_a_training(chat: Chat, words: str) -> None:
    chat.to_a_lone_run()
    chat.says("my knee hurts 4/10")
    chat.forward(days=1)
    chat.prompted()
    chat.says(words)
    assert chat.logs[-1].distance_m == 4000


def test_another_level_after_the_answer_takes_the_place_of_the_first(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.prompted()
    chat.taps("Something hurts")
    chat.says("knee")
    chat.says("1")
    chat.says("actually 4")
    assert [log.pain_level for log in chat.logs] == [4]


def test_words_that_answer_nothing_stay_a_note(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.prompted()
    chat.taps("Something hurts")
    chat.says("what a lovely morning")
    assert chat.logs == []
    assert "note" in chat.text
