"""Strength sessions on the way through their sets."""

import datetime as dt
from enum import StrEnum

from sqlalchemy import BigInteger, Column, ForeignKey, Index
from sqlmodel import Field

from storage.columns import Json
from storage.tables.columns import NEVER_AGAIN, StoredRow, json, moment, owner, required_moment


class Timer(StrEnum):
    """What is being waited for; a rest and a hold until ``GuidedSession.until``."""

    REST = "rest"
    HOLD = "hold"
    EFFORT = "effort"
    """The session was stopped: how hard was it?"""
    SWAP = "swap"
    """What to do instead?"""
    WHERE = "where"
    """Where does it hurt? With a part of the body behind a colon (``where:knee``): how much?"""


class GuidedSession(StoredRow, table=True):
    """One strength session led set by set; open until ``closed_at``, one at a time for an athlete.

    ``until`` is when a rest or a hold ends and ``wake_at`` when the clock has something to say next: moments, so that
    a restart loses neither.
    """

    __tablename__ = "guided_session"
    __table_args__ = (Index("ix_guided_session_athlete_id_closed_at", "athlete_id", "closed_at"), NEVER_AGAIN)

    id: int | None = Field(default=None, primary_key=True)
    athlete_id: int = owner(index=False)
    prompt_id: int | None = Field(
        default=None, sa_column=Column(ForeignKey("prompt.id", ondelete="SET NULL"), index=True)
    )
    log_id: int | None = Field(default=None, sa_column=Column(ForeignKey("log.id", ondelete="SET NULL"), index=True))
    """The line of the log, there from the first set on."""
    date: dt.date
    """The athlete's own date on which it began."""
    session: Json = json()
    """The planned session, as it was when it began."""
    state: Json = json()
    """What comes and what was done, as ``coach.documents.guided`` writes it."""
    loads: Json = json()
    """The weight in use by exercise, in kilograms."""
    step: int = 0
    """Counts what was tapped: a button of an earlier step does nothing."""
    timer: str | None = None
    """A ``Timer``: a countdown, or a question that is open in the message."""
    until: dt.datetime | None = moment()
    wake_at: dt.datetime | None = moment(index=True)
    message_id: int | None = Field(default=None, sa_column=Column(BigInteger))
    """The message that leads through it, as far as Telegram has told its number."""
    started_at: dt.datetime = required_moment()
    touched_at: dt.datetime = required_moment()
    closed_at: dt.datetime | None = moment()
