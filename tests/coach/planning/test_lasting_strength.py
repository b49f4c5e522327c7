"""Strength that lasts: both sessions in turn, every muscle every week, never weeks without (W0, W7)."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.history import Entry
from coach.plan import Phase, Plan, Week
from coach.planning import plan
from coach.profile import Equipment, Experience, Goal, Profile
from coach.session import RUN_KINDS, Session, SessionKind
from coach.units import Metres
from tests.builders import MONDAY, a_beginner, an_athlete, an_entry, health, limits
from tests.coach.workouts.slots import exercises_of
from tests.depth import examples

DAY = dt.timedelta(days=1)
HEAVY = 9
"""The first week of heavy strength."""


def strength_of(week: Week) -> list[Session]:
    return [session for session in week.sessions if session.kind is SessionKind.STRENGTH]


def letters(made: Plan) -> list[str]:
    return [session.workout for week in made.weeks for session in strength_of(week)]


def muscles(week: Week) -> set[str]:
    return {part.exercise for session in strength_of(week) for part in exercises_of(session)}


@pytest.mark.parametrize("wish", [1, 2])
def test_one_session_a_week_is_the_other_one_each_week(wish: int) -> None:
    """Whether it was wished so, or three days leave no room for a second."""
    athlete = an_athlete(
        goal=Goal.LEANER_LEGS,
        available_days="wed fri sun",
        weekly_distance_m=Metres(15_000),
        longest_run_m=Metres(8000),
        strength_per_week=wish,
        max_minutes=limits(60, 150),
    )
    found = letters(plan(athlete, (), MONDAY))
    assert len(found) == 12
    assert all(one != two for one, two in pairwise(found))


def test_a_week_of_two_sessions_begins_with_the_first() -> None:
    made = plan(a_beginner(weeks=8), (), MONDAY)
    assert all(
        [session.workout for session in strength_of(week)] == ["strength_a", "strength_b"]
        for week in made.weeks
        if len(strength_of(week)) == 2
    )


@pytest.mark.parametrize("weekday", [60, 75, 90])
@pytest.mark.parametrize("experience", [Experience.REGULAR, Experience.EXPERIENCED])
def test_heavy_weeks_reach_hamstrings_and_calves_where_days_have_room(experience: Experience, weekday: int) -> None:
    athlete = an_athlete(
        goal=Goal.LEANER_LEGS,
        experience=experience,
        available_days="mon tue wed thu sat sun",
        equipment=frozenset(Equipment),
        max_minutes=limits(weekday, 150),
        weekly_distance_m=Metres(22_000),
        longest_run_m=Metres(8000),
    )
    heavy = [week for week in plan(athlete, (), MONDAY).weeks[HEAVY - 1 :] if week.phase is not Phase.CUTBACK]
    assert len(heavy) >= 3
    for week in heavy:
        assert {"squat", "lunge", "step_up", "calf_raise", "single_leg_deadlift"} <= muscles(week), week.index
        for session in strength_of(week):
            day = sum(other.minutes for other in week.sessions if other.date == session.date)
            assert 30 <= session.minutes <= 35 or (session.minutes >= 25 and day == weekday)


@pytest.mark.parametrize("weekday", [30, 45, 60, 90])
@pytest.mark.parametrize("days", ["mon tue thu sat sun", "mon tue wed thu sat sun", "tue wed fri sun"])
@pytest.mark.parametrize("goal", [Goal.LEANER_LEGS, Goal.HALF_MARATHON])
def test_a_lighter_week_has_no_more_strength_than_the_week_before(goal: Goal, days: str, weekday: int) -> None:
    """Its runs are shorter, and what they leave of the day is rest."""
    athlete = an_athlete(
        goal=goal,
        experience=Experience.EXPERIENCED,
        available_days=days,
        max_minutes=limits(weekday, 120),
        weekly_distance_m=Metres(30_000),
        longest_run_m=Metres(11_000),
        weeks=16,
    )
    weeks = plan(athlete, (), MONDAY).weeks
    pairs = [
        (strength_of(before), strength_of(week)) for before, week in pairwise(weeks) if week.phase is Phase.CUTBACK
    ]
    pairs = [(before, after) for before, after in pairs if len(before) == len(after)]
    assert pairs
    for before, after in pairs:
        assert sum(session.minutes for session in after) <= sum(session.minutes for session in before)


@pytest.mark.parametrize("weeks_off", [2, 3, 5])
@pytest.mark.parametrize("days", ["mon tue thu sat sun", "tue thu sat sun", "mon tue wed thu sat sun"])
def test_strength_comes_back_in_steps_after_a_return(days: str, weeks_off: int) -> None:
    athlete = an_athlete(available_days=days, weeks=16, max_minutes=limits(60, 120))
    today = MONDAY + 7 * weeks_off * DAY
    runs = tuple(an_entry(MONDAY - n * DAY, minutes=45, distance_m=Metres(7000)) for n in range(27, 0, -3))
    again = an_entry(today - DAY, minutes=20, distance_m=Metres(3000))
    weeks = plan(athlete, (*runs, again), today).weeks
    pairs = [(b, a) for b, a in pairwise(weeks) if b.phase is Phase.RETURN and a.phase is not Phase.RETURN]
    assert len(pairs) == 1
    assert all(session.minutes <= 20 for week in pairs[0] for session in strength_of(week))


def test_everything_comes_round_within_four_heavy_weeks() -> None:
    weeks = plan(an_athlete(goal=Goal.LEANER_LEGS, weeks=12), (), MONDAY).weeks[HEAVY - 1 :]
    everything = {"squat", "lunge", "step_up", "glute_bridge", "calf_raise", "single_leg_deadlift", "plank"}
    assert set().union(*map(muscles, weeks)) == everything


def strong_weeks(athlete: Profile) -> list[int]:
    return [len(strength_of(week)) for week in plan(athlete, (), MONDAY).weeks]


@pytest.mark.parametrize("minutes", [30, 35, 40])
@pytest.mark.parametrize("goal", [Goal.LEANER_LEGS, Goal.GENERAL_FITNESS])
def test_three_short_days_hold_strength_every_week(goal: Goal, minutes: int) -> None:
    athlete = a_beginner(goal=goal, available_days="tue thu sun", max_minutes=limits(minutes, minutes))
    assert min(strong_weeks(athlete)) >= 1


def test_at_76_three_days_of_forty_minutes_hold_strength_every_week() -> None:
    athlete = a_beginner(
        goal=Goal.GENERAL_FITNESS,
        age=76,
        experience=Experience.RETURNING,
        available_days="mon wed fri",
        max_minutes=limits(40, 40),
        weekly_distance_m=Metres(5000),
        longest_run_m=Metres(2000),
    )
    assert min(strong_weeks(athlete)) >= 1


def test_what_went_for_it_is_said() -> None:
    made = plan(a_beginner(available_days="tue thu sun", max_minutes=limits(35, 35)), (), MONDAY)
    assert {"no_room_run", "no_room_strength"} <= {notice.code for notice in made.warnings}


def test_who_wants_no_strength_keeps_three_runs() -> None:
    athlete = a_beginner(available_days="tue thu sun", max_minutes=limits(35, 35), strength_per_week=0)
    made = plan(athlete, (), MONDAY)
    assert {len(week.sessions) for week in made.weeks} == {3}


@examples(15)
@given(
    days=st.sampled_from(["tue thu sun", "mon wed sat", "mon wed fri sun", "tue thu"]),
    weekday=st.integers(25, 60),
    age=st.integers(18, 75),
)
def test_a_beginner_with_three_days_or_more_is_never_weeks_without(days: str, weekday: int, age: int) -> None:
    athlete = a_beginner(available_days=days, max_minutes=limits(weekday, weekday), age=age)
    ladder = [w for w in plan(athlete, (), MONDAY).weeks if any(s.kind is SessionKind.RUN_WALK for s in w.sessions)]
    if len(days.split()) > 2:
        assert all(strength_of(week) for week in ladder)


def test_effort_too_high_adds_nothing() -> None:
    """A hard run that becomes easy leaves room for strength, and none comes to it (C2)."""
    athlete = an_athlete(goal=Goal.TEN_K, available_days="tue wed thu sat sun", weekly_distance_m=Metres(40_000))
    today = MONDAY + 38 * DAY
    calm, hard = (plan(athlete, too_hard(athlete, today, more), today) for more in (0, 4))
    assert any(change.rule == "effort_too_high" for change in hard.changes)
    for before, after in zip(calm.weeks[:2], hard.weeks[:2], strict=True):
        assert len(strength_of(after)) <= len(strength_of(before))
        assert sum(s.minutes for s in after.sessions) <= sum(s.minutes for s in before.sessions)


def too_hard(athlete: Profile, until: dt.date, more: int) -> list[Entry]:
    """All as planned, its last two runs so much harder than they should have been."""
    done = [session for week in plan(athlete, (), MONDAY).weeks for session in week.sessions if session.date < until]
    runs = [session for session in done if session.kind in RUN_KINDS][-2:]
    return [
        an_entry(
            session.date,
            session.kind,
            minutes=session.minutes,
            distance_m=session.distance_m,
            rpe=min(10, session.target.rpe[0] + (more if session in runs else 0)),
            target_rpe=session.target.rpe,
        )
        for session in done
    ]


def test_strength_in_pregnancy_never_becomes_heavy_and_says_why() -> None:
    made = plan(an_athlete(health=health("pregnant"), weeks=24), (), MONDAY)
    parts = [part for week in made.weeks for session in strength_of(week) for part in exercises_of(session)]
    assert min(part.reps for part in parts if part.reps) >= 10
    assert max(part.sets for part in parts) <= 3
    assert all(
        session.why.key.startswith("why.strength_expecting.") for week in made.weeks for session in strength_of(week)
    )
