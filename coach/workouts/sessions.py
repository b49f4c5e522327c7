"""From a slot of the week to a session: the workout that fits, its steps, its words, its shorter sizes."""

from datetime import date
from functools import lru_cache
from typing import Final

from coach.phrases import Phrase
from coach.session import LONG_RUN, RACE, STRENGTH, Session
from coach.slot import Setting, Slot, Zone
from coach.units import Minutes
from coach.workouts.bodies import filled_body, fitted_body, lifts, within_short
from coach.workouts.choosing import choose, limits_of
from coach.workouts.efforts import KIND_EFFORT, intensity_of, target_of, whole_metres
from coach.workouts.forms import FITTED_KINDS, in_turn
from coach.workouts.moves import moved_first
from coach.workouts.racing import race_steps, race_target
from coach.workouts.rungs import AGAIN, IN_PIECES
from coach.workouts.strength import ask_of, reasons_of
from coach.workouts.telling import cues_of, race_title, why

STRENGTH_CUES: Final = (
    (Phrase("cue.strength_pain"),),
    (Phrase("cue.strength_slow"),),
    (Phrase("cue.strength_breath"),),
    (Phrase("cue.strength_balance"),),
)
"""The hints of strength sessions, in turns."""
date_of: Final = lru_cache(maxsize=2048)(date.fromordinal)
"""The day of an ordinal: one object for the sessions of all plans."""
LIFTING, LIFTING_EFFORT = intensity_of(STRENGTH), KIND_EFFORT[STRENGTH]


def compose(slot: Slot, setting: Setting) -> Session:
    """The session of a slot in its setting: exactly ``slot.minutes`` long, within all its limits (W5, W10, P5, P6).

    Any number of minutes from 10 gives a session; where limits leave no room for hard work it is an easy run of the
    same kind.
    """
    return MAKERS.get(slot.kind, _workout)(slot, setting)


def _workout(slot: Slot, setting: Setting) -> Session:
    kind, gait, pacing, easy = slot.kind, setting.gait, setting.pacing, slot.easy or setting.strolls
    if kind in FITTED_KINDS:
        limits = limits_of(slot)
        chosen = choose(slot, setting, limits)
        workout = chosen.workout
        body = fitted_body(workout, chosen.shape, within_short(limits, gait), gait)
    else:
        workout = in_turn(slot, setting)
        body = filled_body(
            workout,
            slot.minutes,
            slot.strides,
            slot.stage,
            slot.run_s,
            gait,
            easy and kind is LONG_RUN,
        )
    pattern = body.pattern
    reason = AGAIN if easy and pattern.why in IN_PIECES else pattern.why
    return Session(
        date_of(slot.day),
        kind,
        pattern.title,
        Minutes(slot.minutes),
        pattern.intensity,
        pacing.targets.get((pattern.effort, pattern.shown)) or target_of(pattern.effort, pacing, pattern.shown),
        body.steps,
        why(reason, setting.phase, slot.turn, setting.of_legs, setting.modest),
        body.distance_m,
        body.shorter,
        workout.id,
        pattern.cues,
    )


def _strength(slot: Slot, setting: Setting) -> Session:
    lifted = lifts(ask_of(slot, setting), slot.minutes)
    group = reasons_of(setting.week, slot.light, setting.expecting)
    reason = why(group, setting.phase, slot.turn, setting.of_legs, setting.modest)
    return Session(
        date_of(slot.day),
        STRENGTH,
        lifted.title,
        Minutes(slot.minutes),
        LIFTING,
        target_of(LIFTING_EFFORT, setting.pacing),
        lifted.steps,
        moved_first(lifted.told, reason),
        None,
        lifted.shorter,
        lifted.workout,
        STRENGTH_CUES[slot.turn % len(STRENGTH_CUES)],
    )


def _race(slot: Slot, setting: Setting) -> Session:
    workout = in_turn(slot, setting)
    return Session(
        date=date_of(slot.day),
        kind=slot.kind,
        title=race_title(slot.race_m),
        minutes=Minutes(slot.minutes),
        intensity=intensity_of(slot.kind),
        target=race_target(slot, setting),
        steps=race_steps(slot, setting),
        why=why(workout.why, setting.phase, slot.turn, setting.of_legs, setting.modest),
        distance_m=slot.race_m or whole_metres(slot.minutes * setting.pacing.speeds[Zone.TEMPO]),
        workout=workout.id,
        cues=cues_of(workout),
    )


MAKERS: Final = {STRENGTH: _strength, RACE: _race}
"""Who makes what is no workout of the library."""
