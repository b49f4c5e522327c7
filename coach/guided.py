"""A strength session on the way through its sets: what comes now, what was done, and what either means.

A value like every other: each function takes one and gives the next, so that a session can be stored after every set,
go on after a restart, and be tested without a chat. What comes now is never stored: it is the first exercise with sets
left to do.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from coach.history import Felt, SetsDone, Status
from coach.profile import Equipment
from coach.session import Session, StrengthPart
from coach.units import Seconds
from coach.workouts.ladders import (
    Rung,
    instead_of,
    nearest,
    position_of,
    rung_below,
    strained,
    whole_ladder,
)
from coach.workouts.strength import REP_S

EASIER: Final = 2 / 3
"""What is left of the repetitions of the next sets after one that was too hard [C]."""
HARDER: Final = 2
"""Repetitions that the next sets get on top after one that was too easy [C]."""
LONGER_S: Final = 5
"""The same for a hold (seconds)."""
NEARLY_ALL: Final = 0.8
"""The share of a session's minutes from which it counts as done."""
MOST_OFFERS: Final = 4
MOST_OTHERS: Final = 2


@dataclass(frozen=True, slots=True)
class Task:
    """Sets of one exercise to do: so many repetitions or seconds each, both sides together where there are two.

    ``left`` says that the sets still open will not be done.
    """

    exercise: str
    rung: str
    sets: int
    rest_s: int
    reps: int | None = None
    seconds: int | None = None
    left: bool = False

    @property
    def is_filler(self) -> bool:
        """Whether it is the warm-up or the mobility at the end, which count as no exercise."""
        return self.exercise == self.rung

    @property
    def takes_s(self) -> int:
        """Seconds that a set of it takes."""
        return self.seconds or REP_S * (self.reps or 0)

    @property
    def form(self) -> Rung:
        """The form of the exercise by its ladder."""
        at = position_of(self.exercise, self.rung)
        return Rung(self.rung, hold=self.seconds is not None) if at is None else whole_ladder(self.exercise)[at]


@dataclass(frozen=True, slots=True)
class DoneSet:
    """One set as it was done; ``task`` counts the session's tasks from 0."""

    task: int
    reps: int | None = None
    seconds: int | None = None
    load_kg: float | None = None
    felt: Felt = Felt.RIGHT


@dataclass(frozen=True, slots=True)
class Guided:
    """The session: its tasks in order, the sets done so far, and the exercises left because they hurt."""

    tasks: tuple[Task, ...]
    sets: tuple[DoneSet, ...] = ()
    hurt: tuple[str, ...] = ()

    @property
    def at(self) -> int | None:
        """The task that comes now; ``None`` where nothing is left to do."""
        open_ = (n for n, task in enumerate(self.tasks) if not task.left and self.done_of(n) < task.sets)
        return next(open_, None)

    @property
    def task(self) -> Task | None:
        """What comes now; after a set that was too hard it asks for less, after one too easy for a little more."""
        at = self.at
        if at is None:
            return None
        task = self.tasks[at]
        for done in self.sets:
            task = _adjusted(task, done.felt) if done.task == at else task
        return task

    def done_of(self, task: int) -> int:
        """How many sets of a task are done."""
        return sum(done.task == task for done in self.sets)

    @property
    def lifted(self) -> int:
        """Sets done, warm-up and mobility left out."""
        return sum(not self.tasks[done.task].is_filler for done in self.sets)

    @property
    def is_whole(self) -> bool:
        """Whether every set that was planned is done."""
        return self.at is None and not any(task.left for task in self.tasks)


@dataclass(frozen=True, slots=True)
class Offer:
    """What an exercise may be swapped for; ``why`` is ``equipment``, ``easier`` or ``other``."""

    why: str
    exercise: str
    rung: str


def begin(session: Session) -> Guided:
    """A session before its first set."""
    parts = [part for step in session.steps for part in step.parts if isinstance(part, StrengthPart)]
    tasks = (Task(part.exercise, part.rung, part.sets, part.rest_s, part.reps, part.seconds) for part in parts)
    return Guided(tuple(tasks))


def do_set(
    guided: Guided, felt: Felt = Felt.RIGHT, *, amount: int | None = None, load_kg: float | None = None
) -> Guided:
    """One set more, as it was asked for or with another ``amount`` of repetitions or seconds."""
    at, task = guided.at, guided.task
    if at is None or task is None:
        return guided
    reps = None if task.reps is None else amount or task.reps
    seconds = None if task.reps is not None else amount or task.seconds
    done = DoneSet(at, reps, seconds, load_kg, felt)
    return replace(guided, sets=(*guided.sets, done))


def take_back(guided: Guided) -> Guided:
    """Without the last set."""
    return replace(guided, sets=guided.sets[:-1])


def leave(guided: Guided) -> Guided:
    """The exercise that comes now is left as it is, the next one follows."""
    at = guided.at
    if at is None:
        return guided
    return replace(guided, tasks=_changed(guided.tasks, at, replace(guided.tasks[at], left=True)))


def swap(guided: Guided, offer: Offer) -> Guided:
    """The sets still open of the exercise that comes now become sets of another one."""
    at, task = guided.at, guided.task
    if at is None or task is None:
        return guided
    done = guided.done_of(at)
    new = _task_of(offer, task, task.sets - done)
    if not done:
        return replace(guided, tasks=_changed(guided.tasks, at, new))
    tasks = (*guided.tasks[:at], replace(guided.tasks[at], sets=done), new, *guided.tasks[at + 1 :])
    moved = (replace(each, task=each.task + (each.task > at)) for each in guided.sets)
    return replace(guided, tasks=tasks, sets=tuple(moved))


