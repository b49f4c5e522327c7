"""Figures out of ten: of pain at several times, of effort, and of what no log holds."""

import pytest

from tests.coach.reader.cases import reading_of
from tests.coach.reader.told import efforts


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("knee was a 2 at start, 4 by the end", 4),
        ("knee 4/10 before, 1/10 after", 4),
        ("shin 1/10 during and 5/10 after", 5),
        ("knee pain went from 4 to 1", 1),
        ("knee pain 2 -> 5", 5),
        ("pain 3-4 in hip", 4),
    ],
)
def test_the_worst_of_several_times_counts_and_a_change_by_where_it_led(text: str, level: int) -> None:
    reading = reading_of(text)
    assert reading.pain is not None
    assert (reading.pain.level, dict(reading.measurements), reading.question) == (level, {}, None)


@pytest.mark.parametrize(
    "text",
    [
        "mood 8/10",
        "energy 7/10",
        "motivation: 2",
        "weather 10/10",
        "thanks! 10/10 coach",
        "stress 8/10 today",
        "hunger 9/10",
    ],
)
def test_a_figure_of_something_else_is_no_effort(text: str) -> None:
    assert reading_of(text).entries == ()


@pytest.mark.parametrize(
    ("text", "effort"),
    [
        ("5k, fun 10/10 effort 4/10", 4), ("30 min run 6/10", 6), ("10k easy effort 4", 4), ("45' easy + 6 strides", 3),
        ("ran 5k, toes destroyed", None),
    ],
)  # fmt: skip
def test_the_effort_is_the_figure_said_of_it(text: str, effort: int | None) -> None:
    assert efforts(text) == [effort]


def test_a_figure_behind_a_run_that_a_pain_ended_is_the_pains() -> None:
    reading = reading_of("pulled something in my calf at 3k, stopped, 6/10")
    assert reading.question is None
    assert [(entry.rpe, entry.pain and entry.pain.level) for entry in reading.entries] == [(None, 6)]


def test_how_one_slept_is_no_effort() -> None:
    reading = reading_of("sleep 6/10, 7h")
    assert (reading.entries, dict(reading.measurements)) == ((), {"sleep_h": 7})
