"""What a picture of a track shows: its pace and its height along the way, evened out so that a phone can show them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from coach.activity import Point, Track
from coach.activity.moving import moving_clock

MOST = 240
"""Points of a line; more than a phone can show apart."""
EVEN_M = 60.0
"""Metres over which a pace is taken at least: fixes wander by a few."""


@dataclass(frozen=True, slots=True)
class Line:
    """Values along the way: metres from the start with a value each."""

    metres: tuple[float, ...]
    values: tuple[float, ...]


def pace_line(track: Track) -> Line | None:
    """Seconds in motion for a metre, along the way; ``None`` where the way is not known."""
    if not track.measured or track.points[-1].metres <= EVEN_M:
        return None
    points, clock = track.points, moving_clock(track.points)
    step = max(EVEN_M, points[-1].metres / MOST)
    metres, paces = [], []
    for one, other in pairwise(_marks(points, step)):
        covered = points[other].metres - points[one].metres
        if covered > 0 and clock[other] > clock[one]:
            metres.append((points[one].metres + points[other].metres) / 2)
            paces.append((clock[other] - clock[one]) / covered)
    return Line(tuple(metres), _evened(paces)) if len(paces) > 1 else None


def height_line(track: Track) -> Line | None:
    """Metres above the sea along the way; ``None`` where heights or the way are not known."""
    if not track.measured:
        return None
    known = [(point.metres, point.elevation) for point in track.points if point.elevation is not None]
    chosen = known[:: max(1, len(known) // MOST)]
    if len(chosen) < 2:
        return None
    return Line(tuple(metres for metres, _ in chosen), tuple(height for _, height in chosen))


def pulse_line(track: Track) -> Line | None:
    """Beats a minute along the seconds, for what was done in one place."""
    known = [(point.seconds, point.heart_rate) for point in track.points if point.heart_rate is not None]
    chosen = known[:: max(1, len(known) // MOST)]
    if len(chosen) < 2:
        return None
    return Line(tuple(seconds for seconds, _ in chosen), tuple(float(rate) for _, rate in chosen))


def _marks(points: Sequence[Point], step: float) -> list[int]:
    """Indices of points about ``step`` metres apart."""
    marks, edge = [0], step
    for index, point in enumerate(points):
        if point.metres >= edge:
            marks.append(index)
            edge = point.metres + step
    return marks


def _evened(values: Sequence[float]) -> tuple[float, ...]:
    """Each value as the mean of itself and its neighbours."""
    return tuple(sum(near) / len(near) for near in (values[max(0, i - 1) : i + 2] for i in range(len(values))))
