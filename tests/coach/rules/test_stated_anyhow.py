"""Athletes whose figures do not fit each other keep every rule: people type what they like."""

import datetime as dt
import random
from dataclasses import replace

import pytest

from coach.planning import plan
from coach.profile import Experience, MinuteLimits, Profile
from coach.units import Centimetres, Kilograms, Metres, Minutes
from tests.coach.rules.athletes import Trial
from tests.coach.rules.trial import athlete, violations

BEGINNERS = (Experience.NEW, Experience.RETURNING)


def stated_anyhow(profile: Profile, chance: random.Random) -> Profile:
    """A beginner of the same goal with figures that were drawn one by one: any weight, any longest run, short days."""
    height = chance.randint(148, 198)
    return replace(
        profile,
        experience=chance.choice(BEGINNERS),
        height_cm=Centimetres(height),
        weight_kg=Kilograms(round(chance.uniform(18, 50) * (height / 100) ** 2, 1)),
        weekly_distance_m=chance.choice((None, Metres(0), Metres(chance.randint(0, 9_000)))),
        longest_run_m=chance.choice((None, Metres(0), Metres(chance.randint(500, 30_000)))),
        max_minutes=MinuteLimits(Minutes(chance.randint(15, 60)), Minutes(chance.randint(15, 90))),
        race_date=None,
    )


def untouched(seed: int) -> Trial:
    """An athlete of the seed on their first day."""
    chance, known = random.Random(seed), athlete(seed)
    profile = stated_anyhow(known.profile, chance)
    return Trial(profile, (), profile.start_date + chance.choice((0, 0, 3)) * dt.timedelta(days=1))


@pytest.mark.parametrize("seed", range(31_000_000, 31_000_060, 10))
def test_beginners_who_state_anything_keep_every_rule(seed: int) -> None:
    for n in range(10):
        trial = untouched(seed + n)
        assert violations(trial, plan(trial.profile, trial.history, trial.today)) == {}, seed + n
