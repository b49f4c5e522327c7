"""A track: where somebody was after how many seconds, in order, without what cannot be true."""

from dataclasses import dataclass
from datetime import datetime

from coach.activity.recording import Totals
from coach.reading import Activity


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a track. ``seconds`` and ``metres`` count from the start and never go back."""

    seconds: float
    metres: float
    elevation: float | None = None
    """Metres above the sea."""
    heart_rate: int | None = None
    """Beats a minute."""


@dataclass(frozen=True, slots=True)
class Track:
    """An activity in order of time; without ``points`` only the device's own ``totals`` are known."""

    started: datetime
    """Aware."""
    activity: Activity
    guessed: bool
    """The file did not say what it was; the speed did."""
    measured: bool
    """The points know how far it was, not only how long."""
    points: tuple[Point, ...]
    totals: Totals