def offers(guided: Guided, equipment: frozenset[Equipment]) -> tuple[Offer, ...]:
    """What the exercise that comes now may be swapped for: without equipment, easier, another one for the same job."""
    task = guided.task
    if task is None or task.is_filler:
        return ()
    return tuple(dict.fromkeys((*_same(task, equipment), *_others(guided, task, equipment))))[:MOST_OFFERS]


def spare(guided: Guided, area: str, equipment: frozenset[Equipment]) -> Guided:
    """The session without what strains a part of the body that hurts; where it can, another exercise steps in.

    Of the exercise that comes now it is kept that it hurt.
    """
    task, loads = guided.task, strained(area)
    if task is not None and not task.is_filler:
        guided = replace(guided, hurt=(*guided.hurt, task.exercise))
        spared = [offer for offer in _others(guided, task, equipment, most=9) if offer.exercise not in loads]
        guided = swap(guided, spared[0]) if spared else leave(guided)
    tasks = (
        replace(each, left=True) if each.exercise in loads and guided.done_of(n) < each.sets else each
        for n, each in enumerate(guided.tasks)
    )
    return replace(guided, tasks=tuple(tasks))


def sets_done(guided: Guided) -> tuple[SetsDone, ...]:
    """What the log keeps: each exercise once in each form, by its weakest set and by how it felt worst."""
    forms = dict.fromkeys(
        (task.exercise, task.rung) for task in (guided.tasks[done.task] for done in guided.sets) if not task.is_filler
    )
    found = [_together(guided, exercise, rung) for exercise, rung in forms]
    unseen = set(guided.hurt) - {exercise for exercise, _ in forms}
    return (*found, *(SetsDone(exercise, 0, felt=Felt.PAIN) for exercise in guided.hurt if exercise in unseen))


def minutes_of(guided: Guided, session: Session) -> float:
    """Whole minutes of what was done: sets with their rests; all that was planned where everything is done."""
    if guided.is_whole:
        spent = sum(task.sets * (task.takes_s + task.rest_s) for task in guided.tasks)
    else:
        spent = sum(_length(done) + guided.tasks[done.task].rest_s for done in guided.sets)
    return float(max(1, round(min(60.0 * session.minutes, spent) / 60)))


def status_of(guided: Guided, session: Session) -> Status:
    """Done with its last set; in part where sets are left, or where a shorter size was all there was."""
    whole = guided.is_whole and minutes_of(guided, session) >= NEARLY_ALL * session.minutes
    return Status.DONE if whole else Status.PARTIAL


def _length(done: DoneSet) -> int:
    return done.seconds or REP_S * (done.reps or 0)


def _together(guided: Guided, exercise: str, rung: str) -> SetsDone:
    sets = [d for d in guided.sets if (guided.tasks[d.task].exercise, guided.tasks[d.task].rung) == (exercise, rung)]
    felts = {done.felt for done in sets} | ({Felt.PAIN} if exercise in guided.hurt else set())
    worst = next(felt for felt in (Felt.PAIN, Felt.HARD, Felt.EASY, Felt.RIGHT) if felt in felts)
    seconds = _least(done.seconds for done in sets)
    return SetsDone(
        exercise,
        len(sets),
        _least(done.reps for done in sets),
        None if seconds is None else Seconds(seconds),
        max((done.load_kg for done in sets if done.load_kg is not None), default=None),
        rung,
        worst,
    )


def _least(values: Iterable[int | None]) -> int | None:
    return min((value for value in values if value is not None), default=None)


def _changed(tasks: tuple[Task, ...], at: int, task: Task) -> tuple[Task, ...]:
    return (*tasks[:at], task, *tasks[at + 1 :])


def _adjusted(task: Task, felt: Felt) -> Task:
    """The task with what its next sets ask for."""
    if task.is_filler or felt not in {Felt.EASY, Felt.HARD}:
        return task
    if task.reps is not None:
        return replace(task, reps=task.reps + HARDER if felt is Felt.EASY else max(1, round(task.reps * EASIER)))
    held = task.seconds or 0
    return replace(task, seconds=held + LONGER_S if felt is Felt.EASY else max(LONGER_S, round(held * EASIER / 5) * 5))


def _same(task: Task, equipment: frozenset[Equipment]) -> list[Offer]:
    """Other forms of the same exercise: one that needs nothing, and an easier one."""
    at = position_of(task.exercise, task.rung)
    if at is None:
        return []
    found: list[Offer] = []
    if whole_ladder(task.exercise)[at].needs:
        found.append(Offer("equipment", task.exercise, nearest(task.exercise, at, frozenset()).name))
    below = rung_below(task.exercise, at, equipment)
    easier = whole_ladder(task.exercise)[below].name
    if below < at and easier not in {offer.rung for offer in found}:
        found.append(Offer("easier", task.exercise, easier))
    return found


def _others(guided: Guided, task: Task, equipment: frozenset[Equipment], most: int = MOST_OTHERS) -> list[Offer]:
    """Exercises for the same job that the session does not hold, on a low rung."""
    held = {each.exercise for each in guided.tasks}
    free = [exercise for exercise in instead_of(task.exercise) if exercise not in held]
    return [Offer("other", exercise, nearest(exercise, 1, equipment).name) for exercise in free[:most]]


def _task_of(offer: Offer, task: Task, sets: int) -> Task:
    """The same sets of another exercise; from repetitions to a hold and back by the time that they take."""
    at = position_of(offer.exercise, offer.rung)
    rung = Rung(offer.rung) if at is None else whole_ladder(offer.exercise)[at]
    if rung.hold:
        seconds = task.seconds or 30 * (2 if rung.sides else 1)
        return Task(offer.exercise, offer.rung, sets, task.rest_s, seconds=seconds)
    return Task(offer.exercise, offer.rung, sets, task.rest_s, reps=task.reps or 12)
