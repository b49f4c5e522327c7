"""The log: written, found, browsed, deleted and restored; handed to the coach as its history."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any, Final, NamedTuple

from sqlalchemy import Function, Text, bindparam, cast, func, tuple_
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from coach.history import Entry, Felt, Pain, Reason, SetsDone, Status
from coach.memories import of_people
from coach.session import SessionKind
from coach.units import Metres, Seconds
from storage.columns import Json
from storage.json_text import read_json
from storage.rows import table_of, write_row
from storage.statements import Statement
from storage.tables import Log

_LINE: Final = (
    col(Log.date),
    col(Log.id),
    col(Log.kind),
    col(Log.status),
    col(Log.minutes),
    col(Log.distance_m),
    col(Log.rpe),
    cast(col(Log.target_rpe), Text),
    col(Log.longest_run_s),
    col(Log.pain_area),
    col(Log.pain_level),
    cast(col(Log.symptoms), Text),
    col(Log.reason),
    col(Log.planned),
    cast(col(Log.exercises), Text),
)
"""What of a line the history is read from; day and id come first, by which the lines are sorted."""
_OF_ATHLETE: Final = (col(Log.athlete_id) == bindparam("athlete"), col(Log.deleted_at).is_(None))
_GONE, _LATE = col(Log.date) < bindparam("since"), col(Log.date) >= bindparam("since")


def _history(lines: Function[Any]) -> Statement:
    """Two documents of lines: those of days before ``since``, and those of later ones."""
    documents = (select_columns(cast(lines, Text)).where(*_OF_ATHLETE, days) for days in (_GONE, _LATE))
    return Statement(select_columns(*(document.scalar_subquery() for document in documents)))


_HISTORY_OF: Final = {
    "sqlite": _history(func.json_group_array(func.json_array(*_LINE))),
    "postgresql": _history(func.json_agg(func.json_build_array(*_LINE))),
}
"""The database writes the lines as documents: to fetch them one by one takes it twice as long."""
_BETWEEN: Final = Statement(
    select_columns(table_of(Log))
    .where(*_OF_ATHLETE, col(Log.date) >= bindparam("first"), col(Log.date) <= bindparam("last"))
    .order_by(col(Log.date), col(Log.id))
)
_SINCE: Final = Statement(
    select_columns(table_of(Log))
    .where(*_OF_ATHLETE, col(Log.created_at) >= bindparam("moment"), col(Log.status).is_not(None))
    .order_by(col(Log.id))
)


def history_of(session: Session, athlete_id: int, since: dt.date = dt.date.min) -> tuple[Entry, ...]:
    """An athlete's log as the coach reads it: oldest first, without what was deleted.

    What was logged for days before ``since`` is remembered as a whole, for who asks again with the same day.
    """
    session.flush()
    statement = _HISTORY_OF[session.get_bind().dialect.name]
    ((gone, late),) = statement.rows(session, athlete=athlete_id, since=since)
    return (*_read_gone(gone), *_read_lines(late))


def entry_of(log: Log) -> Entry:
    """One line of the log as the coach reads it."""
    return _entry(log, log.target_rpe, log.symptoms, log.exercises)


class _Line(NamedTuple):
    """A line as it is read for the history, its documents still as text."""

    date: str
    id: int
    kind: str | None
    status: str | None
    minutes: float | None
    distance_m: int | None
    rpe: int | None
    target_rpe: str | None
    longest_run_s: int | None
    pain_area: str | None
    pain_level: int | None
    symptoms: str
    reason: str | None
    planned: bool | int
    exercises: str


@of_people(256)
def _read_gone(document: str | None) -> tuple[Entry, ...]:
    """Lines of days gone by, which change seldom; those of two years take 80 kB."""
    return _read_lines(document)


def _read_lines(document: str | None) -> tuple[Entry, ...]:
    return tuple(_read_line(tuple(line)) for line in sorted(read_json(document or "[]")))


@of_people(4_096)
def _read_line(values: tuple[Any, ...]) -> Entry:
    """A line of a history; an athlete who writes now wrote the same lines before."""
    line = _Line._make(values)
    target = read_json(line.target_rpe) if line.target_rpe else None
    return replace(
        _entry(line, target, read_json(line.symptoms), read_json(line.exercises)),
        date=dt.date.fromisoformat(line.date),
        minutes=None if line.minutes is None else float(line.minutes),
        planned=bool(line.planned),
    )


def add_log(session: Session, log: Log) -> Log:
    """Write a line into the log; it comes back with its id."""
    write_row(session, log)
    return log


def log_by_id(session: Session, athlete_id: int, log_id: int) -> Log | None:
    """An athlete's own line, deleted or not, and nobody else's."""
    return session.exec(select(Log).where(Log.id == log_id, Log.athlete_id == athlete_id)).one_or_none()


def logs_between(session: Session, athlete_id: int, first: dt.date, last: dt.date) -> list[Log]:
    """The lines of the days from ``first`` to ``last``, both included, oldest first."""
    return _BETWEEN.known(session, Log, athlete=athlete_id, first=first, last=last)


def runs_from(session: Session, athlete_id: int, metres: int) -> list[Log]:
    """What was logged of so many metres or more."""
    return list(session.exec(_lines(athlete_id).where(col(Log.distance_m) >= metres)))


def logs_of_saying(session: Session, saying_id: int) -> list[Log]:
    """The lines that were read from one message, in its order."""
    lines = select(Log).where(Log.saying_id == saying_id, col(Log.deleted_at).is_(None))
    return list(session.exec(lines.order_by(col(Log.id))))


def logs_ever_of_saying(session: Session, saying_id: int) -> list[Log]:
    """The lines that were ever read from one message, also those that were deleted, in order."""
    return list(session.exec(select(Log).where(Log.saying_id == saying_id).order_by(col(Log.id))))


def logs_merged_into(session: Session, log: Log) -> list[Log]:
    """The deleted lines of a line's day that say they were merged into another, oldest first."""
    lines = select(Log).where(Log.athlete_id == log.athlete_id, Log.date == log.date, col(Log.deleted_at).is_not(None))
    return [one for one in session.exec(lines.order_by(col(Log.id))) if one.before is not None]


