"""Who is due, claimed: many athletes at once, exactly one prompt per athlete, kind and local date.

What is due is decided above (``scheduler.due``) by a pure function handed in here; athletes of the same habits are
judged once. What was decided goes back in two statements, however many habits there are: a document of verdicts and
one of who they are for, which the database spreads over the rows. Exactly once comes from the table's unique key.
"""

import datetime as dt
import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, NamedTuple

from sqlalchemy import TextClause, bindparam, func, or_, text, update
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from storage.columns import UtcDateTime
from storage.rows import table_of
from storage.statements import Statement
from storage.tables import Athlete, Prompt, PromptKind


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
    quiet_from: int | None = None
    """Minutes after local midnight from which nothing unasked is said, to ``quiet_to``; ``None``: the usual hours."""
    quiet_to: int | None = None


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
    "quiet_from",
    "quiet_to",
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
    alike = _late(session, now, limit)
    if not alike:
        return Claim(0, [])
    verdicts = [judge(Habits._make(habits), now) for habits in alike]
    members = {each: number for number, athletes in enumerate(alike.values()) for each in athletes}
    document = json.dumps(members)
    made = _make_prompts(session, now, verdicts, document)
    _remember(session, verdicts, document)
    return Claim(len(members), sorted(made))


def _late(session: Session, now: dt.datetime, limit: int) -> dict[tuple[Any, ...], list[int]]:
    """The athletes whose moment has come, locked, by their habits."""
    if session.get_bind().dialect.name == "sqlite":
        return _LATE.alike(session, now=now, limit=limit)
    return {row[1:]: row[0] for row in _LATE_BY_HABITS.rows(session, now=now, limit=limit)}


AHEAD: Final = dt.timedelta(days=2)
"""No honest traveller's date is that far ahead of the date in UTC."""


def set_right(session: Session, now: dt.datetime) -> int:
    """The clock was ahead and was set back: athletes whose days to come count as prompted are looked at again.

    Told by the newest prompt, which was claimed at a moment that has not come yet; without one nothing is looked at.

    Returns:
        How many athletes.
    """
    newest = session.exec(select(Prompt.claimed_at).order_by(col(Prompt.id).desc()).limit(1)).first()
    if newest is None or newest <= now + dt.timedelta(hours=1):
        return 0
    day = (now + AHEAD).date()
    ahead = update(Athlete).where(or_(col(Athlete.prompted_on) >= day, col(Athlete.reviewed_on) >= day))
    sunday = now.date() - dt.timedelta(days=now.isoweekday() % 7)
    return int(session.exec(ahead.values(prompted_on=None, reviewed_on=sunday, next_prompt_at=now)).rowcount)


_ATHLETE: Final = table_of(Athlete)
_SOME_LATE: Final = (
    select_columns(_ATHLETE.c.id, *(_ATHLETE.c[name] for name in _HABITS))
    .where(_ATHLETE.c.next_prompt_at <= bindparam("now"))
    .order_by(_ATHLETE.c.next_prompt_at)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)
)
_LATE: Final = Statement(_SOME_LATE)
_LOCKED: Final = _SOME_LATE.cte("late")
_LATE_BY_HABITS: Final = Statement(
    select_columns(func.array_agg(_LOCKED.c.id), *(_LOCKED.c[name] for name in _HABITS)).group_by(
        *(_LOCKED.c[name] for name in _HABITS)
    )
)
"""For PostgreSQL, which sorts them by itself: a row for each of a few habits instead of one for each athlete."""
_MEMBERS: Final = {
    "sqlite": "SELECT CAST(key AS INTEGER) AS id, value AS number FROM json_each(:members)",
    "postgresql": "SELECT CAST(key AS integer) AS id, CAST(value AS integer) AS number"
    " FROM json_each_text(CAST(:members AS json))",
}
"""Who each verdict is for: a document of ``{athlete: number of the verdict}`` as rows."""
_DUES: Final = {
    "sqlite": "SELECT value ->> 'number' AS number, value ->> 'kind' AS kind, value ->> 'local_date' AS local_date,"
    " value ->> 'at' AS at FROM json_each(:dues)",
    "postgresql": "SELECT * FROM json_to_recordset(CAST(:dues AS json))"
    " AS due (number integer, kind text, local_date date, at timestamptz)",
}
_VERDICTS: Final = {
    "sqlite": "SELECT value ->> 'number' AS number, value ->> 'next_at' AS next_at,"
    " value ->> 'prompted_on' AS prompted_on, value ->> 'reviewed_on' AS reviewed_on,"
    " value ->> 'snoozed_until' AS snoozed_until FROM json_each(:verdicts)",
    "postgresql": "SELECT * FROM json_to_recordset(CAST(:verdicts AS json)) AS verdict"
    " (number integer, next_at timestamptz, prompted_on date, reviewed_on date, snoozed_until timestamptz)",
}
_MAKE: Final = """
WITH member AS MATERIALIZED ({members}), due AS MATERIALIZED ({dues})
INSERT INTO prompt (athlete_id, kind, local_date, due_at, state, claimed_at, sessions)
SELECT member.id, due.kind, due.local_date, due.at, 'claimed', :now, '[]'
FROM member JOIN due ON due.number = member.number
WHERE {wanted} ON CONFLICT DO NOTHING RETURNING id
"""
"""A prompt for each member of each verdict's dues, but for those who have it already."""
_EVERYBODY: Final = "true"
_UNANSWERED: Final = """EXISTS (
    SELECT 1 FROM prompt AS morning
    WHERE morning.athlete_id = member.id AND morning.kind = 'daily' AND morning.local_date = due.local_date
    AND morning.state = 'said' AND morning.answered_at IS NULL AND morning.claimed_at <= :patience)"""
