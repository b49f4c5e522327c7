"""Files of activities: kept with the update that brought them, taken up in order, settled once."""

import datetime as dt
from collections.abc import Collection
from typing import Any, Final

from sqlalchemy import update
from sqlmodel import Session, col, select

from storage.columns import Json, cleaned
from storage.tables import ActivityFile, FileContent, FileState, Log

TRIES: Final = 10
"""A file whose reading was begun so often and never came to an end is given up."""


def keep_file(session: Session, now: dt.datetime, **fields: Any) -> ActivityFile:  # noqa: ANN401 — the row's own columns
    """Keep that a file is to be read; the same message again is the same file."""
    message_id = fields.get("message_id")
    known = file_at(session, fields["chat_id"], message_id) if message_id is not None else None
    if known is not None:
        return known
    for name in ("name", "caption"):
        fields[name] = cleaned(fields.get(name) or "")
    row = ActivityFile(received_at=now, **fields)
    session.add(row)
    session.flush()
    return row


def file_at(session: Session, chat_id: int, message_id: int) -> ActivityFile | None:
    """The file that a message brought."""
    found = select(ActivityFile).where(ActivityFile.chat_id == chat_id, ActivityFile.message_id == message_id)
    return session.exec(found).one_or_none()


def file_by_id(session: Session, athlete_id: int, file_id: int) -> ActivityFile | None:
    """An athlete's own file, and nobody else's."""
    found = select(ActivityFile).where(ActivityFile.id == file_id, ActivityFile.athlete_id == athlete_id)
    return session.exec(found).one_or_none()


def replace_file(
    session: Session, row: ActivityFile, telegram_file: str, name: str, size: int, identity: str | None = None
) -> None:
    """Another file in the same message: it waits to be read, and remembers the log that the first one made.

    The log of a twin is another file's, and forgotten.
    """
    if row.state == FileState.TWIN:
        row.log_id = None
    row.telegram_file, row.identity, row.name, row.size = telegram_file, identity, cleaned(name), size
    row.state, row.attempts, row.not_before, row.told, row.reason = FileState.WAITING, 0, None, False, None
    session.add(row)
    session.flush()


def waiting_file(session: Session, athlete_id: int, since: dt.datetime) -> ActivityFile | None:
    """The newest file received since a moment that is still to be read, sent by itself."""
    waiting = select(ActivityFile).where(
        ActivityFile.athlete_id == athlete_id,
        ActivityFile.state == FileState.WAITING,
        col(ActivityFile.received_at) >= since,
        col(ActivityFile.album).is_(None),
    )
    return session.exec(waiting.order_by(col(ActivityFile.id).desc()).limit(1)).first()


def hold_album(session: Session, chat_id: int, album: str, until: dt.datetime) -> None:
    """The files of an album wait for each other until a moment."""
    waiting = update(ActivityFile).where(
        col(ActivityFile.chat_id) == chat_id,
        col(ActivityFile.album) == album,
        col(ActivityFile.state) == FileState.WAITING,
    )
    session.exec(waiting.values(not_before=until))


def next_files(
    session: Session, now: dt.datetime, limit: int, skipping: Collection[int] = (), of: int | None = None
) -> list[ActivityFile]:
    """Files to be read now: the first that waits of each athlete, or ``of`` one, oldest first.

    Athletes to be skipped have theirs in hand.
    """
    waiting = select(ActivityFile).where(ActivityFile.state == FileState.WAITING).order_by(col(ActivityFile.id))
    if of is not None:
        waiting = waiting.where(ActivityFile.athlete_id == of)
    if skipping:
        waiting = waiting.where(col(ActivityFile.athlete_id).not_in(skipping))
    first: dict[int, ActivityFile] = {}
    for row in session.exec(waiting.limit(1000)):
        first.setdefault(row.athlete_id, row)
    return [row for row in first.values() if row.not_before is None or row.not_before <= now][:limit]


def begin_file(session: Session, file_id: int) -> bool:
    """Note that a reading begins; whether it may: what never came to an end is not begun for ever."""
    row = take_file(session, file_id)
    if row is None:
        return False
    row.attempts += 1
    session.flush()
    return row.attempts <= TRIES


def take_file(session: Session, file_id: int, telegram_file: str | None = None) -> ActivityFile | None:
    """A file that still waits, locked to be settled; ``None`` where it was settled, or erased.

    Nor is it given where another file than ``telegram_file`` waits there by now: that one is still to be read.
    """
    found = select(ActivityFile).where(ActivityFile.id == file_id, ActivityFile.state == FileState.WAITING)
    if telegram_file is not None:
        found = found.where(ActivityFile.telegram_file == telegram_file)
    return session.exec(found.with_for_update()).one_or_none()


def put_off(session: Session, file_id: int, until: dt.datetime, telegram_file: str | None = None) -> None:
    """The file could not be fetched: again at a moment, and the try does not count."""
    row = take_file(session, file_id, telegram_file)
    if row is not None:
        row.not_before, row.attempts = until, max(0, row.attempts - 1)
        session.flush()


def settle_file(session: Session, row: ActivityFile, state: FileState, now: dt.datetime, **fields: Any) -> None:  # noqa: ANN401 — the row's own columns
    """Write down what became of a file."""
    for name, value in fields.items():
        setattr(row, name, value)
    row.state, row.settled_at = state, now
    session.add(row)
    session.flush()


def keep_content(session: Session, file_id: int, content: bytes) -> None:
    """Keep the compressed content of a file, in place of what was kept of it before."""
    session.merge(FileContent(file_id=file_id, content=content))
    session.flush()


def content_of(session: Session, file_id: int) -> bytes | None:
    """The compressed content of a file, where it was kept."""
    row = session.get(FileContent, file_id)
    return None if row is None else row.content


def files_of_album(session: Session, chat_id: int, album: str) -> list[ActivityFile]:
    """The files that were sent together, in order."""
    found = select(ActivityFile).where(ActivityFile.chat_id == chat_id, ActivityFile.album == album)
    return list(session.exec(found.order_by(col(ActivityFile.id))))


def read_files(session: Session, athlete_id: int) -> list[ActivityFile]:
    """An athlete's files that made or completed a log, oldest first."""
    found = select(ActivityFile).where(ActivityFile.athlete_id == athlete_id, ActivityFile.state == FileState.LOGGED)
    return list(session.exec(found.order_by(col(ActivityFile.id))))


def log_with_digest(session: Session, athlete_id: int, digest: str) -> Log | None:
    """The log, not deleted, that the very same bytes already made."""
    found = (
        select(Log)
        .join(ActivityFile, col(ActivityFile.log_id) == col(Log.id))
        .where(ActivityFile.athlete_id == athlete_id, ActivityFile.digest == digest, col(Log.deleted_at).is_(None))
    )
    return session.exec(found.limit(1)).first()


def logs_started_near(session: Session, athlete_id: int, moment: dt.datetime, within: dt.timedelta) -> list[Log]:
    """The lines, not deleted, whose file says that they began about then."""
    found = select(Log).where(
        Log.athlete_id == athlete_id,
        col(Log.deleted_at).is_(None),
        col(Log.started_at) >= moment - within,
        col(Log.started_at) <= moment + within,
    )
    return list(session.exec(found.order_by(col(Log.id))))


def note_reading(session: Session, row: ActivityFile, reading: Json) -> None:
    """Remember what a file was read as."""
    row.reading = reading
    session.add(row)
    session.flush()
