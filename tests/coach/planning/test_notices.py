"""What is told beside a plan: careful guesses, care, and what the calendar had no room for."""

import datetime as dt
from dataclasses import replace

import pytest

from coach.history import Entry
from coach.planning import plan
from coach.profile import Experience, Goal, Profile, Weekday
from coach.units import Kilograms, Metres
from tests.builders import MONDAY, a_beginner, a_check_in, a_day, an_athlete, an_entry, health, limits


def codes(profile: Profile, history: tuple[Entry, ...] = (), today: dt.date = MONDAY) -> list[str]:
    return [notice.code for notice in plan(profile, history, today).warnings]


def test_somebody_who_told_everything_and_has_room_is_told_nothing() -> None:
    assert codes(an_athlete()) == []


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("weekly_distance_m", "unknown_distance"),
        ("longest_run_m", "unknown_longest"),
        ("max_minutes", "unknown_minutes"),
        ("strength_per_week", "unknown_strength"),
        ("equipment", "unknown_equipment"),
        ("cross_training", "unknown_cross_training"),
    ],
)
def test_every_careful_guess_is_told(field: str, code: str) -> None:
    assert code in codes(an_athlete(**{field: None}))


def test_unknown_minutes_name_the_limits_that_were_taken() -> None:
    runner = an_athlete(max_minutes=None, weekly_distance_m=Metres(45_000), longest_run_m=Metres(16_000))
    notice = next(each for each in plan(runner, (), MONDAY).warnings if each.code == "unknown_minutes")
    figures = dict(notice.text.args)
    assert figures["weekday"] > 45
    assert figures["weekend"] >= 16_000 / 150


def test_care_is_told_before_guesses() -> None:
    told = codes(an_athlete(health=health("heart_condition"), max_minutes=None))
    assert told.index("screening") < told.index("unknown_minutes")


@pytest.mark.parametrize(
    ("flag", "code"),
    [("pregnant", "pregnant"), ("beta_blocker", "beta_blocker"), ("eating_disorder", "eating_disorder")],
)
def test_health_flags_that_change_the_plan_are_told(flag: str, code: str) -> None:
    assert code in codes(an_athlete(health=health(flag)))


def test_heavy_newcomers_are_told_that_walking_comes_first() -> None:
    assert "walking_first" in codes(a_beginner(weight_kg=Kilograms(130)))


@pytest.mark.parametrize(("level", "code"), [(4, "pain_easy"), (7, "pain_no_running")])
def test_a_pain_is_told_as_long_as_it_lasts(level: int, code: str) -> None:
    sore = (a_check_in(MONDAY, pain=level),)
    assert code in codes(an_athlete(), sore)
    calm = tuple(a_check_in(MONDAY + dt.timedelta(days=n), pain=1) for n in (1, 2))
    assert code not in codes(an_athlete(), (*sore, *calm), a_day(2, "mon"))


def test_entries_of_the_future_are_counted_and_told() -> None:
    notice = plan(an_athlete(), (an_entry(a_day(2, "mon")),), MONDAY).warnings[0]
    assert (notice.code, dict(notice.text.args)) == ("future_entries", {"n": 1})


def test_a_long_day_that_is_too_short_or_not_available_is_told() -> None:
    short = an_athlete(max_minutes=limits(60, 20))
    taken = an_athlete(available_days="mon tue thu sat")
    assert "long_day_short" in codes(short)
    assert "long_day_taken" in codes(taken)


def test_a_race_far_beyond_the_longest_run_and_a_late_start_are_told() -> None:
    racer = an_athlete(goal=Goal.MARATHON, weeks=None, race_date=a_day(5, "sun"))
    assert {"race_too_long", "race_soon"} <= set(codes(racer))


def test_a_race_after_the_block_is_told_with_its_date() -> None:
    assert "race_after_block" in codes(an_athlete(goal=Goal.TEN_K, weeks=8, race_date=a_day(40, "sun")))


def test_a_race_that_care_forbids_is_told() -> None:
    racer = an_athlete(goal=Goal.TEN_K, weeks=None, race_date=a_day(10, "sun"), health=health("pregnant"))
    assert "race_not_planned" in codes(racer)


