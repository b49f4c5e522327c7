"""Running fitness, training paces, predictions and heart rates: the arithmetic of Daniels & Gilbert (1979).

Fitness is an oxygen uptake in ml/kg/min, as a race shows it. Where it is unknown, effort leads and assumed speeds
only serve to expect distances.
"""

from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise
from math import exp, sqrt
from types import MappingProxyType

from coach.errors import UnreadableResult
from coach.profile import Experience, HealthFlag, Profile, RaceResult
from coach.slot import Pacing, Zone
from coach.units import BeatsPerMinute, Metres, Seconds, SecondsPerKm

RACE_DISTANCES: tuple[Metres, ...] = (Metres(5000), Metres(10000), Metres(21097), Metres(42195))
"""What predictions are made for, in metres."""
FRACTIONS: Mapping[Zone, tuple[float, float]] = MappingProxyType(
    {
        Zone.EASY: (0.63, 0.73),
        Zone.MARATHON: (0.78, 0.82),
        Zone.TEMPO: (0.88, 0.88),
        Zone.INTERVAL: (0.975, 0.975),
    }
)
"""Shares of fitness at which each zone is run, slow and fast end."""
REPETITION_GAIN_S = 20
"""Seconds per kilometre by which repetitions are faster than intervals (8 s per 400 m)."""
LAYOFF = ((0, 1.0), (5, 1.0), (14, 0.973), (28, 0.931), (42, 0.889), (56, 0.847), (72, 0.80))
"""Days off and the share of fitness that is left; straight lines between, level after the last."""
_SLOWEST, _FASTEST = 3.0, 90.0
_ASSUMED_EASY = {
    Experience.NEW: 130.0,
    Experience.RETURNING: 138.0,
    Experience.REGULAR: 150.0,
    Experience.EXPERIENCED: 165.0,
}
_STRIDE_OVER_EASY = {Zone.MARATHON: 1.08, Zone.TEMPO: 1.17, Zone.INTERVAL: 1.27, Zone.REPETITION: 1.38}
_WALK = 92.0


def oxygen(speed: float) -> float:
    """Oxygen uptake in ml/kg/min of running at ``speed`` metres a minute (Daniels & Gilbert 1979)."""
    return -4.60 + 0.182258 * speed + 0.000104 * speed * speed


def sustainable(minutes: float) -> float:
    """The share of fitness that a race of ``minutes`` is run at (Daniels & Gilbert 1979)."""
    return 0.8 + 0.1894393 * exp(-0.012778 * minutes) + 0.2989558 * exp(-0.1932605 * minutes)


def speed_at(uptake: float) -> float:
    """The speed in metres a minute whose oxygen uptake is ``uptake``: ``oxygen`` turned round."""
    return (-0.182258 + sqrt(0.182258 * 0.182258 + 0.000416 * (4.60 + uptake))) / 0.000208


def fitness_of(race: RaceResult) -> float:
    """Running fitness in ml/kg/min from a race (5000 m in 27:00 gives 34.963).

    Raises:
        UnreadableResult: the distance is under 400 m or over 250 km, or nobody runs or walks it in that time.
    """
    if not 400 <= race.distance_m <= 250_000 or race.time_s <= 0:
        raise UnreadableResult(distance_m=race.distance_m, time_s=race.time_s)
    minutes = race.time_s / 60
    fitness = oxygen(race.distance_m / minutes) / sustainable(minutes)
    if not _SLOWEST <= fitness <= _FASTEST:
        raise UnreadableResult(distance_m=race.distance_m, time_s=race.time_s)
    return fitness


def predict(fitness: float, distance_m: float) -> float:
    """Seconds in which an athlete of ``fitness`` races ``distance_m`` metres."""
    minutes = distance_m / speed_at(0.85 * fitness)
    for _ in range(30):
        found = distance_m / speed_at(fitness * sustainable(minutes))
        if abs(found - minutes) < 1e-4:
            break
        minutes = found
    return minutes * 60


def predictions(fitness: float) -> dict[int, int]:
    """Whole seconds for 5 km, 10 km, half marathon and marathon, by metres."""
    return {distance: round(predict(fitness, distance)) for distance in RACE_DISTANCES}


