"""Answering a prompt by its buttons."""

import pytest
from sqlmodel import select

from bot.cases.training import training_of
from coach.errors import StaleButton
from storage.tables import Prompt
from tests.bot.cases.chat import Chat


def test_done_logs_the_session_as_planned_and_asks_for_effort(chat: Chat) -> None:
    chat.to_a_lone_run()
    prompt = chat.prompted()
    planned = prompt.sessions[0]
    chat.taps("Done ✓")
    (log,) = chat.logs
    assert (log.kind, log.minutes, log.planned) == (planned["kind"], planned["minutes"], True)
    assert "1 (very easy)" in chat.text
    chat.taps("4")
    assert chat.logs[0].rpe == 4
    assert "effort 4" in chat.text


def test_two_taps_on_done_count_once(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.prompted()
    data, message = chat.buttons["Done ✓"]
    chat.taps_data(data, message)
    chat.taps_data(data, message)
    assert len(chat.logs) == 1
    assert chat.toasts == ["That one is logged already."]


def test_a_shorter_size_shows_its_steps_and_is_logged_as_a_part(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.prompted()
    chat.taps("Shorter")
    size = next(label for label in chat.buttons if "20" in label)
    chat.taps(size)
    assert "Shorter counts" in chat.text
    chat.taps("Done ✓")
    (log,) = chat.logs
    assert (log.status, log.minutes) == ("partial", 20)


def test_back_shows_the_prompt_as_it_was(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.prompted()
    before = chat.text
    chat.taps("Skip")
    assert "What came in between" in chat.text
    chat.taps("‹ Back")
    assert chat.text == before


@pytest.mark.parametrize(("label", "reason"), [("Busy day", "busy"), ("Ill", "ill"), ("No reason needed", None)])
def test_a_skip_keeps_its_reason_and_shames_nobody(chat: Chat, label: str, reason: str | None) -> None:
    chat.to_a_lone_run()
    chat.prompted()
    chat.taps("Skip")
    chat.taps(label)
    (log,) = chat.logs
    assert (log.status, log.reason) == ("skipped", reason)
    assert "missed" not in chat.text


def test_skip_names_only_what_is_still_open(chat: Chat) -> None:
    for _ in range(14):
        sessions = training_of(chat.desk).sessions_on(chat.desk.today)
        if len(sessions) > 1:
            break
        chat.forward(days=1)
    chat.prompted()
    chat.taps(next(label for label in chat.buttons if label.startswith("Done: ")))
    chat.taps("Skip")
    assert "What came in between" in chat.text
    (prompt,) = chat.desk.session.exec(select(Prompt)).all()
    assert chat.text.replace("\u202f", " ").count(" min") == len(prompt.sessions) - 1


def test_an_answer_days_later_belongs_to_the_day_it_was_asked_on(chat: Chat) -> None:
    chat.to_a_lone_run()
    prompt = chat.prompted()
    chat.forward(days=2)
    chat.taps("Done ✓")
    assert chat.logs[0].date == prompt.local_date


def test_a_button_of_a_prompt_that_is_gone_is_stale(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.prompted()
    data, message = chat.buttons["Done ✓"]
    with pytest.raises(StaleButton):
        chat.taps_data(data.replace(".1.1.", ".1.63."), message)


def test_later_today_asks_again(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.prompted()
    chat.taps("Move")
    chat.taps("Later today")
    assert "14:00" in chat.text
    assert chat.desk.owner.next_prompt_at is not None
