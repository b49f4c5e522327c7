"""Prompts: claimed exactly once per athlete, kind and local date, then said or dropped, then answered or not.

What is due is decided above (``scheduler.due``) by a pure function handed in here; this module does it to many
athletes at once. Exactly once comes from the table's unique key, not from a timer.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, exists, func, literal, update
from sqlalchemy import select as select_columns
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel, col, select
from sqlmodel.sql.expression import SelectOfScalar

from storage.tables import Athlete, Prompt, PromptKind, PromptState


class Habits(NamedTuple):
    """All that the clock needs to know of an athlete; many athletes share one value, which is judged once."""

    zone: str | None
    minute: int | None
    """Of the daily prompt, after local midnight."""
    evening: bool = True
    state: str = "active"
    paused_until: dt.date | None = None
    snoozed_until: dt.datetime | None = None
    prompted_on: dt.date | None = None
    """The last local date whose daily prompt is settled."""
    reviewed_on: dt.date | None = None
    """The last Sunday whose review is settled."""


class Due(NamedTuple):
    """One prompt that is due: its unique key but for the athlete, and when it was wanted."""

    kind: PromptKind
    local_date: dt.date
    at: dt.datetime


class Verdict(NamedTuple):
    """What the clock says of some habits: the prompts due now, and what to remember."""

    dues: tuple[Due, ...]
    next_at: dt.datetime | None
    prompted_on: dt.date | None = None
    reviewed_on: dt.date | None = None
    snoozed_until: dt.datetime | None = None


Judge = Callable[[Habits, dt.datetime], Verdict]


class Claim(NamedTuple):
    """How many athletes were looked at, and the ids of the prompts that are now ours to say."""

    athletes: int
    prompts: list[int]


EVENING_PATIENCE: Final = dt.timedelta(hours=2)
"""The evening line follows a daily prompt that had at least this long to be answered."""
_HABITS: Final = (
    "zone",
    "prompt_minute",
    "evening",
    "state",
    "paused_until",
    "snoozed_until",
    "prompted_on",
    "reviewed_on",
)
"""Where ``Habits`` stand in an athlete's row, in the same order."""


def habits_of(athlete: Athlete) -> Habits:
    """What the clock needs to know of one athlete."""
    return Habits._make(getattr(athlete, name) for name in _HABITS)


def claim_due(session: Session, now: dt.datetime, limit: int, judge: Judge) -> Claim:
    """Take up to ``limit`` athletes whose moment has come, make their prompts, and set their next moment.

    Athletes that another replica has in hand are passed over. A prompt already made (its unique key is taken) is
    not made again.
    """
    table = _table(Athlete)
    late = select_columns(table.c.id, *(table.c[name] for name in _HABITS)).where(table.c.next_prompt_at <= now)
    late = late.order_by(table.c.next_prompt_at).limit(limit).with_for_update(skip_locked=True)
    rows = session.connection().execute(late).all()
    if not rows:
        return Claim(0, [])
    alike: dict[Habits, list[int]] = {}
    for athlete_id, *values in rows:
        alike.setdefault(Habits._make(values), []).append(athlete_id)
    made: list[int] = []
    for habits, athletes in alike.items():
        verdict = judge(habits, now)
        for due in verdict.dues:
            made += _make_prompts(session, now, due, athletes)
        _remember(session, verdict, athletes)
    return Claim(len(rows), sorted(made))


def unsaid(
    session: Session, claimed_before: dt.datetime, limit: int, *, after_id: int = 0
) -> list[tuple[Prompt, str | None]]:
    """Prompts claimed before a moment and neither said nor dropped since, with their athlete's zone, by id."""
    found = (
        select(Prompt, col(Athlete.zone))
        .join(Athlete, col(Athlete.id) == col(Prompt.athlete_id))
        .where(Prompt.state == PromptState.CLAIMED, col(Prompt.claimed_at) <= claimed_before)
        .where(col(Prompt.id) > after_id)
        .order_by(col(Prompt.id))
        .limit(limit)
        .with_for_update(skip_locked=True, of=Prompt)
    )
    return [(prompt, zone) for prompt, zone in session.exec(found)]


def take_prompt(session: Session, prompt_id: int) -> Prompt | None:
    """Lock a claimed prompt to say it in this transaction.

    Returns:
        ``None`` where it is said or dropped already, in another replica's hands, or erased with its athlete.
    """
    found = select(Prompt).where(Prompt.id == prompt_id, Prompt.state == PromptState.CLAIMED)
    return session.exec(found.with_for_update(skip_locked=True)).one_or_none()


def mark_said(session: Session, prompt: Prompt) -> None:
    """The prompt is in the outbox."""
    _settle(session, prompt, PromptState.SAID)


def mark_dropped(session: Session, prompt: Prompt) -> None:
    """There is nothing to say, or it is too late to be useful."""
    _settle(session, prompt, PromptState.DROPPED)


