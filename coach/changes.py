"""What is different from what the athlete was told: every difference is a change, and every change is told (C7)."""

import datetime as dt
from collections.abc import Iterable, Sequence

from coach.phrases import Phrase, phrase
from coach.plan import Change
from coach.session import Session

REST = phrase("change.rest")
LEFT_OUT = phrase("change.left_out")
NOTHING = phrase("change.nothing")
UNNOTICED = 2
"""Minutes that a session may shift, as limits are rounded anew every day, without anybody being told."""
LIMITS = ("limits", "C6")
"""What is not explained by pain, illness, a break or effort follows from what counts in the week's limits."""


def differences(
    told: Iterable[Session], now: Iterable[Session], explained: Sequence[Change], today: dt.date
) -> tuple[Change, ...]:
    """The changes from the sessions an athlete was told to the ones that stand now, day by day from today.

    A day that the plan itself explains (``explained``) takes over its rule and reason; another one takes those of
    the newest explanation, or follows from the week's limits (C6).
    """
    before, after = _by_day(told, today), _by_day(now, today)
    reasons = {change.date: change for change in explained}
    newest = max(explained, key=lambda change: change.cause, default=None)
    changes: list[Change] = []
    for day in sorted({*before, *after}):
        was, comes = before.get(day, []), after.get(day, [])
        if not _as_good_as_same(was, comes):
            changes.append(_change(day, was, comes, reasons.get(day, newest), today))
    return tuple(changes)


def _change(
    day: dt.date, was: Sequence[Session], comes: Sequence[Session], reason: Change | None, today: dt.date
) -> Change:
    gone = [session for session in was if _key(session) not in _outline(comes)]
    new = [session for session in comes if _key(session) not in _outline(was)]
    rule, number = (reason.rule, reason.rule_number) if reason else LIMITS
    return Change(
        rule=rule,
        rule_number=number,
        date=day,
        cause=reason.cause if reason else today,
        before=_name(gone, empty=NOTHING if was else REST),
        after=_name(new, empty=LEFT_OUT if comes else REST),
        why=reason.why if reason else phrase("change.why.limits"),
    )


def _by_day(sessions: Iterable[Session], today: dt.date) -> dict[dt.date, list[Session]]:
    days: dict[dt.date, list[Session]] = {}
    for session in sessions:
        if session.date >= today:
            days.setdefault(session.date, []).append(session)
    return days


def _as_good_as_same(was: Sequence[Session], comes: Sequence[Session]) -> bool:
    """Whether nobody would notice the difference: the same kinds, each within two minutes."""
    minutes = {session.kind: session.minutes for session in comes}
    if {session.kind for session in was} != set(minutes):
        return False
    return all(abs(session.minutes - minutes[session.kind]) <= UNNOTICED for session in was)


def _outline(sessions: Sequence[Session]) -> set[tuple[str, int]]:
    return {_key(session) for session in sessions}


def _key(session: Session) -> tuple[str, int]:
    return session.kind, session.minutes


def _name(sessions: Sequence[Session], empty: Phrase) -> Phrase:
    if not sessions:
        return empty
    named = [phrase("change.session", title=session.title, minutes=session.minutes) for session in sessions]
    return named[0] if len(named) == 1 else phrase("change.both", first=named[0], second=named[1])
