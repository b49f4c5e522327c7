"""What stands around the runs of a week, W0, W7 and W8, as checks of one plan: strength, walks, and what goes first."""

import datetime as dt
import itertools
from collections.abc import Sequence

from coach.history import Entry
from coach.plan import Kept, Phase, Plan
from coach.profile import Profile
from coach.session import HARD_KINDS, Session, SessionKind, StrengthPart
from tests.coach.rules.change import too_hard
from tests.coach.rules.ground import DAY, SCREENING, Case, WeekView, monday

K = SessionKind
EASY_COMPANY = frozenset({K.EASY_RUN, K.RUN_WALK, K.RECOVERY_WALK})
"""What may share a day with strength (W1)."""
SHORTEST = 15
"""Minutes of room that surely hold one more walk or strength session."""


def wanted_strength(case: Case) -> int:
    """How many strength sessions an ordinary week wants: two unless the athlete asks for less, none under S1."""
    health = case.profile.health
    if health.flags & SCREENING and not health.cleared:
        return 0
    asked = case.profile.strength_per_week
    return 2 if asked is None else min(2, asked)


def w0(profile: Profile, history: Sequence[Entry], plan: Plan, kept: Kept) -> list[str]:
    """What a calendar leaves no room for goes in the order of W0, and a warning says so.

    Reading: a week that lost its recovery walk has lost the second strength session and the hard run before; one
    that has no strength at all has lost the walk too, where any day could have taken strength in the walk's stead.
    """
    case, found = Case(profile, history, plan, kept), []
    asked = wanted_strength(case)
    for view in (view for view in case.weeks if view.ordinary):
        strength, hard = len(view.of(K.STRENGTH)), len(view.of(*HARD_KINDS))
        walks = len(view.of(K.RECOVERY_WALK))
        no_walk = len(case.available) >= 4 and not walks
        no_strength = asked > 0 and not strength
        if (strength < asked or no_walk) and not plan.warnings:
            found.append(f"week {view.start}: something went and no warning says so")
        if no_walk and strength > 1:
            found.append(f"week {view.start}: the walk went before the second strength session")
        if (no_walk or no_strength) and hard:
            found.append(f"week {view.start}: a hard run stayed while the walk or the only strength session went")
        if no_strength and len(case.available) >= 4 and walks and open_day(case, view, without=K.RECOVERY_WALK):
            found.append(f"week {view.start}: the first strength session went before the walk")
    return found


def w7(profile: Profile, history: Sequence[Entry], plan: Plan, kept: Kept) -> list[str]:
    """Strength: how often, what it holds, and which days it keeps off.

    Readings: never more than asked for; the last seven days before a race are the seven days before its date; a
    missing session is to blame where a day with nothing on it, or an easy day with room, would have taken it (half an
    hour where nobody asked for limits); whoever found it too hard is given nothing more (C2); the second session goes
    before the walk, so a lighter week that gave its walk for its metres asks for one (W0).
    """
    case, found = Case(profile, history, plan, kept), []
    asked = profile.strength_per_week
    for view in case.weeks:
        sessions = view.of(K.STRENGTH)
        if sessions and len(sessions) + len(view.past(K.STRENGTH)) > (2 if asked is None else asked):
            found.append(f"week {view.start}: more strength than asked for")
        calm = view.ordinary and not any(eased(case, day) for day in view.days)
        no_walk = len(case.available) >= 4 and not view.of(K.RECOVERY_WALK)
        wanted = min(wanted_strength(case), 1 if view.phase is Phase.CUTBACK and no_walk else 2)
        if calm and len(sessions) < wanted and (day := open_day(case, view)):
            found.append(f"week {view.start}: {len(sessions)} strength sessions, and {day} would have had room")
        if view.ordinary and len(sessions) == 2:
            found += [f"week {view.start}: no {name} in two strength sessions" for name in lacking(sessions)]
        for session in sessions:
            found += badly_placed(case, view, session)
    return found + strength_in_taper(case)


