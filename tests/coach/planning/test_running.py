"""Weeks of continuous running that a coach would sign: near what somebody runs, hard enough, and worth while."""

import itertools

import pytest

from coach.plan import Phase, Plan
from coach.planning import plan
from coach.planning.athlete import CAREFUL_LIMITS, careful_limits
from coach.profile import Experience, Goal, Profile, Weekday
from coach.session import HARD_KINDS, RUN_KINDS, SessionKind
from coach.units import Metres
from tests.builders import MONDAY, a_check_in, a_day, a_result, an_athlete, an_entry, limits

K = SessionKind
MILE = 1609.344
TEN_K = an_athlete(
    goal=Goal.TEN_K,
    weekly_distance_m=Metres(35_000),
    longest_run_m=Metres(12_000),
    recent_race=a_result(10_000, 2700),
)
"""45 minutes over 10 km, with five days."""


def made(profile: Profile) -> Plan:
    return plan(profile, (), MONDAY)


@pytest.mark.parametrize("available", ["tue thu sat sun", "mon wed fri sun", "tue wed thu sat"])
@pytest.mark.parametrize("asked", [True, False])
def test_a_runner_of_28_miles_on_four_days_starts_near_them(available: str, *, asked: bool) -> None:
    runner = an_athlete(
        available_days=available,
        weekly_distance_m=Metres(int(28 * MILE)),
        longest_run_m=Metres(int(10 * MILE)),
        max_minutes=limits(90, 120) if asked else None,
    )
    assert 24 * MILE <= made(runner).weeks[0].distance_m <= 28 * MILE


def test_the_walk_leaves_the_day_with_most_room_to_a_run_that_needs_it() -> None:
    runner = an_athlete(
        available_days="tue thu sat sun", weekly_distance_m=Metres(45_000), longest_run_m=Metres(16_000)
    )
    first = made(runner).weeks[0]
    assert {s.date for s in first.sessions if s.kind is K.RECOVERY_WALK} == {a_day(1, "tue")}


def test_somebody_who_was_not_asked_and_runs_little_has_45_and_60_minutes() -> None:
    assert careful_limits(an_athlete(max_minutes=None, weekly_distance_m=None, longest_run_m=None)) == CAREFUL_LIMITS
    assert careful_limits(an_athlete(max_minutes=None, weekly_distance_m=10_000, longest_run_m=5000)) == CAREFUL_LIMITS


def test_somebody_who_was_not_asked_has_room_for_the_runs_they_state() -> None:
    given = careful_limits(an_athlete(weekly_distance_m=Metres(50_000), longest_run_m=Metres(16_000)))
    assert given.weekday >= 50_000 / 5 / 150 + 20
    assert given.weekend >= 16_000 / 150


def test_somebody_who_can_run_on_weekdays_only_has_room_for_the_long_run_there() -> None:
    runner = an_athlete(available_days="mon wed fri", weekly_distance_m=Metres(30_000), longest_run_m=Metres(14_000))
    assert careful_limits(runner).weekday >= 14_000 / 150


@pytest.mark.parametrize("available", ["mon tue thu sat sun", "tue wed thu sat sun"])
def test_a_45_minute_racer_on_five_days_gets_two_hard_runs_in_every_week_that_builds(available: str) -> None:
    weeks = made(an_athlete(**{**vars_of(TEN_K), "available_days": available})).weeks
    counts = {week.index: sum(s.kind in HARD_KINDS for s in week.sessions) for week in weeks}
    assert all(counts[week.index] == 2 for week in weeks if week.phase in {Phase.BUILD, Phase.PEAK})
    assert all(counts[week.index] == 1 for week in weeks if week.phase in {Phase.BASE, Phase.CUTBACK})


def vars_of(profile: Profile) -> dict[str, object]:
    return {name: getattr(profile, name) for name in profile.__slots__}


def test_an_open_ended_goal_keeps_one_hard_run_and_both_strength_sessions_on_five_days() -> None:
    for week in made(an_athlete(weekly_distance_m=Metres(35_000), longest_run_m=Metres(12_000))).weeks:
        assert sum(s.kind in HARD_KINDS for s in week.sessions) == 1
        assert sum(s.kind is K.STRENGTH for s in week.sessions) == 2


def test_a_returner_gets_one_hard_run_towards_a_race_as_well() -> None:
    returner = an_athlete(**{**vars_of(TEN_K), "experience": Experience.RETURNING})
    assert all(sum(s.kind in HARD_KINDS for s in week.sessions) <= 1 for week in made(returner).weeks)


@pytest.mark.parametrize("profile", [TEN_K, an_athlete()], ids=["racer", "runner"])
def test_strength_sessions_keep_a_day_between_them(profile: Profile) -> None:
    days = sorted(s.date for week in made(profile).weeks for s in week.sessions if s.kind is K.STRENGTH)
    assert min((after - before).days for before, after in itertools.pairwise(days)) >= 2


