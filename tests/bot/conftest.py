"""A fresh database in memory; with ``--postgres all`` on PostgreSQL too."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, event, text
from sqlmodel import Session, SQLModel, create_engine

from storage.database import open_database
from tests.bot.telegram.virtual import InlineDatabase, inline_database
from tests.databases import SQLITE


@pytest.fixture(scope="session")
def in_memory() -> Iterator[Engine]:
    """One database in memory for all tests of a worker: compiling statements anew would be half of each test."""
    engine = create_engine("sqlite://")
    event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA foreign_keys=ON"))
    SQLModel.metadata.create_all(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def session(request: pytest.FixtureRequest, dialect: str) -> Iterator[Session]:
    """One long transaction, of which nothing stays."""
    if dialect == SQLITE:
        with Session(request.getfixturevalue("in_memory")) as session:
            yield session
        return
    engine = open_database(request.getfixturevalue("own_postgres")).engine
    with Session(engine) as session:
        # a test reckons plans for longer than any transaction of the bot may idle
        session.connection().execute(text("SET idle_in_transaction_session_timeout = 0"))
        yield session
    engine.dispose()


@pytest.fixture
def inline(request: pytest.FixtureRequest, dialect: str) -> Iterator[InlineDatabase]:
    """A database that answers at once, for virtual time."""
    made = inline_database() if dialect == SQLITE else inline_database(request.getfixturevalue("own_postgres"))
    yield made
    made.close_now()
