"""A pain takes 30 % from the week as it would have been, a lighter one too, and makes no session longer (C3, P3)."""

import datetime as dt

import pytest

from coach.history import Entry
from coach.plan import Plan
from coach.planning import plan
from coach.session import RUN_KINDS, SessionKind
from tests.builders import a_check_in
from tests.coach.rules.athletes import a_profile
from tests.coach.rules.choosers import seeded
from tests.coach.rules.story import DAY, followed, lines, metres, sessions_of

OLD_PAIN = tuple(a_check_in(dt.date(2026, 10, 1) + n * DAY, pain=pain) for n, pain in enumerate((4, 1, 1)))
"""A pain that was over weeks before anybody here began."""


def with_and_without(seed: int, *before: Entry) -> tuple[Plan, Plan, dt.date]:
    """The plan after a pain of 4 and the one without it, and the day after; until then all was done as planned.

    What was reported ``before`` the first day is long over.
    """
    pick = seeded(seed)
    profile = a_profile(pick)
    today = profile.start_date + pick.whole(3, 60) * DAY
    past: tuple[Entry, ...] = (*before, *followed(profile, today + DAY))
    sore = plan(profile, (*past, a_check_in(today, pain=4)), today, ahead=2)
    return sore, plan(profile, past, today, ahead=2), today + DAY


@pytest.mark.parametrize("seed", [63_000_024, 63_000_032, 63_000_108, 63_000_140])
def test_a_lighter_week_that_is_due_loses_its_share_too(seed: int) -> None:
    sore, calm, tomorrow = with_and_without(seed)
    assert 0.5 * metres(calm, tomorrow) <= metres(sore, tomorrow) <= 0.72 * metres(calm, tomorrow)


@pytest.mark.parametrize("seed", [63_000_014, 63_000_112, 63_000_147, 63_000_162, 63_000_452, 63_000_503])
def test_a_lighter_week_that_short_days_fill_loses_its_share_too(seed: int) -> None:
    """There the wish for less would change nothing: the days hold no more anyway."""
    sore, calm, tomorrow = with_and_without(seed)
    assert 0.5 * metres(calm, tomorrow) <= metres(sore, tomorrow) <= 0.73 * metres(calm, tomorrow)


@pytest.mark.parametrize("seed", [63_000_030, 63_000_042, 63_000_101, 63_000_215, 63_000_229])
def test_each_week_that_seven_days_of_pain_belong_to_loses_its_share(seed: int) -> None:
    """A week of a few short runs gathers what is left of them on other days: volume is counted by weeks (C3)."""
    sore, calm, tomorrow = with_and_without(seed)
    monday = tomorrow + (7 - tomorrow.weekday()) * DAY
    for first, days in ((tomorrow, (monday - tomorrow).days), (monday, 7)):
        assert metres(sore, first, days) <= 0.71 * metres(calm, first, days)


@pytest.mark.parametrize("seed", [63_000_003, 63_000_011, 63_000_030])
def test_a_pain_of_long_ago_changes_nothing_of_a_new_one(seed: int) -> None:
    sore, _, tomorrow = with_and_without(seed)
    again, _, _ = with_and_without(seed, *OLD_PAIN)
    assert lines(again, tomorrow, 14) == lines(sore, tomorrow, 14)


@pytest.mark.parametrize("seed", [63_000_042, 63_000_101])
def test_no_run_that_is_left_of_a_week_grows_by_what_was_run_in_it(seed: int) -> None:
    sore, calm, tomorrow = with_and_without(seed)
    end = tomorrow + (6 - tomorrow.weekday()) * DAY
    was = {s.date: s.minutes for s in sessions_of(calm, tomorrow, 7) if s.kind in RUN_KINDS and s.date <= end}
    now = {s.date: s.minutes for s in sessions_of(sore, tomorrow, 7) if s.kind in RUN_KINDS and s.date <= end}
    assert was
    assert all(minutes <= was.get(day, 0) for day, minutes in now.items())
    assert all(s.kind is not SessionKind.LONG_RUN for s in sessions_of(sore, tomorrow, 7))
