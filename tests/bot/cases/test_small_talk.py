"""A feeling or a thank-you gets a short human answer: no note, no card, no question whether it was training."""

import pytest

from bot.words import words_for
from coach.session import SessionKind
from tests.bot.cases.chat import Chat


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("thanks", "You’re welcome!"), ("ok", "👍"), ("👍", "👍"), ("good morning", "Hello!"),
        ("I feel fat and ugly", "how you look is no measure"), ("I'm tired", "go gently today"),
        ("I hate this", "some days are like that"), ("are you a bot?", "a program"),
        ("i give up", "One day says nothing about you"), ("i binged yesterday", "nothing to make up for"),
    ],
)  # fmt: skip
def test_a_short_human_answer(chat: Chat, text: str, answer: str) -> None:
    chat.to_a_lone_run()
    chat.prompted()
    chat.says(text)
    assert answer in chat.text
    assert len(chat.heard) == 1
    assert "note" not in chat.text
    assert chat.logs == []


@pytest.mark.parametrize("text", ["I feel fat and ugly", "i hate my body", "i binged yesterday", "i'm so fat"])
def test_nobody_who_is_unhappy_with_their_body_hears_of_weight_food_or_effort(chat: Chat, text: str) -> None:
    chat.says(text)
    for word in ("kg", "calor", "deficit", "lose", "burn", "diet", "cm"):
        assert word not in chat.text
    assert "talk to somebody you trust" in chat.text or "telling somebody you trust" in chat.text


def test_who_speaks_of_dying_hears_where_help_is_before_anything_else(chat: Chat) -> None:
    chat.says("ran 5k in 31:20 but i want to kill myself")
    assert "emergency number" in chat.text
    assert len(chat.heard) == 1


def test_training_in_the_same_words_is_logged(chat: Chat) -> None:
    chat.says("ran 5k in 31:20, i'm tired, thanks")
    assert [log.distance_m for log in chat.logs] == [5000]
    assert "go gently" not in chat.text


def test_tired_as_a_reason_to_skip_is_a_skip(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.prompted()
    chat.says("skip, too tired")
    assert [log.status for log in chat.logs] == ["skipped"]


def test_a_yes_that_answers_a_question_is_no_courtesy(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.prompted()
    chat.says("met the neighbours and their dog")
    chat.says("yes")
    assert "👍" not in chat.text
    assert len(chat.logs) == 1
    assert chat.logs[0].kind in set(SessionKind)


@pytest.mark.parametrize("words", ["i wanted to die, 10k in 50 min", "10k in 50 min. wanted to die"])
def test_help_comes_first_and_the_run_is_logged_as_well(chat: Chat, words: str) -> None:
    chat.says(words)
    assert chat.heard[0] == words_for()("mood.crisis")
    assert [(log.distance_m, log.minutes) for log in chat.logs] == [(10_000, 50)]


def test_symptoms_told_in_a_crisis_are_kept(chat: Chat) -> None:
    chat.says("i want to die, chest pain")
    assert chat.heard[0] == words_for()("mood.crisis")
    assert [log.symptoms for log in chat.logs] == [["chest_pain"]]


def test_shuttle_runs_by_their_old_name_are_logged(chat: Chat) -> None:
    chat.says("did 10 suicides at practice, 30 min")
    assert words_for()("mood.crisis") not in chat.text
    assert [log.minutes for log in chat.logs] == [30]


def test_being_kind_to_oneself_is_no_crisis(chat: Chat) -> None:
    chat.says("gonna cut myself some slack today, 20 min walk")
    assert words_for()("mood.crisis") not in chat.text