def test_what_the_calendar_had_no_room_for_is_told_in_the_order_it_went() -> None:
    told = codes(an_athlete(available_days="tue thu sat sun", max_minutes=limits(30)))
    lost = [code for code in told if code.startswith("no_room_")]
    order = ["no_room_strength", "no_room_hard_run", "no_room_recovery_walk", "no_room_all_strength", "no_room_run"]
    assert lost
    assert lost == [code for code in order if code in lost]


def test_longer_days_are_advised_only_where_they_would_hold_the_second_strength_session() -> None:
    short = an_athlete(available_days="tue sat", max_minutes=limits(25, 60))
    two_hard = an_athlete(
        goal=Goal.TEN_K, experience=Experience.EXPERIENCED, weeks=10, weekly_distance_m=Metres(42_000)
    )
    longer, days = (
        [notice.text.key for notice in plan(profile, (), MONDAY).warnings if notice.code == "no_room_strength"]
        for profile in (short, two_hard)
    )
    assert longer == ["warning.no_room_strength_longer"]
    assert days == ["warning.no_room_strength"]


def test_nothing_is_told_twice() -> None:
    told = plan(a_beginner(health=health("heart_condition", "beta_blocker"), equipment=None), (), MONDAY).warnings
    assert len(told) == len(set(told))


# The race and the longest run; the long run's day; paces that became known

RACER = an_athlete(goal=Goal.TEN_K, weeks=None, race_date=a_day(1, "sun"), longest_run_m=Metres(14_000))


def test_the_stated_longest_run_counts_before_a_race_that_is_near() -> None:
    assert "race_too_long" not in codes(RACER)


def test_a_longer_run_of_the_last_days_counts_before_a_race() -> None:
    short = an_athlete(goal=Goal.TEN_K, weeks=None, race_date=a_day(1, "sun"), longest_run_m=Metres(3000))
    ran = an_entry(MONDAY - dt.timedelta(days=9), distance_m=Metres(9000), minutes=60)
    assert "race_too_long" in codes(short)
    assert "race_too_long" not in codes(short, (ran,))


def test_a_long_run_of_long_before_the_race_counts_for_nothing() -> None:
    """As before weeks of illness: what was run thirty days before the race and earlier is gone by then."""
    runner = an_athlete(
        goal=Goal.HALF_MARATHON,
        weeks=None,
        race_date=a_day(7, "sat"),
        weekly_distance_m=Metres(12_000),
        longest_run_m=Metres(4_000),
    )
    ran = an_entry(MONDAY - dt.timedelta(days=9), distance_m=Metres(12_000), minutes=80)
    assert "race_too_long" in codes(runner, (ran,))


def test_a_long_day_with_less_room_than_another_is_told_with_both_days_and_limits() -> None:
    runner = an_athlete(available_days="tue wed thu sat sun", long_run_day=Weekday.WED, max_minutes=limits(40, 150))
    (notice,) = (each for each in plan(runner, (), MONDAY).warnings if each.code == "long_day_narrow")
    assert dict(notice.text.args) == {"day": Weekday.WED, "minutes": 40, "roomy": Weekday.SUN, "most": 150}
    assert "long_day_narrow" not in codes(replace(runner, long_run_day=Weekday.SUN))


def test_a_first_slow_result_does_not_call_anybody_fitter() -> None:
    slow = an_entry(MONDAY, "race", distance_m=Metres(5000), minutes=40, rpe=9, planned=False)
    runner = an_athlete(recent_race=None)
    told = codes(runner, (slow,), MONDAY + dt.timedelta(days=1))
    assert "known_paces" in told
    assert "new_paces" not in told


def test_a_planned_easy_run_that_felt_terrible_is_no_test() -> None:
    hard = an_entry(MONDAY, distance_m=Metres(3750), minutes=25, rpe=8, target_rpe=(3, 4), planned=True)
    made = plan(an_athlete(recent_race=None), (hard,), MONDAY + dt.timedelta(days=1))
    assert made.fitness is None
