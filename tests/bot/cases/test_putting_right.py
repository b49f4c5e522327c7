"""What is put right by taps, words or an edited message counts as if said so at first; one receipt tells of it."""

from collections.abc import Callable

import pytest
from sqlmodel import Session

from storage.tables import PromptKind
from tests.bot.cases.chat import Chat
from tests.bot.cases.conftest import NOON
from tests.bot.cases.test_editing import ahead

WRONG, RIGHT = "ran 25k in 2:30:00, effort 9", "ran 5k in 30:00, effort 4"


def by_an_edited_message(chat: Chat, message: int) -> None:
    chat.says(RIGHT, edits=message)


def by_words(chat: Chat, _message: int) -> None:
    chat.says("sorry, 5k in 30:00, effort 4")


def by_a_reply(chat: Chat, _message: int) -> None:
    chat.says("5k in 30:00, effort 4", reply_to=chat.message_about(f"log:{chat.logs[-1].id}"))


def by_fields(chat: Chat, _message: int) -> None:
    for field, value in (("Distance", "5 km"), ("Time", "30"), ("Effort", "4")):
        chat.taps("Edit")
        chat.taps(field)
        chat.says(value)


Way = Callable[[Chat, int], None]
WAYS = [by_an_edited_message, by_words, by_a_reply, by_fields]


@pytest.fixture
def twins(session: Session) -> tuple[Chat, Chat]:
    """Two athletes with the same answers, who live the same days."""
    one, two = (Chat.with_an_athlete(session, NOON, number) for number in (7, 8))
    return one, two


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("day", [0, 1, 6])
def test_a_run_put_right_leaves_the_days_ahead_as_if_it_had_been_right_at_first(
    twins: tuple[Chat, Chat], way: Way, day: int
) -> None:
    wrong, right = twins
    for chat in twins:
        chat.forward(days=day)
        chat.prompted()
    message = wrong.says(WRONG)
    right.says(RIGHT)
    assert ahead(wrong) != ahead(right)
    way(wrong, message)
    assert ahead(wrong) == ahead(right)


@pytest.mark.parametrize("way", WAYS)
def test_a_week_sent_in_the_light_of_a_wrong_run_is_sent_anew_when_it_is_put_right(
    twins: tuple[Chat, Chat], way: Way
) -> None:
    wrong, right = twins
    messages = [chat.says(words) for chat, words in ((wrong, WRONG), (right, RIGHT)) if not chat.forward(days=5)]
    for chat in twins:
        chat.forward(hours=1)
        chat.prompted(PromptKind.REVIEW)
    assert ahead(wrong) != ahead(right)
    way(wrong, messages[0])
    assert ahead(wrong) == ahead(right)


@pytest.mark.parametrize("way", WAYS[:3])
def test_one_receipt_tells_what_a_correction_changed_and_why(chat: Chat, way: Way) -> None:
    message = chat.says(WRONG)
    way(chat, message)
    assert chat.text.count("Your plan has changed") == 1
    assert chat.text.count("You put right what you logged") == 1
    assert "fell out" not in chat.text


def test_a_pain_added_by_an_edit_is_its_own_reason(chat: Chat) -> None:
    message = chat.says("ran 5k in 30:00, effort 4")
    chat.says("ran 5k in 30:00, effort 4, knee pain 5/10", edits=message)
    assert "You reported pain" in chat.text
    assert "put right" not in chat.text


@pytest.mark.parametrize("words", ["undo", ""])
def test_undo_after_a_correction_takes_the_correction_back_with_its_changes(chat: Chat, words: str) -> None:
    chat.says(WRONG)
    as_told = ahead(chat)
    chat.forward(minutes=1)
    by_words(chat, 0)
    assert ahead(chat) != as_told
    chat.forward(minutes=1)
    if words:
        chat.says(words)
    else:
        chat.taps("Undo")
    assert [log.distance_m for log in chat.logs] == [25_000]
    assert ahead(chat) == as_told


def test_undo_under_the_receipt_of_a_deletion_brings_the_log_back(chat: Chat) -> None:
    chat.says(WRONG)
    chat.forward(minutes=1)
    chat.taps("Delete")
    chat.taps("Undo")
    assert [log.distance_m for log in chat.logs] == [25_000]


def test_undo_right_after_a_second_run_that_changed_the_plan_takes_the_run_back(chat: Chat) -> None:
    chat.says("ran 5k in 30:00, effort 4")
    before = ahead(chat)
    chat.forward(minutes=5)
    chat.says(WRONG)
    assert ahead(chat) != before
    chat.says("undo")
    assert "Deleted" in chat.text
    assert len(chat.logs) == 1
    assert ahead(chat) == before
    chat.says("undo")
    assert len(chat.logs) == 2


def test_undo_after_a_report_of_pain_shows_the_report_and_deletes_nothing(chat: Chat) -> None:
    chat.says("knee pain 6/10")
    chat.says("undo")
    assert [log.pain_level for log in chat.logs] == [6]
    assert "it protects you" in chat.text