def answer(session: Session, prompt: Prompt, now: dt.datetime) -> None:
    """The athlete answered; the first answer's moment stays."""
    if prompt.answered_at is None:
        prompt.answered_at = now
        session.add(prompt)
        session.flush()


def answer_day(session: Session, athlete_id: int, day: dt.date, now: dt.datetime) -> None:
    """The athlete logged a day without a reply: its prompts are answered."""
    open_prompts = update(Prompt).where(
        col(Prompt.athlete_id) == athlete_id, col(Prompt.local_date) == day, col(Prompt.answered_at).is_(None)
    )
    session.exec(open_prompts.values(answered_at=now))


def prompt_by_id(session: Session, athlete_id: int, prompt_id: int) -> Prompt | None:
    """An athlete's own prompt, and nobody else's."""
    return session.exec(select(Prompt).where(Prompt.id == prompt_id, Prompt.athlete_id == athlete_id)).one_or_none()


def prompt_on(session: Session, athlete_id: int, kind: str, local_date: dt.date) -> Prompt | None:
    """The prompt of a kind on a local date, if there was one."""
    found = select(Prompt).where(Prompt.athlete_id == athlete_id, Prompt.kind == kind, Prompt.local_date == local_date)
    return session.exec(found).one_or_none()


def latest_prompt(session: Session, athlete_id: int) -> Prompt | None:
    """The daily prompt said last."""
    return session.exec(_said_daily(athlete_id).limit(1)).first()


def unanswered_streak(session: Session, athlete_id: int, most: int = 10) -> int:
    """How many of the daily prompts said last went without an answer in a row, counted up to ``most``."""
    streak = 0
    for prompt in session.exec(_said_daily(athlete_id).limit(most)):
        if prompt.answered_at is not None:
            break
        streak += 1
    return streak


def prompts_late(session: Session, now: dt.datetime) -> tuple[int, dt.datetime | None]:
    """How many athletes' moments have passed without being looked at, and the earliest; for the operator."""
    late = select(func.count(), func.min(col(Athlete.next_prompt_at))).where(col(Athlete.next_prompt_at) <= now)
    count, earliest = session.exec(late).one()
    return count, earliest


def _make_prompts(session: Session, now: dt.datetime, due: Due, athletes: Sequence[int]) -> Sequence[int]:
    """One prompt for each of these athletes, but for those who have it already; the new ones' ids."""
    athlete, prompt = _table(Athlete), _table(Prompt)
    values: dict[str, Any] = {
        "kind": due.kind.value,
        "local_date": due.local_date,
        "due_at": due.at,
        "state": PromptState.CLAIMED.value,
        "claimed_at": now,
        "sessions": [],
    }
    wanted = athlete.c.id.in_(athletes)
    if due.kind is PromptKind.EVENING:
        wanted &= _is_unanswered(now, due.local_date)
    constants = (literal(value, prompt.c[name].type) for name, value in values.items())
    insert = (sqlite if session.get_bind().dialect.name == "sqlite" else postgresql).insert
    made = insert(prompt).from_select(["athlete_id", *values], select_columns(athlete.c.id, *constants).where(wanted))
    return session.connection().execute(made.on_conflict_do_nothing().returning(prompt.c.id)).scalars().all()


def _is_unanswered(now: dt.datetime, day: dt.date) -> ColumnElement[bool]:
    """Whether the athlete's daily prompt of the day was said a while ago and is not answered."""
    return exists().where(
        col(Prompt.athlete_id) == col(Athlete.id),
        col(Prompt.kind) == PromptKind.DAILY,
        col(Prompt.local_date) == day,
        col(Prompt.state) == PromptState.SAID,
        col(Prompt.answered_at).is_(None),
        col(Prompt.claimed_at) <= now - EVENING_PATIENCE,
    )


def _remember(session: Session, verdict: Verdict, athletes: Sequence[int]) -> None:
    table = _table(Athlete)
    values = {
        "next_prompt_at": verdict.next_at,
        "prompted_on": verdict.prompted_on,
        "reviewed_on": verdict.reviewed_on,
        "snoozed_until": verdict.snoozed_until,
    }
    session.connection().execute(update(table).where(table.c.id.in_(athletes)).values(values))


def _said_daily(athlete_id: int) -> SelectOfScalar[Prompt]:
    said = select(Prompt).where(
        Prompt.athlete_id == athlete_id, Prompt.kind == PromptKind.DAILY, Prompt.state == PromptState.SAID
    )
    return said.order_by(col(Prompt.local_date).desc())


def _settle(session: Session, prompt: Prompt, state: PromptState) -> None:
    prompt.state = state
    session.add(prompt)
    session.flush()


def _table(model: type[SQLModel]) -> Any:  # noqa: ANN401 — SQLModel sets it without saying so
    return model.__table__  # type: ignore[attr-defined]
