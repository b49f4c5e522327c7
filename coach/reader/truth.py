"""What cannot be true, or is not known well enough: one question, the most important first."""

import datetime as dt
from collections.abc import Iterator, Mapping

from coach.history import Status
from coach.phrases import Distance, Duration, Phrase, phrase
from coach.reader.facts import Ache
from coach.reading import Activity, LogEntry
from coach.records import record_speed

LONGEST_M: Mapping[Activity | None, int] = {
    Activity.RUN: 120_000, Activity.WALK: 120_000, Activity.CYCLING: 400_000, Activity.SWIMMING: 25_000,
    Activity.OTHER: 250_000, Activity.STRENGTH: 100_000, None: 120_000,
}  # fmt: skip
"""Metres in one go beyond which we ask; ultra runners confirm with a tap."""
FASTEST_MPS: Mapping[Activity | None, float] = {
    Activity.RUN: 7.0, Activity.WALK: 4.0, Activity.CYCLING: 20.0, Activity.SWIMMING: 2.5,
    Activity.OTHER: 20.0, Activity.STRENGTH: 10.0, None: 7.0,
}  # fmt: skip
"""Metres a second beyond which we ask (7.0 is a kilometre in 2:23, faster than any 5 km ever run)."""
SLOWEST_MPS = 0.35
"""Metres a second on foot under which we ask (a kilometre in 48 minutes)."""
LONGEST_S = 24 * 3600
_LONGEST_HOLD_S = 1800
"""Seconds of one set beyond which we ask."""
OLDEST_DAYS = 366
HEART = range(40, 231)
MEASURES: Mapping[str, tuple[float, float]] = {
    "weight_kg": (30, 300), "thigh_cm": (30, 120), "calf_cm": (20, 75), "waist_cm": (45, 220), "hip_cm": (55, 230),
    "sleep_h": (0, 18), "resting_hr": (25, 130),
}  # fmt: skip
"""What each measurement can be."""


def doubt(
    entries: tuple[LogEntry, ...], measurements: Mapping[str, float], aches: list[Ache], today: dt.date
) -> Phrase | None:
    """The first question that a reading raises, or ``None``."""
    for entry in entries:
        for question in _of_entry(entry, today):
            return question
    for name, value in measurements.items():
        low, high = MEASURES[name]
        if not low <= value <= high:
            return phrase("ask.measurement", name=phrase(f"ask.name.{name}"), value=float(value))
    return _of_aches(aches)


def _of_entry(entry: LogEntry, today: dt.date) -> Iterator[Phrase]:
    """Everything that is wrong with an entry, the worst first."""
    if entry.date > today and entry.status is not Status.SKIPPED:
        yield phrase("ask.future", date=entry.date)
    if (today - entry.date).days > OLDEST_DAYS:
        yield phrase("ask.long_ago", date=entry.date)
    yield from _of_distance(entry)
    yield from _of_speed(entry)
    if entry.duration_s is not None and not 0 < entry.duration_s <= LONGEST_S:
        yield phrase("ask.duration", duration=Duration(entry.duration_s))
    if entry.rpe is not None and not 1 <= entry.rpe <= 10:
        yield phrase("ask.effort", value=entry.rpe)
    if entry.avg_hr is not None and entry.avg_hr not in HEART:
        yield phrase("ask.heart_rate", value=entry.avg_hr)
    yield from _of_exercises(entry)


def _of_distance(entry: LogEntry) -> Iterator[Phrase]:
    metres = entry.distance_m
    if metres is None:
        return
    if metres > LONGEST_M[entry.kind]:
        yield phrase("ask.too_far", distance=Distance(metres))
    elif metres <= 0 or (metres < 50 and entry.kind is not Activity.SWIMMING):
        yield phrase("ask.too_short", distance=Distance(metres))


def _of_speed(entry: LogEntry) -> Iterator[Phrase]:
    metres, seconds = entry.distance_m, entry.duration_s
    if not metres or not seconds or seconds <= 0:
        return
    fastest = FASTEST_MPS[entry.kind]
    if entry.kind in {Activity.RUN, None}:
        fastest = record_speed(metres)
    told = {"distance": Distance(metres), "duration": Duration(seconds)}
    if metres / seconds > fastest:
        yield phrase("ask.too_fast", **told)
    elif metres / seconds < SLOWEST_MPS and entry.kind in {Activity.RUN, Activity.WALK, None}:
        yield phrase("ask.too_slow", **told)


def _of_exercises(entry: LogEntry) -> Iterator[Phrase]:
    for exercise in entry.exercises:
        if (
            (exercise.seconds or 0) > _LONGEST_HOLD_S
            or exercise.sets > 20
            or (exercise.reps or 0) > 300
            or (exercise.load_kg or 0) > 400
        ):
            yield phrase("ask.sets")


def _of_aches(aches: list[Ache]) -> Phrase | None:
    """A level off the scale, or pain without a level, unless the same message says one for the same place."""
    for ache in aches:
        if not 0 <= ache.level <= 10:
            return phrase("ask.pain_scale", value=round(ache.level))
    told = {ache.area for ache in aches if ache.sure}
    unsure = any(not (ache.sure or ache.area in told or (ache.area is None and told)) for ache in aches)
    return phrase("ask.pain_level") if unsure else None
