"""Weeks of walking only: before running is due, or while care allows nothing else (P6, S1, S2, C3, C4)."""

from collections.abc import Sequence

from coach.planning.aim import Aim, strength_minutes
from coach.planning.calendar import numbers
from coach.planning.draft import Draft
from coach.session import CROSS_TRAINING, RECOVERY_WALK, STRENGTH

WALKS = 5
"""Walks a week; five of thirty minutes are always allowed (P2)."""

GENTLE_MINUTES = 20
"""Minutes of a walk or ride while it hurts too much for running [C]: no more than a lesser pain leaves of thirty."""

WALKS_STAY = 2
"""Walks that stay walks in a week of walking [C]."""


def walking_week(aim: Aim, *, rides: bool = False) -> list[Draft]:
    """Up to five walks of thirty minutes, strength beside them where the aim asks for it.

    Where ``rides`` are allowed, the other sport takes the place of one walk of three, of two of more (P6, W9).
    """
    days = numbers(aim.open_days)
    strength = _spread(days, aim.strength)
    alone = [day for day in strength if len(days) - len(strength) >= 3 or aim.caps[day] < 30]
    walks = [day for day in days if day not in alone][:WALKS]
    drafts = []
    for day in walks:
        reserve = strength_minutes(aim.caps[day], shared=True) if day in strength else 0
        drafts.append(Draft(aim.monday + day, RECOVERY_WALK, min(30, aim.caps[day] - reserve)))
    if rides and aim.athlete.cross is not None:
        _ride(drafts, {aim.monday + day for day in strength})
    for day in strength:
        shared = day in walks
        drafts.append(Draft(aim.monday + day, STRENGTH, strength_minutes(aim.caps[day], shared=shared)))
    return drafts


def _ride(drafts: list[Draft], strength: set[int]) -> None:
    """Give walks without strength beside them to the other sport; two walks stay."""
    alone = [draft for draft in drafts if draft.day not in strength and draft.minutes >= 20]
    for draft in (alone[1::2] or alone)[: max(0, len(drafts) - WALKS_STAY)]:
        draft.kind = CROSS_TRAINING


def _spread(days: Sequence[int], count: int) -> list[int]:
    if count >= 2 and len(days) >= 2:
        return [days[0], days[max(1, len(days) * 3 // 5)]]
    return list(days[:1]) if count else []


def gentle_days(aim: Aim) -> list[Draft]:
    """While it hurts: walks, 30 % under usual ones, and the other sport in turn with them; no strength (C3)."""
    drafts = []
    for at, day in enumerate(numbers(aim.open_days)[:5]):
        if aim.athlete.cross is not None and at % 2:
            drafts.append(Draft(aim.monday + day, CROSS_TRAINING, min(GENTLE_MINUTES, aim.caps[day])))
        else:
            drafts.append(Draft(aim.monday + day, RECOVERY_WALK, min(GENTLE_MINUTES, aim.caps[day]), easy=True))
    return drafts
