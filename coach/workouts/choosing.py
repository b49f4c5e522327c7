"""Which workout of the library a slot gets: the athlete's level, the phase and the turn decide, limits permitting."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from math import inf
from typing import Final

from coach.plan import Phase
from coach.profile import Experience
from coach.session import EASY_RUN, HARD_KINDS, RECOVERY_WALK, SessionKind
from coach.slot import Manner, Pacing, Setting, Slot
from coach.workouts.fitting import Limits, cut_down, fit, fitting
from coach.workouts.library import Workout, library
from coach.workouts.shape import Shape

LEVELS: Final = {
    Experience.NEW: (1, 1),
    Experience.RETURNING: (1, 2),
    Experience.REGULAR: (1, 3),
    Experience.EXPERIENCED: (2, 4),
}
"""The lowest level of hard workouts and the highest level of all for each experience."""
HARDER: Final = frozenset({Phase.BUILD, Phase.PEAK})
"""Phases whose hard workouts leave the easiest level behind; the others leave out the hardest one."""
WORK_SHARE: Final = 3
"""One part in so many of a short session may be work [C]."""
SHORT: Final = 30
"""Minutes below which a session is short."""
ENOUGH: Final = 3
"""Where fewer workouts fit than that, those of all levels take turns."""
PUSH: Final = {Phase.BASE: 0.25, Phase.BUILD: 0.75, Phase.PEAK: 1.0}
"""How much of the room between the smallest and the largest form of a workout a phase uses; elsewhere none."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A workout and the form of it that fits."""

    workout: Workout
    shape: Shape


@dataclass(frozen=True, slots=True, eq=False)
class Suited:
    """The workouts that suit a slot, easiest first, and those of them whose level is ``due`` in its phase.

    All make sense from ``least`` minutes on. One object stays itself and is compared so.
    """

    workouts: tuple[Workout, ...]
    due: tuple[Workout, ...]
    least: int


def limits_of(slot: Slot) -> Limits:
    """The slot's limits of hard work, infinite where there is none."""
    work_s, rep_m = slot.work_s, slot.rep_m
    return Limits(inf if work_s is None else work_s, inf if rep_m is None else int(rep_m))


def choose(slot: Slot, setting: Setting, limits: Limits) -> Chosen:
    """The workout whose turn it is, in the largest form that time, phase and the slot's ``limits`` allow.

    The workouts that fit take turns, easiest first; a second round of the same ones asks for a little more. Where
    none fits, the one whose turn it is is cut down.
    """
    push = PUSH.get(setting.phase, 0.0)
    return _chosen(suited_to(slot, setting), slot.turn, push, slot.minutes * 60, limits, setting.gait)


@lru_cache(maxsize=2048)
def _chosen(suited: Suited, turn: int, push: float, total_s: int, limits: Limits, pacing: Pacing) -> Chosen:
    found = fitting(suited.due, total_s, limits, pacing)
    if len(found) < ENOUGH:
        found = fitting(suited.workouts, total_s, limits, pacing)
    if not found:
        workout = suited.workouts[turn % len(suited.workouts)]
        return Chosen(workout, cut_down(workout, total_s, limits, pacing))
    cycle, place = divmod(turn, len(found))
    if total_s < 60 * SHORT:  # warming up comes first
        limits = Limits(min(limits.work_s, total_s // WORK_SHARE), limits.rep_m)
    shape = fit(found[place], total_s, limits, pacing, min(1.0, push + 0.25 * cycle))
    return Chosen(found[place], shape or cut_down(found[place], total_s, limits, pacing))


def _due(suited: tuple[Workout, ...], experience: Experience, *, harder: bool) -> tuple[Workout, ...]:
    """Those of the levels that a phase asks for: one up when building, one down elsewhere."""
    low, high = LEVELS[experience]
    if low == high:
        return suited
    low, high = (low + 1, high) if harder else (low, high - 1)
    return tuple(workout for workout in suited if low <= workout.level <= high)


def suited_to(slot: Slot, setting: Setting) -> Suited:
    """The workouts of the slot's kind for this athlete, phase, emphasis and equipment; never none."""
    kind = slot.kind
    calm = kind is RECOVERY_WALK and (slot.easy or setting.strolls)
    return _suited(kind, slot.strides > 0, calm, setting.manner)


@lru_cache(maxsize=2048)
def _suited(kind: SessionKind, strides: bool, calm: bool, manner: Manner) -> Suited:  # noqa: FBT001 - the key of a memory
    """Each wish is dropped where it would leave nothing; strides close an easy run only where the week asks."""
    experience, phase, emphasis, paced = manner.experience, manner.phase, manner.emphasis, manner.paced
    low, high = LEVELS[experience]
    found = [
        workout
        for workout in library()[kind]
        if workout.level <= high
        and (manner.gym or not workout.needs)
        and not (workout.raced and emphasis)
        and not (calm and workout.brisk)
        and (kind is not EASY_RUN or (workout.family == "strides") == strides)
    ]
    wishes: tuple[Callable[[Workout], bool], ...] = (
        lambda workout: paced or not workout.by_distance,
        lambda workout: workout.level >= low or kind not in HARD_KINDS,
        lambda workout: not workout.phases or phase in workout.phases,
        lambda workout: not workout.emphases or emphasis is None or emphasis in workout.emphases,
    )
    for keep in wishes:
        found = [workout for workout in found if keep(workout)] or found
    workouts = tuple(found)
    return Suited(workouts, _due(workouts, experience, harder=phase in HARDER), max(each.least for each in workouts))
