"""The shape a session takes in a given time: one way for every kind, for the full size and the shorter ones."""

from functools import lru_cache

from coach.profile import CrossTraining
from coach.session import CROSS_TRAINING, RECOVERY_WALK, RUN_WALK, TRAINED_HARD, WALK
from coach.slot import Pacing, Setting, Slot
from coach.workouts.choosing import suited_to
from coach.workouts.fitting import Limits, cut_down, fill, fit, holds_whole
from coach.workouts.gentle import run_walk, steady, waves
from coach.workouts.library import Workout
from coach.workouts.shape import Shape

FITTED_KINDS = TRAINED_HARD
"""The kinds whose work is limited and fitted; all others fill their time."""


@lru_cache(maxsize=2048)
def shorter_form(workout: Workout, total_s: int, limits: Limits, pacing: Pacing | None) -> Shape:
    """The same hard workout in less time, keeping its point: fewer repetitions of the same work."""
    return fit(workout, total_s, limits, pacing) or cut_down(workout, total_s, limits, pacing)


def in_turn(slot: Slot, setting: Setting) -> Workout:
    """The workout whose turn it is among those that suit the slot."""
    suited = suited_to(slot, setting)
    if slot.strides or slot.minutes < suited.least or slot.kind is CROSS_TRAINING:
        found = _long_enough(_of_sport(suited.workouts, slot, setting), slot.minutes, slot.strides)
    else:
        found = suited.workouts
    return found[slot.turn % len(found)]


def _of_sport(suited: tuple[Workout, ...], slot: Slot, setting: Setting) -> tuple[Workout, ...]:
    """Of rides and swims those of the athlete's sport."""
    if slot.kind is not CROSS_TRAINING:
        return suited
    family = str(setting.cross_training or CrossTraining.CYCLING)
    return tuple(workout for workout in suited if workout.family == family)


@lru_cache(maxsize=2048)
def _long_enough(suited: tuple[Workout, ...], minutes: int, strides: int) -> tuple[Workout, ...]:
    """Those that make sense in so many minutes; of runs too short for their strides, the plainest."""
    found = tuple(each for each in suited if each.least <= minutes) or suited
    if not strides:
        return found
    whole = tuple(each for each in found if holds_whole(each, minutes * 60, strides))
    fewest = min(len(each.blocks) for each in suited)
    return whole or tuple(each for each in suited if len(each.blocks) == fewest)


def filled(workout: Workout, total_s: int, strides: int, stage: int | None, run_s: int | None) -> Shape:
    """A workout that takes whatever time there is, in ``total_s`` seconds."""
    kind = workout.kind
    if kind is RUN_WALK:
        return run_walk(stage or 0, total_s, run_s)
    if kind is RECOVERY_WALK:
        return waves(workout.blocks[0], total_s) if len(workout.blocks[0].parts) > 1 else steady(WALK, total_s)
    if kind is CROSS_TRAINING:
        return steady(workout.blocks[0].parts[0].do, total_s)
    return fill(workout, total_s, strides)
