"""What the profile means for planning: room in the calendar, speeds, what care allows, where to begin."""

from dataclasses import dataclass, field
from enum import IntEnum

from coach.errors import NotPlannable
from coach.measuring import may_measure
from coach.paces import pacing_for
from coach.planning.lengths import even_up
from coach.profile import CrossTraining, Equipment, Experience, Goal, HealthFlag, MinuteLimits, Profile
from coach.slot import Pacing, Zone
from coach.units import Metres, Minutes
from coach.workouts.ladder import first_stage

LEAST_RUNNING, ENOUGH_RUNNING = 30, 60
"""Easy minutes a week under which runs are walked in part even of who runs for long, and those from which on no longer
of who has no long run: the ladder leads there [C]."""
LONG_WITHOUT_WALKS = 1_500
"""Seconds of a run that shows that nobody needs the ladder's walks."""
CLEARANCE = frozenset(HealthFlag) - {HealthFlag.BETA_BLOCKER, HealthFlag.PREGNANT}
"""Flags that need a doctor's yes before running (S1)."""
CAREFUL_LIMITS = MinuteLimits(Minutes(45), Minutes(60))
"""The day's limits of somebody who was not asked."""
MOST_UNASKED, STRENGTH_ROOM = 120, 20
"""The most minutes a day of who was not asked for limits, and those beside a run of what they run, for strength."""
LAST_LIGHT_WEEK = 8
"""The last week of a block whose strength is not heavy: three sets of 10 to 12 at most (S2) [C]."""
UNHURRIED = 140.0
"""Metres a minute that runs of an unknown pace are taken to be done at [C]."""
RACE_DISTANCE: dict[Goal, Metres] = {
    Goal.LEANER_LEGS: Metres(5000),
    Goal.GENERAL_FITNESS: Metres(5000),
    Goal.FIRST_5K: Metres(5000),
    Goal.FIVE_K: Metres(5000),
    Goal.TEN_K: Metres(10000),
    Goal.HALF_MARATHON: Metres(21097),
    Goal.MARATHON: Metres(42195),
}
"""What is raced for each goal, in metres."""
LONG_GOALS = frozenset({Goal.HALF_MARATHON, Goal.MARATHON})
"""Goals whose long runs and tapers have rules of their own."""
ROOM_TO_GO_LONG = {True: 75, False: 30}
"""Minutes of a day that may hold the long run because somebody wishes it; more towards a long race [C]."""
_PEAK_KM = {
    Goal.LEANER_LEGS: (20, 24, 34, 48),
    Goal.GENERAL_FITNESS: (20, 24, 34, 48),
    Goal.FIRST_5K: (20, 22, 30, 40),
    Goal.FIVE_K: (22, 26, 40, 56),
    Goal.TEN_K: (26, 32, 46, 66),
    Goal.HALF_MARATHON: (32, 38, 56, 78),
    Goal.MARATHON: (38, 46, 66, 90),
}
_EXPERIENCES = NEW, RETURNING, *_ = tuple(Experience)


class Allowed(IntEnum):
    """How much the athlete's health allows, least first."""

    WALK = 0
    WALK_AND_STRENGTH = 1
    EASY = 2
    ALL = 3


@dataclass(frozen=True, slots=True)
class Athlete:
    """One athlete as the planner sees them.

    ``caps`` are minutes by weekday (0 where not available), ``peak_m`` the weekly metres to build towards,
    ``first_stage`` the ladder's stage to start on or ``None`` for who runs without walks, ``bmi`` may be unknown.
    """

    profile: Profile
    pacing: Pacing
    allowed: Allowed
    caps: tuple[int, ...]
    days: int
    stated_m: float
    longest_m: float
    peak_m: float
    first_stage: int | None
    bmi: float | None
    cross: CrossTraining | None
    equipment: frozenset[Equipment]
    strength: int
    easy: float
    """Metres a minute of easy running."""
    walk: float
    """Metres a minute of walking."""
    long_day: int
    """The day of the long run: as wished where it has room enough, else the one with most room, late in the week."""
    modest: bool = False
    """Whether plans say nothing of fat and of how a body looks (S2, S3)."""
    hards: int = field(init=False)
    """The most hard runs in a week (W3)."""
    heavy: bool = field(init=False)
    """Whether the first week of running is kept to 3 km (P6); so it is where weight is not known."""
    walks_first: bool = field(init=False)
    """Whether weeks of walking come first (P6)."""
    expecting: bool = field(init=False)
    """Whether strength stays light for a child to be born (S2)."""

    def __post_init__(self) -> None:
        put, nothing = object.__setattr__, self._starts_from_nothing()  # asked for in every week, and never different
        put(self, "hards", self.profile.experience.hard_runs)
        put(self, "heavy", nothing and (self.bmi is None or self.bmi >= 30))
        put(self, "walks_first", nothing and self.bmi is not None and self.bmi >= 35)
        put(self, "expecting", HealthFlag.PREGNANT in self.profile.health.flags)

    def _starts_from_nothing(self) -> bool:
        experience = self.profile.experience
        return experience is NEW or (experience is RETURNING and self.stated_m == 0)


