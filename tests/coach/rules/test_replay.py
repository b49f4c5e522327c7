"""Replanning every day of a block that goes exactly as planned changes nothing."""

import pytest

from coach.history import Entry
from coach.planning import plan
from coach.profile import Profile
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
