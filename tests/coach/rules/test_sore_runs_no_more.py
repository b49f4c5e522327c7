"""Whoever was kept from running by a pain does not run more in the next week than they would have without it (C3)."""

import pytest

from coach.history import Entry
from coach.plan import Phase, Week
from coach.session import RUN_KINDS, SessionKind
from tests.builders import a_check_in
from tests.coach.rules.athletes import a_profile, as_planned
from tests.coach.rules.choosers import seeded
from tests.coach.rules.living import Life, obedience, sessions
from tests.coach.rules.test_minimal import whole


def lived_on(seed: int, *, sore: bool) -> list[Week]:
    """The weeks of somebody as planned, three days after one without a word, or one of a pain of 7."""
    pick = seeded(seed)
    life = Life.of(a_profile(pick))
    for _ in life.lives(pick.whole(3, 40), obedience):
        pass
    life.morning()
    if sore:
        life.reports(a_check_in(life.today, pain=7))
    life.evening()
    for _ in range(2):
        life.morning()
        done: list[Entry] = [as_planned(s) for s in sessions(life.planned()) if s.date == life.today]
        life.reports(*([a_check_in(life.today, pain=1)] if sore else []), *done)
        life.evening()
    life.morning()
    return list(whole(life).weeks)


def run_m(week: Week) -> int:
    """Metres of running, races left out."""
    return sum(s.distance_m or 0 for s in week.sessions if s.kind in RUN_KINDS and s.kind is not SessionKind.RACE)


@pytest.mark.parametrize("seed", [63_000_148, 63_000_184, 63_000_082, 63_000_106, 63_000_125])
def test_the_way_back_holds_no_more_than_the_plan_would_have(seed: int) -> None:
    back, before = lived_on(seed, sore=True)[1], lived_on(seed, sore=False)[:2]
    assert run_m(back) <= 1.05 * max(map(run_m, before))


@pytest.mark.parametrize("seed", [63_000_145, 63_000_173, 63_000_183, 63_000_190])
def test_a_way_back_through_a_lighter_week_covers_no_more_than_it(seed: int) -> None:
    back, before = lived_on(seed, sore=True)[1], lived_on(seed, sore=False)[1]
    assert before.phase is Phase.CUTBACK
    assert back.distance_m <= before.distance_m
