"""From a slot of the week to a session: the workout that fits, its steps, its words, its shorter sizes."""

from typing import Final

from coach.phrases import Phrase
from coach.session import LONG_RUN, RACE, STRENGTH, Session
from coach.slot import Slot, Zone
from coach.workouts.bodies import filled_body, fitted_body, lifts, within_short
from coach.workouts.choosing import choose, limits_of
from coach.workouts.efforts import KIND_EFFORT, intensity_of, target_of, whole_metres
from coach.workouts.forms import FITTED_KINDS, in_turn
from coach.workouts.moves import moved_first
from coach.workouts.racing import race_steps, race_target
from coach.workouts.rungs import AGAIN, IN_PIECES
from coach.workouts.strength import ask_of, session_of, stage_of
from coach.workouts.telling import cues_of, race_title, why

STRENGTH_CUES: Final = (
    (Phrase("cue.strength_pain"),),
    (Phrase("cue.strength_slow"),),
    (Phrase("cue.strength_breath"),),
    (Phrase("cue.strength_balance"),),
)
"""The hints of strength sessions, in turns."""


def compose(slot: Slot) -> Session:
    """The session of a slot: exactly ``slot.minutes`` long, within all its limits (W5, W10, P5, P6).

    Any number of minutes from 10 gives a session; where limits leave no room for hard work it is an easy run of the
    same kind.
    """
    if slot.kind is STRENGTH:
        return _strength(slot)
    if slot.kind is RACE:
        return _race(slot)
    return _workout(slot)


def _workout(slot: Slot) -> Session:
    kind, pacing = slot.kind, slot.setting.pacing
    gait = pacing.gait
    if kind in FITTED_KINDS:
        chosen = choose(slot, slot.minutes * 60)
        workout = chosen.workout
        body = fitted_body(workout, chosen.shape, within_short(limits_of(slot), gait), gait)
    else:
        workout = in_turn(slot)
        body = filled_body(
            workout,
            slot.minutes,
            slot.strides,
            slot.stage,
            slot.run_s,
            gait,
            slot.easy and kind is LONG_RUN,
        )
    return Session(
        slot.date,
        kind,
        body.title,
        slot.minutes,
        body.intensity,
        target_of(body.effort, pacing, body.shown),
        body.steps,
        why(AGAIN if slot.easy and body.why in IN_PIECES else body.why, slot),
        body.distance_m,
        body.shorter,
        workout.id,
        body.cues,
    )


def _strength(slot: Slot) -> Session:
    lifted, kind = lifts(ask_of(slot), slot.minutes), slot.kind
    return Session(
        slot.date,
        kind,
        lifted.title,
        slot.minutes,
        intensity_of(kind),
        target_of(KIND_EFFORT[kind], slot.setting.pacing),
        lifted.steps,
        moved_first(lifted.told, why(f"strength_{stage_of(slot)}", slot)),
        None,
        lifted.shorter,
        f"strength_{session_of(slot.turn)}",
        STRENGTH_CUES[slot.turn % len(STRENGTH_CUES)],
    )


def _race(slot: Slot) -> Session:
    workout = in_turn(slot)
    return Session(
        date=slot.date,
        kind=slot.kind,
        title=race_title(slot),
        minutes=slot.minutes,
        intensity=intensity_of(slot.kind),
        target=race_target(slot),
        steps=race_steps(slot),
        why=why(workout.why, slot),
        distance_m=slot.distance_m or whole_metres(slot.minutes * slot.setting.pacing.speeds[Zone.TEMPO]),
        workout=workout.id,
        cues=cues_of(workout),
    )
