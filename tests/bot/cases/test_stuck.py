"""A question that is not answered time and again is asked in other words, with an example and a way to leave it."""

from itertools import pairwise

import pytest

from tests.bot.cases.chat import Chat

HINT = "type something like “mon wed sat”"


@pytest.fixture
def asked(chat: Chat) -> Chat:
    """Somebody who is asked for their training days."""
    chat.says("change my days")
    return chat


def answers_to(chat: Chat, words: str, times: int) -> list[str]:
    """What the coach says each time to the same words."""
    said = []
    for _ in range(times):
        chat.says(words)
        said.append(chat.text)
    return said


def test_from_the_third_miss_on_the_words_change_and_name_the_way_out(asked: Chat) -> None:
    said = answers_to(asked, "banana", 6)
    assert all(HINT in text for text in said)
    assert ["/cancel" in text for text in said] == [False, False, True, True, True, True]
    assert all(before != after for before, after in pairwise(said[1:]))


def test_an_answer_starts_the_count_anew(asked: Chat) -> None:
    answers_to(asked, "banana", 3)
    asked.says("mon wed sat")
    assert asked.desk.owner.profile["available_days"] == ["mon", "wed", "sat"]
    asked.says("change my days")
    assert all("/cancel" not in text for text in answers_to(asked, "banana", 2))


def test_why_it_is_asked_is_no_miss(asked: Chat) -> None:
    answers_to(asked, "banana", 2)
    asked.says("why?")
    assert "/cancel" not in asked.text
    asked.says("banana")
    assert "Sorry, I still can’t make an answer of that" in asked.text
