"""Random values of the coach, for round trips."""

import datetime as dt

from hypothesis import strategies as st

from coach.history import SYMPTOMS, Entry, Felt, Pain, Reason, SetsDone, Status
from coach.phrases import Distance, Duration, Pace, Phrase
from coach.plan import Change, Declined, Kept, Move, Notice, Phase, Week
from coach.profile import (
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
from coach.session import FOOT_KINDS, Do, Intensity, Part, Session, SessionKind, Size, Step, StrengthPart, Target
from coach.units import Metres, SecondsPerKm

days = st.dates(dt.date(2020, 1, 1), dt.date(2090, 1, 1))
words = st.text(st.characters(codec="ascii", categories=["Ll"]), min_size=1, max_size=12)
whole = st.integers(0, 20_000)
efforts = st.tuples(st.integers(1, 5), st.integers(5, 10))
ranges = st.tuples(st.integers(60, 200), st.integers(200, 900))
figures = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-9, 10_000),
    st.floats(allow_nan=False, allow_infinity=False),
    words,
    days,
    st.sampled_from(Weekday),
    st.builds(Distance, whole),
    st.builds(Duration, whole),
    st.builds(Pace, st.integers(100, 900).map(SecondsPerKm), st.integers(100, 900).map(SecondsPerKm)),
)


def _phrases(inner: st.SearchStrategy[object]) -> st.SearchStrategy[Phrase]:
    return st.builds(Phrase, words, st.lists(st.tuples(words, inner), max_size=3).map(tuple))


phrases = _phrases(st.one_of(figures, _phrases(figures)))
parts = st.builds(
    Part, st.sampled_from(Do), st.none() | whole, st.none() | whole, st.none() | efforts, st.none() | ranges
)
strength_parts = st.builds(
    StrengthPart, words, st.integers(1, 5), whole, st.none() | whole, st.none() | whole, words,
    st.none() | phrases, st.none() | phrases,
)  # fmt: skip
steps = st.builds(
    Step,
    st.integers(1, 9),
    st.one_of(st.lists(parts, max_size=3).map(tuple), st.lists(strength_parts, max_size=3).map(tuple)),
)
sizes = st.builds(Size, whole, phrases, st.lists(steps, max_size=2).map(tuple))
sessions = st.builds(
    Session,
    date=days,
    kind=st.sampled_from(SessionKind),
    title=phrases,
    minutes=whole,
    intensity=st.sampled_from(Intensity),
    target=st.builds(Target, efforts, st.none() | ranges, st.none() | ranges),
    steps=st.lists(steps, max_size=3).map(tuple),
    why=phrases,
    distance_m=st.none() | whole,
    shorter=st.lists(sizes, max_size=2).map(tuple),
    workout=words,
    cues=st.lists(phrases, max_size=2).map(tuple),
)
weeks = st.builds(
    Week, st.integers(1, 24), days, st.sampled_from(Phase), whole, st.lists(sessions, max_size=2).map(tuple)
)
changes = st.builds(Change, words, words, days, days, phrases, phrases, phrases)
notices = st.builds(Notice, words, phrases)
kept = st.builds(
    Kept,
    st.lists(weeks, max_size=1).map(tuple),
    st.lists(st.builds(Move, st.sampled_from(SessionKind), days, days), max_size=2).map(tuple),
    st.frozensets(st.builds(Declined, words, days), max_size=2),
)
sets_done = st.builds(
    SetsDone,
    words,
    st.integers(1, 100),
    reps=st.none() | st.integers(1, 1000),
    seconds=st.none() | st.integers(1, 3600),
    load_kg=st.none() | st.floats(0, 500),
    rung=st.none() | words,
    felt=st.none() | st.sampled_from(Felt),
)


def can_be(entry: Entry) -> bool:
    """Whether somebody could have run or walked so far in so many minutes; a little slower than any record."""
    timed = entry.minutes and entry.distance_m and entry.kind in FOOT_KINDS
    return not timed or (entry.distance_m or 0) <= 190 * (entry.minutes or 0)


entries = st.builds(
    Entry,
    date=days,
    kind=st.none() | st.sampled_from(SessionKind),
    status=st.none() | st.sampled_from(Status),
    minutes=st.none() | st.integers(0, 300) | st.floats(0, 300),
    distance_m=st.none() | whole,
    rpe=st.none() | st.integers(1, 10),
    target_rpe=st.none() | efforts,
    longest_run_s=st.none() | whole,
    pain=st.none() | st.builds(Pain, words, st.integers(0, 10)),
    symptoms=st.lists(st.sampled_from(sorted(SYMPTOMS)), max_size=2, unique=True).map(tuple),
    reason=st.none() | st.sampled_from(Reason),
    planned=st.booleans(),
    exercises=st.lists(sets_done, max_size=2).map(tuple),
).filter(can_be)


@st.composite
def profiles(draw: st.DrawFn) -> Profile:
    """Any profile that a document can describe."""
    start = draw(days)
    known = draw(st.booleans())
    health = st.builds(Health, st.frozensets(st.sampled_from(HealthFlag)), st.booleans())
    return Profile(
        goal=draw(st.sampled_from(Goal)),
        start_date=start,
        experience=draw(st.sampled_from(Experience)),
        age=draw(st.integers(1, 110)),
        available_days=draw(st.frozensets(st.sampled_from(Weekday), min_size=1)),
        weeks=draw(st.none() | st.integers(1, 52)),
        race_date=draw(st.none() | st.integers(0, 300).map(lambda later: start + dt.timedelta(days=later))),
        sex=draw(st.sampled_from(Sex)),
        height_cm=draw(st.none() | st.floats(90, 250)),
        weight_kg=draw(st.none() | st.floats(25, 400)),
        weekly_distance_m=draw(st.none() | whole.map(Metres)),
        longest_run_m=draw(st.none() | whole.map(Metres)),
        recent_race=draw(st.none() | st.just(RaceResult(5000, 1620))),
        resting_hr=draw(st.none() | st.integers(30, 89)),
        max_hr=draw(st.none() | st.integers(90, 230)),
        long_run_day=draw(st.none() | st.sampled_from(Weekday)),
        max_minutes=draw(st.none() | st.builds(MinuteLimits, st.integers(10, 300), st.integers(10, 300))),
        strength_per_week=draw(st.none() | st.integers(0, 7)),
        equipment=draw(st.none() | st.frozensets(st.sampled_from(Equipment))),
        cross_training=draw(st.none() | st.frozensets(st.sampled_from(CrossTraining))),
        health=draw(health) if known else Health(cleared=draw(st.booleans())),
        health_known=known,
        units=draw(st.sampled_from(DistanceUnit)),
    )
