"""Who is spoken with, and what they said in their own words."""

import datetime as dt
from enum import StrEnum

from sqlalchemy import BigInteger, Column, UniqueConstraint
from sqlmodel import Field

from storage.columns import CleanText, Json, JsonColumn
from storage.tables.columns import NEVER_AGAIN, StoredRow, json, moment, owner, required_moment


class AthleteState(StrEnum):
    """Where an athlete stands with the coach."""

    ONBOARDING = "onboarding"
    ACTIVE = "active"
    PAUSED = "paused"


class Athlete(StoredRow, table=True):
    """One person: their private chat, settings, and the contract's profile document as far as it is known."""

    __tablename__ = "athlete"
    __table_args__ = (NEVER_AGAIN,)

    id: int | None = Field(default=None, primary_key=True)
    telegram_id: int = Field(sa_column=Column(BigInteger, unique=True, nullable=False))
    chat_id: int = Field(sa_column=Column(BigInteger, unique=True, nullable=False))
    name: str = Field(default="", sa_column=Column(CleanText, nullable=False))
    language: str = "en"
    state: str = AthleteState.ONBOARDING
    profile: Json = json()
    zone: str | None = None
    prompt_minute: int | None = None
    """Minutes after local midnight at which the daily prompt is wanted."""
    rest_lines: bool = False
    """A line on rest days too."""
    evening: bool = True
    """One gentle follow-up in the evening when today is unanswered."""
    clock: str | None = None
    """``12`` or ``24``: how the time of day is written; ``None`` as their language does."""
    quiet_from: int | None = None
    """Minutes after local midnight from which nothing unasked is said; ``None`` with ``quiet_to``: the usual hours."""
    quiet_to: int | None = None
    slowed: bool = False
    """Prompts only on key days, after the coach asked whether to slow down."""
    slow_asked_at: dt.datetime | None = moment()
    """When the coach asked whether to slow down; it asks once."""
    paused_until: dt.date | None = None
    """The first day with prompts again; ``None`` while paused without an end, or not paused."""
    snoozed_until: dt.datetime | None = moment()
    """When today's prompt is wanted again."""
    prompted_on: dt.date | None = None
    """The last local date whose daily prompt is settled: said, or too late to be useful."""
    reviewed_on: dt.date | None = None
    """The last Sunday whose review is settled."""
    blocked_at: dt.datetime | None = moment()
    """When Telegram said that the athlete has blocked the bot; cleared by their next message."""
    next_prompt_at: dt.datetime | None = moment(index=True)
    """When the tick should look at this athlete next; ``None`` while nothing is due."""
    created_at: dt.datetime = required_moment()
    updated_at: dt.datetime = required_moment()


class Conversation(StoredRow, table=True):
    """The open question of a chat; also the row that is locked while one of the chat's updates is handled."""

    __tablename__ = "conversation"

    chat_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    flow: str | None = None
    question: str | None = None
    data: Json = json()
    message_id: int | None = Field(default=None, sa_column=Column(BigInteger))
    updated_at: dt.datetime | None = moment()


class Saying(StoredRow, table=True):
    """The raw words of a person, kept before they are read, so that a better reader can read them again."""

    __tablename__ = "saying"
    __table_args__ = (UniqueConstraint("chat_id", "message_id"), NEVER_AGAIN)

    id: int | None = Field(default=None, primary_key=True)
    athlete_id: int = owner()
    chat_id: int = Field(sa_column=Column(BigInteger, nullable=False))
    message_id: int = Field(sa_column=Column(BigInteger, nullable=False))
    reply_to_message_id: int | None = Field(default=None, sa_column=Column(BigInteger))
    text: str = Field(sa_column=Column(CleanText, nullable=False))
    understood: bool = False
    reading: Json | None = Field(default=None, sa_column=Column(JsonColumn))
    """What was understood when the words were read as a log; ``None`` where they answered a question instead."""
    said_at: dt.datetime = required_moment()
    edited_at: dt.datetime | None = moment()
