"""A figure answers the question that a reading raised, and nothing else changes."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.history import Pain
from coach.reader.settled import BY_FIGURE, settled
from tests.coach.reader.cases import TODAY, reading_of
from tests.depth import examples


@pytest.mark.parametrize(
    ("text", "figure", "field", "value"),
    [
        ("ran 5k in 31:20, left knee hurts", 3, "pain", Pain("knee", 3)),
        ("ran 5k in 31:20, knee 14/10", 4, "pain", Pain("knee", 4)),
        ("ran 5k in 31:20, effort 14", 8, "rpe", 8),
        ("ran 5k in 31:20, hr 400", 148, "avg_hr", 148),
    ],
)
def test_the_figure_takes_the_place_of_what_was_in_doubt(text: str, figure: int, field: str, value: object) -> None:
    doubted = reading_of(text)
    now = settled(doubted, figure, TODAY)
    assert now is not None
    assert now.question is None
    assert now.entries == (replace(doubted.entries[0], **{field: value}),)  # type: ignore[arg-type]


def test_a_pain_apart_from_any_activity_gets_its_level() -> None:
    now = settled(reading_of("my knee hurts"), 2, TODAY)
    assert now is not None
    assert (now.pain, now.question) == (Pain("knee", 2), None)


@given(figure=st.integers(-5, 500), text=st.sampled_from(["my knee hurts", "5k, effort 14", "5k in 31:20, hr 400"]))
@examples(60)
def test_a_figure_off_its_scale_answers_nothing(figure: int, text: str) -> None:
    doubted = reading_of(text)
    assert doubted.question is not None
    scale = {"ask.pain_level": range(11), "ask.effort": range(1, 11), "ask.heart_rate": range(40, 231)}
    assert (settled(doubted, figure, TODAY) is not None) == (figure in scale[doubted.question.key])


@pytest.mark.parametrize("text", ["ran 5k in 4 minutes", "ran 500 km", "ran 5k tomorrow", "ran 5k in 31:20"])
def test_what_no_figure_can_settle_stays_in_doubt(text: str) -> None:
    reading = reading_of(text)
    assert reading.question is None or reading.question.key not in BY_FIGURE
    assert settled(reading, 5, TODAY) is None


def test_what_else_cannot_be_true_is_asked_next() -> None:
    now = settled(reading_of("ran 5k in 31:20, effort 14, hr 400"), 8, TODAY)
    assert now is not None
    assert now.question is not None
    assert now.question.key == "ask.heart_rate"
