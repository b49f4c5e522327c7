"""Updates as Telegram sent them: committed before Telegram is told, handled in order within a chat.

Updates of one key are in order; the key is the chat, or the person where there is no chat, and in a private chat
the two are the same number. A handled update keeps its id, against being received twice, and loses its content.
"""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, bindparam, delete, exists, func, or_, update
from sqlalchemy import select as select_columns
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, select

from storage.columns import Json, is_in
from storage.rows import table_of
from storage.statements import Statement, listed
from storage.tables import InboxState, InboxUpdate

TRIES: Final = 3
"""An update that failed this often is set aside."""
KEPT_DONE: Final = dt.timedelta(days=3)
"""How long a handled update's id is remembered; Telegram repeats for a day, and renumbers after a quiet week."""
KEPT_DEAD: Final = dt.timedelta(days=30)
"""How long an update that was set aside can be looked at."""
_LARGEST_ID: Final = 2**63 - 1


def receive(session: Session, updates: Sequence[Mapping[str, Any]], now: dt.datetime) -> int:
    """Keep updates; one already kept is not kept again.

    What has no usable ``update_id`` is no update of Telegram's and is passed over.

    Returns:
        How many are new.
    """
    rows = [_row(each, now) for each in updates if is_update(each)]
    if not rows:
        return 0
    return len(_RECEIVE[session.get_bind().dialect.name].run_all(session, rows))


def is_update(arrived: object) -> bool:
    """Whether it has an id by which it can be kept and confirmed."""
    return isinstance(arrived, Mapping) and _is_id(arrived.get("update_id"))


def chat_key_of(arrived: Mapping[str, Any]) -> int | None:
    """Whose order an update is in: its chat, else the person, else nobody's."""
    for name, body in arrived.items():
        if name != "update_id" and isinstance(body, Mapping):
            message = body.get("message")
            chat = body.get("chat") or (message.get("chat") if isinstance(message, Mapping) else None)
            return next(
                (key for key in map(_id_of, (chat, body.get("from"), body.get("user"))) if key is not None), None
            )
    return None


class Waiting(NamedTuple):
    """An update that can be handled now."""

    update_id: int
    chat_key: int | None
    payload: Json


def next_updates(session: Session, limit: int, skipping: Collection[int] = ()) -> list[Waiting]:
    """The first waiting update of each chat, oldest first, but of chats to be skipped (those in hand).

    On PostgreSQL what another replica has locked is passed over.
    """
    found = _NEXT[session.get_bind().dialect.name].rows(session, limit=limit, skipping=list(skipping))
    return [Waiting._make(row) for row in found]


def waiting_update(session: Session, update_id: int) -> Waiting | None:
    """The update, if it still waits to be handled."""
    row = session.get(InboxUpdate, update_id)
    return Waiting(update_id, row.chat_key, row.payload) if row is not None and row.state == InboxState.NEW else None


def waiting_of(session: Session, keys: Collection[int]) -> dict[int, int]:
    """How many updates of each of these chats wait; chats without any are left out."""
    if not keys:
        return {}
    waiting = select(InboxUpdate.chat_key, func.count()).where(
        is_in(col(InboxUpdate.state), InboxState.NEW), col(InboxUpdate.chat_key).in_(keys)
    )
    return {key: count for key, count in session.exec(waiting.group_by(col(InboxUpdate.chat_key))) if key is not None}


def finish_update(session: Session, update_id: int, now: dt.datetime) -> bool:
    """The update is handled by this transaction; its content goes, its id stays a while.

    Returns:
        Whether it still waited; where it did not, another has handled it and this transaction must do nothing.
    """
    return bool(_FINISH.run(session, handled=update_id, now=now))


def fail_update(session: Session, update_id: int, error: str, now: dt.datetime) -> bool:
    """The update could not be handled; the third time it is set aside, so that the next ones go on.

    ``error`` must hold no words of a person: the error's type and place are enough.

    Returns:
        Whether it is set aside now.
    """
    row = session.get(InboxUpdate, update_id)
    if row is None:
        return False
    row.attempts += 1
    row.error = error
    if row.attempts >= TRIES:
        row.state, row.done_at = InboxState.DEAD, now
    session.flush()
    return row.state == InboxState.DEAD


def dead_letters(session: Session, limit: int = 20) -> list[InboxUpdate]:
    """What was set aside, newest first."""
    dead = select(InboxUpdate).where(is_in(col(InboxUpdate.state), InboxState.DEAD))
    return list(session.exec(dead.order_by(col(InboxUpdate.update_id).desc()).limit(limit)))


