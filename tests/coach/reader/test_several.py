"""Several activities in one message: announced, in parts of the day, on days, or one after the other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.reading import Activity
from tests.coach.reader.cases import reading_of
from tests.depth import examples

RUN, WALK, STRENGTH, SWIM = Activity.RUN, Activity.WALK, Activity.STRENGTH, Activity.SWIMMING
PARTS = [("am", "pm"), ("this morning", "this evening"), ("in the morning", "in the afternoon"), ("7am", "6pm"),
         ("at lunch", "in the evening"), ("before lunch", "at night")]  # fmt: skip


def told(text: str) -> list[tuple[Activity | None, int | None, int | None]]:
    """Kind, metres and seconds of each."""
    return [(entry.kind, entry.distance_m, entry.duration_s) for entry in reading_of(text).entries]


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("two runs: 5k am, 4k pm", [(RUN, 5000, None), (RUN, 4000, None)]),
        ("5k am 4k pm", [(RUN, 5000, None), (RUN, 4000, None)]),
        ("am 5k pm 4k", [(RUN, 5000, None), (RUN, 4000, None)]),
        ("5k 30:00 am 4k 25:00 pm", [(RUN, 5000, 1800), (RUN, 4000, 1500)]),
        ("ran twice: 5k, 4k", [(RUN, 5000, None), (RUN, 4000, None)]),
        ("double day: 5k and then 4k", [(RUN, 5000, None), (RUN, 4000, None)]),
        ("two 5k runs", [(RUN, 5000, None), (RUN, 5000, None)]),
        ("2 x 20 min walks", [(WALK, None, 1200), (WALK, None, 1200)]),
        ("three walks, 10 min, 15 min, 20 min", [(WALK, None, 600), (WALK, None, 900), (WALK, None, 1200)]),
        ("2 swims, 1000m and 800m", [(SWIM, 1000, None), (SWIM, 800, None)]),
        ("walked 2k and 3k", [(WALK, 2000, None), (WALK, 3000, None)]),
        ("2k walk am, 40 min strength pm", [(WALK, 2000, None), (STRENGTH, None, 2400)]),
        ("bike 45 min straight into 3k run", [(Activity.CYCLING, None, 2700), (RUN, 3000, None)]),
    ],
)
def test_each_activity_of_a_message_is_an_entry(text: str, entries: list[object]) -> None:
    assert told(text) == entries


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("ran 5k this morning in 31:20", (RUN, 5000, 1880)),
        ("5k at 7am, 31:20", (RUN, 5000, 1880)),
        ("5k, 31:20. am tired", (RUN, 5000, 1880)),
        ("6x400m this evening, 8k in 48:00", (RUN, 8000, 2880)),
        ("ran 8k, 5k of it at tempo", (RUN, 8000, None)),
        ("warm up 2k, 5k tempo @ 5:00, cool down 1k", (RUN, 8000, None)),
        ("hill reps x8, 40 min", (RUN, None, 2400)),
        ("3/4 of an hour jog", (RUN, None, 2700)),
    ],
)
def test_what_only_looks_like_several_is_one(text: str, entry: object) -> None:
    assert told(text) == [entry]


@given(
    first=st.integers(2, 30),
    second=st.integers(2, 30),
    parts=st.sampled_from(PARTS),
    stop=st.sampled_from([", ", " and ", "; ", "\n"]),
)
@examples(60)
def test_two_distances_in_two_parts_of_the_day_are_two_runs(
    first: int, second: int, parts: tuple[str, str], stop: str
) -> None:
    text = f"{first}k {parts[0]}{stop}{second}k {parts[1]}"
    assert told(text) == [(RUN, first * 1000, None), (RUN, second * 1000, None)]


@given(minutes=st.lists(st.integers(11, 59), min_size=2, max_size=4), noun=st.sampled_from(["walks", "runs", "rides"]))
@examples(40)
def test_as_many_as_were_announced_are_read(minutes: list[int], noun: str) -> None:
    each = ", ".join(f"{one} min" for one in minutes)
    assert [one[2] for one in told(f"{len(minutes)} {noun}: {each}")] == [60 * one for one in minutes]


@pytest.mark.parametrize("text", ["missed monday and tuesday, was travelling", "skipped sat and sun, ill"])
def test_one_reason_holds_for_all_that_was_skipped(text: str) -> None:
    reasons = {entry.reason for entry in reading_of(text).entries}
    assert len(reasons) == 1
    assert None not in reasons


def test_how_tired_one_was_is_no_effort_of_what_was_skipped() -> None:
    assert [entry.rpe for entry in reading_of("no run today, knackered").entries] == [None]


@pytest.mark.parametrize(("text", "level"), [("knee 3/10 after", 3), ("knee 2/10, 4/10 after", 4)])
def test_the_worst_of_several_levels_counts(text: str, level: int) -> None:
    pain = reading_of(text).pain
    assert pain is not None
    assert pain.level == level


def test_a_figure_behind_the_story_of_a_pain_is_its_level() -> None:
    reading = reading_of("ankle twisted on a kerb, 7 out of ten")
    assert reading.pain is not None
    assert (reading.pain.area, reading.pain.level, reading.question) == ("ankle", 7, None)
