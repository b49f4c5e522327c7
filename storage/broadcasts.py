"""One text for everybody, exactly once each: drafted, confirmed, put into the outbox in batches, counted at the end.

A batch and the mark of how far it got commit together, so that a kill neither leaves anybody out nor repeats. Only a
few messages wait in the outbox at a time: prompts are not held up behind a whole broadcast.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from sqlalchemy import delete, func
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from storage.outbox import outbox_depth
from storage.rows import table_of
from storage.statements import Statement
from storage.tables import Athlete, Broadcast, BroadcastState, Lane, OutboxMessage, OutboxState

GOOD_FOR: Final = dt.timedelta(hours=1)
"""How long a draft can be confirmed: later the operator should look at it again."""
MOST_WAITING: Final = 500
"""Messages of the broadcast lane that may wait in the outbox when more are put into it."""
BATCH: Final = 100
"""Athletes in one transaction."""
_OPEN: Final = (OutboxState.QUEUED.value, OutboxState.SENDING.value)
_TAKEN: Final = Statement(
    select_columns(table_of(Broadcast))
    .where(col(Broadcast.state) == BroadcastState.SENDING.value)
    .order_by(col(Broadcast.id))
    .limit(1)
    .with_for_update(skip_locked=True)
)
"""Looked for all day long; made once."""


def draft(session: Session, operator: int, text: str, now: dt.datetime) -> Broadcast:
    """Keep a text until its operator confirms it."""
    broadcast = Broadcast(operator=operator, text=text, created_at=now)
    session.add(broadcast)
    session.flush()
    return broadcast


def broadcast_of(session: Session, operator: int, broadcast_id: int) -> Broadcast | None:
    """An operator's own broadcast, and nobody else's; locked."""
    found = select(Broadcast).where(Broadcast.id == broadcast_id, Broadcast.operator == operator)
    return session.exec(found.with_for_update()).one_or_none()


def audience(session: Session) -> int:
    """How many athletes a broadcast would go to: all but those who have blocked the bot."""
    return session.exec(select(func.count()).select_from(Athlete).where(col(Athlete.blocked_at).is_(None))).one()


def confirm(session: Session, broadcast: Broadcast, now: dt.datetime) -> bool:
    """Begin to send a draft; whether it was one, and a fresh one."""
    if broadcast.state != BroadcastState.DRAFT or now - broadcast.created_at > GOOD_FOR:
        return False
    broadcast.state = BroadcastState.SENDING
    broadcast.last = session.exec(select(func.max(col(Athlete.id)))).one() or 0
    session.flush()
    return True


def cancel(session: Session, broadcast: Broadcast, now: dt.datetime) -> bool:
    """Send no more of it, also not what waits in the outbox; whether there was anything to stop."""
    if broadcast.state not in {BroadcastState.DRAFT, BroadcastState.SENDING}:
        return False
    waiting = (col(OutboxMessage.ref) == ref_of(broadcast)) & (col(OutboxMessage.state) == OutboxState.QUEUED)
    broadcast.queued -= int(session.exec(delete(OutboxMessage).where(waiting)).rowcount)
    _end(session, broadcast, BroadcastState.CANCELLED, now)
    return True


def take_broadcast(session: Session) -> Broadcast | None:
    """The oldest broadcast being sent, locked; ``None`` where there is none, or another replica has it in hand."""
    return _TAKEN.one_known(session, Broadcast)


def next_listeners(
    session: Session, broadcast: Broadcast, *, batch: int = BATCH, most_waiting: int = MOST_WAITING
) -> Sequence[tuple[int, str | None]]:
    """The chats, with their zones, whose turn it is, as many as the outbox has room for; they count as queued."""
    room = min(batch, most_waiting - outbox_depth(session, Lane.BROADCAST).waiting)
    if room <= 0 or broadcast.reached >= broadcast.last:
        return ()
    found = select_columns(col(Athlete.id), col(Athlete.chat_id), col(Athlete.zone))
    found = found.where(col(Athlete.id) > broadcast.reached, col(Athlete.id) <= broadcast.last)
    found = found.where(col(Athlete.blocked_at).is_(None)).order_by(col(Athlete.id)).limit(room)
    rows = session.connection().execute(found).all()
    broadcast.reached = (rows[-1][0] or 0) if len(rows) == room else broadcast.last
    broadcast.queued += len(rows)
    session.flush()
    return [(chat, zone) for _, chat, zone in rows]


def is_over(session: Session, broadcast: Broadcast) -> bool:
    """Whether everybody has had their turn and nothing of it waits in the outbox."""
    if broadcast.reached < broadcast.last:
        return False
    waiting = select(OutboxMessage.id).where(
        OutboxMessage.ref == ref_of(broadcast), col(OutboxMessage.state).in_(_OPEN)
    )
    return session.exec(waiting.limit(1)).first() is None


def close(session: Session, broadcast: Broadcast, now: dt.datetime) -> int:
    """It is done; how many could not be reached (blocked, gone)."""
    failed = select(func.count()).where(
        OutboxMessage.ref == ref_of(broadcast), OutboxMessage.state == OutboxState.FAILED
    )
    _end(session, broadcast, BroadcastState.DONE, now)
    return session.exec(failed).one()


def ref_of(broadcast: Broadcast) -> str:
    """What the outbox remembers of its messages."""
    return f"broadcast:{broadcast.id}"


def _end(session: Session, broadcast: Broadcast, state: BroadcastState, now: dt.datetime) -> None:
    broadcast.state, broadcast.ended_at = state, now
    session.flush()
