"""A newcomer, and one whose plan stands."""

from collections.abc import Iterator

import pytest
from sqlalchemy import event
from sqlmodel import Session, SQLModel, create_engine

from tests.bot.conversations.people import Newcomer


@pytest.fixture
def session() -> Iterator[Session]:
    engine = create_engine("sqlite://")
    event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA foreign_keys=ON"))
    SQLModel.metadata.create_all(engine)
    with Session(engine) as session:
        yield session
    engine.dispose()


@pytest.fixture
def ana(session: Session) -> Newcomer:
    """Somebody who has not written to the bot yet."""
    return Newcomer(session)


@pytest.fixture
def settled(ana: Newcomer) -> Newcomer:
    """Somebody who took every suggested answer and has a plan."""
    ana.starts().taps("General", "Most weeks", "30–39", "34", "Mon Tue Thu Sat Sun", "Sunday", "45 min", "None")
    return ana.taps("12:07 PM · London", "7:00 AM")
