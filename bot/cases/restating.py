"""Words that put right what the last words said: ``no i mean 4.8 miles``, ``actually it was yesterday``.

They correct the log that was made last, and make no second one.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from bot.cases.amend import finish, overwrite
from bot.cases.binding import UNPLANNED, activity_of
from bot.cases.correcting import correct
from bot.cases.measuring import keep_told
from bot.conversations.amount import units_of
from bot.desk import Desk
from bot.refs import about
from bot.screens import Screen
from coach.reader.corrections import Correction, correction_in
from coach.reader.truth import doubt
from coach.reading import LogEntry, Reading
from coach.units import Metres, Seconds
from storage.logs import log_by_id, logged_since, logs_of_saying
from storage.measurements import delete_measurement, measured_since
from storage.tables import Log, Saying

REACH = dt.timedelta(hours=3)
"""How long what was logged last can be put right without saying which log is meant."""


def restate(desk: Desk, ref: str | None, saying: Saying) -> bool:
    """Correct what the words before said; false where these words are no correction, or nothing was said lately."""
    logs = _told_last(desk, ref)
    for activity in dict.fromkeys([*(activity_of(log) for log in logs[-1:]), None]):
        correction = correction_in(saying.text, desk.today, units_of(desk.owner), activity)
        if correction is not None and correction.reading.question is None:
            return _put_right(desk, logs, correction) or _measured_anew(desk, correction.reading, saying)
    return False


def _told_last(desk: Desk, ref: str | None) -> list[Log]:
    """The logs of the card replied to, else of the message that was logged last."""
    meant = about(ref)
    if meant is not None:
        log = log_by_id(desk.session, desk.athlete_id, meant.id) if meant.kind == "log" else None
    else:
        log = logged_since(desk.session, desk.athlete_id, desk.now - REACH)
    if log is None or log.status is None or log.deleted_at is not None:
        return []
    return [log] if log.saying_id is None or meant is not None else logs_of_saying(desk.session, log.saying_id)


def _put_right(desk: Desk, logs: Sequence[Log], correction: Correction) -> bool:
    entries = correction.reading.entries
    if len(entries) != 1 or not logs:
        return False
    log = _meant(logs, entries[0])
    question = doubt((_as_it_would_be(log, entries[0]),), {}, [], desk.today)
    if question is not None:
        desk.say(Screen(desk.words("hear.doubt", question=question)))
        return True
    correct(desk, log, partial(_rewrite, log, entries[0], dated=correction.dated))
    finish(desk, log)
    return True


def _as_it_would_be(log: Log, entry: LogEntry) -> LogEntry:
    """What the log would say once it is put right, of the figures that somebody stated."""
    stated = log.stated or ()
    metres = Metres(log.distance_m) if log.distance_m and "distance" in stated else None
    seconds = Seconds(round(log.minutes * 60)) if log.minutes and "minutes" in stated else None
    return replace(
        entry,
        kind=entry.kind or activity_of(log),
        distance_m=entry.distance_m if entry.distance_m is not None else metres,
        duration_s=entry.duration_s if entry.duration_s is not None else seconds,
    )


def _rewrite(log: Log, entry: LogEntry, *, dated: bool) -> None:
    overwrite(log, entry, dated=dated)
    if entry.kind is not None and entry.kind is not activity_of(log):
        log.activity, log.kind = entry.kind, UNPLANNED[entry.kind]


def _meant(logs: Sequence[Log], entry: LogEntry) -> Log:
    """Of several logs of one message the one of that kind, else the one whose figure is nearest."""
    named = [log for log in logs if entry.kind is not None and activity_of(log) is entry.kind]
    return min(named or logs, key=lambda log: _distance(log, entry))


def _distance(log: Log, entry: LogEntry) -> float:
    """How far a log's figures are from those of a correction, as a share; 10 where it has none to compare."""
    minutes = None if entry.duration_s is None else entry.duration_s / 60
    pairs = [(log.distance_m, entry.distance_m), (log.minutes, minutes)]
    shares = [abs(old - new) / new for old, new in pairs if old and new]
    return min(shares, default=10.0)


def _measured_anew(desk: Desk, reading: Reading, saying: Saying) -> bool:
    """A measurement just told takes the new figure; without one to put right the words are read as they stand."""
    rows = [
        row
        for row in measured_since(desk.session, desk.athlete_id, desk.now - REACH)
        if row.kind in reading.measurements
    ]
    if not rows:
        return False
    for row in rows:
        delete_measurement(desk.session, row, desk.now)
    keep_told(desk, reading, saying.text, saying.id)
    return True
