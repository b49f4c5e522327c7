"""Files of activities: what was sent, what became of it, and the bytes, apart because they are large."""

import datetime as dt
from enum import StrEnum

from sqlalchemy import BigInteger, Column, ForeignKey, Index, LargeBinary, UniqueConstraint
from sqlmodel import Field

from storage.columns import CleanText, Json, JsonColumn
from storage.tables.columns import NEVER_AGAIN, StoredRow, moment, owner, required_moment


class FileState(StrEnum):
    """What became of a file."""

    WAITING = "waiting"
    """Kept with the update that brought it; still to be fetched and read."""
    LOGGED = "logged"
    """It made a log, or completed one."""
    TWIN = "twin"
    """Its activity was in the log already, from another file."""
    REFUSED = "refused"
    """It cannot be used; ``reason`` says why."""


class ActivityFile(StoredRow, table=True):
    """A file that somebody sent, or the operator imported for them."""

    __tablename__ = "activity_file"
    __table_args__ = (
        UniqueConstraint("chat_id", "message_id"),
        Index("ix_activity_file_state_id", "state", "id"),
        NEVER_AGAIN,
    )

    id: int | None = Field(default=None, primary_key=True)
    athlete_id: int = owner()
    chat_id: int = Field(sa_column=Column(BigInteger, nullable=False))
    message_id: int | None = Field(default=None, sa_column=Column(BigInteger))
    """``None`` for an imported file."""
    telegram_file: str | None = None
    """Telegram's id for fetching it."""
    identity: str | None = None
    """Telegram's id for telling it from others, the same in every message; ``None`` where it was not asked for yet."""
    name: str = Field(default="", sa_column=Column(CleanText, nullable=False))
    size: int = 0
    """Bytes."""
    album: str | None = Field(default=None, index=True)
    """Files sent together share it."""
    reply_to_message_id: int | None = Field(default=None, sa_column=Column(BigInteger))
    caption: str = Field(default="", sa_column=Column(CleanText, nullable=False))
    state: str = FileState.WAITING
    attempts: int = 0
    """Readings begun; one that ended the program every time is given up."""
    not_before: dt.datetime | None = moment()
    told: bool = False
    """That it takes long has been said."""
    reason: str | None = None
    digest: str | None = Field(default=None, index=True)
    """SHA-256 of the unpacked content."""
    reading: Json | None = Field(default=None, sa_column=Column(JsonColumn))
    """The sums as they were read last, so that a later reading knows what a person changed."""
    log_id: int | None = Field(default=None, sa_column=Column(ForeignKey("log.id", ondelete="SET NULL"), index=True))
    received_at: dt.datetime = required_moment()
    settled_at: dt.datetime | None = moment()


class FileContent(StoredRow, table=True):
    """The content of a file, compressed, so that a better reader can read it again."""

    __tablename__ = "file_content"

    file_id: int = Field(
        sa_column=Column(ForeignKey("activity_file.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    )
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    """zlib."""