@lru_cache(maxsize=1024)
def training_paces(fitness: float) -> Mapping[Zone, tuple[SecondsPerKm, SecondsPerKm]]:
    """Paces per zone in seconds per kilometre, (fast, slow), from fitness in ml/kg/min (Daniels & Gilbert 1979)."""
    paces = {zone: (_pace(fitness * high), _pace(fitness * low)) for zone, (low, high) in FRACTIONS.items()}
    repetition = SecondsPerKm(paces[Zone.INTERVAL][0] - REPETITION_GAIN_S)
    paces[Zone.REPETITION] = (repetition, repetition)
    return MappingProxyType(paces)


def layoff_share(days: float, *, cross_trained: bool = False) -> float:
    """The share of fitness left after ``days`` without running (C1); half the loss with cross-training."""
    share = LAYOFF[-1][1]
    for (low, high_share), (high, low_share) in pairwise(LAYOFF):
        if days <= high:
            share = high_share + (low_share - high_share) * max(0.0, days - low) / (high - low)
            break
    return (1 + share) / 2 if cross_trained else share


def max_heart_rate(profile: Profile) -> float:
    """Beats a minute: as known, else 208 − 0.7·age (Tanaka 2001)."""
    return float(profile.max_hr) if profile.max_hr else 208 - 0.7 * profile.age


def hr_zones(profile: Profile) -> dict[str, tuple[BeatsPerMinute, BeatsPerMinute]] | None:
    """Heart rates of easy and hard running, (low, high); ``None`` on beta blockers (S2).

    ``None`` also where resting and highest rate lie so close together that one of them cannot be true.

    Easy is 40–59 % and hard 60–89 % of reserve where the resting rate is known, else 64–76 % and 77–95 % of maximum.
    """
    if HealthFlag.BETA_BLOCKER in profile.health.flags:
        return None
    highest = max_heart_rate(profile)
    resting = profile.resting_hr
    if resting and highest - resting < 40:
        return None
    if resting:
        easy, hard = (_reserve(resting, highest, 0.40, 0.59), _reserve(resting, highest, 0.60, 0.89))
    else:
        easy, hard = (_reserve(0, highest, 0.64, 0.76), _reserve(0, highest, 0.77, 0.95))
    return {"easy": easy, "hard": hard}


def pacing_for(profile: Profile, fitness: float | None) -> Pacing:
    """How fast this athlete goes in each zone: measured where fitness is known, else assumed by experience."""
    gait, zones = _gait(profile.experience if fitness is None else None, fitness), hr_zones(profile)
    return gait if zones is None else _rated(gait, zones["easy"], zones["hard"])


Rate = tuple[BeatsPerMinute, BeatsPerMinute]
REMEMBERED = 1024
"""Pacings of which there is one object each, so that what is remembered of one is found without comparing figures."""


@lru_cache(maxsize=REMEMBERED)
def _gait(assumed: Experience | None, fitness: float | None) -> Pacing:
    """How fast somebody of a fitness goes, or of whom only the experience is known."""
    if assumed is not None or fitness is None:
        return Pacing(_assumed_speeds(assumed or Experience.NEW))
    paces = training_paces(fitness)
    speeds = {zone: 120_000 / (fast + slow) for zone, (fast, slow) in paces.items()}
    return Pacing(_with_walk(speeds), fitness, paces)


@lru_cache(maxsize=REMEMBERED)
def _rated(gait: Pacing, easy: Rate, hard: Rate) -> Pacing:
    """The same with the heart rates of easy and hard running."""
    rates = {Zone.EASY: easy, Zone.TEMPO: hard, Zone.INTERVAL: hard}
    return Pacing(gait.speeds, gait.fitness, gait.paces, rates, gait)


def _assumed_speeds(experience: Experience) -> dict[Zone, float]:
    easy = _ASSUMED_EASY[experience]
    return _with_walk({Zone.EASY: easy} | {zone: easy * share for zone, share in _STRIDE_OVER_EASY.items()})


def _with_walk(speeds: dict[Zone, float]) -> dict[Zone, float]:
    return speeds | {Zone.WALK: min(_WALK, 0.8 * speeds[Zone.EASY])}


def _pace(uptake: float) -> SecondsPerKm:
    return SecondsPerKm(round(60_000 / speed_at(uptake)))


def _reserve(low: float, high: float, least: float, most: float) -> tuple[BeatsPerMinute, BeatsPerMinute]:
    spare = high - low
    return BeatsPerMinute(round(low + least * spare)), BeatsPerMinute(round(low + most * spare))


def time_of(fitness: float, distance_m: float) -> Seconds:
    """Whole seconds in which an athlete of ``fitness`` races ``distance_m`` metres."""
    return Seconds(round(predict(fitness, distance_m)))
