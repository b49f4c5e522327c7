"""What is kept of a plan: weeks as they were shown, moves, and the changes that were told.

The plan itself is never stored; it is computed from these, the profile and the history.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from operator import itemgetter
from typing import Any, Final, NamedTuple

from sqlalchemy import Date, Text, and_, bindparam, case, cast, exists, literal, null, or_, union_all, update
from sqlalchemy import select as select_columns
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, select

from coach.documents import change_from_json, change_to_json, outline_from_json, week_from_json, week_to_json
from coach.memories import of_people
from coach.plan import Change, Declined, Move, Week
from coach.session import SessionKind
from storage.json_text import read_json, write_json
from storage.rows import new_row, table_of, write_row
from storage.statements import Statement
from storage.tables import Receipt, SentWeek, SessionMove

WEEKS_REMEMBERED: Final = 384
"""Some 15 MB at most; an athlete's answers of one day look at the same week."""
OUTLINES_REMEMBERED: Final = 2048
"""Some 11 MB at most: each answer looks at the outlines of the last few weeks."""
_WEEKS: Final = table_of(SentWeek)
_OF_WEEK: Final = (_WEEKS.c.athlete_id == bindparam("athlete"), _WEEKS.c.start == bindparam("monday"))
_SHOWN: Final = update(_WEEKS).where(*_OF_WEEK).values(shown=bindparam("shown"), sent_at=bindparam("now"))
_SHOW: Final = Statement(_SHOWN)
_SHOW_ANEW: Final = Statement(_SHOWN.values(week=bindparam("shown")))
_STANDING: Final = (col(SessionMove.athlete_id) == bindparam("athlete"), col(SessionMove.undone_at).is_(None))
_WEEK, _MOVE, _DECLINED = "week", "move", "declined"
_ALL: Final = Statement(
    union_all(
        select_columns(
            literal(_WEEK),
            _WEEKS.c.start,
            cast(null(), Date),
            cast(_WEEKS.c.shown, Text),
            case((or_(_WEEKS.c.start >= bindparam("since"), exists().where(*_STANDING)), cast(_WEEKS.c.week, Text))),
            _WEEKS.c.id,
        ).where(_WEEKS.c.athlete_id == bindparam("athlete"), _WEEKS.c.start >= bindparam("near")),
        select_columns(
            literal(_MOVE),
            col(SessionMove.origin),
            col(SessionMove.target),
            cast(col(SessionMove.kind), Text),
            cast(null(), Text),
            col(SessionMove.id),
        ).where(*_STANDING),
        select_columns(
            literal(_DECLINED),
            col(Receipt.cause),
            cast(null(), Date),
            cast(col(Receipt.rule), Text),
            cast(null(), Text),
            col(Receipt.id),
        ).where(col(Receipt.athlete_id) == bindparam("athlete"), col(Receipt.undone_at).is_not(None)),
    )
)
"""What is kept of a plan, three tables at once: on the way to PostgreSQL a statement costs what they all do."""
_ONE: Final = Statement(select_columns(cast(_WEEKS.c.week, Text), cast(_WEEKS.c.shown, Text)).where(*_OF_WEEK))
_RECEIPTS: Final = table_of(Receipt)
_TOLD: Final = ("athlete_id", "rule", "rule_number", "date", "cause", "change", "told_at", "undone_at")


def _telling(made: sqlite.Insert | postgresql.Insert) -> Statement:
    """Keep a receipt, or tell it again."""
    again = {"change": made.excluded.change, "told_at": made.excluded.told_at, "undone_at": None}
    same = ["athlete_id", "rule", "cause", "date"]
    return Statement(made.on_conflict_do_update(index_elements=same, set_=again).returning(_RECEIPTS.c.id), _TOLD)


_TELL: Final = {
    "sqlite": _telling(sqlite.insert(_RECEIPTS)),
    "postgresql": _telling(postgresql.insert(_RECEIPTS)),
}


