"""A figure that was left out, told right after its log: ``hr 152``, ``in 1:58``; it makes no log of its own."""

import datetime as dt
import re
from dataclasses import replace
from functools import partial
from typing import Final

from bot.cases.amend import finish, overwrite
from bot.cases.binding import activity_of
from bot.cases.correcting import correct, write_into
from bot.cases.restoring import as_if_always
from bot.desk import Desk
from bot.incoming import Heard
from bot.refs import OPEN_FOR, lately_about
from coach.history import Status
from coach.reader.truth import doubt
from coach.reading import Activity, LogEntry, Reading
from coach.session import RUN_KINDS
from coach.units import Metres, Seconds
from storage.logs import all_logged_since, log_by_id, logs_of_saying
from storage.tables import Log

AT_ONCE: Final = dt.timedelta(hours=1)
"""How long after its log a time or a distance alone is what was left out of it."""
_MORE: Final = re.compile(r"\b(?:another|more|again|also|too|plus|then|second|extra|and|later|earlier)\b")
_LENGTH: Final = re.compile(r"\W*(?:(?:about|around|roughly|approx|ca) )?[\d.,]+ ?(?:k|kms?|mi|miles?)\W*")
_MINUTES: Final = re.compile(r"(?:done |did it )?in (?:about |around |roughly )?(?P<minutes>\d{2,3})[.!]?")
"""*In 55*, which is nothing by itself, and beside a distance its minutes."""
_OF_NO_DISTANCE: Final = frozenset({Activity.STRENGTH, Activity.OTHER})
_FIGURES: Final = ("distance_m", "duration_s")


def add_missing(desk: Desk, heard: Heard, reading: Reading) -> bool:
    """Write the time or the distance that the log of our newest card lacks; false for more words, or for none.

    *Half marathon*, and then *in 1:58*, is one run.
    """
    entry = None if heard.edited or heard.reply_to or _MORE.search(heard.text.lower()) else _only_figure(reading, desk)
    newest = None if entry is None else lately_about(desk)
    log = log_by_id(desk.session, desk.athlete_id, newest.id) if newest is not None and newest.kind == "log" else None
    if entry is None or log is None or not _lacks(log, entry, desk) or _is_doubtful(log, entry, desk.today):
        return False
    with as_if_always(desk):
        correct(desk, log, partial(overwrite, log, entry, dated=False))
        finish(desk, log)
    return True


def _only_figure(reading: Reading, desk: Desk) -> LogEntry | None:
    """The entry of words that tell how far or how long, today, and nothing else but an effort."""
    minutes = None if reading.entries else _MINUTES.fullmatch(reading.text.strip().lower())
    if minutes is not None:
        return LogEntry(Status.DONE, None, desk.today, duration_s=Seconds(60 * int(minutes["minutes"])))
    if len(reading.entries) != 1 or reading.question is not None or reading.measurements or reading.pain:
        return None
    entry = reading.entries[0]
    if (entry.distance_m is None) == (entry.duration_s is None):
        return None
    if _LENGTH.fullmatch(reading.text.lower()):
        entry = replace(entry, kind=None)  # *6.5k* says nothing of its own but how far
    told = {name: getattr(entry, name) for name in (*_FIGURES, "rpe")}
    return entry if entry == LogEntry(Status.DONE, None, desk.today, **told) else None


def _lacks(log: Log, entry: LogEntry, desk: Desk) -> bool:
    """Whether a log of today, just made in words, was told with the other figure and without this one."""
    if not _is_done(log) or log.date != desk.today or log.track is not None or desk.now - log.created_at > AT_ONCE:
        return False
    lacking, other = ("distance", "minutes") if entry.duration_s is None else ("minutes", "distance")
    if log.stated is None or lacking in log.stated:
        return False
    if lacking == "distance" and activity_of(log) in _OF_NO_DISTANCE:
        return False  # *5k* after the squats is a run
    return other in log.stated or (log.kind is not None and (lacking == "minutes" or log.kind in RUN_KINDS))


def _is_doubtful(log: Log, entry: LogEntry, today: dt.date) -> bool:
    """Whether both figures together cannot be true."""
    metres = Metres(log.distance_m) if log.distance_m and "distance" in (log.stated or ()) else None
    seconds = Seconds(round(log.minutes * 60)) if log.minutes and "minutes" in (log.stated or ()) else None
    whole = replace(
        entry,
        kind=activity_of(log),
        distance_m=entry.distance_m or metres,
        duration_s=entry.duration_s or seconds,
    )
    return doubt((whole,), {}, [], today) is not None


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
