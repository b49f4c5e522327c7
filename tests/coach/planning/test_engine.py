"""One walk through a block: days gone by are answered by the history, days ahead are taken as done as written."""

import pytest

from coach.plan import Phase
from coach.session import SessionKind
from tests.builders import MONDAY, a_beginner, a_check_in, a_day, an_athlete, an_entry
from tests.coach.planning.courses import an_engine
from tests.coach.rules.story import followed

RUNNER = an_athlete(weeks=8)


def test_the_weeks_begin_with_the_one_that_holds_today() -> None:
    weeks = an_engine(RUNNER, (), a_day(3, "wed")).run()
    assert [week.index for week in weeks] == [3, 4, 5, 6, 7, 8]
    assert min(session.date for session in weeks[0].sessions) >= a_day(3, "wed")


@pytest.mark.parametrize("last", [1, 3, 8, 20])
def test_only_so_many_weeks_of_the_block_are_walked_through_and_they_are_the_same(last: int) -> None:
    assert an_engine(RUNNER).run(last) == an_engine(RUNNER).run()[: min(last, 8)]


def test_three_weeks_that_climb_are_followed_by_a_lighter_one() -> None:
    phases = [week.phase for week in an_engine(RUNNER).run()]
    assert [number for number, phase in enumerate(phases, start=1) if phase is Phase.CUTBACK] == [4, 8]


def test_a_first_run_missed_is_remembered_until_the_next_one_done() -> None:
    missing = an_engine(RUNNER, (), a_day(1, "thu"))
    missing.run(1)
    assert missing.course.state.missed == a_day(1, "tue").toordinal()
    running = an_engine(RUNNER, (an_entry(a_day(1, "wed")),), a_day(1, "thu"))
    running.run(1)
    assert running.course.state.missed is None


def test_days_that_went_otherwise_are_noted_for_the_receipts() -> None:
    engine = an_engine(RUNNER, (an_entry(a_day(1, "wed"), planned=False),), a_day(1, "thu"))
    engine.run(1)
    assert (a_day(1, "wed").toordinal(), "unplanned_run") in engine.course.odd
    assert (a_day(1, "tue").toordinal(), "missed") in engine.course.odd


def test_a_comfortable_ladder_is_climbed_and_a_sore_one_is_not() -> None:
    profile, today = a_beginner(), a_day(2, "mon")
    lived = followed(profile, today)
    climbs = []
    for history in (lived, (a_check_in(MONDAY, pain=4), *lived)):
        engine = an_engine(profile, history, today)
        engine.run(1)
        assert engine.course.state.climb is not None
        climbs.append(engine.course.state.climb.stage)
    assert climbs[1] < climbs[0] == 1


def test_an_illness_forces_a_return_when_it_ends() -> None:
    history = (*followed(RUNNER, a_day(3, "tue")), a_check_in(a_day(3, "tue"), "above_neck"))
    engine = an_engine(RUNNER, history, a_day(3, "wed"))
    weeks = engine.run()
    assert [way.number for way in engine.course.state.ways_back] == ["C5"]
    assert weeks[0].phase is Phase.RETURN
    assert not [s for s in weeks[0].sessions if s.date <= a_day(3, "wed") and s.kind is not SessionKind.RECOVERY_WALK]
