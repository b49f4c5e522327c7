"""What was done, measured, planned and changed."""

import datetime as dt

from sqlalchemy import BigInteger, Column, ForeignKey, Index, UniqueConstraint
from sqlmodel import Field

from storage.columns import CleanText, Json, JsonColumn
from storage.tables.columns import NEVER_AGAIN, StoredRow, json, json_list, moment, owner, required_moment


class Log(StoredRow, table=True):
    """One line of an athlete's log: an activity done, shortened or skipped, or a check-in (``kind`` null)."""

    __tablename__ = "log"
    __table_args__ = (Index("ix_log_athlete_id_date", "athlete_id", "date"), NEVER_AGAIN)

    id: int | None = Field(default=None, primary_key=True)
    athlete_id: int = owner(index=False)
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
    stated: list[str] | None = Field(default=None, sa_column=Column(JsonColumn))
    """Of ``minutes`` and ``distance`` those that somebody said, typed or measured; the others come from the plan or
    were worked out. ``None`` in rows older than this column: nobody knows."""
    rpe: int | None = None
    target_rpe: list[int] | None = Field(default=None, sa_column=Column(JsonColumn))
    longest_run_s: int | None = None
    avg_hr: int | None = None
    pain_area: str | None = None
    pain_level: int | None = None
    symptoms: list[str] = json_list()
    exercises: list[Json] = json_list()
    reason: str | None = None
    note: str | None = Field(default=None, sa_column=Column(CleanText))
    planned: bool = False
    session_date: dt.date | None = None
    """The date the bound session was planned for; differs from ``date`` when it was done on another day."""
    started_at: dt.datetime | None = moment()
    """When it began, where a file says so; that is how twins are recognised."""
    track: Json | None = Field(default=None, sa_column=Column(JsonColumn))
    """The sums of the file behind it (``coach.documents.summary_from_json``): splits, best efforts, climb."""
    before: Json | None = Field(default=None, sa_column=Column(JsonColumn))
    """The fields as they stood before the last correction, and ``at``, its moment; *undo* puts them back."""
    card_message_id: int | None = Field(default=None, sa_column=Column(BigInteger))
    created_at: dt.datetime = required_moment()
    deleted_at: dt.datetime | None = moment()


class Measurement(StoredRow, table=True):
    """A body measurement on a day, in SI: ``weight_kg`` ``thigh_cm`` ``calf_cm`` ``waist_cm`` ``sleep_h`` …."""

    __tablename__ = "measurement"
    __table_args__ = (Index("ix_measurement_athlete_id_kind_date", "athlete_id", "kind", "date"), NEVER_AGAIN)

    id: int | None = Field(default=None, primary_key=True)
    athlete_id: int = owner(index=False)
    saying_id: int | None = Field(
        default=None, sa_column=Column(ForeignKey("saying.id", ondelete="SET NULL"), index=True)
    )
    date: dt.date
    kind: str
    value: float
    created_at: dt.datetime = required_moment()
    deleted_at: dt.datetime | None = moment()


class SentWeek(StoredRow, table=True):
    """A week as it was first sent, which the planner honours, and as the athlete knows it now.

    The two are kept apart so that planning again always starts from the same week: a change is made once, not on top
    of itself.
    """

    __tablename__ = "sent_week"
    __table_args__ = (UniqueConstraint("athlete_id", "start"), NEVER_AGAIN)

    id: int | None = Field(default=None, primary_key=True)
    athlete_id: int = owner(index=False)
    start: dt.date
    week: Json = json()
    shown: Json = json()
    sent_at: dt.datetime = required_moment()


class SessionMove(StoredRow, table=True):
    """The athlete moved a session from one date to another."""

    __tablename__ = "session_move"
    __table_args__ = (NEVER_AGAIN,)

    id: int | None = Field(default=None, primary_key=True)
    athlete_id: int = owner()
    kind: str
    origin: dt.date
    target: dt.date
    moved_at: dt.datetime = required_moment()
    undone_at: dt.datetime | None = moment()


class Receipt(StoredRow, table=True):
    """A change of the plan as it was told: before, after, rule, reason, and whether it was taken back."""

    __tablename__ = "receipt"
    __table_args__ = (UniqueConstraint("athlete_id", "rule", "cause", "date"), NEVER_AGAIN)

    id: int | None = Field(default=None, primary_key=True)
    athlete_id: int = owner(index=False)
    rule: str
    rule_number: str
    date: dt.date
    cause: dt.date
    change: Json = json()
    told_at: dt.datetime = required_moment()
    undone_at: dt.datetime | None = moment()
