"""Efforts go with the talk test; pace and heart rate stand only where they are known and mean something."""

import pytest

from coach.plan import Phase
from coach.profile import HealthFlag
from coach.session import Do, Intensity, SessionKind
from coach.slot import Zone
from coach.workouts.efforts import KIND_EFFORT, ZONE_EFFORT, intensity_of, part_of, speed_of, target_of, whole_metres
from tests.builders import health
from tests.coach.workouts.slots import a_pacing, a_session

FIT = a_pacing(45.0)


def test_faster_zones_feel_harder() -> None:
    efforts = [ZONE_EFFORT[zone] for zone in Zone]
    assert efforts == sorted(efforts)


@pytest.mark.parametrize("kind", [SessionKind.EASY_RUN, SessionKind.LONG_RUN, SessionKind.RUN_WALK])
def test_easy_sessions_leave_breath_for_whole_sentences(kind: SessionKind) -> None:
    assert KIND_EFFORT[kind][1] <= 4


@pytest.mark.parametrize("do", [Do.WARM_UP, Do.COOL_DOWN, Do.JOG, Do.WALK])
def test_what_surrounds_the_work_is_gentle(do: Do) -> None:
    assert part_of(do, Zone.INTERVAL, 60).rpe == (2, 3)


def test_strides_are_never_hard() -> None:
    assert part_of(Do.STRIDE, Zone.REPETITION, 20).rpe == (5, 6)


def test_uphill_is_no_faster_than_easy_running() -> None:
    assert speed_of(Do.HILL, Zone.INTERVAL, FIT) == FIT.speeds[Zone.EASY]


def test_walking_is_reckoned_at_walking_speed() -> None:
    assert speed_of(Do.WALK, Zone.EASY, FIT) == FIT.speeds[Zone.WALK]


@pytest.mark.parametrize(
    ("kind", "zone"),
    [("easy_run", Zone.EASY), ("long_run", Zone.EASY), ("tempo_run", Zone.TEMPO)],
)
def test_session_shows_the_pace_of_its_zone(kind: str, zone: Zone) -> None:
    assert FIT.paces is not None
    assert a_session(kind, pacing=FIT).target.pace_s_per_km == FIT.paces[zone]


@pytest.mark.parametrize("kind", ["hill_run", "strength", "recovery_walk", "cross_training"])
def test_pace_and_heart_rate_would_mislead_elsewhere(kind: str) -> None:
    target = a_session(kind, pacing=FIT).target
    assert (target.pace_s_per_km, target.hr_bpm) == (None, None)


def test_fartlek_goes_by_feel() -> None:
    session = a_session("interval_run", pacing=FIT, phase=Phase.BASE)
    assert session.workout == "fartlek_1_1"
    assert session.target.pace_s_per_km is None


def test_beta_blockers_leave_effort_alone() -> None:
    """No heart-rate target (S2)."""
    pacing = a_pacing(45.0, health=health(HealthFlag.BETA_BLOCKER))
    for kind in SessionKind:
        assert a_session(kind, pacing=pacing).target.hr_bpm is None


def test_target_without_a_zone_is_effort_alone() -> None:
    target = target_of((5, 6), FIT)
    assert (target.rpe, target.pace_s_per_km, target.hr_bpm) == ((5, 6), None, None)


def test_strength_and_a_steady_finish_are_moderate() -> None:
    assert intensity_of(SessionKind.STRENGTH) is Intensity.MODERATE
    assert intensity_of(SessionKind.LONG_RUN, steady=True) is Intensity.MODERATE
    assert intensity_of(SessionKind.LONG_RUN) is Intensity.EASY


@pytest.mark.parametrize(("metres", "shown"), [(0.0, 0), (4.9, 0), (5126.0, 5130), (5124.9, 5120)])
def test_expected_distances_are_round(metres: float, shown: int) -> None:
    assert whole_metres(metres) == shown


@pytest.mark.parametrize("kind", ["easy_run", "long_run"])
def test_easy_minutes_cover_easy_metres(kind: str) -> None:
    """Warm-up and cool-down included, so that the planner's arithmetic holds."""
    session = a_session(kind, 40)
    assert session.distance_m == 40 * 150


def test_faster_athletes_cover_more() -> None:
    slow, fast = (a_session("tempo_run", 50, pacing=a_pacing(fitness)).distance_m for fitness in (35.0, 55.0))
    assert slow is not None
    assert fast is not None
    assert fast > slow


def test_steady_climbs_ask_for_tempo_effort() -> None:
    """The target goes with what the session holds, not only with its kind."""
    found = [a_session("hill_run", 60, turn=turn) for turn in range(20)]
    steady = next(session for session in found if session.workout == "hills_steady_climbs")
    assert steady.target.rpe == (6, 7)
    assert {session.target.rpe for session in found} == {(6, 7), (7, 8)}


def test_hard_run_without_room_for_work_asks_for_an_easy_effort() -> None:
    session = a_session("interval_run", 40, work_s=0, pacing=FIT)
    assert session.target.rpe == (3, 4)
    assert FIT.paces is not None
    assert session.target.pace_s_per_km == FIT.paces[Zone.EASY]
