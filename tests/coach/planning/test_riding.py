"""Another sport takes the place of an easy run for those who do one (W9), and of a walk before running is due (P6)."""

import itertools
from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.words import words_for
from coach.plan import Phase, Plan, Week
from coach.planning import plan
from coach.profile import CrossTraining, Experience, Goal, Profile
from coach.session import Intensity, Session, SessionKind
from coach.units import Kilograms, Metres
from tests.builders import MONDAY, a_beginner, a_check_in, an_athlete, health
from tests.coach.rules.story import DAY, broken, followed, lines, sessions_of

K = SessionKind
RIDES = frozenset({CrossTraining.CYCLING})
SWIMS = frozenset({CrossTraining.SWIMMING})
NOTHING: frozenset[CrossTraining] = frozenset()
REGULAR = an_athlete(goal=Goal.LEANER_LEGS, cross_training=RIDES)
SIX_DAYS = replace(
    REGULAR,
    experience=Experience.EXPERIENCED,
    available_days=an_athlete(available_days="mon tue wed thu sat sun").available_days,
    weekly_distance_m=Metres(38_000),
    longest_run_m=Metres(13_000),
)
TEN_K = replace(SIX_DAYS, goal=Goal.TEN_K)
HEAVY_RUNNER = replace(REGULAR, weight_kg=Kilograms(105))
HEAVY_BEGINNER = a_beginner(weight_kg=Kilograms(110))
RIDERS = {
    "regular": REGULAR,
    "six days": SIX_DAYS,
    "10 km": TEN_K,
    "heavy runner": HEAVY_RUNNER,
    "heavy beginner": HEAVY_BEGINNER,
}
everybody = pytest.mark.parametrize("name", RIDERS)


def rides(sessions: Sequence[Session]) -> list[Session]:
    return [session for session in sessions if session.kind is K.CROSS_TRAINING]


def weeks_with(made: Plan) -> list[int]:
    """The numbers of the weeks that hold another sport."""
    return [week.index for week in made.weeks if rides(week.sessions)]


def moving(week: Week) -> list[Session]:
    return [session for session in week.sessions if session.kind is not K.STRENGTH]


@everybody
def test_plan_with_another_sport_keeps_every_rule(name: str) -> None:
    made = plan(RIDERS[name], (), MONDAY)
    assert rides(sessions_of(made, MONDAY))
    assert broken(RIDERS[name], (), made) == []


@everybody
def test_another_sport_replaces_and_never_adds(name: str) -> None:
    """Week for week, beside the same athlete who does none."""
    with_it = plan(RIDERS[name], (), MONDAY)
    without = plan(replace(RIDERS[name], cross_training=NOTHING), (), MONDAY)
    for ours, theirs in zip(with_it.weeks, without.weeks, strict=True):
        assert len(ours.sessions) <= len(theirs.sessions)
        assert ours.distance_m <= theirs.distance_m * 1.01
        assert sum(s.minutes for s in moving(ours)) <= sum(s.minutes for s in moving(theirs)) + 10


@everybody
def test_ride_is_easy_long_enough_on_no_distance_and_says_why(name: str) -> None:
    words = words_for("en")
    for ride in rides(sessions_of(plan(RIDERS[name], (), MONDAY), MONDAY)):
        assert ride.distance_m is None
        assert ride.intensity is Intensity.EASY
        assert 20 <= ride.minutes <= 60
        assert words.say(ride.why)
        assert [size.minutes for size in ride.shorter] == [20, 10] or ride.minutes <= 20


def test_regular_runner_rides_every_second_week_of_building() -> None:
    made = plan(REGULAR, (), MONDAY)
    building = [week.index for week in made.weeks if week.phase is not Phase.CUTBACK]
    assert weeks_with(made) == [number for number in building if number % 2 == 0]


def test_six_days_hold_a_ride_in_every_week_of_building() -> None:
    made = plan(SIX_DAYS, (), MONDAY)
    assert weeks_with(made) == [week.index for week in made.weeks if week.phase is not Phase.CUTBACK]


def test_six_days_towards_a_race_hold_fewer() -> None:
    assert 0 < len(weeks_with(plan(TEN_K, (), MONDAY))) < len(weeks_with(plan(SIX_DAYS, (), MONDAY)))


def test_who_weighs_much_rides_in_every_week_of_building() -> None:
    made = plan(HEAVY_RUNNER, (), MONDAY)
    assert weeks_with(made) == [week.index for week in made.weeks if week.phase is not Phase.CUTBACK]


def test_weeks_of_walking_before_the_first_run_hold_rides_and_two_walks_at_least() -> None:
    walking = [week for week in plan(HEAVY_BEGINNER, (), MONDAY).weeks if week.phase is Phase.WALK]
    assert walking
    for week in walking:
        assert rides(week.sessions)
        assert sum(session.kind is K.RECOVERY_WALK for session in week.sessions) >= 2


@pytest.mark.parametrize("flags", [health("heart_condition"), health("pregnant", cleared=True)])
def test_where_care_allows_walking_there_is_no_ride(flags: object) -> None:
    for athlete in (REGULAR, HEAVY_BEGINNER):
        assert not rides(sessions_of(plan(replace(athlete, health=flags), (), MONDAY), MONDAY))