def revive_update(session: Session, update_id: int) -> bool:
    """Try an update that was set aside again, from its first try.

    Returns:
        Whether there was such an update.
    """
    row = session.get(InboxUpdate, update_id)
    if row is None or row.state != InboxState.DEAD:
        return False
    row.state, row.attempts, row.done_at = InboxState.NEW, 0, None
    session.flush()
    return True


def drop_update(session: Session, update_id: int, now: dt.datetime) -> bool:
    """Forget an update that was set aside; its id stays a while, its content goes.

    Returns:
        Whether there was such an update.
    """
    dead = update(InboxUpdate).where(col(InboxUpdate.update_id) == update_id, col(InboxUpdate.state) == InboxState.DEAD)
    gone = {"state": InboxState.DONE, "done_at": now, "payload": {}, "chat_key": None, "error": None}
    return bool(session.exec(dead.values(gone)).rowcount)


class InboxDepth(NamedTuple):
    """How much waits to be handled and since when, and how much was set aside."""

    waiting: int
    oldest: dt.datetime | None
    dead: int


def inbox_depth(session: Session) -> InboxDepth:
    """What waits in the inbox; for the operator."""
    new = select(func.count(), func.min(col(InboxUpdate.received_at))).where(
        is_in(col(InboxUpdate.state), InboxState.NEW)
    )
    dead = select(func.count()).where(is_in(col(InboxUpdate.state), InboxState.DEAD))
    waiting, oldest = session.exec(new).one()
    return InboxDepth(waiting, oldest, session.exec(dead).one())


def tidy_inbox(session: Session, now: dt.datetime) -> None:
    """Forget the ids of updates handled long ago, and what was set aside long ago."""
    done = (col(InboxUpdate.state) == InboxState.DONE) & (col(InboxUpdate.done_at) < now - KEPT_DONE)
    dead = (col(InboxUpdate.state) == InboxState.DEAD) & (col(InboxUpdate.done_at) < now - KEPT_DEAD)
    session.exec(delete(InboxUpdate).where(or_(done, dead)))


def _behind() -> ColumnElement[bool]:
    """Whether an update of the same chat waits before this one."""
    earlier = _INBOX.alias()
    return exists().where(
        earlier.c.chat_key == _INBOX.c.chat_key,
        is_in(earlier.c.state, InboxState.NEW),
        earlier.c.update_id < _INBOX.c.update_id,
    )


def _row(arrived: Mapping[str, Any], now: dt.datetime) -> dict[str, Any]:
    return {
        "update_id": arrived["update_id"],
        "chat_key": chat_key_of(arrived),
        "payload": dict(arrived),
        "state": InboxState.NEW,
        "attempts": 0,
        "received_at": now,
    }


def _is_id(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) <= _LARGEST_ID


def _id_of(body: object) -> int | None:
    key = body.get("id") if isinstance(body, Mapping) else None
    return key if isinstance(key, int) and _is_id(key) else None


# Statements of every update, made once.
_INBOX: Final = table_of(InboxUpdate)
_RECEIVE: Final = {
    dialect: Statement(
        insert(_INBOX).on_conflict_do_nothing().returning(_INBOX.c.update_id),
        ("update_id", "chat_key", "payload", "state", "attempts", "received_at"),
    )
    for dialect, insert in (("sqlite", sqlite.insert), ("postgresql", postgresql.insert))
}
_NEXT: Final = {
    dialect: Statement(
        select_columns(_INBOX.c.update_id, _INBOX.c.chat_key, _INBOX.c.payload)
        .where(is_in(_INBOX.c.state, InboxState.NEW), ~_behind())
        .where(or_(_INBOX.c.chat_key.is_(None), _INBOX.c.chat_key.not_in(skipping)))
        .order_by(_INBOX.c.update_id)
        .limit(bindparam("limit"))
        .with_for_update(skip_locked=True, of=_INBOX)
    )
    for dialect, skipping in listed("skipping").items()
}
_FINISH: Final = Statement(
    update(_INBOX)
    .where(_INBOX.c.update_id == bindparam("handled"), _INBOX.c.state == InboxState.NEW.value)
    .values(state=InboxState.DONE.value, done_at=bindparam("now"), payload={}, chat_key=None, error=None)
)
