"""A session that was left out and then done after all: *skip*, and an hour later *done*.

The log that said it was skipped says then that it was done; two of one session would contradict each other.
"""

from bot.cases.amend import finish, overwrite
from bot.cases.binding import pick
from bot.cases.cards import session_of
from bot.cases.correcting import correct
from bot.cases.restoring import as_if_always
from bot.desk import Desk
from coach.history import Status
from coach.reading import LogEntry
from coach.session import Session
from storage.logs import logs_between
from storage.tables import Log, Saying


def skipped_before(desk: Desk, entry: LogEntry, session: Session | None) -> Log | None:
    """The log of the session that words tell of, where it said that this was left out; else ``None``.

    ``session`` is the one that the words are bound to; without one it is looked for among those left out that day.
    """
    day = entry.date if session is None else session.date
    left = {
        found: log
        for log in logs_between(desk.session, desk.athlete_id, day, day)
        if log.status == Status.SKIPPED and log.planned and (found := session_of(desk, log)) is not None
    }
    meant = pick(entry, list(left)) if session is None else session
    return next((log for found, log in left.items() if meant is not None and found.kind is meant.kind), None)


def take_up(desk: Desk, log: Log, entry: LogEntry, saying: Saying) -> None:
    """Let a log that said a session was left out say what was done of it, by the words told last."""

    def change() -> None:
        log.status, log.reason, log.saying_id = entry.status, None, saying.id
        overwrite(log, entry, dated=False)

    with as_if_always(desk):
        correct(desk, log, change)
        finish(desk, log)
