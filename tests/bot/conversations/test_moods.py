"""What people say besides training is known for what it is; training, questions and hills are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversations.typed.moods import in_crisis, mood_of
from bot.words import words_for


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("thanks", "thanks"), ("Thank you!", "thanks"), ("ok thanks a lot", "thanks"), ("thx", "thanks"), ("ok", "ok"),
        ("ily", "thanks"), ("love you", "thanks"), ("you're the best", "thanks"), ("who made you", "who"),
        ("Okay then", "ok"), ("👍", "ok"), ("❤️🔥", "ok"), ("got it", "ok"), ("good morning", "hello"),
        ("hey coach", "hello"), ("Hi!", "hello"), ("good night", "bye"), ("see you tomorrow", "bye"),
        ("how are you?", "how_are_you"), ("are you a bot?", "who"), ("who are you?", "who"),
        ("sorry i missed yesterday", "sorry"), ("undo", "undo"), ("undo that please", "undo"),
        ("😢", "low"), ("I feel fat and ugly", "body"), ("i'm so fat", "body"),
        ("I hate my legs", "body"), ("I'm tired", "tired"), ("I’m really exhausted", "tired"), ("slept badly", "tired"),
        ("i hate this", "hate"), ("this sucks", "hate"), ("I give up", "fail"), ("no motivation", "fail"),
        ("i feel so guilty", "fail"), ("I'm sad", "low"), ("rough day", "low"), ("i binged last night", "eating"),
        ("I ate too much yesterday", "eating"), ("feeling great", "joy"), ("so proud of myself", "joy"),
        ("i want to die", "crisis"), ("thinking of suicide", "crisis"), ("I want to hurt myself", "crisis"),
    ],
)  # fmt: skip
def test_a_courtesy_or_a_feeling_is_known(text: str, mood: str) -> None:
    assert mood_of(text) == mood


@pytest.mark.parametrize(
    "text",
    ["ran 5k", "my left shoe has a hole", "i'm not tired", "what a lovely morning", "should i hate this?", "...", "?!",
     "the fat cat", "lovely weather here", "x" * 200, "new running shoes arrived", ""],
)  # fmt: skip
def test_anything_else_is_neither(text: str) -> None:
    assert mood_of(text) is None


@pytest.mark.parametrize(
    "text",
    ["did 10 suicides at practice, 30 min", "suicide sprints, 20 min", "ran suicide hills today", "10 x suicides",
     "gonna cut myself some slack today, 20 min walk",
     "i wanted to die on that hill", "thought i wanted to die after the intervals",
     "hurt myself at the gym",
     "cut myself shaving"],
)  # fmt: skip
def test_a_hard_run_and_a_scratch_are_no_crisis(text: str) -> None:
    assert not in_crisis(text)


@pytest.mark.parametrize(
    "text", ["10 suicides and i want to die", "cut myself some slack but i want to hurt myself", "suicide", "suicidal"]
)
def test_sport_in_the_same_message_hides_no_crisis(text: str) -> None:
    assert in_crisis(text)


@given(st.text(max_size=200))
def test_whatever_is_known_has_words(text: str) -> None:
    mood = mood_of(text)
    assert mood is None or words_for()(f"mood.{mood}")


@pytest.mark.parametrize(
    ("said", "mood"),
    [
        ("im so exausted", "tired"),
        ("sooooo tired", "tired"),
        ("i feel teribble", "low"),
        ("thnaks", "thanks"),
        ("i feel amazng", "joy"),
        ("i feel usless", "fail"),
    ],
)
def test_a_slip_of_the_finger_hides_no_feeling(said: str, mood: str) -> None:
    assert mood_of(said) == mood


@pytest.mark.parametrize(
    "said",
    ["i dont want to be here anymore", "they'd be better off without me", "i want to end it all", "i feel suicidall"],
)
def test_other_words_for_wanting_to_die_are_heard(said: str) -> None:
    assert in_crisis(said)
