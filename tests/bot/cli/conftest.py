"""A database that the command line finds, with somebody in it."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.database import Database, open_database
from storage.schema import upgrade
from tests.bot.cases.chat import Chat

NOON = dt.datetime(2026, 11, 2, 12, tzinfo=dt.UTC)


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """A database with one athlete, number 1, whose Telegram id is 7."""
    url = f"sqlite:///{tmp_path / 'legwork.db'}"
    monkeypatch.setenv("DATABASE_URL", url)
    database = open_database(url)
    upgrade(database)
    database.run_now(lambda session: Chat.with_an_athlete(session, NOON, start_date="2026-11-02") and None)
    yield database
    database.close_now()
