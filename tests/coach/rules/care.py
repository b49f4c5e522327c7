"""The rules of care that a plan can show, S1 and S2; the others are kept where food, scales and messages are."""

from collections.abc import Sequence

from coach.history import Entry
from coach.plan import Kept, Plan
from coach.profile import HealthFlag, Profile
from coach.session import SessionKind
from tests.coach.rules.ground import SCREENING

K = SessionKind


def s1(profile: Profile, history: Sequence[Entry], plan: Plan, kept: Kept) -> list[str]:
    """Any yes of the screening without clearance: walking only, and a warning says why.

    Reading: ``postpartum`` and ``eating_disorder`` "likewise" mean walking only as well.
    """
    del history, kept
    if not profile.health.flags & SCREENING or profile.health.cleared:
        return []
    sessions = [s for week in plan.weeks for s in week.sessions]
    found = [f"{s.date}: {s.kind} without clearance" for s in sessions if s.kind is not K.RECOVERY_WALK]
    return found if plan.warnings else [*found, "walking only, and no warning says why"]


def s2(profile: Profile, history: Sequence[Entry], plan: Plan, kept: Kept) -> list[str]:
    """Under 16 no plan; pregnant: walking and strength only, with a warning; beta blocker: no heart rates."""
    del history, kept
    sessions = [s for week in plan.weeks for s in week.sessions]
    flags, found = profile.health.flags, []
    if profile.age < 16:
        found.append("a plan for a child")
    if HealthFlag.PREGNANT in flags:
        quiet = {K.RECOVERY_WALK, K.STRENGTH}
        found += [f"{s.date}: {s.kind} in pregnancy" for s in sessions if s.kind not in quiet]
        if not plan.warnings:
            found.append("pregnant, and no warning")
    if HealthFlag.BETA_BLOCKER in flags:
        if plan.hr_zones:
            found.append("heart-rate zones in spite of a beta blocker")
        found += [f"{s.date}: a heart rate in spite of a beta blocker" for s in sessions if s.target.hr_bpm]
    return found
