"""A file that is of no use: why, in words; an activity that the words under it tell of is logged from them instead."""

from collections.abc import Mapping
from typing import Final

from bot.cases.told import log_told
from bot.conversations.amount import units_of
from bot.desk import Desk
from bot.readings import read_under_file
from bot.refs import REFUSED
from bot.screens import Screen
from coach.reading import Reading
from storage.files import settle_file
from storage.logs import log_by_id, logs_of_saying
from storage.sayings import saying_at
from storage.tables import ActivityFile, FileState, Log, Saying

LARGEST: Final = 20 * 1024 * 1024
"""Bytes that Telegram hands to a bot."""


def wrong_size(size: int) -> str | None:
    """Why a file of so many bytes need not even be fetched, where that is so."""
    if size <= 0:
        return "empty"
    return "too_big" if size > LARGEST else None


def refuse(
    desk: Desk, row: ActivityFile, reason: str, figures: Mapping[str, object] | None = None, *, quiet: bool = False
) -> None:
    """Say why a file cannot be used, and log what the words under it tell; ``quiet`` says nothing of the file.

    A log that another file in the same message has made stays as it is.
    """
    settle_file(desk.session, row, FileState.REFUSED, desk.now, reason=reason)
    told = None if log_of_file(desk, row) is not None else _told_under(desk, row)
    if not quiet:
        why = desk.words(f"file.why.{reason}")
        key = "file.told_instead" if told else f"file.refused.{reason}"
        text = desk.words(key, why=why, **figures or {})
        desk.say(Screen(text), reply_to=row.message_id, ref=None if told else f"{REFUSED}:{row.id}")
    if told is not None:
        log_told(desk, *told)


def log_again(desk: Desk, row: ActivityFile) -> bool:
    """The words under a file of no use were changed: log what they tell now; whether they tell of anything."""
    told = _told_under(desk, row)
    if told is not None:
        log_told(desk, *told)
    return told is not None


def log_of_file(desk: Desk, row: ActivityFile) -> Log | None:
    """The log that a file made, or another in the same message before it, while it stands."""
    log = log_by_id(desk.session, desk.athlete_id, row.log_id) if row.log_id else None
    return log if log is not None and log.deleted_at is None else None


def log_of_words(desk: Desk, row: ActivityFile) -> Log | None:
    """The log that the words under a file of no use made, while it stands."""
    saying = _saying_of(desk, row)
    made = logs_of_saying(desk.session, saying.id or 0) if saying is not None else []
    return next((log for log in made if log.status is not None), None)


def _saying_of(desk: Desk, row: ActivityFile) -> Saying | None:
    return None if row.message_id is None else saying_at(desk.session, desk.chat_id, row.message_id)


def _told_under(desk: Desk, row: ActivityFile) -> tuple[Saying, Reading] | None:
    """The kept words and what they say, where they give figures of an activity and leave nothing in doubt."""
    saying = _saying_of(desk, row) if row.caption else None
    reading = read_under_file(row.caption, desk.today, units_of(desk.owner), desk.words.language)
    told = any(entry.distance_m or entry.duration_s or entry.exercises for entry in reading.entries)
    return (saying, reading) if saying is not None and told and reading.question is None else None
