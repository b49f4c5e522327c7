"""From samples to a track: what cannot be true is refused with its reason, what slipped is left out."""

import datetime as dt
from dataclasses import replace

import pytest

from coach.activity import Recording, Sample, Totals, Track, summarise, track_of
from coach.errors import ActivityRefused
from coach.reading import Activity
from tests.activities.outings import MORNING, NOW, an_outing, with_samples


def reason_of(recording: Recording, now: dt.datetime = NOW) -> str:
    with pytest.raises(ActivityRefused) as refused:
        summarise(track_of(recording, now))
    return refused.value.reason


def test_places_become_metres_and_moments_seconds() -> None:
    track = track_of(an_outing(600, 3.0), NOW)
    assert track.points[-1].seconds == 600
    assert track.points[-1].metres == pytest.approx(1800, abs=2)
    assert (track.started, track.activity, track.guessed) == (MORNING, Activity.RUN, False)


def test_the_devices_own_metres_win_over_its_places() -> None:
    outing = an_outing(600, 3.0, metres=True)
    stretched = [replace(sample, metres=(sample.metres or 0) * 1.1) for sample in outing.samples]
    assert track_of(with_samples(outing, stretched), NOW).points[-1].metres == pytest.approx(1980)


def test_metres_that_go_back_do_not_shorten_the_way() -> None:
    outing = an_outing(600, 3.0, metres=True)
    samples = list(outing.samples)
    samples[300] = replace(samples[300], metres=0.0)
    assert track_of(with_samples(outing, samples), NOW).points[300].metres == pytest.approx(299 * 3)


def test_samples_out_of_order_are_put_in_order() -> None:
    outing = an_outing(600, 3.0)
    assert track_of(with_samples(outing, outing.samples[::-1]), NOW) == track_of(outing, NOW)


def test_one_slip_of_the_satellites_is_left_out() -> None:
    outing = an_outing(600, 3.0)
    samples = list(outing.samples)
    samples[200] = replace(samples[200], latitude=48.5)
    assert track_of(with_samples(outing, samples), NOW).points[-1].metres == pytest.approx(1800, abs=5)


def test_the_first_fixes_of_yesterdays_place_do_not_count() -> None:
    outing = an_outing(600, 3.0)
    samples = [replace(sample, latitude=48.0) if index < 3 else sample for index, sample in enumerate(outing.samples)]
    assert track_of(with_samples(outing, samples), NOW).points[-1].metres == pytest.approx(1791, abs=10)


def test_a_drive_between_a_pause_and_its_end_is_not_counted() -> None:
    first, then = an_outing(600, 3.0), an_outing(600, 3.0, started=MORNING + dt.timedelta(minutes=30))
    moved = [replace(sample, latitude=(sample.latitude or 0) + 0.2) for sample in then.samples]
    way = track_of(with_samples(first, [*first.samples, *moved]), NOW)
    assert way.points[-1].metres == pytest.approx(3600, abs=20)


def test_teleporting_is_refused() -> None:
    outing = an_outing(600, 3.0)
    jump = [replace(s, latitude=(s.latitude or 0) + (1.0 if i > 300 else 0)) for i, s in enumerate(outing.samples)]
    assert reason_of(with_samples(outing, jump)) == "teleporting"


def test_a_track_that_flickers_between_two_places_is_refused() -> None:
    outing = an_outing(600, 3.0)
    flicker = [replace(s, longitude=15.44 + (i % 3 == 0) * 0.5) for i, s in enumerate(outing.samples)]
    assert reason_of(with_samples(outing, flicker)) == "teleporting"


@pytest.mark.parametrize(
    ("outing", "reason"),
    [
        (Recording(), "empty"),
        (Recording(samples=(Sample(None, 47.0, 15.0), Sample(None, 47.1, 15.0))), "no_times"),
        (an_outing(started=NOW + dt.timedelta(days=1)), "future"),
        (an_outing(started=NOW - dt.timedelta(minutes=5)), "future"),
        (an_outing(started=dt.datetime(1989, 12, 31, tzinfo=dt.UTC)), "no_clock"),
        (an_outing(20), "too_short"),
        (an_outing(900, 0.0), "no_distance"),
        (an_outing(300, 11.0), "too_fast"),
        (an_outing(24 * 3600, 2.0, every=20), "too_far"),
        (an_outing(50 * 3600, 0.5, every=60), "too_long"),
        (an_outing(300, 25.0, activity=Activity.CYCLING), "too_fast"),
    ],
)
def test_what_cannot_be_true_is_refused(outing: Recording, reason: str) -> None:
    assert reason_of(outing) == reason


@pytest.mark.parametrize(
    ("speed", "activity"), [(1.4, Activity.WALK), (2.8, Activity.RUN), (4.5, Activity.RUN), (8.0, Activity.CYCLING)]
)
def test_the_kind_is_guessed_by_the_speed_where_the_file_does_not_say(speed: float, activity: Activity) -> None:
    track = track_of(an_outing(600, speed, activity=None), NOW)
    assert (track.activity, track.guessed) == (activity, True)


def test_strength_needs_no_way_and_keeps_its_pulse() -> None:
    track = track_of(an_outing(1800, 0.0, activity=Activity.STRENGTH, places=False), NOW)
    summary = summarise(track)
    assert (summary.distance_m, summary.moving_s, summary.avg_hr) == (None, 1800, 150)


def test_totals_are_enough_where_a_device_kept_no_samples() -> None:
    at = MORNING.timestamp()
    pool = Recording(Activity.SWIMMING, (), Totals(at, 1500.0, 2400.0, 2700.0, None, 128))
    summary = summarise(track_of(pool, NOW))
    assert (summary.distance_m, summary.moving_s, summary.elapsed_s, summary.avg_hr) == (1500, 2400, 2700, 128)


def test_a_treadmill_without_any_way_is_a_run_without_a_distance() -> None:
    track: Track = track_of(an_outing(1800, 0.0, places=False), NOW)
    assert not track.measured
    assert summarise(track).distance_m is None


def test_a_heart_that_cannot_beat_so_is_a_slip_of_the_sensor() -> None:
    outing = an_outing(600)
    samples = [replace(s, heart_rate=0 if i % 2 else 255) for i, s in enumerate(outing.samples)]
    assert summarise(track_of(with_samples(outing, samples), NOW)).avg_hr is None