"""Whether the athlete's daily prompt of the day was said a while ago and is not answered."""
_KEEP: Final = """
WITH member AS MATERIALIZED ({members}), verdict AS MATERIALIZED ({verdicts})
UPDATE athlete SET next_prompt_at = verdict.next_at, prompted_on = verdict.prompted_on,
    reviewed_on = verdict.reviewed_on, snoozed_until = verdict.snoozed_until
FROM member JOIN verdict ON verdict.number = member.number WHERE athlete.id = member.id
"""


def _statement(template: str, dialect: str, wanted: str = _EVERYBODY) -> TextClause:
    parts = {"members": _MEMBERS, "dues": _DUES, "verdicts": _VERDICTS}
    made = text(template.format(wanted=wanted, **{name: part[dialect] for name, part in parts.items()}))
    moments = [name for name in ("now", "patience") if f":{name}" in made.text]
    return made.bindparams(*(bindparam(name, type_=UtcDateTime()) for name in moments))


_MAKE_ALL: Final = {dialect: _statement(_MAKE, dialect) for dialect in _MEMBERS}
_MAKE_EVENING: Final = {dialect: _statement(_MAKE, dialect, _UNANSWERED) for dialect in _MEMBERS}
_KEEP_ALL: Final = {dialect: _statement(_KEEP, dialect) for dialect in _MEMBERS}
_STAMP: Final = {"sqlite": "%Y-%m-%d %H:%M:%S.%f", "postgresql": "%Y-%m-%d %H:%M:%S.%f+00"}
"""A moment in UTC as a column of each database holds it."""


def _make_prompts(session: Session, now: dt.datetime, verdicts: Sequence[Verdict], members: str) -> list[int]:
    dialect = session.get_bind().dialect.name
    evening: list[dict[str, Any]] = []
    others: list[dict[str, Any]] = []
    for number, verdict in enumerate(verdicts):
        for due in verdict.dues:
            rows = evening if due.kind is PromptKind.EVENING else others
            rows.append({"number": number, "kind": due.kind.value, "local_date": due.local_date, "at": due.at})
    made: list[int] = []
    given = {"members": members, "now": now}
    if others:
        given["dues"] = _document(others, dialect)
        made += session.connection().execute(_MAKE_ALL[dialect], given).scalars()
    if evening:
        given |= {"dues": _document(evening, dialect), "patience": now - EVENING_PATIENCE}
        made += session.connection().execute(_MAKE_EVENING[dialect], given).scalars()
    return made


def _remember(session: Session, verdicts: Sequence[Verdict], members: str) -> None:
    dialect = session.get_bind().dialect.name
    kept = [{"number": number, **verdict._asdict(), "dues": None} for number, verdict in enumerate(verdicts)]
    given = {"members": members, "verdicts": _document(kept, dialect)}
    session.connection().execute(_KEEP_ALL[dialect], given)


def _document(rows: Iterable[dict[str, Any]], dialect: str) -> str:
    def written(value: dt.date) -> str:
        if isinstance(value, dt.datetime):
            return value.astimezone(dt.UTC).strftime(_STAMP[dialect])
        return value.isoformat()

    return json.dumps(list(rows), default=written)
