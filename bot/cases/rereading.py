"""Reading again what was kept: a log takes what reads differently now, and keeps what a person changed by hand.

What was read the last time stands beside the words or the file. A field changes only where the new reading differs
from that one, and where the log still says what that one said.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import Session as Transaction
from sqlmodel import col, select

from bot.cases.binding import fill, not_logged, pick
from bot.cases.filing import measure
from bot.conversations.amount import units_of
from coach.activity import Summary
from coach.documents import summary_to_json
from coach.documents.readings import reading_to_json
from coach.history import Status
from coach.reader import read
from coach.reading import Reading
from coach.session import Session
from storage.files import note_reading
from storage.logs import log_by_id, logs_between
from storage.plans import shown_weeks
from storage.sayings import mark_understood
from storage.tables import ActivityFile, Athlete, Log, Saying

SUMS = ("minutes", "distance_m", "avg_hr")
"""Fields of a log that a file says."""
WORDS = ("activity", "date", "distance_m", "minutes", "rpe", "avg_hr", "pain_area", "pain_level", "exercises", "note")
"""Fields of a log that words say."""
ADDED = "new"
"""What is told of a log that an older reader had not understood at all."""


def reread_file(session: Transaction, row: ActivityFile, summary: Summary) -> list[tuple[Log, str]]:
    """Take over a new reading of a file; the fields of its log that changed."""
    new, old = summary_to_json(summary), row.reading or {}
    if new == old:
        return []
    log = log_by_id(session, row.athlete_id, row.log_id or 0)
    note_reading(session, row, new)
    if log is None or log.track != old:
        return []
    edited = {name: getattr(log, name) for name in SUMS if getattr(log, name) != _sum_of(old, name)}
    before = {name: getattr(log, name) for name in SUMS}
    measure(log, summary)
    for name, value in edited.items():
        setattr(log, name, value)
    session.add(log)
    session.flush()
    changed = [name for name in SUMS if getattr(log, name) != before[name]]
    return [(log, name) for name in changed or ["track"]]


def reread_words(session: Transaction, athlete: Athlete, saying: Saying) -> list[tuple[Log, str]]:
    """Read a person's words again, as on the day they were said; the fields of their logs that changed."""
    if saying.reading is None:
        return []
    reading, old = read_as(athlete, saying), saying.reading
    new = reading_to_json(reading)
    if new == old:
        return []
    saying.reading = new
    session.add(saying)
    logs = _logs_of(session, saying)
    if new["asked"]:
        return []
    if not logs and not old["entries"] and not saying.understood:
        return [(log, ADDED) for log in _logged_late(session, saying, reading)]
    if not len(logs) == len(old["entries"]) == len(new["entries"]):
        return []
    entries = zip(logs, old["entries"], new["entries"], strict=True)
    return [(log, name) for log, before, after in entries for name in _take_over(log, before, after)]


def read_as(athlete: Athlete, saying: Saying) -> Reading:
    """What the words of a saying say now, on the day they were written."""
    units = units_of(athlete)
    day = local_day(athlete, saying.said_at)
    return read(saying.text, day, units, athlete.language)


def local_day(athlete: Athlete, moment: dt.datetime) -> dt.date:
    """The athlete's own date at a moment."""
    return moment.astimezone(ZoneInfo(athlete.zone or "UTC")).date()


def sayings_read(session: Transaction, athlete: Athlete) -> list[Saying]:
    """The sayings that were read as logs, oldest first."""
    found = select(Saying).where(Saying.athlete_id == athlete.id, col(Saying.reading).is_not(None))
    return list(session.exec(found.order_by(col(Saying.id))))


def _logged_late(session: Transaction, saying: Saying, reading: Reading) -> Iterator[Log]:
    """Log what nobody understood when it was said, bound to what was planned on its day and is not logged yet."""
    for entry in reading.entries:
        planned = pick(entry, _unlogged(session, saying.athlete_id, entry.date))
        if entry.status is Status.SKIPPED and planned is None:
            continue
        log = Log(athlete_id=saying.athlete_id, saying_id=saying.id, date=entry.date, created_at=saying.said_at)
        fill(log, entry, planned)
        session.add(log)
        session.flush()
        mark_understood(session, saying)
        yield log


def _unlogged(session: Transaction, athlete_id: int, day: dt.date) -> list[Session]:
    """What the athlete was told to do on a day, without what is logged of it."""
    told = (each for week in shown_weeks(session, athlete_id) for each in week.sessions if each.date == day)
    return not_logged(told, day, logs_between(session, athlete_id, day, day))


def _logs_of(session: Transaction, saying: Saying) -> list[Log]:
    """Every log of a saying, deleted or not: a deletion is a person's last word on it."""
    found = select(Log).where(Log.saying_id == saying.id, col(Log.status).is_not(None))
    return list(session.exec(found.order_by(col(Log.id))))


def _take_over(log: Log, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[str]:
    """Write what reads differently, where nobody has written something else since."""
    for name in WORDS:
        if before[name] == after[name] or log.deleted_at is not None or log.track is not None:
            continue
        if _shown(getattr(log, name)) == before[name]:
            setattr(log, name, dt.date.fromisoformat(after[name]) if name == "date" else after[name])
            yield name


def _shown(value: object) -> object:
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value) if isinstance(value, str) else value


def _sum_of(reading: Mapping[str, Any], name: str) -> object:
    return round(reading["moving_s"] / 60, 2) if name == "minutes" else reading[name]
