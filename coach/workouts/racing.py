"""The race as a session: three pieces by effort, at the pace that fitness predicts."""

from typing import Final

from coach.paces import predict
from coach.session import Do, Part, Step, Target
from coach.slot import Slot
from coach.units import Metres, Seconds, SecondsPerKm
from coach.workouts.efforts import KIND_EFFORT, PaceRange

PIECES: Final = ((6, 7), (7, 8), (8, 9))
"""The effort of each third: held back, steady, whatever is left."""
SLACK: Final = 1.02
"""The slow end of the race's pace over the predicted one: nobody runs to the second."""


def race_steps(slot: Slot) -> tuple[Step, ...]:
    """A third of the distance at each effort; of the time where the distance is unknown."""
    whole, grain = (slot.distance_m, 100) if slot.distance_m else (slot.minutes * 60, 60)
    third = whole // (3 * grain) * grain or whole // 3
    lengths = (third, third, whole - 2 * third)
    return tuple(Step(1, (_piece(slot, length, effort),)) for length, effort in zip(lengths, PIECES, strict=True))


def race_target(slot: Slot) -> Target:
    """The race's effort and, where fitness and distance are known, its pace."""
    return Target(KIND_EFFORT[slot.kind], race_pace(slot))


def race_pace(slot: Slot) -> PaceRange | None:
    """Seconds per kilometre, fast and slow end, that fitness predicts for the distance (Daniels & Gilbert 1979)."""
    if slot.pacing.fitness is None or slot.distance_m is None:
        return None
    pace = predict(slot.pacing.fitness, slot.distance_m) / slot.distance_m * 1000
    return SecondsPerKm(round(pace)), SecondsPerKm(round(pace * SLACK))


def _piece(slot: Slot, length: int, effort: tuple[int, int]) -> Part:
    if slot.distance_m:
        return Part(Do.RUN, distance_m=Metres(length), rpe=effort)
    return Part(Do.RUN, seconds=Seconds(length), rpe=effort)
