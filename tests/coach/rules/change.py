"""The rules of change that one plan can show, C1 to C8; what only two plans can show is in the metamorphic tests."""

import datetime as dt
import itertools
from collections.abc import Sequence

from coach.history import Entry
from coach.plan import Kept, Plan
from coach.profile import Experience, Profile
from coach.session import HARD_KINDS, RUN_KINDS, Intensity, Session, SessionKind
from tests.coach.rules.clinic import Break
from tests.coach.rules.ground import DAY, WEEK, Case, happened

K = SessionKind


def c1(profile: Profile, history: Sequence[Entry], plan: Plan, kept: Kept) -> list[str]:
    """After a break the load returns as C1 says: four to seven days at 80 %, longer ones in shares, easy only.

    Readings: a break is counted in runs (from the first planned one missed to the first one done); shares hold in
    every seven days of the return; the last full week is Monday to Sunday before the first missed run; weeks before the
    start are as stated; newcomers who had not run before it have nothing to return to.
    """
    case, found = Case(profile, history, plan, kept), []
    for gap in case.state.breaks:
        found += short_break(case, gap) if gap.days < 8 else long_break(case, gap)
    return found


def short_break(case: Case, gap: Break) -> list[str]:
    """More than 80 % of the last full week in the seven days after four to seven days off."""
    first = gap.first - dt.timedelta(days=gap.first.weekday()) - WEEK
    last_week = sum(e.distance_m or 0 for e in foot(case, first, 7))
    known = all(e.distance_m is not None for e in foot(case, first, 7))
    if not last_week or not known or gap.end + WEEK <= case.today:
        return []
    planned = [s for s in case.sessions if gap.end <= s.date < gap.end + WEEK and s.kind is not K.RACE]
    ahead = sum(s.distance_m or 0 for s in planned)
    metres = ahead + sum(e.distance_m or 0 for e in foot(case, gap.end, 7))
    if ahead and metres > 0.8 * last_week + 100:
        return [f"{metres:.0f} m in the week after {gap.days} days off, the last full week had {last_week:.0f} m"]
    return []


def foot(case: Case, first: dt.date, days: int) -> list[Entry]:
    """What was done on foot in so many days from ``first``, races left out."""
    return [
        e
        for e in case.done
        if first <= e.date < first + days * DAY and e.kind in RUN_KINDS | {K.RECOVERY_WALK} and e.kind is not K.RACE
    ]


def long_break(case: Case, gap: Break) -> list[str]:
    """Hard or long runs, or too much, in the return from eight days off and more."""
    ran = any(e.kind in RUN_KINDS and e.date < gap.first for e in case.done)
    fresh = case.profile.experience is Experience.NEW and not ran
    shares = [] if fresh else gap.shares
    inside = [s for s in case.sessions if gap.end <= s.date < gap.end + len(shares) * DAY]
    found = [
        f"{s.date}: {s.kind} in the return from {gap.days} days off"
        for s in inside
        if s.kind in HARD_KINDS - {K.RACE} or s.kind is K.LONG_RUN or (s.kind in RUN_KINDS - {K.RACE} and not easy(s))
    ]
    best = max(sum(e.distance_m or 0 for e in foot(case, gap.first - n * WEEK, 7)) for n in (1, 2, 3, 4))
    known = all(e.distance_m is not None for e in foot(case, gap.first - 4 * WEEK, 28))
    if gap.first - 4 * WEEK < case.profile.start_date:
        best = max(best, case.profile.weekly_distance_m or 0)
    if not best or not known:
        return found
    for n in range(len(shares) - 6):
        start = gap.end + n * DAY
        if start < case.today:
            continue
        metres = sum(s.distance_m or 0 for s in inside if start <= s.date < start + WEEK and s.kind is not K.RACE)
        if metres > max(shares[n : n + 7]) * best + 150:
            found.append(f"{metres:.0f} m in seven days from {start}, best week {best} m, {gap.days} days off")
            break
    return found


def easy(session: Session) -> bool:
    """Whether a session is easy as a whole."""
    return session.intensity is Intensity.EASY


def c2(profile: Profile, history: Sequence[Entry], plan: Plan, kept: Kept) -> list[str]:
    """No hard run in the seven days after effort two points above target in two sessions within seven days.

    Reading: above the top of the target; the seven days are those after the second session.
    """
    case = Case(profile, history, plan, kept)
    over = [e.date for e in case.entries if too_hard(e)]
    found = []
    for first, second in itertools.pairwise(over):
        if (second - first).days < 7 and second + WEEK > case.today:
            found += [
                f"{s.date}: {s.kind} after too much effort on {first} and {second}"
                for s in case.sessions
                if s.kind in HARD_KINDS - {K.RACE} and second < s.date <= second + WEEK and s.date > case.today
            ]
    return list(dict.fromkeys(found))


def too_hard(entry: Entry) -> bool:
    """Whether a session felt two points harder than its target."""
    if not happened(entry) or entry.rpe is None or entry.target_rpe is None or entry.kind is K.RACE:
        return False
    return entry.rpe >= entry.target_rpe[1] + 2


