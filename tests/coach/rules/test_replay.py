"""Replanning every day of a block that goes exactly as planned changes nothing."""

import datetime as dt

import pytest

from coach.history import Entry
from coach.plan import Plan
from coach.planning import plan
from coach.profile import CrossTraining, Experience, Goal, Profile, Weekday
from coach.session import HARD_KINDS
from coach.units import Kilograms, Metres
from tests.builders import a_day, an_athlete, limits
from tests.coach.rules.athletes import a_profile, as_planned
from tests.coach.rules.choosers import seeded
from tests.coach.rules.replay import BLOCKS, difference, replay
from tests.coach.rules.story import DAY, sessions_of


@pytest.mark.parametrize("profile", BLOCKS.values(), ids=BLOCKS)
def test_a_block_that_goes_as_planned_is_never_replanned(profile: Profile) -> None:
    assert replay(profile) is None


@pytest.mark.parametrize("seed", range(21_000_000, 21_000_030))
def test_a_random_athletes_block_that_goes_as_planned_is_never_replanned(seed: int) -> None:
    assert replay(a_profile(seeded(seed)), ahead=1) is None


@pytest.mark.parametrize("profile", list(BLOCKS.values())[:3], ids=list(BLOCKS)[:3])
def test_logging_today_as_planned_leaves_the_days_ahead(profile: Profile) -> None:
    first = plan(profile, (), profile.start_date)
    history: list[Entry] = []
    for day in (profile.start_date + n * DAY for n in range(28)):
        history += [as_planned(session) for session in sessions_of(first, day, 1)]
        evening = plan(profile, tuple(history), day)
        assert difference(first, evening, day + DAY) == [], f"replanned on the evening of {day}"


RIDES = frozenset({CrossTraining.CYCLING})


def as_if_followed(profile: Profile, first: Plan, until: dt.date) -> tuple[Entry, ...]:
    """The history of somebody who did before a day what the first plan said."""
    days = (until - profile.start_date).days
    return tuple(as_planned(session) for session in sessions_of(first, profile.start_date, days))


def test_a_ride_on_sunday_leaves_the_week_after_it() -> None:
    rider = an_athlete(
        goal=Goal.TEN_K,
        experience=Experience.RETURNING,
        start_date=a_day(1, "tue"),
        weight_kg=Kilograms(102),
        weekly_distance_m=Metres(15_000),
        longest_run_m=Metres(5_250),
        available_days="wed sat sun",
        long_run_day=Weekday.SAT,
        strength_per_week=0,
        weeks=None,
        race_date=a_day(15, "thu"),
        cross_training=RIDES,
    )
    first = plan(rider, (), rider.start_date)
    for sunday in (a_day(week, "sun") for week in range(1, 12)):
        followed = as_if_followed(rider, first, sunday + DAY)
        evening = plan(rider, followed, sunday)
        assert difference(first, evening, sunday + DAY) == [], f"replanned on the evening of {sunday}"


def test_a_hard_run_within_its_limits_stays_what_it_is_when_its_week_begins() -> None:
    marathoner = an_athlete(
        goal=Goal.MARATHON,
        weight_kg=Kilograms(70),
        weekly_distance_m=Metres(20_000),
        available_days="mon tue wed thu sat sun",
        long_run_day=None,
        max_minutes=limits(45, 90),
        weeks=24,
        cross_training=RIDES,
    )
    first = plan(marathoner, (), marathoner.start_date)
    for monday in (a_day(week, "mon") for week in range(2, 24)):
        begun = plan(marathoner, as_if_followed(marathoner, first, monday), monday, ahead=0)
        hard = [[s for s in sessions_of(made, monday, 7) if s.kind in HARD_KINDS] for made in (first, begun)]
        assert hard[0] == hard[1]
