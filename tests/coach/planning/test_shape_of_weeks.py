"""The shape a coach gives to weeks: lighter weeks that are, fresh legs for long runs and races, runs worth while."""

import datetime as dt
import itertools
from dataclasses import replace

import pytest

from coach.plan import Phase, Plan, Week
from coach.planning import plan
from coach.profile import Experience, Goal, Profile, Weekday
from coach.session import RUN_KINDS, Session, SessionKind
from coach.units import Metres
from tests.builders import MONDAY, a_check_in, a_day, a_result, an_athlete, an_entry, limits
from tests.coach.rules.athletes import a_profile
from tests.coach.rules.choosers import seeded
from tests.coach.rules.story import followed

K = SessionKind
DAY = dt.timedelta(days=1)
BUILDING = {Phase.BASE, Phase.BUILD, Phase.PEAK}
HALF = an_athlete(
    goal=Goal.HALF_MARATHON,
    available_days="tue thu sat sun",
    weekly_distance_m=Metres(30_000),
    longest_run_m=Metres(11_000),
    max_minutes=limits(60, 150),
    weeks=None,
    race_date=a_day(24, "sun"),
)
MARATHON = an_athlete(
    goal=Goal.MARATHON,
    experience=Experience.EXPERIENCED,
    available_days="mon tue wed thu fri sun",
    weekly_distance_m=Metres(60_000),
    longest_run_m=Metres(22_000),
    max_minutes=limits(90, 180),
    weeks=None,
    race_date=a_day(16, "sun"),
)


def made(profile: Profile) -> Plan:
    return plan(profile, (), profile.start_date)


def the_long_run(week: Week) -> Session | None:
    return next((session for session in week.sessions if session.kind is K.LONG_RUN), None)


@pytest.mark.parametrize("profile", [HALF, MARATHON], ids=["half", "marathon"])
def test_a_lighter_week_takes_its_share_from_the_long_run_too(profile: Profile) -> None:
    for before, week in itertools.pairwise(made(profile).weeks):
        was, now = the_long_run(before), the_long_run(week)
        if week.phase is Phase.CUTBACK and was and now:
            assert 0.6 * was.minutes <= now.minutes <= 0.85 * was.minutes, week.index


def test_no_long_run_before_a_half_marathon_is_over_20_km_for_whoever_ran_less() -> None:
    assert max(long.distance_m or 0 for week in made(HALF).weeks if (long := the_long_run(week))) <= 20_100


def test_a_half_marathon_from_15_km_a_week_comes_near_enough_to_need_no_warning() -> None:
    runner = an_athlete(
        goal=Goal.HALF_MARATHON,
        weekly_distance_m=Metres(15_000),
        longest_run_m=Metres(6000),
        max_minutes=limits(90, 210),
        weeks=None,
        race_date=a_day(14, "sun"),
    )
    planned = made(runner)
    assert max(long.distance_m or 0 for week in planned.weeks if (long := the_long_run(week))) > 10_600
    assert "race_too_long" not in {notice.code for notice in planned.warnings}


@pytest.mark.parametrize("goal", [Goal.TEN_K, Goal.HALF_MARATHON, Goal.MARATHON])
def test_the_day_before_the_long_run_saves_legs_for_it(goal: Goal) -> None:
    runner = an_athlete(
        goal=goal,
        available_days="tue thu sat sun",
        weekly_distance_m=Metres(30_000),
        longest_run_m=Metres(12_000),
        max_minutes=limits(60, 180),
        weeks=20,
        race_date=a_day(20, "sun"),
    )
    for week in made(runner).weeks:
        long = the_long_run(week)
        eve = [s.minutes for s in week.sessions if long and s.date == long.date - DAY and s.kind is K.EASY_RUN]
        if long and week.phase in BUILDING:
            assert all(minutes <= max(50, 0.6 * long.minutes) for minutes in eve), week.index


def test_whoever_is_used_to_longer_runs_keeps_them_before_the_long_run() -> None:
    runner = an_athlete(
        available_days="tue thu sat sun",
        weekly_distance_m=Metres(45_000),
        longest_run_m=Metres(16_000),
        max_minutes=limits(90, 120),
    )
    first = made(runner).weeks[0]
    assert [s.minutes for s in first.sessions if s.date == a_day(1, "sat")] == [75]


