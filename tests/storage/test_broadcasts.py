"""A broadcast: every athlete once, in batches, whatever happens in between; on both databases."""

import pytest
from sqlmodel import Session, col, delete, select

from storage.broadcasts import (
    GOOD_FOR,
    MOST_WAITING,
    audience,
    broadcast_of,
    cancel,
    close,
    confirm,
    draft,
    is_over,
    next_listeners,
    ref_of,
    take_broadcast,
)
from storage.database import Database
from storage.outbox import mark_failed, mark_sent
from storage.tables import Athlete, Broadcast, BroadcastState, Lane, OutboxMessage
from tests.storage.builders import NOON, SECOND, a_message, an_athlete, id_of

OPERATOR = 900


def a_broadcast(session: Session, athletes: int = 3) -> Broadcast:
    """One that is being sent to so many athletes."""
    for number in range(1, athletes + 1):
        an_athlete(session, number)
    row = draft(session, OPERATOR, "Hello", NOON)
    assert confirm(session, row, NOON)
    return row


def put(session: Session, row: Broadcast, batch: int = 200, most_waiting: int = MOST_WAITING) -> list[int]:
    """Queue the next batch; the chats it went to."""
    chats = [chat for chat, _ in next_listeners(session, row, batch=batch, most_waiting=most_waiting)]
    for chat in chats:
        a_message(session, chat, lane=Lane.BROADCAST, ref=ref_of(row))
    return chats


def test_everybody_is_reached_once_and_the_blocked_are_left_out(database: Database) -> None:
    def work(session: Session) -> None:
        an_athlete(session, 4, blocked_at=NOON)
        row = a_broadcast(session)
        assert audience(session) == 3
        assert put(session, row) == [1, 2, 3]
        assert put(session, row) == []
        assert row.queued == 3

    database.run_now(work)


def test_batches_go_on_where_the_last_one_ended(database: Database) -> None:
    database.run_now(lambda session: a_broadcast(session, 5))
    reached = [database.run_now(lambda session: put(session, _taken(session), batch=2)) for _ in range(4)]
    assert reached == [[1, 2], [3, 4], [5], []]


def test_a_batch_that_was_not_committed_is_made_again(database: Database) -> None:
    database.run_now(a_broadcast)

    def killed(session: Session) -> None:
        put(session, _taken(session))
        raise RuntimeError

    with pytest.raises(RuntimeError):
        database.run_now(killed)
    assert database.run_now(lambda session: put(session, _taken(session))) == [1, 2, 3]


def test_who_comes_after_the_confirmation_or_comes_back_does_not_get_it(database: Database) -> None:
    def work(session: Session) -> None:
        row = a_broadcast(session, 2)
        session.exec(delete(Athlete).where(col(Athlete.telegram_id) == 2))
        an_athlete(session, 2)
        an_athlete(session, 3)
        assert put(session, row) == [1]

    database.run_now(work)


def test_only_so_many_wait_that_prompts_are_not_held_up(database: Database) -> None:
    def work(session: Session) -> None:
        row = a_broadcast(session)
        assert put(session, row, most_waiting=2) == [1, 2]
        assert put(session, row, most_waiting=2) == []
        assert not is_over(session, row)
        mark_sent(session, id_of(_messages(session)[0]), 5, NOON)
        assert put(session, row, most_waiting=2) == [3]

    database.run_now(work)
    assert MOST_WAITING >= 100


def test_it_is_over_when_nothing_of_it_waits_and_tells_how_many_it_missed(database: Database) -> None:
    def work(session: Session) -> None:
        row = a_broadcast(session, 2)
        put(session, row)
        first, second = _messages(session)
        mark_sent(session, id_of(first), 5, NOON)
        assert not is_over(session, row)
        mark_failed(session, id_of(second), "blocked")
        assert is_over(session, row)
        assert close(session, row, NOON) == 1
        assert (row.state, row.ended_at) == (BroadcastState.DONE, NOON)
        assert take_broadcast(session) is None

    database.run_now(work)


def test_stopping_takes_back_what_waits_and_nothing_else(database: Database) -> None:
    def work(session: Session) -> None:
        a_message(session, 1, lane=Lane.BROADCAST, ref="prompt:1")
        row = a_broadcast(session)
        put(session, row)
        mark_sent(session, id_of(_messages(session)[1]), 5, NOON)
        assert cancel(session, row, NOON)
        assert row.queued == 1
        assert [message.ref for message in _messages(session)] == ["prompt:1", ref_of(row)]
        assert not cancel(session, row, NOON)

    database.run_now(work)


@pytest.mark.parametrize("state", [BroadcastState.SENDING, BroadcastState.CANCELLED, BroadcastState.DONE])
def test_a_draft_can_be_confirmed_once_and_a_stopped_one_never(database: Database, state: BroadcastState) -> None:
    def work(session: Session) -> None:
        row = a_broadcast(session)
        row.state = state
        assert not confirm(session, row, NOON)

    database.run_now(work)


def test_an_old_draft_cannot_be_confirmed(database: Database) -> None:
    def work(session: Session) -> None:
        row = draft(session, OPERATOR, "Hello", NOON)
        assert not confirm(session, row, NOON + GOOD_FOR + SECOND)
        assert confirm(session, row, NOON + GOOD_FOR)

    database.run_now(work)


def test_nobody_elses_broadcast_is_found(database: Database) -> None:
    def work(session: Session) -> None:
        row = draft(session, OPERATOR, "Hello", NOON)
        assert broadcast_of(session, OPERATOR, id_of(row)) is row
        assert broadcast_of(session, OPERATOR + 1, id_of(row)) is None
        assert broadcast_of(session, OPERATOR, id_of(row) + 1) is None

    database.run_now(work)


def _taken(session: Session) -> Broadcast:
    row = take_broadcast(session)
    assert row is not None
    return row


def _messages(session: Session) -> list[OutboxMessage]:
    return list(session.exec(select(OutboxMessage).order_by(col(OutboxMessage.id))))
