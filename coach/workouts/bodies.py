"""What a session is apart from its day and its reason: made once for all days that ask for the same."""

from dataclasses import dataclass
from functools import cache, lru_cache
from math import inf
from typing import Final

from coach.phrases import Phrase
from coach.session import CROSS_TRAINING, LONG_RUN, RECOVERY_WALK, RUN_WALK, Do, Intensity, SessionKind, Size, Step
from coach.slot import Pacing, Zone
from coach.units import Metres, Minutes
from coach.values import value
from coach.workouts.efforts import (
    BRISK,
    BRISK_EFFORT,
    KIND_EFFORT,
    PACED,
    WORK_ZONES,
    WORKED,
    ZONE_EFFORT,
    Range,
    intensity_of,
    whole_metres,
)
from coach.workouts.fitting import Limits, loosened, warm_and_cool, work_in
from coach.workouts.fitting import easy as only_easy
from coach.workouts.forms import FITTED_KINDS, filled, shorter_form
from coach.workouts.gentle import steady
from coach.workouts.library import Workout
from coach.workouts.moves import Told, moved_in
from coach.workouts.rungs import hints_of, rung_of
from coach.workouts.shape import Shape
from coach.workouts.strength import Ask, held_in, session_of, strength_steps
from coach.workouts.telling import cues_of, plain, title_of

SHORT: Final = Minutes(20)
"""The first shorter size of every session."""
SHORT_WORK_S: Final = SHORT * 60 - sum(warm_and_cool(SHORT * 60))
"""The most work that it has room for (seconds)."""
WALK: Final = Minutes(10)
"""The last resort of every session: a walk, which keeps the habit."""
SLOWEST_FIRST: Final = tuple(Zone)
"""The efforts in order."""
MARATHON, REPETITION = Zone.MARATHON, Zone.REPETITION
STEADY: Final = "long_finish"
"""The family of long runs with a steady part; where it is left out they are long runs like others."""


@value
class Pattern:
    """What a workout in a shape is for every athlete; ``shown`` is the zone whose pace and heart rate are shown."""

    title: Phrase
    intensity: Intensity
    effort: Range
    shown: Zone | None
    cues: tuple[Phrase, ...]
    why: str


@value
class Body:
    """All of a session but its day, its reason and its heart rates, made once for all days that ask for the same."""

    pattern: Pattern
    steps: tuple[Step, ...]
    distance_m: Metres | None
    shorter: tuple[Size, ...]


@lru_cache(maxsize=2048)
def fitted_body(workout: Workout, shape: Shape, limits: Limits, pacing: Pacing) -> Body:
    """The body of a hard session; ``limits`` as far as its shorter size can reach them."""
    shorter = (short_walk(),) if shape.seconds <= SHORT * 60 else _fitted_sizes(workout, shape, limits, pacing)
    return _body(workout, shape, pacing, shorter)


@lru_cache(maxsize=2048)
def filled_body(
    workout: Workout,
    minutes: int,
    strides: int,
    stage: int | None,
    run_s: int | None,
    pacing: Pacing,
    easy: bool,  # noqa: FBT001 - the key of a memory
) -> Body:
    """The body of a session that takes whatever time there is; ``easy`` leaves out what a long run may end with."""
    form, *less = _filled_forms(workout, minutes, strides, stage, run_s, easy)
    walk = (short_walk(),) if minutes > WALK else ()
    return _body(workout, form, pacing, _short_sizes(workout, *less, pacing) if less else walk)


@lru_cache(maxsize=2048)
def _filled_forms(
    workout: Workout,
    minutes: int,
    strides: int,
    stage: int | None,
    run_s: int | None,
    easy: bool,  # noqa: FBT001 - the key of a memory
) -> tuple[Shape, ...]:
    """The form of such a session and, where it is longer, that of its shorter size."""
    sizes = (minutes, SHORT) if minutes > SHORT else (minutes,)
    return tuple(only_easy(size * 60) if easy else filled(workout, size * 60, strides, stage, run_s) for size in sizes)


def _body(workout: Workout, shape: Shape, pacing: Pacing, shorter: tuple[Size, ...]) -> Body:
    steps = shape.steps(pacing.paces) if pacing.paces else _by_effort(shape)
    metres = None if workout.kind is CROSS_TRAINING else whole_metres(shape.metres(pacing))
    return Body(_pattern(workout, shape), steps, metres, shorter)


@lru_cache(maxsize=2048)
def _pattern(workout: Workout, shape: Shape) -> Pattern:
    steady = workout.family == STEADY and _holds(shape, Zone.MARATHON)
    effort, shown = _asked(workout, shape)
    return Pattern(
        title=title_of(workout, shape),
        intensity=intensity_of(workout.kind, steady=steady),
        effort=effort,
        shown=shown,
        cues=hints_of(shape.main, cues_of(workout)) if workout.kind is RUN_WALK else cues_of(workout),
        why=_reasons_of(workout, shape, steady=steady),
    )


