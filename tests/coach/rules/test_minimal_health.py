"""Pain, illness and changed circumstances change what their rule names, and nothing beside it.

In weeks that were sent: a pain of 3 to 5 makes sessions on foot shorter and easy, a pain over 5 takes runs and
strength out, leaves walks and rides on their days and never gives more than the lesser pain did (C3); an illness
empties its days and eases the return (C5); a day that is free no more moves its own sessions alone, a race date
moved far ahead touches no day of this week (C7).
"""

import datetime as dt
from collections.abc import Collection
from dataclasses import replace

import pytest

from coach.history import Entry, Pain
from coach.plan import Plan
from coach.profile import Weekday
from coach.session import FOOT_KINDS, RUN_KINDS, Session, SessionKind
from tests.coach.rules.athletes import a_profile
from tests.coach.rules.choosers import Chooser, seeded
from tests.coach.rules.ground import DAY, WEEK
from tests.coach.rules.living import Life, changed, obedience, sessions, shown, told
from tests.coach.rules.test_minimal import due, lived, needless, on_the_ladder, sent_until, whole
from tests.coach.rules.test_other_days import moved_to

K = SessionKind
SEEDS = range(43_000_000, 43_000_015)
GENTLE = {K.RECOVERY_WALK, K.CROSS_TRAINING}


def ahead(made: Plan, first: dt.date, end: dt.date) -> list[Session]:
    """The sessions from ``first`` to the day before ``end``."""
    return [session for session in sessions(made) if first <= session.date < end]


def after_pain(pick: Chooser, least: int, most: int) -> tuple[Life, Plan, Plan, dt.date]:
    """A life with a pain reported after today's training, the plans before and after, and the end of what was sent."""
    life = lived(pick)
    old, end = whole(life), sent_until(life)
    life.reports(*due(life), Entry(life.today, pain=Pain("knee", pick.whole(least, most))))
    life.evening()
    return life, old, whole(life), end


@pytest.mark.parametrize("seed", SEEDS)
def test_some_pain_leaves_strength_and_rides_of_the_weeks_sent_as_they_are(seed: int) -> None:
    life, old, new, end = after_pain(seeded(seed), 3, 5)
    was, now = (
        [(s.date, s.kind, s.minutes) for s in ahead(made, life.today, end) if s.kind in {K.STRENGTH, K.CROSS_TRAINING}]
        for made in (old, new)
    )
    assert [line for line in was if line not in now] == []


@pytest.mark.parametrize("seed", SEEDS)
def test_some_pain_makes_no_session_of_the_weeks_sent_longer_and_adds_none_on_a_free_day(seed: int) -> None:
    life, old, new, end = after_pain(seeded(seed), 3, 5)
    before, after = shown(old, life.today), shown(new, life.today)
    days = [day for day in changed(before, after) if day < end]
    longer = [day for day in days if sum(m for _, m in after[day]) > sum(m for _, m in before[day])]
    assert told(longer, before, after) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_some_pain_takes_its_thirty_percent_and_little_more(seed: int) -> None:
    life, old, new, end = after_pain(seeded(seed), 3, 5)
    if not new.changes or any(change.rule_number != "C3" for change in new.changes):
        return  # another rule has its say in these days
    was, now = (
        [s.minutes for s in ahead(made, life.today, end) if s.kind in FOOT_KINDS - {K.RACE}] for made in (old, new)
    )
    least = sum(min(10, minutes) for minutes in was)
    assert sum(now) >= min(sum(was), max(least, 0.69 * sum(was) - 5 * len(was)))


