"""Body measurements, in SI, a day at a time."""

import datetime as dt
from collections.abc import Collection
from typing import Final

from sqlalchemy import bindparam
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from storage.rows import table_of
from storage.statements import Statement
from storage.tables import Measurement

_SINCE: Final = Statement(
    select_columns(table_of(Measurement))
    .where(
        col(Measurement.athlete_id) == bindparam("athlete"),
        col(Measurement.deleted_at).is_(None),
        col(Measurement.created_at) >= bindparam("moment"),
    )
    .order_by(col(Measurement.id))
)


def add_measurement(
    session: Session,
    athlete_id: int,
    kind: str,
    value: float,
    date: dt.date,
    now: dt.datetime,
    *,
    saying_id: int | None = None,
) -> Measurement:
    """Keep a reading; several on one day are all kept (a girth is the mean of two or three)."""
    reading = Measurement(athlete_id=athlete_id, kind=kind, value=value, date=date, created_at=now, saying_id=saying_id)
    session.add(reading)
    session.flush()
    return reading


def measurements_of(session: Session, athlete_id: int, kind: str) -> tuple[tuple[dt.date, float], ...]:
    """The readings of one kind, oldest first, without what was deleted."""
    readings = (
        select(col(Measurement.date), col(Measurement.value))
        .where(Measurement.athlete_id == athlete_id, Measurement.kind == kind, col(Measurement.deleted_at).is_(None))
        .order_by(col(Measurement.date), col(Measurement.id))
    )
    return tuple((date, value) for date, value in session.exec(readings))


def measurements_of_saying(session: Session, saying_id: int) -> list[Measurement]:
    """The readings taken from one message."""
    found = select(Measurement).where(Measurement.saying_id == saying_id, col(Measurement.deleted_at).is_(None))
    return list(session.exec(found.order_by(col(Measurement.id))))


def measured_since(session: Session, athlete_id: int, moment: dt.datetime) -> list[Measurement]:
    """What was measured and written since a moment, oldest first."""
    return _SINCE.known(session, Measurement, athlete=athlete_id, moment=moment)


def latest_measurements(
    session: Session, athlete_id: int, limit: int, *, without: Collection[str] = ()
) -> list[Measurement]:
    """The newest readings of all kinds but some, the newest day first, without what was deleted."""
    found = select(Measurement).where(
        Measurement.athlete_id == athlete_id,
        col(Measurement.deleted_at).is_(None),
        col(Measurement.kind).not_in(sorted(without)),
    )
    return list(session.exec(found.order_by(col(Measurement.date).desc(), col(Measurement.id).desc()).limit(limit)))


def newest_measurement(session: Session, athlete_id: int, kind: str) -> Measurement | None:
    """The reading of a kind that stands for the newest day, of one day the one written last."""
    found = select(Measurement).where(
        Measurement.athlete_id == athlete_id, Measurement.kind == kind, col(Measurement.deleted_at).is_(None)
    )
    return session.exec(found.order_by(col(Measurement.date).desc(), col(Measurement.id).desc()).limit(1)).first()


def measurement_by_id(session: Session, athlete_id: int, reading_id: int) -> Measurement | None:
    """An athlete's own reading, deleted or not, and nobody else's."""
    found = select(Measurement).where(Measurement.id == reading_id, Measurement.athlete_id == athlete_id)
    return session.exec(found).one_or_none()


def restore_measurement(session: Session, reading: Measurement) -> None:
    """Bring a reading back."""
    reading.deleted_at = None
    session.add(reading)
    session.flush()


def delete_measurement(session: Session, reading: Measurement, now: dt.datetime) -> None:
    """Take a reading back."""
    reading.deleted_at = now
    session.add(reading)
    session.flush()
