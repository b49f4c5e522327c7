"""The rules of a week of runs, W1 to W6 and W10, as checks of one plan; each returns what breaks it, in plain words."""

import datetime as dt
import itertools
from collections.abc import Sequence

from coach.history import Entry
from coach.plan import Kept, Plan
from coach.profile import Experience, Goal, Profile
from coach.session import HARD_KINDS, RUN_KINDS, Part, Session, SessionKind, StrengthPart
from tests.coach.rules.ground import (
    DAY,
    Case,
    WeekView,
    is_work,
    longest_stretch,
    metres_of,
    monday,
    parts_of,
    run_seconds,
    runs_through,
    seconds_of,
)

K = SessionKind


def w1(profile: Profile, history: Sequence[Entry], plan: Plan, kept: Kept) -> list[str]:
    """Sessions on available days, a race on its date, one run a day; strength shares with easy runs and walks only.

    Reading: a run of the history today is that day's run; cross-training is no company for strength; one strength
    session a day. A day that the athlete chose by moving a session is available.
    """
    case, found = Case(profile, history, plan, kept), []
    chosen = {move.target for move in kept.moves}
    for day, sessions in by_day(case).items():
        kinds = [s.kind for s in sessions if s.kind is not K.RACE]
        if kinds and not case.free(day) and day not in chosen:
            found.append(f"{day}: {kinds[0]} on a day that is not available")
        runs = sum(kind in RUN_KINDS for kind in kinds)
        if runs + sum(e.date == day and e.kind in RUN_KINDS and e.kind is not K.RACE for e in case.done) > 1 and runs:
            found.append(f"{day}: more than one run")
        if kinds.count(K.STRENGTH) > 1 or kinds.count(K.RECOVERY_WALK) > 1:
            found.append(f"{day}: the same thing twice")
        if K.STRENGTH in kinds and K.CROSS_TRAINING in kinds:
            found.append(f"{day}: strength shares a day with cross-training")
        if any(s.kind is K.RACE and s.date != profile.race_date for s in sessions):
            found.append(f"{day}: a race that is not on its date")
    return found


def by_day(case: Case) -> dict[dt.date, list[Session]]:
    """The planned sessions of every day that has any."""
    days: dict[dt.date, list[Session]] = {}
    for session in case.sessions:
        days.setdefault(session.date, []).append(session)
    return days


def w2(profile: Profile, history: Sequence[Entry], plan: Plan, kept: Kept) -> list[str]:
    """One day of every week holds nothing or a recovery walk at most; what was done this week counts.

    Reading: the race stands in the plan (P4), so the week blames what is planned beside it; after six days that were
    all trained on, nothing is left to leave out.
    """
    case, found = Case(profile, history, plan, kept), []
    for view in case.weeks:
        full = {s.date for s in view.week.sessions if s.kind is not K.RECOVERY_WALK}
        past = {e.date for e in view.history if e.kind is not K.RECOVERY_WALK}
        plain = {s.date for s in view.week.sessions if s.kind not in {K.RECOVERY_WALK, K.RACE}}
        if plain - past and len(full | past) == 7:
            found.append(f"week {view.start}: no day of rest")
    return found


def w3(profile: Profile, history: Sequence[Entry], plan: Plan, kept: Kept) -> list[str]:
    """Hard runs: how many, and never beside another or beside the long run.

    Reading: a race counts as hard but stands in the plan (P4), so the gate for new athletes leaves it alone and the
    count blames what stands beside it.
    """
    case, found = Case(profile, history, plan, kept), []
    most = 1 if profile.experience in {Experience.NEW, Experience.RETURNING} else 2
    for view in case.weeks:
        hard = len(view.of(*HARD_KINDS)) + len(view.past(*HARD_KINDS))
        if hard > most and view.of(*(HARD_KINDS - {K.RACE})):
            found.append(f"week {view.start}: {hard} hard runs")
    for session in case.sessions:
        if session.kind in HARD_KINDS:
            found += beside(case, session)
    if profile.experience is Experience.NEW:
        found += too_early(case)
    return found


def beside(case: Case, session: Session) -> list[str]:
    """What stands on the wrong side of a planned hard run; beside a race, which stands (P4), only what is planned."""
    found, race = [], session.kind is K.RACE
    ahead = {s.date for s in case.sessions}
    for day in (session.date - DAY, session.date + DAY):
        if race and day not in ahead:
            continue
        if day in case.hard_days:
            found.append(f"{session.date}: {session.kind} next to a hard run on {day}")
        if day in case.long_days:
            found.append(f"{session.date}: {session.kind} next to the long run on {day}")
    return found


