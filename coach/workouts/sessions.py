"""From a slot of the week to a session: the workout that fits, its steps, its words, its shorter sizes."""

from functools import cache
from typing import Final

from coach.phrases import Phrase
from coach.session import Do, Session, SessionKind, Size
from coach.slot import Slot, Zone
from coach.units import Metres, Minutes
from coach.workouts.choosing import Chosen
from coach.workouts.efforts import PACED, intensity_of, target_of, whole_metres
from coach.workouts.forms import form_of, shorter_form
from coach.workouts.gentle import steady
from coach.workouts.ladders import dose
from coach.workouts.library import Workout
from coach.workouts.shape import Shape
from coach.workouts.strength import session_of, strength_steps
from coach.workouts.telling import cues_of, title_of, why

SHORT: Final = Minutes(20)
"""The first shorter size of every session."""
WALK: Final = Minutes(10)
"""The last resort of every session: a walk, which keeps the habit."""


def compose(slot: Slot) -> Session:
    """The session of a slot: exactly ``slot.minutes`` long, within all its limits (W5, W10, P5, P6).

    Any number of minutes from 10 gives a session; where limits leave no room for hard work it is an easy run of the
    same kind.
    """
    if slot.kind is SessionKind.STRENGTH:
        return _strength(slot)
    chosen = form_of(slot)
    workout = chosen.workout
    return Session(
        date=slot.date,
        kind=slot.kind,
        title=title_of(workout, chosen.shape, slot),
        minutes=slot.minutes,
        intensity=intensity_of(
            slot.kind, steady=workout.family == "long_finish" and _holds(chosen.shape, Zone.MARATHON)
        ),
        target=target_of(slot.kind, slot.pacing, _shown_zone(slot.kind, workout)),
        steps=chosen.shape.steps(slot.pacing.paces),
        why=why(workout.why, slot.phase, slot.turn),
        distance_m=_metres(slot, chosen.shape),
        shorter=_sizes(slot, chosen),
        workout=workout.id,
        cues=cues_of(workout),
    )


def _strength(slot: Slot) -> Session:
    name = session_of(slot.turn)
    stage = "light" if slot.sets_share < 1 else f"reserve{dose(slot.week).reserve}"
    return Session(
        date=slot.date,
        kind=slot.kind,
        title=Phrase(f"title.strength_{name}"),
        minutes=slot.minutes,
        intensity=intensity_of(slot.kind),
        target=target_of(slot.kind, slot.pacing),
        steps=strength_steps(slot, slot.minutes * 60),
        why=why(f"strength_{stage}", slot.phase, slot.turn),
        shorter=_sizes(slot, None),
        workout=f"strength_{name}",
        cues=(Phrase("cue.strength_pain"),),
    )


def _metres(slot: Slot, shape: Shape) -> Metres | None:
    if slot.kind is SessionKind.CROSS_TRAINING:
        return None
    if slot.kind is SessionKind.RACE and slot.distance_m is not None:
        return slot.distance_m
    return whole_metres(shape.metres(slot.pacing))


def _holds(shape: Shape, zone: Zone) -> bool:
    return any(stretch.zone is zone for each in shape.main for stretch in each.stretches)


def _shown_zone(kind: SessionKind, workout: Workout) -> Zone | None:
    """The zone whose pace and heart rate a session shows; fartlek goes by feel."""
    if workout.family == "fartlek":
        return None
    return Zone.REPETITION if workout.family == "repetitions" else PACED.get(kind)


def _sizes(slot: Slot, chosen: Chosen | None) -> tuple[Size, ...]:
    """Twenty minutes of the same, then a ten-minute walk; a race has no shorter size."""
    sizes = []
    if slot.kind is SessionKind.RACE:
        return ()
    if slot.minutes > SHORT:
        sizes.append(_short(slot, chosen))
    if slot.minutes > WALK or slot.kind is not SessionKind.RECOVERY_WALK:
        sizes.append(_walk())
    return tuple(sizes)


@cache
def _walk() -> Size:
    steps = steady(Do.WALK, WALK * 60).steps(None)
    return Size(WALK, Phrase("title.short_walk", (("minutes", WALK),)), steps)


def _short(slot: Slot, chosen: Chosen | None) -> Size:
    if chosen is None:
        title, steps = Phrase(f"title.strength_{session_of(slot.turn)}"), strength_steps(slot, SHORT * 60)
    else:
        shape = shorter_form(chosen.workout, slot, SHORT * 60)
        title, steps = title_of(chosen.workout, shape, slot), shape.steps(slot.pacing.paces)
    return Size(SHORT, Phrase("title.short", (("minutes", SHORT), ("title", title))), steps)