@dataclass(frozen=True)
class Sent:
    """A week that was sent, read only when it is looked at: as it was first sent, and as the athlete knows it now."""

    start: dt.date
    _week: str | None
    _shown: str

    @cached_property
    def week(self) -> Week:
        """The week as it was first sent; as it is known now where the first is too old to have been asked for."""
        return self.shown if self._week is None or self._week == self._shown else read_week(self._week)

    @cached_property
    def shown(self) -> Week:
        """The week as the athlete knows it now."""
        return read_week(self._shown)

    @cached_property
    def outline(self) -> Week:
        """As ``shown``, without words and steps: enough to plan on from a week gone by."""
        return read_outline(self._shown)


@dataclass(slots=True)
class _Held:
    """What a stored week's text says, once somebody read or wrote it."""

    week: Week | None = None


@of_people(WEEKS_REMEMBERED)
def _held(digest: bytes) -> _Held:
    """What is known of a text: nothing yet."""
    del digest
    return _Held()


@of_people(OUTLINES_REMEMBERED)
def _held_outline(digest: bytes) -> _Held:
    """What is known of a text's outline: nothing yet."""
    del digest
    return _Held()


def _digest(document: str) -> bytes:
    """A text in few bytes: to remember the text itself would take more than the outline of what it says.

    Processors have SHA-256 built in: it takes a quarter of the time of what is faster without that.
    """
    return sha256(document.encode(), usedforsecurity=False).digest()


def read_week(document: str) -> Week:
    """A stored week. What was read or kept lately is remembered by its own text, so that it cannot be out of date."""
    held = _held(_digest(document))
    if held.week is None:
        held.week = week_from_json(read_json(document))
    return held.week


def read_outline(document: str) -> Week:
    """The outline of a stored week, remembered as ``read_week`` does."""
    held = _held_outline(_digest(document))
    if held.week is None:
        held.week = outline_from_json(read_json(document))
    return held.week


class Stored(NamedTuple):
    """What is kept of an athlete's plan."""

    sent: tuple[Sent, ...]
    """The weeks sent, oldest first."""
    moves: tuple[Move, ...]
    """The athlete's moves that are not undone, in the order in which they were made."""
    declined: frozenset[Declined]
    """The changes that the athlete took back."""


def stored_of(session: Session, athlete_id: int, since: dt.date = dt.date.min, near: dt.date = dt.date.min) -> Stored:
    """What is kept of a plan; how weeks before ``since`` were first sent only where the athlete moved a session.

    Weeks before ``near`` are left out, because they become ever more: ``sent_week`` finds one.
    """
    session.flush()
    rows: dict[str, list[tuple[Any, ...]]] = {_WEEK: [], _MOVE: [], _DECLINED: []}
    for part, *row in _ALL.rows(session, athlete=athlete_id, since=since, near=near):
        rows[part].append(tuple(row))
    weeks = sorted(rows[_WEEK], key=itemgetter(0))
    moves = sorted(rows[_MOVE], key=itemgetter(4))
    return Stored(
        tuple(Sent(start, week, shown) for start, _, shown, week, _ in weeks),
        tuple(Move(SessionKind(kind), origin, target) for origin, target, kind, *_ in moves),
        frozenset(Declined(rule, cause) for cause, _, rule, *_ in rows[_DECLINED]),
    )


def sent_week(session: Session, athlete_id: int, monday: dt.date) -> Sent | None:
    """The week that was sent for a Monday, if one was."""
    session.flush()
    found = _ONE.rows(session, athlete=athlete_id, monday=monday)
    return Sent(monday, *found[0]) if found else None


def shown_weeks(session: Session, athlete_id: int) -> tuple[Week, ...]:
    """The weeks sent as the athlete knows them now, oldest first."""
    return tuple(sent.shown for sent in stored_of(session, athlete_id).sent)


def keep_week(session: Session, athlete_id: int, week: Week, now: dt.datetime, *, anew: bool = False) -> None:
    """Keep a week as the athlete now knows it; what was first sent stays, unless they asked for a plan ``anew``."""
    shown, known = week_to_json(week), _SHOW_ANEW if anew else _SHOW
    _held(_digest(write_json(shown))).week = week  # reading it again comes to the same
    if not known.run(session, athlete=athlete_id, monday=week.start, shown=shown, now=now):
        new = new_row(SentWeek, athlete_id=athlete_id, start=week.start, week=shown, shown=shown, sent_at=now)
        write_row(session, new)


