"""What is said is said once, as people say it: receipts, paces, figures, and what a change follows from."""

from typing import Any

import pytest

from bot.cases import measuring, progress
from bot.cases.unlisted import unlisted
from bot.incoming import Ordered, Sender
from tests.bot.cases.chat import Chat


def orders(chat: Chat, name: str) -> str:
    """What somebody hears to a command that is on no list."""
    unlisted(chat.desk, Ordered(Sender(7, 7, "Ana"), 900, name))
    chat._listen()
    return chat.text


def shown(chat: Chat, case: Any) -> str:  # noqa: ANN401 — a case with or without words
    """What a command of the menu says."""
    case()
    chat._listen()
    return chat.text


def test_a_session_that_comes_to_a_day_is_told_in_words_and_not_as_a_table(chat: Chat) -> None:
    chat.says("walked 40 min")
    chat.says("left calf 3/10")
    chat.says("ran 12k in 70 min")
    assert "Strength A: squats and more (20 min) is left out" in chat.text
    chat.says("delete")
    assert "Strength A: squats and more (20 min) is added" in chat.text
    assert "new →" not in chat.text


def test_undo_of_a_change_of_care_shows_the_report_behind_it_and_nothing_else(chat: Chat) -> None:
    chat.says("walked the dog 40 min")
    chat.says("left calf 3/10")
    chat.says("undo")
    assert "it protects you" in chat.text
    assert "Calf: 3 of 10" in chat.text
    assert "Walk ·" not in chat.text


def test_a_stroll_is_not_asked_how_hard_it_was_planned_or_not(chat: Chat) -> None:
    chat.says("walked 30 min")
    assert "As planned" in chat.text
    assert "How hard did it feel" not in chat.text
    chat.says("also walked the dog for 40 min this evening")
    assert "How hard did it feel" not in chat.text


def test_a_weight_given_as_an_answer_is_known_to_measure(chat: Chat) -> None:
    assert "Weight, as you told me: 64 kg" in shown(chat, lambda: measuring.measure(chat.desk, ""))
    chat.says("63.5 kg")
    assert "as you told me" not in shown(chat, lambda: measuring.measure(chat.desk, ""))


def test_a_hidden_weight_is_not_shown_though_it_was_told(chat: Chat) -> None:
    chat.desk.owner.profile = {**chat.desk.owner.profile, measuring.HIDDEN: True}
    assert "64 kg" not in shown(chat, lambda: measuring.measure(chat.desk, ""))


def test_minutes_are_not_summed_over_what_has_none_without_a_word(chat: Chat) -> None:
    chat.says("ran 5k in 30 min")
    chat.says("squats 3x12")
    text = shown(chat, lambda: progress.progress(chat.desk))
    assert "30 min" in text
    assert "without a time" in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("what is hip hinge", "Hips back"),
        ("can you explain the calf raise?", "Let the heels sink"),
        ("what are lunges?", "Start ▶"),
        ("why do you keep asking how hard it was", "your legs know"),
        ("am i on track for 43?", "no promises about times"),
        ("what do you know about me?", "/export"),
        ("what is the plan for next week?", "Week 2"),
        ("what was today", "Recovery walk"),
    ],
)
def test_plain_questions_get_their_answer(chat: Chat, words: str, said: str) -> None:
    chat.says(words)
    assert said in chat.text
    assert not chat.logs


@pytest.mark.parametrize(
    ("name", "said"),
    [("why", "change"), ("stop", "/pause"), ("stats", "Nothing to show yet"), ("purple", "I do not know /purple")],
)
def test_a_command_that_is_none_is_read_as_its_word(chat: Chat, name: str, said: str) -> None:
    assert said in orders(chat, name)


def test_a_note_is_told_in_one_short_line(chat: Chat) -> None:
    chat.says("not purple elephants")
    assert len(chat.text) < 140
