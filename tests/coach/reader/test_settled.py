"""A figure answers the question that a reading raised, and nothing else changes."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.history import Pain
from coach.profile import DistanceUnit
from coach.reader.settled import BY_FIGURE, BY_WORDS, answered, settled
from coach.reading import Reading
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


def told(text: str, answer: str) -> Reading | None:
    """What words in doubt say once they are answered, on the same day."""
    doubted = reading_of(text)
    assert doubted.question is not None
    assert doubted.question.key in BY_WORDS
    return answered(doubted, answer, TODAY, DistanceUnit.KM)


@pytest.mark.parametrize(
    ("text", "answer", "day"),
    [
        ("ran 12 km last week", "thursday", "2026-11-26"),
        ("ran 12 km last week", "on tuesday", "2026-11-24"),
        ("ran 5k the other day", "yesterday", "2026-12-01"),
        ("ran 5k on 20 dec", "20 november", "2026-11-20"),
        ("ran 5k on 31 feb", "30 nov", "2026-11-30"),
    ],
)
def test_the_day_that_was_asked_for_completes_the_words(text: str, answer: str, day: str) -> None:
    now = told(text, answer)
    assert now is not None
    assert (now.question, [entry.date.isoformat() for entry in now.entries]) == (None, [day])


@pytest.mark.parametrize(
    ("text", "answer", "metres", "seconds"),
    [
        ("ran 5k in 4 min, effort 6", "40 min", 5000, 2400),
        ("ran 5k in 4 min, effort 6", "it was 34:10", 5000, 2050),
        ("ran 50 km in 31:20, effort 6", "5k", 5000, 1880),
        ("ran 5k in 4 min, effort 6", "ran 5k in 40 min", 5000, 2400),
        ("ran 500 km in 5 hours, effort 6", "50 km", 50_000, 18_000),
    ],
)
def test_the_distance_or_the_time_told_in_answer_completes_the_words(
    text: str, answer: str, metres: int, seconds: int
) -> None:
    now = told(text, answer)
    assert now is not None
    (entry,) = now.entries
    assert (now.question, entry.distance_m, entry.duration_s, entry.rpe) == (None, metres, seconds, 6)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("ran 130 km", "yes"),
        ("ran 130 km", "130 km"),
        ("ran 5k on 20 nov 2024", "yes that's the day"),
        ("walked 5k in 5 hours", "yep"),
    ],
)
def test_what_is_only_unlikely_is_believed_when_it_is_said_once_more(text: str, answer: str) -> None:
    now = told(text, answer)
    assert now is not None
    assert (now.question, now.entries) == (None, reading_of(text).entries)


@pytest.mark.parametrize("answer", ["yes", "4 min", "4:00"])
def test_what_nobody_can_run_stays_in_doubt_however_often_it_is_said(answer: str) -> None:
    now = told("ran 5k in 4 min", answer)
    assert now is None or now.question is not None


@pytest.mark.parametrize(("answer", "kilograms"), [("80", 80), ("80.5 kg", 80.5), ("it is 81", 81)])
def test_a_measurement_in_doubt_is_told_anew_without_its_name(answer: str, kilograms: float) -> None:
    now = told("weight 800 kg, ran 5k", answer)
    assert now is not None
    assert (now.question, dict(now.measurements), len(now.entries)) == (None, {"weight_kg": kilograms}, 1)


@pytest.mark.parametrize("text", ["ran 12 km last week", "ran 5k in 4 min", "weight 800 kg", "ran 500 km"])
@pytest.mark.parametrize("answer", ["", "thanks", "what do you mean?", "cycled 40 min", "squats 3x12", "knee 3/10"])
def test_other_words_answer_nothing(text: str, answer: str) -> None:
    assert told(text, answer) is None
