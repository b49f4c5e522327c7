"""Outings to make files of: where somebody was, second by second, and what their watch saw."""

import datetime as dt
from collections.abc import Callable, Sequence
from math import degrees, pi, sin

from coach.activity import Recording, Sample, Totals
from coach.activity.distances import EARTH_M
from coach.reading import Activity

MORNING = dt.datetime(2026, 11, 28, 7, 30, tzinfo=dt.UTC)
"""A Saturday."""
NOW = dt.datetime(2026, 11, 30, 12, 0, tzinfo=dt.UTC)
GRAZ = (47.07, 15.44)

Speed = Callable[[float], float]
"""Metres a second at a second of the outing."""


def an_outing(
    seconds: int = 1800,
    speed: float | Speed = 2.8,
    *,
    every: int = 1,
    started: dt.datetime = MORNING,
    activity: Activity | None = Activity.RUN,
    heart_rate: int | None = 150,
    hill_m: float = 20.0,
    places: bool = True,
    metres: bool = False,
) -> Recording:
    """An outing due north, over one hill of ``hill_m``, a sample ``every`` so many seconds."""
    at, samples, way = started.timestamp(), [], 0.0
    for second in range(seconds + 1):
        if second % every == 0 or second == seconds:
            latitude, longitude = (GRAZ[0] + degrees(way / EARTH_M), GRAZ[1]) if places else (None, None)
            height = 350.0 + hill_m * sin(pi * second / seconds)
            samples.append(Sample(at + second, latitude, longitude, way if metres else None, height, heart_rate))
        way += speed if isinstance(speed, float | int) else speed(second)
    return Recording(activity, tuple(samples), Totals(started=at, timer_s=float(seconds), elapsed_s=float(seconds)))


def with_samples(recording: Recording, samples: Sequence[Sample]) -> Recording:
    """The same outing with other samples."""
    return Recording(recording.activity, tuple(samples), recording.totals)


def with_a_stop(first: int, stop: int, speed: float = 2.8) -> Speed:
    """Run, stand, run on."""
    return lambda second: 0.0 if first <= second < first + stop else speed
