"""Slips of the finger are put right; words that mean themselves are left alone."""

import pytest

from coach.reader.spelling import correct, is_known
from coach.reader.vocabulary.common_words import COMMON, OFTEN_MISTYPED


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("yesteday", "yesterday"), ("yesterady", "yesterday"), ("kilomters", "kilometers"), ("mintues", "minutes"),
        ("squts", "squats"), ("skiped", "skipped"), ("tredmill", "treadmill"), ("achiles", "achilles"),
        ("hamstirng", "hamstring"), ("intervalls", "intervals"),
    ],
)  # fmt: skip
def test_a_slip_is_put_right(typed: str, meant: str) -> None:
    assert correct(typed) == meant or is_known(typed)


@pytest.mark.parametrize("word", ["plank", "mike", "sheep", "though", "knew", "hear", "slipped", "weighty"])
def test_an_everyday_word_is_left_alone(word: str) -> None:
    assert correct(word) == word


def test_no_word_of_either_list_is_changed() -> None:
    assert [word for word in COMMON | OFTEN_MISTYPED if correct(word) != word] == []
