"""What a file holds, whatever its format: samples, what the device itself summed up, and the kind it was told."""

from dataclasses import dataclass

from coach.reading import Activity


@dataclass(frozen=True, slots=True)
class Sample:
    """One sample of a device. ``None`` is what it did not record."""

    at: float | None
    """Seconds since 1970 (UTC)."""
    latitude: float | None = None
    """Degrees, −90 to 90."""
    longitude: float | None = None
    """Degrees, −180 to 180."""
    metres: float | None = None
    """Covered since the start, as the device measured it (a wheel, a foot pod, a treadmill)."""
    elevation: float | None = None
    """Metres above the sea."""
    heart_rate: int | None = None
    """Beats a minute."""


@dataclass(frozen=True, slots=True)
class Totals:
    """What the device summed up; used where it kept no samples (strength, a pool, a treadmill)."""

    started: float | None = None
    """Seconds since 1970 (UTC)."""
    metres: float | None = None
    timer_s: float | None = None
    """Seconds while the device was recording."""
    elapsed_s: float | None = None
    """Seconds from the first press to the last."""
    ascent_m: float | None = None
    heart_rate: int | None = None
    """Mean beats a minute."""


@dataclass(frozen=True, slots=True)
class Recording:
    """A whole file. ``activity`` is ``None`` where the file does not say what it was."""

    activity: Activity | None = None
    samples: tuple[Sample, ...] = ()
    totals: Totals = Totals()