@pytest.mark.parametrize("seed", range(51_000_000, 51_000_040))
def test_no_run_of_ten_minutes_stands_beside_a_long_run_in_a_week_that_builds(seed: int) -> None:
    profile = a_profile(seeded(seed))
    short = min(profile.max_minutes.weekday, profile.max_minutes.weekend) if profile.max_minutes else 45
    for week in made(profile).weeks:
        long = the_long_run(week)
        if long and long.minutes >= 30 and week.phase in BUILDING and week.start >= profile.start_date:
            easy = [s.minutes for s in week.sessions if s.kind is K.EASY_RUN]
            assert all(minutes >= min(14, short) for minutes in easy), week.index


@pytest.mark.parametrize("goal", [Goal.FIVE_K, Goal.TEN_K, Goal.HALF_MARATHON, Goal.MARATHON])
@pytest.mark.parametrize("days", ["mon tue thu sat sun", "tue wed thu fri sat sun", "mon wed fri sun"])
def test_the_last_run_before_a_race_is_the_shortest(goal: Goal, days: str) -> None:
    runner = an_athlete(
        goal=goal,
        available_days=days,
        weekly_distance_m=Metres(42_000),
        longest_run_m=Metres(15_000),
        recent_race=a_result(10_000, 3000),
        max_minutes=limits(75, 180),
        weeks=None,
        race_date=a_day(14, "sun"),
    )
    last = [s.minutes for s in made(runner).weeks[-1].sessions if s.kind is K.EASY_RUN]
    assert len(last) > 1
    assert last[-1] <= min(last[:-1])


@pytest.mark.parametrize(("race", "most"), [("wed", 40), ("thu", 65), ("fri", 90)])
def test_a_race_in_the_first_days_is_run_on_fresh_legs(race: str, most: int) -> None:
    runner = an_athlete(
        goal=Goal.TEN_K,
        available_days="tue wed thu sat sun",
        weekly_distance_m=Metres(40_000),
        longest_run_m=Metres(14_000),
        recent_race=a_result(10_000, 2700),
        max_minutes=limits(60, 150),
        weeks=None,
        race_date=a_day(1, race),
    )
    sessions = made(runner).weeks[0].sessions
    before = [s.minutes for s in sessions if s.kind in RUN_KINDS - {K.RACE} and s.date < a_day(1, race)]
    assert 0 < sum(before) <= most
    assert [s.minutes for s in sessions if s.kind is K.RACE] == [45]


def test_a_return_soon_after_the_start_is_measured_by_the_stated_week() -> None:
    runner = an_athlete(
        available_days="tue thu sat sun", weekly_distance_m=Metres(30_000), longest_run_m=Metres(12_000)
    )
    history = (
        an_entry(MONDAY + DAY, minutes=40, distance_m=Metres(6000)),
        an_entry(MONDAY + 3 * DAY, minutes=40, distance_m=Metres(6000)),
        a_check_in(MONDAY + 5 * DAY, "fever"),
        a_check_in(MONDAY + 6 * DAY, "fever"),
    )
    weeks = plan(runner, history, MONDAY + 16 * DAY).weeks
    assert [week.phase for week in weeks[:2]] == [Phase.RETURN, Phase.RETURN]
    assert 12_000 <= weeks[1].distance_m <= 15_000


@pytest.mark.parametrize("seed", range(52_000_000, 52_000_012))
def test_runs_of_a_return_have_lengths_that_people_know(seed: int) -> None:
    runner = a_profile(seeded(seed))
    first = runner.start_date + 10 * DAY
    history = (a_check_in(runner.start_date, "fever"), a_check_in(first, "well"))
    for week in plan(runner, history, first).weeks[1:]:
        runs = [s.minutes for s in week.sessions if s.kind is K.EASY_RUN and week.phase is Phase.RETURN]
        odd = [minutes for minutes in runs if minutes > 10 and minutes % 5]
        assert odd == [] or len(runs) == 1, week.index  # a week's only run may grow by minutes (P1)


def test_the_long_run_grows_by_minutes_where_five_more_are_a_little_too_many() -> None:
    runner = an_athlete(
        goal=Goal.LEANER_LEGS,
        experience=Experience.EXPERIENCED,
        available_days="mon tue wed thu sat sun",
        weekly_distance_m=Metres(22_000),
        longest_run_m=Metres(8000),
        max_minutes=limits(60, 150),
        weeks=12,
    )
    lengths = [long.minutes for week in made(runner).weeks if (long := the_long_run(week))]
    assert lengths[0] == 50
    assert max(lengths) >= 65


