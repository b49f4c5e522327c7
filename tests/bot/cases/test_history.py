"""Browsing the log: by kind, by month, opened, edited and deleted; and corrections that change the plan."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session

from bot.cases import history
from bot.cases.training import training_of
from tests.bot.cases.chat import Chat
from tests.bot.cases.conftest import NOON
from tests.depth import examples


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


CORRECTIONS = st.lists(
    st.one_of(
        st.tuples(st.just("Distance"), st.sampled_from(["3 km", "6 km", "9 km"])),
        st.tuples(st.just("Time"), st.sampled_from(["20", "45", "70"])),
        st.tuples(st.just("Effort"), st.sampled_from(["2", "5", "9"])),
        st.tuples(st.just("Day"), st.sampled_from(["monday", "tuesday", "wednesday", "thursday"])),
        st.tuples(st.just("Pain"), st.sampled_from(["knee 1", "knee 4"])),
    ),
    min_size=1,
    max_size=3,
    unique_by=lambda one: one[0],
)


def planned_after(session: Session, first: str, corrections: list[tuple[str, str]]) -> object:
    """The plan once a run was logged and then corrected."""
    nested = session.begin_nested()
    chat = Chat.with_an_athlete(session, NOON)
    chat.forward(days=4)
    chat.says(first)
    for field, value in corrections:
        chat.says("edit")
        chat.taps(field)
        chat.says(value)
    training = training_of(chat.desk)
    (entry,) = training.history
    told = (training.plan.weeks, entry)
    nested.rollback()
    session.expire_all()
    return told


@given(corrections=CORRECTIONS)
@settings(examples(6), suppress_health_check=list(HealthCheck))
def test_a_corrected_log_leaves_the_plan_as_if_it_had_been_right_at_first(
    session: Session, corrections: list[tuple[str, str]]
) -> None:
    right = {"Distance": "5 km", "Time": "30", "Effort": "4", "Day": "friday", "Pain": "knee 0"} | dict(corrections)
    at_once = "ran {Distance} in {Time} min on {Day}, effort {Effort}, {Pain}/10".format(**right)
    first = "ran 5 km in 30 min on friday, effort 4, knee 0/10"
    assert planned_after(session, first, corrections) == planned_after(session, at_once, [])


def test_back_dating_pain_tells_what_changes(chat: Chat) -> None:
    chat.forward(days=3)
    chat.says("ran 5k in 31:20, effort 4, knee 4/10")
    chat.says("edit")
    chat.taps("Day")
    chat.says("yesterday")
    assert chat.logs[0].date == chat.desk.today - dt.timedelta(days=1)
    assert chat.receipts
