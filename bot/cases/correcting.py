"""Correcting a log: what depends on the corrected figures is worked out anew, as if it had always been so."""

from collections.abc import Callable, Collection

from bot.cases.binding import KINDS_OF, UNPLANNED, bind, open_sessions
from bot.cases.cards import session_of
from bot.cases.training import training_of
from bot.desk import Desk
from coach.history import Status
from coach.reading import Activity
from coach.session import RUN_KINDS, Session, SessionKind
from coach.stretches import expected_m
from storage.logs import logs_between
from storage.sayings import saying_by_id
from storage.tables import Log


def correct(desk: Desk, log: Log, change: Callable[[], None]) -> None:
    """Let ``change`` write into a log, then bind it to the session that it would have been bound to at first.

    What was only taken over from the plan, or estimated from the minutes, is so again. Whatever ``change`` raises goes
    on, with the log as it was.
    """
    session = session_of(desk, log)
    before = (log.date, log.kind, log.activity)
    figures = (log.minutes, log.distance_m)
    assumed, estimated = _is_assumed(desk, log, session), _is_estimated(log, session)
    change()
    if assumed and (log.minutes, log.distance_m) == figures:
        log.minutes = log.distance_m = None
    if estimated and log.distance_m == figures[1]:
        log.distance_m = None
    if (log.date, log.kind, log.activity) != before:
        session = _session_for(desk, log)
    _bind_anew(log, session)
    desk.session.add(log)
    desk.session.flush()


def _is_assumed(desk: Desk, log: Log, session: Session | None) -> bool:
    """Whether “done” was all that anybody said, and the figures are the plan's."""
    if session is None or log.status != Status.DONE or log.track is not None or log.exercises:
        return False
    saying = saying_by_id(desk.session, log.athlete_id, log.saying_id) if log.saying_id else None
    told = saying.reading["entries"] if saying is not None and saying.reading is not None else ()
    if any(entry["minutes"] or entry["distance_m"] for entry in told):
        return False
    return (log.minutes, log.distance_m) == (session.minutes, session.distance_m)


def _is_estimated(log: Log, session: Session | None) -> bool:
    """Whether the distance is the one expected in the minutes, which nobody measured."""
    return session is not None and log.minutes is not None and log.distance_m == expected_m(session, log.minutes)


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
