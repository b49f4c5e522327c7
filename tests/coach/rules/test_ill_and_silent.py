"""Ill, and then no word any more: what the plan does with every day of silence (C5, C1).

The careful reading: the day after the last report counts as the day of being well (after fever or symptoms below the
neck ten days in all, seven of them without any). The short easy days wait for who has not trained yet, however long
that takes, because a day of silence is no training day; and silence gives nothing more: in weeks that were sent no free
day is filled and what changes becomes less in all, as the break grows. Runs too short by then are gathered.
"""

import pytest

from coach.history import Entry
from coach.plan import NOTHING_KEPT
from coach.planning import plan
from tests.coach.rules.book import RULES
from tests.coach.rules.choosers import seeded
from tests.coach.rules.ground import DAY
from tests.coach.rules.living import Life, changed, obedience, shown, silence, told
from tests.coach.rules.test_minimal import lived, sent_until

SEEDS = range(45_000_000, 45_000_008)
DAYS_LIVED = 25


def ill(seed: int, symptom: str) -> Life:
    """A life that reports an illness, on the evening of that day."""
    life = lived(seeded(seed))
    life.reports(Entry(life.today, symptoms=(symptom,)))
    life.evening()
    return life


@pytest.mark.parametrize("symptom", ["above_neck", "fever"])
@pytest.mark.parametrize("seed", SEEDS)
def test_in_silence_the_first_days_back_stay_short_until_they_are_done(seed: int, symptom: str) -> None:
    life = ill(seed, symptom)
    for made in life.lives(DAYS_LIVED, silence):
        assert RULES["C5"](life.profile, life.history, made, life.passed()) == [], life.today


@pytest.mark.parametrize("symptom", ["above_neck", "fever"])
@pytest.mark.parametrize("seed", SEEDS)
def test_silence_after_an_illness_gives_nothing_more(seed: int, symptom: str) -> None:
    life = ill(seed, symptom)
    before = shown(life.morning(), life.today)
    for made in life.lives(DAYS_LIVED, silence):
        now = shown(made, life.today)
        days = [day for day in changed(before, now) if day < sent_until(life)]
        assert told([day for day in days if now[day] and not before[day]], before, now) == [], life.today
        was, left = (sum(m for day in days for _, m in held[day]) for held in (before, now))
        assert left <= was, (life.today, told(days, before, now))
        before = now


@pytest.mark.parametrize("silent", [1, 9, 30, 60])
@pytest.mark.parametrize("seed", SEEDS)
def test_however_long_the_silence_the_first_four_days_done_are_the_short_ones(seed: int, silent: int) -> None:
    life = ill(seed, "above_neck")
    life.today += silent * DAY
    made = plan(life.profile, life.history, life.today, NOTHING_KEPT)
    days = sorted({session.date for week in made.weeks for session in week.sessions})[:4]
    minutes = [sum(s.minutes for week in made.weeks for s in week.sessions if s.date == day) for day in days]
    assert all(spent <= most for spent, most in zip(minutes, (20, 20, 40, 40), strict=False)), life.today


@pytest.mark.parametrize("seed", SEEDS)
def test_who_trains_again_leaves_the_short_days_behind_one_by_one(seed: int) -> None:
    life = ill(seed, "above_neck")
    trained = 0
    for made in life.lives(DAYS_LIVED, obedience):
        today = [s for week in made.weeks for s in week.sessions if s.date == life.today]
        if today and trained < 4:
            assert sum(session.minutes for session in today) <= (20, 20, 40, 40)[trained], life.today
        trained += bool(today)
