"""Which workout of the library a slot gets: the athlete's level, the phase and the turn decide, limits permitting."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import Final

from coach.plan import Phase
from coach.profile import Equipment, Experience
from coach.session import SessionKind
from coach.slot import Slot
from coach.workouts.fitting import Fitted, Limits, cut_down, fit
from coach.workouts.library import Workout, library

LEVELS: Final = {
    Experience.NEW: (1, 1),
    Experience.RETURNING: (1, 2),
    Experience.REGULAR: (1, 3),
    Experience.EXPERIENCED: (2, 4),
}
"""The lowest and highest level of workouts for each experience."""
PUSH: Final = {Phase.BASE: 0.25, Phase.BUILD: 0.75, Phase.PEAK: 1.0}
"""How much of the room between the smallest and the largest form of a workout a phase uses; elsewhere none."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A workout and the form of it that fits."""

    workout: Workout
    fitted: Fitted


def limits_of(slot: Slot) -> Limits:
    """The slot's limits of hard work, infinite where there is none."""
    return Limits(
        inf if slot.work_s is None else slot.work_s,
        inf if slot.rep_distance_m is None else slot.rep_distance_m,
    )


def choose(slot: Slot, total_s: int) -> Chosen:
    """The workout whose turn it is, in the largest form that time, phase and limits allow.

    The workouts that fit take turns, easiest first; a second round of the same ones asks for a little more. Where
    none fits, the first one is cut down.
    """
    limits, suited = limits_of(slot), suited_to(slot)
    fitting = [workout for workout in suited if fit(workout, total_s, limits, slot.pacing, 0.0)]
    if not fitting:
        return Chosen(suited[0], cut_down(suited[0], total_s, limits, slot.pacing))
    cycle, place = divmod(slot.turn, len(fitting))
    push = min(1.0, PUSH.get(slot.phase, 0.0) + 0.25 * cycle)
    fitted = fit(fitting[place], total_s, limits, slot.pacing, push)
    if fitted is None:  # the smallest form fitted above, so a larger one falls back to it
        raise ValueError(fitting[place].id)
    return Chosen(fitting[place], fitted)


def suited_to(slot: Slot) -> Sequence[Workout]:
    """The workouts of the slot's kind for this athlete, phase, emphasis and equipment; never empty."""
    low, high = LEVELS[slot.experience]
    everything = _of_families(slot)
    reachable = [workout for workout in everything if workout.level <= high and _equipped(workout, slot)]
    narrowed = reachable
    for keep in (
        lambda workout: workout.level >= low,
        lambda workout: not workout.phases or slot.phase in workout.phases,
        lambda workout: not workout.emphases or slot.emphasis is None or slot.emphasis in workout.emphases,
        lambda workout: slot.pacing.fitness is not None or not _by_distance(workout),
    ):
        narrowed = [workout for workout in narrowed if keep(workout)] or narrowed
    return narrowed or everything[:1]


def _of_families(slot: Slot) -> list[Workout]:
    """Strides close an easy run only where the week asks for them."""
    everything = library()[slot.kind]
    if slot.kind is not SessionKind.EASY_RUN:
        return list(everything)
    return [workout for workout in everything if (workout.family == "strides") == bool(slot.strides)]


def _equipped(workout: Workout, slot: Slot) -> bool:
    return not workout.needs or Equipment(workout.needs) in slot.equipment


def _by_distance(workout: Workout) -> bool:
    return any(part.metres is not None for block in workout.blocks for part in block.parts)
