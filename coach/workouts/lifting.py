"""What logged sets mean: how a week of strength moves an athlete on the ladders (W7).

The calendar decides the dose, what was logged decides the rung. A week is judged when it is over:

- the top of the range in two weeks, with two repetitions in reserve: one rung up;
- too hard in two sessions in a row, or a pain: one rung down, on the lowest rung one set fewer instead;
- a week done as planned: the next week asks for more repetitions on the same rung, and for the top of the range from
  the third week on, so that four weeks as planned climb one rung;
- three weeks without strength: from the bottom of the range again; eight: one rung down as well [C].

Two weeks and not two sessions, because tendons get used to a load more slowly than muscles [C]. A session that was
logged without its sets counts as done as planned, unless it felt too hard for two repetitions in reserve.
"""

from collections.abc import Iterable, Sequence
from enum import IntEnum
from functools import cache
from typing import Final

from coach.history import Entry, Felt, SetsDone, Status
from coach.memories import of_people
from coach.profile import Equipment, Experience
from coach.session import STRENGTH
from coach.standing import Moved, Standing, Standings
from coach.workouts.ladders import (
    HOLD_S,
    LAST_PLACE,
    TOP_PLACE,
    all_exercises,
    dose,
    position_of,
    reps_at,
    rung_above,
    rung_below,
    start_at,
    whole_ladder,
)

TWO_IN_RESERVE: Final = 8
"""The highest effort of a session that leaves two repetitions in reserve (10 minus effort)."""
TOPS: Final = 2
"""Weeks at the top of the range that lead one rung up."""
HARDS: Final = 2
"""Sessions in a row that were too hard and lead one rung down."""
BEGIN_AGAIN: Final = 3
"""Weeks without strength after which repetitions begin at the bottom of their range."""
LONG_PAUSE: Final = 8
"""Weeks without strength after which a rung is lost."""


class Mark(IntEnum):
    """How one exercise went in one session, worst first."""

    PAIN = 0
    HARD = 1
    LESS = 2
    """Less than was asked, or an easier form: neither up nor down."""
    UNSEEN = 3
    """A session that went well and says nothing about this exercise: it counts for it, and answers no hard one."""
    PLANNED = 4
    TOP = 5


PAIN, HARD, LESS, UNSEEN, PLANNED, TOP = Mark
"""By plain names, as kinds of sessions."""
AS_PLANNED: Final = (UNSEEN,)
HAPPENED: Final = frozenset({Status.DONE, Status.PARTIAL})


@cache
def beginning(equipment: frozenset[Equipment], experience: Experience) -> Standings:
    """The standings of an athlete of whom nothing is logged."""
    return tuple(Standing(exercise, start_at(exercise, equipment, experience)) for exercise in all_exercises())


@cache
def as_planned(equipment: frozenset[Equipment], experience: Experience, week: int) -> Standings:
    """The standings in a week of the block, counted from 1, where everything before it went as planned."""
    standings = beginning(equipment, experience)
    for _ in range(1, week):
        standings = after_week(standings, (), equipment, 1, ahead=True)
    return standings


def after_week(
    standings: Standings, entries: Sequence[Entry], equipment: frozenset[Equipment], week: int, *, ahead: bool = False
) -> Standings:
    """The standings after a ``week`` of the block (from 1) with its ``entries``, oldest first.

    ``ahead`` says that strength is still planned in it, which is taken as done as written.
    """
    if not entries:
        return _marked(standings, AS_PLANNED if ahead else (), equipment)
    lifted = tuple([entry for entry in entries if entry.exercises or entry.kind is STRENGTH])
    if any(entry.exercises for entry in lifted):
        return tuple(_after(standing, lifted, equipment, week, ahead=ahead) for standing in standings)
    marks = [mark for entry in lifted if (mark := _by_session(entry)) is not None]
    return _marked(standings, (*marks, UNSEEN) if ahead else tuple(marks), equipment)


@of_people(2048)
def _marked(standings: Standings, marks: tuple[Mark, ...], equipment: frozenset[Equipment]) -> Standings:
    """The standings after a week whose sessions say the same of every exercise; without a mark it had no strength."""
    if not marks:
        return tuple(_idle(standing, equipment) for standing in standings)
    return tuple(closed(standing, marks, equipment) for standing in standings)


def _after(
    standing: Standing, entries: Iterable[Entry], equipment: frozenset[Equipment], week: int, *, ahead: bool
) -> Standing:
    marks = [mark for entry in entries if (mark := mark_of(standing, entry, week)) is not None]
    if ahead:
        marks.append(UNSEEN)
    if not marks:
        return _idle(standing, equipment)
    if min(marks) > HARD:
        standing = _climbed_by_choice(standing, entries, equipment)
    return closed(standing, marks, equipment)


