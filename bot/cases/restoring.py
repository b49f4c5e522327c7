"""A log is deleted, or brought back: the plan becomes what it would be if it had always been so.

Planning again does most of it. Two things were kept while the log stood otherwise, and are worked out anew: what was
told for today, and the weeks that were first sent in its light. Days gone by stay as they were told (C7).
"""

import datetime as dt
from dataclasses import replace

from bot.cases.plans import adapt, sessions_told
from bot.cases.training import Training, monday_of, training_at, training_of
from bot.desk import Desk
from coach.history import Entry
from coach.phrases import phrase
from coach.plan import Week
from coach.session import Session
from storage.logs import delete_log, entry_of, history_of, restore_log
from storage.plans import keep_week
from storage.tables import Log

WEEK = dt.timedelta(days=7)
DAY = dt.timedelta(days=1)


def take_out(desk: Desk, log: Log) -> tuple[Session, ...]:
    """Take a log out, with what was kept in its light; gives what the athlete was told until now."""
    told, entry = tuple(sessions_told(desk, training_of(desk))), entry_of(log)
    delete_log(desk.session, log, desk.now)
    history = history_of(desk.session, desk.athlete_id)
    _work_out_anew(desk, log, history, _with(history, entry))
    return told


def put_back_in(desk: Desk, log: Log) -> tuple[Session, ...]:
    """Bring a log back, likewise."""
    told = tuple(sessions_told(desk, training_of(desk)))
    before = history_of(desk.session, desk.athlete_id)
    restore_log(desk.session, log)
    _work_out_anew(desk, log, history_of(desk.session, desk.athlete_id), before)
    return told


def replan(desk: Desk, told: tuple[Session, ...], *, gone: bool) -> None:
    """Tell what that changes in the plan."""
    adapt(desk, told=told, why=phrase("change.why.deleted" if gone else "change.why.restored"))


def _with(history: tuple[Entry, ...], entry: Entry) -> tuple[Entry, ...]:
    return tuple(sorted((*history, entry), key=lambda each: each.date))


def _work_out_anew(desk: Desk, log: Log, history: tuple[Entry, ...], before: tuple[Entry, ...]) -> None:
    """What is kept of this week and the coming ones, where it follows from the difference of two histories."""
    training = training_of(desk)
    for sent in training.sent:
        if sent.start + WEEK > desk.today:
            _send_anew(desk, training, sent.start, history, before)
    planned, other = _planned_before(desk, history), _planned_before(desk, before)
    if log.date == desk.today or planned != other:
        _tell_today_anew(desk, planned, history)


def _send_anew(
    desk: Desk, training: Training, start: dt.date, history: tuple[Entry, ...], before: tuple[Entry, ...]
) -> None:
    """A week as it would have been sent at first, where the log made a difference then."""
    day = min(desk.today, start - DAY)
    if day < training.profile.start_date:
        return
    week, other = (_first_sent(desk, start, day, each) for each in (history, before))
    shown = training.shown(start)
    if week is None or other is None or shown is None or week.sessions == other.sessions:
        return
    keep_week(desk.session, desk.athlete_id, week, desk.now, anew=True)
    gone = [session for session in shown.sessions if session.date < desk.today]
    ahead = [session for session in week.sessions if session.date >= desk.today]
    keep_week(desk.session, desk.athlete_id, replace(week, sessions=(*gone, *ahead)), desk.now)


def _first_sent(desk: Desk, start: dt.date, day: dt.date, history: tuple[Entry, ...]) -> Week | None:
    """The week that would have been sent on a day with a history."""
    known = tuple(entry for entry in history if entry.date <= day)
    training = training_at(desk, day, known, until=start)
    return training.whole_week(start).as_week() if training.week_at(start) is not None else None


def _planned_before(desk: Desk, history: tuple[Entry, ...]) -> tuple[Session, ...]:
    """What was planned for today before anything happened today; on the first day as it was first sent."""
    known, monday, yesterday = training_of(desk), monday_of(desk.today), desk.today - DAY
    if yesterday < known.profile.start_date:
        first = next((sent.week.sessions for sent in known.sent if sent.start == monday), ())
        return tuple(session for session in first if session.date == desk.today)
    until_then = tuple(entry for entry in history if entry.date < desk.today)
    return training_at(desk, yesterday, until_then, until=monday + WEEK).sessions_on(desk.today)


def _tell_today_anew(desk: Desk, planned: tuple[Session, ...], history: tuple[Entry, ...]) -> None:
    """Today as it was to be; what is logged already stays as it was told."""
    shown = training_of(desk).shown(monday_of(desk.today))
    if shown is None:
        return
    logged = {entry.kind for entry in history if entry.date == desk.today}
    kept = [session for session in shown.sessions if session.date != desk.today or session.kind in logged]
    come = [session for session in planned if session.kind not in logged]
    sessions = tuple(sorted((*kept, *come), key=lambda session: session.date))
    if sessions != shown.sessions:
        keep_week(desk.session, desk.athlete_id, replace(shown, sessions=sessions), desk.now)
