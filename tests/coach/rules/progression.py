"""The rules of progression, P1 to P5, as checks of one plan; each returns what breaks it, in plain words."""

import datetime as dt
from collections.abc import Sequence

from coach.history import Entry
from coach.plan import Kept, Phase, Plan
from coach.profile import Experience, Profile
from coach.session import HARD_KINDS, RUN_KINDS, Do, Intensity, Session, SessionKind
from tests.coach.rules import clinic
from tests.coach.rules.ground import (
    DAY,
    WEEK,
    Case,
    WeekView,
    covered,
    longest_stretch,
    parts_of,
    seconds_of,
)
from tests.coach.rules.newcomers import bmi, starts_from_nothing

K = SessionKind
UP = frozenset({Phase.BASE, Phase.BUILD, Phase.PEAK})
LADDER: tuple[tuple[tuple[int, int], ...], ...] = (
    ((60, 90),) * 8,
    ((90, 120),) * 6,
    ((90, 90), (180, 180)) * 2,
    ((180, 90), (300, 150), (180, 90), (300, 0)),
    ((300, 180), (300, 180), (300, 0)),
    ((480, 300), (480, 0)),
    ((1200, 0),),
    ((300, 180), (480, 180), (300, 0)),
    ((600, 180), (600, 0)),
    ((1500, 0),),
    ((1500, 0),),
    ((1680, 0),),
    ((1800, 0),),
)
"""The stages of P5: seconds of run and walk; the sessions of the fifth and sixth week are stages of their own."""


def p1(profile: Profile, history: Sequence[Entry], plan: Plan, kept: Kept) -> list[str]:
    """No run is longer than the longest of the 30 days before by more than a tenth or 500 m; 30 easy minutes may be.

    Readings: planned runs count as run; a race is no measure for the runs after it; an unknown longest run is a
    seventh of the stated week, the least that its longest can be.
    """
    case, found = Case(profile, history, plan, kept), []
    runs = [(e.date, covered(e, high=True)) for e in case.done if e.kind in RUN_KINDS and e.kind is not K.RACE]
    for run in (s for s in case.sessions if s.kind in RUN_KINDS and s.kind is not K.RACE):
        before = [metres for day, metres in runs if 1 <= (run.date - day).days <= 30]
        if 0 <= (run.date - profile.start_date).days <= 30:
            before.append(case.stated_run)
        longest, metres = max(before, default=0), run.distance_m or 0
        easy = run.intensity is Intensity.EASY and run.minutes <= 30
        if metres > max(1.1 * longest, longest + 500) + 10 and not easy:
            found.append(f"{run.date}: {run.kind} of {metres} m, the longest of 30 days is {longest:.0f} m")
        runs.append((run.date, metres))
    return found


def p2(profile: Profile, history: Sequence[Entry], plan: Plan, kept: Kept) -> list[str]:
    """Distance on foot in a week stays under the highest of the three before plus its step; the first as stated.

    Readings: walks count; races do not; weeks before the start are as stated; what was done in a begun week counts,
    and where it has used up the week nothing on foot is left to plan. What is always allowed is compared by
    distance: 90 minutes of the week's easy running and 30 of walking, or 150 minutes of walking; or by its minutes.
    """
    case, found = Case(profile, history, plan, kept), []
    for view in case.weeks:
        most = max(always(case, view), week_limit(case, view))
        paused = view.phase is Phase.RETURN or by_minutes(view)
        if view.planned_m and view.metres > most + 30 and not paused:
            found.append(f"week {view.start} ({view.phase}): {view.metres:.0f} m on foot, allowed {most:.0f} m")
    return found


def week_limit(case: Case, view: WeekView) -> float:
    """The most a week may hold by what came before it (metres)."""
    highest = max(case.week_m(view.start - n * WEEK) for n in (1, 2, 3))
    limit = min(max(1.1 * highest, highest + 1500), 1.3 * highest)
    if view.start <= case.profile.start_date < view.start + WEEK:
        past = max(case.past_week_m(view.start - n * WEEK) for n in (1, 2, 3))
        return min(limit, max(case.stated_week, past))
    return limit


def always(case: Case, view: WeekView) -> float:
    """What P2 always allows, in metres of this athlete."""
    if not view.runs and not view.past(*RUN_KINDS):
        return 150 * case.walk_speed
    kinds = {K.EASY_RUN, K.RUN_WALK, K.LONG_RUN}
    speeds = [(s.distance_m or 0) / s.minutes for s in view.runs if s.kind in kinds and s.minutes]
    return 90 * max(speeds, default=case.walk_speed) + 30 * case.walk_speed


