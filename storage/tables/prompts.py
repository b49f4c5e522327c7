"""When the coach speaks unasked."""

import datetime as dt
from enum import StrEnum

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field

from storage.columns import Json
from storage.tables.columns import NEVER_AGAIN, StoredRow, json_list, moment, owner, required_moment


class PromptState(StrEnum):
    """What became of a prompt."""

    CLAIMED = "claimed"
    SAID = "said"
    DROPPED = "dropped"


_CLAIMED = text("state = 'claimed'")
"""Of all prompts the few that wait to be said are looked for."""


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


class Prompt(StoredRow, table=True):
    """One prompt: exactly one per athlete, kind and local date, by its unique key."""

    __tablename__ = "prompt"
    __table_args__ = (
        UniqueConstraint("athlete_id", "kind", "local_date"),
        Index("ix_prompt_claimed", "id", sqlite_where=_CLAIMED, postgresql_where=_CLAIMED),
        NEVER_AGAIN,
    )

    id: int | None = Field(default=None, primary_key=True)
    athlete_id: int = owner(index=False)
    kind: str
    """A ``PromptKind``."""
    local_date: dt.date
    due_at: dt.datetime = required_moment()
    state: str = PromptState.CLAIMED
    claimed_at: dt.datetime = required_moment()
    sessions: list[Json] = json_list()
    """What was prompted, so that an answer days later still knows."""
    answered_at: dt.datetime | None = moment()
