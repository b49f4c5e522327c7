"""A log is told late, deleted, brought back or put right: the plan becomes what it would be had it always been so.

Planning again does most of it. Two things were kept while the log stood otherwise, and are worked out anew: what was
told for today, and the weeks that were first sent in its light. Days gone by stay as they were told (C7).
"""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace

from bot.cases.plans import Righted, adapt, sessions_told
from bot.cases.training import Training, monday_of, training_at, training_of
from bot.desk import Desk, Righting
from coach.history import Entry
from coach.phrases import phrase
from coach.plan import Week
from coach.session import Session, SessionKind
from storage.logs import delete_log, entry_of, history_of, logs_between, restore_log
from storage.plans import Sent, keep_week
from storage.prompts import latest_prompt
from storage.tables import Log

DELETED, BROUGHT_BACK, CORRECTED, TOLD_LATE = "given_back", "brought_back", "corrected", "told_late"
"""What changes go by after a log was deleted, brought back, put right or told late; they are taken back with that."""
WEEK = dt.timedelta(days=7)
DAY = dt.timedelta(days=1)


@contextmanager
def as_if_always(desk: Desk, *, added: bool = False, why: str = "change.why.corrected") -> Iterator[None]:
    """Put logs right: what is done to them within counts as if it had been so from the start.

    One receipt tells all that it changes in the plan, at the end. Where something was only ``added`` that nobody had
    said before, it goes by the reasons of any log; ``why`` is the reason otherwise.
    """
    if desk.righting is not None:
        yield
        return
    before = training_of(desk)
    told = tuple(sessions_told(desk, before))
    with _righting(desk, before) as righting:
        yield
    history = history_of(desk.session, desk.athlete_id)
    if added and righting.history is before.history and before.stands_felt(history):
        return
    _work_out_anew(desk, history, righting.history)
    changed = _changed(history, before.history)
    if changed or righting.replans:
        cause = max((entry.date for entry in changed), default=desk.today)
        righted = None if added else Righted(CORRECTED, phrase(why), cause, before)
        adapt(desk, told=told, righted=righted)


@contextmanager
def as_if_told_then(desk: Desk, days: Collection[dt.date], new: Collection[Log] = ()) -> Iterator[None]:
    """Log what was done on some days: what is told of a day gone by counts as if it had been told then.

    One receipt tells what that changes, at the end. Logs that are stored already and were not planned for yet are
    ``new``. Of today alone nothing is late, and each log is told of by itself.
    """
    if desk.righting is not None or all(day >= desk.today for day in days):
        yield
        return
    before = _without(training_of(desk), new)
    told = tuple(sessions_told(desk, before))
    with _righting(desk, before) as righting:
        yield
    then = _known_then(desk.today, history_of(desk.session, desk.athlete_id), righting.history)
    _work_out_anew(desk, then, righting.history)
    late = max((entry.date for entry in _changed(then, before.history)), default=None)
    righted = None if late is None else Righted(TOLD_LATE, phrase("change.why.told_late"), late, before)
    adapt(desk, told=told, righted=righted)


@contextmanager
def _righting(desk: Desk, before: Training) -> Iterator[Righting]:
    """While something is put right, the plan waits."""
    righting = desk.righting = Righting(before.history)
    try:
        yield righting
    finally:
        desk.righting = None


def _without(training: Training, logs: Collection[Log]) -> Training:
    """The training before some logs were stored."""
    history = list(training.history)
    for log in logs:
        history.remove(entry_of(log))
    return replace(training, history=tuple(history))