def by_minutes(view: WeekView) -> bool:
    """Whether a week holds no more than 90 easy minutes of running and 30 of walking, or 150 of walking alone."""
    easy = {K.EASY_RUN, K.RUN_WALK}
    past = view.past(*(RUN_KINDS - {K.RACE}))
    ran = sum(s.minutes for s in view.runs) + sum(e.minutes or 90 for e in past)
    walked = sum(s.minutes for s in view.of(K.RECOVERY_WALK)) + sum(e.minutes or 30 for e in view.past(K.RECOVERY_WALK))
    kinds = {s.kind for s in view.runs} | {e.kind for e in past}
    return kinds <= easy and ran <= 90 and walked <= (30 if ran else 150)


def on_ladder(view: WeekView) -> bool:
    """Whether a week has the run/walk ladder planned in it; a run/walk in the log makes nobody a beginner."""
    return bool(view.of(K.RUN_WALK)) or any(s.workout.startswith(("ladder", "run_walk")) for s in view.week.sessions)


def p3(profile: Profile, history: Sequence[Entry], plan: Plan, kept: Kept) -> list[str]:
    """Three weeks up, then one a fifth to three tenths under the week before.

    Readings: a fourth week of base, build or peak in a row breaks the rule; begun and disturbed weeks are not
    counted; walk, return, ladder, taper and race weeks start the count again.
    """
    case, found = Case(profile, history, plan, kept), []
    up, before = 0, None
    short = (profile.weeks or plan.weeks[-1].index if plan.weeks else 0) < 4
    for view in case.weeks:
        climbing = view.ordinary and view.phase in UP and not on_ladder(view)
        up = up + 1 if climbing else 0
        if up > 3 and not short:
            found.append(f"week {view.start}: week {up} in a row without a cutback")
        if view.phase is Phase.CUTBACK:
            found += cutback(view, before, short=short)
        before = view
    return found


def cutback(view: WeekView, before: WeekView | None, *, short: bool) -> list[str]:
    """What is wrong with a cutback week."""
    found = []
    if short:
        found.append(f"week {view.start}: a cutback in a plan under four weeks")
    if on_ladder(view):
        found.append(f"week {view.start}: a cutback on the run/walk ladder")
    if view.ordinary and before is not None and before.whole and before.metres:
        share = view.metres / before.metres
        if not 0.695 <= share <= 0.805:
            found.append(f"week {view.start}: a cutback to {share:.1%} of the week before")
    return found


def p4(profile: Profile, history: Sequence[Entry], plan: Plan, kept: Kept) -> list[str]:
    """The race stands in the plan, its last days are lighter by the right amount, and its last three not hard.

    Readings: the last seven days are those up to the race's own, without the race. The weeks before are the 21 days
    before; for the long races the upper limit also holds against the 21 before the whole taper. Where part of them is
    history or before the start only the upper limit holds, runs outside the plan counted (C6) and guessed low, and none
    at all after pain, illness or a break, whose return says how much those days hold (C1), or where nothing is stated.
    The lower limit needs days with room for half of the mean; on the ladder the day after a run has room for a walk
    only (P5). A race over twice the longest planned run needs a warning whose code has "race" in it.
    """
    case = Case(profile, history, plan, kept)
    if case.race is None:
        return race_missing(case)
    day = case.race.date
    hard = [s for s in case.sessions if s.kind in HARD_KINDS and 1 <= (day - s.date).days <= 3]
    found = [f"{s.date}: {s.kind} in the last three days before the race" for s in hard]
    found += far_race(case, case.race)
    if case.state.troubled or broke_off(case, day) or day - 6 * DAY < profile.start_date:
        return found
    if day - 6 * DAY < case.today:
        return found + spent_taper(case, day - 6 * DAY)
    spans = [(day - 6 * DAY, day - 6 * DAY, 0.40, 0.59)]
    if case.long_race:
        first = day - 13 * DAY
        spans.append((day - 6 * DAY, first, 0, 0.59))
        if first >= max(case.today, profile.start_date):
            spans.append((first, first, 0.60, 0.80))
    for start, end, least, most in spans:
        found += taper(case, start, end, least, most)
    return found


