"""The first runs of heavy newcomers, P6, as a check of one plan; it returns what breaks it, in plain words."""

import datetime as dt
from collections.abc import Sequence

from coach.history import Entry
from coach.plan import Kept, Plan
from coach.profile import Experience, Profile
from coach.session import RUN_KINDS, Session, SessionKind
from tests.coach.rules.ground import DAY, WEEK, Case, run_seconds

K = SessionKind


def p6(profile: Profile, history: Sequence[Entry], plan: Plan, kept: Kept) -> list[str]:
    """Heavy newcomers run at most 3 km in three sessions in the seven days from their first run; walking comes first.

    Readings: the first run is the first since the start, done or planned; "run nothing now" is a stated or unknown
    zero; the two to four weeks of walking count from the start date, and end later where a race and the days after it
    lie in them; what is run of a session is its distance less its walking at the plan's walking speed, good to a
    twentieth.
    """
    case = Case(profile, history, plan, kept)
    if bmi(profile) < 30 or not starts_from_nothing(case):
        return []
    planned = [s for s in case.sessions if s.kind in RUN_KINDS and s.kind is not K.RACE]
    before = [e for e in case.done if e.kind in RUN_KINDS]
    found: list[str] = []
    dates = [e.date for e in before] + [s.date for s in planned]
    if dates:
        found += first_seven(case, min(dates), planned, before)
    if bmi(profile) >= 35:
        early = [s for s in planned if s.date < profile.start_date + 14 * DAY]
        found += [f"{s.date}: a run before two weeks of walking" for s in early]
        late = not before and not case.blocked and not case.state.troubled
        if late and case.today == profile.start_date and len(plan.weeks) > 6:
            first = min((s.date for s in planned), default=None)
            raced = case.race is not None and first is not None and case.race.date < first
            if first is None or (first > profile.start_date + 35 * DAY and not raced):
                found.append(f"first run on {first}, more than four weeks of walking")
    return found


def first_seven(case: Case, first: dt.date, planned: Sequence[Session], before: Sequence[Entry]) -> list[str]:
    """What is too much in the seven days from the first run."""
    ahead = [s for s in planned if first <= s.date < first + WEEK]
    behind = [e for e in before if first <= e.date < first + WEEK]
    found = []
    if ahead and len(ahead) + len(behind) > 3:
        found.append(f"{len(ahead) + len(behind)} runs in the seven days from {first}")
    metres = sum(ran_m(case, s) for s in ahead)
    if metres > 3150:
        found.append(f"{metres:.0f} m of running in the seven days from {first}")
    return found


def ran_m(case: Case, session: Session) -> float:
    """The metres of a session that are run: its distance less its walking at the plan's own walking speed."""
    walked = session.minutes - run_seconds(session) / 60
    return max(0, (session.distance_m or 0) - walked * case.walk_speed)


def bmi(profile: Profile) -> float:
    """Body mass index in kg/m², 0 where unknown."""
    if not profile.weight_kg or not profile.height_cm:
        return 0
    return float(profile.weight_kg) / (float(profile.height_cm) / 100) ** 2


def starts_from_nothing(case: Case) -> bool:
    """New athletes, and returning ones who run nothing now."""
    experience = case.profile.experience
    return experience is Experience.NEW or (experience is Experience.RETURNING and not case.profile.weekly_distance_m)
