"""No two weeks of a block are alike: the library has more sessions than a block has room for."""

from collections import Counter
from itertools import pairwise, product

import pytest

from coach.plan import Plan
from coach.planning import plan
from coach.profile import Experience, Goal
from coach.session import HARD_KINDS, Session, SessionKind
from coach.units import Metres
from coach.workouts.library import library
from tests.builders import MONDAY, a_result, an_athlete, limits

ATHLETES = [
    pytest.param(goal, experience, minutes, id=f"{goal} {experience} {minutes} min")
    for goal, experience, minutes in product(Goal, Experience, (35, 75))
]


def block(goal: Goal, experience: Experience, minutes: int) -> Plan:
    """Twelve weeks of somebody who runs 30 km a week and whose fitness is known."""
    athlete = an_athlete(
        goal=goal,
        experience=experience,
        weekly_distance_m=Metres(30_000),
        longest_run_m=Metres(12_000),
        recent_race=a_result(5000, 1560),
        available_days="mon tue wed thu sat sun",
        max_minutes=limits(minutes, 120),
    )
    return plan(athlete, (), MONDAY)


def hard_of(made: Plan) -> list[list[Session]]:
    """The hard runs of each week that has any, races left out."""
    weeks = [[s for s in week.sessions if s.kind in HARD_KINDS - {SessionKind.RACE}] for week in made.weeks]
    return [week for week in weeks if week]


@pytest.mark.parametrize(("goal", "experience", "minutes"), ATHLETES)
def test_no_two_weeks_of_a_block_hold_the_same_hard_runs(goal: Goal, experience: Experience, minutes: int) -> None:
    weeks = Counter(frozenset((s.workout, s.steps) for s in week) for week in hard_of(block(goal, experience, minutes)))
    assert weeks
    assert max(weeks.values()) == 1


@pytest.mark.parametrize(("goal", "experience", "minutes"), ATHLETES)
def test_hard_runs_of_a_kind_that_follow_each_other_are_different_ones(
    goal: Goal, experience: Experience, minutes: int
) -> None:
    hard = [session for week in hard_of(block(goal, experience, minutes)) for session in week]
    for kind in HARD_KINDS:
        names = [session.workout for session in hard if session.kind is kind]
        assert all(one != two for one, two in pairwise(names))


def test_sixty_runs_and_walks_differ_in_what_is_done() -> None:
    """Not counting those that differ in their words only, and nothing off one's feet."""
    on_foot = [each for kind, found in library().items() if kind is not SessionKind.CROSS_TRAINING for each in found]
    assert len({(each.kind, each.blocks) for each in on_foot}) >= 60


@pytest.mark.parametrize("kind", [SessionKind.TEMPO_RUN, SessionKind.INTERVAL_RUN, SessionKind.HILL_RUN])
def test_each_level_of_hard_runs_has_several_families(kind: SessionKind) -> None:
    for level in (1, 2, 3, 4):
        assert len({each.family for each in library()[kind] if each.level <= level}) >= 2


@pytest.mark.parametrize("family", sorted({each.family for kind in HARD_KINDS for each in library()[kind]}))
def test_family_is_written_easiest_first(family: str) -> None:
    levels = [each.level for kind in HARD_KINDS for each in library()[kind] if each.family == family]
    assert levels == sorted(levels)