def mark_of(standing: Standing, entry: Entry, week: int) -> Mark | None:
    """How the exercise of a standing went in one session; ``None`` where the session says nothing about it."""
    sets = [done for done in entry.exercises if done.exercise == standing.exercise]
    if not sets:
        return _by_session(entry)
    felt = {done.felt for done in sets}
    if Felt.PAIN in felt or Felt.HARD in felt:
        return PAIN if Felt.PAIN in felt else HARD
    if _too_hard(entry) or any(_position(done, standing) < standing.rung for done in sets):
        return LESS
    return TOP if Felt.EASY in felt else _by_amount(standing, sets, week)


def _by_session(entry: Entry) -> Mark | None:
    """A session without sets of this exercise: as planned, where it was done and may have held it."""
    if entry.kind is not STRENGTH or entry.status not in HAPPENED:
        return None
    if entry.exercises and not _to_its_end(entry):
        return None
    return LESS if _too_hard(entry) else UNSEEN


def _to_its_end(entry: Entry) -> bool:
    """A guided session done to its end counts for what the plan itself had left out; a list in words does not."""
    return entry.planned and entry.status is Status.DONE and all(done.rung for done in entry.exercises)


def _too_hard(entry: Entry) -> bool:
    return entry.rpe is not None and entry.rpe > TWO_IN_RESERVE


def _by_amount(standing: Standing, sets: Sequence[SetsDone], week: int) -> Mark:
    """Against what is asked for and the top of the range; by the weakest set."""
    reps, seconds = [done.reps for done in sets if done.reps], [done.seconds for done in sets if done.seconds]
    if not reps and not seconds:
        return PLANNED
    amount, rung = dose(week), whole_ladder(standing.exercise)[standing.rung]
    sides = 2 if rung.sides else 1
    if reps:
        done, asked, top = min(reps), reps_at(amount, standing.place), amount.reps[1]
    else:
        done, asked, top = min(seconds), sides * HOLD_S[standing.place], sides * HOLD_S[-1]
    if done >= top:
        return TOP
    return PLANNED if done >= asked else LESS


def _position(done: SetsDone, standing: Standing) -> int:
    found = None if done.rung is None else position_of(done.exercise, done.rung)
    return standing.rung if found is None else found


def _climbed_by_choice(standing: Standing, entries: Iterable[Entry], equipment: frozenset[Equipment]) -> Standing:
    """Somebody who did a harder form on their own stands on it, one rung up at most."""
    done = [sets for entry in entries for sets in entry.exercises if sets.exercise == standing.exercise]
    higher = [sets for sets in done if _position(sets, standing) > standing.rung and _is_fine(sets)]
    if not higher:
        return standing
    rung = rung_above(standing.exercise, standing.rung, equipment)
    return standing._replace(rung=rung, place=0, tops=0, hards=0, eased=False)


def _is_fine(done: SetsDone) -> bool:
    return done.felt not in {Felt.HARD, Felt.PAIN}


def closed(standing: Standing, marks: Iterable[Mark], equipment: frozenset[Equipment]) -> Standing:
    """The standing after a week with these marks, oldest first: at most one rung up or down."""
    hards, best = standing.hards, PAIN
    for mark in marks:
        hards = hards + 1 if mark is HARD else 0 if mark > UNSEEN else hards
        if mark is PAIN or hards >= HARDS:
            return _down(standing, Moved.PAIN if mark is PAIN else Moved.HARD, equipment)
        best = max(best, mark)
    asked_top = best >= UNSEEN and standing.place >= TOP_PLACE
    tops = standing.tops + (best is TOP or asked_top)
    if tops >= TOPS:
        return _up(standing, equipment)
    place = min(LAST_PLACE, standing.place + (best >= UNSEEN))
    return standing._replace(place=place, tops=tops, hards=hards, idle=0, moved=None)


def _up(standing: Standing, equipment: frozenset[Equipment]) -> Standing:
    if standing.eased:
        return Standing(standing.exercise, standing.rung)
    rung = rung_above(standing.exercise, standing.rung, equipment)
    early = standing.place < LAST_PLACE and rung != standing.rung
    return Standing(standing.exercise, rung, moved=Moved.EASY if early else None)


def _down(standing: Standing, why: Moved, equipment: frozenset[Equipment]) -> Standing:
    rung = rung_below(standing.exercise, standing.rung, equipment)
    return Standing(standing.exercise, rung, eased=rung == standing.rung, moved=why)


def _idle(standing: Standing, equipment: frozenset[Equipment]) -> Standing:
    idle = standing.idle + 1
    if idle < BEGIN_AGAIN:
        return standing._replace(idle=idle, moved=None)
    if idle == LONG_PAUSE:
        rung = rung_below(standing.exercise, standing.rung, equipment)
        lost = Moved.PAUSE if rung != standing.rung else None
        return standing._replace(rung=rung, place=0, tops=0, hards=0, idle=idle, moved=lost)
    return standing._replace(place=0, tops=0, idle=idle, moved=None)
