"""Who is due, claimed: many athletes at once, exactly one prompt per athlete, kind and local date.

What is due is decided above (``scheduler.due``) by a pure function handed in here; athletes of the same habits are
judged once, and their ids never leave the database: they come as one document and go back as it is. What was decided
goes back verdict by verdict where the database is embedded, and in two statements, however many habits there are, where
each statement is a journey. Exactly once comes from the table's unique key.
"""

import datetime as dt
import json
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, Final, NamedTuple

from sqlalchemy import Date, Text, TextClause, bindparam, cast, func, or_, text, update
from sqlalchemy import select as select_columns
from sqlalchemy.types import TypeEngine
from sqlmodel import Session, col, select

from storage.columns import UtcDateTime
from storage.json_text import read_json
from storage.rows import table_of
from storage.statements import Process, Statement, readers
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


class _Alike(NamedTuple):
    """Athletes of the same habits who are due: a document of their ids, and how many."""

    members: str
    size: int
    habits: Habits


class _Judged(NamedTuple):
    """Athletes of the same habits, as a document of their ids, and what the clock says of them."""

    members: str
    verdict: Verdict


def claim_due(session: Session, now: dt.datetime, limit: int, judge: Judge) -> Claim:
    """Take up to ``limit`` athletes whose moment has come, make their prompts, and set their next moment.

    Athletes that another replica has in hand are passed over. A prompt already made (its unique key is taken) is
    not made again.
    """
    embedded = session.get_bind().dialect.name == "sqlite"
    found = (_find_alike if embedded else _find)(session, now, limit)
    if not found:
        return Claim(0, [])
    judged = [_Judged(alike.members, judge(alike.habits, now)) for alike in found]
    made = (_write_each if embedded else _write_at_once)(session, now, judged)
    return Claim(sum(alike.size for alike in found), sorted(made))


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
_PROMPT: Final = table_of(Prompt)
_COLUMNS_OF_HABITS: Final = [_ATHLETE.c[name] for name in _HABITS]
_IS_LATE: Final = (
    select_columns(_ATHLETE.c.id)
    .where(_ATHLETE.c.next_prompt_at <= bindparam("now"))
    .order_by(_ATHLETE.c.next_prompt_at)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)
)
_LATE: Final = _IS_LATE.add_columns(*_COLUMNS_OF_HABITS).cte("late")
_FOUND: Final = Statement(
    select_columns(cast(func.json_agg(_LATE.c.id), Text), func.count(), *(_LATE.c[name] for name in _HABITS)).group_by(
        *(_LATE.c[name] for name in _HABITS)
    )
)
"""Who is due, a row for those of the same habits: the document of their ids, how many, and the habits."""
_LATE_ALIKE: Final = _IS_LATE.add_columns(func.json_array(*_COLUMNS_OF_HABITS).label("habits")).cte("late")
_FOUND_ALIKE: Final = Statement(
    select_columns(func.json_group_array(_LATE_ALIKE.c.id), func.count(), _LATE_ALIKE.c.habits).group_by(
        _LATE_ALIKE.c.habits
    )
)
"""The same with the habits as one document: sorted by it, SQLite compares once where ten columns are ten times."""


def _find(session: Session, now: dt.datetime, limit: int) -> list[_Alike]:
    found = _FOUND.rows(session, now=now, limit=limit)
    return [_Alike(members, size, Habits._make(habits)) for members, size, *habits in found]


def _find_alike(session: Session, now: dt.datetime, limit: int) -> list[_Alike]:
    read = partial(_read_habits, tuple(readers(_COLUMNS_OF_HABITS, session.get_bind().dialect)))
    found = _FOUND_ALIKE.rows(session, now=now, limit=limit)
    return [_Alike(members, size, read(habits)) for members, size, habits in found]


def _read_habits(ways: Sequence[Process | None], document: str) -> Habits:
    values = zip(ways, read_json(document), strict=True)
    return Habits._make(value if read is None else read(value) for read, value in values)


_UNANSWERED: Final = """EXISTS (
    SELECT 1 FROM prompt AS morning
    WHERE morning.athlete_id = {athlete} AND morning.kind = 'daily' AND morning.local_date = {day}
    AND morning.state = 'said' AND morning.answered_at IS NULL AND morning.claimed_at <= :patience)"""
"""Whether the athlete's daily prompt of the day was said a while ago and is not answered."""
_EVERYBODY: Final = "true"
_COLUMNS: Final = "prompt (athlete_id, kind, local_date, due_at, state, claimed_at, sessions)"
_TYPES: Final[dict[str, TypeEngine[Any]]] = {
    "now": UtcDateTime(),
    "patience": UtcDateTime(),
    "at": UtcDateTime(),
    "next_at": UtcDateTime(),
    "snoozed_until": UtcDateTime(),
    "local_date": Date(),
    "prompted_on": Date(),
    "reviewed_on": Date(),
}


def _typed(words: str) -> TextClause:
    made = text(words)
    return made.bindparams(*(bindparam(name, type_=kind) for name, kind in _TYPES.items() if f":{name}" in words))


