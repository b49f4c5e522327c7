"""Beginners and their calendars: nobody is kept on the ladder by what they offer, by time off, or by a longer run."""

import datetime as dt
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.history import Entry
from coach.plan import Plan
from coach.planning import plan
from coach.profile import Experience, Profile
from coach.session import RUN_KINDS, Do, Part, Session, SessionKind
from coach.units import Metres
from tests.builders import MONDAY, a_beginner, an_entry, limits
from tests.depth import examples

DAY = dt.timedelta(days=1)
ALL = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LAST = 99


def graduated(athlete: Profile) -> int:
    """The first week after the ladder, by its number; ``LAST`` where it never ends."""
    weeks = plan(athlete, (), MONDAY).weeks
    climbs = [any(session.kind is SessionKind.RUN_WALK for session in week.sessions) for week in weeks]
    return LAST if climbs[-1] else max(n for n, climbing in enumerate(climbs, 1) if climbing) + 1


@pytest.mark.parametrize("weekend", [45, 60, 90])
@pytest.mark.parametrize("weekday", [25, 30])
@pytest.mark.parametrize("days", [ALL, ALL[:6], ("mon", "wed", "fri", "sun"), ("tue", "thu", "sun")])
def test_short_weekdays_keep_nobody_on_the_ladder(days: tuple[str, ...], weekday: int, weekend: int) -> None:
    """The runs that need more room go to the days that have it."""
    assert graduated(a_beginner(available_days=" ".join(days), max_minutes=limits(weekday, weekend), weeks=16)) <= 16


def test_a_returner_of_66_on_seven_short_days_leaves_the_ladder_too() -> None:
    athlete = a_beginner(
        age=66, experience=Experience.RETURNING, available_days=" ".join(ALL), max_minutes=limits(30, 45), weeks=16
    )
    assert graduated(athlete) <= 16


@examples(15)
@given(
    fewer=st.sampled_from([each for n in (3, 4, 5) for each in combinations(ALL, n)]),
    weekday=st.sampled_from([25, 30, 35]),
    weekend=st.sampled_from([45, 60]),
)
def test_offering_every_day_is_never_slower_than_offering_some(
    fewer: tuple[str, ...], weekday: int, weekend: int
) -> None:
    some = a_beginner(available_days=" ".join(fewer), max_minutes=limits(weekday, weekend), weeks=16)
    every = a_beginner(available_days=" ".join(ALL), max_minutes=limits(weekday, weekend), weeks=16)
    assert graduated(every) <= graduated(some)


def lived(athlete: Profile, until: dt.date) -> list[Entry]:
    """The history of who does everything as planned up to the day before ``until``, at effort 4."""
    entries = []
    for week in plan(athlete, (), MONDAY).weeks:
        for session in week.sessions:
            if session.date < until:
                far = session.distance_m
                entries.append(an_entry(session.date, session.kind, minutes=session.minutes, distance_m=far, rpe=4))
    return entries


def running_s(session: Session) -> int:
    parts = [(step.repeat, part) for step in session.steps for part in step.parts if isinstance(part, Part)]
    return sum(times * (part.seconds or 0) for times, part in parts if part.do is Do.RUN)


def runs_of(made: Plan) -> list[Session]:
    return [session for week in made.weeks for session in week.sessions if session.kind in RUN_KINDS]


@pytest.mark.parametrize("weeks_off", [2, 4, 7, 10])
def test_no_run_after_time_off_is_less_than_the_first_day_asked_for(weeks_off: int) -> None:
    """Eight minutes of running in thirty, which are always allowed (P1); the shares of C1 decide how many such runs."""
    athlete = a_beginner(available_days="mon wed fri sun", weeks=24, cross_training=frozenset())
    back = MONDAY + 35 * DAY + 7 * weeks_off * DAY
    made = plan(athlete, lived(athlete, MONDAY + 35 * DAY), back)
    found = [session for session in runs_of(made) if session.kind is SessionKind.RUN_WALK]
    assert found
    assert all(session.minutes >= 30 and running_s(session) >= 480 for session in found)


def test_every_week_after_ten_weeks_off_holds_a_run() -> None:
    athlete = a_beginner(available_days="mon wed fri sun", weeks=24, cross_training=frozenset())
    made = plan(athlete, lived(athlete, MONDAY + 35 * DAY), MONDAY + 105 * DAY)
    assert all(any(session.kind in RUN_KINDS for session in week.sessions) for week in made.weeks)


def ran_longer(**said: object) -> Plan:
    """The plan of the day after a beginner in the third week ran 35 minutes without a walk."""
    athlete, day = a_beginner(available_days="tue thu sun", weeks=12), MONDAY + 15 * DAY
    fields = {"minutes": 35, "distance_m": Metres(4600), "rpe": 4, "longest_run_s": 2100, "planned": False, **said}
    return plan(athlete, [*lived(athlete, day), an_entry(day, "easy_run", **fields)], day + DAY)


def test_half_an_hour_without_a_walk_leads_to_the_top_of_the_ladder() -> None:
    first = [running_s(session) for session in runs_of(ran_longer())[:6]]
    assert max(first) == 1800
    assert min(first) >= 1200


def test_it_counts_without_a_word_on_effort() -> None:
    assert max(running_s(session) for session in runs_of(ran_longer(rpe=None))[:6]) == 1800


@pytest.mark.parametrize("said", [{"rpe": 8}, {"longest_run_s": 900}])
def test_a_run_that_was_too_hard_or_had_walks_leads_nowhere(said: dict[str, object]) -> None:
    assert all(running_s(session) < 1200 for session in runs_of(ran_longer(**said))[:3])
