"""How hard each part and each session is: effort always, pace and heart rate where they are known and allowed.

The efforts go with the talk test: up to 4 whole sentences are easy, at 5 and 6 sentences get short, at 6 and 7 a few
words come at a time, at 7 and 8 single words, from 9 none.
"""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from coach.session import (
    CROSS_TRAINING,
    EASY_RUN,
    HARD_KINDS,
    HILL,
    HILL_RUN,
    INTERVAL_RUN,
    LONG_RUN,
    RACE,
    RECOVERY_WALK,
    RUN,
    RUN_WALK,
    STRENGTH,
    TEMPO_RUN,
    WALK,
    Do,
    Intensity,
    Part,
    Session,
    SessionKind,
    Target,
)
from coach.slot import Pacing, Zone
from coach.units import BeatsPerMinute, Metres, Seconds, SecondsPerKm

Range = tuple[int, int]
PaceRange = tuple[SecondsPerKm, SecondsPerKm]
ZONE_EFFORT: Final[Mapping[Zone, Range]] = MappingProxyType(
    {
        Zone.WALK: (2, 3),
        Zone.EASY: (3, 4),
        Zone.MARATHON: (4, 5),
        Zone.TEMPO: (6, 7),
        Zone.INTERVAL: (7, 8),
        Zone.REPETITION: (7, 8),
    }
)
"""Perceived effort, 1 to 10, of running in each zone (Foster's scale)."""
DO_EFFORT: Final[Mapping[Do, Range]] = MappingProxyType(
    {**dict.fromkeys((Do.WARM_UP, Do.COOL_DOWN, Do.JOG, Do.WALK), (2, 3)), Do.STRIDE: (5, 6)}
)
"""What goes by itself whatever surrounds it; strides are over before they are hard."""
WORKED: Final = frozenset({RUN, HILL})
"""What hard work is done in: on the flat and uphill."""
BRISK, BRISK_EFFORT = Zone.MARATHON, (3, 4)
"""The zone that a walk is brisk in, and its effort: whole sentences are still possible."""
WORK_ZONES: Final = frozenset({Zone.TEMPO, Zone.INTERVAL, Zone.REPETITION})
"""Work at tempo effort or harder (W5)."""
WORK_EFFORTS: Final = frozenset(ZONE_EFFORT[zone] for zone in WORK_ZONES)
"""How it feels."""
KIND_EFFORT: Final[Mapping[SessionKind, Range]] = MappingProxyType(
    {
        EASY_RUN: (3, 4),
        LONG_RUN: (3, 4),
        TEMPO_RUN: (6, 7),
        INTERVAL_RUN: (7, 8),
        HILL_RUN: (7, 8),
        RUN_WALK: (3, 4),
        RACE: (8, 9),
        STRENGTH: (5, 6),
        RECOVERY_WALK: (1, 2),
        CROSS_TRAINING: (3, 4),
    }
)
"""What an athlete should answer to "how hard was it?" after each kind of session."""
PACED: Final[Mapping[SessionKind, Zone]] = MappingProxyType(
    {
        EASY_RUN: Zone.EASY,
        LONG_RUN: Zone.EASY,
        RUN_WALK: Zone.EASY,
        TEMPO_RUN: Zone.TEMPO,
        INTERVAL_RUN: Zone.INTERVAL,
    }
)
"""The zone whose pace and heart rate a session shows. Uphill and on the bicycle both would mislead."""
EASY, MODERATE, HARD = Intensity
"""By plain names, as kinds of sessions."""


def part_of(do: Do, zone: Zone, seconds: int, pace: PaceRange | None = None) -> Part:
    """A stretch of ``seconds`` in a zone, with its effort and, where it is known, its pace."""
    brisk = do is WALK and zone is BRISK
    effort = BRISK_EFFORT if brisk else DO_EFFORT.get(do) or ZONE_EFFORT[zone]
    return Part(do, Seconds(seconds), None, effort, pace)


def speed_of(do: Do, zone: Zone, pacing: Pacing) -> float:
    """Metres a minute expected of a part."""
    return pacing.speeds[speed_zone(do, zone)]


def speed_zone(do: Do, zone: Zone) -> Zone:
    """The zone whose speed a part has; uphill hard work is no faster than easy running on the flat."""
    if do is RUN:
        return zone
    if do is WALK:
        return Zone.WALK
    return Zone.REPETITION if do is Do.STRIDE else Zone.EASY


def target_of(effort: Range, pacing: Pacing, zone: Zone | None = None) -> Target:
    """The target of a session; ``zone`` is where its main work lies, ``None`` where effort alone leads."""
    known = pacing.targets.get((effort, zone))
    if known is None:
        paces, rates = pacing.paces, pacing.heart_rates
        pace, rate = paces.get(zone) if paces and zone else None, rates.get(zone) if rates and zone else None
        known = pacing.targets[effort, zone] = _target(effort, pace, rate)
    return known


@lru_cache(maxsize=2048)
def _target(effort: Range, pace: PaceRange | None, rate: tuple[BeatsPerMinute, BeatsPerMinute] | None) -> Target:
    return Target(effort, pace, rate)


def works_within(session: Session, work_s: float, rep_m: float, pacing: Pacing) -> bool:
    """Whether a hard run holds so many seconds of work at most, and metres of it at interval effort or harder (W5)."""
    work = [
        (part.rpe, step.repeat * (part.seconds or 0))
        for step in session.steps
        for part in step.parts
        if isinstance(part, Part) and part.do in WORKED and part.rpe in WORK_EFFORTS
    ]
    fast_s = sum(seconds for effort, seconds in work if effort != ZONE_EFFORT[Zone.TEMPO])
    most_s = rep_m * 60 / pacing.speeds[Zone.REPETITION]
    return bool(work) and sum(seconds for _, seconds in work) <= work_s and fast_s <= most_s


def intensity_of(kind: SessionKind, *, steady: bool = False) -> Intensity:
    """Hard runs are hard (W3); strength and a long run with a steady part moderate; all else easy."""
    if kind in HARD_KINDS:
        return HARD
    return MODERATE if steady or kind is STRENGTH else EASY


def whole_metres(metres: float) -> Metres:
    """Expected distances are rounded to ten metres: nobody can know better."""
    return Metres(round(metres / 10) * 10)
