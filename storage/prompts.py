"""Prompts: claimed exactly once per athlete, kind and local date, then said or dropped, then answered or not.

What is due is decided above (``scheduler.due``) by a pure function handed in here; this module does it to many
athletes at once. Exactly once comes from the table's unique key, not from a timer.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from sqlalchemy import bindparam, func, update
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
    due = select_columns(table.c.id, *(table.c[name] for name in _HABITS)).where(table.c.next_prompt_at <= now)
    due = due.order_by(table.c.next_prompt_at).limit(limit).with_for_update(skip_locked=True)
    rows = session.connection().execute(due).all()
    if not rows:
        return Claim(0, [])
    verdicts: dict[Habits, Verdict] = {}
    judged: list[tuple[int, Verdict]] = []
    for athlete_id, *values in rows:
        habits = Habits._make(values)
        if habits not in verdicts:
            verdicts[habits] = judge(habits, now)
        judged.append((athlete_id, verdicts[habits]))
    made = _make_prompts(session, now, _wanted(session, now, judged))
    _remember(session, judged)
    return Claim(len(rows), made)


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


def _wanted(session: Session, now: dt.datetime, judged: Sequence[tuple[int, Verdict]]) -> Iterable[tuple[int, Due]]:
    dues = [(athlete_id, due) for athlete_id, verdict in judged for due in verdict.dues]
    evenings = {athlete_id: due.local_date for athlete_id, due in dues if due.kind is PromptKind.EVENING}
    waiting = _unanswered(session, now, evenings) if evenings else set()
    return [each for each in dues if each[1].kind is not PromptKind.EVENING or each[0] in waiting]


def _unanswered(session: Session, now: dt.datetime, days: Mapping[int, dt.date]) -> set[int]:
    """Of these athletes, those whose daily prompt of the day was said a while ago and is not answered."""
    found = select(Prompt.athlete_id, col(Prompt.local_date)).where(
        col(Prompt.athlete_id).in_(days),
        col(Prompt.local_date).in_(set(days.values())),
        Prompt.kind == PromptKind.DAILY,
        Prompt.state == PromptState.SAID,
        col(Prompt.answered_at).is_(None),
        col(Prompt.claimed_at) <= now - EVENING_PATIENCE,
    )
    return {athlete_id for athlete_id, day in session.exec(found) if days[athlete_id] == day}


def _make_prompts(session: Session, now: dt.datetime, dues: Iterable[tuple[int, Due]]) -> list[int]:
    rows: list[dict[str, Any]] = [
        {
            "athlete_id": athlete_id,
            "kind": due.kind.value,
            "local_date": due.local_date,
            "due_at": due.at,
            "state": PromptState.CLAIMED.value,
            "claimed_at": now,
            "sessions": [],
        }
        for athlete_id, due in dues
    ]
    if not rows:
        return []
    insert = (sqlite if session.get_bind().dialect.name == "sqlite" else postgresql).insert
    statement = insert(_table(Prompt)).on_conflict_do_nothing().returning(col(Prompt.id))
    return sorted(session.connection().execute(statement, rows).scalars())


def _remember(session: Session, judged: Sequence[tuple[int, Verdict]]) -> None:
    table = _table(Athlete)
    remember = (
        update(table)
        .where(table.c.id == bindparam("athlete"))
        .values(
            next_prompt_at=bindparam("next_at"),
            prompted_on=bindparam("daily"),
            reviewed_on=bindparam("review"),
            snoozed_until=bindparam("snooze"),
        )
    )
    values = [
        {
            "athlete": athlete_id,
            "next_at": verdict.next_at,
            "daily": verdict.prompted_on,
            "review": verdict.reviewed_on,
            "snooze": verdict.snoozed_until,
        }
        for athlete_id, verdict in judged
    ]
    session.connection().execute(remember, values)


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
