"""A figure told with a minus is asked about; a dash that parts two things is none."""

import pytest

from coach.profile import DistanceUnit
from coach.reader.reading import read
from coach.reader.settled import answered, settled
from tests.coach.reader.cases import TODAY, reading_of


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("ran -5 km", "ask.minus_distance"), ("walked -2 miles", "ask.minus_distance"), ("-5 km", "ask.minus_distance"),
        ("minus 5 km", "ask.minus_distance"), ("ran for -30 minutes", "ask.minus_time"), ("-10 min", "ask.minus_time"),
        ("ran 5 km effort -5/10", "ask.minus_effort"), ("-5/10", "ask.minus_effort"), ("rpe: -3", "ask.minus_effort"),
    ],
)  # fmt: skip
def test_a_figure_with_a_minus_is_asked_about(text: str, question: str) -> None:
    reading = reading_of(text)
    assert reading.question is not None
    assert (reading.question.key, len(reading.entries)) == (question, 1)


@pytest.mark.parametrize(
    "text",
    ["5k -30 min", "- 5 km", "5 km -6/10", "run -5 km, felt -2", "-20 min easy", "ran 5k - 30 min", "Mon -5k",
     "ran 4-5 km"],
)  # fmt: skip
def test_a_dash_that_parts_two_things_is_not(text: str) -> None:
    reading = reading_of(text)
    assert reading.question is None
    assert reading.entries


@pytest.mark.parametrize(("answer", "metres"), [("yes", 5000), ("4", 4000), ("it was 6 km in 40 min", 6000)])
def test_the_answer_says_how_far_it_was(answer: str, metres: int) -> None:
    now = answered(read("ran -5 km", TODAY), answer, TODAY, DistanceUnit.KM)
    assert now is not None
    assert (now.entries[0].distance_m, now.question) == (metres, None)


def test_a_number_answers_for_the_effort() -> None:
    now = settled(read("ran 5 km effort -5/10", TODAY), 6, TODAY)
    assert now is not None
    assert (now.entries[0].rpe, now.entries[0].distance_m, now.question) == (6, 5000, None)
