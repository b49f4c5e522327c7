"""Running and walking by turns, repeats with their rests, and sessions told part by part."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.reading import Activity
from tests.coach.reader.cases import reading_of
from tests.depth import examples


def runs_of(text: str) -> list[tuple[Activity | None, int | None, int | None]]:
    """Kind, minutes and metres of every entry."""
    entries = reading_of(text).entries
    return [(one.kind, one.duration_s // 60 if one.duration_s else None, one.distance_m) for one in entries]


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("8x(60s run/90s walk)", 20),
        ("8 x 1 min run, 90 s walk", 20),
        ("8 x (1 run, 1.5 walk)", 20),
        ("9 rounds of 2min run 1 min walk", 27),
        ("did 6 rounds of run 1 min walk 2 min", 18),
        ("run 2 min walk 1 min, 8 times", 24),
        ("ran 5 walked 1, 6 times", 36),
        ("run 3 walk 2 x 6", 30),
        ("1 min run 1 min walk x10", 20),
        ("5 min walk, 8x 1 min run 90 s walk, 5 min walk", 30),
        ("walk 5, run 1, walk 2, run 1, walk 5", 14),
        ("alternated 3 min running and 1 min walking for 30 mins", 30),
        ("1 min run/2 min walk for half an hour", 30),
        ("run/walk 2:1 for 30 min", 30),
        ("galloway 4:1, 45 min", 45),
        ("run walk run walk 25 min", 25),
        ("5x(3min on, 2min off)", 25),
        ("fartlek 8 x 1 on 1 off, 40 min total", 40),
        ("pyramid 1-2-3-4-3-2-1 with equal jog, 45 min", 45),
    ],
)
def test_a_run_with_planned_walks_is_one_run_as_long_as_all_of_it(text: str, minutes: int) -> None:
    assert runs_of(text) == [(Activity.RUN, minutes, None)]


@given(count=st.integers(2, 20), run=st.integers(1, 10), walk=st.integers(1, 5))
@examples(40)
def test_a_pattern_counts_every_stretch_wherever_the_count_stands(count: int, run: int, walk: int) -> None:
    told = [
        f"{count} x ({run} min run, {walk} min walk)",
        f"ran {run} min walked {walk} min, {count} times",
        f"{count} rounds of run {run} walk {walk}",
    ]
    assert [runs_of(text) for text in told] == [[(Activity.RUN, count * (run + walk), None)]] * 3


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ran 20 min walked 10 min", [(Activity.RUN, 20, None), (Activity.WALK, 10, None)]),
        (
            "walked 1k ran 5k walked 1k",
            [(Activity.WALK, None, 1000), (Activity.RUN, None, 5000), (Activity.WALK, None, 1000)],
        ),
        ("ran 5k & then walked 1k", [(Activity.RUN, None, 5000), (Activity.WALK, None, 1000)]),
    ],
)
def test_one_after_the_other_once_stays_two_activities(
    text: str, told: list[tuple[Activity | None, int | None, int | None]]
) -> None:
    assert runs_of(text) == told


@pytest.mark.parametrize(
    ("text", "minutes", "metres"),
    [
        ("2k warm up, 4x1k, 2k cool down", None, 8000),
        ("warm up 10 min, 5x3 min hard with 2 min jog, cool down 10 min", 45, None),
        ("10min wu, 20min tempo, 10min cd", 40, None),
        ("2k warm up, 20 min tempo at 5:00, 1k cool down", None, 7000),
        ("2k warm up, 20 min tempo, 1k cool down", None, None),
        ("8 hill sprints, 30 min in total", 30, None),
        ("wu 2k, 5k tempo in 22:00, cd 2k", None, 9000),
        ("wu 2k, 5k tempo, cd 2k, 48:10", 48, 9000),
        ("10 x 1 min hard / 1 min easy", None, None),
    ],
)
def test_a_session_told_in_parts_is_their_sum_or_unknown(text: str, minutes: int | None, metres: int | None) -> None:
    assert runs_of(text) == [(Activity.RUN, minutes, metres)]


@pytest.mark.parametrize("text", ["4.5mi 42:10 HR avg 151 max 168", "4.5mi 42:10 hr: 151", "4.5mi 42:10 HR was 151"])
def test_hr_before_a_pulse_is_no_hour(text: str) -> None:
    (entry,) = reading_of(text).entries
    assert (entry.duration_s, entry.avg_hr) == (2530, 151)


@pytest.mark.parametrize("text", ["half 1:52:30", "half in 1:52:30", "half: 1:52:30"])
def test_half_before_its_time_is_half_a_marathon(text: str) -> None:
    (entry,) = reading_of(text).entries
    assert (entry.distance_m, entry.duration_s) == (21_097, 6750)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("yesterday 5k 29:40, day before 3k easy", [-1, -2]),
        ("monday 5k, the day after 3k", [-2, -1]),
        ("30/11 5k, next day walked 30 min", [-2, -1]),
        ("the day before my race I ran 3k", [0]),
    ],
)
def test_the_day_before_and_after_are_told_from_the_last_day_named(text: str, days: list[int]) -> None:
    today = dt.date(2026, 12, 2)
    assert [entry.date for entry in reading_of(text).entries] == [today + dt.timedelta(days=one) for one in days]


def test_a_run_without_walking_is_a_run() -> None:
    assert runs_of("first time 5k without walking, 34:50") == [(Activity.RUN, 34, 5000)]


def test_a_figure_at_a_place_of_the_body_is_no_hour() -> None:
    pain = reading_of("my right achilles is at 2 this morning").pain
    assert pain is not None
    assert (pain.area, pain.level) == ("achilles", 2)
