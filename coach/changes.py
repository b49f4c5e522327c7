"""What is different between two states of a plan, day by day: before, after, rule and reason (C7).

The planner compares a plan with what it would have been, the chat what an athlete was told with what stands now.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from coach.phrases import Pace, Phrase, phrase
from coach.plan import Change
from coach.session import HARD_KINDS, RUN_KINDS, RUN_WALK, STRENGTH, Do, Session
from coach.stretches import foot_parts

REST = phrase("change.rest")
LEFT_OUT = phrase("change.left_out")
NOTHING = phrase("change.nothing")
ROOM = phrase("change.why.room")
UNNOTICED = 2
"""Minutes that a session may shift, as limits are rounded anew every day, without anybody being told."""


@dataclass(frozen=True, slots=True)
class Reason:
    """The rule behind a change, its number, the day of its cause, and the reason in words."""

    rule: str
    number: str
    cause: dt.date
    why: Phrase


Reasons = Callable[[dt.date], Reason]
"""The reason for what changes on a day."""


def differences(
    told: Iterable[Session], now: Iterable[Session], explained: Sequence[Change], today: dt.date
) -> tuple[Change, ...]:
    """The changes from the sessions an athlete was told to the ones that stand now, day by day from today.

    A day that the plan itself explains (``explained``) takes over its rule and reason; another one takes those of
    the newest explanation, or follows from the week's limits (C6).
    """
    reasons = {change.date: change for change in explained}
    newest = max(explained, key=lambda change: change.cause, default=None)

    def reason(day: dt.date) -> Reason:
        found = reasons.get(day, newest)
        if found is None:
            return Reason("limits", "C6", today, phrase("change.why.limits"))
        return Reason(found.rule, found.rule_number, found.cause, found.why)

    return compared(told, now, reason, (today, dt.date.max), spare=UNNOTICED)


def compared(
    before: Iterable[Session],
    after: Iterable[Session],
    reason: Reasons,
    days: tuple[dt.date, dt.date],
    *,
    spare: int = 0,
) -> tuple[Change, ...]:
    """One change for every day from the first of ``days`` to the day before the last whose sessions differ.

    Sessions of one kind are the same within ``spare`` minutes; without any to spare, what a runner would call another
    session is one: its pace or effort, its stretches of running, its strides, which strength session it is. The name
    of an easy run and a few metres are not.
    """
    old, new = _by_day(before, *days), _by_day(after, *days)
    changes: list[Change] = []
    for day in sorted({*old, *new}):
        was, comes = old.get(day, []), new.get(day, [])
        gone, come = _without(was, comes, spare), _without(comes, was, spare)
        if gone or come:
            paced = _repaced(gone, come)
            before_it = _name(gone, paced, empty=NOTHING if was else REST)
            after_it = _name(come, paced, empty=LEFT_OUT if comes else REST)
            changes.append(_change(day, before_it, after_it, reason(day), grows=_grows(gone, come)))
    return tuple(changes)


def _change(day: dt.date, before: Phrase, after: Phrase, reason: Reason, *, grows: bool) -> Change:
    """The receipt; every reason is one for less, so a session that only grows says that there is room for it."""
    why = ROOM if grows else reason.why
    return Change(reason.rule, reason.number, day, reason.cause, before, after, why)


def _by_day(sessions: Iterable[Session], first: dt.date, end: dt.date) -> dict[dt.date, list[Session]]:
    days: dict[dt.date, list[Session]] = {}
    for session in sessions:
        if first <= session.date < end:
            days.setdefault(session.date, []).append(session)
    return days


def _without(sessions: Sequence[Session], others: Sequence[Session], spare: int) -> list[Session]:
    """The sessions that have no equal among others."""
    return [session for session in sessions if not any(_same(session, other, spare) for other in others)]


def _same(one: Session, other: Session, spare: int) -> bool:
    near = one.kind is other.kind and abs(one.minutes - other.minutes) <= spare
    return near and (spare > 0 or (one.target == other.target and _work(one) == _work(other)))


def _work(session: Session) -> object:
    """What there is to do in a session, as far as another one of its kind and minutes could differ."""
    if session.kind is STRENGTH:
        return session.title
    whole = session.kind is RUN_WALK or session.kind in HARD_KINDS
    parts = foot_parts(session) if session.kind in RUN_KINDS else ()
    return [(part.do, part.seconds, part.distance_m) for part in parts if whole or part.do is Do.STRIDE]


def _repaced(gone: Sequence[Session], come: Sequence[Session]) -> bool:
    """Whether sessions differ in nothing but their paces, so that only these tell them apart."""
    return sorted((s.kind, s.minutes) for s in gone) == sorted((s.kind, s.minutes) for s in come)


def _grows(gone: Sequence[Session], come: Sequence[Session]) -> bool:
    """Whether sessions only become longer, and no run/walk asks for less."""
    shorter = {session.kind: session.minutes for session in gone}
    same_kinds = bool(gone) and set(shorter) == {session.kind for session in come}
    longer = same_kinds and all(session.minutes > shorter[session.kind] for session in come)
    return longer and not is_lower(gone, come)


def is_lower(was: Sequence[Session], now: Sequence[Session]) -> bool:
    """Whether run/walk in ``now`` has less running, or shorter stretches of it, than in ``was``: a stage lower (P5)."""
    before, after = _running(was), _running(now)
    return after is not None and before is not None and (after[0] < before[0] or after[1] < before[1])


def _running(sessions: Sequence[Session]) -> tuple[int, int] | None:
    """Seconds run in run/walk sessions, in all and in the longest stretch; nothing where there are none."""
    walked = (session for session in sessions if session.kind is RUN_WALK)
    found = [part.seconds or 0 for session in walked for part in foot_parts(session) if part.do is Do.RUN]
    return (sum(found), max(found)) if found else None


def _name(sessions: Sequence[Session], paced: bool, empty: Phrase) -> Phrase:  # noqa: FBT001 — private
    if not sessions:
        return empty
    named = [_named(session, paced) for session in sessions]
    return named[0] if len(named) == 1 else phrase("change.both", first=named[0], second=named[1])


def _named(session: Session, paced: bool) -> Phrase:  # noqa: FBT001 — private
    pace = session.target.pace_s_per_km
    if not paced or pace is None:
        return phrase("change.session", title=session.title, minutes=session.minutes)
    return phrase("change.paced", title=session.title, minutes=session.minutes, pace=Pace(*pace))
