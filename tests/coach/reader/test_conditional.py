"""A doctor's yes that hangs on something is none: one list for the reader and for the chat."""

import pytest

from coach.reader.conditional import is_conditional
from coach.reader.normalise import normalise
from coach.reader.tokens import tokenise


def conditional(text: str) -> bool:
    return is_conditional(tokenise(normalise(text)))


@pytest.mark.parametrize(
    "words",
    [
        "cleared to run once the scan is clear",
        "the doctor says I can run in two weeks",
        "doc said fine to run in 10 days",
        "gp says ok to run from march",
        "the doctor says running is not fine",
        "doctor said I can't run yet, walking only",
        "my physio says yes but only swimming",
        "the doctor says never again",
        "cleared if the results are good",
        "no, the doctor said yes to walking",
    ],
)
def test_a_yes_that_waits_for_something_is_no_yes_of_today(words: str) -> None:
    assert conditional(words)


@pytest.mark.parametrize(
    "words",
    [
        "the doctor says running is fine",
        "cleared to run, no restrictions",
        "got the ok from my doctor",
        "doctor said yes, no problem",
        "got clearance from the cardiologist in town",
    ],
)
def test_a_plain_yes_is_one(words: str) -> None:
    assert not conditional(words)
