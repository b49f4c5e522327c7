"""The inbox and the outbox between Legwork and Telegram, and who may empty them."""

import datetime as dt
from enum import StrEnum

from sqlalchemy import BigInteger, Column, Index, LargeBinary
from sqlmodel import Field

from storage.columns import CleanText, Json
from storage.tables.columns import NEVER_AGAIN, StoredRow, json, moment, partial_index, required_moment


def _any_of(*states: str) -> str:
    return " OR ".join(f"state = '{state}'" for state in states)


class InboxState(StrEnum):
    """What became of an update."""

    NEW = "new"
    DONE = "done"
    DEAD = "dead"


class InboxUpdate(StoredRow, table=True):
    """An update as Telegram sent it, committed before Telegram is told that it arrived."""

    __tablename__ = "inbox"
    __table_args__ = (
        partial_index("ix_inbox_new", "update_id", only="state = 'new'"),
        partial_index("ix_inbox_new_of_chat", "chat_key", "update_id", only="state = 'new'"),
        partial_index("ix_inbox_dead", "update_id", only="state = 'dead'"),
        partial_index("ix_inbox_done_at", "done_at", only="done_at IS NOT NULL"),
    )

    update_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    chat_key: int | None = Field(default=None, sa_column=Column(BigInteger))
    """Updates of one key are handled in order; the chat, or the person where there is no chat."""
    payload: Json = json()
    state: str = InboxState.NEW
    attempts: int = 0
    error: str | None = Field(default=None, sa_column=Column(CleanText))
    received_at: dt.datetime = required_moment()
    done_at: dt.datetime | None = moment()


class OutboxState(StrEnum):
    """What became of a message."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    UNSURE = "unsure"
    """In doubt twice: said once more, with a remark, when Telegram has answered another call."""
    KEPT = "kept"
    """Sent a while ago: its words are gone, what it was about is kept for replies."""


class Lane(StrEnum):
    """Who is waiting: a person for an answer, or many for their morning prompt."""

    ANSWER = "answer"
    BROADCAST = "broadcast"


class OutboxMessage(StoredRow, table=True):
    """A Bot API call to be made, committed together with what it acknowledges."""

    __tablename__ = "outbox"
    __table_args__ = (
        # A row changes its state twice within a second and is at rest for half a year: only what is open is indexed.
        partial_index("ix_outbox_queued", "lane", "id", only="state = 'queued'"),
        partial_index("ix_outbox_open", "chat_id", "lane", "id", only=_any_of("queued", "sending", "unsure")),
        partial_index("ix_outbox_settled", "created_at", only=_any_of("sent", "failed", "unsure")),
        partial_index("ix_outbox_kept", "created_at", only="state = 'kept'"),
        partial_index("ix_outbox_chat_id_message_id", "chat_id", "message_id", only="message_id IS NOT NULL"),
        Index("ix_outbox_chat_id_created_at", "chat_id", "created_at"),
        NEVER_AGAIN,
    )

    id: int | None = Field(default=None, primary_key=True)
    chat_id: int | None = Field(default=None, sa_column=Column(BigInteger))
    lane: str = Lane.ANSWER
    method: str
    """The Bot API method in snake case, as python-telegram-bot names it: ``send_message``."""
    payload: Json = json()
    attachment: bytes | None = Field(default=None, sa_column=Column(LargeBinary))
    attachment_name: str | None = None
    ref: str | None = Field(default=None, index=True)
    """What the message is about (``prompt:12``, ``log:5``, ``conversation``), so that replies find their subject."""
    state: str = OutboxState.QUEUED
    attempts: int = 0
    """Calls begun."""
    in_doubt: int = 0
    """Calls whose outcome was never learnt; ``storage.doubt`` says what follows."""
    not_before: dt.datetime | None = moment()
    useful_until: dt.datetime | None = moment()
    """After which it is dropped instead of sent: a prompt that waited while Telegram was away, or we were."""
    created_at: dt.datetime = required_moment()
    sent_at: dt.datetime | None = moment()
    message_id: int | None = Field(default=None, sa_column=Column(BigInteger))
    error: str | None = Field(default=None, sa_column=Column(CleanText))


class Lease(StoredRow, table=True):
    """Who may do what only one may do (poll, send), and until when."""

    __tablename__ = "lease"

    name: str = Field(primary_key=True)
    holder: str
    until: dt.datetime = required_moment()
