"""The tables: athletes, what they said and did, what they were told, and the two boxes to and from Telegram.

Rows are never handed above ``storage`` as facts about training: the queries turn them into coach values. They are
handed up as rows only where the row itself is the subject (an athlete's settings, a conversation, a card).
"""

import datetime as dt
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, Column, ForeignKey, Index, LargeBinary, UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.columns import CleanText, Json, JsonColumn, UtcDateTime

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
"""Every constraint has a name, so that a migration can change it on both databases."""


def _moment(*, index: bool = False, nullable: bool = True) -> Any:  # noqa: ANN401 — SQLModel's own Field is Any
    return Field(default=None, sa_column=Column(UtcDateTime(), index=index, nullable=nullable))


def _required_moment() -> Any:  # noqa: ANN401 — as above
    return Field(sa_column=Column(UtcDateTime(), nullable=False))


def _json() -> Any:  # noqa: ANN401 — as above
    return Field(default_factory=dict, sa_column=Column(JsonColumn, nullable=False))


def _json_list() -> Any:  # noqa: ANN401 — as above
    return Field(default_factory=list, sa_column=Column(JsonColumn, nullable=False))


def _athlete_id(*, index: bool = True) -> Any:  # noqa: ANN401 — as above
    return Field(sa_column=Column(ForeignKey("athlete.id", ondelete="CASCADE"), nullable=False, index=index))


NEVER_AGAIN = {"sqlite_autoincrement": True}
"""An id is never given out again: an old button must not come to mean a newer row."""


class AthleteState(StrEnum):
    """Where an athlete stands with the coach."""

    ONBOARDING = "onboarding"
    ACTIVE = "active"
    PAUSED = "paused"


class Athlete(SQLModel, table=True):
    """One person: their private chat, settings, and the contract's profile document as far as it is known."""

    __tablename__ = "athlete"
    __table_args__ = (NEVER_AGAIN,)

    id: int | None = Field(default=None, primary_key=True)
    telegram_id: int = Field(sa_column=Column(BigInteger, unique=True, nullable=False))
    chat_id: int = Field(sa_column=Column(BigInteger, unique=True, nullable=False))
    name: str = Field(default="", sa_column=Column(CleanText, nullable=False))
    language: str = "en"
    state: str = AthleteState.ONBOARDING
    profile: Json = _json()
    zone: str | None = None
    prompt_minute: int | None = None
    """Minutes after local midnight at which the daily prompt is wanted."""
    rest_lines: bool = False
    """A line on rest days too."""
    evening: bool = True
    """One gentle follow-up in the evening when today is unanswered."""
    slowed: bool = False
    """Prompts only on key days, after the coach asked whether to slow down."""
    slow_asked_at: dt.datetime | None = _moment()
    """When the coach asked whether to slow down; it asks once."""
    paused_until: dt.date | None = None
    """The first day with prompts again; ``None`` while paused without an end, or not paused."""
    snoozed_until: dt.datetime | None = _moment()
    """When today's prompt is wanted again."""
    prompted_on: dt.date | None = None
    """The last local date whose daily prompt is settled: said, or too late to be useful."""
    reviewed_on: dt.date | None = None
    """The last Sunday whose review is settled."""
    blocked_at: dt.datetime | None = _moment()
    """When Telegram said that the athlete has blocked the bot; cleared by their next message."""
    next_prompt_at: dt.datetime | None = _moment(index=True)
    """When the tick should look at this athlete next; ``None`` while nothing is due."""
    created_at: dt.datetime = _required_moment()
    updated_at: dt.datetime = _required_moment()


class Conversation(SQLModel, table=True):
    """The open question of a chat; also the row that is locked while one of the chat's updates is handled."""

    __tablename__ = "conversation"

    chat_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    flow: str | None = None
    question: str | None = None
    data: Json = _json()
    message_id: int | None = Field(default=None, sa_column=Column(BigInteger))
    updated_at: dt.datetime | None = _moment()


class Saying(SQLModel, table=True):
    """The raw words of a person, kept before they are read, so that a better reader can read them again."""

    __tablename__ = "saying"
    __table_args__ = (UniqueConstraint("chat_id", "message_id"), NEVER_AGAIN)

    id: int | None = Field(default=None, primary_key=True)
    athlete_id: int = _athlete_id()
    chat_id: int = Field(sa_column=Column(BigInteger, nullable=False))
    message_id: int = Field(sa_column=Column(BigInteger, nullable=False))
    reply_to_message_id: int | None = Field(default=None, sa_column=Column(BigInteger))
    text: str = Field(sa_column=Column(CleanText, nullable=False))
    understood: bool = False
    said_at: dt.datetime = _required_moment()
    edited_at: dt.datetime | None = _moment()


