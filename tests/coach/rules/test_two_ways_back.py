"""Who comes back twice comes back by the weeks before the second break, not by those before the first (C1)."""

import datetime as dt

import pytest

from coach.history import Entry
from coach.planning import plan
from coach.units import Metres
from tests.builders import MONDAY, a_check_in, an_athlete
from tests.coach.rules.story import DAY, followed, metres, missed, sessions_of

RUNNER = an_athlete(weeks=16, weekly_distance_m=Metres(40_000), longest_run_m=Metres(12_000))
"""Somebody who says that they run twice as much as they are back to after a week off."""


def back_once() -> tuple[Entry, ...]:
    """Three weeks: the first of them missed."""
    away = missed(plan(RUNNER, (), MONDAY), MONDAY, 8)
    return followed(RUNNER, MONDAY + 22 * DAY, away)


def in_pain(first: dt.date, days: int) -> tuple[Entry, ...]:
    """So many days of a pain that allows no run, then two without."""
    bad = tuple(a_check_in(first + n * DAY, pain=7) for n in range(days))
    return (*bad, *(a_check_in(first + (days + n) * DAY, pain=0) for n in range(2)))


@pytest.mark.parametrize("days", [2, 4])
def test_a_second_way_back_keeps_its_share_of_the_week_it_breaks_off(days: int) -> None:
    past, first = back_once(), MONDAY + 22 * DAY
    hurt = (*past, *in_pain(first, days))
    back = first + (days + 1) * DAY
    monday = back + (7 - back.weekday()) * DAY
    calm = plan(RUNNER, past, first)
    sore = plan(RUNNER, hurt, back)
    assert sessions_of(sore, monday, 7)
    assert metres(sore, monday) <= 0.82 * metres(calm, monday)