def broke_off(case: Case, race: dt.date) -> bool:
    """Whether nothing was run in the eight days before today, in the weeks before a race."""
    ran = any(e.kind in RUN_KINDS and (case.today - e.date).days <= 8 for e in case.done)
    return not ran and race - 27 * DAY < case.today and case.profile.start_date + 8 * DAY < case.today


def spent_taper(case: Case, start: dt.date) -> list[str]:
    """Whether begun last seven days before a race still hold something though with it they exceed their share."""
    left = sum(s.distance_m or 0 for s in case.sessions if start <= s.date < start + WEEK and s.kind is not K.RACE)
    return taper(case, start, start, 0, 0.59) if left else []


def far_race(case: Case, race: Session) -> list[str]:
    """A race over twice the longest run, planned, stated or of 30 days, without a warning that speaks of the race."""
    longest = max((s.distance_m or 0 for s in case.sessions if s.kind in RUN_KINDS and s.date < race.date), default=0)
    late = [e for e in case.done if e.kind in RUN_KINDS and (case.today - e.date).days <= 30]
    longest = max([longest, case.profile.longest_run_m or 0, *(covered(e, high=True) for e in late)])
    warned = any("race" in notice.code for notice in case.plan.warnings)
    far = case.today <= case.profile.start_date and (race.distance_m or 0) > 2 * longest + 10
    return (
        [f"a race of {race.distance_m} m, the longest run has {longest} m, and no warning"]
        if far and not warned
        else []
    )


def taper(case: Case, start: dt.date, end: dt.date, least: float, most: float) -> list[str]:
    """Whether the seven days from ``start`` have the right share of the mean of the 21 days before ``end``."""
    first = end - 21 * DAY
    mean = case.span_m(first, 21) / 3
    days = case.span_m(start, 7, high=False)
    calm = all(w.phase not in {Phase.RETURN, Phase.WALK} for w in case.weeks)
    unknown = first < case.profile.start_date and not case.profile.weekly_distance_m
    if not mean or not calm or unknown:
        return []
    share = days / mean
    room = sum(held_m(case, start + n * DAY) for n in range(7) if start + n * DAY != case.profile.race_date)
    ahead = first >= max(case.today, case.profile.start_date) and all(e.date < first for e in case.done)
    whole = ahead and room >= 0.5 * mean
    if share > most + 0.004 or (whole and share < least - 0.004):
        return [f"seven days from {start}: {share:.1%} of the mean of the three weeks before {end}"]
    return []


def held_m(case: Case, day: dt.date) -> float:
    """Metres that a day of a taper has room for; the day after a run/walk those of a walk (P5)."""
    if not case.free(day):
        return 0
    climbed = any(s.kind is K.RUN_WALK and s.date == day - DAY for s in case.sessions)
    return case.room(day) * (case.walk_speed if climbed else case.easy_speed)


def race_missing(case: Case) -> list[str]:
    """A race day inside the plan without a race, though nothing forbids it (the first weeks of P6 may)."""
    race, weeks = case.profile.race_date, case.plan.weeks
    if race is None or not weeks or case.blocked or case.state.troubled:
        return []
    if bmi(case.profile) >= 30 and starts_from_nothing(case) and race < case.profile.start_date + 5 * WEEK:
        return []
    inside = max(weeks[0].start, case.today) <= race < weeks[-1].start + WEEK
    done = any(e.kind is K.RACE and e.date == race for e in case.entries)
    if sum(day < race for day in case.easing) < 4 and clinic.illness(case.entries, case.today, memory=120):
        return []  # a race is no training day of twenty easy minutes (C5)
    return [f"the race on {race} is not in the plan"] if inside and not done else []


def p5(profile: Profile, history: Sequence[Entry], plan: Plan, kept: Kept) -> list[str]:
    """The ladder is climbed stage by stage, two sessions each, with a day of rest between runs.

    Readings: a shortened stage is a stage with runs missing at its end; the first stage of the plan may have been
    climbed in the history, where a run/walk of which nothing more is known counts as one session of it; newcomers who
    state no run start on the first stage and never run through a stretch longer than the ladder has led to.
    """
    case = Case(profile, history, plan, kept)
    climbs = [s for s in case.sessions if s.kind is K.RUN_WALK]
    unknown = sum(e.kind is K.RUN_WALK and not e.longest_run_s for e in case.done)
    found = no_rest(case, climbs) + climb(climbs, able_seconds(case), min(2, unknown))
    fresh = profile.experience is Experience.NEW and not case.stated_run
    runs_before = [e for e in case.done if e.kind in RUN_KINDS]
    if fresh and not runs_before and climbs and 0 not in stages(climbs[0]):
        found.append(f"{climbs[0].date}: a newcomer starts on a later stage")
    if fresh and not runs_before:
        found += leaps(case)
    return found