class Log(SQLModel, table=True):
    """One line of an athlete's log: an activity done, shortened or skipped, or a check-in (``kind`` null)."""

    __tablename__ = "log"
    __table_args__ = (Index("ix_log_athlete_id_date", "athlete_id", "date"), NEVER_AGAIN)

    id: int | None = Field(default=None, primary_key=True)
    athlete_id: int = _athlete_id(index=False)
    saying_id: int | None = Field(
        default=None, sa_column=Column(ForeignKey("saying.id", ondelete="SET NULL"), index=True)
    )
    prompt_id: int | None = Field(
        default=None, sa_column=Column(ForeignKey("prompt.id", ondelete="SET NULL"), index=True)
    )
    date: dt.date
    kind: str | None = None
    """A session kind of the plan; ``None`` for a check-in or an activity the plan does not know."""
    activity: str | None = None
    status: str | None = None
    minutes: float | None = None
    distance_m: int | None = None
    rpe: int | None = None
    target_rpe: list[int] | None = Field(default=None, sa_column=Column(JsonColumn))
    longest_run_s: int | None = None
    avg_hr: int | None = None
    pain_area: str | None = None
    pain_level: int | None = None
    symptoms: list[str] = _json_list()
    exercises: list[Json] = _json_list()
    reason: str | None = None
    note: str | None = Field(default=None, sa_column=Column(CleanText))
    planned: bool = False
    session_date: dt.date | None = None
    """The date the bound session was planned for; differs from ``date`` when it was done on another day."""
    card_message_id: int | None = Field(default=None, sa_column=Column(BigInteger))
    created_at: dt.datetime = _required_moment()
    deleted_at: dt.datetime | None = _moment()


class Measurement(SQLModel, table=True):
    """A body measurement on a day, in SI: ``weight_kg`` ``thigh_cm`` ``calf_cm`` ``waist_cm`` ``sleep_h`` …."""

    __tablename__ = "measurement"
    __table_args__ = (Index("ix_measurement_athlete_id_kind_date", "athlete_id", "kind", "date"), NEVER_AGAIN)

    id: int | None = Field(default=None, primary_key=True)
    athlete_id: int = _athlete_id(index=False)
    saying_id: int | None = Field(
        default=None, sa_column=Column(ForeignKey("saying.id", ondelete="SET NULL"), index=True)
    )
    date: dt.date
    kind: str
    value: float
    created_at: dt.datetime = _required_moment()
    deleted_at: dt.datetime | None = _moment()


class SentWeek(SQLModel, table=True):
    """A week as it was first sent, which the planner honours, and as the athlete knows it now.

    The two are kept apart so that planning again always starts from the same week: a change is made once, not on top
    of itself.
    """

    __tablename__ = "sent_week"
    __table_args__ = (UniqueConstraint("athlete_id", "start"), NEVER_AGAIN)

    id: int | None = Field(default=None, primary_key=True)
    athlete_id: int = _athlete_id(index=False)
    start: dt.date
    week: Json = _json()
    shown: Json = _json()
    sent_at: dt.datetime = _required_moment()


class SessionMove(SQLModel, table=True):
    """The athlete moved a session from one date to another."""

    __tablename__ = "session_move"
    __table_args__ = (NEVER_AGAIN,)

    id: int | None = Field(default=None, primary_key=True)
    athlete_id: int = _athlete_id()
    kind: str
    origin: dt.date
    target: dt.date
    moved_at: dt.datetime = _required_moment()
    undone_at: dt.datetime | None = _moment()


class Receipt(SQLModel, table=True):
    """A change of the plan as it was told: before, after, rule, reason, and whether it was taken back."""

    __tablename__ = "receipt"
    __table_args__ = (UniqueConstraint("athlete_id", "rule", "cause", "date"), NEVER_AGAIN)

    id: int | None = Field(default=None, primary_key=True)
    athlete_id: int = _athlete_id(index=False)
    rule: str
    rule_number: str
    date: dt.date
    cause: dt.date
    change: Json = _json()
    told_at: dt.datetime = _required_moment()
    undone_at: dt.datetime | None = _moment()


