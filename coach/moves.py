"""What a move would break, and the nearest day that breaks nothing (C8)."""

import datetime as dt
from collections.abc import Collection, Sequence

from coach.phrases import Duration, Phrase, phrase
from coach.profile import WEEKDAYS, Profile, Weekday
from coach.session import HARD_KINDS, RUN_KINDS, Session, SessionKind
from coach.units import Seconds

REACH = 13
"""Days around a wish in which a better day is looked for."""
STRENUOUS = HARD_KINDS | {SessionKind.LONG_RUN}
"""Runs that keep a day between each other (W3)."""
LONG = frozenset({SessionKind.LONG_RUN})
TRAINED_STRENUOUS = STRENUOUS - {SessionKind.RACE}
"""Those of training."""


def broken_by(sessions: Sequence[Session], moved: Session, target: dt.date) -> list[Phrase]:
    """The rules that a session moved to a day would break, most important first: W1, P5, W3, W7, W4, W2."""
    others = [session for session in sessions if (session.kind, session.date) != (moved.kind, moved.date)]
    same_day = [session for session in others if session.date == target]
    beside = [session for session in others if abs((session.date - target).days) == 1]
    checks = (
        ("move.two_runs", moved.kind in RUN_KINDS and _any(same_day, RUN_KINDS)),
        ("move.rest_between", moved.kind is SessionKind.RUN_WALK and _any(beside, {SessionKind.RUN_WALK})),
        ("move.hard_beside_hard", moved.kind in STRENUOUS and _any(beside, STRENUOUS)),
        ("move.strength_with_hard", _strength_meets_hard(moved, same_day)),
        ("move.strength_before_long", _strength_before_long(moved, others, target)),
        ("move.second_long", moved.kind is SessionKind.LONG_RUN and _any(_of_week(others, target), LONG)),
        ("move.no_rest_day", _leaves_no_day(moved, others, target)),
    )
    return [phrase(key) for key, breaks in checks if breaks]


def broken_for(
    sessions: Sequence[Session], moved: Sequence[Session], target: dt.date, profile: Profile | None
) -> list[Phrase]:
    """The rules that sessions moved to a day would break, and what else an athlete wants to know before: W10, W3, W7.

    What an athlete is told of beyond ``broken_by`` is nothing that a plan made by the rules would come to.
    """
    found = [broken for one in moved for broken in broken_by(sessions, one, target)]
    if profile is None:
        return found
    gone = {(session.kind, session.date) for session in moved}
    others = [session for session in sessions if (session.kind, session.date) not in gone]
    if _in_a_row(moved, others, target):
        found.append(phrase("move.strength_in_a_row"))
    if _too_many_hard(moved, others, target, profile):
        found.append(phrase("move.third_hard"))
    return [*found, *_over_the_limit(moved, others, target, profile)]


def _in_a_row(moved: Sequence[Session], others: Sequence[Session], target: dt.date) -> bool:
    """Whether a strength session would come to the day of another one, or beside it."""
    near = [session for session in others if abs((session.date - target).days) <= 1]
    return _any(moved, {SessionKind.STRENGTH}) and _any(near, {SessionKind.STRENGTH})


def _too_many_hard(moved: Sequence[Session], others: Sequence[Session], target: dt.date, profile: Profile) -> bool:
    """Whether a hard run from another week would be one more than a week may have."""
    comes = [one for one in moved if one.kind in HARD_KINDS and one not in _of_week(moved, target)]
    there = [session for session in _of_week(others, target) if session.kind in HARD_KINDS]
    return bool(comes) and len(comes) + len(there) > profile.experience.hard_runs


def _over_the_limit(
    moved: Sequence[Session], others: Sequence[Session], target: dt.date, profile: Profile
) -> list[Phrase]:
    """What to say where a day would hold more minutes than the athlete gave it; a race may."""
    limits, day = profile.max_minutes, [*moved, *(session for session in others if session.date == target)]
    if limits is None or _any(day, {SessionKind.RACE}):
        return []
    limit = limits.on(target.weekday())
    total = sum(session.minutes for session in day)
    told = {"limit": Duration(Seconds(60 * limit)), "total": Duration(Seconds(60 * total))}
    return [phrase("move.over_limit", **told)] if total > limit else []


def nearest_day(
    sessions: Sequence[Session],
    moved: Sequence[Session],
    wish: dt.date,
    *,
    after: dt.date,
    available: Collection[Weekday] = WEEKDAYS,
    profile: Profile | None = None,
) -> dt.date | None:
    """The day nearest to the wish, later than ``after``, on which none of the sessions breaks a rule.

    ``available`` are the athlete's own days (W1); where none of them is left, any other day. Of two days as near, the
    earlier; ``None`` where every day within reach breaks something.
    """
    days = [wish + dt.timedelta(days=step) for step in range(-REACH, REACH + 1) if step]
    free = [day for day in days if day > after and not broken_for(sessions, moved, day, profile)]
    own = [day for day in free if WEEKDAYS[day.weekday()] in available]
    return min(own or free, key=lambda day: (abs((day - wish).days), day), default=None)


def _of_week(sessions: Sequence[Session], day: dt.date) -> list[Session]:
    monday = day - dt.timedelta(days=day.weekday())
    return [session for session in sessions if 0 <= (session.date - monday).days < len(WEEKDAYS)]


def _leaves_no_day(moved: Session, others: Sequence[Session], target: dt.date) -> bool:
    """Whether no day of the week would be left that holds nothing, or a walk at most (W2)."""
    week = [session for session in _of_week(others, target) if session.kind is not SessionKind.RECOVERY_WALK]
    days = {session.date for session in week} | {target}
    return moved.kind is not SessionKind.RECOVERY_WALK and len(days) == len(WEEKDAYS)


def _any(sessions: Sequence[Session], kinds: frozenset[SessionKind] | set[SessionKind]) -> bool:
    return any(session.kind in kinds for session in sessions)


def _strength_meets_hard(moved: Session, same_day: Sequence[Session]) -> bool:
    if moved.kind is SessionKind.STRENGTH:
        return _any(same_day, STRENUOUS)
    return moved.kind in STRENUOUS and _any(same_day, {SessionKind.STRENGTH})


def _strength_before_long(moved: Session, others: Sequence[Session], target: dt.date) -> bool:
    day_after, day_before = target + dt.timedelta(days=1), target - dt.timedelta(days=1)
    if moved.kind is SessionKind.STRENGTH:
        return any(other.kind is SessionKind.LONG_RUN and other.date == day_after for other in others)
    if moved.kind is SessionKind.LONG_RUN:
        return any(other.kind is SessionKind.STRENGTH and other.date == day_before for other in others)
    return False
