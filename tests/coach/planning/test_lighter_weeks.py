"""Lighter weeks, tapers and the days before a race hold fewer sensible runs rather than crumbs of all of them."""

import pytest

from coach.plan import Phase, Plan, Week
from coach.planning import plan
from coach.profile import Goal, Profile
from coach.session import RUN_KINDS, SessionKind
from coach.units import Metres
from tests.builders import a_day, an_athlete, limits

K = SessionKind


def made(profile: Profile) -> Plan:
    return plan(profile, (), profile.start_date)


def of_phase(profile: Profile, phase: Phase) -> list[Week]:
    return [week for week in made(profile).weeks if week.phase is phase]


def lengths(week: Week, *kinds: SessionKind) -> list[int]:
    return [session.minutes for session in week.sessions if session.kind in (kinds or RUN_KINDS - {K.RACE})]


@pytest.mark.parametrize("days", ["tue thu sun", "mon tue thu sun", "mon tue thu sat sun", "mon tue wed fri sat sun"])
@pytest.mark.parametrize("weekly", [12_000, 16_000, 20_000, 26_000])
def test_no_run_of_a_lighter_week_is_a_crumb(days: str, weekly: int) -> None:
    runner = an_athlete(available_days=days, weekly_distance_m=Metres(weekly), longest_run_m=Metres(weekly // 3))
    lighter = of_phase(runner, Phase.CUTBACK)
    assert lighter
    for week in lighter:
        assert min(lengths(week)) >= 20, week.index
        assert min(lengths(week, K.LONG_RUN), default=30) >= 25, week.index


def test_the_hard_run_of_a_lighter_week_is_shorter_rather_than_the_easy_ones_crumbs() -> None:
    runner = an_athlete(available_days="tue thu sun", weekly_distance_m=Metres(16_000), longest_run_m=Metres(6_000))
    first = of_phase(runner, Phase.CUTBACK)[0]
    assert [s.minutes for s in first.sessions if s.kind in {K.TEMPO_RUN, K.INTERVAL_RUN, K.HILL_RUN}] == [25]


@pytest.mark.parametrize("days", ["tue thu sun", "mon wed fri sun", "mon tue thu sat sun"])
@pytest.mark.parametrize("weekly", [12_000, 18_000, 25_000])
def test_the_last_days_before_a_race_hold_runs_worth_dressing_for(days: str, weekly: int) -> None:
    runner = an_athlete(
        available_days=days,
        goal=Goal.TEN_K,
        weeks=None,
        race_date=a_day(10, "sun"),
        weekly_distance_m=Metres(weekly),
        longest_run_m=Metres(weekly // 3),
    )
    last = lengths(made(runner).weeks[-1])
    assert last
    assert min(last) >= 15
    assert max(last[-1:]) <= 30


def test_a_run_within_two_days_of_the_race_gives_what_is_over_half_an_hour_to_earlier_ones() -> None:
    runner = an_athlete(
        available_days="tue fri sun",
        goal=Goal.TEN_K,
        weeks=None,
        race_date=a_day(10, "sun"),
        weekly_distance_m=Metres(25_000),
        longest_run_m=Metres(10_000),
        max_minutes=limits(60, 120),
    )
    tuesday, friday = lengths(made(runner).weeks[-1])
    assert friday <= 30 < tuesday
