"""A worry and a question are no report; what somebody has is one, however it is asked about."""

import pytest

from coach.reader import read
from tests.coach.reader.cases import TODAY


@pytest.mark.parametrize(
    "text",
    ["im scared ill hurt my knees", "I'm scared I'll hurt my knees", "scared of hurting my back",
     "dont want to hurt my knee again"],
)  # fmt: skip
def test_a_worry_about_pain_is_no_pain(text: str) -> None:
    assert read(text, TODAY).pain is None


def test_a_worry_beside_a_run_leaves_the_run() -> None:
    reading = read("ran 3k, scared ill hurt my knees", TODAY)
    assert [entry.distance_m for entry in reading.entries] == [3000]
    assert reading.pain is None


@pytest.mark.parametrize("text", ["worried about my knee, pain 4/10", "my knee hurts 4/10 and im scared"])
def test_a_pain_told_with_a_worry_is_a_pain(text: str) -> None:
    pain = read(text, TODAY).pain
    assert pain is not None
    assert (pain.area, pain.level) == ("knee", 4)


@pytest.mark.parametrize(
    "text", ["should I run with a cold?", "should i run with a cold", "is it ok to run with a fever"]
)
def test_asking_about_an_illness_is_not_having_one(text: str) -> None:
    assert read(text, TODAY).symptoms == ()


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("I have a cold, should I run?", "above_neck"),
        ("can i run with my cold?", "above_neck"),
        ("woke up with a cold, can i run?", "above_neck"),
        ("ive got a fever, can I train", "fever"),
        ("should i run with chest pain?", "chest_pain"),
    ],
)
def test_having_one_counts_also_within_a_question_and_red_flags_always_do(text: str, symptom: str) -> None:
    assert symptom in read(text, TODAY).symptoms
