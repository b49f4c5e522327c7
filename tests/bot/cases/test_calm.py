"""After a report and then silence the chat is calm: one decision, no new receipts every morning (C3, C7)."""

import datetime as dt
from collections.abc import Iterator

import pytest
from sqlmodel import Session

from bot.cases.training import training_of
from coach.session import SessionKind
from storage.tables import PromptKind
from tests.bot.cases.chat import Chat
from tests.bot.cases.conftest import NOON

BEGINNER = {
    "goal": "leaner_legs",
    "experience": "new",
    "available_days": ["tue", "thu", "sat"],
    "long_run_day": None,
    "max_minutes": {"weekday": 30, "weekend": 30},
    "weekly_distance_m": 0,
    "longest_run_m": 0,
}
DAY = dt.timedelta(days=1)


@pytest.fixture
def newcomer(session: Session) -> Chat:
    """A new runner with three days of half an hour, who has just seen the first plan."""
    return Chat.with_an_athlete(session, NOON, **BEGINNER)


def mornings(chat: Chat, days: int) -> Iterator[dt.date]:
    """The prompt of each day, and on Sundays the review."""
    for _ in range(days):
        chat.forward(days=1)
        chat.prompted()
        yield chat.desk.today
        if chat.desk.today.weekday() == 6:
            chat.prompted(PromptKind.REVIEW)


def days_ahead(chat: Chat, days: int = 7) -> dict[dt.date, list[tuple[str, int]]]:
    """What stands on the next days, as the chat would show it."""
    training, today = training_of(chat.desk), chat.desk.today
    span = [today + n * DAY for n in range(1, days + 1)]
    return {day: [(s.kind, s.minutes) for s in training.sessions_on(day)] for day in span}


def test_pain_on_two_days_and_then_silence_is_decided_once(newcomer: Chat) -> None:
    for _ in range(2):
        newcomer.forward(days=1)
        newcomer.prompted()
        newcomer.says("my knee hurts 4/10")
    told, before = len(newcomer.receipts), days_ahead(newcomer)
    assert told > 0
    for day in mornings(newcomer, 21):
        now = days_ahead(newcomer)
        assert {day: held for day, held in now.items() if day in before} == {
            day: held for day, held in before.items() if day in now
        }, day
        before = now
    assert len(newcomer.receipts) == told
    running = [minutes for held in before.values() for kind, minutes in held if kind is not SessionKind.STRENGTH]
    assert set(running) <= {15, 20}


def test_silence_alone_is_told_of_twice_in_three_weeks(chat: Chat) -> None:
    """The first run missed is Tuesday's; four and eight days later the break asks for less (C1)."""
    told = {day: len(chat.receipts) for day in mornings(chat, 21)}
    days = sorted(told)
    news = [day for day, before in zip(days[1:], days, strict=False) if told[day] > told[before]]
    assert [(day - NOON.date()).days for day in news] == [5, 9]
