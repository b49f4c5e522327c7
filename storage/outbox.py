"""What is to be said to Telegram: in order within a chat and lane, recorded before it is tried, never forgotten.

What becomes of calls whose end nobody knows stands in ``storage.doubt``.
"""

import datetime as dt
from collections.abc import Collection, Sequence
from typing import Final, NamedTuple

from sqlalchemy import bindparam, delete, exists, func, insert, or_, update
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from storage.columns import Json, is_in
from storage.rows import table_of, write_row
from storage.statements import Statement, listed
from storage.tables import Lane, OutboxMessage, OutboxState

KEPT_SENT: Final = dt.timedelta(days=1)
"""How long a message that was sent is kept with its words."""
KEPT_REF: Final = dt.timedelta(days=180)
"""How long a reply to a message still finds what the message was about."""
TOO_MANY: Final = "too_many"
"""The error of a call that Telegram refused because there were too many."""
_WAITING: Final = (OutboxState.QUEUED, OutboxState.SENDING)


def queue_message(  # a row of the outbox has that many sides
    session: Session,
    chat_id: int | None,
    method: str,
    payload: Json,
    now: dt.datetime,
    *,
    lane: Lane = Lane.ANSWER,
    ref: str | None = None,
    attachment: bytes | None = None,
    attachment_name: str | None = None,
) -> OutboxMessage:
    """Queue one Bot API call; it is made after the transaction commits."""
    message = OutboxMessage(
        chat_id=chat_id,
        lane=lane,
        method=method,
        payload=payload,
        ref=ref,
        attachment=attachment,
        attachment_name=attachment_name,
        created_at=now,
    )
    write_row(session, message)
    return message


def queue_call(
    session: Session,
    chat_id: int | None,
    method: str,
    payload: Json,
    now: dt.datetime,
    *,
    lane: str = Lane.ANSWER,
    ref: str | None = None,
    useful_until: dt.datetime | None = None,
) -> int:
    """As ``queue_message``, for a call without a file whose row nobody needs: what every answer is.

    Returns:
        The row's id.
    """
    row = {"chat_id": chat_id, "lane": lane, "method": method, "payload": payload, "ref": ref, "created_at": now}
    return _QUEUE.key(session, **row, useful_until=useful_until)


class Outgoing(NamedTuple):
    """A call as it is made."""

    id: int
    chat_id: int | None
    lane: str
    method: str
    payload: Json
    attachment: bytes | None
    attachment_name: str | None
    attempts: int
    """Calls begun before this one."""
    created_at: dt.datetime


def next_messages(
    session: Session, now: dt.datetime, lane: str, limit: int, skipping: Collection[int] = ()
) -> list[Outgoing]:
    """What may be sent now in a lane, oldest first: of each chat its first message, unless the chat is to be skipped.

    A message put off by ``retry_at`` holds back the later ones of its chat and lane, so that order is kept.
    """
    found = _NEXT[session.get_bind().dialect.name]
    return [
        Outgoing._make(row) for row in found.rows(session, now=now, lane=lane, limit=limit, skipping=list(skipping))
    ]


def mark_sending(session: Session, ids: Sequence[int]) -> set[int]:
    """Record that these calls begin, before the first byte goes out.

    Returns:
        Those that begin: what another sender, which still believes itself elected, has begun is not among them.
    """
    return {row_id for (row_id,) in _SENDING[session.get_bind().dialect.name].rows(session, ids=list(ids))}


def give_back(session: Session, ids: Collection[int]) -> None:
    """These calls were marked as begun and certainly never were: back to the queue, as if nothing had been."""
    unbegun = update(OutboxMessage).where(
        col(OutboxMessage.id).in_(ids), col(OutboxMessage.state) == OutboxState.SENDING
    )
    session.exec(unbegun.values(state=OutboxState.QUEUED, attempts=OutboxMessage.attempts - 1))


def mark_sent(session: Session, message_row_id: int, message_id: int | None, now: dt.datetime) -> None:
    """Telegram has it; ``message_id`` is the id it gave to the message, if the call made one."""
    mark_all_sent(session, [(message_row_id, message_id)], now)


def mark_all_sent(session: Session, sent: Sequence[tuple[int, int | None]], now: dt.datetime) -> None:
    """Telegram has these: a row each, with the id that Telegram gave to its message."""
    _SENT.run_all(session, [{"row": row, "given": message_id, "now": now} for row, message_id in sent])


