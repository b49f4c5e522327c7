"""Editing a log field by field; deleting it and bringing it back."""

import datetime as dt

import pytest
from sqlmodel import Session

from bot.cases.training import monday_of, training_of
from coach.errors import StaleButton
from storage.tables import PromptKind
from tests.bot.cases.chat import Chat
from tests.bot.cases.conftest import NOON


@pytest.fixture
def logged(chat: Chat) -> Chat:
    chat.says("ran 5k in 30:00, effort 4")
    return chat


def test_effort_time_and_distance_are_changed_by_taps(logged: Chat) -> None:
    for label in ("Edit", "Effort", "7"):
        logged.taps(label)
    for label in ("Edit", "Time", "+10 min", "+1 min", "That’s right"):
        logged.taps(label)
    for label in ("Edit", "Distance", "-1000 m", "+100 m", "That’s right"):
        logged.taps(label)
    (log,) = logged.logs
    assert (log.rpe, log.minutes, log.distance_m) == (7, 41, 4100)
    assert "4.1 km" in logged.text


def test_the_day_can_be_corrected_and_never_lies_ahead(logged: Chat) -> None:
    logged.taps("Edit")
    logged.taps("Day")
    yesterday = logged.desk.today - dt.timedelta(days=1)
    logged.taps(next(label for label in logged.buttons if label.endswith(f"{yesterday.day} Nov")))
    assert logged.logs[0].date == yesterday
    assert not any(label.endswith("1 Dec") for label in logged.buttons if label.startswith("Tue"))


def test_steps_stop_at_what_can_be(logged: Chat) -> None:
    logged.taps("Edit")
    logged.taps("Time")
    for _ in range(5):
        logged.taps("-10 min")
    assert logged.logs[0].minutes == 1


def test_a_deleted_log_is_gone_from_the_history_and_can_come_back(logged: Chat) -> None:
    logged.taps("Delete")
    assert logged.logs == []
    logged.taps("Bring it back")
    assert [log.distance_m for log in logged.logs] == [5000]


def test_the_card_of_an_edited_message_loses_its_buttons_and_says_why(chat: Chat) -> None:
    message = chat.says("ran 4 mi")
    card, old = chat.message_about(f"log:{chat.logs[0].id}"), dict(chat.buttons)
    chat.says("ran 5 mi in 50:00", edits=message)
    retired = next(said for said in chat.desk.said if said.payload.get("message_id") == card)
    assert "no longer counts" in retired.payload["text"]
    assert "reply_markup" not in retired.payload
    with pytest.raises(StaleButton):
        chat.taps_data(*old["Delete"])
    assert len(chat.logs) == 1


def test_what_was_deleted_does_not_come_back_beside_what_its_message_says_now(logged: Chat) -> None:
    message = logged.says("walked 40 min")
    logged.taps("Delete")
    logged.forward(minutes=1)
    logged.says("walked 50 min", edits=message)
    with pytest.raises(StaleButton):
        logged.taps("Bring it back")
    assert [log.minutes for log in logged.logs] == [30, 50]


def ahead(chat: Chat) -> list[tuple[dt.date, str, float]]:
    """What is planned from today on, this week and the next two."""
    training, monday = training_of(chat.desk), monday_of(chat.desk.today)
    weeks = [training.whole_week(monday + dt.timedelta(days=7 * number)) for number in range(3)]
    sessions = [session for week in weeks for session in week.sessions if session.date >= chat.desk.today]
    return [(session.date, str(session.kind), session.minutes) for session in sessions]


BOGUS = ["ran 25k in 2:30:00, effort 9", "ran 5k in 30:00, effort 9, knee pain 4/10"]


@pytest.mark.parametrize("words", BOGUS)
@pytest.mark.parametrize("day", [0, 1, 6])
def test_a_bogus_run_that_is_deleted_gives_back_the_very_plan_there_was(chat: Chat, words: str, day: int) -> None:
    chat.forward(days=day)
    chat.prompted()
    before = ahead(chat)
    chat.says(words)
    assert ahead(chat) != before
    chat.taps("Delete")
    assert ahead(chat) == before
    assert "What you deleted counts no more" in chat.text or "Your plan has changed" not in chat.text


def test_a_week_first_sent_in_the_light_of_a_bogus_run_is_sent_anew(session: Session) -> None:
    chats = [Chat.with_an_athlete(session, NOON, number) for number in (7, 8)]
    for chat, words in zip(chats, ("ran 25k in 2:30:00, effort 9", "slept 7h"), strict=True):
        chat.forward(days=5)
        chat.says(words)
        chat.forward(days=1)
        chat.prompted(PromptKind.REVIEW)
    bogus, honest = chats
    assert ahead(bogus) != ahead(honest)
    bogus.taps("Delete")
    assert ahead(bogus) == ahead(honest)


def test_what_is_brought_back_changes_the_plan_as_it_did_at_first(chat: Chat) -> None:
    chat.says(BOGUS[1])
    changed = ahead(chat)
    chat.taps("Delete")
    chat.taps("Bring it back")
    assert ahead(chat) == changed


def test_somebody_elses_log_cannot_be_touched(logged: Chat) -> None:
    data, message = logged.buttons["Delete"]
    with pytest.raises(StaleButton):
        logged.taps_data(data.replace(".1.1.", ".1.2a."), message)
