"""Who wants fewer questions or messages gets fewer, by any usual words."""

import pytest

from bot.cases.settings import offer
from bot.conversations.asking import talk_at
from bot.conversations.context import Moment
from tests.bot.cases.chat import Chat
from tests.bot.conversations.people import Newcomer


@pytest.mark.parametrize(
    "words",
    ["no more questions", "too many questions", "stop asking", "leave me alone with this", "none of your business"],
)
def test_who_is_tired_of_questions_is_asked_none_any_more(chat: Chat, words: str) -> None:
    offer(chat.desk, Moment.REVIEW)
    chat.says(words)
    assert "ask nothing more" in chat.text
    assert talk_at(chat.desk).question is None
    assert not any(offer(chat.desk, moment) for moment in Moment)


@pytest.mark.parametrize("words", ["stop", "stop writing me", "be quiet", "unsubscribe"])
def test_stop_alone_brings_the_ways_to_be_quiet(chat: Chat, words: str) -> None:
    chat.says(words)
    assert "/pause" in chat.text
    assert "/delete" in chat.text
    assert chat.desk.owner.evening


@pytest.mark.parametrize("words", ["i have a question", "stop at 5k? no, ran 6k in 40 min", "quit smoking, ran 5k"])
def test_other_words_with_the_same_letters_are_left_alone(chat: Chat, words: str) -> None:
    chat.says(words)
    assert "ask nothing more" not in chat.text
    assert "I can be quieter" not in chat.text


@pytest.mark.parametrize("words", ["no questions please", "none of your business"])
def test_before_there_is_a_plan_the_reason_for_the_questions_is_said(session: object, words: str) -> None:
    newcomer = Newcomer(session)  # type: ignore[arg-type]  # the fixture's own session
    newcomer.starts().says(words)
    assert "only ask what would hurt if I guessed it" in newcomer.text
    assert newcomer.open_question == "goal"


@pytest.mark.parametrize(
    ("words", "column", "value"),
    [
        ("stop the evening message", "evening", False),
        ("no evening reminders please", "evening", False),
        ("i want mornings, no evenings", "evening", False),
        ("write less", "slowed", True),
        ("can you message me less often", "slowed", True),
    ],
)
def test_fewer_messages_are_set_at_once_and_can_be_taken_back(
    chat: Chat, words: str, column: str, value: object
) -> None:
    chat.says(words)
    assert getattr(chat.desk.owner, column) == value
    chat.says("undo")
    assert getattr(chat.desk.owner, column) != value


def test_a_no_under_an_offer_is_about_the_offer_and_no_answer_to_a_question_asked_before(chat: Chat) -> None:
    offer(chat.desk, Moment.REVIEW)
    known = dict(chat.desk.owner.profile)
    chat.says("mondays don't work anymore")
    chat.says("no")
    assert "everything stays as it is" in chat.text
    assert chat.desk.owner.profile == known
