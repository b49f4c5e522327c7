"""Every rule over random athletes, one property each.

``LEGWORK_TEST_DEPTH=60 pytest tests/coach/rules`` looks deeper; ``python -m tests.coach.rules.trial`` looks widest.
"""

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.phrases import Phrase
from coach.plan import NOTHING_KEPT, Plan
from coach.planning import plan
from coach.profile import Profile
from tests.coach.rules.athletes import Trial, profiles, trials
from tests.coach.rules.book import RULES
from tests.coach.rules.trial import athlete, first_plan, violations
from tests.depth import examples

careful = examples(12)


@pytest.mark.parametrize("rule", RULES)
@careful
@given(trial=trials(follow=first_plan))
def test_every_plan_keeps_the_rule(rule: str, trial: Trial) -> None:
    made = plan(trial.profile, trial.history, trial.today)
    assert RULES[rule](trial.profile, trial.history, made, NOTHING_KEPT) == []


@pytest.mark.parametrize("seed", range(7_000_000, 7_000_010))
def test_ten_athletes_of_a_seed_keep_every_rule(seed: int) -> None:
    for n in range(10):
        trial = athlete(seed + 10 * n)
        assert violations(trial, plan(trial.profile, trial.history, trial.today)) == {}


@careful
@given(trial=trials(follow=first_plan))
def test_the_same_input_gives_the_same_plan(trial: Trial) -> None:
    assert plan(trial.profile, trial.history, trial.today) == plan(trial.profile, trial.history, trial.today)


@careful
@given(trial=trials(follow=first_plan), seed=st.integers(0, 1000))
def test_days_out_of_order_and_doubles_make_no_difference(trial: Trial, seed: int) -> None:
    mixed = list(trial.history) + list(trial.history[::3])
    random.Random(seed).shuffle(mixed)
    days = {entry.date: [e for e in trial.history if e.date == entry.date] for entry in trial.history}
    mixed = [days[entry.date].pop(0) if days[entry.date] else entry for entry in mixed]
    once = plan(trial.profile, trial.history, trial.today)
    assert plan(trial.profile, tuple(mixed), trial.today).weeks == once.weeks


@careful
@given(profile=profiles())
def test_weeks_follow_each_other_and_hold_their_own_days(profile: Profile) -> None:
    made = first_plan(profile)
    for week, following in zip(made.weeks, made.weeks[1:], strict=False):
        assert (following.start - week.start).days == 7
        assert following.index == week.index + 1
    for week in made.weeks:
        assert week.start.weekday() == 0
        assert all(0 <= (s.date - week.start).days < 7 for s in week.sessions)
        on_foot = sum(s.distance_m or 0 for s in week.sessions)
        races = sum(s.distance_m or 0 for s in week.sessions if s.kind == "race")
        assert week.distance_m in {on_foot, on_foot - races}


@careful
@given(profile=profiles())
def test_no_explanation_stands_twice_in_a_row(profile: Profile) -> None:
    assert told_twice(first_plan(profile)) == []


@pytest.mark.parametrize("seed", range(23_000_000, 23_000_020))
def test_no_explanation_stands_twice_in_a_row_whatever_happened(seed: int) -> None:
    trial = athlete(seed)
    assert told_twice(plan(trial.profile, trial.history, trial.today)) == []


def told_twice(made: Plan) -> list[Phrase]:
    told = [s.why for week in made.weeks for s in sorted(week.sessions, key=lambda s: s.date)]
    return [one for one, two in itertools.pairwise(told) if one == two]
