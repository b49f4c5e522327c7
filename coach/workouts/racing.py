"""The race as a session: three pieces by effort, at the pace that fitness predicts."""

from typing import Final

from coach.paces import predict
from coach.profile import Experience
from coach.session import Do, Part, SessionKind, Step, Target
from coach.slot import Setting, Slot, Zone
from coach.units import Metres, Seconds, SecondsPerKm
from coach.workouts.efforts import KIND_EFFORT, PaceRange, part_of
from coach.workouts.ladder import WALK_S

Effort = tuple[int, int]
EFFORTS: Final[tuple[tuple[int, Effort, tuple[Effort, Effort, Effort]], ...]] = (
    (30_000, (5, 6), ((4, 5), (5, 6), (7, 8))),
    (15_000, (6, 7), ((5, 6), (6, 7), (7, 8))),
    (7500, (7, 8), ((7, 7), (7, 8), (9, 9))),
    (0, KIND_EFFORT[SessionKind.RACE], ((6, 7), (7, 8), (8, 9))),
)
"""By metres from which on: the effort of the whole, and of each third: held back, steady, whatever is left.

The longer the race, the easier its pace: the same pace is the same effort in training, until legs tire.
"""
METRES_A_MINUTE: Final = 200
"""What tells how long a race of unknown distance is."""
SLACK: Final = 1.02
"""The slow end of the race's pace over the predicted one: nobody runs to the second."""


WARM_BEFORE_M: Final = 10_100
"""Metres up to which a race is quick enough from its start to be warmed up for [C]."""


def race_steps(slot: Slot, setting: Setting) -> tuple[Step, ...]:
    """A third of the distance at each effort, warmed up for where it begins quickly; of the time where it is unknown.

    The warm-up comes on top of the race's distance and minutes.
    """
    whole, grain = (slot.race_m, 100) if slot.race_m else (slot.minutes * 60, 60)
    third = round(whole / (3 * grain)) * grain or whole // 3
    lengths = (third, third, whole - 2 * third)
    pieces = zip(lengths, _efforts(slot)[1], strict=True)
    return (*_warm_up(slot, setting), *(Step(1, (_piece(slot, length, effort),)) for length, effort in pieces))


def _warm_up(slot: Slot, setting: Setting) -> tuple[Step, ...]:
    """Ten easy minutes and two strides before a race up to 10 km; a walk for who is new to running (P5)."""
    if not slot.race_m or slot.race_m > WARM_BEFORE_M:
        return ()
    if setting.experience is Experience.NEW:
        return (Step(1, (part_of(Do.WALK, Zone.WALK, WALK_S),)),)
    easy, stride = part_of(Do.WARM_UP, Zone.EASY, 600), part_of(Do.STRIDE, Zone.REPETITION, 20)
    return (Step(1, (easy,)), Step(2, (stride, part_of(Do.WALK, Zone.WALK, 60))))


def race_target(slot: Slot, setting: Setting) -> Target:
    """The race's effort and, where fitness and distance are known, its pace."""
    return Target(_efforts(slot)[0], race_pace(slot, setting))


def _efforts(slot: Slot) -> tuple[Effort, tuple[Effort, Effort, Effort]]:
    """What goes with the distance of a race."""
    metres = slot.race_m or slot.minutes * METRES_A_MINUTE
    return next((whole, thirds) for least, whole, thirds in EFFORTS if metres >= least)


def race_pace(slot: Slot, setting: Setting) -> PaceRange | None:
    """Seconds per kilometre, fast and slow end, that fitness predicts for the distance (Daniels & Gilbert 1979)."""
    fitness = setting.pacing.fitness
    if fitness is None or slot.race_m is None:
        return None
    pace = predict(fitness, slot.race_m) / slot.race_m * 1000
    return SecondsPerKm(round(pace)), SecondsPerKm(round(pace * SLACK))


def _piece(slot: Slot, length: int, effort: tuple[int, int]) -> Part:
    if slot.race_m:
        return Part(Do.RUN, distance_m=Metres(length), rpe=effort)
    return Part(Do.RUN, seconds=Seconds(length), rpe=effort)
