"""The inbox: received once, handled once and in order within a chat, set aside when poisonous."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from sqlmodel import Session

from storage.database import Database
from storage.inbox import (
    KEPT_DEAD,
    KEPT_DONE,
    chat_key_of,
    dead_letters,
    fail_update,
    finish_update,
    inbox_depth,
    next_updates,
    receive,
    revive_update,
    tidy_inbox,
)
from storage.tables import InboxUpdate
from tests.databases import ON_POSTGRESQL
from tests.storage.builders import HOUR, NOON, SECOND, a_tap, an_update

Again = Callable[[], Database]


def _receive(database: Database, *updates: dict[str, Any]) -> int:
    return database.run_now(lambda session: receive(session, updates, NOON))


def _next(database: Database, *skipping: int) -> list[int]:
    return [row.update_id for row in database.run_now(lambda session: next_updates(session, 10, skipping))]


def _finish(database: Database, update_id: int) -> bool:
    return database.run_now(lambda session: finish_update(session, update_id, NOON))


def _fail(database: Database, update_id: int, times: int = 1) -> bool:
    return [database.run_now(lambda session: fail_update(session, update_id, "KeyError", NOON)) for _ in range(times)][
        -1
    ]


def test_an_update_is_kept_as_it_was_sent(database: Database) -> None:
    _receive(database, an_update(1, text="5k 🏃 \0 \ud83d"))
    (row,) = database.run_now(lambda session: next_updates(session, 10))

    assert row.payload == an_update(1, text="5k 🏃 \0 \ud83d")


def test_an_update_sent_twice_is_kept_once(database: Database) -> None:
    assert _receive(database, an_update(1), an_update(2), an_update(1)) == 2
    assert _receive(database, an_update(2), an_update(3)) == 1
    assert _finish(database, 1)
    assert _receive(database, an_update(1)) == 0


def test_what_is_no_update_is_passed_over(database: Database) -> None:
    strange: list[dict[str, Any]] = [{}, {"update_id": "7"}, {"update_id": True}, {"update_id": 2**70}, {"message": {}}]

    assert _receive(database, *strange, an_update(1)) == 1
    assert _receive(database, *strange) == 0
    assert _receive(database) == 0


@pytest.mark.parametrize(
    ("update", "key"),
    [
        (an_update(1, 5), 5),
        (a_tap(1, 5), 5),
        (a_tap(1, 5, inline=True), 5),
        ({"update_id": 1, "inline_query": {"id": "1", "from": {"id": 6}, "query": ""}}, 6),
        ({"update_id": 1, "my_chat_member": {"chat": {"id": -100}, "from": {"id": 6}}}, -100),
        ({"update_id": 1, "poll_answer": {"poll_id": "1", "user": {"id": 6}}}, 6),
        ({"update_id": 1, "poll": {"id": "1"}}, None),
        ({"update_id": 1, "message": "not an object"}, None),
        ({"update_id": 1, "message": {"chat": {"id": "text"}, "from": {"id": 6}}}, 6),
        ({"update_id": 1}, None),
    ],
)
def test_the_order_key_is_the_chat_or_else_the_person(update: dict[str, Any], key: int | None) -> None:
    assert chat_key_of(update) == key


def test_a_tap_waits_for_the_text_sent_before_it(database: Database) -> None:
    _receive(database, an_update(1, 5), a_tap(2, 5), an_update(3, 6))

    assert _next(database) == [1, 3]
    _finish(database, 1)
    assert _next(database) == [2, 3]


def test_chats_in_hand_are_skipped(database: Database) -> None:
    _receive(database, an_update(1, 5), an_update(2, 6), {"update_id": 3, "poll": {"id": "1"}})

    assert _next(database, 5) == [2, 3]


def test_only_one_finishes_an_update(database: Database) -> None:
    """The second is told to do nothing: its transaction must not say the answer again."""
    _receive(database, an_update(1))

    assert _finish(database, 1)
    assert not _finish(database, 1)
    assert not _finish(database, 99)


def test_a_handled_update_keeps_its_id_and_no_content(database: Database) -> None:
    _receive(database, an_update(1))
    _finish(database, 1)
    row = database.run_now(lambda session: session.get(InboxUpdate, 1))

    assert row is not None
    assert (row.payload, row.chat_key, row.done_at) == ({}, None, NOON)


def test_the_third_failure_sets_an_update_aside_and_the_next_goes_on(database: Database) -> None:
    _receive(database, an_update(1, 5), an_update(2, 5))

    assert not _fail(database, 1, times=2)
    assert _next(database) == [1]
    assert _fail(database, 1)
    assert _next(database) == [2]
    (dead,) = database.run_now(dead_letters)
    assert (dead.update_id, dead.attempts, dead.error, dead.payload) == (1, 3, "KeyError", an_update(1, 5))


def test_what_was_set_aside_can_be_tried_again(database: Database) -> None:
    _receive(database, an_update(1))
    _fail(database, 1, times=3)

    assert database.run_now(lambda session: revive_update(session, 1))
    assert _next(database) == [1]
    assert not database.run_now(lambda session: revive_update(session, 1))
    assert not database.run_now(lambda session: revive_update(session, 99))


def test_failing_an_erased_update_is_no_error(database: Database) -> None:
    assert not _fail(database, 99)


def test_the_operator_sees_what_waits_and_since_when(database: Database) -> None:
    _receive(database, *(an_update(number, number) for number in range(1, 5)))
    _finish(database, 1)
    _fail(database, 2, times=3)

    assert database.run_now(inbox_depth) == (2, NOON, 1)


def test_old_ids_are_forgotten_in_time(database: Database) -> None:
    _receive(database, *(an_update(number, number) for number in range(1, 4)))
    _finish(database, 1)
    _fail(database, 2, times=3)

    def left_after(moment: Any) -> list[int]:  # noqa: ANN401 — a moment
        def tidy(session: Session) -> list[int]:
            tidy_inbox(session, moment)
            return [number for number in (1, 2, 3) if session.get(InboxUpdate, number) is not None]

        return database.run_now(tidy)

    assert left_after(NOON + KEPT_DONE) == [1, 2, 3]
    assert left_after(NOON + KEPT_DONE + SECOND) == [2, 3]
    assert left_after(NOON + KEPT_DEAD + HOUR) == [3]


def test_replicas_handle_each_update_once_and_in_order(database: Database, again: Again) -> None:
    """Three replicas race for twelve updates of four chats; every chat sees its own in order, none twice."""
    _receive(database, *(an_update(number, number % 4) for number in range(1, 13)))
    handled: list[int] = []
    guard = threading.Lock()

    def work(replica: Database) -> None:
        while replica.run_now(inbox_depth).waiting:
            for row in replica.run_now(lambda session: next_updates(session, 10)):
                if replica.run_now(lambda session, key=row.update_id: _handle(session, key, handled, guard)):
                    continue

    threads = [threading.Thread(target=work, args=(each,)) for each in (database, again(), again())]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)

    assert sorted(handled) == list(range(1, 13))
    for chat in range(4):
        own = [number for number in handled if number % 4 == chat]
        assert own == sorted(own)


def _handle(session: Session, update_id: int, handled: list[int], guard: threading.Lock) -> bool:
    if not finish_update(session, update_id, NOON):
        return False
    with guard:
        handled.append(update_id)
    return True


@pytest.mark.postgres
@ON_POSTGRESQL
def test_a_replica_passes_over_what_another_is_finishing(database: Database, again: Again) -> None:
    """And does not take the chat's second update instead."""
    _receive(database, an_update(1, 5), an_update(2, 5), an_update(3, 6))
    other = again()

    def holding(session: Session) -> list[int]:
        finish_update(session, 1, NOON)
        return _next(other)

    assert database.run_now(holding) == [3]
    assert _next(other) == [2, 3]
