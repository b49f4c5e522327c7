"""The library takes turns, climbs with the phase, and knows whom a workout is for."""

from itertools import pairwise

import pytest

from coach.phrases import Phrase
from coach.plan import Phase
from coach.profile import CrossTraining, Equipment, Experience
from coach.session import Do, Session
from coach.slot import Emphasis
from coach.units import Metres
from coach.workouts.choosing import LEVELS, suited_to
from coach.workouts.library import library
from coach.workouts.telling import lap
from tests.coach.workouts.slots import a_pacing, a_session, a_setting, a_slot, parts_of, work_of


def season(kind: str, turns: int = 8, minutes: int = 50, **fields: object) -> list[Session]:
    """The sessions of one kind in the order a block asks for them."""
    return [a_session(kind, minutes, turn=turn, **fields) for turn in range(turns)]


@pytest.mark.parametrize("kind", ["easy_run", "long_run", "tempo_run", "interval_run", "hill_run", "recovery_walk"])
@pytest.mark.parametrize("experience", Experience)
def test_next_session_of_a_kind_is_another_one(kind: str, experience: Experience) -> None:
    """Newcomers have fewer hard workouts to take turns, and still never the same one twice in a row."""
    found = season(kind, experience=experience, minutes=70)
    assert all((before.title, before.cues) != (after.title, after.cues) for before, after in pairwise(found))


def test_walking_weeks_hold_walks_and_others_recovery_walks() -> None:
    walking = {session.workout for session in season("recovery_walk", phase=Phase.WALK)}
    recovering = {session.workout for session in season("recovery_walk", phase=Phase.BUILD)}
    assert all(name.startswith("walking_") for name in walking)
    assert not walking & recovering


@pytest.mark.parametrize("kind", ["tempo_run", "interval_run", "hill_run"])
def test_no_hard_workout_of_a_block_comes_twice(kind: str) -> None:
    found = season(kind, turns=6)
    assert len({(session.title, session.steps) for session in found}) == len(found)


@pytest.mark.parametrize("kind", ["easy_run", "long_run", "tempo_run", "hill_run", "recovery_walk", "strength"])
def test_reason_differs_from_the_one_before(kind: str) -> None:
    assert all(before.why != after.why for before, after in pairwise(season(kind)))


@pytest.mark.parametrize("experience", Experience)
@pytest.mark.parametrize("kind", ["tempo_run", "interval_run", "hill_run", "easy_run", "long_run"])
def test_workouts_suit_the_athlete(kind: str, experience: Experience) -> None:
    low, high = LEVELS[experience]
    suited = suited_to(a_slot(kind), a_setting(experience=experience)).workouts
    assert suited
    assert suited
    assert all(workout.level <= high for workout in suited)
    assert kind in {"easy_run", "long_run"} or all(workout.level >= low for workout in suited)
    assert len(suited) >= 2


def test_newcomers_begin_with_play() -> None:
    assert season("interval_run", 1, experience=Experience.NEW)[0].workout == "fartlek_1_1"


def test_distances_need_known_paces() -> None:
    unknown = {session.workout for session in season("interval_run", 20, experience=Experience.EXPERIENCED)}
    known = season("interval_run", 20, experience=Experience.EXPERIENCED, pacing=a_pacing(50.0))
    assert not unknown & {"intervals_800", "intervals_1000", "intervals_400"}
    assert {"intervals_800", "intervals_1000"} <= {session.workout for session in known}


def test_distance_stands_in_the_title() -> None:
    found = season("interval_run", 20, experience=Experience.EXPERIENCED, pacing=a_pacing(50.0))
    eight = next(session for session in found if session.workout == "intervals_800")
    assert ("distance", lap(Metres(800))) in eight.title.args


def test_kilometre_repeats_are_left_to_those_who_run_them_in_five_minutes() -> None:
    """An interval lasts five minutes at most (W5)."""
    slow = season("interval_run", 20, experience=Experience.EXPERIENCED, pacing=a_pacing(28.0))
    assert "intervals_1000" not in {session.workout for session in slow}


def test_treadmill_needs_a_gym() -> None:
    gym = frozenset({Equipment.GYM})
    assert {"treadmill_climbs", "treadmill_steep"} <= {s.workout for s in season("hill_run", 12, equipment=gym)}
    assert not any(session.workout.startswith("treadmill") for session in season("hill_run", 12))