def mark_failed(session: Session, message_row_id: int, error: str) -> None:
    """Telegram refused it for good: blocked, chat gone, malformed."""
    values = {"state": OutboxState.FAILED, "error": error}
    session.exec(update(OutboxMessage).where(col(OutboxMessage.id) == message_row_id).values(values))


def retry_at(session: Session, message_row_id: int, moment: dt.datetime, error: str | None = None) -> None:
    """Telegram certainly did not take it (429, 5xx, no connection): again at ``moment``, not before."""
    values = {"state": OutboxState.QUEUED, "not_before": moment, "error": error}
    session.exec(update(OutboxMessage).where(col(OutboxMessage.id) == message_row_id).values(values))


def drop_late(session: Session, now: dt.datetime) -> int:
    """Prompts that waited until they were of no use are not sent any more.

    Returns:
        How many were dropped.
    """
    late = update(OutboxMessage).where(
        is_in(col(OutboxMessage.state), OutboxState.QUEUED),
        col(OutboxMessage.lane) == Lane.BROADCAST,
        col(OutboxMessage.useful_until) < now,
    )
    return int(session.exec(late.values(state=OutboxState.FAILED, error="too late")).rowcount)


def halted_until(session: Session) -> dt.datetime | None:
    """Until when Telegram has asked for silence (429), as far as a row that waits for it knows; for a new sender."""
    halted = select(func.max(col(OutboxMessage.not_before))).where(
        is_in(col(OutboxMessage.state), OutboxState.QUEUED), OutboxMessage.error == TOO_MANY
    )
    return session.exec(halted).one()


def drop_chat(session: Session, chat_id: int, error: str) -> int:
    """The chat cannot be written to any more: nothing queued for it is tried.

    Returns:
        How many messages were dropped.
    """
    waiting = is_in(col(OutboxMessage.state), OutboxState.QUEUED)
    dropped = update(OutboxMessage).where(waiting, col(OutboxMessage.chat_id) == chat_id)
    return int(session.exec(dropped.values(state=OutboxState.FAILED, error=error)).rowcount)


def withdraw_edits(session: Session, chat_id: int, ref: str) -> int:
    """Take back the edits of a message that have not gone out yet: a newer one says more than they would.

    Returns:
        How many edits were withdrawn.
    """
    waiting = delete(OutboxMessage).where(
        col(OutboxMessage.chat_id) == chat_id,
        col(OutboxMessage.ref) == ref,
        col(OutboxMessage.method) == "edit_message_text",
        is_in(col(OutboxMessage.state), OutboxState.QUEUED),
    )
    return int(session.exec(waiting).rowcount)


class Newest(NamedTuple):
    """The newest message about something: its row, what it is about, and when it was said."""

    id: int
    ref: str
    said_at: dt.datetime


def newest_about(session: Session, chat_id: int, prefix: str, since: dt.datetime) -> Newest | None:
    """The newest of our messages said since a moment whose subject begins with ``prefix``."""
    found = _NEWEST.rows(session, chat=chat_id, prefix=prefix, since=since)
    return Newest._make(found[0]) if found else None


def ref_of_message(session: Session, chat_id: int, message_id: int) -> str | None:
    """What a message of ours is about (``prompt:12``), so that a reply to it finds its subject."""
    session.flush()
    found = _ABOUT.rows(session, chat=chat_id, message=message_id)
    return found[0][0] if found else None


def message_of_ref(session: Session, chat_id: int, ref: str) -> int | None:
    """The newest message of ours about something, so that it can be edited in place."""
    found = (
        select(OutboxMessage.message_id)
        .where(
            OutboxMessage.ref == ref,
            OutboxMessage.chat_id == chat_id,
            col(OutboxMessage.message_id).is_not(None),
        )
        .order_by(col(OutboxMessage.id).desc())
    )
    return session.exec(found.limit(1)).first()


def was_said(session: Session, chat_id: int, ref: str) -> bool:
    """Whether a message of ours about just this was queued, sent or not."""
    found = select(OutboxMessage.id).where(OutboxMessage.chat_id == chat_id, OutboxMessage.ref == ref)
    return session.exec(found.limit(1)).first() is not None


class LaneDepth(NamedTuple):
    """How much waits in a lane, and since when."""

    waiting: int
    oldest: dt.datetime | None


