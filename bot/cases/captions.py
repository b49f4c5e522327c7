"""The words under a file: kept and heard at once as far as they concern health, then part of the file's log.

Changed later, they change that log, as an edited message does; and a file that was changed is read in its place.
"""

from bot.cases.cards import follow, session_of
from bot.cases.hear import log_told, unlog
from bot.cases.measuring import keep_told
from bot.cases.plans import adapt
from bot.cases.report import report
from bot.conversations.amount import units_of
from bot.desk import Desk
from bot.incoming import Filed
from bot.readings import read_once
from coach.history import Pain
from coach.reading import LogEntry, Reading
from storage.files import replace_file
from storage.logs import log_by_id
from storage.sayings import keep_saying, saying_at
from storage.tables import ActivityFile, FileState, Log


def hear_caption(desk: Desk, filed: Filed) -> None:
    """Keep the words under a file like any others; health and measurements wait for no file."""
    saying = keep_saying(
        desk.session, desk.athlete_id, desk.chat_id, filed.message_id, filed.caption, filed.reply_to, desk.now
    )
    saying.understood = True
    reading = _read(desk, filed.caption)
    report(desk, reading, saying)
    if reading.measurements:
        keep_told(desk, reading, saying.text, saying.id)


def hear_alone(desk: Desk, filed: Filed) -> None:
    """The words under a file that is not even fetched: heard, and logged from what they say."""
    gone = _unlogged(desk, filed)
    if filed.caption:
        hear_caption(desk, filed)
    _log_instead(desk, filed.message_id, filed.caption, gone)


def log_alone(desk: Desk, row: ActivityFile) -> None:
    """A file was of no use: an activity that the words under it tell of is logged from them."""
    _log_instead(desk, row.message_id, row.caption, [])


def _unlogged(desk: Desk, filed: Filed) -> list[Log]:
    """What the words that stood under a file before had logged, taken out."""
    saying = saying_at(desk.session, desk.chat_id, filed.message_id)
    return [] if saying is None else unlog(desk, saying)


def _log_instead(desk: Desk, message_id: int | None, caption: str, gone: list[Log]) -> None:
    saying = None if message_id is None else saying_at(desk.session, desk.chat_id, message_id)
    reading = _read(desk, caption)
    told = any(entry.distance_m or entry.duration_s or entry.exercises for entry in reading.entries)
    if saying is not None and told and reading.question is None:
        log_told(desk, saying, reading)
    elif gone:
        adapt(desk)


def listen(desk: Desk, log: Log, caption: str) -> None:
    """Add to a file's log what the words under it say: effort, pain, a note."""
    if not caption:
        return
    log.note = caption
    entry = _entry(_read(desk, caption))
    if entry is not None:
        log.rpe = entry.rpe or log.rpe
        _set_pain(log, entry.pain or _pain_of(log))


def amend_file(desk: Desk, row: ActivityFile, filed: Filed) -> None:
    """A message with a file was edited: another file is read in its place, other words change its log."""
    if (row.name, row.size) != (filed.name, filed.size):
        replace_file(desk.session, row, filed.file_id, filed.name, filed.size)
    if row.caption == filed.caption:
        return
    before, row.caption = row.caption, filed.caption
    gone = _unlogged(desk, filed)
    hear_caption(desk, filed)
    if row.state == FileState.REFUSED:
        _log_instead(desk, row.message_id, row.caption, gone)
    log = log_by_id(desk.session, desk.athlete_id, row.log_id) if row.log_id else None
    if log is not None and log.deleted_at is None:
        _say_otherwise(desk, log, before, filed.caption)


def _say_otherwise(desk: Desk, log: Log, before: str, after: str) -> None:
    """What only the old words said is gone, except the effort: people edit a word, not their answer to a card."""
    entry = _entry(_read(desk, before))
    if entry is not None and entry.pain is not None and entry.pain == _pain_of(log):
        _set_pain(log, None)
    log.note = None
    listen(desk, log, after)
    desk.session.add(log)
    desk.session.flush()
    follow(desk, log, session_of(desk, log))


def _read(desk: Desk, caption: str) -> Reading:
    return read_once(caption, desk.today, units_of(desk.owner), desk.words.language)


def _entry(reading: Reading) -> LogEntry | None:
    """The one activity that the words tell of, where nothing about it is in doubt."""
    return reading.entries[0] if reading.entries and reading.question is None else None


def _pain_of(log: Log) -> Pain | None:
    return None if log.pain_level is None else Pain(log.pain_area or "", log.pain_level)


def _set_pain(log: Log, pain: Pain | None) -> None:
    log.pain_area, log.pain_level = (None, None) if pain is None else (pain.area, pain.level)
