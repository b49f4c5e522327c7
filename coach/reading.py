"""What was understood from an athlete's words."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from types import MappingProxyType

from coach.history import Pain, Reason, Status
from coach.phrases import Phrase
from coach.session import SessionKind
from coach.units import BeatsPerMinute, Kilograms, Metres, Seconds
from coach.values import value


class Activity(StrEnum):
    """What kind of activity words name; the planned session says which kind of run it was."""

    RUN = "run"
    WALK = "walk"
    STRENGTH = "strength"
    CYCLING = "cycling"
    SWIMMING = "swimming"
    OTHER = "other"


@value
class Exercise:
    """Sets of one strength exercise, by repetitions or by seconds."""

    exercise: str
    sets: int
    reps: int | None = None
    seconds: Seconds | None = None
    load_kg: Kilograms | None = None


@value
class LogEntry:
    """One activity as read; ``kind`` is ``None`` where the words do not say."""

    status: Status
    kind: Activity | None
    date: dt.date
    distance_m: Metres | None = None
    duration_s: Seconds | None = None
    rpe: int | None = None
    avg_hr: BeatsPerMinute | None = None
    pain: Pain | None = None
    exercises: tuple[Exercise, ...] = ()
    note: str | None = None
    reason: Reason | None = None
    estimated: bool = field(default=False, compare=False)
    """Whether the distance was worked out from the time and a pace that was told."""
    session: SessionKind | None = field(default=None, compare=False)
    """Of something skipped: the kind of session that the words name (*the long run*)."""
    days: tuple[dt.date, ...] = field(default=(), compare=False)
    """Of something skipped: the days that may be meant, likeliest first; none where the words name no day."""
    ahead: bool = field(default=False, compare=False)
    """Of something skipped: whether it may be still to come (*skip*, *can't*), or is over (*skipped*)."""


@value
class Reading:
    """What a message said: activities, measurements (contract names to SI values), symptoms, and what to ask.

    Text that is no log gives empty ``entries`` and ``measurements``. ``pain`` and ``symptoms`` are set when the
    words report them apart from any activity ("my knee hurts 4/10", "I have a fever"). A measurement is the mean of
    its ``readings``, the figures one by one, taken on the day ``measured_on`` where the words name one of its own.
    """

    text: str
    entries: tuple[LogEntry, ...] = ()
    measurements: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    pain: Pain | None = None
    symptoms: tuple[str, ...] = ()
    question: Phrase | None = None
    readings: Mapping[str, tuple[float, ...]] = field(default_factory=lambda: MappingProxyType({}), compare=False)
    measured_on: dt.date | None = field(default=None, compare=False)
