"""A short break of which nothing is said changes the plan once: the run that ends it changes nothing more (C1, C7)."""

import pytest

from coach.session import RUN_KINDS, Session, SessionKind
from tests.coach.rules.athletes import as_planned
from tests.coach.rules.choosers import Chooser, seeded
from tests.coach.rules.ground import DAY, monday
from tests.coach.rules.living import Life, changed, sessions, shown, told
from tests.coach.rules.test_decided_once import a_runner

LONG_BREAK = 8
SEEDS = tuple(60_000_000 + n for n in (1, 3, 6, 8, 9, 11, 13, 15, 16, 18, 24, 25))
"""Runners without a race in the way, whose days hold a run between four and seven days after one."""


def today(life: Life) -> list[Session]:
    """What the morning holds."""
    made = life.morning()
    return [s for s in sessions(made) if s.date == life.today and s.kind is not SessionKind.RACE]


def falls_silent(life: Life, days: int) -> bool:
    """Whether so many days pass after the first run missed, one of them a run's, before a week is too long."""
    for _ in range(7):
        if any(s.kind in RUN_KINDS for s in today(life)):
            break
        life.reports(*map(as_planned, today(life)))
        life.evening()
    for _ in range(days):
        life.morning()
        life.evening()
    for off in range(days, LONG_BREAK):
        if any(s.kind in RUN_KINDS for s in today(life)):
            return off < LONG_BREAK
        life.evening()
    return False


@pytest.mark.parametrize("seed", SEEDS)
def test_the_run_that_ends_it_changes_nothing_more(seed: int) -> None:
    pick: Chooser = seeded(seed)
    life = a_runner(pick)
    assert falls_silent(life, pick.whole(4, 6))
    stands, end = shown(life.planned(), life.today + DAY), monday(life.today) + 7 * DAY
    life.reports(*map(as_planned, today(life)))
    life.evening()
    now = shown(life.morning(), life.today)
    days = [day for day in changed(stands, now) if day < end]
    assert told(days, stands, now) == []