def _known_then(today: dt.date, now: tuple[Entry, ...], before: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The history with what is told late, and without what was told of today at the same time."""
    return (*(entry for entry in now if entry.date < today), *(entry for entry in before if entry.date >= today))


def set_aside(desk: Desk, logs: Collection[Log], before: tuple[Entry, ...] | None = None) -> None:
    """Take logs out, with what was kept in their light; ``before`` is the history with them, if they changed since."""
    before = history_of(desk.session, desk.athlete_id) if before is None else before
    for log in logs:
        delete_log(desk.session, log, desk.now)
    history = history_of(desk.session, desk.athlete_id)
    _work_out_anew(desk, history, before)
    if desk.righting is not None:
        desk.righting.history = history


def take_out(desk: Desk, log: Log) -> tuple[Session, ...]:
    """Take a log out, with what was kept in its light; gives what the athlete was told until now."""
    told = tuple(sessions_told(desk, training_of(desk)))
    set_aside(desk, [log])
    return told


def put_back_in(desk: Desk, log: Log) -> tuple[Session, ...]:
    """Bring a log back, likewise."""
    told = tuple(sessions_told(desk, training_of(desk)))
    before = history_of(desk.session, desk.athlete_id)
    log.before = {**(log.before or {}), BROUGHT_BACK: desk.now.isoformat()}
    restore_log(desk.session, log)
    _work_out_anew(desk, history_of(desk.session, desk.athlete_id), before)
    return told


def brought_back_at(desk: Desk, moment: dt.datetime, day: dt.date) -> Log | None:
    """The log of a day that was brought back at a moment and still stands."""
    logs = logs_between(desk.session, desk.athlete_id, day, day)
    return next((log for log in logs if (log.before or {}).get(BROUGHT_BACK) == moment.isoformat()), None)


def replan(desk: Desk, log: Log, told: tuple[Session, ...], *, gone: bool) -> None:
    """Tell what that changes in the plan."""
    why = phrase("change.why.deleted" if gone else "change.why.restored")
    adapt(desk, told=told, righted=Righted(DELETED if gone else BROUGHT_BACK, why, log.date))


def _changed(history: tuple[Entry, ...], before: tuple[Entry, ...]) -> Collection[Entry]:
    """What is in one of two histories and not in the other."""
    now, then = Counter(history), Counter(before)
    return (*(now - then), *(then - now))


def _work_out_anew(desk: Desk, history: tuple[Entry, ...], before: tuple[Entry, ...]) -> None:
    """What is kept of this week and the coming ones, where it follows from the difference of two histories."""
    changed = _changed(history, before)
    if not changed:
        return
    training, first = training_of(desk), min(entry.date for entry in changed)
    for sent in training.sent:
        if sent.start + WEEK > desk.today:
            decide_anew(desk, sent)
        if sent.start + WEEK > desk.today and first <= _sent_on(desk, sent.start):
            _send_anew(desk, training, sent.start, history, before)
    planned = _planned_before(desk, history)
    today = any(entry.date == desk.today for entry in changed)
    if today or (first < desk.today and planned != _planned_before(desk, before)):
        _tell_today_anew(desk, planned)


def decide_anew(desk: Desk, sent: Sent, back: Collection[tuple[SessionKind, dt.date]] = ()) -> None:
    """The days of a week that lie ahead are decided on from what was first sent, as if nothing had been decided yet.

    Of the days up to today only the sessions that come ``back`` stand again as they were first sent.
    """
    gone = [each for each in sent.shown.sessions if each.date <= desk.today and (each.kind, each.date) not in back]
    first = [each for each in sent.week.sessions if each.date > desk.today or (each.kind, each.date) in back]
    sessions = tuple(sorted([*gone, *first], key=lambda session: session.date))
    keep_week(desk.session, desk.athlete_id, replace(sent.shown, sessions=sessions), desk.now)


def _sent_on(desk: Desk, start: dt.date) -> dt.date:
    """The day on which a week was sent: the one before it, or today where that is still to come."""
    return min(desk.today, start - DAY)


def _send_anew(
    desk: Desk, training: Training, start: dt.date, history: tuple[Entry, ...], before: tuple[Entry, ...]
) -> None:
    """A week as it would have been sent at first, where the log made a difference then."""
    day = _sent_on(desk, start)
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
    day = _looked_at(desk, until_then, known.profile.start_date)
    return training_at(desk, day, until_then, until=monday + WEEK).sessions_on(desk.today)


def _looked_at(desk: Desk, history: tuple[Entry, ...], start: dt.date) -> dt.date:
    """The last day before today on which today was planned: yesterday, but for who was told and told nothing since."""
    prompt = latest_prompt(desk.session, desk.athlete_id)
    prompted = start if prompt is None else max(start, prompt.local_date)
    silent = all(entry.date < prompted for entry in history)
    return min(prompted, desk.today - DAY) if silent else desk.today - DAY


def _tell_today_anew(desk: Desk, planned: tuple[Session, ...]) -> None:
    """Today as it was to be; what is logged already stays as it was told."""
    training = training_of(desk)
    shown = training.shown(monday_of(desk.today))
    if shown is None:
        return
    logged = {entry.kind for entry in training.history if entry.date == desk.today}
    kept = [session for session in shown.sessions if session.date != desk.today or session.kind in logged]
    come = [session for session in planned if session.kind not in logged]
    sessions = tuple(sorted((*kept, *come), key=lambda session: session.date))
    if sessions != shown.sessions:
        keep_week(desk.session, desk.athlete_id, replace(shown, sessions=sessions), desk.now)
