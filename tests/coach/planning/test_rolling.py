"""Open-ended goals roll from block to block: each starts where the athlete is, leans elsewhere and builds further."""

import datetime as dt
from dataclasses import replace
from functools import cache

import pytest

from coach.history import Entry
from coach.plan import Phase, Plan
from coach.planning import plan
from coach.planning.block import MOST_BEHIND, block_at
from coach.profile import CrossTraining, Experience, Goal, Profile
from coach.session import HARD_KINDS, RUN_KINDS, SessionKind
from coach.slot import Emphasis
from coach.units import Metres
from tests.builders import MONDAY, a_beginner, an_athlete
from tests.coach.rules.athletes import as_planned
from tests.coach.rules.story import broken, hard_runs, sessions_of

K = SessionKind
BLOCK = dt.timedelta(weeks=12)
ATHLETES = {
    "leaner legs, regular": an_athlete(goal=Goal.LEANER_LEGS, weeks=None),
    "fitness, experienced": an_athlete(
        weeks=None,
        experience=Experience.EXPERIENCED,
        available_days="mon tue wed thu sat sun",
        weekly_distance_m=Metres(30_000),
        longest_run_m=Metres(10_000),
    ),
    "leaner legs, new": a_beginner(weeks=None),
}
everybody = pytest.mark.parametrize("name", ATHLETES)


@cache
def rolled(name: str, blocks: int) -> tuple[tuple[Entry, ...], Plan]:
    """What somebody has done after so many blocks exactly as planned, and the block they are given then."""
    profile, history = ATHLETES[name], ()
    for number in range(blocks):
        made = plan(profile, history, MONDAY + number * BLOCK)
        history = (*history, *(as_planned(session) for session in sessions_of(made, MONDAY)))
    return history, plan(profile, history, MONDAY + blocks * BLOCK)


def block(name: str, number: int) -> Plan:
    """The block of a number, counted from 0."""
    return rolled(name, number)[1]


def most(made: Plan) -> int:
    """Metres of a block's furthest week."""
    return max(week.distance_m for week in made.weeks)


@everybody
@pytest.mark.parametrize("number", [1, 2, 3])
def test_week_13_25_and_37_begin_the_next_block_and_keep_every_rule(name: str, number: int) -> None:
    history, made = rolled(name, number)
    assert made.weeks[0].start == MONDAY + number * BLOCK
    assert [week.index for week in made.weeks] == list(range(1, 13))
    assert broken(ATHLETES[name], history, made) == []
    assert made.changes == ()


@everybody
@pytest.mark.parametrize("number", [1, 2, 3])
def test_border_is_no_jump(name: str, number: int) -> None:
    """P2 across the border, from what was done."""
    last, first = block(name, number - 1).weeks[-3:], block(name, number).weeks[0]
    best = max(week.distance_m for week in last)
    assert first.distance_m <= min(max(1.1 * best, best + 1500), 1.3 * best)
    assert first.distance_m >= 0.7 * best


@everybody
@pytest.mark.parametrize("number", [1, 2, 3])
def test_longest_run_does_not_jump_at_the_border(name: str, number: int) -> None:
    """P1 across the border, from the runs of the thirty days before."""
    history, made = rolled(name, number)
    first = next(s for s in sessions_of(made, made.today) if s.kind in RUN_KINDS)
    month = [e.distance_m or 0 for e in history if e.kind in RUN_KINDS and (first.date - e.date).days <= 30]
    assert (first.distance_m or 0) <= max(1.1 * max(month), max(month) + 500)


@everybody
def test_each_block_builds_further_than_the_one_before(name: str) -> None:
    furthest = [most(block(name, number)) for number in range(4)]
    assert furthest[1] > furthest[0]
    assert furthest[2] >= furthest[1]
    assert furthest[3] >= 1.1 * furthest[0]


def test_a_year_of_blocks_grows_no_further() -> None:
    year, later = block("leaner legs, regular", MOST_BEHIND), block("leaner legs, regular", MOST_BEHIND + 1)
    assert most(later) == pytest.approx(most(year), rel=0.05)


