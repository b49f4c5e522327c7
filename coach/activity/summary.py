"""The sums of an activity: what a card tells, what a plan is compared with, and how twins are recognised."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from coach.reading import Activity
from coach.units import BeatsPerMinute, Metres, Seconds

SAME_START = timedelta(minutes=3)
SAME_LENGTH = 0.03
"""Two devices on one run start within minutes and agree on the way within three in a hundred."""


@dataclass(frozen=True, slots=True)
class Split:
    """One kilometre or mile, or the rest after the last whole one."""

    metres: Metres
    seconds: Seconds
    """In motion."""
    heart_rate: BeatsPerMinute | None = None


@dataclass(frozen=True, slots=True)
class BestEffort:
    """The fastest stretch of a distance, standing still included."""

    metres: Metres
    seconds: Seconds


@dataclass(frozen=True, slots=True)
class Summary:
    """The sums of one activity. ``None`` is what the device did not record."""

    started: datetime
    """Aware."""
    activity: Activity
    guessed: bool
    distance_m: Metres | None
    moving_s: Seconds
    elapsed_s: Seconds
    ascent_m: Metres | None = None
    """Metres climbed in all."""
    avg_hr: BeatsPerMinute | None = None
    max_hr: BeatsPerMinute | None = None
    splits: tuple[Split, ...] = ()
    best: tuple[BestEffort, ...] = ()


def is_same(one: Summary, other: Summary) -> bool:
    """Whether two recordings are of the same activity: the same start, the same length."""
    if abs(one.started - other.started) > SAME_START:
        return False
    if one.distance_m is not None and other.distance_m is not None:
        return _close(one.distance_m, other.distance_m)
    return _close(one.elapsed_s, other.elapsed_s)


def _close(one: int, other: int) -> bool:
    return abs(one - other) <= SAME_LENGTH * max(one, other)