def logged_since(session: Session, athlete_id: int, moment: dt.datetime) -> Log | None:
    """The line that was written last since a moment, whatever day it tells of; not a check-in."""
    lines = select(Log).where(Log.athlete_id == athlete_id, col(Log.deleted_at).is_(None))
    fresh = lines.where(col(Log.created_at) >= moment, col(Log.status).is_not(None))
    return session.exec(fresh.order_by(col(Log.id).desc()).limit(1)).first()


def all_logged_since(session: Session, athlete_id: int, moment: dt.datetime) -> list[Log]:
    """The lines that were written since a moment, in that order, whatever days they tell of; not check-ins."""
    return _SINCE.known(session, Log, athlete=athlete_id, moment=moment)


def logs_of_prompt(session: Session, prompt_id: int) -> list[Log]:
    """Every line that answered a prompt, oldest first (a day may hold a run and strength)."""
    lines = select(Log).where(Log.prompt_id == prompt_id, col(Log.deleted_at).is_(None))
    return list(session.exec(lines.order_by(col(Log.id))))


def browse_logs(
    session: Session,
    athlete_id: int,
    *,
    kinds: Collection[str] | None = None,
    days: tuple[dt.date, dt.date] | None = None,
    before_id: int | None = None,
    limit: int = 5,
) -> list[Log]:
    """A page of the log, newest day first; the next page comes ``before_id``, the last line of this one.

    Only of some kinds, or of the days between two (both included), where they are given.
    """
    lines = _lines(athlete_id)
    if kinds is not None:
        lines = lines.where(col(Log.kind).in_(sorted(kinds)))
    if days is not None:
        lines = lines.where(col(Log.date) >= days[0], col(Log.date) <= days[1])
    before = None if before_id is None else log_by_id(session, athlete_id, before_id)
    if before is not None:
        lines = lines.where(tuple_(col(Log.date), col(Log.id)) < tuple_(before.date, before.id))
    return list(session.exec(lines.order_by(col(Log.date).desc(), col(Log.id).desc()).limit(limit)))


def delete_log(session: Session, log: Log, now: dt.datetime) -> None:
    """Take a line out of the log; it can be restored."""
    log.deleted_at = now
    session.add(log)
    session.flush()


def log_deleted_at(session: Session, athlete_id: int, moment: dt.datetime) -> Log | None:
    """The line that was taken out at a moment, where it was not put back since."""
    gone = select(Log).where(Log.athlete_id == athlete_id, col(Log.deleted_at) == moment)
    return session.exec(gone.order_by(col(Log.id).desc()).limit(1)).first()


def restore_log(session: Session, log: Log) -> None:
    """Put a deleted line back."""
    log.deleted_at = None
    session.add(log)
    session.flush()


def _lines(athlete_id: int) -> SelectOfScalar[Log]:
    return select(Log).where(Log.athlete_id == athlete_id, col(Log.deleted_at).is_(None))


def _entry(
    line: Any,  # noqa: ANN401 — a row or a ``Log``: both have the same names
    low_high: Sequence[int] | None,
    symptoms: Sequence[str],
    exercises: Sequence[Json],
) -> Entry:
    return Entry(
        date=line.date,
        kind=None if line.kind is None else SessionKind(line.kind),
        status=None if line.status is None else Status(line.status),
        minutes=line.minutes,
        distance_m=None if line.distance_m is None else Metres(line.distance_m),
        rpe=line.rpe,
        target_rpe=None if low_high is None else (low_high[0], low_high[1]),
        longest_run_s=None if line.longest_run_s is None else Seconds(line.longest_run_s),
        pain=None if line.pain_level is None else Pain(line.pain_area or "", line.pain_level),
        symptoms=tuple(symptoms),
        reason=None if line.reason is None else Reason(line.reason),
        planned=line.planned,
        exercises=tuple(_sets(done) for done in exercises),
    )


def _sets(done: Json) -> SetsDone:
    """Sets as words or a guided session wrote them; words name no rung and no feeling."""
    seconds, felt, sets = done.get("seconds"), done.get("felt"), done.get("sets")
    return SetsDone(
        exercise=str(done["exercise"]),
        sets=1 if sets is None else sets,
        reps=done.get("reps"),
        seconds=None if seconds is None else Seconds(seconds),
        load_kg=done.get("load_kg"),
        rung=done.get("rung"),
        felt=None if felt is None else Felt(felt),
    )
