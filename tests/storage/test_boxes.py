"""Who waits is found without a look at all that is over, however much that has become over the years."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import insert
from sqlmodel import Session

from storage.athletes import erase
from storage.database import Database
from storage.doubt import recover, unsure
from storage.inbox import dead_letters, inbox_depth, next_updates, tidy_inbox, waiting_of
from storage.outbox import (
    drop_chat,
    drop_late,
    halted_until,
    newest_about,
    next_messages,
    outbox_depth,
    ref_of_message,
    tidy_outbox,
    withdraw_edits,
)
from storage.rows import table_of
from storage.tables import InboxState, InboxUpdate, Lane, OutboxMessage, OutboxState
from tests.storage.builders import NOON, an_athlete

OVER = 4_000
STEPS = 1_000
"""Of SQLite's machine; a look at a row takes at least one."""
CHAT = 7


@pytest.fixture
def embedded(own_sqlite: str) -> Iterator[Database]:
    """A SQLite database in whose boxes everything is over but a message and an update of one chat."""
    from storage.database import open_database

    database = open_database(own_sqlite)
    database.run_now(_fill)
    yield database
    database.close_now()


def _fill(session: Session) -> None:
    moments = [NOON - dt.timedelta(seconds=number) for number in range(OVER)]
    updates = [_update(number, InboxState.DONE, done_at=moment) for number, moment in enumerate(moments)]
    messages = [_message(number, OutboxState.KEPT, created_at=moment) for number, moment in enumerate(moments)]
    session.connection().execute(insert(table_of(InboxUpdate)), updates)
    session.connection().execute(insert(table_of(OutboxMessage)), messages)
    session.connection().execute(insert(table_of(InboxUpdate)), [_update(OVER, InboxState.NEW, chat_key=CHAT)])
    session.connection().execute(
        insert(table_of(OutboxMessage)), [_message(OVER, OutboxState.QUEUED, chat_id=CHAT, message_id=None)]
    )


def _update(number: int, state: InboxState, **given: Any) -> dict[str, Any]:  # noqa: ANN401 — any column
    row = {"chat_key": None, "payload": {}, "attempts": 0, "received_at": NOON, "done_at": None}
    return row | {"update_id": number, "state": state.value} | given


def _message(number: int, state: OutboxState, **given: Any) -> dict[str, Any]:  # noqa: ANN401 — any column
    row = {"chat_id": 1_000 + number % 50, "lane": Lane.ANSWER, "method": "send_message", "payload": {}}
    seen = {"ref": f"log:{number}", "attempts": 1, "in_doubt": 0, "created_at": NOON, "message_id": number}
    return row | seen | {"state": state.value} | given


@pytest.mark.parametrize(
    "look",
    [
        lambda session: next_updates(session, 16),
        lambda session: next_updates(session, 16, [CHAT]),
        lambda session: waiting_of(session, [CHAT]),
        dead_letters,
        lambda session: tidy_inbox(session, NOON),
        lambda session: next_messages(session, NOON, Lane.ANSWER, 64),
        lambda session: next_messages(session, NOON, Lane.BROADCAST, 64, [CHAT]),
        lambda session: drop_late(session, NOON),
        halted_until,
        lambda session: drop_chat(session, CHAT, "blocked"),
        lambda session: withdraw_edits(session, CHAT, "log:1"),
        lambda session: newest_about(session, CHAT, "log:", NOON),
        lambda session: ref_of_message(session, CHAT, 5),
        lambda session: outbox_depth(session, Lane.ANSWER),
        lambda session: tidy_outbox(session, NOON),
        lambda session: recover(session, NOON, {}),
        unsure,
    ],
)
def test_nobody_looks_at_what_is_over(embedded: Database, look: Callable[[Session], object]) -> None:
    looked: list[bool] = []

    def work(session: Session) -> None:
        driver: Any = session.connection().connection.dbapi_connection
        driver.set_progress_handler(lambda: looked.append(True), STEPS)
        look(session)
        driver.set_progress_handler(None, STEPS)

    embedded.run_now(work)
    assert len(looked) * STEPS < OVER / 2


def test_counting_what_waits_looks_at_nothing_else(embedded: Database) -> None:
    depth = embedded.run_now(inbox_depth)
    assert (depth.waiting, depth.dead) == (1, 0)


def test_what_was_set_aside_of_a_chat_is_erased_with_its_athlete(database: Database) -> None:
    def live(session: Session) -> list[int]:
        athlete = an_athlete(session, CHAT)
        rows = [_update(number, state, chat_key=CHAT) for number, state in enumerate((InboxState.DEAD, InboxState.NEW))]
        session.connection().execute(insert(table_of(InboxUpdate)), [*rows, _update(2, InboxState.DONE)])
        erase(session, athlete)
        return sorted(session.connection().execute(table_of(InboxUpdate).select()).scalars())

    assert database.run_now(live) == [1, 2]
