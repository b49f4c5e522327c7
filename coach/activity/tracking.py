"""From samples to a track: in order of time, the kind guessed where the file does not say, nothing impossible in it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from coach.activity.distances import counted, paced_out, speeds
from coach.activity.recording import Recording, Sample
from coach.activity.track import Point, Track
from coach.errors import ActivityRefused
from coach.reading import Activity

SHORTEST_S = 30.0
"""Seconds below which a recording is a mistaken press of a button."""
LONGEST_S = 48 * 3600.0
"""Seconds beyond which several recordings were glued together, or a clock jumped."""
SHORTEST_M = 50.0
"""Metres below which nobody went anywhere."""
EARLIEST = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""A watch that does not know the time says 1989."""
AHEAD = dt.timedelta(minutes=10)
"""How far another clock may be ahead of ours."""
WALKING, RUNNING = 1.9, 6.2
"""Metres a second: slower was a walk (8:46 for a kilometre), faster than the second a ride (2:41)."""
HEART = range(30, 241)
"""Beats a minute that a heart can have; anything else is a sensor's slip."""
STATIONARY = frozenset({Activity.STRENGTH, Activity.OTHER, Activity.SWIMMING})
"""Activities that may stay in one place, or under water where no satellite is seen."""


def track_of(recording: Recording, now: dt.datetime) -> Track:
    """The track of a recording, as it can have been at ``now`` (aware).

    Raises:
        ActivityRefused: there is nothing in it (``empty``), no time (``no_times``), a time that cannot be true
            (``future``, ``no_clock``, ``too_long``, ``too_short``), no way (``no_distance``), or jumps
            (``teleporting``).
    """
    samples = _in_order(recording)
    started = _start(recording, samples, now)
    activity = recording.activity or _guess(recording, samples)
    measured, way = _way(samples, activity)
    points = tuple(_point(sample, metres, way[0][0]) for sample, metres in way)
    _check_length(recording, points, activity, measured=measured)
    begun = started if not way else dt.datetime.fromtimestamp(way[0][0].at or 0.0, dt.UTC)
    return Track(begun, activity, recording.activity is None, measured, points, recording.totals)


def _in_order(recording: Recording) -> list[Sample]:
    """The samples with a time, in its order, one for each moment.

    Raises:
        ActivityRefused: there are samples, and none has a time.
    """
    timed = {sample.at: _plausible(sample) for sample in recording.samples if sample.at is not None}
    if recording.samples and not timed:
        raise ActivityRefused("no_times")
    if not timed and recording.totals.timer_s is None and recording.totals.elapsed_s is None:
        raise ActivityRefused("empty")
    return [timed[moment] for moment in sorted(timed)]


def _plausible(sample: Sample) -> Sample:
    """A sample without what its sensors cannot have meant."""
    latitude, longitude = sample.latitude, sample.longitude
    nowhere = latitude is None or longitude is None or not (abs(latitude) <= 90 and abs(longitude) <= 180)
    if nowhere or (latitude, longitude) == (0.0, 0.0):
        sample = replace(sample, latitude=None, longitude=None)
    if sample.heart_rate is not None and sample.heart_rate not in HEART:
        sample = replace(sample, heart_rate=None)
    return sample


def _start(recording: Recording, samples: Sequence[Sample], now: dt.datetime) -> dt.datetime:
    """When it began.

    Raises:
        ActivityRefused: nobody knows, or it cannot be.
    """
    first = samples[0].at if samples else recording.totals.started
    if first is None:
        raise ActivityRefused("no_times")
    if first > (now + AHEAD).timestamp() or (samples and (samples[-1].at or 0.0) > (now + AHEAD).timestamp()):
        raise ActivityRefused("future")
    if first < EARLIEST.timestamp():
        raise ActivityRefused("no_clock")
    return dt.datetime.fromtimestamp(first, dt.UTC)


def _guess(recording: Recording, samples: Sequence[Sample]) -> Activity:
    """What it was, by its usual speed; the slips of single fixes do not count in a median."""
    found = list(speeds(samples))
    totals = recording.totals
    if not found and totals.metres and totals.timer_s:
        found = [totals.metres / totals.timer_s]
    if not found:
        return Activity.OTHER
    usual = median(found)
    if usual > RUNNING:
        return Activity.CYCLING
    return Activity.RUN if usual >= WALKING else Activity.WALK


def _way(samples: Sequence[Sample], activity: Activity) -> tuple[bool, list[tuple[Sample, float]]]:
    """Whether the way is known, and the samples with it: the device's own, else from places, else none at all."""
    own = sum(sample.metres is not None for sample in samples)
    placed = [sample for sample in samples if sample.latitude is not None]
    if own >= 2 and own * 2 >= len(samples):
        return True, counted(samples)
    if len(placed) >= 2:
        return True, paced_out(placed, activity)
    return False, [(sample, 0.0) for sample in samples]


def _point(sample: Sample, metres: float, first: Sample) -> Point:
    return Point((sample.at or 0.0) - (first.at or 0.0), metres, sample.elevation, sample.heart_rate)


def _check_length(recording: Recording, points: Sequence[Point], activity: Activity, *, measured: bool) -> None:
    """A recording that is too short, too long or stays in one place is none.

    Raises:
        ActivityRefused: it is.
    """
    totals = recording.totals
    seconds = points[-1].seconds if len(points) > 1 else totals.elapsed_s or totals.timer_s or 0.0
    if seconds < SHORTEST_S:
        raise ActivityRefused("too_short")
    if seconds > LONGEST_S:
        raise ActivityRefused("too_long")
    if measured and points[-1].metres < SHORTEST_M and activity not in STATIONARY:
        raise ActivityRefused("no_distance")
