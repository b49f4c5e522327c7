"""From a slot of the week to a session: the workout that fits, its steps, its words, its shorter sizes."""

from functools import cache, lru_cache
from typing import Final

from coach.phrases import Phrase
from coach.session import Do, Session, SessionKind, Size, Target
from coach.slot import Pacing, Slot, Zone
from coach.units import Minutes
from coach.workouts.choosing import Chosen, limits_of
from coach.workouts.efforts import (
    KIND_EFFORT,
    PACED,
    WORK_ZONES,
    ZONE_EFFORT,
    PaceRange,
    intensity_of,
    target_of,
    whole_metres,
)
from coach.workouts.fitting import Limits
from coach.workouts.forms import FITTED_KINDS, filled, form_of, in_turn, shorter_form
from coach.workouts.gentle import steady
from coach.workouts.library import Workout
from coach.workouts.moves import moved_first
from coach.workouts.racing import race_steps, race_target
from coach.workouts.shape import Shape
from coach.workouts.strength import held_in, session_of, stage_of, standings_of, strength_steps
from coach.workouts.telling import cues_of, plain, race_title, title_of, why

SHORT: Final = Minutes(20)
"""The first shorter size of every session."""
WALK: Final = Minutes(10)
"""The last resort of every session: a walk, which keeps the habit."""
STEADY: Final = "long_finish"
"""The family of long runs with a steady part; where it is left out they are long runs like others."""
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
    if slot.kind is SessionKind.STRENGTH:
        return _strength(slot)
    if slot.kind is SessionKind.RACE:
        return _race(slot)
    return _workout(slot, form_of(slot))


def _workout(slot: Slot, chosen: Chosen) -> Session:
    workout, shape = chosen.workout, chosen.shape
    steady = workout.family == STEADY and _holds(shape, Zone.MARATHON)
    return Session(
        date=slot.date,
        kind=slot.kind,
        title=title_of(workout, shape),
        minutes=slot.minutes,
        intensity=intensity_of(slot.kind, steady=steady),
        target=_target(slot, chosen),
        steps=shape.steps(slot.pacing.paces),
        why=why(workout.why if steady or workout.family != STEADY else "long", slot),
        distance_m=None if slot.kind is SessionKind.CROSS_TRAINING else whole_metres(shape.metres(slot.pacing)),
        shorter=_sizes(slot, chosen),
        workout=workout.id,
        cues=cues_of(workout),
    )


def _strength(slot: Slot) -> Session:
    name, stage = session_of(slot.turn), stage_of(slot)
    steps = strength_steps(slot, slot.minutes * 60)
    return Session(
        date=slot.date,
        kind=slot.kind,
        title=plain(f"title.strength_{name}"),
        minutes=slot.minutes,
        intensity=intensity_of(slot.kind),
        target=target_of(KIND_EFFORT[slot.kind], slot.pacing),
        steps=steps,
        why=moved_first(standings_of(slot), held_in(steps), why(f"strength_{stage}", slot)),
        shorter=_sizes(slot, None),
        workout=f"strength_{name}",
        cues=STRENGTH_CUES[slot.turn % len(STRENGTH_CUES)],
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
        distance_m=slot.distance_m or whole_metres(slot.minutes * slot.pacing.speeds[Zone.TEMPO]),
        workout=workout.id,
        cues=cues_of(workout),
    )


def _holds(shape: Shape, zone: Zone) -> bool:
    return any(stretch.zone is zone for each in shape.main for stretch in each.stretches)


def _target(slot: Slot, chosen: Chosen) -> Target:
    """What the work of a hard run asks for, down to nothing hard at all; elsewhere what the kind does."""
    shown = _shown_zone(slot.kind, chosen.workout)
    if slot.kind not in FITTED_KINDS:
        return target_of(KIND_EFFORT[slot.kind], slot.pacing, shown)
    zones = {
        stretch.zone for each in chosen.shape.main for stretch in each.stretches if stretch.do in {Do.RUN, Do.HILL}
    }
    hardest = max(zones, key=tuple(Zone).index, default=Zone.EASY)
    easy = hardest not in WORK_ZONES
    return target_of(ZONE_EFFORT[hardest], slot.pacing, Zone.EASY if easy else shown)


def _shown_zone(kind: SessionKind, workout: Workout) -> Zone | None:
    """The zone whose pace and heart rate a session shows; fartlek goes by feel."""
    if workout.family.startswith("fartlek"):
        return None
    return Zone.REPETITION if workout.family.startswith("repetitions") else PACED.get(kind)


def _sizes(slot: Slot, chosen: Chosen | None) -> tuple[Size, ...]:
    """Twenty minutes of the same, then a ten-minute walk."""
    if slot.minutes <= SHORT:
        return (_walk(),) if slot.minutes > WALK or slot.kind is not SessionKind.RECOVERY_WALK else ()
    if chosen is None:
        title = plain(f"title.strength_{session_of(slot.turn)}")
        return Size(SHORT, _shortened(title), strength_steps(slot, SHORT * 60)), _walk()
    if slot.kind in FITTED_KINDS:
        return _fitted_sizes(chosen.workout, _within_short(limits_of(slot), slot.pacing), slot.pacing)
    paces = slot.pacing.paces
    shown = (paces[Zone.EASY], paces[Zone.MARATHON]) if paces else None
    return _filled_sizes(chosen.workout, slot.strides, slot.stage, slot.run_s, shown)


def _within_short(limits: Limits, pacing: Pacing) -> Limits:
    """The limits as far as twenty minutes can reach them, so that the same shorter size is made once."""
    return Limits(min(limits.work_s, SHORT * 60), min(limits.rep_m, SHORT * pacing.speeds[Zone.REPETITION]))


@lru_cache(maxsize=8192)
def _fitted_sizes(workout: Workout, limits: Limits, pacing: Pacing) -> tuple[Size, ...]:
    shape = shorter_form(workout, SHORT * 60, limits, pacing)
    return Size(SHORT, _shortened(title_of(workout, shape)), shape.steps(pacing.paces)), _walk()


@lru_cache(maxsize=16_384)
def _filled_sizes(
    workout: Workout, strides: int, stage: int | None, run_s: int | None, shown: tuple[PaceRange, PaceRange] | None
) -> tuple[Size, ...]:
    shape = filled(workout, SHORT * 60, strides, stage, run_s)
    paces = {Zone.EASY: shown[0], Zone.MARATHON: shown[1]} if shown else None
    return Size(SHORT, _shortened(title_of(workout, shape)), shape.steps(paces)), _walk()


@cache
def _walk() -> Size:
    steps = steady(Do.WALK, WALK * 60).steps(None)
    return Size(WALK, Phrase("title.short_walk", (("minutes", WALK),)), steps)


@lru_cache(maxsize=4096)
def _shortened(title: Phrase) -> Phrase:
    return Phrase("title.short", (("minutes", SHORT), ("title", title)))
