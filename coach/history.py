"""What happened so far, as the planner reads it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from coach.session import RECOVERY_WALK, RUN_KINDS, SessionKind
from coach.units import Metres, Seconds


class Status(StrEnum):
    """How a session went."""

    DONE = "done"
    PARTIAL = "partial"
    SKIPPED = "skipped"


class Reason(StrEnum):
    """Why a session was skipped."""

    ILL = "ill"
    INJURED = "injured"
    TRAVEL = "travel"
    BUSY = "busy"


@dataclass(frozen=True, slots=True)
class Pain:
    """Pain in one area, from 0 (none) to 10."""

    area: str
    level: int


PAIN_TO_WATCH, PAIN_TO_STOP = 3, 6
"""The lower ends of the pain bands 3–5 and over 5 (C3)."""


class Felt(StrEnum):
    """How the sets of one exercise felt, easiest first."""

    EASY = "easy"
    RIGHT = "right"
    HARD = "hard"
    PAIN = "pain"
    """It hurt, and was left."""


@dataclass(frozen=True, slots=True)
class SetsDone:
    """Sets of one strength exercise as they were done: ``reps`` or ``seconds`` in each set, the fewest of them.

    ``rung`` is the form of the exercise by its ladder (``goblet``). ``None`` is unknown.
    """

    exercise: str
    sets: int
    reps: int | None = None
    seconds: Seconds | None = None
    load_kg: float | None = None
    rung: str | None = None
    felt: Felt | None = None


HALF_AN_HOUR = 30 * 60
"""Seconds without a walk that end the ladder (P5, W3)."""
RED_FLAGS = frozenset(
    {
        "chest_pain", "arm_pain", "jaw_pain", "fainting", "breathless_at_rest", "palpitations",
        "calf_swelling", "night_pain", "bone_pain", "dark_urine",
    }
)  # fmt: skip
"""Symptoms that stop running prompts until the athlete says they are cleared (rule C4)."""
ILLNESS = frozenset({"fever", "below_neck", "above_neck"})
"""Symptoms of an illness (rule C5); fever and below-neck ones need ten days and seven free of symptoms."""
SYMPTOMS = RED_FLAGS | ILLNESS | {"limp", "cleared", "well"}
"""Every machine word of a symptom, or of its end."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of history: a session, or a check-in (``kind`` is ``None``) with pain, symptoms or wellness.

    ``symptoms`` are machine words (``fever`` ``below_neck`` ``limp`` ``chest_pain`` ``fainting`` … ``cleared``,
    ``well``). ``longest_run_s`` is the longest stretch run without a walk, ``exercises`` the sets of a strength session
    where they are known. ``None`` is unknown.
    """

    date: date
    kind: SessionKind | None = None
    status: Status | None = None
    minutes: float | None = None
    distance_m: Metres | None = None
    rpe: int | None = None
    target_rpe: tuple[int, int] | None = None
    longest_run_s: Seconds | None = None
    pain: Pain | None = None
    symptoms: tuple[str, ...] = ()
    reason: Reason | None = None
    planned: bool = False
    exercises: tuple[SetsDone, ...] = ()


def ran_half_an_hour(entry: Entry) -> bool:
    """Whether half an hour was run without a walk (W3, P5), a run that took place being asked about.

    Where nobody knows the longest stretch, a run of that length without planned walks is one.
    """
    if entry.longest_run_s is not None:
        return entry.longest_run_s >= HALF_AN_HOUR
    plain = entry.kind in RUN_KINDS and entry.kind is not SessionKind.RUN_WALK
    return plain and 60 * (entry.minutes or 0) >= HALF_AN_HOUR


def without_everyday_walks(history: Iterable[Entry]) -> tuple[Entry, ...]:
    """The history as training: walks that no plan asked for, with the dog or to work, take no running away (C6).

    What hurt or was felt on one stays, as a check-in.
    """
    kept = (_as_check_in(entry) if _is_everyday_walk(entry) else entry for entry in history)
    return tuple(entry for entry in kept if entry is not None)


def _is_everyday_walk(entry: Entry) -> bool:
    return entry.kind is RECOVERY_WALK and not entry.planned


def _as_check_in(walk: Entry) -> Entry | None:
    told = walk.pain is not None or walk.symptoms
    return Entry(walk.date, pain=walk.pain, symptoms=walk.symptoms) if told else None
