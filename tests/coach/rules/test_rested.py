"""Two weeks that felt much easier than meant let the plan climb at the full step, never beyond it (C2)."""

from dataclasses import replace

import pytest

from coach.history import Entry
from coach.planning import plan
from coach.planning.log import read_log
from coach.planning.signs import rested
from coach.session import RUN_KINDS
from coach.slot import Zone
from tests.builders import MONDAY, an_athlete, an_entry
from tests.coach.rules.story import DAY, broken, followed, metres

RUNNER = an_athlete(weeks=16)
TODAY = MONDAY + 14 * DAY
SPEEDS = {Zone.WALK: 92.0, Zone.EASY: 150.0}


def felt(history: tuple[Entry, ...], points: int) -> tuple[Entry, ...]:
    """The same runs, so many points under the low end of their target."""
    return tuple(
        replace(e, rpe=max(1, e.target_rpe[0] - points)) if e.kind in RUN_KINDS and e.target_rpe else e for e in history
    )


@pytest.fixture(scope="module")
def past() -> tuple[Entry, ...]:
    """Two weeks done exactly as planned."""
    return followed(RUNNER, TODAY)


def test_two_easy_weeks_let_the_next_ones_grow_faster(past: tuple[Entry, ...]) -> None:
    calm, eager = (plan(RUNNER, felt(past, points), TODAY) for points in (0, 2))
    assert metres(eager, TODAY, 35) > metres(calm, TODAY, 35)
    assert all(b >= a for a, b in ((metres(calm, day), metres(eager, day)) for day in (TODAY, TODAY + 14 * DAY)))


def test_faster_growth_never_breaks_a_limit(past: tuple[Entry, ...]) -> None:
    made = plan(RUNNER, felt(past, 2), TODAY)
    assert broken(RUNNER, felt(past, 2), made) == []


def test_one_point_easier_changes_nothing(past: tuple[Entry, ...]) -> None:
    assert plan(RUNNER, felt(past, 1), TODAY).weeks == plan(RUNNER, past, TODAY).weeks


def runs(*days: int, rpe: int = 1) -> tuple[Entry, ...]:
    """Runs so many days ago, felt so hard against a target of 3 to 4."""
    return tuple(an_entry(TODAY - day * DAY, rpe=rpe) for day in sorted(days, reverse=True))


@pytest.mark.parametrize(
    ("history", "easy"),
    [
        (runs(1, 3, 8, 10), True),
        (runs(1, 3, 10), False),
        (runs(1, 2, 3, 4, 5), False),
        ((*runs(8, 10), an_entry(TODAY - 5 * DAY, rpe=4), *runs(1, 3)), False),
        (runs(15, 17, 20, 22), False),
        ((), False),
    ],
    ids=["four in two weeks", "too few", "one week only", "one as meant", "too long ago", "nothing"],
)
def test_two_weeks_of_rated_runs_are_needed(history: tuple[Entry, ...], *, easy: bool) -> None:
    log = read_log(history, TODAY, SPEEDS)
    assert rested(log, TODAY.toordinal()) is easy
