"""``/today``: what is still to do with its buttons, what is done as a line."""

import pytest
from sqlmodel import Session

from bot.cases import today
from tests.bot.cases.chat import Chat
from tests.bot.cases.conftest import NOON
from tests.bot.conversations.people import Newcomer


def asked(chat: Chat) -> str:
    """What ``/today`` says."""
    chat.buttons.clear()
    today.today(chat.desk)
    chat._listen()
    return chat.text


def test_a_finished_session_is_a_line_with_a_tick_and_the_next_one_is_named(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.prompted()
    chat.taps("Done ✓")
    text = asked(chat)
    assert text.startswith("✓ ")
    assert "That’s everything for today" in text
    assert "Next: " in text
    assert "Effort" not in text
    assert not chat.buttons


def test_of_two_sessions_only_the_open_one_is_shown_in_full(chat: Chat) -> None:
    chat.forward(days=3)
    chat.prompted()
    chat.says("done, easy run 25 min")
    text = asked(chat)
    assert text.startswith("✓ Easy run · 25 min, done")
    assert "Strength B" in text
    assert "Done: Easy run" not in chat.buttons


def test_after_the_prompt_today_can_be_answered_by_a_tap(chat: Chat) -> None:
    chat.to_a_lone_run()
    prompt = chat.prompted()
    asked(chat)
    chat.taps("Done ✓")
    assert prompt.answered_at is not None
    assert len(chat.logs) == 1


def test_back_from_a_step_shows_only_what_is_open(chat: Chat) -> None:
    chat.forward(days=3)
    chat.prompted()
    chat.taps("Done: Easy run")
    chat.taps("Shorter")
    chat.taps("‹ Back")
    assert "✓ Easy run · 25 min, done" in chat.text
    assert "Done: Easy run" not in [label for label, (_, shown) in chat.buttons.items() if shown == max(
        number for _, number in chat.buttons.values())]  # fmt: skip


def test_done_is_about_the_session_and_not_the_equipment_that_was_asked_for(chat: Chat) -> None:
    chat.forward(days=3)
    chat.prompted()
    assert "What could you use for strength training?" in chat.text
    chat.says("done")
    assert len(chat.logs) == 1
    assert "equipment" not in chat.desk.owner.profile


def test_who_joins_late_in_the_evening_starts_tomorrow(session: Session) -> None:
    ana = Newcomer(session, now=NOON.replace(hour=21, minute=30))
    ana.starts().says("get fit", "sometimes", "34", "every day", "sun", "60", "none", "london", "7")
    assert ana.athlete.profile["start_date"] == "2026-12-01"
    assert "It’s late, so nothing is on today" in ana.transcript()
    assert "Mon (today)  rest" in ana.transcript()


def test_who_joins_by_day_starts_today(session: Session) -> None:
    chat = Chat.with_an_athlete(session, NOON)
    assert chat.desk.owner.profile["start_date"] == "2026-11-30"
    assert "It’s late" not in chat.text


def test_on_the_first_day_today_has_its_buttons_too(session: Session) -> None:
    """The hour of the prompt had passed before there was a plan."""
    ana = Newcomer(session, now=NOON)
    ana.starts().says("get fit", "sometimes", "34", "every day", "sun", "60", "none", "london", "7", "/cancel")
    chat = Chat.with_desk(session, NOON, ana.athlete)
    asked(chat)
    assert {"Shorter", "Move", "Skip"} <= set(chat.buttons)
    done = next(label for label in chat.buttons if label.startswith("Done"))
    chat.taps(done)
    assert [log.status for log in chat.logs] == ["done"]


def test_before_the_hour_today_shows_no_buttons_that_the_prompt_will_bring(chat: Chat) -> None:
    chat.to_a_lone_run()
    asked(chat)
    assert "Skip" not in chat.buttons


def test_a_skipped_session_is_not_to_come(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.prompted()
    chat.says("skip, busy")
    text = asked(chat)
    assert ", skipped" in text
    assert "Nothing more today" in text
    assert "Done ✓" not in chat.buttons
    assert "Effort" not in text


@pytest.mark.parametrize(
    "said",
    [
        "also did 3 sets of squats with 10 kg dumbbells 12 reps",
        "did 20 min strength on the stairs",
        "went to the gym 45 min",
    ],
)
def test_a_thing_named_in_what_was_done_is_logged_and_answers_no_question_about_things(chat: Chat, said: str) -> None:
    chat.forward(days=3)
    chat.prompted()
    before = len(chat.logs)
    chat.says(said)
    assert len(chat.logs) == before + 1
    assert "equipment" not in chat.desk.owner.profile


@pytest.mark.parametrize("said", ["dumbbells", "i have two dumbbells", "got a gym at work", "dumbbells and a band"])
def test_things_named_alone_still_answer_the_question(chat: Chat, said: str) -> None:
    chat.forward(days=3)
    chat.prompted()
    chat.says(said)
    assert chat.desk.owner.profile["equipment"]
