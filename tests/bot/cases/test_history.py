"""Browsing the log: by kind, by month, opened, edited and deleted; and corrections that change the plan."""

import datetime as dt

import pytest

from bot.cases import history
from tests.bot.cases.chat import Chat


def asked(chat: Chat, words: str = "") -> str:
    history.history(chat.desk, words)
    chat._listen()
    return chat.text


def lines(chat: Chat) -> int:
    """How many logs the page shows."""
    return sum(line[:2] in {"1.", "2.", "3.", "4."} for line in chat.text.splitlines())


@pytest.fixture
def logged(chat: Chat) -> Chat:
    """A chat with a run, a walk, a ride and strength in its log."""
    chat.forward(days=2)
    for words in ("ran 5k in 31:20 on monday", "walked 3k in 40 min", "strength 30 min", "bike 20k in 55 min"):
        chat.says(words)
    return chat


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", 4),
        ("runs", 1),
        ("strength", 1),
        ("walks", 1),
        ("rides", 1),
        ("december", 3),
        ("nov", 1),
        ("runs in nov", 1),
    ],
)
def test_history_is_narrowed_by_words(logged: Chat, words: str, found: int) -> None:
    asked(logged, words)
    assert lines(logged) == found


def test_history_is_narrowed_by_buttons_and_back(logged: Chat) -> None:
    asked(logged)
    logged.taps("Runs")
    assert lines(logged) == 1
    logged.taps("All")
    assert lines(logged) == 4


def test_what_cannot_be_looked_for_is_answered_with_what_can(logged: Chat) -> None:
    assert "/history runs" in asked(logged, "blue moons")


def test_nothing_of_a_kind_is_said_kindly_with_a_way_back(logged: Chat) -> None:
    assert "Nothing like that" in asked(logged, "january")
    logged.taps("All")
    assert lines(logged) == 4


def test_a_log_found_in_history_is_opened_edited_and_deleted(logged: Chat) -> None:
    asked(logged, "runs")
    logged.taps("1")
    logged.taps("Edit")
    logged.taps("Distance")
    logged.says("6 km")
    assert logged.logs[0].distance_m == 6000
    logged.taps("Delete")
    assert len(logged.logs) == 3


def test_back_dating_pain_tells_what_changes(chat: Chat) -> None:
    chat.forward(days=3)
    chat.says("ran 5k in 31:20, effort 4, knee 4/10")
    chat.says("edit")
    chat.taps("Day")
    chat.says("yesterday")
    assert chat.logs[0].date == chat.desk.today - dt.timedelta(days=1)
    assert chat.receipts
