"""How far it was: the device's own metres where it counted them, else the way between places on the globe.

A satellite fix that lies impossibly far from the ones around it is left out. When the rest goes on from there, it was
no slip but a jump: a journey between a pause and its end is not counted, anything else cannot be true.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt

from coach.activity.recording import Sample
from coach.errors import ActivityRefused
from coach.reading import Activity

EARTH_M = 6_371_008.8
"""Mean radius of the earth (IUGG)."""
TOP_SPEED: Mapping[Activity, float] = {
    Activity.RUN: 12.5,
    Activity.WALK: 12.5,
    Activity.CYCLING: 35.0,
    Activity.SWIMMING: 5.0,
    Activity.STRENGTH: 12.5,
    Activity.OTHER: 45.0,
}
"""Metres a second that nobody exceeds even for a moment (the fastest person ever ran 12.3)."""
SLIPS = 5
"""So many fixes in a row that agree with each other are no slip of one fix."""
PAUSE_S = 60.0
"""A gap this long (seconds) may be a pause with a journey in it …"""
JOURNEY = 90.0
"""… up to this speed (metres a second), a fast train's."""
BAD_SHARE = 0.1
"""With more than a tenth of its fixes out of place, a track is not to be trusted."""


def distance_between(one: Sample, other: Sample) -> float:
    """Metres between two samples along the surface (haversine); both must have a place."""
    latitudes = radians(one.latitude or 0.0), radians(other.latitude or 0.0)
    north = latitudes[1] - latitudes[0]
    east = radians((other.longitude or 0.0) - (one.longitude or 0.0))
    half = sin(north / 2) ** 2 + cos(latitudes[0]) * cos(latitudes[1]) * sin(east / 2) ** 2
    return 2 * EARTH_M * asin(min(1.0, sqrt(half)))


def counted(samples: Sequence[Sample]) -> list[tuple[Sample, float]]:
    """The samples with the device's own metres, which never go back; where it missed some, the last ones count."""
    first = next((sample.metres for sample in samples if sample.metres is not None), 0.0)
    reached, found = 0.0, []
    for sample in samples:
        if sample.metres is not None:
            reached = max(reached, sample.metres - first)
        found.append((sample, reached))
    return found


def paced_out(samples: Sequence[Sample], activity: Activity) -> list[tuple[Sample, float]]:
    """The samples with the metres reckoned from their places, slips left out.

    Raises:
        ActivityRefused: it jumps (``teleporting``).
    """
    way = _Way(TOP_SPEED[activity])
    for sample in samples:
        way.go(sample)
    if way.bad > BAD_SHARE * len(samples) + SLIPS:
        raise ActivityRefused("teleporting")
    return way.kept


@dataclass
class _Way:
    """The way so far: what is kept, and the fixes put aside because they are too far from it."""

    top: float
    kept: list[tuple[Sample, float]] = field(default_factory=list)
    aside: list[Sample] = field(default_factory=list)
    bad: int = 0

    def go(self, sample: Sample) -> None:
        """Take the next sample."""
        if not self.kept:
            self.kept.append((sample, 0.0))
            return
        last, metres = self.kept[-1]
        step = distance_between(last, sample)
        if step <= self.top * _seconds(last, sample) + 10.0:
            self.kept.append((sample, metres + step))
            self.bad += len(self.aside)
            self.aside.clear()
            return
        self.aside.append(sample)
        if _seconds(last, sample) > PAUSE_S or len(self.aside) >= SLIPS:
            self._jump(step)

    def _jump(self, step: float) -> None:
        """Go on from what was put aside: it agrees with itself, and not with what came before."""
        aside, last = list(self.aside), self.kept[-1]
        self.aside.clear()
        if len(self.kept) <= SLIPS:
            # The first fixes after switching on are often those of yesterday.
            self.kept.clear()
            self.bad += 1
        elif step > JOURNEY * _seconds(last[0], aside[0]) or _seconds(last[0], aside[0]) <= PAUSE_S:
            raise ActivityRefused("teleporting")
        else:
            self.kept.append((aside.pop(0), last[1]))
        for sample in aside:
            self.go(sample)


def speeds(samples: Sequence[Sample]) -> Iterator[float]:
    """Metres a second from sample to sample, where places and time allow."""
    for one, other in pairwise(samples):
        seconds = _seconds(one, other)
        if seconds > 0 and one.latitude is not None and other.latitude is not None:
            yield distance_between(one, other) / seconds


def _seconds(one: Sample, other: Sample) -> float:
    return (other.at or 0.0) - (one.at or 0.0)
