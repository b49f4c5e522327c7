"""Values of the coach with defaults, so that a test says only what matters to it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from coach.history import Entry, Pain, Status
from coach.phrases import phrase
from coach.plan import Phase, Plan, Week
from coach.profile import (
    CrossTraining,
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
from coach.session import HARD_KINDS, Do, Intensity, Part, Session, SessionKind, Step, Target
from coach.units import Centimetres, Kilograms, Metres, Minutes, Seconds

MONDAY = dt.date(2026, 11, 30)
"""The Monday on which the athletes of the tests start."""


def days(words: str) -> frozenset[Weekday]:
    """Days from words: ``days("mon wed sat")``; ``days("all")`` is the whole week."""
    return frozenset(Weekday) if words == "all" else frozenset(Weekday(word) for word in words.split())


def a_day(week: int, day: str, start: dt.date = MONDAY) -> dt.date:
    """The date of a weekday in a week counted from 1: ``a_day(2, "tue")``."""
    return start + dt.timedelta(weeks=week - 1, days=Weekday(day).number)


def limits(weekday: int, weekend: int | None = None) -> MinuteLimits:
    """The minutes a day has room for; the weekend's are the weekday's unless given."""
    return MinuteLimits(Minutes(weekday), Minutes(weekday if weekend is None else weekend))


def health(*flags: str, cleared: bool = False) -> Health:
    """A screening with these flags raised: ``health("pregnant", cleared=True)``."""
    return Health(frozenset(HealthFlag(flag) for flag in flags), cleared)


def a_result(distance_m: int = 5000, time_s: int = 1620) -> RaceResult:
    """A race result, 5 km in 27:00 unless told."""
    return RaceResult(Metres(distance_m), Seconds(time_s))


def an_athlete(**fields: Any) -> Profile:  # noqa: ANN401 - any field of the profile, by its own name
    """A healthy regular runner, 25 km and five days a week, training for general fitness; override by name.

    ``available_days`` may be words (``"mon wed sat"``).
    """
    if isinstance(fields.get("available_days"), str):
        fields["available_days"] = days(fields["available_days"])
    athlete = Profile(
        goal=Goal.GENERAL_FITNESS,
        start_date=MONDAY,
        experience=Experience.REGULAR,
        age=34,
        available_days=days("mon tue thu sat sun"),
        weeks=12,
        sex=Sex.FEMALE,
        height_cm=Centimetres(168),
        weight_kg=Kilograms(64),
        weekly_distance_m=Metres(25_000),
        longest_run_m=Metres(9_000),
        long_run_day=Weekday.SUN,
        max_minutes=limits(60, 120),
        strength_per_week=2,
        equipment=frozenset({Equipment.BODYWEIGHT}),
        cross_training=frozenset(),
    )
    return replace(athlete, **fields)


def a_beginner(**fields: Any) -> Profile:  # noqa: ANN401 - any field of the profile, by its own name
    """Somebody who does not run yet and wants leaner legs (the contract's example); override by name."""
    return an_athlete(
        **{
            "goal": Goal.LEANER_LEGS,
            "experience": Experience.NEW,
            "weight_kg": Kilograms(70),
            "weekly_distance_m": Metres(0),
            "longest_run_m": Metres(0),
            "max_minutes": limits(45, 90),
            "cross_training": frozenset({CrossTraining.CYCLING, CrossTraining.SWIMMING}),
            **fields,
        }
    )


def an_entry(date: dt.date = MONDAY, kind: str | None = "easy_run", **fields: Any) -> Entry:  # noqa: ANN401 - any field
    """A planned easy run of 30 minutes and 4.5 km, done at effort 3; override by name."""
    defaults: dict[str, Any] = {
        "status": Status.DONE,
        "minutes": 30,
        "distance_m": Metres(4_500),
        "rpe": 3,
        "target_rpe": (3, 4),
        "planned": True,
    }
    known = None if kind is None else SessionKind(kind)
    if known is None:
        defaults = {}
    return Entry(date, known, **{**defaults, **fields})


def a_skip(date: dt.date, kind: str = "easy_run", **fields: Any) -> Entry:  # noqa: ANN401 - any field
    """A planned session that did not happen."""
    return Entry(date, SessionKind(kind), Status.SKIPPED, **{"planned": True, **fields})


def a_check_in(date: dt.date, *symptoms: str, pain: int | None = None, area: str = "knee") -> Entry:
    """A report without a session: symptoms (``"fever"``, ``"cleared"``), pain in an area, or both."""
    return Entry(date, pain=None if pain is None else Pain(area, pain), symptoms=symptoms)


def a_session(date: dt.date = MONDAY, kind: str = "easy_run", minutes: int = 30, **fields: Any) -> Session:  # noqa: ANN401 - any field
    """A session of one plain part; runs cover 150 m a minute, walks 95; override by name."""
    known = SessionKind(kind)
    hard = known in HARD_KINDS
    pace = {SessionKind.STRENGTH: None, SessionKind.CROSS_TRAINING: None, SessionKind.RECOVERY_WALK: 95}.get(known, 150)
    do = Do.WALK if known is SessionKind.RECOVERY_WALK else Do.RUN
    defaults: dict[str, Any] = {
        "title": phrase("title"),
        "intensity": Intensity.HARD if hard else Intensity.EASY,
        "target": Target((6, 7) if hard else (3, 4)),
        "steps": (Step(1, (Part(do, seconds=Seconds(60 * minutes), rpe=(3, 4)),)),),
        "why": phrase("why"),
        "distance_m": None if pace is None else Metres(pace * minutes),
    }
    return Session(date=date, kind=known, minutes=Minutes(minutes), **{**defaults, **fields})


def a_week(
    *sessions: Session,
    index: int = 1,
    phase: Phase = Phase.BASE,
    start: dt.date | None = None,
    distance_m: int | None = None,
) -> Week:
    """A week of these sessions; its start and distance follow from them unless given."""
    first = min((session.date for session in sessions), default=MONDAY)
    covered = sum(session.distance_m or 0 for session in sessions)
    return Week(
        index=index,
        start=start or first - dt.timedelta(days=first.weekday()),
        phase=phase,
        distance_m=Metres(covered if distance_m is None else distance_m),
        sessions=sessions,
    )


def a_plan(weeks: Iterable[Week], **fields: Any) -> Plan:  # noqa: ANN401 - any field
    """A plan of these weeks, wanted on the tests' Monday unless told."""
    defaults: dict[str, Any] = {
        "goal": Goal.GENERAL_FITNESS,
        "today": MONDAY,
        "fitness": None,
        "hr_zones": None,
        "warnings": (),
        "changes": (),
    }
    return Plan(weeks=tuple(weeks), **{**defaults, **fields})
