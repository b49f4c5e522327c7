"""A body told in one go: height and sex beside the weight, and nothing made up from other messages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversations.typed.bodies import Body, read_body


@pytest.mark.parametrize(
    ("text", "height", "sex"),
    [
        ("172cm 70kg female", 172, "female"),
        ("5'8\" 160lb male", 173, "male"),
        ("5’8”, 160 lbs, man", 173, "male"),
        ("I am a woman, 1.65 m tall, 11 st 4", 165, "female"),
        ("1,80m/82,5kg", 180, None),
        ("70 kg female", None, "female"),
        ("I'm 34 years old, female, 60 kg", None, "female"),
    ],
)
def test_height_and_sex_are_read(text: str, height: float | None, sex: str | None) -> None:
    assert read_body(text) == Body(height, sex)


@pytest.mark.parametrize(
    "text",
    [
        "70 kg",
        "waist 120 cm, 70 kg",
        "70 kg, ran with my man",
        "ran 5k, 70 kg",
        "jumped 150 cm at 70 kg",
        "",
        "female goat 70kg",
    ],
)
def test_a_message_that_tells_of_more_than_a_body_is_left_alone(text: str) -> None:
    assert read_body(text) is None


@given(st.text(max_size=80))
def test_whatever_is_written_is_answered(text: str) -> None:
    body = read_body(text)
    assert body is None or body.height_cm is not None or body.sex is not None
