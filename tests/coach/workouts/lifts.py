"""Strength entries with defaults, a walk over weeks of them, and strategies for random ones."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from coach.history import Entry, Felt, SetsDone, Status
from coach.profile import Equipment, Experience
from coach.session import SessionKind
from coach.standing import Standing, Standings
from coach.workouts.ladders import all_exercises, ladder, nearest
from coach.workouts.lifting import after_week, beginning
from tests.builders import MONDAY

BODYWEIGHT = frozenset({Equipment.BODYWEIGHT})
EVERYTHING = frozenset(Equipment)


def squats(reps: int | None = 12, felt: str | None = None, **fields: Any) -> SetsDone:  # noqa: ANN401 - any field
    """Two sets of squats."""
    return SetsDone(**{"exercise": "squat", "sets": 2, "reps": reps, "felt": felt and Felt(felt), **fields})


def lifted(*sets: SetsDone, **fields: Any) -> Entry:  # noqa: ANN401 - any field
    """A planned strength session with these sets, or without any."""
    given = {"kind": SessionKind.STRENGTH, "status": Status.DONE, "planned": True, **fields}
    return Entry(**{"date": MONDAY, "exercises": sets, **given})


def standing_of(standings: Standings, exercise: str = "squat") -> Standing:
    """The standing on one ladder."""
    return next(each for each in standings if each.exercise == exercise)


def rung_of(standings: Standings, equipment: frozenset[Equipment] = EVERYTHING, exercise: str = "squat") -> str:
    """The name of the rung on one ladder."""
    return nearest(exercise, standing_of(standings, exercise).rung, equipment).name


def walked(
    weeks: Sequence[Sequence[Entry]],
    equipment: frozenset[Equipment] = EVERYTHING,
    experience: Experience = Experience.REGULAR,
    first: Standings | None = None,
) -> list[Standings]:
    """The standings at the start and after each week of a block."""
    found = [first or beginning(equipment, experience)]
    for number, entries in enumerate(weeks, start=1):
        found.append(after_week(found[-1], entries, equipment, number))
    return found


equipments = st.frozensets(st.sampled_from(Equipment)).map(lambda some: some | BODYWEIGHT)
efforts = st.none() | st.integers(1, 10)


@st.composite
def sets_done(draw: st.DrawFn, *, any_rung: bool = True) -> SetsDone:
    """Sets of any exercise, by repetitions or seconds, of a known or unknown rung, felt somehow."""
    exercise = draw(st.sampled_from(all_exercises()))
    rungs = st.sampled_from([rung.name for rung in ladder(exercise, EVERYTHING)])
    return SetsDone(
        exercise,
        draw(st.integers(1, 4)),
        reps=draw(st.none() | st.integers(1, 20)),
        rung=draw(st.none() | rungs) if any_rung else None,
        felt=draw(st.none() | st.sampled_from(Felt)),
    )


@st.composite
def sessions(draw: st.DrawFn, *, any_rung: bool = True) -> Entry:
    """A strength session with any sets, or none."""
    status = draw(st.sampled_from([Status.DONE, Status.PARTIAL, Status.SKIPPED]))
    done = draw(st.lists(sets_done(any_rung=any_rung), max_size=3)) if status is not Status.SKIPPED else []
    return lifted(*done, status=status, rpe=draw(efforts), planned=draw(st.booleans()))


def weeks_of(*, any_rung: bool = True) -> st.SearchStrategy[list[list[Entry]]]:
    """Up to a block of weeks with up to two sessions each."""
    return st.lists(st.lists(sessions(any_rung=any_rung), max_size=2), max_size=12)


def on_days(weeks: Sequence[Sequence[Entry]]) -> list[Entry]:
    """The entries of weeks on their days: the first of each on Monday, the second on Thursday."""
    return [
        replace(entry, date=MONDAY + dt.timedelta(days=7 * week + 3 * number))
        for week, entries in enumerate(weeks)
        for number, entry in enumerate(entries)
    ]
