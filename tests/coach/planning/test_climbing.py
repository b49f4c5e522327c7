"""The run/walk ladder: two comfortable sessions a stage, a day of rest between, shortened before it breaks a limit."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.history import Entry, Pain, Status
from coach.plan import NOTHING_KEPT, Plan
from coach.planning import plan
from coach.planning.climbing import TOP, Climb, comfortable
from coach.profile import Experience, Profile
from coach.session import RUN_KINDS, Do, Part, Session, SessionKind
from coach.units import Kilograms, Metres
from tests.builders import MONDAY, a_beginner, a_day, an_entry, limits
from tests.coach.rules.ground import DAY
from tests.coach.rules.newcomers import p6
from tests.coach.rules.progression import climb, stages
from tests.coach.rules.story import followed

K = SessionKind


def runs(made: Plan) -> list[Session]:
    return [s for week in made.weeks for s in week.sessions if s.kind in RUN_KINDS]


def climbs(made: Plan) -> list[Session]:
    return [s for s in runs(made) if s.kind is K.RUN_WALK]


def first(profile: Profile) -> Plan:
    return plan(profile, (), MONDAY)


@given(steps=st.integers(0, 2 * TOP + 3), start=st.integers(0, TOP - 1))
def test_two_comfortable_sessions_leave_a_stage(steps: int, start: int) -> None:
    climb = Climb(start)
    for _ in range(steps):
        climb.step()
    assert climb.stage == start + steps // 2
    assert climb.comfortable == steps % 2


def test_a_copy_climbs_by_itself() -> None:
    climb = Climb(3)
    other = climb.copy()
    other.step()
    other.step()
    assert (climb.stage, other.stage) == (3, 4)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [({"rpe": 5}, True), ({"rpe": 6}, False), ({"pain": Pain("knee", 2)}, True), ({"pain": Pain("knee", 3)}, False)],
    ids=["effort 5", "effort 6", "pain 2", "pain 3"],
)
def test_comfortable_is_effort_up_to_five_and_pain_up_to_two(fields: dict[str, object], *, expected: bool) -> None:
    assert comfortable(an_entry(MONDAY, "run_walk", **fields)) is expected


def test_a_session_that_did_not_happen_is_not_comfortable() -> None:
    assert not comfortable(Entry(MONDAY, K.RUN_WALK, Status.SKIPPED))


def test_a_newcomer_starts_on_the_first_stage_and_rises_by_one_at_a_time() -> None:
    made = [stages(session) for session in climbs(first(a_beginner()))]
    assert 0 in made[0]
    assert all(min(now) <= max(before) + 1 for before, now in itertools.pairwise(made))


def test_a_day_of_rest_lies_between_the_runs_of_the_ladder() -> None:
    days = [session.date for session in climbs(first(a_beginner(available_days="all")))]
    assert all((after - before).days >= 2 for before, after in itertools.pairwise(days))


def test_a_hard_session_repeats_its_stage() -> None:
    profile, today = a_beginner(), a_day(2, "mon")
    lived = followed(profile, today)
    hard = tuple(
        an_entry(e.date, "run_walk", minutes=e.minutes, distance_m=e.distance_m, rpe=8) if e.kind is K.RUN_WALK else e
        for e in lived
    )
    easy_next, hard_next = (stages(climbs(plan(profile, history, today))[0]) for history in (lived, hard))
    assert min(hard_next) < min(easy_next)


def test_who_has_climbed_the_ladder_runs_without_walking() -> None:
    made = first(a_beginner(weeks=20))
    assert runs(made)[-1].kind is not K.RUN_WALK
    kinds = [session.kind is K.RUN_WALK for session in runs(made)]
    assert kinds == sorted(kinds, reverse=True)


def test_a_heavy_newcomer_runs_at_most_three_times_in_the_first_seven_days() -> None:
    made = climbs(first(a_beginner(weight_kg=Kilograms(90), available_days="all")))
    week = [session for session in made if (session.date - made[0].date).days < 7]
    assert len(week) <= 3


@pytest.mark.parametrize("minutes", [15, 20, 30, 60])
def test_a_heavy_newcomer_who_can_run_longer_runs_three_kilometres_and_leaves_no_stage_by_less_of_it(
    minutes: int,
) -> None:
    able = a_beginner(weight_kg=Kilograms(90), longest_run_m=Metres(9_000), max_minutes=limits(minutes))
    made = first(able)
    assert p6(able, (), made, NOTHING_KEPT) == []
    week = [session for session in runs(made) if (session.date - runs(made)[0].date).days < 10]
    assert {session.kind for session in week} == {K.RUN_WALK}


def test_a_heavy_returner_whose_week_nobody_stated_begins_like_a_newcomer() -> None:
    unknown = a_beginner(
        experience=Experience.RETURNING, weight_kg=Kilograms(90), weekly_distance_m=None, longest_run_m=Metres(7_000)
    )
    assert p6(unknown, (), first(unknown), NOTHING_KEPT) == []


def test_on_days_of_fifteen_minutes_the_ladder_loses_repetitions_and_not_its_limit() -> None:
    made = climbs(first(a_beginner(available_days="all", max_minutes=limits(15))))
    assert made
    assert all(session.minutes <= 15 for session in made)


def test_fifteen_minutes_a_day_grow_to_eleven_in_one_go_and_then_take_turns_with_pieces() -> None:
    short = a_beginner(available_days="mon tue wed thu fri", max_minutes=limits(15), weeks=12)
    weeks = [[s for s in week.sessions if s.kind is K.RUN_WALK] for week in first(short).weeks[5:]]
    titles = [tuple(str(session.title) for session in week) for week in weeks]
    assert all(len(week) == 3 and len(set(week)) == 2 for week in titles)
    assert all(one != two for one, two in itertools.pairwise(titles))
    assert max(longest_of(session) for week in weeks for session in week) == 660


def longest_of(session: Session) -> int:
    """The longest stretch of running (seconds)."""
    parts = [part for step in session.steps for part in step.parts if isinstance(part, Part)]
    return max(part.seconds or 0 for part in parts if part.do is Do.RUN)


@pytest.mark.parametrize("days_off", [9, 20, 35, 60])
@pytest.mark.parametrize("said", [True, False], ids=["said", "silent"])
def test_a_break_leads_back_on_the_ladder_which_is_climbed_again_stage_by_stage(days_off: int, *, said: bool) -> None:
    profile, left = a_beginner(weeks=24), a_day(6, "mon")
    lived = followed(profile, left)
    gone = [s for s in climbs(plan(profile, lived, left)) if s.date < left + days_off * DAY]
    away = tuple(Entry(s.date, K.RUN_WALK, Status.SKIPPED, planned=True) for s in gone) if said else ()
    made = climbs(plan(profile, (*lived, *away), left + days_off * DAY))
    assert min(stages(made[0])) < min(stages(gone[0]))
    assert climb(made, longest_of(made[0])) == []