class PromptState(StrEnum):
    """What became of a prompt."""

    CLAIMED = "claimed"
    SAID = "said"
    DROPPED = "dropped"


class PromptKind(StrEnum):
    """Why the coach speaks unasked."""

    DAILY = "daily"
    """Today's sessions at the athlete's hour."""
    EVENING = "evening"
    """One gentle follow-up where the daily prompt is unanswered."""
    REVIEW = "review"
    """The week that ends on Sunday ``local_date``, and the next one."""
    SNOOZE = "snooze"
    """Today's prompt again, because the athlete asked for it later."""


class Prompt(SQLModel, table=True):
    """One prompt: exactly one per athlete, kind and local date, by its unique key."""

    __tablename__ = "prompt"
    __table_args__ = (
        UniqueConstraint("athlete_id", "kind", "local_date"),
        Index("ix_prompt_state_id", "state", "id"),
        NEVER_AGAIN,
    )

    id: int | None = Field(default=None, primary_key=True)
    athlete_id: int = _athlete_id(index=False)
    kind: str
    """A ``PromptKind``."""
    local_date: dt.date
    due_at: dt.datetime = _required_moment()
    state: str = PromptState.CLAIMED
    claimed_at: dt.datetime = _required_moment()
    sessions: list[Json] = _json_list()
    """What was prompted, so that an answer days later still knows."""
    answered_at: dt.datetime | None = _moment()


class InboxState(StrEnum):
    """What became of an update."""

    NEW = "new"
    DONE = "done"
    DEAD = "dead"


class InboxUpdate(SQLModel, table=True):
    """An update as Telegram sent it, committed before Telegram is told that it arrived."""

    __tablename__ = "inbox"
    __table_args__ = (
        Index("ix_inbox_state_update_id", "state", "update_id"),
        Index("ix_inbox_chat_key_state_update_id", "chat_key", "state", "update_id"),
    )

    update_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    chat_key: int | None = Field(default=None, sa_column=Column(BigInteger))
    """Updates of one key are handled in order; the chat, or the person where there is no chat."""
    payload: Json = _json()
    state: str = InboxState.NEW
    attempts: int = 0
    error: str | None = Field(default=None, sa_column=Column(CleanText))
    received_at: dt.datetime = _required_moment()
    done_at: dt.datetime | None = _moment(index=True)


class OutboxState(StrEnum):
    """What became of a message."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    KEPT = "kept"
    """Sent a while ago: its words are gone, what it was about is kept for replies."""


class Lane(StrEnum):
    """Who is waiting: a person for an answer, or many for their morning prompt."""

    ANSWER = "answer"
    BROADCAST = "broadcast"


class OutboxMessage(SQLModel, table=True):
    """A Bot API call to be made, committed together with what it acknowledges."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index("ix_outbox_state_lane_id", "state", "lane", "id"),
        Index("ix_outbox_state_created_at", "state", "created_at"),
        Index("ix_outbox_chat_id_state_lane_id", "chat_id", "state", "lane", "id"),
        Index("ix_outbox_chat_id_message_id", "chat_id", "message_id"),
        NEVER_AGAIN,
    )

    id: int | None = Field(default=None, primary_key=True)
    chat_id: int | None = Field(default=None, sa_column=Column(BigInteger))
    lane: str = Lane.ANSWER
    method: str
    """The Bot API method in snake case, as python-telegram-bot names it: ``send_message``."""
    payload: Json = _json()
    attachment: bytes | None = Field(default=None, sa_column=Column(LargeBinary))
    attachment_name: str | None = None
    ref: str | None = Field(default=None, index=True)
    """What the message is about (``prompt:12``, ``log:5``, ``conversation``), so that replies find their subject."""
    state: str = OutboxState.QUEUED
    attempts: int = 0
    """Calls begun."""
    in_doubt: int = 0
    """Calls whose outcome was never learnt: after the first the message is repeated, after the second it is left."""
    not_before: dt.datetime | None = _moment()
    created_at: dt.datetime = _required_moment()
    sent_at: dt.datetime | None = _moment()
    message_id: int | None = Field(default=None, sa_column=Column(BigInteger))
    error: str | None = Field(default=None, sa_column=Column(CleanText))


class Lease(SQLModel, table=True):
    """Who may do what only one may do (poll, send), and until when."""

    __tablename__ = "lease"

    name: str = Field(primary_key=True)
    holder: str
    until: dt.datetime = _required_moment()
