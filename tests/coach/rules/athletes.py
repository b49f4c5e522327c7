"""Athletes and histories of every sort, drawn from a seed or by hypothesis.

One generator serves both: it asks a ``Chooser`` for every choice. ``Random`` answers from a seeded generator (fast,
for trials over thousands); ``Drawn`` answers by hypothesis (slower, and it shrinks).
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from hypothesis import strategies as st

from coach.history import RED_FLAGS, Entry, Pain, Reason, Status
from coach.plan import Plan
from coach.profile import (
    WEEKDAYS,
    CrossTraining,
    DistanceUnit,
    Equipment,
    Experience,
    Goal,
    Health,
    HealthFlag,
    MinuteLimits,
    Profile,
    RaceResult,
    Sex,
    Weekday,
)
from coach.session import RUN_KINDS, Session, SessionKind
from coach.units import BeatsPerMinute, Centimetres, Kilograms, Metres, Minutes, Seconds
from tests.coach.rules.choosers import Chooser, Drawn, a_subset, maybe, seeded

K = SessionKind
DAY = dt.timedelta(days=1)
FIRST_MONDAY = dt.date(2026, 11, 30)
RACES = {
    Goal.FIRST_5K: 5000,
    Goal.FIVE_K: 5000,
    Goal.TEN_K: 10_000,
    Goal.HALF_MARATHON: 21_097,
    Goal.MARATHON: 42_195,
}


@dataclass(frozen=True)
class Trial:
    """One athlete on one day: what the planner is asked."""

    profile: Profile
    history: tuple[Entry, ...]
    today: dt.date


def a_body(pick: Chooser) -> tuple[Centimetres | None, Kilograms | None]:
    """Height and weight with a body mass index of 16 to 50; either may be unknown."""
    height = pick.whole(145, 205)
    weight = pick.whole(160, 500) / 10 * (height / 100) ** 2 if pick.chance(30) else 23 * (height / 100) ** 2
    tall = maybe(pick, 90, lambda: Centimetres(height))
    return tall, maybe(pick, 90, lambda: Kilograms(round(weight, 1)))


def a_screening(pick: Chooser) -> Health:
    """Mostly healthy; else one or two flags, cleared or not."""
    if not pick.chance(18):
        return Health()
    return Health(a_subset(pick, list(HealthFlag), 1, 2), pick.chance(45))


def a_level(pick: Chooser, experience: Experience) -> tuple[Metres | None, Metres | None]:
    """Mean week and longest run that go with an experience; either may be unknown."""
    low, high = {
        Experience.NEW: (0, 3),
        Experience.RETURNING: (0, 25),
        Experience.REGULAR: (8, 55),
        Experience.EXPERIENCED: (15, 110),
    }[experience]
    week = pick.whole(low, high) * 1000
    if experience is Experience.NEW and pick.chance(70):
        week = 0
    longest = min(week, max(week // 7, week * pick.whole(20, 60) // 100), 35_000)
    return maybe(pick, 88, lambda: Metres(week)), maybe(pick, 88, lambda: Metres(longest))


def a_calendar(pick: Chooser) -> tuple[frozenset[Weekday], Weekday | None, MinuteLimits | None]:
    """One to seven days, a day for the long run, and limits of 15 to 180 minutes."""
    count = pick.one((1, 2, 3, 3, 4, 4, 5, 5, 6, 7))
    days = a_subset(pick, WEEKDAYS, count, count)
    long_day = maybe(pick, 70, lambda: pick.one(sorted(days) if pick.chance(85) else WEEKDAYS))
    limits = maybe(pick, 85, lambda: some_limits(pick))
    return days, long_day, limits


def some_limits(pick: Chooser) -> MinuteLimits:
    """Minutes on weekdays and at weekends."""
    weekday = pick.one((15, 20, 30, 30, 45, 45, 60, 60, 90, 120, 180))
    weekend = weekday if pick.chance(30) else pick.one((15, 30, 45, 60, 90, 90, 120, 150, 180))
    return MinuteLimits(Minutes(weekday), Minutes(weekend))


def a_race_date(pick: Chooser, goal: Goal, start: dt.date) -> dt.date | None:
    """Mostly a race for race goals, near or far, on a weekend or not."""
    if not pick.chance(60 if goal in RACES else 10):
        return None
    day = start + pick.whole(3, 24 * 7 - 1) * DAY
    return day + (6 - day.weekday()) * DAY if pick.chance(60) else day


def a_result(pick: Chooser) -> RaceResult:
    """A race that somebody of fitness 25 to 60 may have run."""
    metres = pick.one((3000, 5000, 5000, 10_000, 21_097))
    return RaceResult(Metres(metres), Seconds(int(metres * pick.whole(230, 480) / 1000 * (metres / 5000) ** 0.06)))


def a_profile(pick: Chooser) -> Profile:
    """Any athlete who may be planned."""
    goal, experience = pick.one(list(Goal)), pick.one(list(Experience))
    start = FIRST_MONDAY + (0 if pick.chance(70) else pick.whole(0, 20)) * DAY
    week, longest = a_level(pick, experience)
    height, weight = a_body(pick)
    days, long_day, limits = a_calendar(pick)
    runs = experience in {Experience.REGULAR, Experience.EXPERIENCED}
    return Profile(
        goal=goal,
        start_date=start,
        experience=experience,
        age=pick.whole(16, 80),
        available_days=days,
        weeks=maybe(pick, 50, lambda: pick.one((1, 2, 3, 4, 6, 8, 10, 12, 12, 16, 20, 24))),
        race_date=a_race_date(pick, goal, start),
        sex=pick.one(list(Sex)),
        height_cm=height,
        weight_kg=weight,
        weekly_distance_m=week,
        longest_run_m=longest,
        recent_race=maybe(pick, 45 if runs else 5, lambda: a_result(pick)),
        resting_hr=maybe(pick, 30, lambda: BeatsPerMinute(pick.whole(40, 85))),
        max_hr=maybe(pick, 20, lambda: BeatsPerMinute(pick.whole(150, 205))),
        long_run_day=long_day,
        max_minutes=limits,
        strength_per_week=maybe(pick, 80, lambda: pick.one((0, 1, 2, 2, 2, 3))),
        equipment=maybe(pick, 80, lambda: a_subset(pick, list(Equipment))),
        cross_training=maybe(pick, 80, lambda: a_subset(pick, list(CrossTraining))),
        health=a_screening(pick),
        health_known=pick.chance(90),
        units=pick.one(list(DistanceUnit)),
    )


def a_trial(pick: Chooser, follow: Callable[[Profile], Plan] | None = None, past: Chooser | None = None) -> Trial:
    """Any athlete, any history, any day. With ``follow``, some histories follow the plan made at the start.

    ``past`` chooses the history where somebody else should.
    """
    profile = a_profile(pick)
    if pick.chance(35):
        return Trial(profile, (), profile.start_date)
    today = profile.start_date + pick.whole(0, 80) * DAY
    follows = follow is not None and pick.chance(55)
    past = past or pick
    if follow is not None and follows:
        return Trial(profile, lived(past, follow(profile), today), today)
    return Trial(profile, a_history(past, profile, today), today)


@st.composite
def trials(draw: st.DrawFn, follow: Callable[[Profile], Plan] | None = None) -> Trial:
    """Any athlete, any history, any day: the athlete drawn by hypothesis, the history from a seed that it draws."""
    return a_trial(Drawn(draw), follow, seeded(draw(st.integers(0, 2**32))))


@st.composite
def profiles(draw: st.DrawFn) -> Profile:
    """Any athlete who may be planned, drawn by hypothesis."""
    return a_profile(Drawn(draw))


def as_planned(session: Session) -> Entry:
    """What the history says of a session done exactly as planned."""
    on_foot = session.kind in RUN_KINDS
    return Entry(
        date=session.date,
        kind=session.kind,
        status=Status.DONE,
        minutes=session.minutes,
        distance_m=session.distance_m,
        rpe=session.target.rpe[0] if session.kind is not K.RACE else None,
        target_rpe=session.target.rpe,
        longest_run_s=longest(session) if on_foot else None,
        planned=True,
    )


def longest(session: Session) -> Seconds | None:
    """The longest stretch without a walk, where the session is made of times."""
    from tests.coach.rules.ground import longest_stretch

    stretch = int(longest_stretch(session))
    return Seconds(stretch) if stretch else None


def lived(pick: Chooser, plan: Plan, today: dt.date) -> tuple[Entry, ...]:
    """A plan followed until ``today`` by somebody who has a life: days off, too much, too hard, pain, illness."""
    sessions = sorted((s for week in plan.weeks for s in week.sessions), key=lambda s: s.date)
    strict = pick.chance(25)
    entries: list[Entry] = []
    away = dt.date.min
    for session in (s for s in sessions if s.date < today or (s.date == today and pick.chance(30))):
        if not strict and session.date > away and pick.chance(3):
            away = session.date + pick.one((1, 3, 5, 8, 12, 20, 35, 60)) * DAY
        if session.date <= away:
            entries += gone(pick, session)
        else:
            entries.append(as_planned(session) if strict else deviate(pick, as_planned(session)))
            if not strict and pick.chance(5):
                entries.append(unplanned(pick, session.date + pick.whole(0, 1) * DAY))
            if not strict and pick.chance(3):
                entries += events(pick, session.date)
    return tuple(sorted((e for e in entries if e.date <= today), key=lambda e: e.date))


def gone(pick: Chooser, session: Session) -> list[Entry]:
    """A session missed, with or without a word."""
    if pick.chance(20):
        return []
    return [Entry(session.date, session.kind, Status.SKIPPED, reason=a_reason(pick), planned=True)]


def a_reason(pick: Chooser) -> Reason | None:
    """Why somebody misses a session."""
    return pick.one((None, None, Reason.BUSY, Reason.BUSY, Reason.TRAVEL, Reason.INJURED, Reason.ILL))


def deviate(pick: Chooser, entry: Entry) -> Entry:
    """Nearly what was planned: harder, easier, shorter, skipped, painful, or with less said about it."""
    match pick.whole(0, 19):
        case 0:
            return replace(entry, rpe=min(10, (entry.rpe or 4) + pick.whole(2, 5)))
        case 1:
            return replace(entry, rpe=max(1, (entry.rpe or 4) - 2))
        case 2:
            return Entry(entry.date, entry.kind, Status.SKIPPED, reason=pick.one((None, Reason.BUSY)), planned=True)
        case 3:
            return shortened(entry, pick.whole(2, 9))
        case 4:
            return replace(entry, pain=Pain(pick.one(("knee", "calf", "shin")), pick.one((0, 1, 2, 2, 3, 4, 6))))
        case 5:
            return replace(entry, distance_m=None)
        case 6:
            return replace(entry, rpe=None, target_rpe=None, longest_run_s=None)
        case _:
            return entry


def shortened(entry: Entry, tenths: int) -> Entry:
    """So many tenths of a session."""
    metres = None if entry.distance_m is None else Metres(entry.distance_m * tenths // 10)
    return replace(entry, status=Status.PARTIAL, minutes=(entry.minutes or 30) * tenths / 10, distance_m=metres)


def unplanned(pick: Chooser, day: dt.date) -> Entry:
    """A run, walk or ride that no plan asked for, often too long."""
    kind = pick.one((K.EASY_RUN, K.EASY_RUN, K.LONG_RUN, K.TEMPO_RUN, K.RECOVERY_WALK, K.CROSS_TRAINING, K.RACE))
    minutes = pick.one((15, 30, 45, 60, 90, 150))
    speed = 80 if kind is K.RECOVERY_WALK else pick.whole(110, 220)
    metres = Metres(minutes * speed) if kind is not K.CROSS_TRAINING and pick.chance(85) else None
    return Entry(day, kind, Status.DONE, minutes, metres, rpe=maybe(pick, 60, lambda: pick.whole(1, 10)))


def events(pick: Chooser, day: dt.date) -> list[Entry]:
    """Something that a coach must answer: pain over days, a limp, a fever, a cold, a red flag, a clearance."""
    area = pick.one(("knee", "calf", "shin", "foot"))
    match pick.whole(0, 5):
        case 0 | 1:
            levels = [pick.whole(0, 10)] + [pick.whole(0, 4) for _ in range(pick.whole(0, 4))]
            return [Entry(day + n * DAY, pain=Pain(area, level)) for n, level in enumerate(levels)]
        case 2:
            calm = [Entry(day + n * DAY, pain=Pain(area, 1)) for n in range(1, pick.whole(1, 4))]
            return [Entry(day, symptoms=("limp",)), *calm]
        case 3:
            symptom = pick.one(("fever", "below_neck", "above_neck"))
            well = [Entry(day + pick.whole(3, 14) * DAY, symptoms=("well",))] if pick.chance(50) else []
            return [Entry(day + n * DAY, symptoms=(symptom,)) for n in range(pick.whole(1, 4))] + well
        case 4:
            cleared = [Entry(day + pick.whole(1, 20) * DAY, symptoms=("cleared",))] if pick.chance(75) else []
            return [Entry(day, symptoms=(pick.one(sorted(RED_FLAGS)),)), *cleared]
        case _:
            return [Entry(day, K.EASY_RUN, Status.SKIPPED, reason=Reason.ILL, planned=True)]


def a_history(pick: Chooser, profile: Profile, today: dt.date) -> tuple[Entry, ...]:
    """Weeks of training that no plan made, with gaps, events and unplanned runs; now and then plain noise."""
    begin = min(today, profile.start_date) - pick.whole(0, 40) * DAY
    metres = (profile.longest_run_m or 3000) + 500
    noise, entries, away = pick.chance(20), [], dt.date.min
    for day in (begin + n * DAY for n in range((today - begin).days + 1)):
        if day > away and pick.chance(2):
            away = day + pick.one((1, 2, 4, 6, 9, 15, 28, 45, 70)) * DAY
        training = WEEKDAYS[day.weekday()] in profile.available_days or (noise and pick.chance(40))
        if day <= away:
            entries += missed(pick, day) if training else []
        elif training:
            entries.append(some_session(pick, day, metres, noise=noise))
        if pick.chance(12 if noise else 2):
            entries += events(pick, day)
        if pick.chance(15 if noise else 4):
            entries.append(unplanned(pick, day))
    return tuple(sorted((e for e in entries if e.date <= today), key=lambda e: e.date))


def missed(pick: Chooser, day: dt.date) -> list[Entry]:
    """A planned run missed, said or not."""
    if pick.chance(40):
        return []
    kind = pick.one((K.EASY_RUN, K.EASY_RUN, K.LONG_RUN, K.TEMPO_RUN, K.STRENGTH))
    return [Entry(day, kind, Status.SKIPPED, reason=a_reason(pick), planned=True)]


def some_session(pick: Chooser, day: dt.date, metres: int, *, noise: bool) -> Entry:
    """A session of any kind as somebody might have logged it."""
    kinds = [k for k in K if k is not K.RACE] if noise else [K.EASY_RUN, K.EASY_RUN, K.RUN_WALK, K.LONG_RUN, K.STRENGTH]
    kind = pick.one(kinds)
    minutes = pick.whole(10, 90) if noise else max(15, min(120, metres // 150))
    foot = kind not in {K.STRENGTH, K.CROSS_TRAINING}
    speed = 80 if kind is K.RECOVERY_WALK else pick.whole(105, 190)
    entry = Entry(
        date=day,
        kind=kind,
        status=Status.DONE,
        minutes=minutes,
        distance_m=Metres(minutes * speed) if foot and pick.chance(90) else None,
        rpe=maybe(pick, 85, lambda: pick.whole(2, 6)),
        target_rpe=maybe(pick, 85, lambda: (3, 4)),
        planned=pick.chance(80),
    )
    return deviate(pick, entry)
