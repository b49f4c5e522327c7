"""The words under a file: kept and heard at once as far as they concern health, then part of the file's log.

Changed later, they change that log, as an edited message does; and a file that was changed is read in its place.
"""

from bot.cases.cards import follow, retire_cards, session_of
from bot.cases.hear import unlog
from bot.cases.measuring import keep_told
from bot.cases.plans import adapt
from bot.cases.refusing import log_again, log_of_file, refuse, wrong_size
from bot.cases.report import report
from bot.cases.restoring import as_if_always
from bot.conversations.amount import units_of
from bot.desk import Desk
from bot.incoming import Filed
from bot.readings import read_under_file
from coach.history import Pain
from coach.reading import LogEntry, Reading
from storage.columns import cleaned
from storage.files import replace_file
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


def listen(desk: Desk, log: Log, caption: str, before: str = "") -> None:
    """Add to a file's log what the words under it say: effort, pain, a note in place of the words ``before``."""
    log.note = _noted(log.note or "", before, caption) or None
    entry = _entry(desk, caption)
    if entry is not None:
        log.rpe = entry.rpe or log.rpe
        _set_pain(log, entry.pain or _pain_of(log))


def _noted(note: str, before: str, after: str) -> str:
    """A note with some words in place of others; whatever else stands in it stays."""
    lines = f"\n{note}\n"
    rest = (lines.replace(f"\n{before}\n", "\n", 1) if before else lines).strip("\n")
    if after and f"\n{after}\n" in f"\n{rest}\n":
        return rest
    return "\n".join(part for part in (rest, after) if part)


def amend_file(desk: Desk, row: ActivityFile, filed: Filed) -> None:
    """A message with a file was edited: another file is read in its place, other words change its log."""
    before, row.caption = row.caption, cleaned(filed.caption)
    if row.caption != before:
        with as_if_always(desk):
            _hear_again(desk, row, filed, before)
    if _is_another(row, filed):
        replace_file(desk.session, row, filed.file_id, filed.name, filed.size, filed.identity)
        wrong = wrong_size(filed.size)
        if wrong is not None:
            refuse(desk, row, wrong)


def _is_another(row: ActivityFile, filed: Filed) -> bool:
    """Whether it is another file, which may have the name and size of the first."""
    other = None not in {row.identity, filed.identity} and row.identity != filed.identity
    return other or (row.name, row.size) != (cleaned(filed.name), filed.size)


def _hear_again(desk: Desk, row: ActivityFile, filed: Filed, before: str) -> None:
    """The words under a file were changed."""
    saying = saying_at(desk.session, desk.chat_id, filed.message_id)
    gone = [] if saying is None else unlog(desk, saying)
    retire_cards(desk, gone)
    hear_caption(desk, filed)
    log = log_of_file(desk, row)
    if log is not None:
        _say_otherwise(desk, log, before, filed.caption)
    elif not (row.state == FileState.REFUSED and log_again(desk, row)) and gone:
        adapt(desk)


def _say_otherwise(desk: Desk, log: Log, before: str, after: str) -> None:
    """What only the old words said is gone, except the effort: people edit a word, not their answer to a card."""
    entry = _entry(desk, before)
    if entry is not None and entry.pain is not None and entry.pain == _pain_of(log):
        _set_pain(log, None)
    listen(desk, log, after, before)
    desk.session.add(log)
    desk.session.flush()
    follow(desk, log, session_of(desk, log))


def _read(desk: Desk, caption: str) -> Reading:
    return read_under_file(caption, desk.today, units_of(desk.owner), desk.words.language)


def _entry(desk: Desk, caption: str) -> LogEntry | None:
    """What the words tell of the activity above them, where nothing about it is in doubt.

    Words that make no log by themselves (``with Ben, felt hard``) are about it all the same.
    """
    readings = [_read(desk, words) for words in (caption, f"ran, {caption}")] if caption else []
    return next((one.entries[0] for one in readings if one.entries and one.question is None), None)


def _pain_of(log: Log) -> Pain | None:
    return None if log.pain_level is None else Pain(log.pain_area or "", log.pain_level)


def _set_pain(log: Log, pain: Pain | None) -> None:
    log.pain_area, log.pain_level = (None, None) if pain is None else (pain.area, pain.level)
