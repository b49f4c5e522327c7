"""Words that put right what the last words said: ``no i mean 4.8 miles``, ``actually it was yesterday``.

They correct the log that was made last, and make no second one.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from bot.cases.amend import finish, overwrite
from bot.cases.binding import UNPLANNED, activity_of
from bot.cases.correcting import correct
from bot.cases.measuring import keep_told, measure_anew
from bot.cases.restoring import as_if_always
from bot.cases.settings import unlearn_weight
from bot.cases.units import unit_spoken
from bot.conversations.amount import units_of
from bot.conversations.typed.readings import read_values
from bot.desk import Desk
from bot.refs import OPEN_FOR, about, lately_about
from bot.screens import Screen
from coach.profile import DistanceUnit
from coach.reader.corrections import Correction, correction_in, may_correct
from coach.reader.truth import doubt
from coach.reading import LogEntry, Reading
from coach.units import Metres, Seconds
from storage.logs import all_logged_since, log_by_id, logs_of_saying
from storage.measurements import delete_measurement, measured_since
from storage.sayings import saying_by_id
from storage.tables import Log, Measurement, Saying

ALIKE = 3.0
"""A bare figure so many times another, or less, may stand in its place: *170* for 70, but no *31:40* for a night."""


def restate(desk: Desk, ref: str | None, saying: Saying) -> bool:
    """Correct what the words before said; false where these words are no correction, or nothing was said lately.

    Words that were edited correct what was told before they were first said, and nothing that was told since.
    """
    day, units = desk.date_at(saying.said_at), units_of(desk.owner)
    if not may_correct(saying.text, day, units):
        return False
    logs, measured = _told_last(desk, ref, saying), _measured_last(desk, saying)
    if not logs and not measured:
        return False
    units = _unit_of(desk, logs) or units
    bare = bool(measured) and _is_newer(measured[-1], logs) and (about(ref) is None or not logs)
    for activity in dict.fromkeys([*(activity_of(log) for log in logs[-1:]), None]):
        correction = correction_in(saying.text, day, units, activity)
        if correction is None or correction.reading.question is not None:
            continue
        if bare and _as_measured(desk, measured, correction, saying):
            return True
        return _put_right(desk, ref, logs, correction, saying) or _measured_anew(
            desk, measured, correction.reading, saying
        )
    return False


def _unit_of(desk: Desk, logs: Sequence[Log]) -> DistanceUnit | None:
    """The unit that the log to put right was told in: *3 mi*, *no, it was 3.2*; *10k in 60*, *no, it was 9.5*."""
    if not logs or logs[-1].saying_id is None:
        return None
    saying = saying_by_id(desk.session, desk.athlete_id, logs[-1].saying_id)
    return unit_spoken(saying.text) if saying is not None else None


def _told_last(desk: Desk, ref: str | None, saying: Saying) -> list[Log]:
    """The logs of the card replied to, else of the card that stands last, else of the message logged last."""
    meant = about(ref)
    if meant is not None:
        log = log_by_id(desk.session, desk.athlete_id, meant.id) if meant.kind == "log" else None
    else:
        log = _carded(desk, saying) or next(reversed(_logged_lately(desk, saying)), None)
    if log is None or log.status is None or log.deleted_at is not None:
        return []
    return [log] if log.saying_id is None or meant is not None else logs_of_saying(desk.session, log.saying_id)


def _carded(desk: Desk, saying: Saying) -> Log | None:
    """The log whose card is our newest message, a file's as well, where these words came after it."""
    shown = lately_about(desk) if saying.edited_at is None else None
    log = log_by_id(desk.session, desk.athlete_id, shown.id) if shown is not None and shown.kind == "log" else None
    return log if log is not None and log.deleted_at is None else None


def _logged_lately(desk: Desk, saying: Saying) -> list[Log]:
    """What was logged within reach before these words, oldest first."""
    logs = all_logged_since(desk.session, desk.athlete_id, saying.said_at - OPEN_FOR)
    return [log for log in logs if (log.saying_id or 0) < (saying.id or 0) and log.created_at <= saying.said_at]