def _reasons_of(workout: Workout, shape: Shape, *, steady: bool) -> str:
    """The group of reasons of a workout in a shape."""
    if workout.kind is RUN_WALK:
        return rung_of(shape.main)
    return workout.why if steady or workout.family != STEADY else "long"


@dataclass(frozen=True, slots=True)
class Lifts:
    """What a strength session is made of; ``told`` is the rung that moved, where one did."""

    title: Phrase
    steps: tuple[Step, ...]
    shorter: tuple[Size, ...]
    told: Told | None
    workout: str


@lru_cache(maxsize=2048)
def lifts(ask: Ask, minutes: int) -> Lifts:
    """The exercises of so many minutes; shorter, twenty minutes of the same, then a ten-minute walk."""
    name, steps = f"strength_{session_of(ask.turn)}", strength_steps(ask, minutes * 60)
    title = plain(f"title.{name}")
    less = (Size(SHORT, shortened(title), strength_steps(ask, SHORT * 60)),) if minutes > SHORT else ()
    return Lifts(title, steps, (*less, short_walk()), moved_in(ask.standings, held_in(steps)), name)


@lru_cache(maxsize=2048)
def _by_effort(shape: Shape) -> tuple[Step, ...]:
    """The steps of a shape without paces: one tuple for everybody, so that what is written of it is remembered."""
    return shape.steps(None)


def _holds(shape: Shape, zone: Zone) -> bool:
    return any(stretch.zone is zone for each in shape.main for stretch in each.stretches)


def _asked(workout: Workout, shape: Shape) -> tuple[Range, Zone | None]:
    """The effort and zone that the work of a hard run asks for, down to nothing hard; elsewhere what the kind does."""
    kind, shown = workout.kind, _shown_zone(workout.kind, workout)
    if kind is RECOVERY_WALK and _holds(shape, BRISK):
        return BRISK_EFFORT, shown
    if kind not in FITTED_KINDS:
        return KIND_EFFORT[kind], shown
    zones = {stretch.zone for each in shape.main for stretch in each.stretches if stretch.do in WORKED}
    hardest = max(zones, key=SLOWEST_FIRST.index, default=Zone.EASY)
    easy = hardest not in WORK_ZONES
    return ZONE_EFFORT[hardest], Zone.EASY if easy else shown


def _shown_zone(kind: SessionKind, workout: Workout) -> Zone | None:
    """The zone whose pace and heart rate a session shows; fartlek goes by feel."""
    if workout.family.startswith("fartlek"):
        return None
    return Zone.REPETITION if workout.family.startswith("repetitions") else PACED.get(kind)


def within_short(limits: Limits, pacing: Pacing) -> Limits:
    """The limits as far as twenty minutes can reach them, so that the same shorter size is made once."""
    rep_m = limits.rep_m if limits.rep_m * 60 < SHORT_WORK_S * pacing.speeds[REPETITION] else inf
    return Limits(min(limits.work_s, SHORT_WORK_S), rep_m)


def _fitted_sizes(workout: Workout, shape: Shape, limits: Limits, pacing: Pacing) -> tuple[Size, ...]:
    """Shorter is never more work than the whole session."""
    less, who = loosened((workout,), Limits(min(limits.work_s, work_in(shape.main)), limits.rep_m), pacing)
    return _short_sizes(workout, shorter_form(workout, SHORT * 60, less, who), pacing)


@lru_cache(maxsize=2048)
def _short_sizes(workout: Workout, shape: Shape, pacing: Pacing) -> tuple[Size, ...]:
    return Size(SHORT, _short_title(workout, shape), shape.steps(pacing.paces)), short_walk()


@lru_cache(maxsize=2048)
def _short_title(workout: Workout, shape: Shape) -> Phrase:
    """Of a long run twenty minutes are an easy run, but for one with a steady end that finds room in them."""
    plainly = workout.kind is LONG_RUN and not _holds(shape, MARATHON)
    return shortened(plain("title.easy_run") if plainly else title_of(workout, shape))


@cache
def short_walk() -> Size:
    """Ten minutes of walking: the last resort of every session."""
    steps = steady(Do.WALK, WALK * 60).steps(None)
    return Size(WALK, Phrase("title.short_walk", (("minutes", WALK),)), steps)


@lru_cache(maxsize=2048)
def shortened(title: Phrase) -> Phrase:
    """The title of a session's first shorter size."""
    return Phrase("title.short", (("minutes", SHORT), ("title", title)))