def keep_move(
    session: Session, athlete_id: int, kind: SessionKind, origin: dt.date, target: dt.date, now: dt.datetime
) -> SessionMove:
    """Keep that the athlete moved a session."""
    row = SessionMove(athlete_id=athlete_id, kind=kind, origin=origin, target=target, moved_at=now)
    session.add(row)
    session.flush()
    return row


def move_by_id(session: Session, athlete_id: int, move_id: int) -> SessionMove | None:
    """An athlete's own move, and nobody else's."""
    found = select(SessionMove).where(SessionMove.id == move_id, SessionMove.athlete_id == athlete_id)
    return session.exec(found).one_or_none()


def moves_with(session: Session, move: SessionMove) -> list[SessionMove]:
    """The moves made by the same tap: all sessions of a day move together, and two days change places together."""
    swapped = and_(col(SessionMove.origin) == move.target, col(SessionMove.target) == move.origin)
    together = select(SessionMove).where(
        SessionMove.athlete_id == move.athlete_id,
        SessionMove.moved_at == move.moved_at,
        or_(col(SessionMove.target) == move.target, swapped),
    )
    return list(session.exec(together.order_by(col(SessionMove.id))))


def undo_move(session: Session, move: SessionMove, now: dt.datetime) -> None:
    """Take a move back."""
    move.undone_at = now
    session.add(move)
    session.flush()


def keep_receipts(session: Session, athlete_id: int, changes: Sequence[Change], now: dt.datetime) -> list[Receipt]:
    """Keep changes as they are told, in the same order; what is told again replaces what was told.

    The receipts are there to be read: the session does not know them as its own.
    """
    session.flush()
    statement = _TELL[session.get_bind().dialect.name]
    receipts = [_receipt(athlete_id, change, now) for change in changes]
    for receipt in receipts:
        told = {name: getattr(receipt, name) for name in _TOLD}
        ((receipt.id,),) = statement.rows(session, **told)
        known = session.identity_map.get((Receipt, (receipt.id,), None))
        if known is not None:
            session.expire(known)
    return receipts


def receipt_by_id(session: Session, athlete_id: int, receipt_id: int) -> Receipt | None:
    """An athlete's own receipt, and nobody else's."""
    found = select(Receipt).where(Receipt.id == receipt_id, Receipt.athlete_id == athlete_id)
    return session.exec(found).one_or_none()


def receipts_told_since(session: Session, athlete_id: int, moment: dt.datetime) -> list[Receipt]:
    """The changes of the newest occasion since a moment that were not taken back."""
    told = select(Receipt).where(
        Receipt.athlete_id == athlete_id, col(Receipt.told_at) >= moment, col(Receipt.undone_at).is_(None)
    )
    found = list(session.exec(told.order_by(col(Receipt.told_at).desc(), col(Receipt.id))))
    return [receipt for receipt in found if receipt.told_at == found[0].told_at]


def change_of(receipt: Receipt) -> Change:
    """The change that a receipt tells."""
    return change_from_json(receipt.change)


def undo_receipt(session: Session, receipt: Receipt, now: dt.datetime) -> None:
    """The athlete takes a change back, and with it every other that has the same rule and cause."""
    same = update(Receipt).where(
        col(Receipt.athlete_id) == receipt.athlete_id,
        col(Receipt.rule) == receipt.rule,
        col(Receipt.cause) == receipt.cause,
        col(Receipt.undone_at).is_(None),
    )
    session.exec(same.values(undone_at=now))


def _receipt(athlete_id: int, change: Change, now: dt.datetime) -> Receipt:
    return new_row(
        Receipt,
        athlete_id=athlete_id,
        rule=change.rule,
        rule_number=change.rule_number,
        date=change.date,
        cause=change.cause,
        change=change_to_json(change),
        told_at=now,
    )
