"""When somebody was in motion: a clock that stands still at traffic lights."""

from collections.abc import Sequence

from coach.activity.track import Point

STANDING = 0.5
"""Metres a second below which one stands: slower than any walk, faster than a fix that wanders."""
WINDOW_S = 10.0
"""Seconds around a step over which its speed is taken, because single fixes are not exact."""
GAP_S = 30.0
"""A gap this long was a pause unless the way went on at a walk at least …"""
GAP_SPEED = 0.9
"""… which is so many metres a second."""


def moving_clock(points: Sequence[Point]) -> list[float]:
    """Seconds in motion up to each point; the same length as ``points``."""
    clock, total = [0.0] if points else [], 0.0
    low = high = 0
    for index in range(1, len(points)):
        one, other = points[index - 1], points[index]
        middle = (one.seconds + other.seconds) / 2
        while points[low].seconds < middle - WINDOW_S / 2 and low < index - 1:
            low += 1
        high = max(high, index)
        while high + 1 < len(points) and points[high + 1].seconds <= middle + WINDOW_S / 2:
            high += 1
        if _moves(one, other, points[low], points[high]):
            total += other.seconds - one.seconds
        clock.append(total)
    return clock


def _moves(one: Point, other: Point, before: Point, after: Point) -> bool:
    """Whether somebody moved from one point to the other, judged by the points around them."""
    step = other.seconds - one.seconds
    if step > GAP_S:
        return other.metres - one.metres >= GAP_SPEED * step
    return after.metres - before.metres >= STANDING * (after.seconds - before.seconds)
