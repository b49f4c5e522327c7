"""How long a prompt is put off, in words."""

import datetime as dt

import pytest

from bot.conversations.typed.waits import USUAL, later_in


@pytest.mark.parametrize("said", ["later", "Later today", "snooze", "not now", "remind me later", "run later today"])
def test_later_alone_waits_as_long_as_the_button(said: str) -> None:
    assert later_in(said) == USUAL


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("in 2 hours", 120),
        ("in an hour", 60),
        ("remind me in half an hour", 30),
        ("snooze for 30 min pls", 30),
        ("later in 3h", 180),
        ("in a couple of hours", 120),
        ("ill go in 3 hours", 180),
    ],
)
def test_a_length_that_is_told_counts(said: str, minutes: int) -> None:
    assert later_in(said) == dt.timedelta(minutes=minutes)


@pytest.mark.parametrize(
    "said", ["ran in 20 min", "5k in 2 hours", "in", "see you later", "today", "in 40 hours", "move it later", "i run"]
)
def test_other_words_put_nothing_off(said: str) -> None:
    assert later_in(said) is None
