"""Rule W9 as a check of one plan: another sport takes the place of something on foot and never comes on top."""

from collections.abc import Sequence
from dataclasses import replace

from coach.history import Entry
from coach.plan import Kept, Plan, Week
from coach.planning import plan as make_plan
from coach.profile import Profile
from coach.session import RUN_KINDS, Session, SessionKind
from tests.coach.rules.ground import Case

K = SessionKind
MOST = 6
"""Runs and rides of a week together."""
HALF_AN_HOUR = 30
"""Minutes of a run/walk or walk that P2 always allows."""


def w9(profile: Profile, history: Sequence[Entry], plan: Plan, kept: Kept) -> list[str]:
    """Cross-training only for athletes who do it, on no distance, and in the place of something on foot.

    Reading: the first week of a block that holds some, if it is an ordinary one, has no more sessions than without it,
    and no more than ten minutes more, but for run/walks that P2 keeps to half an hour each without it; later weeks
    follow from other weeks before, and so does one whose rides gone by would be days off without the sport. Runs and
    rides together are never more than six.
    """
    rides = [s for week in plan.weeks for s in week.sessions if s.kind is K.CROSS_TRAINING]
    found = [f"{s.date}: cross-training for somebody who does none" for s in rides if not profile.cross_training]
    found += [f"{s.date}: cross-training of {s.distance_m} m on foot" for s in rides if s.distance_m is not None]
    for week in plan.weeks if rides else ():
        together = sum(s.kind in RUN_KINDS | {K.CROSS_TRAINING} for s in week.sessions)
        if together > MOST:
            found.append(f"week {week.start}: {together} runs and rides")
    return found + added(profile, history, plan, kept) if rides else found


def added(profile: Profile, history: Sequence[Entry], plan: Plan, kept: Kept) -> list[str]:
    """What the first week with another sport holds more than the same week without it."""
    at = next(n for n, week in enumerate(plan.weeks) if any(s.kind is K.CROSS_TRAINING for s in week.sessions))
    if plan.weeks[0].index > 1 or not Case(profile, history, plan, kept).weeks[at].ordinary:
        return []
    without = make_plan(replace(profile, cross_training=frozenset()), history, plan.today, kept)
    if without.weeks[at].phase is not plan.weeks[at].phase:
        return []
    ours, theirs = moving(plan.weeks[at]), moving(without.weeks[at])
    more = sum(s.minutes for s in ours) - sum(s.minutes for s in theirs)
    always = all(s.kind in {K.RUN_WALK, K.RECOVERY_WALK} and s.minutes <= HALF_AN_HOUR for s in theirs)
    if len(ours) <= len(theirs) and (always or more <= 10):
        return []
    return [f"week {plan.weeks[at].start}: cross-training adds {len(ours) - len(theirs)} sessions, {more} min"]


def moving(week: Week) -> list[Session]:
    """The sessions of a week but strength and races."""
    return [s for s in week.sessions if s.kind not in {K.STRENGTH, K.RACE}]
