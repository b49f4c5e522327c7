"""The shape of a session: every length decided, efforts and paces not yet written in.

Rounds are made once and shared, so that their steps can be remembered: a plan holds the same warm-up many times.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from coach.session import RUN, Do, Part, Step
from coach.slot import Pacing, Zone
from coach.values import value
from coach.workouts.efforts import PaceRange, part_of, speed_zone

Paces = tuple[PaceRange | None, ...]
"""The pace of each stretch of a round, where it shows one."""


@value
class Stretch:
    """A part with its length decided (seconds)."""

    do: Do
    zone: Zone
    seconds: int


@dataclass(frozen=True, slots=True, eq=False)
class Round:
    """Stretches that follow each other, ``repeat`` times; one object stays itself and is compared so."""

    repeat: int
    stretches: tuple[Stretch, ...]
    seconds: int
    shown: tuple[Zone, ...]
    """The zones whose paces its stretches show, walking where one shows none; empty where none of them does."""
    spent: tuple[tuple[Zone, int], ...]
    """Seconds of one repeat at the speed of each zone."""
    step: Step
    """Its step where it shows no pace."""


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """All rounds of a session, and the ``main`` ones between warm-up and cool-down; compared as rounds are.

    ``cut`` says that the work is less than the smallest form of its workout.
    """

    rounds: tuple[Round, ...]
    main: tuple[Round, ...]
    cut: bool = False

    @property
    def seconds(self) -> int:
        """The length of the whole session."""
        return sum(each.seconds for each in self.rounds)

    def steps(self, paces: Mapping[Zone, PaceRange] | None) -> tuple[Step, ...]:
        """The session's steps, with efforts and, where known, paces."""
        if not paces:
            return tuple([each.step for each in self.rounds])
        pace = paces.get
        return tuple([_step(each, tuple(map(pace, each.shown))) if each.shown else each.step for each in self.rounds])

    def metres(self, pacing: Pacing) -> float:
        """The distance expected of the session."""
        metres, speeds = 0.0, pacing.speeds
        for each in self.rounds:
            once = 0.0
            for zone, seconds in each.spent:
                once += speeds[zone] * seconds
            metres += each.repeat * once / 60
        return metres


@lru_cache(maxsize=2048)
def round_of(repeat: int, stretches: tuple[Stretch, ...]) -> Round:
    """The one round that repeats these stretches so often."""
    seconds = repeat * sum(stretch.seconds for stretch in stretches)
    paced = any(stretch.do is RUN for stretch in stretches)
    shown = tuple(stretch.zone if stretch.do is RUN else Zone.WALK for stretch in stretches) if paced else ()
    spent = tuple((speed_zone(stretch.do, stretch.zone), stretch.seconds) for stretch in stretches)
    step = Step(repeat, tuple([part_of(each.do, each.zone, each.seconds) for each in stretches]))
    return Round(repeat, stretches, seconds, shown, spent, step)


@lru_cache(maxsize=2048)
def one(do: Do, seconds: int, zone: Zone = Zone.EASY) -> tuple[Round, ...]:
    """A single stretch as a round, or nothing where no time is left for it."""
    return (round_of(1, (Stretch(do, zone, seconds),)),) if seconds > 0 else ()


@lru_cache(maxsize=2048)
def _step(each: Round, paces: Paces) -> Step:
    return Step(each.repeat, tuple(map(_part, each.stretches, paces)))


def _part(stretch: Stretch, pace: PaceRange | None) -> Part:
    return part_of(stretch.do, stretch.zone, stretch.seconds, pace)
