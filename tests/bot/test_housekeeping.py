"""What was handled and said long ago is forgotten, hour by hour, whatever the database does meanwhile."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlmodel import func, select

from bot.housekeeping import keep_tidy
from coach.errors import DatabaseUnreachable
from storage.inbox import finish_update, receive
from storage.outbox import mark_sent, queue_message
from storage.tables import InboxUpdate, OutboxMessage
from tests.bot.telegram.virtual import START, InlineDatabase, LoopClock, cancelled, inline_database, virtually


@pytest.fixture
def database() -> Iterator[InlineDatabase]:
    made = inline_database()
    long_ago = START - timedelta(days=10)
    made._transact(lambda session: receive(session, [{"update_id": 1}], long_ago))
    made._transact(lambda session: finish_update(session, 1, long_ago))
    row = made._transact(lambda session: queue_message(session, 1, "send_message", {"text": "x"}, long_ago).id or 0)
    made._transact(lambda session: mark_sent(session, row, 5, long_ago))
    yield made
    made.close_now()


def rows(database: InlineDatabase) -> int:
    """How much both boxes hold."""
    counts = [select(func.count()).select_from(table) for table in (InboxUpdate, OutboxMessage)]
    return database._transact(lambda session: sum(session.exec(count).one() for count in counts))


def tidied(database: InlineDatabase, hours: float) -> int:
    """What is left after so many hours."""

    async def job() -> int:
        task = asyncio.create_task(keep_tidy(database, LoopClock()))
        await asyncio.sleep(hours * 3600 + 1)
        await cancelled(task)
        return rows(database)

    return virtually(job)


def test_old_rows_are_forgotten_at_the_start(database: InlineDatabase) -> None:
    assert rows(database) == 2
    assert tidied(database, 0) == 0


def test_a_lost_database_is_tidied_an_hour_later(database: InlineDatabase) -> None:
    database.lost = [DatabaseUnreachable()]
    assert tidied(database, 1) == 0
