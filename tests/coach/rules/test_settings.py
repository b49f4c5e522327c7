"""A setting changed within a week: the week that is shown for it is the week that stands (C7).

The chat plans the rest of the week afresh, shows it and keeps it as sent; the next planning starts from there and must
find nothing to change.
"""

from collections.abc import Callable
from dataclasses import replace

import pytest

from coach.plan import Week
from coach.planning import plan
from coach.profile import Goal, Health, HealthFlag, Profile, Weekday
from coach.units import Kilograms
from tests.builders import limits
from tests.coach.rules.athletes import a_profile
from tests.coach.rules.choosers import Chooser, a_subset, seeded
from tests.coach.rules.ground import DAY, WEEK, monday
from tests.coach.rules.living import Life, Shown, changed, obedience, silence, told

Setting = Callable[[Chooser, Profile], Profile]
"""What an athlete changes."""
UNCLEARED = Health(frozenset({HealthFlag.UNCONTROLLED_BLOOD_PRESSURE}), cleared=False)


def other_days(pick: Chooser, profile: Profile) -> Profile:
    """Other days of the week."""
    return replace(profile, available_days=a_subset(pick, list(Weekday), 1))


def other_limits(pick: Chooser, profile: Profile) -> Profile:
    """More or less time."""
    return replace(profile, max_minutes=limits(pick.one((15, 30, 45, 60)), pick.one((30, 60, 90, 120))))


def another_goal(pick: Chooser, profile: Profile) -> Profile:
    """Something else to train for, without a date."""
    return replace(profile, goal=pick.one(list(Goal)), race_date=None)


def a_weight(pick: Chooser, profile: Profile) -> Profile:
    """A weight, told or put right."""
    return replace(profile, weight_kg=Kilograms(pick.whole(50, 140)))


def clearance(pick: Chooser, profile: Profile) -> Profile:
    """A doctor's yes."""
    del pick
    return replace(profile, health=replace(profile.health, cleared=True))


SETTINGS: dict[str, Setting] = {
    "days": other_days,
    "limits": other_limits,
    "goal": another_goal,
    "weight": a_weight,
    "clearance": clearance,
}


def released(life: Life) -> Week:
    """This week planned afresh, as a changed setting asks for; kept as sent from here on."""
    start = monday(life.today)
    known, kept = life.told[start], replace(life.passed(), anew=life.today)
    week = next(iter(plan(life.profile, life.history, life.today, kept).weeks))
    gone = [s for s in known.sessions if s.date < life.today or (s.date == life.today and life.logged(s))]
    kinds = {s.kind for s in gone if s.date == life.today}
    ahead = [s for s in week.sessions if s.date != life.today or s.kind not in kinds]
    life.first[start] = life.told[start] = replace(week, sessions=(*gone, *ahead))
    return week


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("seed", range(44_000_000, 44_000_020))
def test_the_week_shown_for_a_changed_setting_stands(seed: int, setting: str) -> None:
    pick = seeded(seed)
    profile = a_profile(pick)
    if setting == "clearance":
        profile = replace(profile, health=UNCLEARED)
    life = Life.of(profile)
    for _ in life.lives(pick.whole(0, 9), pick.one((obedience, obedience, silence))):
        pass
    life.morning()
    if pick.chance(50):
        life.reports(
            *filter(None, (obedience(s) for s in life.told[monday(life.today)].sessions if s.date == life.today))
        )
    life.profile = SETTINGS[setting](pick, life.profile)
    before = week_of(life, released(life))
    after = week_of(life, next(iter(life.planned().weeks)))
    assert told(changed(before, after), before, after) == []


def week_of(life: Life, week: Week) -> Shown:
    """What is left of this week, day by day."""
    left = (week.start + WEEK - life.today).days
    return {
        life.today + n * DAY: tuple(
            sorted((s.kind, s.minutes) for s in week.sessions if s.date == life.today + n * DAY)
        )
        for n in range(left)
    }
