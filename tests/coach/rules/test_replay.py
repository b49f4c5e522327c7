"""Replanning every day of a block that goes exactly as planned changes nothing."""

import pytest

from coach.planning import plan
from coach.profile import Experience, Goal, Profile
from coach.units import Kilograms, Metres
from tests.builders import MONDAY, a_beginner, a_result, an_athlete, limits
from tests.coach.rules.athletes import as_planned
from tests.coach.rules.story import DAY, lines, sessions_of

BLOCKS = {
    "general_fitness_16": an_athlete(weeks=16),
    "leaner_legs_beginner_12": a_beginner(weeks=12),
    "heavy_beginner_16": a_beginner(weeks=16, weight_kg=Kilograms(120)),
    "10k_race_12": an_athlete(
        goal=Goal.TEN_K, weeks=12, race_date=MONDAY + 83 * DAY, recent_race=a_result(10_000, 2700)
    ),
    "half_marathon_16": an_athlete(
        goal=Goal.HALF_MARATHON,
        weeks=16,
        race_date=MONDAY + 111 * DAY,
        experience=Experience.EXPERIENCED,
        weekly_distance_m=Metres(45_000),
        longest_run_m=Metres(16_000),
        available_days="mon tue wed thu sat sun",
        max_minutes=limits(90, 150),
    ),
    "narrow_calendar_12": an_athlete(weeks=12, available_days="tue fri", max_minutes=limits(30)),
}


@pytest.mark.parametrize("profile", BLOCKS.values(), ids=BLOCKS)
def test_a_block_that_goes_as_planned_is_never_replanned(profile: Profile) -> None:
    first = plan(profile, (), profile.start_date)
    last = max(session.date for session in sessions_of(first, profile.start_date))
    history = []
    day = profile.start_date
    while day <= last:
        made = plan(profile, tuple(history), day)
        assert lines(made, day) == lines(first, day), f"replanned on {day}"
        assert made.changes == ()
        history += [as_planned(session) for session in sessions_of(made, day, 1)]
        day += DAY


@pytest.mark.parametrize("profile", list(BLOCKS.values())[:3], ids=list(BLOCKS)[:3])
def test_logging_today_as_planned_leaves_the_days_ahead(profile: Profile) -> None:
    first = plan(profile, (), profile.start_date)
    history = []
    for session in sessions_of(first, profile.start_date, 28):
        history.append(as_planned(session))
        tomorrow = session.date + DAY
        if any(s.date == session.date for s in sessions_of(first, session.date, 1) if as_planned(s) not in history):
            continue
        made = plan(profile, tuple(history), session.date)
        assert lines(made, tomorrow) == lines(first, tomorrow), f"replanned on the evening of {session.date}"
