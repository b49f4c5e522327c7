"""What holds for the sums of every outing, however fast, hilly, broken or badly sampled it was."""

import datetime as dt
from itertools import pairwise
from random import Random
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from coach.activity import Recording, Summary, summarise, track_of
from coach.activity.summary import SAME_START, is_same
from coach.units import MILE
from tests.activities.outings import MORNING, NOW, an_outing, with_a_stop, with_samples
from tests.depth import examples

PACES = st.floats(2.0, 4.5)
"""Metres a second on foot."""


class Outing(NamedTuple):
    """A run with a stop somewhere, over a hill, sampled every few seconds."""

    seconds: int
    speed: float
    stop: int
    every: int
    hill: float
    metres: bool

    @property
    def recording(self) -> Recording:
        """As the device keeps it."""
        speed = with_a_stop(self.seconds // 3, self.stop, self.speed)
        return an_outing(self.seconds, speed, every=self.every, hill_m=self.hill, metres=self.metres)


OUTINGS = st.builds(
    Outing, st.integers(700, 1800), PACES, st.integers(0, 200), st.integers(1, 7), st.floats(0, 120), st.booleans()
)


def sums(recording: Recording, split: float = 1000.0) -> Summary:
    return summarise(track_of(recording, NOW), split)


@given(outing=OUTINGS, split=st.sampled_from([1000.0, MILE]))
@examples(10)
def test_splits_add_up_to_the_whole(outing: Outing, split: float) -> None:
    summary = sums(outing.recording, split)
    assert summary.distance_m is not None
    told = sum(one.metres for one in summary.splits)
    assert abs(told - summary.distance_m) <= max(25, 0.01 * summary.distance_m)
    assert abs(sum(one.seconds for one in summary.splits) - summary.moving_s) <= 30 + len(summary.splits)


@given(outing=OUTINGS)
@examples(10)
def test_every_split_but_the_last_is_a_whole_one(outing: Outing) -> None:
    assert all(abs(one.metres - 1000) <= 1 for one in sums(outing.recording).splits[:-1])


@given(outing=OUTINGS)
@examples(10)
def test_nobody_moves_longer_than_they_were_out(outing: Outing) -> None:
    summary = sums(outing.recording)
    assert 0 < summary.moving_s <= summary.elapsed_s


@given(outing=OUTINGS)
@examples(10)
def test_a_longer_best_effort_is_never_quicker_and_none_is_longer_than_the_run(outing: Outing) -> None:
    summary = sums(outing.recording)
    best = sorted(summary.best, key=lambda one: one.metres)
    assert all(short.seconds <= long.seconds for short, long in pairwise(best))
    assert all(one.metres <= (summary.distance_m or 0) + 1 and one.seconds <= summary.elapsed_s for one in best)


@given(outing=OUTINGS)
@examples(8)
def test_a_best_effort_is_no_slower_than_the_run_divided_into_pieces_of_its_length(outing: Outing) -> None:
    """Of so many pieces side by side the quickest takes at most its share of the whole time."""
    summary = sums(outing.recording)
    assert summary.distance_m is not None
    for one in summary.best:
        assert one.seconds <= summary.elapsed_s / (summary.distance_m // one.metres) + 2


@given(outing=OUTINGS, seed=st.integers(0, 1000))
@examples(8)
def test_the_order_in_which_samples_were_written_changes_nothing(outing: Outing, seed: int) -> None:
    shuffled = list(outing.recording.samples)
    Random(seed).shuffle(shuffled)
    assert sums(with_samples(outing.recording, shuffled)) == sums(outing.recording)


@given(outing=OUTINGS)
@examples(8)
def test_a_sample_written_twice_counts_once(outing: Outing) -> None:
    doubled = [sample for sample in outing.recording.samples for _ in range(2)]
    assert sums(with_samples(outing.recording, doubled)) == sums(outing.recording)


@given(outing=OUTINGS, place=st.floats(0.1, 0.9))
@examples(8)
def test_one_fix_out_of_place_does_not_lengthen_the_way(outing: Outing, place: float) -> None:
    samples = list(outing.recording.samples)
    number = int(place * len(samples))
    astray = samples[number]
    samples[number] = type(astray)(
        astray.at, (astray.latitude or 0) + 0.02, astray.longitude, astray.metres, astray.elevation, astray.heart_rate
    )
    right, wrong = sums(outing.recording).distance_m or 0, sums(with_samples(outing.recording, samples)).distance_m or 0
    assert abs(wrong - right) <= 0.03 * right + 20


@given(outing=OUTINGS, hill=st.floats(5, 150))
@examples(8)
def test_one_hill_is_climbed_once(outing: Outing, hill: float) -> None:
    one_hill = an_outing(outing.seconds, 2.8, hill_m=hill)
    assert abs((sums(one_hill).ascent_m or 0) - hill) <= 4


@given(outing=OUTINGS, later=st.integers(-150, 150))
@examples(8)
def test_two_devices_on_one_run_are_the_same_activity_whichever_is_asked(outing: Outing, later: int) -> None:
    one = sums(an_outing(outing.seconds, 2.8, started=MORNING))
    other = sums(an_outing(outing.seconds, 2.83, started=MORNING + dt.timedelta(seconds=later)))
    assert is_same(one, other)
    assert is_same(other, one)


@given(apart=st.integers(4, 600))
@examples(8)
def test_runs_that_began_at_other_times_are_two(apart: int) -> None:
    one = sums(an_outing(1200, 2.8, every=5))
    other = sums(an_outing(1200, 2.8, every=5, started=MORNING - dt.timedelta(minutes=apart)))
    assert dt.timedelta(minutes=apart) > SAME_START
    assert not is_same(one, other)


@given(longer=st.floats(1.08, 3.0))
@examples(8)
def test_a_run_clearly_longer_is_another_one(longer: float) -> None:
    one, other = sums(an_outing(1200, 2.0, every=5)), sums(an_outing(1200, 2.0 * min(longer, 2.2), every=5))
    assert not is_same(one, other)
