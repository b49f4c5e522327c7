"""Who the athlete is, as the contract's profile document says it; every unknown is ``None``."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from coach.units import BeatsPerMinute, Centimetres, Kilograms, Metres, Minutes, Seconds


class Goal(StrEnum):
    """What the athlete trains for."""

    LEANER_LEGS = "leaner_legs"
    GENERAL_FITNESS = "general_fitness"
    FIRST_5K = "first_5k"
    FIVE_K = "5k"
    TEN_K = "10k"
    HALF_MARATHON = "half_marathon"
    MARATHON = "marathon"


class Experience(StrEnum):
    """How much the athlete runs: not at all, again, regularly (six months or more), for years."""

    NEW = "new"
    RETURNING = "returning"
    REGULAR = "regular"
    EXPERIENCED = "experienced"

    @property
    def hard_runs(self) -> int:
        """The hard runs that a week may hold at most (W3)."""
        return 1 if self in {Experience.NEW, Experience.RETURNING} else 2


class Sex(StrEnum):
    """Asked only where a formula needs it (Mifflin 1990)."""

    FEMALE = "female"
    MALE = "male"
    UNSPECIFIED = "unspecified"


class Weekday(StrEnum):
    """A day of the week, Monday first (``date.weekday()`` order)."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"

    @property
    def number(self) -> int:
        """0 for Monday to 6 for Sunday, as ``date.weekday()`` counts."""
        return WEEKDAYS.index(self)


WEEKDAYS: tuple[Weekday, ...] = tuple(Weekday)


class Equipment(StrEnum):
    """What stands ready for strength work."""

    BODYWEIGHT = "bodyweight"
    DUMBBELLS = "dumbbells"
    BAND = "band"
    STEP = "step"
    GYM = "gym"


class CrossTraining(StrEnum):
    """What the athlete does besides running."""

    CYCLING = "cycling"
    SWIMMING = "swimming"


class HealthFlag(StrEnum):
    """A yes to one of the screening questions (rule S1, S2)."""

    HEART_CONDITION = "heart_condition"
    CHEST_PAIN = "chest_pain"
    DIZZINESS = "dizziness"
    UNCONTROLLED_BLOOD_PRESSURE = "uncontrolled_blood_pressure"
    CHRONIC_CONDITION = "chronic_condition"
    BONE_JOINT_PROBLEM = "bone_joint_problem"
    SUPERVISED_ONLY = "supervised_only"
    PREGNANT = "pregnant"
    POSTPARTUM = "postpartum"
    EATING_DISORDER = "eating_disorder"
    BETA_BLOCKER = "beta_blocker"


class DistanceUnit(StrEnum):
    """How distances and paces are shown and read."""

    KM = "km"
    MI = "mi"


@dataclass(frozen=True, slots=True)
class Health:
    """The screening: which flags were raised, and whether a doctor has said yes since."""

    flags: frozenset[HealthFlag] = frozenset()
    cleared: bool = False


@dataclass(frozen=True, slots=True)
class RaceResult:
    """A distance covered as fast as possible."""

    distance_m: Metres
    time_s: Seconds


@dataclass(frozen=True, slots=True)
class MinuteLimits:
    """The longest day of training the calendar allows."""

    weekday: Minutes
    weekend: Minutes

    def on(self, weekday: int) -> Minutes:
        """The minutes that a day gives, Monday being 0 (W10)."""
        return self.weekend if weekday > 4 else self.weekday


@dataclass(frozen=True, slots=True)
class Profile:
    """One athlete. Only the first five fields must be known; ``None`` means that nobody asked yet.

    ``weekly_distance_m`` is a mean week of the last four, ``longest_run_m`` the longest of them.
    """

    goal: Goal
    start_date: date
    experience: Experience
    age: int
    available_days: frozenset[Weekday]
    weeks: int | None = None
    race_date: date | None = None
    sex: Sex = Sex.UNSPECIFIED
    height_cm: Centimetres | None = None
    weight_kg: Kilograms | None = None
    weekly_distance_m: Metres | None = None
    longest_run_m: Metres | None = None
    recent_race: RaceResult | None = None
    resting_hr: BeatsPerMinute | None = None
    max_hr: BeatsPerMinute | None = None
    long_run_day: Weekday | None = None
    max_minutes: MinuteLimits | None = None
    strength_per_week: int | None = None
    equipment: frozenset[Equipment] | None = None
    cross_training: frozenset[CrossTraining] | None = None
    health: Health = field(default_factory=Health)
    health_known: bool = True
    """False when the screening questions were never asked (the document has no ``health``)."""
    units: DistanceUnit = DistanceUnit.KM