def test_repetitions_belong_to_blocks_of_speed() -> None:
    fields = {"experience": Experience.EXPERIENCED, "pacing": a_pacing(50.0), "turns": 20}
    speed = {session.workout for session in season("interval_run", emphasis=Emphasis.SPEED, **fields)}
    hills = {session.workout for session in season("interval_run", emphasis=Emphasis.HILLS_STRENGTH, **fields)}
    assert "repetitions_400" in speed
    assert "repetitions_400" not in hills


def test_peak_asks_for_more_than_base() -> None:
    base, peak = (season("interval_run", 1, phase=phase)[0] for phase in (Phase.BASE, Phase.PEAK))
    assert work_of(peak) > work_of(base)


def test_second_round_of_a_workout_asks_for_more() -> None:
    first, *later = season("interval_run", 40, 70, phase=Phase.BASE)
    again = next(session for session in later if session.workout == first.workout)
    assert work_of(again) > work_of(first)


def levels(phase: Phase, experience: Experience) -> set[int]:
    """The levels of all hard workouts that such a runner meets in a phase."""
    fields = {"phase": phase, "experience": experience, "pacing": a_pacing(48.0)}
    found = [s for kind in ("tempo_run", "interval_run", "hill_run") for s in season(kind, 30, 75, **fields)]
    known = {each.id: each.level for kind in library().values() for each in kind}
    return {known[session.workout] for session in found}


@pytest.mark.parametrize(
    ("experience", "base", "build"),
    [
        (Experience.NEW, {1}, {1}),
        (Experience.RETURNING, {1}, {2}),
        (Experience.REGULAR, {1, 2}, {2, 3}),
        (Experience.EXPERIENCED, {2, 3}, {3, 4}),
    ],
)
def test_building_up_leaves_the_easiest_workouts_behind(
    experience: Experience, base: set[int], build: set[int]
) -> None:
    assert levels(Phase.BASE, experience) == base
    assert levels(Phase.CUTBACK, experience) == base
    assert levels(Phase.BUILD, experience) == build
    assert levels(Phase.PEAK, experience) == build


def test_where_too_few_workouts_fit_all_levels_take_turns() -> None:
    """A short day of an experienced runner still has variety."""
    found = {session.workout for session in season("tempo_run", 12, 35, experience=Experience.EXPERIENCED)}
    assert len(found) >= 3


@pytest.mark.parametrize("minutes", [20, 25, 29])
@pytest.mark.parametrize("kind", ["tempo_run", "interval_run", "hill_run"])
def test_work_is_a_third_of_a_short_session_at_most(kind: str, minutes: int) -> None:
    """Warming up is never skimped for it."""
    for session in season(kind, 12, minutes, pacing=a_pacing(45.0)):
        assert work_of(session) <= minutes * 20, session.workout


def test_set_that_is_done_once_is_not_called_once() -> None:
    found = season("interval_run", 20, 40, pacing=a_pacing(45.0), phase=Phase.BASE)
    short = [size.title.args[1][1] for session in found for size in session.shorter if size.minutes == 20]
    assert "title.fartlek_mixed" in {title.key for title in short if isinstance(title, Phrase)}


def test_smaller_limit_gives_a_smaller_workout() -> None:
    assert work_of(a_session("interval_run", work_s=240)) <= 240


def test_no_room_for_hard_work_leaves_an_easy_run() -> None:
    session = a_session("interval_run", work_s=0)
    assert work_of(session) == 0
    assert session.title.key == "title.easy_run"


def test_strides_close_an_easy_run_where_the_week_asks_for_them() -> None:
    assert len(parts_of(a_session(strides=5), Do.STRIDE)) == 5
    assert not parts_of(a_session(strides=0), Do.STRIDE)


def test_steady_finish_waits_for_the_build_up() -> None:
    base = {session.workout for session in season("long_run", 20, 80, phase=Phase.BASE)}
    build = {session.workout for session in season("long_run", 20, 80, phase=Phase.BUILD)}
    assert "long_finish_10" not in base
    assert "long_finish_10" in build


def test_steady_finish_needs_a_run_that_is_long_enough() -> None:
    short = [session for session in season("long_run", 20, 25) if session.workout == "long_finish_15"]
    assert short
    assert all(session.title.key == "title.long_run" for session in short)


@pytest.mark.parametrize("sport", CrossTraining)
def test_cross_training_is_what_the_athlete_does(sport: CrossTraining) -> None:
    session = a_session("cross_training", cross_training=sport)
    wanted = Do.RIDE if sport is CrossTraining.CYCLING else Do.SWIM
    assert len(parts_of(session, wanted)) == 1
    assert not parts_of(session, Do.RUN)
