"""In the last eight weeks before the taper of a long race the long run may be more of the week (W6)."""

import pytest

from coach.planning import plan
from coach.profile import Experience, Goal
from coach.session import SessionKind
from coach.units import Metres
from tests.builders import MONDAY, a_day, an_athlete, limits


def longest_runs(goal: Goal, weekly: int, longest: int, weeks: int = 20) -> list[int]:
    """Metres of the long run of every week that holds one."""
    runner = an_athlete(
        goal=goal,
        experience=Experience.EXPERIENCED,
        available_days="mon tue wed thu fri sat sun",
        weekly_distance_m=Metres(weekly),
        longest_run_m=Metres(longest),
        max_minutes=limits(75, 240),
        weeks=None,
        race_date=a_day(weeks, "sun"),
    )
    sessions = [s for week in plan(runner, (), MONDAY).weeks for s in week.sessions]
    return [s.distance_m or 0 for s in sessions if s.kind is SessionKind.LONG_RUN]


@pytest.mark.parametrize(
    ("goal", "weekly", "longest", "least"),
    [(Goal.MARATHON, 65_000, 22_000, 26_000), (Goal.HALF_MARATHON, 30_000, 11_000, 16_000)],
)
def test_the_long_run_grows_towards_a_long_race(goal: Goal, weekly: int, longest: int, least: int) -> None:
    runs = longest_runs(goal, weekly, longest)
    assert max(runs[:8]) < max(runs[8:])
    assert max(runs) >= least


def test_no_long_run_before_a_marathon_is_over_32_km_for_whoever_ran_less() -> None:
    assert max(longest_runs(Goal.MARATHON, 90_000, 26_000)) <= 32_500
