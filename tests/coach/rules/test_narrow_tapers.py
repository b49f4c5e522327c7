"""Tapers that lie across calendar weeks of short days keep every rule."""

import datetime as dt

import pytest

from coach.planning import plan
from coach.profile import Experience, Goal
from coach.units import Metres
from tests.builders import MONDAY, an_athlete, days, limits
from tests.coach.rules.athletes import Trial
from tests.coach.rules.trial import violations


@pytest.mark.parametrize(
    ("goal", "experience", "available", "weekly", "cap", "weekend", "race", "strength"),
    [
        pytest.param(
            Goal.HALF_MARATHON, Experience.RETURNING, "mon tue wed thu sat sun", 30_000, 15, 60, "2027-01-08", 1,
            id="the next week's days are full, one of them with the walk",
        ),
        pytest.param(
            Goal.MARATHON, Experience.RETURNING, "mon tue wed thu fri sat sun", 30_000, 15, 180, "2027-02-05", 0,
            id="the next week has as many runs as it may, and a day that is free",
        ),
        pytest.param(
            Goal.FIVE_K, Experience.REGULAR, "thu fri sat sun", 3_000, 45, 15, "2027-01-21", 1,
            id="the last week has no day before the race",
        ),
    ],
)  # fmt: skip
def test_a_taper_over_weeks_of_short_days_keeps_all_rules(
    goal: Goal, experience: Experience, available: str, weekly: int, cap: int, weekend: int, race: str, strength: int
) -> None:
    runner = an_athlete(
        goal=goal,
        experience=experience,
        available_days=days(available),
        weekly_distance_m=Metres(weekly),
        longest_run_m=Metres(weekly // 4 if goal is not Goal.MARATHON else weekly // 3),
        max_minutes=limits(cap, weekend),
        race_date=dt.date.fromisoformat(race),
        weeks=None,
        strength_per_week=strength,
    )
    assert violations(Trial(runner, (), MONDAY), plan(runner, (), MONDAY)) == {}