def read_athlete(profile: Profile, fitness: float | None = None) -> Athlete:
    """The athlete of a profile with their ``fitness`` now (``coach.fitness``), ``None`` where nothing shows it.

    Raises:
        NotPlannable: under 16 (S2), no available day, or a race before the start.
    """
    _refuse(profile)
    pacing = pacing_for(profile, fitness)
    if _allowed(profile) is Allowed.WALK:
        pacing = pacing.gait  # nothing to run by
    stated, longest = float(profile.weekly_distance_m or 0), float(profile.longest_run_m or 0)
    caps = _caps(profile)
    return Athlete(
        profile=profile,
        pacing=pacing,
        allowed=_allowed(profile),
        caps=caps,
        days=sum(1 << day.number for day in profile.available_days),
        stated_m=stated,
        longest_m=longest,
        peak_m=max(stated, 1000.0 * _PEAK_KM[profile.goal][_EXPERIENCES.index(profile.experience)]),
        first_stage=_first_stage(profile, stated, longest, pacing.speeds[Zone.EASY]),
        bmi=_bmi(profile),
        cross=min(profile.cross_training) if profile.cross_training else None,
        equipment=profile.equipment or frozenset({Equipment.BODYWEIGHT}),
        strength=2 if profile.strength_per_week is None else min(2, profile.strength_per_week),
        easy=pacing.speeds[Zone.EASY],
        walk=pacing.speeds[Zone.WALK],
        long_day=_long_day(profile, caps),
        modest=not may_measure(profile),
    )


def dose_week(athlete: Athlete, week: int) -> int:
    """The week, from 1, whose dose of strength a week of the block has: in pregnancy never a heavy one (S2)."""
    return min(week, LAST_LIGHT_WEEK) if athlete.expecting else week


def _refuse(profile: Profile) -> None:
    if profile.age < 16:
        raise NotPlannable("age", "under_16")
    if not profile.available_days:
        raise NotPlannable("available_days", "empty")
    if profile.race_date is not None and profile.race_date < profile.start_date:
        raise NotPlannable("race_date", "before_start")


def _allowed(profile: Profile) -> Allowed:
    flags = profile.health.flags
    if flags & CLEARANCE and not profile.health.cleared:
        return Allowed.WALK
    if HealthFlag.PREGNANT in flags:
        return Allowed.WALK_AND_STRENGTH
    return Allowed.ALL if profile.health_known else Allowed.EASY


def _caps(profile: Profile) -> tuple[int, ...]:
    limits = profile.max_minutes or careful_limits(profile)
    numbers = {day.number for day in profile.available_days}
    return tuple(limits.on(day) if day in numbers else 0 for day in range(7))


def careful_limits(profile: Profile) -> MinuteLimits:
    """The limits of who was not asked: room for what they run now, in fives, and never under ``CAREFUL_LIMITS``.

    On weekdays the mean run of their days and strength beside it, at the weekend their longest run too, all at a pace
    of theirs that does not change with their fitness, so that no plan jumps.
    """
    days, stated, longest = profile.available_days, profile.weekly_distance_m or 0, profile.longest_run_m or 0
    weekday = even_up(stated / UNHURRIED / len(days)) + STRENGTH_ROOM if stated else 0
    weekend = max(weekday, even_up(longest / UNHURRIED) if longest else 0)
    if days and all(day.number < 5 for day in days):
        weekday = weekend
    return MinuteLimits(
        Minutes(min(MOST_UNASKED, max(weekday, CAREFUL_LIMITS.weekday))),
        Minutes(min(MOST_UNASKED, max(weekend, CAREFUL_LIMITS.weekend))),
    )


def _long_day(profile: Profile, caps: tuple[int, ...]) -> int:
    wish = profile.long_run_day
    enough = ROOM_TO_GO_LONG[profile.goal in LONG_GOALS]
    if wish is not None and caps[wish.number] >= min(enough, max(caps)):
        return wish.number
    return max(range(7), key=lambda day: (caps[day], day))


def _first_stage(profile: Profile, stated: float, longest: float, easy: float) -> int | None:
    longest_s = 60 * longest / easy
    match profile.experience:
        case Experience.NEW:
            return first_stage(longest_s)
        case Experience.RETURNING:
            return None if stated > 0 and longest_s >= LONG_WITHOUT_WALKS else first_stage(longest_s)
        case _ if stated >= (LEAST_RUNNING if longest_s >= LONG_WITHOUT_WALKS else ENOUGH_RUNNING) * easy:
            return None
        case _:
            return max(6, first_stage(longest_s))


def _bmi(profile: Profile) -> float | None:
    if not profile.height_cm or not profile.weight_kg:
        return None
    return profile.weight_kg / (profile.height_cm / 100) ** 2
