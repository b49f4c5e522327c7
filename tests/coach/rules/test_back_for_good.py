"""Who is back and does what the plan says is not taken to be away again: what a return left out was not missed (C1)."""

import pytest

from coach.history import Entry, Status
from coach.profile import Experience, Goal
from coach.session import SessionKind
from coach.units import Metres
from tests.builders import an_athlete, limits
from tests.coach.rules.athletes import as_planned
from tests.coach.rules.living import Life, sessions
from tests.coach.rules.test_minimal import whole

SMALL = {"weekly_distance_m": Metres(6000), "longest_run_m": Metres(2500), "goal": Goal.GENERAL_FITNESS}
"""Somebody who runs so little that a return holds a run or two a week."""


def a_day(life: Life, *besides: Entry, silent: bool = False) -> None:
    """One day with everything done as planned, or nothing said."""
    due = [as_planned(session) for session in sessions(life.morning()) if session.date == life.today]
    life.reports(*besides, *([] if silent else due))
    life.evening()


@pytest.mark.parametrize("first", [18, 21, 25, 28])
def test_no_break_begins_while_everything_is_done_as_planned(first: int) -> None:
    days, time = "mon wed fri sun", limits(40, 60)
    life = Life.of(an_athlete(age=78, experience=Experience.RETURNING, available_days=days, max_minutes=time, **SMALL))
    for n in range(first + 5):
        walk = Entry(life.today, SessionKind.RECOVERY_WALK, Status.DONE, 90, Metres(6500), rpe=3)
        a_day(life, *([walk] if n == 10 else []), silent=n >= first)
    back = life.today
    for _ in range(20):
        a_day(life)
        assert all(change.cause < back for change in whole(life).changes if change.rule == "break")