# The embedded database: a statement costs a few microseconds, and spreading documents over rows more than that. With
# OR IGNORE it keeps no second journal for a statement that may fail in its middle, as it does for ON CONFLICT; and it
# finds what was made faster by their ids, which only grow, than it returns each.
_MAKE_EACH: Final = f"""
INSERT OR IGNORE INTO {_COLUMNS} SELECT member.value, :kind, :local_date, :at, 'claimed', :now, '[]'
FROM json_each(:members) AS member WHERE {{wanted}}
"""  # noqa: S608 — our own words
_MAKE_EACH_DUE: Final = Statement(_typed(_MAKE_EACH.format(wanted=_EVERYBODY)))
_MAKE_EACH_EVENING: Final = Statement(
    _typed(_MAKE_EACH.format(wanted=_UNANSWERED.format(athlete="member.value", day=":local_date")))
)
_NEWEST: Final = Statement(select_columns(func.coalesce(func.max(_PROMPT.c.id), 0)))
_MADE_SINCE: Final = Statement(select_columns(_PROMPT.c.id).where(_PROMPT.c.id > bindparam("newest")))
_KEEP_EACH: Final = Statement(
    _typed("""
UPDATE athlete SET next_prompt_at = :next_at, prompted_on = :prompted_on, reviewed_on = :reviewed_on,
    snoozed_until = :snoozed_until
WHERE id IN (SELECT value FROM json_each(:members))
""")
)


def _write_each(session: Session, now: dt.datetime, judged: Sequence[_Judged]) -> list[int]:
    """What was judged, verdict by verdict; the ids of the prompts made."""
    ((newest,),) = _NEWEST.rows(session)
    for members, verdict in judged:
        for due in verdict.dues:
            given = {"members": members, "now": now, **due._asdict()}
            if due.kind is PromptKind.EVENING:
                _MAKE_EACH_EVENING.run(session, patience=now - EVENING_PATIENCE, **given)
            else:
                _MAKE_EACH_DUE.run(session, **given)
        kept = verdict._asdict()
        del kept["dues"]
        _KEEP_EACH.run(session, members=members, **kept)
    return [row for (row,) in _MADE_SINCE.rows(session, newest=newest)]


# PostgreSQL: everything in two statements.
_MEMBERS: Final = """
SELECT CAST(member.id AS integer) AS id, alike.number - 1 AS number
FROM json_array_elements(CAST(:members AS json)) WITH ORDINALITY AS alike (ids, number),
    json_array_elements_text(alike.ids) AS member (id)
"""
"""Who each verdict is for: a document of lists, one for each verdict, as rows."""
_DUES: Final = """
SELECT * FROM json_to_recordset(CAST(:dues AS json))
    AS due (number integer, kind text, local_date date, at timestamptz)
"""
_VERDICTS: Final = """
SELECT * FROM json_to_recordset(CAST(:verdicts AS json)) AS verdict
    (number integer, next_at timestamptz, prompted_on date, reviewed_on date, snoozed_until timestamptz)
"""
_MAKE: Final = f"""
WITH member AS MATERIALIZED ({_MEMBERS}), due AS MATERIALIZED ({_DUES})
INSERT INTO {_COLUMNS} SELECT member.id, due.kind, due.local_date, due.at, 'claimed', :now, '[]'
FROM member JOIN due ON due.number = member.number
WHERE {{wanted}} ON CONFLICT DO NOTHING RETURNING id
"""  # noqa: S608 — our own words
"""A prompt for each member of each verdict's dues, but for those who have it already."""
_MAKE_ALL: Final = _typed(_MAKE.format(wanted=_EVERYBODY))
_MAKE_EVENING: Final = _typed(_MAKE.format(wanted=_UNANSWERED.format(athlete="member.id", day="due.local_date")))
_KEEP_ALL: Final = _typed(f"""
WITH member AS MATERIALIZED ({_MEMBERS}), verdict AS MATERIALIZED ({_VERDICTS})
UPDATE athlete SET next_prompt_at = verdict.next_at, prompted_on = verdict.prompted_on,
    reviewed_on = verdict.reviewed_on, snoozed_until = verdict.snoozed_until
FROM member JOIN verdict ON verdict.number = member.number WHERE athlete.id = member.id
""")  # noqa: S608 — our own words
_STAMP: Final = "%Y-%m-%d %H:%M:%S.%f+00"
"""A moment in UTC as PostgreSQL reads it."""


def _write_at_once(session: Session, now: dt.datetime, judged: Sequence[_Judged]) -> list[int]:
    """What was judged, all of it together; the ids of the prompts made."""
    connection = session.connection()
    members = f"[{','.join(each.members for each in judged)}]"
    dues = [{"number": number, **due._asdict()} for number, (_, verdict) in enumerate(judged) for due in verdict.dues]
    evening = [due for due in dues if due["kind"] is PromptKind.EVENING]
    others = [due for due in dues if due["kind"] is not PromptKind.EVENING]
    given = {"members": members, "now": now}
    made: list[int] = []
    if others:
        made += connection.execute(_MAKE_ALL, {**given, "dues": _document(others)}).scalars()
    if evening:
        given["patience"] = now - EVENING_PATIENCE
        made += connection.execute(_MAKE_EVENING, {**given, "dues": _document(evening)}).scalars()
    verdicts = [{"number": number, **verdict._asdict(), "dues": None} for number, (_, verdict) in enumerate(judged)]
    connection.execute(_KEEP_ALL, {"members": members, "verdicts": _document(verdicts)})
    return made


def _document(rows: Iterable[dict[str, Any]]) -> str:
    def written(value: dt.date) -> str:
        if isinstance(value, dt.datetime):
            return value.astimezone(dt.UTC).strftime(_STAMP)
        return value.isoformat()

    return json.dumps(list(rows), default=written)
