"""Too much effort on the ladder takes a tenth from the sessions that then stand in the seven days from tomorrow (C2).

The stage is repeated, and a stage may last longer than the one after it (P5): the tenth is of the week as it stands,
the same as for somebody who repeats the stage because nothing is known of their effort.
"""

import datetime as dt
from dataclasses import replace

import pytest

from coach.plan import Plan
from coach.planning import plan
from coach.session import FOOT_KINDS, HARD_KINDS, RUN_KINDS, RUN_WALK
from tests.coach.rules.athletes import a_profile
from tests.coach.rules.choosers import seeded
from tests.coach.rules.story import DAY, followed, sessions_of


def felt(seed: int, points: int | None) -> Plan:
    """The next weeks after two runs that felt so many points over their target, or unrated."""
    pick = seeded(seed)
    profile = a_profile(pick)
    today = profile.start_date + pick.whole(6, 50) * DAY
    past = list(followed(profile, today + DAY))
    for at in [at for at, entry in enumerate(past) if entry.kind in RUN_KINDS][-2:]:
        target = past[at].target_rpe or (0, 0)
        past[at] = replace(past[at], rpe=None if points is None else target[1] + points)
    assert past[-1].kind is RUN_WALK
    return plan(profile, tuple(past), today, ahead=2)


def on_foot(made: Plan, first: dt.date) -> int:
    """Minutes on foot of seven days: what goes first of a run/walk are minutes of walking."""
    return sum(s.minutes for s in sessions_of(made, first, 7) if s.kind in FOOT_KINDS)


@pytest.mark.parametrize("seed", [63_000_034, 63_000_144, 63_000_230])
def test_the_stage_that_is_repeated_is_a_tenth_shorter(seed: int) -> None:
    too_hard, unrated = felt(seed, 2), felt(seed, None)
    tomorrow = too_hard.today + DAY
    assert on_foot(too_hard, tomorrow) <= 0.9 * on_foot(unrated, tomorrow)
    assert not [s for s in sessions_of(too_hard, tomorrow, 7) if s.kind in HARD_KINDS]
