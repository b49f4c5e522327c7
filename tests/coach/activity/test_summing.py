"""The sums of a track: splits that add up, efforts that are the fastest, a clock that stands at traffic lights."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.activity import Summary, summarise, track_of
from coach.activity.summary import is_same
from coach.reading import Activity
from coach.units import MILE, Metres
from tests.activities.outings import NOW, an_outing, with_a_stop, with_samples


def sums(seconds: int = 1800, speed: object = 2.8, split_m: float = 1000.0, **more: object) -> Summary:
    return summarise(track_of(an_outing(seconds, speed, **more), NOW), split_m)  # type: ignore[arg-type]


def test_a_run_is_summed_up() -> None:
    summary = sums(3600, 3.0)
    assert summary.distance_m == pytest.approx(10_800, abs=10)
    assert (summary.moving_s, summary.elapsed_s, summary.avg_hr, summary.max_hr) == (3600, 3600, 150, 150)
    assert summary.ascent_m == pytest.approx(20, abs=1)


def test_splits_are_kilometres_and_the_rest() -> None:
    summary = sums(900, 3.0)
    assert [split.metres for split in summary.splits] == [1000, 1000, pytest.approx(700, abs=3)]
    assert [split.seconds for split in summary.splits] == [333, 333, pytest.approx(233, abs=2)]
    assert {split.heart_rate for split in summary.splits} == {150}


def test_splits_are_miles_for_those_who_think_in_miles() -> None:
    summary = sums(1800, 3.0, MILE)
    assert [split.metres for split in summary.splits][:3] == [1609, 1609, 1609]
    assert summary.splits[0].seconds == round(MILE / 3)


def test_standing_at_a_light_is_not_moving_and_not_pace() -> None:
    summary = sums(1200, with_a_stop(300, 120))
    assert summary.elapsed_s == 1200
    assert summary.moving_s == pytest.approx(1080, abs=15)


def test_a_gap_in_the_recording_is_a_pause() -> None:
    outing = an_outing(1200, with_a_stop(300, 120))
    auto_paused = [
        sample for sample in outing.samples if not 302 < (sample.at or 0) - (outing.totals.started or 0) < 419
    ]
    summary = summarise(track_of(with_samples(outing, auto_paused), NOW))
    assert summary.moving_s == pytest.approx(1080, abs=15)


def test_a_sample_every_few_seconds_gives_the_same_sums() -> None:
    often, seldom = sums(1800, 2.8), sums(1800, 2.8, every=7)
    assert seldom.distance_m == pytest.approx(often.distance_m, abs=10)
    assert seldom.moving_s == pytest.approx(often.moving_s, abs=10)


def test_the_best_kilometre_is_the_fast_one_in_the_middle() -> None:
    summary = sums(1500, lambda second: 4.0 if 600 <= second < 900 else 2.5)
    best = {effort.metres: effort.seconds for effort in summary.best}
    assert best[Metres(1000)] == pytest.approx(250, abs=2)
    assert set(best) == {400, 1000, 1609, 3000}


def test_a_ride_has_no_best_efforts_on_foot() -> None:
    assert sums(3600, 8.0, activity=Activity.CYCLING).best == ()


def test_a_flat_way_under_a_nervous_sensor_climbs_nothing() -> None:
    outing = an_outing(1800, hill_m=0.0)
    nervous = [replace(s, elevation=350 + (i % 2) * 2.0) for i, s in enumerate(outing.samples)]
    assert summarise(track_of(with_samples(outing, nervous), NOW)).ascent_m == 0


def test_two_hills_are_climbed_twice() -> None:
    outing = an_outing(1800, hill_m=0.0)
    hills = [replace(s, elevation=350 + 30 * (i % 900) / 900) for i, s in enumerate(outing.samples)]
    assert summarise(track_of(with_samples(outing, hills), NOW)).ascent_m == pytest.approx(60, abs=1)


def test_the_mean_heart_rate_counts_each_sample_for_its_time() -> None:
    outing = an_outing(600)
    uneven = [replace(s, heart_rate=120 if i < 400 else 180) for i, s in enumerate(outing.samples)]
    assert summarise(track_of(with_samples(outing, uneven), NOW)).avg_hr == 140


def test_twins_start_together_and_are_as_long() -> None:
    one = sums(1800, 2.8)
    later = replace(one, started=one.started + dt.timedelta(minutes=2), distance_m=Metres(round(5040 * 1.02)))
    assert is_same(one, later)
    assert not is_same(one, replace(one, started=one.started + dt.timedelta(minutes=5)))
    assert not is_same(one, replace(one, distance_m=Metres(5500)))
    assert is_same(replace(one, distance_m=None), later)


paces = st.lists(st.floats(1.2, 5.5), min_size=1, max_size=12)


@given(paces, st.integers(3, 8))
def test_splits_add_up_to_the_whole(speeds: list[float], every: int) -> None:
    seconds = 120 * len(speeds)
    summary = sums(seconds, lambda second: speeds[min(int(second // 120), len(speeds) - 1)], every=every)
    assert sum(split.metres for split in summary.splits) == pytest.approx(summary.distance_m, abs=21)
    assert sum(split.seconds for split in summary.splits) == pytest.approx(summary.moving_s, abs=20)


@given(paces)
def test_the_best_kilometre_is_no_slower_than_any_split_and_no_faster_than_the_fastest_stretch(
    speeds: list[float],
) -> None:
    seconds = 120 * len(speeds)
    summary = sums(seconds, lambda second: speeds[min(int(second // 120), len(speeds) - 1)], every=5)
    best = {effort.metres: effort.seconds for effort in summary.best}
    whole = [split.seconds for split in summary.splits if split.metres == 1000]
    assert (1000 in best) == bool(whole)
    if whole:
        assert 1000 / max(speeds) * 0.99 - 1 <= best[Metres(1000)] <= min(whole) + 1


@given(st.integers(60, 4000), st.floats(1.0, 5.0))
def test_moving_is_never_longer_than_elapsed(seconds: int, speed: float) -> None:
    summary = sums(seconds, speed, every=10)
    assert 0 < summary.moving_s <= summary.elapsed_s
