"""The form a session takes in a given time: one way for every kind, for the full size and the shorter ones."""

from dataclasses import replace
from math import inf

from coach.profile import CrossTraining
from coach.session import HARD_KINDS, Do, SessionKind
from coach.slot import Slot
from coach.workouts.choosing import Chosen, choose, limits_of, suited_to
from coach.workouts.fitting import Fitted, cut_down, easy, fit
from coach.workouts.library import Block, Workout
from coach.workouts.rounds import race, run_walk, steady


def form_of(slot: Slot) -> Chosen:
    """The workout of a slot of any kind but strength, in its full size."""
    total_s = slot.minutes * 60
    if slot.kind in HARD_KINDS and slot.kind is not SessionKind.RACE:
        return choose(slot, total_s)
    workout = _in_turn(slot)
    return Chosen(workout, _formed(workout, slot, total_s))


def shorter_form(chosen: Workout, slot: Slot, total_s: int) -> Fitted:
    """The same workout in less time, keeping its point: fewer repetitions of the same work."""
    if slot.kind in HARD_KINDS and slot.kind is not SessionKind.RACE:
        limits = limits_of(slot)
        return fit(chosen, total_s, limits, slot.pacing, 1.0) or cut_down(chosen, total_s, limits, slot.pacing)
    return _formed(chosen, slot, total_s)


def _in_turn(slot: Slot) -> Workout:
    suited = suited_to(slot)
    if slot.kind is SessionKind.CROSS_TRAINING:
        family = str(slot.cross_training or CrossTraining.CYCLING)
        suited = [workout for workout in suited if workout.family == family]
    workout = suited[slot.turn % len(suited)]
    if slot.kind is SessionKind.LONG_RUN and fit(workout, slot.minutes * 60, limits_of(slot), slot.pacing) is None:
        plain = [each for each in suited if len(each.blocks) == 1]
        return plain[slot.turn % len(plain)]
    return workout


def _formed(workout: Workout, slot: Slot, total_s: int) -> Fitted:
    match slot.kind:
        case SessionKind.RUN_WALK:
            run_s = inf if slot.run_s is None else slot.run_s
            return run_walk(slot.stage or 0, total_s, run_s)
        case SessionKind.RECOVERY_WALK:
            return steady(Do.WALK, total_s)
        case SessionKind.CROSS_TRAINING:
            return steady(workout.blocks[0].parts[0].do, total_s)
        case SessionKind.RACE:
            return race(total_s)
        case _:
            return fit(_with_strides(workout, slot), total_s, limits_of(slot), slot.pacing) or easy(total_s)


def _with_strides(workout: Workout, slot: Slot) -> Workout:
    """As many strides as the week asks for."""
    if workout.family != "strides":
        return workout
    run, strides = workout.blocks
    return replace(workout, blocks=(run, Block(slot.strides, slot.strides, strides.parts)))
