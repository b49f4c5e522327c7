"""A desk to work at: an onboarded athlete and a clock the test moves."""

import datetime as dt

import pytest
from sqlmodel import Session

from bot.desk import Desk
from tests.bot.cases.chat import Chat

NOON = dt.datetime(2026, 11, 30, 12, tzinfo=dt.UTC)
"""Monday, the day on which the athlete starts."""


@pytest.fixture
def chat(session: Session) -> Chat:
    """A chat with an athlete who has been onboarded and seen the first plan."""
    return Chat.with_an_athlete(session, NOON)


@pytest.fixture
def desk(chat: Chat) -> Desk:
    return chat.desk