def too_early(case: Case) -> list[str]:
    """Hard runs of a new athlete before thirty minutes were run without a walk, in life or earlier in the plan."""
    since = ready_since(case)
    return [
        f"{s.date}: {s.kind} before 30 minutes were run without a walk"
        for s in case.sessions
        if s.kind in HARD_KINDS - {K.RACE} and (since is None or s.date <= since)
    ]


def ready_since(case: Case) -> dt.date | None:
    """The day on which thirty minutes were or will be run without a walk; a stated run of that length counts."""
    if case.stated_run >= 30 * case.easy_speed:
        return case.profile.start_date - DAY
    for entry in case.done:
        steady = entry.kind in RUN_KINDS - {K.RUN_WALK} and entry.longest_run_s is None and (entry.minutes or 0) >= 30
        if (entry.longest_run_s or 0) >= 1800 or steady:
            return entry.date
    return next((s.date for s in case.sessions if s.kind in RUN_KINDS and longest_stretch(s) >= 1800), None)


def w4(profile: Profile, history: Sequence[Entry], plan: Plan, kept: Kept) -> list[str]:
    """Hills once, intervals twice at most; exactly one long run in weeks of three continuous runs or more.

    Readings: at most one holds in every week, at least one in ordinary weeks; no easy run is longer than the long one
    by more than two minutes.
    """
    case, found = Case(profile, history, plan, kept), []
    for view in case.weeks:
        for kind, most in ((K.HILL_RUN, 1), (K.INTERVAL_RUN, 2), (K.LONG_RUN, 1)):
            planned = len(view.of(kind))
            if planned and planned + len(view.past(kind)) > most:
                found.append(f"week {view.start}: {planned} × {kind} planned, {len(view.past(kind))} done")
        for run in view.of(K.LONG_RUN):
            longer = [s for s in view.of(K.EASY_RUN) if s.minutes > run.minutes + 2]
            found += [f"{run.date}: the long run of {run.minutes} min is shorter than {s.minutes}" for s in longer]
        steady = sum(map(runs_through, view.runs))
        if view.ordinary and steady >= 3 and not view.of(K.LONG_RUN):
            found.append(f"week {view.start}: {steady} continuous runs and none is the long one")
    return found


def w5(profile: Profile, history: Sequence[Entry], plan: Plan, kept: Kept) -> list[str]:
    """Work at tempo effort or harder stays within a fifth of the week's running minutes and the limits of a session.

    Readings: strides are not work; running minutes leave planned walking out; breaks "of a fifth" may be a sixth, as
    the 3 × 6 min with 1 min of the figures; the history's running counts towards the week's minutes, or what was sent
    of its past days where that is more (C1: one to three days missed, carry on).
    """
    case, found = Case(profile, history, plan, kept), []
    for view in case.weeks:
        hard = [s for s in view.runs if any(is_work(part, s) for part in parts_of(s))]
        work = sum(work_seconds(s) for s in hard)
        sent = sum(s.minutes for s in case.sent_before(view) if s.kind in RUN_KINDS)
        past = max(sent, sum(e.minutes or 0 for e in view.past(*RUN_KINDS)))
        running = sum(map(run_seconds, view.runs)) + 60 * past
        alone = len(view.of(*HARD_KINDS)) + len(view.past(*HARD_KINDS)) <= 1
        most = max(running / 5, 720 if alone else 0)
        if work > most + 5:
            found.append(f"week {view.start}: {work / 60:.1f} min of work in {running / 60:.0f} min of running")
        for session in hard:
            found += session_work(session, view.metres)
    return found


def work_seconds(session: Session) -> float:
    """Seconds of a session at tempo effort or harder."""
    return sum(seconds_of(part, session) for part in parts_of(session) if is_work(part, session))


def session_work(session: Session, week_m: float) -> list[str]:
    """What one hard session holds too much of."""
    where, found = f"{session.date} {session.kind}", []
    pieces = [seconds_of(p, session) for p in parts_of(session) if is_work(p, session)]
    if session.kind is K.TEMPO_RUN:
        if max(pieces, default=0) > 1200:
            found.append(f"{where}: {max(pieces) / 60:.0f} min without a break")
        found += short_breaks(session)
    if session.kind is K.INTERVAL_RUN:
        far = sum(metres_of(p, session) for p in parts_of(session) if is_work(p, session))
        if max(pieces, default=0) > 300:
            found.append(f"{where}: an interval of {max(pieces) / 60:.1f} min")
        if far > min(0.08 * week_m, 10_000) + 20 and sum(pieces) > 725:
            found.append(f"{where}: {far:.0f} m of intervals in a week of {week_m:.0f} m")
    return found


