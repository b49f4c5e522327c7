"""Correcting a log: what depends on the corrected figures is worked out anew, as if it had always been so.

What stood there before is kept in the row, so that *undo* can put it back.
"""

import datetime as dt
from collections.abc import Callable, Collection
from typing import Any

from bot.cases.binding import KINDS_OF, UNPLANNED, bind, open_sessions
from bot.cases.cards import session_of
from bot.cases.restoring import as_if_always, set_aside
from bot.cases.training import training_of
from bot.desk import Desk
from coach.history import Status
from coach.reading import Activity
from coach.session import RUN_KINDS, Session, SessionKind
from coach.stretches import expected_m
from storage.logs import history_of, logs_between, restore_log
from storage.sayings import saying_by_id
from storage.tables import Log

CORRECTABLE = (
    "date", "kind", "activity", "status", "minutes", "distance_m", "stated", "rpe", "target_rpe", "longest_run_s",
    "avg_hr", "pain_area", "pain_level", "exercises", "reason", "note", "planned", "session_date",
    "started_at", "track",
)  # fmt: skip
"""The fields of a log that a correction or a file may change, by hand or in consequence."""
_DATES = {"date": dt.date, "session_date": dt.date, "started_at": dt.datetime}
LATELY = 14
"""Days back in which a log that was just corrected is looked for."""


def correct(desk: Desk, log: Log, change: Callable[[], None]) -> None:
    """Let ``change`` write into a log, then bind it to the session that it would have been bound to at first.

    What was only taken over from the plan, or estimated from the minutes, is so again, unless ``change`` states it.
    Whatever ``change`` raises goes on, with the log as it was. What follows for the plan is told at the end of
    ``as_if_always``, which goes round whatever shows the log.
    """
    with as_if_always(desk):
        _correct(desk, log, change)


def _correct(desk: Desk, log: Log, change: Callable[[], None]) -> None:
    session = session_of(desk, log)
    before, distance = (log.date, log.kind, log.activity), log.distance_m
    assumed, estimated = _is_assumed(desk, log, session), _is_estimated(log, session)
    known, history = facts_of(desk, log), history_of(desk.session, desk.athlete_id)
    change()
    stated = log.stated or ()
    if assumed and "minutes" not in stated:
        log.minutes = None
    if (assumed or estimated) and log.distance_m == distance and "distance" not in stated:
        log.distance_m = None
    if (log.date, log.kind, log.activity) != before:
        set_aside(desk, [log], history)
        session = _session_for(desk, log)
        restore_log(desk.session, log)
    _bind_anew(log, session)
    log.before = known
    desk.session.add(log)
    desk.session.flush()


def bind_anew(desk: Desk, log: Log) -> None:
    """Bind an unplanned log to a session that has come to its day since; without one it stays as it is."""
    session = _session_for(desk, log)
    if session is not None:
        _bind_anew(log, session)
        desk.session.add(log)
        desk.session.flush()


def write_into(desk: Desk, log: Log, **fields: object) -> None:
    """Write fields into a log on which nothing else depends, such as its effort; *undo* takes it back."""
    known = facts_of(desk, log)
    with as_if_always(desk):
        for name, value in fields.items():
            setattr(log, name, value)
        log.before = known
        desk.session.add(log)
        desk.session.flush()


def facts_of(desk: Desk, log: Log) -> dict[str, Any]:
    """What a correction may change, as it stands now, and the moment."""
    values = {name: getattr(log, name) for name in CORRECTABLE}
    dated = {name: values[name].isoformat() for name in _DATES if values[name] is not None}
    return {**values, **dated, "at": desk.now.isoformat()}


def corrected_at(log: Log) -> dt.datetime | None:
    """The moment of a log's last correction that can be taken back."""
    return dt.datetime.fromisoformat(log.before["at"]) if log.before and "at" in log.before else None


def corrected_last(desk: Desk, since: dt.datetime) -> Log | None:
    """The log that was corrected last, if that was after a moment."""
    logs = logs_between(desk.session, desk.athlete_id, desk.today - dt.timedelta(days=LATELY), desk.today)
    moments = [(at, log.id or 0, log) for log in logs if (at := corrected_at(log)) is not None and at >= since]
    return max(moments, default=(None, 0, None))[2]


def put_back(desk: Desk, log: Log) -> None:
    """Take a log's last correction back: every field as it was."""
    with as_if_always(desk):
        for name, value in (log.before or {}).items():
            if name in CORRECTABLE:
                setattr(log, name, _DATES[name].fromisoformat(value) if name in _DATES and value else value)
        log.before = None
        desk.session.add(log)
        desk.session.flush()


def _is_assumed(desk: Desk, log: Log, session: Session | None) -> bool:
    """Whether “done” was all that anybody said, and the figures are the plan's."""
    if session is None or log.status != Status.DONE or log.track is not None or log.exercises:
        return False
    if log.stated is not None:
        return not {"minutes", "distance"} & set(log.stated) and log.minutes is not None
    saying = saying_by_id(desk.session, log.athlete_id, log.saying_id) if log.saying_id else None
    told = saying.reading["entries"] if saying is not None and saying.reading is not None else ()
    if any(entry["minutes"] or entry["distance_m"] for entry in told):
        return False
    return (log.minutes, log.distance_m) == (session.minutes, session.distance_m)


def _is_estimated(log: Log, session: Session | None) -> bool:
    """Whether the distance is the one expected in the minutes, which nobody measured."""
    if session is None or log.minutes is None or log.track is not None:
        return False
    if log.stated is not None and "distance" in log.stated:
        return False
    return log.distance_m == expected_m(session, log.minutes)


def _session_for(desk: Desk, log: Log) -> Session | None:
    """The planned session of the log's day that it can be, where no other log has taken it."""
    others = [one for one in logs_between(desk.session, desk.athlete_id, log.date, log.date) if one.id != log.id]
    waiting = open_sessions(training_of(desk), log.date, others)
    exact = [session for session in waiting if session.kind == log.kind]
    kinds = _kinds_of(log)
    return next(iter(exact), None) or next((session for session in waiting if session.kind in kinds), None)


def _kinds_of(log: Log) -> Collection[SessionKind]:
    """The kinds of session that the log's activity may be; any run for a run."""
    if log.activity is not None:
        return KINDS_OF[Activity(log.activity)]
    return RUN_KINDS if log.kind in RUN_KINDS else ()


def _bind_anew(log: Log, session: Session | None) -> None:
    log.longest_run_s = None
    if session is not None:
        bind(log, session)
        return
    log.planned, log.session_date, log.target_rpe = False, None, None
    if log.activity is not None:
        log.kind = UNPLANNED[Activity(log.activity)]
