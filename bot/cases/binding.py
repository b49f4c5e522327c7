"""Binding: which planned session words or a tap belong to, and the log row made of them.

A reply to a prompt is that prompt's session, even days later; otherwise the planned session of that date and kind;
otherwise it stands for itself as unplanned.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict
from typing import Any

from bot.cases.training import Training
from bot.desk import Desk
from coach.history import Status
from coach.reading import Activity, LogEntry
from coach.session import FOOT_KINDS, RUN_KINDS, Session, SessionKind
from coach.stretches import expected_m, longest_run
from storage.rows import fill_row, new_row
from storage.tables import Log

KINDS_OF: dict[Activity, Collection[SessionKind]] = {
    Activity.RUN: RUN_KINDS,
    Activity.WALK: {SessionKind.RECOVERY_WALK},
    Activity.STRENGTH: {SessionKind.STRENGTH},
    Activity.CYCLING: {SessionKind.CROSS_TRAINING},
    Activity.SWIMMING: {SessionKind.CROSS_TRAINING},
    Activity.OTHER: {SessionKind.CROSS_TRAINING},
}
"""The session kinds that an activity may be."""
UNPLANNED: dict[Activity, SessionKind] = {
    Activity.RUN: SessionKind.EASY_RUN,
    Activity.WALK: SessionKind.RECOVERY_WALK,
    Activity.STRENGTH: SessionKind.STRENGTH,
    Activity.CYCLING: SessionKind.CROSS_TRAINING,
    Activity.SWIMMING: SessionKind.CROSS_TRAINING,
    Activity.OTHER: SessionKind.CROSS_TRAINING,
}
"""What an activity counts as when no session was planned."""


def pick(entry: LogEntry, candidates: Sequence[Session]) -> Session | None:
    """The session among the candidates that the words mean: of that kind, else the only one where none is named."""
    if entry.kind is None:
        feet = [session for session in candidates if session.kind in FOOT_KINDS]
        measured = entry.distance_m is not None
        return next(iter(feet if measured else candidates), None)
    kinds = KINDS_OF[entry.kind]
    return next((session for session in candidates if session.kind in kinds), None)


def open_sessions(training: Training, day: dt.date, logs: Sequence[Log]) -> list[Session]:
    """What is planned on a day and not logged yet."""
    return not_logged(training.shown_on(day), day, logs)


def not_logged(sessions: Iterable[Session], day: dt.date, logs: Iterable[Log]) -> list[Session]:
    """The sessions of a day that no log is bound to."""
    logged = {log.kind for log in logs if log.planned and (log.session_date or log.date) == day}
    return [session for session in sessions if session.kind not in logged]


def fill(log: Log, entry: LogEntry, session: Session | None) -> None:
    """Write what was understood into a row; what a finished session leaves unsaid is as planned."""
    fill_row(
        log,
        date=entry.date,
        status=entry.status,
        note=entry.note,
        reason=entry.reason,
        activity=entry.kind or (Activity.RUN if session is None and entry.distance_m is not None else None),
        kind=session.kind if session else _kind_alone(entry),
        minutes=round(entry.duration_s / 60, 2) if entry.duration_s else None,
        distance_m=entry.distance_m,
        rpe=entry.rpe,
        avg_hr=entry.avg_hr,
        pain_area=entry.pain.area if entry.pain else None,
        pain_level=entry.pain.level if entry.pain else None,
        exercises=[asdict(exercise) for exercise in entry.exercises],
        stated=stated_in(entry),
    )
    if session is not None:
        bind(log, session)


def stated_in(entry: LogEntry) -> list[str]:
    """Of ``distance`` and ``minutes`` those that the words say themselves."""
    told = {"distance": entry.distance_m and not entry.estimated, "minutes": entry.duration_s}
    return [figure for figure, said in told.items() if said]


def note_stated(log: Log, *figures: str) -> None:
    """Remember that somebody put in ``minutes`` or ``distance``: their word, even where the plan says the same."""
    if figures:
        fill_row(log, stated=sorted({*(log.stated or ()), *figures}))


def bind(log: Log, session: Session) -> None:
    """Tie a row to its session: its target, its date, and for a session done as planned its figures."""
    target = list(session.target.rpe)
    fill_row(log, planned=True, session_date=session.date, kind=session.kind, target_rpe=target)
    if log.status == Status.SKIPPED:
        return
    if log.status == Status.DONE and log.minutes is None and log.distance_m is None:
        fill_row(log, minutes=float(session.minutes), distance_m=session.distance_m)
    elif log.minutes is not None and log.distance_m is None:
        fill_row(log, distance_m=expected_m(session, log.minutes))
    fill_row(log, longest_run_s=_longest(log, session))


def new_log(desk: Desk, **fields: Any) -> Log:  # noqa: ANN401 — any field of the row, by its own name
    """An empty row of the desk's athlete, dated today unless told otherwise."""
    return new_row(
        Log, **{"athlete_id": desk.athlete_id, "date": desk.today, "created_at": desk.now, "stated": [], **fields}
    )


def _kind_alone(entry: LogEntry) -> SessionKind | None:
    if entry.kind is not None:
        return UNPLANNED[entry.kind]
    if entry.distance_m is not None:
        return SessionKind.EASY_RUN
    return None


def _longest(log: Log, session: Session) -> int | None:
    """A shorter outing than planned cannot hold more than its own minutes of running."""
    planned = longest_run(session)
    if planned is None or log.minutes is None:
        return planned
    if session.kind is not SessionKind.RUN_WALK:
        return round(log.minutes * 60)
    return min(planned, round(log.minutes * 60))


def activity_of(log: Log) -> Activity | None:
    """What a log tells of; ``None`` for a bare *done* and for a check-in."""
    if log.activity is not None:
        return Activity(log.activity)
    if log.kind in RUN_KINDS:
        return Activity.RUN
    return next((activity for activity, kinds in KINDS_OF.items() if log.kind in kinds), None)