@pytest.mark.parametrize("seed", SEEDS)
def test_strong_pain_leaves_walks_and_rides_of_the_weeks_sent_on_their_days(seed: int) -> None:
    life, old, new, end = after_pain(seeded(seed), 6, 10)
    was, now = (
        {(s.date, s.kind): s.minutes for s in ahead(made, life.today, end) if s.kind in GENTLE} for made in (old, new)
    )
    assert was.keys() <= now.keys()
    assert [at for at in was if now[at] > was[at] or (at[1] is K.CROSS_TRAINING and now[at] != was[at])] == []
    assert [at for at in was if now[at] < min(10, was[at]) or now[at] < 0.69 * was[at] - 5] == []
    assert not [s for s in ahead(new, life.today, end) if s.kind in RUN_KINDS | {K.STRENGTH}]


@pytest.mark.parametrize("waits", [0, 1, 3])
@pytest.mark.parametrize("seed", SEEDS)
def test_a_pain_that_gets_worse_gives_more_of_nothing(seed: int, waits: int) -> None:
    life, *_ = after_pain(seeded(seed), 3, 5)
    for _ in life.lives(waits, obedience):
        pass
    old, end = whole(life), sent_until(life)
    life.reports(Entry(life.today, pain=Pain("knee", 7)))
    assert more_of_anything(old, whole(life), life.today, end) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_a_strong_pain_leaves_no_walk_longer_than_a_lesser_one_would(seed: int) -> None:
    life, *_ = after_pain(seeded(seed), 4, 4)
    worse, _, bad, end = after_pain(seeded(seed), 7, 7)
    assert life.today == worse.today
    assert more_of_anything(whole(life), bad, life.today, end, kinds={K.RECOVERY_WALK}) == []


def more_of_anything(
    old: Plan, new: Plan, first: dt.date, end: dt.date, kinds: Collection[SessionKind] = GENTLE
) -> list[str]:
    """The days before ``end`` with a longer walk or ride, or that were free, in plain words."""
    before, after = shown(old, first), shown(new, first)
    longer = [
        day
        for day in changed(before, after)
        if day < end
        and (not before[day] or any(m > dict(before[day]).get(kind, m) for kind, m in after[day] if kind in kinds))
    ]
    return told(longer, before, after)


@pytest.mark.parametrize("symptom", ["above_neck", "fever"])
@pytest.mark.parametrize("seed", SEEDS)
def test_an_illness_adds_nothing_to_the_weeks_sent(seed: int, symptom: str) -> None:
    life = lived(seeded(seed))
    old, end = whole(life), sent_until(life)
    life.reports(Entry(life.today, symptoms=(symptom,)))
    life.evening()
    before, after = shown(old, life.today), shown(whole(life), life.today)
    more = [
        day
        for day in changed(before, after)
        if day < end and sum(m for _, m in after[day]) > sum(m for _, m in before[day])
    ]
    assert told(more, before, after) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_travel_that_takes_a_day_away_moves_what_stood_on_it_and_nothing_else(seed: int) -> None:
    pick = seeded(seed)
    life = lived(pick)
    old, end = whole(life), sent_until(life)
    days = sorted(life.profile.available_days)
    if len(days) < 2:
        return
    gone: Weekday = pick.one(days)
    life.profile = replace(life.profile, available_days=life.profile.available_days - {gone})
    new = whole(life)
    before, after = shown(old, life.today), shown(new, life.today)
    others = [day for day in changed(before, after) if day < end and day.weekday() != gone.number]
    others = [day for day in others if not on_the_ladder(day, old, new)]  # its stages move up (P5)
    others = [day for day in others if not moved_to(old, new, day, gone)]
    assert told(others, before, after) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_a_race_put_off_by_weeks_changes_no_day_of_a_week_sent_before_the_taper(seed: int) -> None:
    life = Life.of(replace(a_profile(seeded(seed)), race_date=None))
    race = life.today + 12 * WEEK + 6 * DAY
    life.profile = replace(life.profile, race_date=race, weeks=None)
    for _ in life.lives(10, obedience):
        pass
    life.morning()
    old, end = whole(life), sent_until(life)
    life.profile = replace(life.profile, race_date=race + 3 * WEEK)
    assert needless(life, old, whole(life), end) == []
