"""Scales and tape (S2, S4): what a trend of weight is, and from when on a girth has changed.

A scale swings by a kilogram from day to day and a tape by a centimetre from hand to hand. So weight is smoothed, no
verdict is given before four weeks, and a girth counts as the mean of two or three readings.
"""

import datetime as dt
import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Final

from coach.profile import DistanceUnit, HealthFlag, Profile
from coach.units import INCH, Centimetres, Kilograms

Readings = Sequence[tuple[dt.date, float]]
"""What was measured of one kind, oldest first; several readings may stand on one day."""
ADULT: Final = 18
HARMED_BY_FIGURES: Final = frozenset({HealthFlag.PREGNANT, HealthFlag.EATING_DISORDER})
TIME_CONSTANT: Final = 10.0
"""Days over which weight is smoothed; S4 asks for seven or more [C]."""
VERDICT_AFTER: Final = 28
"""Days from the first reading before which nothing is said of a change (S4)."""
FEWEST: Final = 4
"""Days with a reading that a verdict needs at least [C]."""
STEADY: Final = 0.01
"""Share of the weight within which four weeks count as steady: water alone moves as much [C]."""
FAST: Final = 0.01
"""Share of the weight lost in a week from which the coach warns (S3)."""
FORTNIGHT: Final = 14
"""Days between two measurings of a girth (S4)."""
ENOUGH: Final = 2
"""Readings of a girth that make a measuring (S4)."""
TAPE_LIMIT: Final[Mapping[str, float]] = {"thigh_cm": 1.5, "calf_cm": 1.0, "waist_cm": 2.0, "hip_cm": 2.0}
"""Centimetres from which a girth has changed: thigh and calf S4, waist and hip [C]."""
CENTIMETRES_FROM: Final[Mapping[DistanceUnit, Mapping[str, int]]] = {
    DistanceUnit.KM: {"thigh_cm": 35, "calf_cm": 22, "waist_cm": 46, "hip_cm": 55},
    DistanceUnit.MI: {"thigh_cm": 35, "calf_cm": 22, "waist_cm": 58, "hip_cm": 63},
}
"""A girth told without its unit is in centimetres from this figure on, for either kind of reader; below it in inches.
No body has so few centimetres, and hardly one so many inches [C]."""
_ROUNDING: Final = 1e-6


class Verdict(StrEnum):
    """What four weeks did to the weight."""

    STEADY = "steady"
    DOWN = "down"
    FAST = "fast"
    """Down by a per cent a week or more (S3)."""
    UP = "up"


@dataclass(frozen=True, slots=True)
class WeightTrend:
    """The smoothed weight of today, and what became of it in the last four weeks where that can be said."""

    now: Kilograms
    change: Kilograms | None = None
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class GirthTrend:
    """The first and the last measuring of a girth; ``changed`` only beyond what a tape can tell."""

    first: Centimetres
    last: Centimetres
    last_day: dt.date
    measurings: int
    changed: bool

    @property
    def change(self) -> float:
        """Centimetres from the first to the last measuring."""
        return round(self.last - self.first, 1)


def may_measure(profile: Profile) -> bool:
    """Whether weight and girths are this athlete's business with the coach: adults only (S2).

    Not while pregnant, and not with an eating disorder, where figures do more harm than good.
    """
    return figures_suit(profile.age, profile.health.flags)


def figures_suit(age: int | None, flags: Collection[str]) -> bool:
    """Whether talk of weight, girth and food suits somebody of this age, if it is known, with these health flags."""
    return age is not None and age >= ADULT and HARMED_BY_FIGURES.isdisjoint(flags)


def girths_in_cm(kind: str, figures: Sequence[float], units: DistanceUnit) -> list[Centimetres]:
    """Readings of one girth told without a unit, in centimetres; all of them are in the unit that their mean is in."""
    inches = bool(figures) and sum(figures) / len(figures) < CENTIMETRES_FROM[units][kind]
    return [Centimetres(figure * INCH if inches else figure) for figure in figures]


def weight_trend(readings: Readings, today: dt.date) -> WeightTrend | None:
    """The trend of a weight in kilograms; ``None`` where it was never measured.

    Exponential smoothing with a time constant of ten days, for readings at any distance from each other.
    """
    days = _daily(readings)
    if not days:
        return None
    smoothed = _smoothed(days)
    now = Kilograms(round(smoothed[-1][1], 2))
    first = days[0][0]
    if (days[-1][0] - first).days < VERDICT_AFTER or (today - first).days < VERDICT_AFTER or len(days) < FEWEST:
        return WeightTrend(now)
    month_ago = days[-1][0] - dt.timedelta(days=VERDICT_AFTER)
    before_day, before = next((day, value) for day, value in reversed(smoothed) if day <= month_ago)
    change = smoothed[-1][1] - before
    weeks = (days[-1][0] - before_day).days / 7
    return WeightTrend(now, Kilograms(round(change, 2)), _verdict(change / before, weeks))


def girth_trend(kind: str, readings: Readings) -> GirthTrend | None:
    """The trend of a girth in centimetres; ``None`` before it was measured twice or more on one day."""
    measured = measurings(readings)
    if not measured:
        return None
    first, (last_day, last) = measured[0][1], measured[-1]
    apart = (last_day - measured[0][0]).days >= FORTNIGHT
    changed = apart and abs(last - first) >= TAPE_LIMIT[kind] - _ROUNDING
    return GirthTrend(Centimetres(first), Centimetres(last), last_day, len(measured), changed)


def smoothed_weight(readings: Readings) -> Readings:
    """The weight of each day with a reading, in kilograms, smoothed as the trend is (S4)."""
    days = _daily(readings)
    return tuple(_smoothed(days)) if days else ()


def measurings(readings: Readings) -> Readings:
    """The measurings of a girth: each day with two readings or more, and their mean in centimetres (S4)."""
    return tuple((day, value) for day, value, count in _counted(readings) if count >= ENOUGH)


def read_once(readings: Readings) -> tuple[dt.date, Centimetres] | None:
    """The last reading of a girth that was only ever read once a day; ``None`` where it is measured, or never was."""
    days = _daily(readings)
    return None if not days or measurings(readings) else (days[-1][0], Centimetres(days[-1][1]))


def next_measuring(trend: GirthTrend) -> dt.date:
    """The day on which the tape may tell something new: a fortnight on (S4)."""
    return trend.last_day + dt.timedelta(days=FORTNIGHT)


def _verdict(share: float, weeks: float) -> Verdict:
    """What a change as a share of the weight, in so many weeks, amounts to."""
    if abs(share) < STEADY:
        return Verdict.STEADY
    if share > 0:
        return Verdict.UP
    return Verdict.FAST if -share / weeks >= FAST else Verdict.DOWN


def _smoothed(days: Readings) -> list[tuple[dt.date, float]]:
    """Each day's smoothed value: nearer to a reading, the longer the one before is ago."""
    found = [days[0]]
    for day, value in days[1:]:
        before_day, before = found[-1]
        share = 1 - math.exp(-(day - before_day).days / TIME_CONSTANT)
        found.append((day, before + share * (value - before)))
    return found


def _daily(readings: Readings) -> list[tuple[dt.date, float]]:
    return [(day, value) for day, value, _ in _counted(readings)]


def _counted(readings: Readings) -> list[tuple[dt.date, float, int]]:
    """Each day's mean and how many readings it is of, oldest first."""
    days = [
        (day, [value for _, value in group])
        for day, group in groupby(sorted(readings, key=lambda reading: reading[0]), key=lambda reading: reading[0])
    ]
    return [(day, sum(values) / len(values), len(values)) for day, values in days]