@pytest.mark.parametrize("away", [2, 3, 4, 8])
def test_half_a_year_or_more_away_begins_at_a_third_of_what_was_done(away: int) -> None:
    """Growth is a ceiling: where one begins is what one has done, and C1 looks back as far as it must."""
    profile = ATHLETES["leaner legs, regular"]
    made = plan(profile, rolled("leaner legs, regular", 1)[0], MONDAY + away * BLOCK)
    assert made.weeks[0].phase is Phase.RETURN
    assert made.weeks[0].distance_m <= 0.33 * most(block("leaner legs, regular", 0))


def test_emphases_come_in_their_order_and_begin_again() -> None:
    profile = ATHLETES["leaner legs, regular"]
    emphases = [block_at(profile, MONDAY + number * BLOCK).emphasis for number in range(5)]
    assert emphases == [*Emphasis, Emphasis.BASE]


@pytest.mark.parametrize(("number", "kind"), [(1, K.HILL_RUN), (2, K.INTERVAL_RUN), (3, K.TEMPO_RUN)])
def test_the_emphasis_shows_in_the_hard_runs(number: int, kind: SessionKind) -> None:
    kinds = [session.kind for session in hard_runs(block("leaner legs, regular", number), MONDAY)]
    assert kinds.count(kind) == max(kinds.count(other) for other in HARD_KINDS)


THE_MIX = {K.EASY_RUN, K.INTERVAL_RUN, K.HILL_RUN, K.TEMPO_RUN, K.LONG_RUN, K.STRENGTH, K.RECOVERY_WALK}
"""What the article on leaner legs names."""


@pytest.mark.parametrize("experience", [Experience.REGULAR, Experience.EXPERIENCED])
@pytest.mark.parametrize("days", ["mon tue thu sat sun", "mon tue wed thu sat sun", "all"])
@pytest.mark.parametrize("sports", [frozenset(), frozenset({CrossTraining.SWIMMING})])
def test_every_block_of_leaner_legs_holds_the_whole_mix(
    experience: Experience, days: str, sports: frozenset[CrossTraining]
) -> None:
    """Another sport too, for those who do one."""
    athlete = an_athlete(goal=Goal.LEANER_LEGS, weeks=None, experience=experience, available_days=days)
    profile = replace(athlete, cross_training=sports)
    history: tuple[Entry, ...] = ()
    for number in range(4):
        made = plan(profile, history, MONDAY + number * BLOCK)
        kinds = {session.kind for session in sessions_of(made, MONDAY)}
        assert kinds == THE_MIX | ({K.CROSS_TRAINING} if sports else set())
        history = (*history, *(as_planned(session) for session in sessions_of(made, MONDAY)))


@everybody
@pytest.mark.parametrize("weeks", [4, 24])
def test_short_and_long_blocks_make_sense(name: str, weeks: int) -> None:
    profile = profile_of(name, weeks)
    made = plan(profile, (), MONDAY)
    assert len(made.weeks) == weeks
    assert broken(profile, (), made) == []
    assert all(week.sessions for week in made.weeks)
    assert most(made) > made.weeks[0].distance_m
    ups = [week.phase is not Phase.CUTBACK for week in made.weeks]
    assert all(any(ups[n : n + 2]) for n in range(weeks - 1))


def profile_of(name: str, weeks: int) -> Profile:
    """The same athlete with a length of plan."""
    profile = ATHLETES[name]
    fields = {"weeks": weeks, "goal": profile.goal, "experience": profile.experience}
    if profile.experience is Experience.NEW:
        return a_beginner(**fields)
    return an_athlete(
        **fields,
        available_days=profile.available_days,
        weekly_distance_m=profile.weekly_distance_m,
        longest_run_m=profile.longest_run_m,
    )


def test_24_weeks_lighten_every_fourth_week() -> None:
    phases = [week.phase for week in plan(profile_of("leaner legs, regular", 24), (), MONDAY).weeks]
    assert [n + 1 for n, phase in enumerate(phases) if phase is Phase.CUTBACK] == [4, 8, 12, 16, 20, 24]