def test_no_run_on_the_way_back_from_a_pain_is_longer_than_easy_runs_are() -> None:
    """Two long days must not hold all that the return leaves of a big week (C1, C3)."""
    runner = an_athlete(
        experience=Experience.EXPERIENCED,
        available_days="wed sat sun",
        weekly_distance_m=Metres(65_000),
        longest_run_m=Metres(25_000),
        max_minutes=limits(15, 150),
    )
    sore = [
        an_entry(MONDAY - 2 * DAY, minutes=180, distance_m=Metres(32_000)),
        an_entry(MONDAY - DAY, minutes=180, distance_m=Metres(32_000)),
        a_check_in(MONDAY + DAY, pain=7),
        a_check_in(MONDAY + 2 * DAY, pain=1),
        a_check_in(MONDAY + 3 * DAY, pain=1),
    ]
    back = plan(runner, sore, MONDAY + 4 * DAY)
    runs = [s for week in back.weeks[:2] for s in week.sessions if s.kind in RUN_KINDS]
    assert {week.phase for week in back.weeks[:2]} == {Phase.RETURN}
    assert max(run.minutes for run in runs) == 75


def test_two_days_a_week_of_which_one_is_short_hold_their_distance_from_block_to_block() -> None:
    """What the short day has no room for the other one keeps, so that nobody's weeks melt away."""
    runner = an_athlete(
        available_days="wed sun",
        weekly_distance_m=Metres(50_000),
        longest_run_m=Metres(20_000),
        max_minutes=limits(90, 45),
    )
    weeks = [week for week in made(replace(runner, weeks=24)).weeks if week.phase in BUILDING]
    assert min(week.distance_m for week in weeks) >= 0.9 * weeks[0].distance_m


def test_after_a_week_of_which_nothing_was_measured_a_lighter_one_still_holds_runs() -> None:
    runner, today = an_athlete(), a_day(4, "mon")
    told = [
        an_entry(entry.date, entry.kind, distance_m=None)
        for entry in followed(runner, today)
        if entry.date >= a_day(3, "mon")
    ]
    before = tuple(entry for entry in followed(runner, today) if entry.date < a_day(3, "mon"))
    week = plan(runner, (*before, *told), today).weeks[0]
    assert week.phase is Phase.CUTBACK
    assert len([s for s in week.sessions if s.kind in RUN_KINDS]) >= 3


@pytest.mark.parametrize("experience", [Experience.RETURNING, Experience.REGULAR, Experience.EXPERIENCED])
@pytest.mark.parametrize("weekly", [500, 1_500, 3_000, 4_400, 4_600, 6_000, 8_000])
@pytest.mark.parametrize("available", ["mon wed fri sat sun", "tue thu sat", "wed sun"])
def test_who_runs_little_has_weeks_that_follow_from_each_other(
    experience: Experience, weekly: int, available: str
) -> None:
    runner = an_athlete(
        experience=experience, weekly_distance_m=Metres(weekly), longest_run_m=Metres(weekly // 2),
        available_days=available, max_minutes=limits(45, 90), strength_per_week=1, weeks=12,
    )  # fmt: skip
    weeks = plan(runner, (), MONDAY).weeks
    for before, week in itertools.pairwise(weeks):
        if Phase.CUTBACK not in {before.phase, week.phase}:
            assert 0.6 * before.distance_m <= week.distance_m <= 1.5 * before.distance_m
        assert (
            week.distance_m <= max(1.3 * before.distance_m, before.distance_m + 1_500) or before.phase is Phase.CUTBACK
        )


@pytest.mark.parametrize("weekday", [15, 20, 30, 45])
@pytest.mark.parametrize("weekend", [60, 90, 120])
@pytest.mark.parametrize("weekly", [15_000, 30_000, 60_000])
def test_on_two_days_the_long_run_is_not_shorter_than_the_easy_one_of_other_weeks(
    weekday: int, weekend: int, weekly: int
) -> None:
    runner = an_athlete(
        experience=Experience.EXPERIENCED, available_days="wed sat", long_run_day=Weekday.SAT, strength_per_week=2,
        weekly_distance_m=Metres(weekly), longest_run_m=Metres(weekly // 3), max_minutes=limits(weekday, weekend),
        weeks=12,
    )  # fmt: skip
    building = [week for week in plan(runner, (), MONDAY).weeks if week.phase in BUILDING]
    runs = [run for week in building for run in week.sessions if run.date.weekday() == 5 and run.kind in RUN_KINDS]
    long = [run.minutes for run in runs if run.kind is K.LONG_RUN]
    easy = [run.minutes for run in runs if run.kind is K.EASY_RUN]
    assert min(long, default=999) >= 0.7 * max(easy, default=0)
