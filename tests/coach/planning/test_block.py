"""Blocks follow each other; each knows its race and its phases."""

import datetime as dt

import pytest

from coach.plan import Phase
from coach.planning.block import block_at
from coach.profile import Goal, Profile
from tests.builders import MONDAY, a_day, an_athlete

WEEK = dt.timedelta(weeks=1)


def racing(week: int, **fields: object) -> Profile:
    """Somebody who races on the Sunday of a week, with no length of plan given."""
    return an_athlete(weeks=None, race_date=a_day(week, "sun"), **{"goal": Goal.TEN_K, **fields})


def test_an_open_goal_runs_in_blocks_of_twelve_weeks() -> None:
    block = block_at(an_athlete(weeks=None), MONDAY + 12 * WEEK)
    assert (block.number, block.weeks) == (1, 12)
    assert block.monday == (MONDAY + 12 * WEEK).toordinal()


def test_a_race_ends_the_block() -> None:
    block = block_at(racing(9), MONDAY)
    assert (block.weeks, block.race_week) == (9, 8)


def test_a_far_race_waits_for_the_second_block() -> None:
    first, second = block_at(racing(30), MONDAY), block_at(racing(30), MONDAY + 24 * WEEK)
    assert (first.weeks, first.race) == (24, None)
    assert (second.weeks, second.race_week) == (6, 5)


def test_the_emphasis_turns_with_the_blocks() -> None:
    seen = {block_at(an_athlete(weeks=None), MONDAY + 12 * n * WEEK).emphasis for n in range(4)}
    assert len(seen) == 4


def test_a_block_begins_on_the_monday_of_the_start_week() -> None:
    block = block_at(an_athlete(start_date=a_day(1, "thu")), a_day(1, "thu"))
    assert block.monday == MONDAY.toordinal()
    assert block.first == a_day(1, "thu").toordinal()


@pytest.mark.parametrize(
    ("goal", "phases"),
    [
        (Goal.TEN_K, [Phase.PEAK, Phase.PEAK, Phase.RACE]),
        (Goal.MARATHON, [Phase.PEAK, Phase.TAPER, Phase.RACE]),
    ],
)
def test_the_last_weeks_lead_to_the_race(goal: Goal, phases: list[Phase]) -> None:
    block = block_at(racing(16, goal=goal), MONDAY)
    assert [block.phase(week) for week in (13, 14, 15)] == phases