def no_rest(case: Case, climbs: Sequence[Session]) -> list[str]:
    """Ladder runs without a day of rest before them."""
    ran = {e.date for e in case.done if e.kind in RUN_KINDS} | {
        s.date for s in case.sessions if s.kind in RUN_KINDS - {K.RACE}
    }
    return [f"{s.date}: a ladder run the day after a run" for s in climbs if s.date - DAY in ran]


def stages(session: Session) -> set[int]:
    """The stages of the ladder that a run/walk session can be, with runs missing at the end or one run cut short."""
    runs = stretches(session)
    fits = {n for n, stage in enumerate(LADDER) if runs == tuple(run for run, _ in stage)[: len(runs)]}
    if len(runs) == 1:
        fits |= {n for n, stage in enumerate(LADDER) if runs[0] < stage[0][0]}
    return fits if runs else set()


def stretches(session: Session) -> tuple[float, ...]:
    """The seconds of every stretch of running between the walks."""
    found: list[float] = []
    going = False
    for part in parts_of(session):
        if part.do in {Do.WALK, Do.WARM_UP, Do.COOL_DOWN}:
            going = False
            continue
        length = seconds_of(part, session)
        if going:
            found[-1] += length
        else:
            found.append(length)
        going = True
    return tuple(found)


def climb(climbs: Sequence[Session], able_s: float, held: int = 0) -> list[str]:
    """Stages jumped over, or left before two sessions, from what somebody can do who runs ``able_s`` without a walk.

    Who can run nothing yet has ``held`` sessions of the first stage behind them. A shortened session can be of several
    stages: every way to read the sessions is followed, and only where none is left the ladder was not kept. A way is
    the highest stage so far and how many sessions it has had. A stage that was passed may come back on any day.
    """
    ways = {(n, 2) for n, stage in enumerate(LADDER) if max(run for run, _ in stage) <= able_s} or {(0, held)}
    found = []
    for session in climbs:
        able = stages(session)
        going = {on for way in ways for stage in able if (on := step(way, stage)) is not None}
        if not able:
            found.append(f"{session.date}: no stage of the ladder: {stretches(session)}")
        elif not going:
            found.append(f"{session.date}: stage {sorted(able)} after (stage, sessions) {sorted(ways)}")
        ways = going or {(stage, 1) for stage in able} or ways
    return found


def step(way: tuple[int, int], stage: int) -> tuple[int, int] | None:
    """Where a session of ``stage`` leads from a highest stage that has had so many sessions; nowhere by a jump."""
    top, held = way
    if stage < top:
        return way
    if stage == top:
        return top, min(2, held + 1)
    return (stage, 1) if stage == top + 1 and held >= 2 else None


def able_seconds(case: Case) -> float:
    """The longest stretch that the athlete can run without a walk, as stated or as done, a little generously.

    Those who run regularly are no beginners: they may start anywhere.
    """
    if case.profile.experience in {Experience.REGULAR, Experience.EXPERIENCED}:
        return 1800
    stated = 60 * case.stated_run / case.easy_speed
    done = [
        e.longest_run_s or (60 * (e.minutes or 0) if e.kind is not K.RUN_WALK else 0)
        for e in case.done
        if e.kind in RUN_KINDS
    ]
    return 1.15 * max([stated, *done])


def leaps(case: Case) -> list[str]:
    """Stretches of a newcomer that are longer than one stage ahead of what the plan has led to."""
    found, best = [], 60.0
    lengths = (60, 90, 180, 300, 480, 1200, 1500, 1680, 1800)
    for session in (s for s in case.sessions if s.kind in RUN_KINDS - {K.RACE}):
        stretch = longest_stretch(session)
        ahead = next((length for length in lengths if length > best), max(best, 1800.0) * 1.2 + 300)
        if stretch > ahead + 1:
            found.append(f"{session.date}: {stretch / 60:.1f} min without a walk after {best / 60:.1f}")
        best = max(best, stretch)
    return found