def short_breaks(session: Session) -> list[str]:
    """Cruise intervals whose breaks are shorter than a sixth of the piece before."""
    parts, found = list(parts_of(session)), []
    for piece, rest in itertools.pairwise(parts):
        if not is_work(piece, session):
            continue
        if is_work(rest, session) or seconds_of(rest, session) < seconds_of(piece, session) / 6 - 1:
            found.append(f"{session.date} tempo: a break too short after {seconds_of(piece, session):.0f} s")
    return found


def w6(profile: Profile, history: Sequence[Entry], plan: Plan, kept: Kept) -> list[str]:
    """The long run: at most 150 minutes (marathon 180) and at most its share of the week's distance on foot.

    Readings: races count neither as runs nor as distance; weeks of one or two runs have no share; a week that was
    sent may keep the share it had in what was sent (C1: one to three days missed, carry on; no plan jumps).
    """
    case, found = Case(profile, history, plan, kept), []
    longest = 180 if profile.goal is Goal.MARATHON else 150
    for view in case.weeks:
        runs = len(view.runs) + len([e for e in view.past(*RUN_KINDS) if e.kind is not K.RACE])
        sent = case.sent_before(view)
        sent_m = view.planned_m + sum(s.distance_m or 0 for s in sent)
        sent_runs = len(view.runs) + sum(s.kind in RUN_KINDS for s in sent)
        most = long_share(case, view, runs) * view.metres
        if sent_m > view.metres:
            most = max(most, long_share(case, view, sent_runs) * sent_m)
        for session in view.of(K.LONG_RUN):
            if session.minutes > longest:
                found.append(f"{session.date}: a long run of {session.minutes} min")
            if (session.distance_m or 0) > most + 10:
                of = (session.distance_m or 0) / max(1, view.metres)
                found.append(f"{session.date}: a long run of {of:.1%} of the week with {runs} runs")
    return found


def long_share(case: Case, view: WeekView, runs: int) -> float:
    """The largest share of the week's distance that the long run may have."""
    if runs < 3:
        return 1
    plain, late = {3: (0.5, 0.55), 4: (0.4, 0.5)}.get(runs, (0.35, 0.45))
    race = case.profile.race_date
    if race is None or not case.long_race:
        return plain
    taper = monday(race - 13 * DAY)
    return late if taper - 56 * DAY <= view.start < taper else plain


def w10(profile: Profile, history: Sequence[Entry], plan: Plan, kept: Kept) -> list[str]:
    """A day's sessions keep to its limit, the parts of a session add up to its minutes, and every session says why.

    Readings: parts by time are exact to half a minute, parts by distance to a tenth; the sets of a strength session,
    at two seconds a repetition, fit into its minutes; what was done today counts by the whole minute, other sports
    outside the plan apart.
    """
    case, found = Case(profile, history, plan, kept), []
    for day, sessions in by_day(case).items():
        planned = sum(s.minutes for s in sessions if s.kind is not K.RACE)
        done = (e for e in case.done if e.date == day and e.kind is not K.RACE)
        past = sum(int(e.minutes or 0) for e in done if e.planned or e.kind in RUN_KINDS)
        if planned and planned + past > case.room(day):
            found.append(f"{day}: {planned + past:.0f} min on a day of {case.room(day):.0f}")
        for session in sessions:
            if session.minutes < 5 or not session.steps:
                found.append(f"{day}: {session.kind} of {session.minutes} min holds nothing")
            if not session.why.key:
                found.append(f"{day}: {session.kind} does not say why")
            if not adds_up(session):
                found.append(f"{day}: the parts of {session.kind} do not add up to {session.minutes} min")
    return found


def adds_up(session: Session) -> bool:
    """Whether the parts of a session make its minutes; of a race only that it has some."""
    strength = [(step.repeat, p) for step in session.steps for p in step.parts if isinstance(p, StrengthPart)]
    if strength:
        busy = sum(r * p.sets * ((p.seconds or 2 * (p.reps or 0)) + p.rest_s) for r, p in strength)
        return busy <= 60 * session.minutes + 60
    parts: list[Part] = list(parts_of(session))
    total = sum(seconds_of(part, session) for part in parts)
    if session.kind is K.RACE:
        return session.minutes > 0
    if any(part.seconds is None for part in parts):
        return abs(total - 60 * session.minutes) <= 6 * session.minutes
    return abs(total - 60 * session.minutes) <= 30