def outbox_depth(session: Session, lane: str) -> LaneDepth:
    """What waits in a lane; for the operator."""
    found = select(func.count(), func.min(col(OutboxMessage.created_at))).where(
        is_in(col(OutboxMessage.state), *_WAITING), OutboxMessage.lane == lane
    )
    waiting, oldest = session.exec(found).one()
    return LaneDepth(waiting, oldest)


def tidy_outbox(session: Session, now: dt.datetime) -> None:
    """Forget words that were said: a message after a day, what it was about after half a year."""
    settled = is_in(col(OutboxMessage.state), OutboxState.SENT, OutboxState.FAILED, OutboxState.UNSURE)
    old = col(OutboxMessage.created_at) < now - KEPT_SENT
    findable = col(OutboxMessage.ref).is_not(None) & col(OutboxMessage.message_id).is_not(None)
    session.exec(delete(OutboxMessage).where(settled, old, ~findable))
    wordless: dict[str, object] = {"state": OutboxState.KEPT, "payload": {}, "attachment": None}
    session.exec(update(OutboxMessage).where(settled, old).values(wordless))
    ancient = col(OutboxMessage.created_at) < now - KEPT_REF
    session.exec(delete(OutboxMessage).where(is_in(col(OutboxMessage.state), OutboxState.KEPT), ancient))


# Statements of every message, made once.
_OUTBOX: Final = table_of(OutboxMessage)
_EARLIER: Final = _OUTBOX.alias()
_NEXT: Final = {
    dialect: Statement(
        select_columns(*(_OUTBOX.c[name] for name in Outgoing._fields))
        .where(
            is_in(_OUTBOX.c.state, OutboxState.QUEUED),
            _OUTBOX.c.lane == bindparam("lane"),
            or_(_OUTBOX.c.not_before.is_(None), _OUTBOX.c.not_before <= bindparam("now")),
            ~exists().where(
                _EARLIER.c.chat_id == _OUTBOX.c.chat_id,
                is_in(_EARLIER.c.state, *_WAITING),
                _EARLIER.c.lane == _OUTBOX.c.lane,
                _EARLIER.c.id < _OUTBOX.c.id,
            ),
            or_(_OUTBOX.c.chat_id.is_(None), _OUTBOX.c.chat_id.not_in(skipping)),
        )
        .order_by(_OUTBOX.c.id)
        .limit(bindparam("limit"))
    )
    for dialect, skipping in listed("skipping").items()
}
_NEWEST: Final = Statement(
    select_columns(_OUTBOX.c.id, _OUTBOX.c.ref, _OUTBOX.c.created_at)
    .where(
        _OUTBOX.c.chat_id == bindparam("chat"),
        _OUTBOX.c.ref.startswith(bindparam("prefix")),
        _OUTBOX.c.created_at >= bindparam("since"),
    )
    .order_by(_OUTBOX.c.created_at.desc(), _OUTBOX.c.id.desc())  # as the index has them: nothing is sorted
    .limit(1)
)
_ABOUT: Final = Statement(
    select_columns(_OUTBOX.c.ref)
    .where(
        _OUTBOX.c.chat_id == bindparam("chat"),
        _OUTBOX.c.message_id == bindparam("message"),
        _OUTBOX.c.ref.is_not(None),
    )
    .order_by(_OUTBOX.c.id.desc())
    .limit(1)
)
_QUEUE: Final = Statement(
    insert(_OUTBOX).values(state=OutboxState.QUEUED.value, attempts=0, in_doubt=0),
    ("chat_id", "lane", "method", "payload", "ref", "created_at", "useful_until"),
)
_SENDING: Final = {
    dialect: Statement(
        update(_OUTBOX)
        .where(_OUTBOX.c.id.in_(ids), _OUTBOX.c.state == OutboxState.QUEUED.value)
        .values(state=OutboxState.SENDING.value, attempts=_OUTBOX.c.attempts + 1)
        .returning(_OUTBOX.c.id)
    )
    for dialect, ids in listed("ids").items()
}
_SENT: Final = Statement(
    update(_OUTBOX)
    .where(_OUTBOX.c.id == bindparam("row"))
    .values(state=OutboxState.SENT.value, message_id=bindparam("given"), sent_at=bindparam("now"), error=None)
)
