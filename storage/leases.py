"""Who may do what only one may do: poll, or send. A lease row says who and until when.

On PostgreSQL the server's clock decides, because those of replicas disagree and are set back and forth: one that is
a minute ahead would take every lease. The moments handed in are for the embedded database, which has one program.
"""

import datetime as dt
from typing import Any

from sqlalchemy import DateTime, delete, func, or_
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, select

from storage.tables import Lease


def take(session: Session, name: str, holder: str, now: dt.datetime, for_: dt.timedelta) -> bool:
    """Take or renew a lease; one that has run out can be taken by anybody.

    Returns:
        Whether ``holder`` has it now, for as long as ``for_``.
    """
    insert, moment = (sqlite if _is_sqlite(session) else postgresql).insert, _moment(session, now)
    wanted = insert(Lease).values(name=name, holder=holder, until=moment + for_)
    taken = wanted.on_conflict_do_update(
        index_elements=[col(Lease.name)],
        set_={"holder": holder, "until": moment + for_},
        where=or_(col(Lease.holder) == holder, col(Lease.until) <= moment),
    )
    return session.connection().execute(taken.returning(col(Lease.name))).first() is not None


def release(session: Session, name: str, holder: str) -> None:
    """Give a lease back early, so that another need not wait for its end."""
    session.exec(delete(Lease).where(col(Lease.name) == name, col(Lease.holder) == holder))


def holder_of(session: Session, name: str, now: dt.datetime) -> str | None:
    """Who has a lease now."""
    held = select(Lease.holder).where(Lease.name == name, col(Lease.until) > _moment(session, now))
    return session.exec(held).first()


def sign(session: Session, name: str, holder: str, now: dt.datetime) -> bool:
    """Write down whose it is from now on, whoever's it was.

    Returns:
        Whether it was the same one's before.
    """
    before = session.exec(select(Lease.holder).where(Lease.name == name)).first()
    signed = (sqlite if _is_sqlite(session) else postgresql).insert(Lease).values(name=name, holder=holder, until=now)
    session.connection().execute(
        signed.on_conflict_do_update(index_elements=[col(Lease.name)], set_={"holder": holder, "until": now})
    )
    return before == holder


def _moment(session: Session, now: dt.datetime) -> Any:  # noqa: ANN401 — a moment, or the database's word for it
    return now if _is_sqlite(session) else func.clock_timestamp(type_=DateTime(timezone=True))


def _is_sqlite(session: Session) -> bool:
    return session.get_bind().dialect.name == "sqlite"
