"""Many runs too short to be worth while become a few that are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.plan import Phase
from coach.planning.athlete import read_athlete
from coach.planning.draft import Draft, frame_of
from coach.planning.gathering import LONGEST, WORTH, gather
from coach.planning.sizing import make
from coach.session import SessionKind
from tests.builders import MONDAY, an_athlete

K = SessionKind
FRAME = frame_of(read_athlete(an_athlete()), Phase.RETURN, 5)
DAY = MONDAY.toordinal()
CAPS = (60, 60, 60, 60, 60, 120, 120)


def a_week(*days: tuple[int, SessionKind, int]) -> list[Draft]:
    """Drafts by weekday, kind and minutes, made."""
    drafts = [Draft(DAY + day, kind, minutes) for day, kind, minutes in days]
    for draft in drafts:
        make(draft, FRAME)
    return drafts


def gathered(drafts: list[Draft], caps: tuple[int, ...] = CAPS) -> list[tuple[int, SessionKind, int]]:
    """What a week becomes."""
    gather(drafts, caps, DAY, FRAME)
    return [(draft.day - DAY, draft.kind, draft.minutes) for draft in drafts]


def test_four_runs_of_ten_minutes_become_two_of_twenty_far_apart() -> None:
    week = a_week(*[(day, K.EASY_RUN, 10) for day in (0, 1, 3, 5)])
    assert gathered(week) == [(0, K.EASY_RUN, 20), (5, K.EASY_RUN, 20)]


def test_runs_worth_while_stay_as_they_are() -> None:
    week = a_week((0, K.EASY_RUN, 15), (3, K.EASY_RUN, 20))
    assert gathered(week) == [(0, K.EASY_RUN, 15), (3, K.EASY_RUN, 20)]


def test_a_short_run_among_longer_ones_gets_its_share_where_all_are_worth_while() -> None:
    week = a_week((1, K.EASY_RUN, 15), (3, K.EASY_RUN, 10), (6, K.EASY_RUN, 25))
    assert gathered(week) == [(1, K.EASY_RUN, 15), (3, K.EASY_RUN, 15), (6, K.EASY_RUN, 15)]


def test_a_crumb_among_long_runs_gets_an_equal_part_where_all_are_evened() -> None:
    week = a_week((0, K.EASY_RUN, 15), (1, K.EASY_RUN, 35), (4, K.EASY_RUN, 10), (5, K.EASY_RUN, 20))
    gather(week, CAPS, DAY, FRAME, evened=True)
    assert [draft.minutes for draft in week] == [20, 20, 20, 20]


@pytest.mark.parametrize(("caps", "longer"), [(CAPS, 60), ((10, 60, 60, 60, 60, 60, 60), 40)])
def test_runs_whose_equal_parts_are_over_half_an_hour_or_their_days_are_not_evened(
    caps: tuple[int, ...], longer: int
) -> None:
    week = a_week((0, K.EASY_RUN, 10), (3, K.EASY_RUN, longer))
    gather(week, caps, DAY, FRAME, evened=True)
    assert [draft.minutes for draft in week] == [10, longer]


def test_too_little_for_even_one_run_worth_while_stays() -> None:
    assert gathered(a_week((2, K.EASY_RUN, 12))) == [(2, K.EASY_RUN, 12)]


def test_the_minutes_of_days_that_are_over_go_to_no_other_day() -> None:
    week = a_week((0, K.EASY_RUN, 10), (2, K.EASY_RUN, 10), (4, K.EASY_RUN, 10))
    gather(week, CAPS, DAY, FRAME, DAY + 3)
    assert [(draft.day - DAY, draft.minutes) for draft in week] == [(0, 10), (2, 10), (4, 10)]


def test_walks_and_strength_are_left_alone() -> None:
    week = a_week((0, K.EASY_RUN, 10), (1, K.RECOVERY_WALK, 10), (2, K.STRENGTH, 20), (4, K.EASY_RUN, 10))
    assert [line for line in gathered(week) if line[1] is not K.EASY_RUN] == [
        (1, K.RECOVERY_WALK, 10),
        (2, K.STRENGTH, 20),
    ]


def test_strength_on_the_same_day_keeps_its_minutes() -> None:
    week = a_week((0, K.EASY_RUN, 14), (0, K.STRENGTH, 20), (1, K.EASY_RUN, 14))
    assert gathered(week, (40, 10, 0, 0, 0, 0, 0))[0] == (0, K.EASY_RUN, 20)


@given(runs=st.dictionaries(st.integers(0, 6), st.integers(10, 45), min_size=1, max_size=6))
def test_together_the_runs_are_never_longer_than_before(runs: dict[int, int]) -> None:
    week = a_week(*[(day, K.EASY_RUN, minutes) for day, minutes in sorted(runs.items())])
    after = gathered(week)
    assert sum(minutes for _, _, minutes in after) <= sum(runs.values())
    assert {day for day, _, _ in after} <= set(runs)
    assert all(WORTH <= minutes <= LONGEST for _, _, minutes in after) or [m for _, _, m in after] == [
        minutes for _, minutes in sorted(runs.items())
    ]
