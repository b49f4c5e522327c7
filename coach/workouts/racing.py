"""The race as a session: three pieces by effort, at the pace that fitness predicts."""

from typing import Final

from coach.paces import predict
from coach.session import Do, Part, SessionKind, Step, Target
from coach.slot import Slot
from coach.units import Metres, Seconds, SecondsPerKm
from coach.workouts.efforts import KIND_EFFORT, PaceRange

Effort = tuple[int, int]
EFFORTS: Final[tuple[tuple[int, Effort, tuple[Effort, Effort, Effort]], ...]] = (
    (30_000, (5, 6), ((4, 5), (5, 6), (7, 8))),
    (15_000, (6, 7), ((5, 6), (6, 7), (7, 8))),
    (7500, (7, 8), ((6, 7), (7, 8), (8, 9))),
    (0, KIND_EFFORT[SessionKind.RACE], ((6, 7), (7, 8), (8, 9))),
)
"""By metres from which on: the effort of the whole, and of each third: held back, steady, whatever is left.

The longer the race, the easier its pace: the same pace is the same effort in training, until legs tire.
"""
METRES_A_MINUTE: Final = 200
"""What tells how long a race of unknown distance is."""
SLACK: Final = 1.02
"""The slow end of the race's pace over the predicted one: nobody runs to the second."""


def race_steps(slot: Slot) -> tuple[Step, ...]:
    """A third of the distance at each effort; of the time where the distance is unknown."""
    whole, grain = (slot.distance_m, 100) if slot.distance_m else (slot.minutes * 60, 60)
    third = whole // (3 * grain) * grain or whole // 3
    lengths = (third, third, whole - 2 * third)
    return tuple(
        Step(1, (_piece(slot, length, effort),)) for length, effort in zip(lengths, _efforts(slot)[1], strict=True)
    )


def race_target(slot: Slot) -> Target:
    """The race's effort and, where fitness and distance are known, its pace."""
    return Target(_efforts(slot)[0], race_pace(slot))


def _efforts(slot: Slot) -> tuple[Effort, tuple[Effort, Effort, Effort]]:
    """What goes with the distance of a race."""
    metres = slot.distance_m or slot.minutes * METRES_A_MINUTE
    return next((whole, thirds) for least, whole, thirds in EFFORTS if metres >= least)


def race_pace(slot: Slot) -> PaceRange | None:
    """Seconds per kilometre, fast and slow end, that fitness predicts for the distance (Daniels & Gilbert 1979)."""
    fitness = slot.setting.pacing.fitness
    if fitness is None or slot.distance_m is None:
        return None
    pace = predict(fitness, slot.distance_m) / slot.distance_m * 1000
    return SecondsPerKm(round(pace)), SecondsPerKm(round(pace * SLACK))


def _piece(slot: Slot, length: int, effort: tuple[int, int]) -> Part:
    if slot.distance_m:
        return Part(Do.RUN, distance_m=Metres(length), rpe=effort)
    return Part(Do.RUN, seconds=Seconds(length), rpe=effort)
