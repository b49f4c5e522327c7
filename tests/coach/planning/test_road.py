"""What was covered day by day, and what it allows next (P1, P2, C1)."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.history import Entry
from coach.planning.athlete import read_athlete
from coach.planning.block import block_at
from coach.planning.draft import Draft
from coach.planning.log import read_log
from coach.planning.road import Road, longest_before
from coach.profile import Profile
from coach.session import EASY_RUN, RECOVERY_WALK, SessionKind
from coach.units import Metres
from tests.builders import MONDAY, a_beginner, an_athlete, an_entry
from tests.coach.rules.story import DAY

START = MONDAY.toordinal()


def a_road(profile: Profile, history: Iterable[Entry] = ()) -> Road:
    """The road of an athlete on the day they start."""
    athlete = read_athlete(profile)
    log = read_log(history, MONDAY, athlete.pacing.speeds)
    return Road(athlete, block_at(profile, MONDAY), log)


def noted(day: int, metres: float, kind: SessionKind = EASY_RUN) -> Draft:
    """A planned session of so many metres."""
    return Draft(day, kind, 40, metres=metres)


def test_a_run_may_be_a_tenth_or_half_a_kilometre_longer() -> None:
    assert a_road(an_athlete(longest_run_m=Metres(9000))).run_limit(START) == pytest.approx(9900)
    assert a_road(an_athlete(longest_run_m=Metres(3000))).run_limit(START) == pytest.approx(3500)


def test_a_longer_run_noted_lifts_the_limit_of_the_days_after_it() -> None:
    road = a_road(an_athlete(longest_run_m=Metres(3000)))
    before = road.run_limit(START + 2)
    road.note([noted(START, 4000)])
    assert before == pytest.approx(3500)
    assert road.run_limit(START + 2) == pytest.approx(4500)
    assert road.run_limit(START) == pytest.approx(3500)


def test_a_walk_lifts_no_limit_of_runs() -> None:
    road = a_road(an_athlete(longest_run_m=Metres(3000)))
    road.note([noted(START, 8000, RECOVERY_WALK)])
    assert road.run_limit(START + 2) == pytest.approx(3500)


NOTED = st.tuples(st.integers(0, 60), st.sampled_from((0, 1000, 2000, 3000, 4000, 5000)))
"""A day after the start, and the metres run on it."""


@given(st.lists(NOTED | st.integers(0, 60), max_size=40))
def test_a_run_goes_by_the_longest_of_the_thirty_days_before_it_whatever_was_asked_before(
    told: list[tuple[int, int] | int],
) -> None:
    road = a_road(an_athlete(longest_run_m=Metres(3000)))
    longest: dict[int, int] = {}
    for each in told:
        if isinstance(each, int):
            behind = [longest.get(day, 0) for day in range(each - 29, each)] + [3000 if each < 29 else 0]
            assert road.run_limit(START + each) == pytest.approx(max(1.1 * max(behind), max(behind) + 500))
        else:
            day, metres = each
            road.note([noted(START + day, metres)])
            longest[day] = max(metres, longest.get(day, 0))


@pytest.mark.parametrize("longest", [0, 2000, 5000, 12_000])
def test_the_longest_run_is_read_back_from_its_limit(longest: float) -> None:
    assert longest_before(max(1.1 * longest, longest + 500)) == pytest.approx(longest)


def test_days_before_the_start_are_as_stated_unless_something_is_logged() -> None:
    strength = an_entry(MONDAY - 2 * DAY, "strength", distance_m=None)
    road = a_road(an_athlete(weekly_distance_m=Metres(21_000)), [strength])
    assert road.daily(START - 1) == pytest.approx(3000)
    assert road.daily(START - 2) == 0


def test_a_break_after_empty_weeks_looks_further_back() -> None:
    history = [an_entry(MONDAY - n * DAY, distance_m=Metres(6000)) for n in (69, 67, 65)]
    road = a_road(a_beginner(), history)
    assert road.best_before(START - 7) == pytest.approx(18_000)


def test_a_newcomer_who_never_ran_has_nothing_to_return_to() -> None:
    assert a_road(a_beginner()).best_before(START) == 0


def test_a_runner_who_logged_nothing_returns_to_what_is_always_allowed() -> None:
    road = a_road(an_athlete(weekly_distance_m=None, longest_run_m=None))
    assert road.best_before(START) == pytest.approx(90 * 150)


def test_the_first_week_holds_no_more_than_is_stated() -> None:
    assert a_road(an_athlete(weekly_distance_m=Metres(21_000))).week_limit(START) == pytest.approx(21_000)


def test_a_held_week_is_made_from_the_longest_run_before_the_pain() -> None:
    road = a_road(an_athlete())
    limit = road.run_limit(START)
    road.hold(limit + 5000)
    assert road.run_limit(START) == limit + 5000
    road.hold(0)
    assert road.run_limit(START) == limit
