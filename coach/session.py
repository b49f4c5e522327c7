"""One session of a plan: what to do, how hard, how long, and why."""

from datetime import date
from enum import StrEnum

from coach.phrases import Phrase
from coach.units import BeatsPerMinute, Metres, Minutes, Seconds, SecondsPerKm
from coach.values import value


class SessionKind(StrEnum):
    """What a session is."""

    EASY_RUN = "easy_run"
    LONG_RUN = "long_run"
    TEMPO_RUN = "tempo_run"
    INTERVAL_RUN = "interval_run"
    HILL_RUN = "hill_run"
    RUN_WALK = "run_walk"
    RACE = "race"
    STRENGTH = "strength"
    RECOVERY_WALK = "recovery_walk"
    CROSS_TRAINING = "cross_training"
    __hash__ = str.__hash__  # equal as text, and several times faster than an enum's own: kinds are looked up often


(
    EASY_RUN,
    LONG_RUN,
    TEMPO_RUN,
    INTERVAL_RUN,
    HILL_RUN,
    RUN_WALK,
    RACE,
    STRENGTH,
    RECOVERY_WALK,
    CROSS_TRAINING,
) = SessionKind
"""The kinds by plain names, for planning: before Python 3.12 to ask an enum for a member takes as long as twenty names,
and a plan asks for some thousands."""

HARD_KINDS = frozenset({TEMPO_RUN, INTERVAL_RUN, HILL_RUN, RACE})
"""The hard runs of the rules."""
RUN_KINDS = HARD_KINDS | {EASY_RUN, LONG_RUN, RUN_WALK}
"""Every session with running in it."""
FOOT_KINDS = RUN_KINDS | {RECOVERY_WALK}
"""Sessions that cover distance on foot."""
TRAINED_HARD = HARD_KINDS - {RACE}
"""The hard runs of training."""
TRAINED_RUNS = RUN_KINDS - {RACE}
"""Runs of training; most limits leave races out."""
TRAINED_FOOT = FOOT_KINDS - {RACE}
"""Sessions of training on foot, likewise."""


class Intensity(StrEnum):
    """How hard a session is as a whole."""

    EASY = "easy"
    MODERATE = "moderate"
    HARD = "hard"


class Do(StrEnum):
    """What one part of a session asks for; cross-training rides and swims."""

    WARM_UP = "warm_up"
    RUN = "run"
    WALK = "walk"
    JOG = "jog"
    COOL_DOWN = "cool_down"
    STRIDE = "stride"
    HILL = "hill"
    RIDE = "ride"
    SWIM = "swim"
    __hash__ = str.__hash__  # as of kinds


WARM_UP, RUN, WALK, JOG, COOL_DOWN, STRIDE, HILL, RIDE, SWIM = Do
"""By plain names, as kinds."""


@value
class Part:
    """A stretch of a run or walk, by time or by distance (exactly one of the two is given)."""

    do: Do
    seconds: Seconds | None = None
    distance_m: Metres | None = None
    rpe: tuple[int, int] | None = None
    pace_s_per_km: tuple[SecondsPerKm, SecondsPerKm] | None = None


@value
class StrengthPart:
    """Sets of one exercise, by repetitions or by seconds (exactly one of the two is given).

    ``exercise`` is the family (``squat``), ``rung`` the step of its ladder (``goblet``), ``load`` what the
    document says of both and of the repetitions in reserve. ``cue`` is one phrase on how it is done well.
    """

    exercise: str
    sets: int
    rest_s: Seconds
    reps: int | None = None
    seconds: Seconds | None = None
    rung: str = ""
    load: Phrase | None = None
    cue: Phrase | None = None


@value
class Step:
    """Parts that follow each other, ``repeat`` times."""

    repeat: int
    parts: tuple[Part, ...] | tuple[StrengthPart, ...]


@value
class Target:
    """How it should feel and, where known and allowed, pace and heart rate; ranges are (low, high)."""

    rpe: tuple[int, int]
    pace_s_per_km: tuple[SecondsPerKm, SecondsPerKm] | None = None
    hr_bpm: tuple[BeatsPerMinute, BeatsPerMinute] | None = None


@value
class Size:
    """A shorter size of a session that keeps its point, with its own steps."""

    minutes: Minutes
    title: Phrase
    steps: tuple[Step, ...] = ()


@value
class Session:
    """One session on one day. ``distance_m`` is the expected distance on foot, walking included, else ``None``.

    ``workout`` names the entry of the workout library it was drawn from, ``cues`` are short hints for doing it.
    """

    date: date
    kind: SessionKind
    title: Phrase
    minutes: Minutes
    intensity: Intensity
    target: Target
    steps: tuple[Step, ...]
    why: Phrase
    distance_m: Metres | None = None
    shorter: tuple[Size, ...] = ()
    workout: str = ""
    cues: tuple[Phrase, ...] = ()