def eased(case: Case, day: dt.date) -> bool:
    """Whether a day lies in the seven after two sessions of too much effort (C2)."""
    over = [e.date for e in case.entries if too_hard(e)]
    return any((b - a).days < 7 and b < day <= b + 7 * DAY for a, b in itertools.pairwise(over))


def lacking(sessions: Sequence[Session]) -> list[str]:
    """Which of the three exercises every week needs are missing."""
    parts = [part for s in sessions for step in s.steps for part in step.parts]
    there = {part.exercise for part in parts if isinstance(part, StrengthPart)}
    return [name for name in ("squat", "lunge", "step_up") if name not in there]


def badly_placed(case: Case, view: WeekView, session: Session) -> list[str]:
    """Strength on or before a long run, or on a hard day while another day was left."""
    day = session.date
    if day in case.long_days or day + DAY in case.long_days:
        return [f"{day}: strength on the day of a long run or the day before"]
    if day in case.hard_days and (other := open_day(case, view)):
        return [f"{day}: strength on a hard day, and {other} was left"]
    return []


def open_day(case: Case, view: WeekView, without: SessionKind | None = None) -> dt.date | None:
    """A day of the week that could take one more strength session by W1, W2, W7 and W10; ``without`` one kind there."""
    full = {s.date for s in view.week.sessions if s.kind is not K.RECOVERY_WALK} | {e.date for e in view.history}
    for day in view.days:
        there = [s for s in view.on(day) if s.kind is not without]
        off = day < case.today or not case.free(day) or day in case.hard_days | case.long_days
        off = off or (case.race is not None and 0 <= (case.race.date - day).days <= 7)
        off = off or day + DAY in case.long_days or any(s.kind not in EASY_COMPANY for s in there)
        rested = len(full | {day}) < 7
        room = case.room(day) if case.profile.max_minutes else 30
        if not off and rested and room - sum(s.minutes for s in there) >= SHORTEST:
            return day
    return None


def strength_in_taper(case: Case) -> list[str]:
    """None in the last seven days before a race, one at most in the first week of a two-week taper."""
    if case.race is None:
        return []
    ahead = [(case.race.date - s.date).days for s in case.sessions if s.kind is K.STRENGTH]
    found = [f"strength {days} days before the race" for days in ahead if 0 <= days <= 7]
    if case.long_race and sum(8 <= days <= 13 for days in ahead) > 1:
        found.append("two strength sessions in the first week of a two-week taper")
    return found


def w8(profile: Profile, history: Sequence[Entry], plan: Plan, kept: Kept) -> list[str]:
    """With four or more available days a recovery walk, the day after the long run where that day is available.

    Reading: a week that has none must have no empty available day, but for a lighter one that has metres for a single
    run: P3 does not give way (W0). A walk is asked for on the day after a long run of the week that holds this day:
    after a Sunday's that is the next one, which may have lost its walk by W0.
    """
    case, found = Case(profile, history, plan, kept), []
    if len(case.available) < 4:
        return []
    walked = {s.date for s in case.sessions if s.kind is K.RECOVERY_WALK}
    calm = {day for view in case.weeks if view.ordinary for day in view.days}
    for view in (view for view in case.weeks if view.ordinary):
        bare = [day for day in view.days if case.free(day) and not view.on(day)]
        tiny = view.phase is Phase.CUTBACK and len(view.runs) == 1
        if bare and not tiny and not view.of(K.RECOVERY_WALK):
            found.append(f"week {view.start}: no recovery walk, and {bare[0]} is empty")
        for run in view.of(K.LONG_RUN):
            after = run.date + DAY
            walks = not walked.isdisjoint(monday(after) + n * DAY for n in range(7))
            if walks and case.free(after) and after in calm and after not in walked:
                found.append(f"week {view.start}: no walk on {after}, the day after the long run")
    return found
