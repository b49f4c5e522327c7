"""What the operator says to everybody."""

import datetime as dt
from enum import StrEnum

from sqlalchemy import BigInteger, Column
from sqlmodel import Field

from storage.columns import CleanText
from storage.tables.columns import NEVER_AGAIN, StoredRow, moment, required_moment


class BroadcastState(StrEnum):
    """What became of a broadcast."""

    DRAFT = "draft"
    """Shown to the operator, not confirmed."""
    SENDING = "sending"
    DONE = "done"
    CANCELLED = "cancelled"


class Broadcast(StoredRow, table=True):
    """One text for every athlete, queued in batches; how far it got stands in the row, so that a restart goes on."""

    __tablename__ = "broadcast"
    __table_args__ = (NEVER_AGAIN,)

    id: int | None = Field(default=None, primary_key=True)
    operator: int = Field(sa_column=Column(BigInteger, nullable=False))
    """The operator's Telegram account, which is also the chat that hears the report."""
    text: str = Field(sa_column=Column(CleanText, nullable=False))
    state: str = Field(default=BroadcastState.DRAFT, index=True)
    reached: int = 0
    """The athlete queued last: all with a smaller id have had their turn."""
    last: int = 0
    """The newest athlete at the moment it was confirmed; who comes later does not get it."""
    queued: int = 0
    """Messages put into the outbox so far."""
    created_at: dt.datetime = required_moment()
    ended_at: dt.datetime | None = moment()
