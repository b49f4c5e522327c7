"""Who may do what only one may do: poll, or send. A lease row says who and until when."""

import datetime as dt

from sqlalchemy import delete, or_
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, select

from storage.tables import Lease


def take(session: Session, name: str, holder: str, now: dt.datetime, for_: dt.timedelta) -> bool:
    """Take or renew a lease; one that has run out can be taken by anybody.

    Returns:
        Whether ``holder`` has it until ``now + for_``.
    """
    insert = (sqlite if session.get_bind().dialect.name == "sqlite" else postgresql).insert
    wanted = insert(Lease).values(name=name, holder=holder, until=now + for_)
    taken = wanted.on_conflict_do_update(
        index_elements=[col(Lease.name)],
        set_={"holder": holder, "until": now + for_},
        where=or_(col(Lease.holder) == holder, col(Lease.until) <= now),
    )
    return session.connection().execute(taken.returning(col(Lease.name))).first() is not None


def release(session: Session, name: str, holder: str) -> None:
    """Give a lease back early, so that another need not wait for its end."""
    session.exec(delete(Lease).where(col(Lease.name) == name, col(Lease.holder) == holder))


def holder_of(session: Session, name: str, now: dt.datetime) -> str | None:
    """Who has a lease now."""
    return session.exec(select(Lease.holder).where(Lease.name == name, col(Lease.until) > now)).first()
