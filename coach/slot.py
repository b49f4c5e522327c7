"""What a week wants on one day, before the workout library makes a session of it.

The week decides *that* there is an interval run of 45 minutes with at most 12 minutes of hard work; the library
(``coach.workouts``) decides *which* one, and writes its steps. The two meet in this value.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from coach.plan import Phase
from coach.profile import CrossTraining, Equipment, Experience
from coach.session import SessionKind, Target
from coach.standing import Standing
from coach.units import BeatsPerMinute, Metres, SecondsPerKm

GYM = Equipment.GYM


class Zone(StrEnum):
    """The training efforts, slowest first (Daniels & Gilbert 1979; walking added)."""

    WALK = "walk"
    EASY = "easy"
    MARATHON = "marathon"
    TEMPO = "tempo"
    INTERVAL = "interval"
    REPETITION = "repetition"
    __hash__ = str.__hash__  # equal as text, and several times faster than an enum's own


Effort = tuple[int, int]
"""Perceived effort from 1 to 10, low and high end."""


class Emphasis(StrEnum):
    """What a block of an open-ended goal leans towards."""

    BASE = "base"
    HILLS_STRENGTH = "hills_strength"
    SPEED = "speed"
    RACE_LIKE = "race_like"


@dataclass(frozen=True, slots=True, eq=False)
class Pacing:
    """How fast this athlete goes in each zone; ``coach.paces`` makes one object of each, compared by itself.

    ``speeds`` (metres a minute) are always known, measured or assumed, and are what expected distances are made of;
    ``paces`` (seconds per kilometre, fast and slow end) only where fitness is known, ``heart_rates`` only where
    allowed.
    """

    speeds: Mapping[Zone, float]
    fitness: float | None = None
    paces: Mapping[Zone, tuple[SecondsPerKm, SecondsPerKm]] | None = None
    heart_rates: Mapping[Zone, tuple[BeatsPerMinute, BeatsPerMinute]] | None = None
    bare: "Pacing | None" = field(default=None, repr=False)
    targets: "dict[tuple[Effort, Zone | None], Target]" = field(init=False, default_factory=dict, repr=False)
    """What sessions of each effort and zone aim at, once it is made (``coach.workouts.efforts``)."""

    @property
    def gait(self) -> "Pacing":
        """The same without heart rates: one object for all who go as fast, the key of what their sessions share."""
        return self.bare or self


@dataclass(frozen=True, slots=True, eq=False)
class Manner:
    """What the workouts of a week are chosen by; ``paced`` says that fitness is known, ``gym`` that there is one.

    One object stays itself and is compared so.
    """

    experience: Experience
    phase: Phase
    emphasis: Emphasis | None
    paced: bool
    gym: bool


@lru_cache(maxsize=1024)
def manner_of(experience: Experience, phase: Phase, emphasis: Emphasis | None, paced: bool, gym: bool) -> Manner:  # noqa: FBT001 - the key of a memory
    """The one object for all weeks of the same manner."""
    return Manner(experience, phase, emphasis, paced, gym)


@dataclass(slots=True, eq=False)
class Setting:
    """What all sessions of one athlete's week share; nobody changes one.

    ``week`` counts from 1 within the block. ``legs`` says that leaner legs are the goal, ``modest`` that nothing is
    said of fat and looks (S2, S3), ``ladders`` where the athlete stands on each strength ladder (as planned where it
    is empty), ``strolls`` that a doctor's yes is still to come and walks are strolls (S1), ``expecting`` that strength
    stays light in pregnancy (S2).
    """

    phase: Phase
    week: int
    experience: Experience
    pacing: Pacing
    emphasis: Emphasis | None = None
    equipment: frozenset[Equipment] = frozenset({Equipment.BODYWEIGHT})
    cross_training: CrossTraining | None = None
    legs: bool = False
    modest: bool = False
    ladders: tuple[Standing, ...] = ()
    strolls: bool = False
    expecting: bool = False
    gait: Pacing = field(init=False)
    """The pacing without heart rates."""
    manner: Manner = field(init=False)
    """What workouts are chosen by."""
    of_legs: bool = field(init=False)
    """Whether reasons may speak of leaner legs."""

    def __post_init__(self) -> None:
        self.gait, paced, gym = self.pacing.gait, self.pacing.fitness is not None, GYM in self.equipment
        self.manner = manner_of(self.experience, self.phase, self.emphasis, paced, gym)
        self.of_legs = self.legs and not self.modest


@dataclass(slots=True)
class Slot:
    """One session wanted on an ordinal ``day``. The session made of it lasts exactly ``minutes``.

    ``turn`` counts the sessions of this kind before it in the block (0 first), so that the library can rotate and
    progress. ``work_s`` is the most work at tempo effort or harder (W5), ``rep_m`` the most metres of it at interval
    effort, ``stage`` the run/walk ladder's stage (P5, 0 first), ``run_s`` the most seconds of running in it, ``race_m``
    the distance of a race, ``strides`` how many relaxed 20 s accelerations may close an easy run, ``light`` thins out a
    strength session, ``easy`` says that a long run must stay easy to its end, and a walk a stroll; of run/walk, that
    its pieces come between runs in one go.

    It is not frozen because a plan makes a hundred, and freezing costs more than all the reading.
    """

    day: int
    kind: SessionKind
    minutes: int
    turn: int = 0
    stage: int | None = None
    run_s: int | None = None
    work_s: int | None = None
    rep_m: float | None = None
    race_m: Metres | None = None
    strides: int = 0
    light: bool = False
    easy: bool = False