def c3(profile: Profile, history: Sequence[Entry], plan: Plan, kept: Kept) -> list[str]:
    """Pain of 3 to 5: no hard or long run in the next seven days; over 5 or a limp: no running, walking or cross only.

    Readings: the seven days begin today; reports of any two later days at 0 to 2 end it; whatever rises on the day
    after counts one band higher; the seven days hold for the higher band too.
    """
    case, found = Case(profile, history, plan, kept), []
    soon = [s for s in case.sessions if s.date < case.today + WEEK]
    for session in soon:
        hard = session.kind in HARD_KINDS or session.kind is K.LONG_RUN
        if case.state.band == 1 and hard:
            found.append(f"{session.date}: {session.kind} with pain of 3 to 5 on {case.state.pain_day}")
        if case.state.band == 2 and session.kind not in {K.RECOVERY_WALK, K.CROSS_TRAINING}:
            found.append(f"{session.date}: {session.kind} with pain over 5 or a limp on {case.state.pain_day}")
    return found


def c4(profile: Profile, history: Sequence[Entry], plan: Plan, kept: Kept) -> list[str]:
    """A red flag without clearance: nothing in the whole plan, walks included, and a warning.

    Reading: a clearance must be reported after the flag.
    """
    case = Case(profile, history, plan, kept)
    if not case.state.red_flag:
        return []
    found = [f"{s.date}: {s.kind} after a red flag" for s in case.sessions]
    return found if plan.warnings else [*found, "a red flag and no warning"]


def c5(profile: Profile, history: Sequence[Entry], plan: Plan, kept: Kept) -> list[str]:
    """Ill: nothing until well for a day (ten days and seven free of symptoms after fever), then two days and two.

    Readings: nothing at all, walks included; a training day is any day with a session; two days of 20 easy minutes,
    then two of 40.
    """
    case, found = Case(profile, history, plan, kept), []
    ill = case.state.illness
    if ill is None:
        return []
    found += [f"{s.date}: {s.kind} while ill until {ill.back}" for s in case.sessions if s.date < ill.back]
    for n, day in enumerate(case.easing):
        sessions = [s for s in case.sessions if s.date == day]
        most, minutes = (20, 20, 40, 40)[n], sum(s.minutes for s in sessions)
        if minutes > most:
            found.append(f"{day}: {minutes} min on training day {n + 1} after an illness")
        found += [f"{day}: {s.kind} on training day {n + 1} after an illness" for s in sessions if not easy(s)]
    return found


def c6(profile: Profile, history: Sequence[Entry], plan: Plan, kept: Kept) -> list[str]:
    """Runs outside the plan count: the other checks read the history; here only that today's run is not doubled."""
    case = Case(profile, history, plan, kept)
    ran = [e for e in case.done if e.date == case.today and e.kind in RUN_KINDS - {K.RACE} and not e.planned]
    again = [s for s in case.sessions if s.date == case.today and s.kind in RUN_KINDS - {K.RACE}]
    return [f"{case.today}: a run on top of one outside the plan"] if ran and again else []


def c7(profile: Profile, history: Sequence[Entry], plan: Plan, kept: Kept) -> list[str]:
    """Nothing is planned in the past, and what was sent today stays unless C3 to C5 apply or the athlete moved it.

    Reading: the weeks kept say what was sent today as long as everything went as planned until yesterday.
    """
    case = Case(profile, history, plan, kept)
    found = [f"{s.date}: {s.kind} in the past" for s in case.sessions if s.date < case.today]
    moved = any(case.today in {move.origin, move.target} for move in kept.moves)
    troubled = case.state.red_flag or case.state.band or case.state.illness or case.state.breaks
    if moved or troubled or not as_sent(case):
        return found
    sent = [s for week in kept.weeks for s in week.sessions if s.date == case.today]
    now = [s for s in case.sessions if s.date == case.today]
    gone = [s for s in sent if not any((s.kind, s.minutes) == (n.kind, n.minutes) for n in now)]
    return found + [f"{s.date}: {s.kind} was sent and has changed" for s in gone if not logged(case, s)]


def as_sent(case: Case) -> bool:
    """Whether everything in the weeks kept went as planned until yesterday."""
    first = min((week.start for week in case.kept.weeks), default=case.today)
    sent = sorted(
        (s.date, s.kind, s.minutes, s.distance_m or 0)
        for w in case.kept.weeks
        for s in w.sessions
        if s.date < case.today
    )
    lived = [e for e in case.entries if first <= e.date < case.today]
    as_told = all(e.kind and e.planned and happened(e) and not too_hard(e) for e in lived)
    return as_told and sent == sorted((e.date, e.kind, e.minutes or 0, e.distance_m or 0) for e in lived if e.kind)


def logged(case: Case, session: Session) -> bool:
    """Whether a session of this kind and day stands in the history."""
    return any(e.date == session.date and e.kind is session.kind for e in case.entries)


def c8(profile: Profile, history: Sequence[Entry], plan: Plan, kept: Kept) -> list[str]:
    """A hard session missed this week is not made up: it still counts among the week's hard runs."""
    case, found = Case(profile, history, plan, kept), []
    most = 1 if profile.experience in {Experience.NEW, Experience.RETURNING} else 2
    for view in case.weeks:
        missed = [e for e in view.skipped if e.kind in HARD_KINDS - {K.RACE} and e.planned and e.date < case.today]
        planned = view.of(*(HARD_KINDS - {K.RACE}))
        total = len(missed) + len(planned) + len(view.past(*HARD_KINDS))
        if missed and planned and total > most:
            found.append(f"week {view.start}: {total} hard runs with the {len(missed)} missed")
    return found