@pytest.mark.parametrize("metres", [8400, 9000, 10_000])
def test_a_week_of_little_has_runs_worth_while_and_no_scraps(metres: int) -> None:
    runner = an_athlete(weekly_distance_m=Metres(metres), longest_run_m=Metres(3500), available_days="mon wed fri sun")
    runs = [s.minutes for s in made(runner).weeks[0].sessions if s.kind in RUN_KINDS]
    assert len(runs) >= 2
    assert min(runs) >= 15


def test_while_it_hurts_after_a_break_no_run_is_under_a_quarter_of_an_hour() -> None:
    steady = tuple(an_entry(a_day(n, day), distance_m=5000) for n in (1, 2, 3) for day in ("tue", "thu", "sat"))
    runner = an_athlete(weekly_distance_m=Metres(19_000), longest_run_m=Metres(8000), experience=Experience.RETURNING)
    today = a_day(7, "tue")
    history = (*steady, an_entry(a_day(6, "sun"), minutes=20, distance_m=2800), a_check_in(today, pain=4))
    ahead = plan(runner, history, today).weeks[1:4]
    assert min(s.minutes for week in ahead for s in week.sessions if s.kind in RUN_KINDS) >= 15


# Two days a week, and strides


def two_days(**fields: object) -> Plan:
    known = {"weekly_distance_m": Metres(15_000), "longest_run_m": Metres(8000), "available_days": "wed sun"}
    return made(an_athlete(**{**known, "max_minutes": limits(60, 150), **fields}))


def test_two_days_hold_hard_and_long_runs_in_turn_beside_strength_and_say_what_went() -> None:
    found = two_days()
    ordinary = [week for week in found.weeks if week.phase is not Phase.CUTBACK]
    strong = [{s.kind for s in week.sessions} & (HARD_KINDS | {K.LONG_RUN}) for week in found.weeks]
    assert all(len(kinds) == 1 for kinds in strong)
    assert sum(kinds == {K.LONG_RUN} for kinds in strong) == 6
    assert all(sum(s.kind is K.STRENGTH for s in week.sessions) == 1 for week in ordinary)
    assert {"no_room_strength", "no_room_hard_run"} <= {warning.code for warning in found.warnings}


def test_without_strength_two_days_hold_a_hard_run_and_the_long_one() -> None:
    for week in two_days(strength_per_week=0).weeks:
        kinds = {s.kind for s in week.sessions}
        assert kinds & HARD_KINDS
        assert K.LONG_RUN in kinds


def test_a_long_run_day_with_less_room_takes_nothing_from_the_other_of_two_days() -> None:
    narrow = two_days(available_days="fri sun", long_run_day=Weekday.FRI, max_minutes=limits(30, 120))
    longest = [max(s.minutes for s in week.sessions if s.kind in RUN_KINDS) for week in narrow.weeks]
    assert min(longest) >= 40


def test_one_day_a_week_says_that_it_has_no_room_for_hard_runs() -> None:
    found = two_days(available_days="sat")
    assert not [s for week in found.weeks for s in week.sessions if s.kind in HARD_KINDS]
    assert "no_room_hard_run" in {warning.code for warning in found.warnings}


def test_a_week_with_one_hard_run_closes_an_easy_one_with_strides() -> None:
    four = an_athlete(available_days="tue thu sat sun", longest_run_m=Metres(9000))
    for week in made(four).weeks:
        names = [s.title.key for s in week.sessions if s.kind is K.EASY_RUN]
        strides = [name for name in names if "strides" in name]
        hard = [s for s in week.sessions if s.kind in HARD_KINDS]
        assert len(strides) == (week.phase is not Phase.CUTBACK and len(hard) < 2)


def test_pain_takes_the_strides_out() -> None:
    four = an_athlete(available_days="tue thu sat sun")
    found = plan(four, (a_check_in(MONDAY, pain=4),), MONDAY)
    soon = [s for s in found.weeks[0].sessions if s.kind is K.EASY_RUN]
    assert soon
    assert not [s for s in soon if "strides" in s.title.key]


@pytest.mark.parametrize("goal", [Goal.GENERAL_FITNESS, Goal.HALF_MARATHON])
def test_a_returner_begins_with_a_week_of_easy_runs(goal: Goal) -> None:
    returner = an_athlete(goal=goal, experience=Experience.RETURNING, weeks=12, race_date=None)
    first, second, *_ = made(returner).weeks
    assert not [s for s in first.sessions if s.kind in HARD_KINDS]
    assert [s for s in second.sessions if s.kind in HARD_KINDS]