def _put_right(desk: Desk, ref: str | None, logs: Sequence[Log], correction: Correction, saying: Saying) -> bool:
    entries = correction.reading.entries
    log = _meant(desk, ref, logs, correction, saying) if len(entries) == 1 and logs else None
    if log is None:
        return False
    question = doubt((_as_it_would_be(log, entries[0]),), {}, [], desk.today)
    if question is not None:
        desk.say(Screen(desk.words("hear.doubt", question=question)))
        return True
    with as_if_always(desk):
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


def _meant(desk: Desk, ref: str | None, logs: Sequence[Log], correction: Correction, saying: Saying) -> Log | None:
    """Of several logs the newest of the kind named, else of one message the one whose figure is nearest.

    Nothing is meant where no log is of that kind, unless the words surely correct and do not point at one (*the run
    was 5.5k*).
    """
    entry = correction.reading.entries[0]
    if entry.kind is None:
        return min(logs, key=lambda log: _distance(log, entry))
    named = [log for log in logs if activity_of(log) is entry.kind]
    if not named and about(ref) is None:
        named = [log for log in _logged_lately(desk, saying) if activity_of(log) is entry.kind][-1:]
    if not named and (not correction.sure or (correction.points and about(ref) is None)):
        return None
    return min(named or logs, key=lambda log: _distance(log, entry))


def _distance(log: Log, entry: LogEntry) -> float:
    """How far a log's figures are from those of a correction, as a share; 10 where it has none to compare."""
    minutes = None if entry.duration_s is None else entry.duration_s / 60
    pairs = [(log.distance_m, entry.distance_m), (log.minutes, minutes)]
    shares = [abs(old - new) / new for old, new in pairs if old and new]
    return min(shares, default=10.0)


def _measured_last(desk: Desk, saying: Saying) -> list[Measurement]:
    """What was measured within reach before these words, or by them before they were edited, oldest first."""
    rows = measured_since(desk.session, desk.athlete_id, saying.said_at - OPEN_FOR)
    return [
        row
        for row in rows
        if row.saying_id == saying.id or ((row.saying_id or 0) < (saying.id or 0) and row.created_at <= saying.said_at)
    ]


def _is_newer(row: Measurement, logs: Sequence[Log]) -> bool:
    """Whether a figure was told after the logs, in a message of its own."""
    return all((row.created_at, row.saying_id or 0) > (log.created_at, log.saying_id or 0) for log in logs)


def _told_with(rows: Sequence[Measurement], newest: Measurement) -> list[Measurement]:
    """The readings of the same kind, day and message: several of a girth, one of anything else."""

    def place(row: Measurement) -> tuple[object, ...]:
        return row.kind, row.date, row.saying_id, row.created_at

    return [row for row in rows if place(row) == place(newest)]


def _as_measured(desk: Desk, rows: Sequence[Measurement], correction: Correction, saying: Saying) -> bool:
    """A bare figure after a measurement is that measurement's, where it can be: *slept 7h*, *sorry 7.5*."""
    newest = rows[-1]
    values = read_values(newest.kind, correction.said, units_of(desk.owner))
    if not values or not 1 / ALIKE <= values[0] / newest.value <= ALIKE:
        return False
    measure_anew(desk, _told_with(rows, newest), values, saying.id)
    return True


def _measured_anew(desk: Desk, rows: Sequence[Measurement], reading: Reading, saying: Saying) -> bool:
    """A measurement just told takes the new figure; without one to put right the words are read as they stand."""
    newest = {row.kind: row for row in rows if row.kind in reading.measurements}
    if not newest:
        return False
    gone = [row for last in newest.values() for row in _told_with(rows, last)]
    for row in gone:
        delete_measurement(desk.session, row, desk.now)
    keep_told(desk, reading, saying.text, saying.id, day=max(row.date for row in newest.values()))
    for row in gone:
        unlearn_weight(desk, row)
    return True
