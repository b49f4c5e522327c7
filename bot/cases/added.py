"""A figure that was left out, told right after its log: ``hr 152``. It goes with that log and makes none of its own."""

from dataclasses import replace

from bot.cases.amend import finish
from bot.cases.correcting import write_into
from bot.cases.restoring import as_if_always
from bot.desk import Desk
from bot.incoming import Heard
from bot.refs import OPEN_FOR, lately_about
from coach.history import Status
from coach.reading import LogEntry, Reading
from coach.session import RUN_KINDS
from storage.logs import all_logged_since, log_by_id, logs_of_saying
from storage.tables import Log


def add_pulse(desk: Desk, heard: Heard, reading: Reading) -> bool:
    """Write a heart rate, and an effort beside it, into the activity told last; false without one, or for more words.

    Of several activities of one message it is the run's, where only one of them can be meant.
    """
    entry = _only_pulse(reading, desk)
    log = None if entry is None or heard.edited or heard.reply_to else _meant(desk)
    if entry is None or log is None:
        return False
    told = {"avg_hr": entry.avg_hr} | ({} if entry.rpe is None else {"rpe": entry.rpe})
    with as_if_always(desk, added=entry.rpe is None or log.rpe is None):
        write_into(desk, log, **told)
        finish(desk, log)
    return True


def _only_pulse(reading: Reading, desk: Desk) -> LogEntry | None:
    """The entry of words that tell a heart rate of today and no activity."""
    if len(reading.entries) != 1 or reading.question is not None or reading.measurements or reading.pain:
        return None
    entry = reading.entries[0]
    if entry.avg_hr is None:
        return None
    bare = LogEntry(Status.DONE, None, desk.today, rpe=entry.rpe, avg_hr=entry.avg_hr)
    return entry if replace(entry, note=None) == bare else None


def _meant(desk: Desk) -> Log | None:
    """The activity of our newest card, else the one told last within reach; a run before what came with it."""
    newest = lately_about(desk)
    log = log_by_id(desk.session, desk.athlete_id, newest.id) if newest is not None and newest.kind == "log" else None
    if log is None or not _is_done(log):
        lately = all_logged_since(desk.session, desk.athlete_id, desk.now - OPEN_FOR)
        log = next((one for one in reversed(lately) if _is_done(one)), None)
    if log is None or log.saying_id is None:
        return log
    together = [one for one in logs_of_saying(desk.session, log.saying_id) if _is_done(one) and one.avg_hr is None]
    return next((one for one in together if one.kind in RUN_KINDS), log)


def _is_done(log: Log) -> bool:
    """Whether something was done, which a heart rate can be of: no check-in, and nothing skipped or taken out."""
    return log.status in {Status.DONE, Status.PARTIAL} and log.deleted_at is None
