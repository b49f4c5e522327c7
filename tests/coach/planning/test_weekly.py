"""A week's drafts: each day has a label, and what the label is for decides what stands on it."""

import datetime as dt
import itertools

from coach.history import Entry
from coach.plan import Phase, Plan
from coach.planning import plan
from coach.profile import Goal, Profile
from coach.session import HARD_KINDS, RUN_KINDS, Session, SessionKind
from coach.units import Kilograms
from tests.builders import MONDAY, a_beginner, a_check_in, a_day, a_skip, an_athlete, health
from tests.coach.rules.story import followed

K = SessionKind
RACER = an_athlete(goal=Goal.TEN_K, weeks=None, race_date=a_day(9, "sun"))


def made(profile: Profile, history: tuple[Entry, ...] = (), today: dt.date = MONDAY) -> Plan:
    return plan(profile, history, today)


def of(plan_: Plan, *kinds: SessionKind) -> list[Session]:
    return [session for week in plan_.weeks for session in week.sessions if session.kind in kinds]


def test_without_clearance_every_day_is_for_walking() -> None:
    walks = made(an_athlete(health=health("heart_condition"), weeks=4))
    assert {week.phase for week in walks.weeks} == {Phase.WALK}
    assert of(walks, K.RECOVERY_WALK)
    assert not of(walks, *RUN_KINDS, K.STRENGTH)


def test_with_a_high_body_mass_index_two_to_four_weeks_of_walking_come_before_the_first_run() -> None:
    phases = [week.phase for week in made(a_beginner(weight_kg=Kilograms(130), weeks=16)).weeks]
    walking = phases.count(Phase.WALK)
    assert 2 <= walking <= 4
    assert phases[:walking] == [Phase.WALK] * walking


def test_while_running_hurts_days_hold_walks_and_the_other_sport_and_no_strength() -> None:
    sore = made(an_athlete(), (a_check_in(MONDAY, pain=8),)).weeks[1]
    assert sore.sessions
    assert {session.kind for session in sore.sessions} <= {K.RECOVERY_WALK, K.CROSS_TRAINING}


def test_the_race_week_holds_the_race_and_nothing_hard_in_its_last_three_days() -> None:
    last = made(RACER).weeks[-1]
    assert last.phase is Phase.RACE
    assert [s.date for s in last.sessions if s.kind is K.RACE] == [RACER.race_date]
    assert not [s for s in last.sessions if s.kind in HARD_KINDS - {K.RACE} and s.date >= a_day(9, "thu")]


def test_no_strength_stands_in_the_seven_days_before_the_race() -> None:
    days = {(a_day(9, "sun") - session.date).days for session in of(made(RACER), K.STRENGTH)}
    assert days
    assert min(days) > 7


def test_after_two_weeks_off_the_weeks_are_a_return_of_easy_runs() -> None:
    runner, today = an_athlete(weeks=16), a_day(7, "mon")
    past = followed(runner, a_day(5, "mon"))
    missed = tuple(a_skip(a_day(n, day)) for n in (5, 6) for day in ("tue", "thu", "sun"))
    first = made(runner, (*past, *missed), today).weeks[0]
    assert first.phase is Phase.RETURN
    assert {s.kind for s in first.sessions if s.kind in RUN_KINDS} == {K.EASY_RUN}


def test_a_lighter_week_is_a_fifth_to_three_tenths_under_the_one_before() -> None:
    weeks = made(an_athlete()).weeks
    shares = [b.distance_m / a.distance_m for a, b in itertools.pairwise(weeks) if b.phase is Phase.CUTBACK]
    assert shares
    assert all(0.7 <= share <= 0.8 for share in shares)