@pytest.mark.parametrize("athlete", RIDERS.values(), ids=RIDERS)
def test_who_does_no_other_sport_is_never_given_one(athlete: Profile) -> None:
    for sports in (NOTHING, None):
        assert not rides(sessions_of(plan(replace(athlete, cross_training=sports), (), MONDAY), MONDAY))


def test_swimmer_swims_where_a_rider_rides() -> None:
    ridden, swum = (plan(replace(SIX_DAYS, cross_training=sport), (), MONDAY) for sport in (RIDES, SWIMS))
    assert lines(ridden, MONDAY) == lines(swum, MONDAY)
    titles = {s.title.key for s in rides(sessions_of(swum, MONDAY))}
    assert titles <= {"title.swimming", "title.swimming_mixed", "title.aqua_jog"}


def test_no_ride_in_a_taper_a_race_week_or_a_return() -> None:
    racer = replace(TEN_K, weeks=None, race_date=MONDAY + 69 * DAY)
    for week in plan(racer, (), MONDAY).weeks:
        assert not rides(week.sessions) or week.phase in {Phase.BASE, Phase.BUILD, Phase.PEAK}


def test_weeks_still_climb_when_every_one_holds_a_ride() -> None:
    """The limit of P2 looks back to weeks that were spared a run; what was ridden does not hold the plan down."""
    made = plan(SIX_DAYS, (), MONDAY)
    assert made.weeks[9].distance_m >= 1.25 * made.weeks[0].distance_m


@pytest.mark.parametrize("name", ["six days", "heavy beginner"])
@pytest.mark.parametrize("weeks", [2, 4])
def test_riding_as_planned_changes_nothing(name: str, weeks: int) -> None:
    today = MONDAY + weeks * 7 * DAY + 3 * DAY
    first = plan(RIDERS[name], (), MONDAY)
    made = plan(RIDERS[name], followed(RIDERS[name], today), today)
    assert lines(made, today) == lines(first, today)
    assert made.changes == ()


def test_a_little_pain_gives_one_easy_run_to_the_other_sport() -> None:
    """In a week that would hold none; who does no other sport keeps the run."""
    today = MONDAY + 14 * DAY
    past = (*followed(REGULAR, today), a_check_in(today, pain=4))
    made, plain = (plan(who, past, today) for who in (REGULAR, replace(REGULAR, cross_training=NOTHING)))
    ours, theirs = (sessions_of(each, today, 7) for each in (made, plain))
    assert len(rides(ours)) == 1
    assert not rides(theirs)
    assert len(ours) == len(theirs)
    assert any(session.kind is K.EASY_RUN for session in ours)
    assert broken(REGULAR, past, made) == []


def test_pain_takes_rides_no_further_than_it_takes_runs() -> None:
    today = MONDAY + 9 * DAY
    made = plan(SIX_DAYS, (*followed(SIX_DAYS, today), a_check_in(today, pain=4)), today)
    assert broken(SIX_DAYS, (*followed(SIX_DAYS, today), a_check_in(today, pain=4)), made) == []


def test_reason_of_a_ride_among_runs_says_that_it_takes_the_place_of_one() -> None:
    words = words_for("en")
    told = [words.say(ride.why) for ride in rides(sessions_of(plan(TEN_K, (), MONDAY), MONDAY))]
    assert told
    assert all("run" in text for text in told)


def test_reason_of_a_ride_before_the_running_starts_speaks_of_no_run_replaced() -> None:
    words = words_for("en")
    walking = [week for week in plan(HEAVY_BEGINNER, (), MONDAY).weeks if week.phase is Phase.WALK]
    keys = [ride.why.key for week in walking for ride in rides(week.sessions)]
    assert keys
    assert not [key for key in keys if "easy run" in words(key)]


@pytest.mark.parametrize("available", ["tue thu sat", "mon tue thu sat", "all"])
def test_a_swimmer_who_weighs_much_swims_in_every_week_of_three_sessions(available: str) -> None:
    """Three days with strength on two of them leave the third to it; two run/walks still climb (P6, W9)."""
    swimmer = a_beginner(weight_kg=Kilograms(135), cross_training=SWIMS, available_days=available)
    made = plan(swimmer, (), MONDAY)
    for week in made.weeks:
        kinds = [session.kind for session in week.sessions]
        assert K.CROSS_TRAINING in kinds
        assert kinds.count(K.RUN_WALK) == (0 if week.phase is Phase.WALK else 2)
    assert broken(swimmer, (), made) == []


def test_towards_a_race_who_weighs_much_climbs_three_times_in_every_second_week() -> None:
    made = plan(a_beginner(weight_kg=Kilograms(110), cross_training=RIDES, goal=Goal.FIRST_5K), (), MONDAY)
    climbs = [sum(s.kind is K.RUN_WALK for s in week.sessions) for week in made.weeks if week.phase is not Phase.WALK]
    assert {2, 3} == set(climbs)
    assert all(one != two for one, two in itertools.pairwise(climbs))
