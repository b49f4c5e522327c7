"""Guided strength sessions: begun, found, and due for the clock."""

import datetime as dt
from typing import Final

from sqlalchemy import bindparam
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from storage.rows import table_of
from storage.statements import Statement
from storage.tables import GuidedSession

_OPEN: Final = Statement(
    select_columns(table_of(GuidedSession))
    .where(col(GuidedSession.athlete_id) == bindparam("athlete"), col(GuidedSession.closed_at).is_(None))
    .order_by(col(GuidedSession.id).desc())
    .limit(1)
)
"""Looked up with every message; made once."""
_DUE: Final = Statement(
    select_columns(col(GuidedSession.id))
    .where(col(GuidedSession.wake_at) <= bindparam("now"))
    .order_by(col(GuidedSession.wake_at))
    .limit(bindparam("limit"))
)
"""Looked for every second."""


def begin_guided(session: Session, row: GuidedSession) -> GuidedSession:
    """Store a session that begins; it comes back with its id."""
    session.add(row)
    session.flush()
    return row


def guided_by_id(session: Session, athlete_id: int, row_id: int) -> GuidedSession | None:
    """An athlete's own session, open or closed, and nobody else's."""
    found = select(GuidedSession).where(GuidedSession.id == row_id, GuidedSession.athlete_id == athlete_id)
    return session.exec(found).one_or_none()


def open_guided(session: Session, athlete_id: int) -> GuidedSession | None:
    """The session an athlete is in the middle of."""
    return _OPEN.one_known(session, GuidedSession, athlete=athlete_id)


def due_guided(session: Session, now: dt.datetime, limit: int) -> list[int]:
    """The ids of sessions for which the clock has something to say, the one that waits longest first."""
    return [row_id for (row_id,) in _DUE.rows(session, now=now, limit=limit)]


def take_guided(session: Session, row_id: int, now: dt.datetime) -> GuidedSession | None:
    """A session that is due, unless somebody tapped on or another replica was faster."""
    due = select(GuidedSession).where(GuidedSession.id == row_id, col(GuidedSession.wake_at) <= now)
    return session.exec(due).one_or_none()
