"""Fitness, paces, predictions and heart rates agree with the published figures."""

from dataclasses import replace
from datetime import date

import pytest

from coach.errors import UnreadableResult
from coach.paces import (
    fitness_of,
    hr_zones,
    layoff_share,
    pacing_for,
    predict,
    predictions,
    time_of,
    training_paces,
)
from coach.profile import Experience, Goal, Health, HealthFlag, Profile, RaceResult, Weekday
from coach.slot import Zone
from coach.units import BeatsPerMinute, Metres, Seconds

NOBODY = Profile(Goal.FIVE_K, date(2026, 11, 30), Experience.REGULAR, 34, frozenset({Weekday.MON}))


def raced(distance: int, time: int) -> RaceResult:
    return RaceResult(Metres(distance), Seconds(time))


def test_fitness_of_the_worked_example() -> None:
    assert fitness_of(raced(5000, 1620)) == pytest.approx(34.963, abs=0.001)


@pytest.mark.parametrize(("distance", "time"), [(5000, 1448), (10000, 3003), (21097, 6659), (42195, 13785)])
def test_predictions_at_fitness_forty_agree_with_the_published_table(distance: int, time: int) -> None:
    assert predict(40, distance) == pytest.approx(time, rel=0.002)


@pytest.mark.parametrize("distance", [1500, 5000, 10000, 21097, 42195])
@pytest.mark.parametrize("fitness", [12.0, 25.0, 38.3, 60.0, 82.0])
def test_a_predicted_race_shows_the_fitness_it_was_predicted_from(fitness: float, distance: int) -> None:
    assert fitness_of(raced(distance, time_of(fitness, distance))) == pytest.approx(fitness, rel=0.003)


def test_predictions_name_the_four_race_distances() -> None:
    assert predictions(fitness_of(raced(5000, 1500))) == {5000: 1500, 10000: 3113, 21097: 6903, 42195: 14275}


def test_paces_of_the_worked_example() -> None:
    assert training_paces(fitness_of(raced(5000, 1500))) == {
        Zone.EASY: (367, 412),
        Zone.MARATHON: (335, 348),
        Zone.TEMPO: (316, 316),
        Zone.INTERVAL: (291, 291),
        Zone.REPETITION: (271, 271),
    }


@pytest.mark.parametrize("fitness", [4.0, 12.0, 20.0, 29.9, 30.1, 55.0, 85.0])
def test_each_zone_is_faster_than_the_one_before(fitness: float) -> None:
    paces = training_paces(fitness)
    order = [Zone.EASY, Zone.MARATHON, Zone.TEMPO, Zone.INTERVAL, Zone.REPETITION]
    slow_ends = [paces[zone][1] for zone in order]
    assert slow_ends == sorted(slow_ends, reverse=True)
    assert all(fast <= slow for fast, slow in paces.values())
    assert len(set(slow_ends)) == len(order)


@pytest.mark.parametrize(("distance", "time"), [(5000, 240), (100, 20), (300_000, 90_000), (5000, 0), (5000, 86_400)])
def test_a_result_that_cannot_be_true_is_refused(distance: int, time: int) -> None:
    with pytest.raises(UnreadableResult):
        fitness_of(raced(distance, time))


@pytest.mark.parametrize(
    ("days", "share"), [(0, 1), (5, 1), (14, 0.973), (28, 0.931), (42, 0.889), (56, 0.847), (72, 0.8), (400, 0.8)]
)
def test_layoff_table(days: int, share: float) -> None:
    assert layoff_share(days) == pytest.approx(share)


def test_cross_training_halves_the_loss() -> None:
    assert layoff_share(28, cross_trained=True) == pytest.approx(1 - 0.069 / 2)


def test_heart_rates_by_age_alone_follow_the_maximum() -> None:
    assert hr_zones(NOBODY) == {"easy": (118, 140), "hard": (142, 175)}


def test_heart_rates_with_a_resting_rate_follow_the_reserve() -> None:
    athlete = replace(NOBODY, resting_hr=BeatsPerMinute(60), max_hr=BeatsPerMinute(180))
    assert hr_zones(athlete) == {"easy": (108, 131), "hard": (132, 167)}


@pytest.mark.parametrize(("resting", "highest"), [(118, 120), (130, None), (90, 129)])
def test_rates_that_cannot_both_be_true_leave_no_heart_rates(resting: int, highest: int | None) -> None:
    athlete = replace(NOBODY, age=80, resting_hr=BeatsPerMinute(resting), max_hr=highest and BeatsPerMinute(highest))
    assert hr_zones(athlete) is None


def test_beta_blockers_leave_no_heart_rates() -> None:
    athlete = replace(NOBODY, health=Health(frozenset({HealthFlag.BETA_BLOCKER}), cleared=True))
    assert hr_zones(athlete) is None
    assert pacing_for(athlete, 40.0).heart_rates is None


@pytest.mark.parametrize("fitness", [None, 4.0, 20.0, 70.0])
def test_walking_is_slower_than_any_running(fitness: float | None) -> None:
    speeds = pacing_for(NOBODY, fitness).speeds
    order = [Zone.WALK, Zone.EASY, Zone.MARATHON, Zone.TEMPO, Zone.INTERVAL, Zone.REPETITION]
    assert [speeds[zone] for zone in order] == sorted(speeds.values())


def test_unknown_fitness_gives_no_paces() -> None:
    assert pacing_for(NOBODY, None).paces is None


@pytest.mark.parametrize("fitness", [None, 40.0])
def test_two_athletes_of_one_speed_share_their_gait_whatever_their_hearts_do(fitness: float | None) -> None:
    young, old = (pacing_for(replace(NOBODY, age=age), fitness) for age in (20, 60))
    assert young.heart_rates != old.heart_rates
    assert young.gait is old.gait
    assert young.gait.heart_rates is None
    assert (young.gait.speeds, young.gait.paces) == (young.speeds, young.paces)
