"""After a race legs mend first: as long as its distance asks for, whether it stood in the plan or not (C1)."""

import datetime as dt

import pytest

from coach.history import Entry
from coach.plan import Phase, Plan
from coach.planning import plan
from coach.planning.recovering import mending_of
from coach.profile import Experience, Goal
from coach.session import HARD_KINDS, RUN_KINDS, Session, SessionKind
from coach.units import Metres
from tests.builders import MONDAY, a_day, a_result, an_athlete, an_entry
from tests.coach.rules.athletes import as_planned
from tests.coach.rules.story import sessions_of

K = SessionKind
DAY = dt.timedelta(days=1)
RUNNER = an_athlete(
    experience=Experience.EXPERIENCED,
    available_days="tue wed thu sat sun",
    weekly_distance_m=Metres(45_000),
    longest_run_m=Metres(18_000),
    weeks=None,
)
WEDNESDAY = a_day(3, "wed")
LONG = {Goal.MARATHON: Metres(42_195), Goal.HALF_MARATHON: Metres(21_097)}


def after_race(metres: int, day: dt.date = WEDNESDAY) -> Plan:
    """The plan on the evening of a race outside the plan, everything before done as planned."""
    lived = sessions_of(plan(RUNNER, (), MONDAY), MONDAY)
    history = [as_planned(session) for session in lived if session.date < day]
    race = an_entry(day, "race", distance_m=Metres(metres), minutes=metres // 220, planned=False)
    return plan(RUNNER, [*history, race], day)


def between(made: Plan, first: dt.date, days: int) -> list[Session]:
    """The sessions of so many days from one."""
    return [s for week in made.weeks for s in week.sessions if first <= s.date < first + days * DAY]


@pytest.mark.parametrize(
    ("metres", "minutes", "calm"),
    [(42_195, None, 14), (21_097, None, 7), (10_000, None, 4), (5000, None, 3), (None, 240, 14), (None, 25, 3)],
)
def test_longer_races_ask_for_more_calm_days(metres: int | None, minutes: float | None, calm: int) -> None:
    assert mending_of(metres, minutes).calm == calm


@pytest.mark.parametrize(("metres", "calm"), [(42_195, 14), (21_097, 7), (10_000, 4), (5000, 3)])
def test_no_run_is_hard_after_a_race_outside_the_plan(metres: int, calm: int) -> None:
    day = a_day(3, "wed")
    assert not [s for s in between(after_race(metres), day + DAY, calm) if s.kind in HARD_KINDS]


def test_a_short_race_leaves_the_rest_of_the_week_its_runs() -> None:
    kinds = {s.kind for s in between(after_race(5000), a_day(3, "thu"), 4)}
    assert kinds & RUN_KINDS


def test_seven_days_of_walks_follow_a_marathon_and_the_long_run_waits_for_the_third_week() -> None:
    made, first = after_race(42_195, a_day(3, "sun")), a_day(4, "mon")
    assert {s.kind for s in between(made, first, 7)} <= {K.RECOVERY_WALK, K.CROSS_TRAINING}
    assert not [s for s in between(made, first, 14) if s.kind is K.LONG_RUN]
    assert [s for s in between(made, first + 14 * DAY, 7) if s.kind is K.LONG_RUN]


def test_the_changes_name_the_race() -> None:
    rules = {(change.rule, change.date) for change in after_race(42_195).changes}
    assert ("race", a_day(3, "thu")) in rules


@pytest.mark.parametrize("metres", [42_195, 5000])
def test_a_warning_says_until_when(metres: int) -> None:
    assert "after_race" in {notice.code for notice in after_race(metres).warnings}


@pytest.mark.parametrize("goal", LONG)
@pytest.mark.parametrize("told", [True, False], ids=["told", "silent"])
def test_the_block_after_the_race_begins_easily_even_if_nobody_says_how_it_went(goal: Goal, *, told: bool) -> None:
    race = a_day(5, "sun")
    runner = an_athlete(
        goal=goal,
        race_date=race,
        weeks=None,
        experience=Experience.EXPERIENCED,
        available_days="tue wed thu sat sun",
        weekly_distance_m=Metres(45_000),
        longest_run_m=Metres(18_000),
    )
    done: list[Entry] = [as_planned(s) for s in sessions_of(plan(runner, (), MONDAY), MONDAY)]
    history = done if told else [entry for entry in done if entry.kind is not K.RACE]
    made = plan(runner, history, race + DAY)
    assert made.weeks[0].phase is Phase.RETURN
    assert not [s for s in between(made, race + DAY, 7) if s.kind in HARD_KINDS | {K.LONG_RUN}]
    assert not [s for s in between(made, race + DAY, 2) if s.kind is K.STRENGTH]


def test_weeks_shown_beyond_the_race_are_those_that_come_after_it() -> None:
    race = a_day(4, "sun")
    runner = an_athlete(
        goal=Goal.MARATHON,
        race_date=race,
        weeks=7,
        available_days="tue thu sat sun",
        longest_run_m=Metres(12_000),
        recent_race=a_result(),
    )
    made = plan(runner, (), MONDAY)
    done = [as_planned(s) for s in sessions_of(made, MONDAY) if s.date <= race]
    later = plan(runner, done, race + DAY)
    assert later.weeks == made.weeks[4:]
