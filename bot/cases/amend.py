"""Correcting a log by words: a reply to its card, or the effort that its card is waiting for."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import asdict
from functools import partial
from typing import Final

from bot.cases.binding import UNPLANNED, note_stated, stated_in
from bot.cases.cards import session_of, show_card
from bot.cases.correcting import correct, write_into
from bot.cases.fields import effort_in, is_rating
from bot.cases.report import correct_level, is_check_in, level_in
from bot.cases.restoring import as_if_always
from bot.desk import Desk
from bot.refs import OPEN_FOR, REFUSED, about, lately_about, replied_to
from bot.screens import Screen
from bot.views.log import lacks_effort, wants_effort
from coach.history import Status
from coach.reading import LogEntry, Reading
from storage.files import file_by_id, waiting_file
from storage.logs import all_logged_since, log_by_id, logs_between
from storage.tables import FileState, Log, Saying

_DONE: Final = re.compile(r"\b(?:did|done|finished|completed|ran|walked|jogged|went|strength|run|walk)\b")
"""Words of a session itself rather than of how it felt."""
READING = dt.timedelta(minutes=10)
"""How long after a file arrived an effort is about it, should it still not be read."""


def amend(desk: Desk, ref: str | None, reading: Reading, saying: Saying) -> bool:
    """A reply to a card: what the words say replaces that part of the log, the rest stays. False for any other ref."""
    meant = about(ref)
    log = log_by_id(desk.session, desk.athlete_id, meant.id) if meant is not None and meant.kind == "log" else None
    if log is None or log.deleted_at is not None or reading.question is not None:
        return False
    level = level_in(saying.text)
    if level is not None and is_check_in(log):
        correct_level(desk, log, level, saying)
        return True
    effort = effort_in(saying.text, desk)
    if not reading.entries and effort is None and reading.pain is None:
        return False
    told = {} if reading.pain is None else {"pain_area": reading.pain.area, "pain_level": reading.pain.level}
    told |= {} if effort is None else {"rpe": effort}
    with as_if_always(desk, added=log.rpe is None and list(told) == ["rpe"] and not reading.entries):
        for entry in reading.entries[:1]:
            correct(desk, log, partial(overwrite, log, entry, dated=entry.date != desk.today))
        if told and reading.entries:
            _write_too(log, told)
        else:
            write_into(desk, log, **told)
        finish(desk, log)
    return True


def amend_open(desk: Desk, saying: Saying) -> bool:
    """A bare effort ("6", "quite hard") right after a card that asks for it; false where none is waiting.

    Right after an answer about pain a level is that pain's; a bare figure only where no card waits for an effort.
    """
    if _amend_pain(desk, saying):
        return True
    effort = effort_in(saying.text, desk)
    if effort is not None and _is_of_no_log(desk, saying):
        desk.say(Screen(desk.words("file.effort_of_none", effort=effort)))
        return True
    if effort is not None and not saying.reply_to_message_id and _of_waiting_file(desk, effort):
        return True
    bare = saying.text.strip().rstrip(".!").removesuffix("/10").isdecimal() or is_rating(saying.text)
    log = _waiting(desk, bare=bare) if effort is not None else None
    if log is None:
        return False
    with as_if_always(desk, added=log.rpe is None):
        write_into(desk, log, rpe=effort)
        finish(desk, log)
    return True


def amend_day(desk: Desk, reading: Reading, saying: Saying) -> bool:
    """The effort of an earlier day, told alone: *forgot to say, yesterday was like a 5*; false where no card waits."""
    entry = reading.entries[0] if len(reading.entries) == 1 and not reading.measurements else None
    if entry is None or entry.rpe is None or entry.kind is not None or entry.date >= desk.today:
        return False
    if any((entry.distance_m, entry.duration_s, entry.exercises, entry.pain)) or _DONE.search(saying.text.lower()):
        return False
    log = _last_without(desk, entry.date, bare=False)
    if log is None or entry.status is Status.SKIPPED:
        return False
    with as_if_always(desk, added=True):
        write_into(desk, log, rpe=entry.rpe)
        finish(desk, log)
    return True


def _of_waiting_file(desk: Desk, effort: int) -> bool:
    """An effort while a file is still being read goes under it, as if it had been written there; false without one."""
    row = waiting_file(desk.session, desk.athlete_id, desk.now - READING)
    if row is None:
        return False
    row.caption = "\n".join(part for part in (row.caption, f"effort {effort}") if part)
    desk.session.add(row)
    desk.session.flush()
    desk.say(Screen(desk.words("file.effort_kept", effort=effort)))
    return True


def _write_too(log: Log, told: Mapping[str, object]) -> None:
    """Write what goes with a correction that was just made: both are taken back together."""
    for name, value in told.items():
        setattr(log, name, value)


def _is_of_no_log(desk: Desk, saying: Saying) -> bool:
    """Whether an effort is that of an activity whose file was refused just before: no other log may have it.

    Files sent together are another matter: the effort may be one of theirs.
    """
    meant = replied_to(desk, saying.reply_to_message_id) if saying.reply_to_message_id else lately_about(desk)
    file = file_by_id(desk.session, desk.athlete_id, meant.id) if meant is not None and meant.kind == REFUSED else None
    return file is not None and file.state == FileState.REFUSED and file.album is None


def _amend_pain(desk: Desk, saying: Saying) -> bool:
    newest, level = lately_about(desk), level_in(saying.text)
    log = log_by_id(desk.session, desk.athlete_id, newest.id) if newest and newest.kind == "log" else None
    if log is None or level is None or log.deleted_at is not None or not is_check_in(log):
        return False
    if saying.text.strip().removesuffix("/10").isdecimal() and _waiting(desk, bare=False) is not None:
        return False
    correct_level(desk, log, level, saying)
    return True


def _waiting(desk: Desk, *, bare: bool) -> Log | None:
    """The log that an effort is of: the newest card's, else the last one of today.

    A ``bare`` figure right after a card is about it even where its effort was read from words (*it was hard*).
    """
    newest = lately_about(desk)
    carded = log_by_id(desk.session, desk.athlete_id, newest.id) if newest and newest.kind == "log" else None
    if carded is not None and carded.deleted_at is None:
        lacks = wants_effort(carded) or (_held(carded) if bare else lacks_effort(carded))
        if lacks:
            return carded
    return _last_without(desk, desk.today, bare=bare) or _asking_lately(desk)


def _asking_lately(desk: Desk) -> Log | None:
    """The only log told lately whose card asks for its effort, of whatever day: a flight east makes today yesterday."""
    asking = [log for log in all_logged_since(desk.session, desk.athlete_id, desk.now - OPEN_FOR) if wants_effort(log)]
    return asking[0] if len(asking) == 1 else None


def _last_without(desk: Desk, day: dt.date, *, bare: bool) -> Log | None:
    """The last log of a day whose card asks for the effort; where none does, any without it, if not ``bare``."""
    logs = logs_between(desk.session, desk.athlete_id, day, day)
    asking = [log for log in logs if wants_effort(log)]
    lacking = [] if bare else [log for log in logs if lacks_effort(log)]
    return next(iter((asking or lacking)[::-1]), None)


def finish(desk: Desk, log: Log) -> None:
    """The card of a log that was put right."""
    desk.session.add(log)
    desk.session.flush()
    show_card(desk, log, session_of(desk, log))


def overwrite(log: Log, entry: LogEntry, *, dated: bool) -> None:
    """Write the figures that the words give; the date only where they name one."""
    if log.kind is None and entry.kind is not None:
        log.activity, log.kind = entry.kind, UNPLANNED[entry.kind]
    if entry.status is Status.PARTIAL and not (entry.duration_s or entry.distance_m) and log.status == Status.DONE:
        log.status = Status.PARTIAL
    if entry.duration_s is not None:
        log.minutes = round(entry.duration_s / 60, 2)
    if entry.pain is not None:
        log.pain_area, log.pain_level = entry.pain.area, entry.pain.level
    given = {"distance_m": entry.distance_m, "rpe": entry.rpe, "avg_hr": entry.avg_hr, "reason": entry.reason}
    for field, value in given.items():
        if value is not None:
            setattr(log, field, value)
    if entry.exercises:
        log.exercises = [asdict(exercise) for exercise in entry.exercises]
    note_stated(log, *stated_in(entry))
    if dated:
        log.date = entry.date


def _held(log: Log) -> bool:
    return log.kind is not None and log.status != "skipped"
