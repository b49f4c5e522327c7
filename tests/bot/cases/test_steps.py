"""Words in place of taps: after Move, Skip, Shorter, the effort scale, Edit and Delete, and without any tap at all."""

import datetime as dt

import pytest
from sqlmodel import select

from bot.cases.training import training_of
from storage.tables import Prompt, SessionMove
from tests.bot.cases.chat import Chat


@pytest.fixture
def prompt(chat: Chat) -> Prompt:
    """Today's prompt, of a day that holds one run."""
    chat.to_a_lone_run()
    return chat.prompted()


@pytest.mark.usefixtures("prompt")
@pytest.mark.parametrize("words", ["tomorrow", "tmrw pls", "move it to tomorrow"])
def test_a_day_typed_after_move_moves_the_session_or_warns(chat: Chat, words: str) -> None:
    chat.taps("Move")
    chat.says(words)
    assert not chat.logs
    assert "Moved" in chat.text or "Move anyway" in chat.buttons
    if "Moved" not in chat.text:
        chat.says("yes")
        assert "Moved" in chat.text


@pytest.mark.usefixtures("prompt")
def test_a_session_is_moved_by_words_without_any_tap(chat: Chat) -> None:
    chat.says("move to tomorrow")
    chat.says("yes") if "Moved" not in chat.text else None
    assert "Moved" in chat.text


@pytest.mark.parametrize("as_reply", [True, False])
@pytest.mark.parametrize(
    "words",
    ["tmrw insted", "tomorow", "can i do it tmr", "Can I do it tomorrow?", "not today, tomorrow", "2moro pls",
     "cant do it today, tomorrow?"],
)  # fmt: skip
def test_a_day_in_answer_to_a_prompt_moves_it_as_the_button_does(
    chat: Chat,
    prompt: Prompt,
    words: str,
    as_reply: bool,  # noqa: FBT001 — two ways
) -> None:
    chat.says(words, reply_to=chat.message_about(f"prompt:{prompt.id}") if as_reply else None)
    if "Moved" not in chat.text:
        assert "Move anyway" in chat.buttons
        chat.says("yes")
    assert "Moved" in chat.text
    assert not chat.logs


@pytest.mark.usefixtures("prompt")
def test_a_day_after_the_session_was_logged_moves_nothing(chat: Chat) -> None:
    chat.says("done, effort 4")
    chat.says("tomorrow")
    assert "Moved" not in chat.text


@pytest.mark.usefixtures("prompt")
@pytest.mark.parametrize("words", ["max 20 min", "i only have 20 minutes"])
def test_a_limit_offers_a_smaller_size_while_there_is_something_to_do(chat: Chat, words: str) -> None:
    chat.says(words)
    smaller = chat.text
    assert "20" in smaller
    assert "‹ Back" in chat.buttons
    chat.says("done, effort 4")
    chat.says(words)
    assert chat.text != smaller


@pytest.mark.usefixtures("prompt")
@pytest.mark.parametrize("words", ["tomorrow is my birthday", "will it rain tomorrow?", "ran 5k in 31:20 yesterday"])
def test_a_day_in_other_words_moves_nothing(chat: Chat, words: str) -> None:
    chat.says(words)
    assert "Moved" not in chat.text
    assert "Move anyway" not in chat.buttons


@pytest.mark.usefixtures("prompt")
def test_a_day_too_far_ahead_is_refused_in_words(chat: Chat) -> None:
    chat.taps("Move")
    chat.says("in 40 days")
    assert "too far ahead" in chat.text


@pytest.mark.usefixtures("prompt")
def test_later_typed_after_move_asks_again_today(chat: Chat) -> None:
    chat.taps("Move")
    chat.says("later today")
    assert chat.desk.owner.snoozed_until is not None


@pytest.mark.usefixtures("prompt")
def test_move_alone_offers_the_days(chat: Chat) -> None:
    chat.says("move it")
    assert "Later today" in chat.buttons
    assert not chat.logs


@pytest.mark.usefixtures("prompt")
@pytest.mark.parametrize(("words", "reason"), [("ill", "ill"), ("no time", "busy"), ("no reason", None)])
def test_a_reason_typed_after_skip_skips_for_it(chat: Chat, words: str, reason: str | None) -> None:
    chat.taps("Skip")
    chat.says(words)
    (log,) = chat.logs
    assert (log.status, log.reason, log.planned) == ("skipped", reason, True)


@pytest.mark.usefixtures("prompt")
def test_minutes_typed_after_shorter_show_that_size(chat: Chat) -> None:
    chat.taps("Shorter")
    chat.says("20 min")
    assert "20" in chat.text
    assert not chat.logs
    chat.says("done")
    assert len(chat.logs) == 1


@pytest.mark.usefixtures("prompt")
def test_shorter_is_opened_by_words(chat: Chat) -> None:
    chat.says("shorter please")
    assert any("20" in label for label in chat.buttons)


@pytest.mark.usefixtures("prompt")
def test_back_typed_shows_the_prompt_again(chat: Chat) -> None:
    chat.taps("Skip")
    chat.says("back")
    assert "Shorter" in chat.buttons
    assert not chat.logs


@pytest.mark.usefixtures("prompt")
def test_a_log_typed_after_move_is_still_a_log(chat: Chat) -> None:
    chat.taps("Move")
    chat.says("ran 5k in 31:20, effort 4")
    assert [log.distance_m for log in chat.logs] == [5000]


@pytest.mark.parametrize(("words", "rpe"), [("6", 6), ("6/10", 6), ("quite hard", 7), ("6-7", 7), ("rpe 5", 5)])
def test_effort_typed_after_a_card_is_kept(chat: Chat, words: str, rpe: int) -> None:
    chat.says("ran 5k in 31:20")
    chat.says(words)
    assert [log.rpe for log in chat.logs] == [rpe]


def test_effort_typed_after_the_card_of_another_day_is_that_day_s(chat: Chat) -> None:
    chat.forward(days=2)
    chat.says("ran 5k in 31:20 yesterday")
    chat.says("6")
    assert [log.rpe for log in chat.logs] == [6]


@pytest.mark.parametrize(
    ("field", "words", "name", "value"),
    [
        ("Time", "42", "minutes", 42.0), ("Time", "1h05", "minutes", 65.0), ("Time", "31:30", "minutes", 31.5),
        ("Distance", "5.2 km", "distance_m", 5200), ("Distance", "3 miles", "distance_m", 4828),
        ("Distance", "7,5", "distance_m", 7500), ("Effort", "quite hard", "rpe", 7), ("Effort", "8/10", "rpe", 8),
        ("Heart rate", "148 bpm", "avg_hr", 148),
        ("Pain", "left knee 3", "pain_level", 3), ("Pain", "none", "pain_level", 0),
        ("Note", "new shoes, felt quick", "note", "new shoes, felt quick"), ("Done?", "partly", "status", "partial"),
        ("Kind", "walk", "kind", "recovery_walk"), ("Kind", "strength", "kind", "strength"),
    ],
)  # fmt: skip
def test_a_field_takes_a_typed_value(chat: Chat, field: str, words: str, name: str, value: object) -> None:
    chat.says("ran 4k in 31:20, effort 4")
    chat.taps("Edit")
    chat.taps(field)
    chat.says(words)
    (log,) = chat.logs
    assert getattr(log, name) == value
    assert "Edit" in chat.buttons


@pytest.mark.parametrize(
    ("field", "words"),
    [("Time", "0"), ("Time", "soon"), ("Distance", "900 km"), ("Effort", "14"), ("Heart rate", "400"),
     ("Day", "tomorrow"),
     ("Pain", "knee 14/10"), ("Exercises", "lots"), ("Kind", "blah"), ("Done?", "dunno")],
)  # fmt: skip
def test_an_impossible_value_is_refused_and_changes_nothing(chat: Chat, field: str, words: str) -> None:
    chat.says("ran 4k in 31:20, effort 4")
    before = chat.logs[0].model_dump()
    chat.taps("Edit")
    chat.taps(field)
    chat.says(words)
    assert "Nothing has changed" in chat.text
    assert chat.logs[0].model_dump() == before


def test_exercises_are_corrected_by_words(chat: Chat) -> None:
    chat.says("squats 3x10")
    chat.taps("Edit")
    chat.taps("Exercises")
    chat.says("squats 3x12 @ 20 kg, plank 3x45s")
    assert [one["exercise"] for one in chat.logs[0].exercises] == ["squat", "plank"]


def test_the_whole_editor_works_by_words(chat: Chat) -> None:
    chat.says("ran 4k in 31:20, effort 4")
    chat.says("edit")
    chat.says("distance")
    chat.says("6 km")
    assert chat.logs[0].distance_m == 6000
    chat.says("edit")
    chat.says("done")
    assert "Edit" in chat.buttons


def test_delete_and_undo_work_by_words(chat: Chat) -> None:
    chat.says("ran 4k in 31:20, effort 4")
    chat.says("delete it")
    assert not chat.logs
    chat.says("undo")
    assert [log.distance_m for log in chat.logs] == [4000]


def test_a_log_written_while_an_editor_stands_open_is_a_log_of_its_own(chat: Chat) -> None:
    chat.says("ran 4k in 31:20, effort 4")
    chat.taps("Edit")
    chat.taps("Time")
    chat.says("did 20 min yoga")
    assert [log.minutes for log in chat.logs] == [pytest.approx(31.33, abs=0.01), 20]


def test_pain_is_edited_by_taps(chat: Chat) -> None:
    chat.says("ran 4k in 31:20, effort 4")
    chat.taps("Edit")
    chat.taps("Pain")
    chat.taps("Knee")
    chat.taps("3")
    assert (chat.logs[0].pain_area, chat.logs[0].pain_level) == ("knee", 3)


def test_heart_rate_steps_from_a_usual_one(chat: Chat) -> None:
    chat.says("ran 4k in 31:20, effort 4")
    chat.taps("Edit")
    chat.taps("Heart rate")
    chat.taps("+10")
    assert chat.logs[0].avg_hr == 150


def test_what_waits_longer_than_some_hours_is_no_open_question(chat: Chat) -> None:
    chat.says("ran 4k in 31:20, effort 4")
    chat.taps("Edit")
    chat.taps("Time")
    chat.forward(hours=9)
    chat.says("hello there")
    assert "Nothing has changed" not in chat.text


def moved(chat: Chat) -> list[dt.date]:
    """The days that moves in force lead to."""
    return [move.target for move in chat.desk.session.exec(select(SessionMove)) if move.undone_at is None]


@pytest.mark.usefixtures("prompt")
@pytest.mark.parametrize("by_words", [True, False])
def test_a_move_is_undone_by_tap_or_words(chat: Chat, by_words: bool) -> None:  # noqa: FBT001 — two ways
    plain = training_of(chat.desk).shown_on(chat.desk.today)
    chat.says("move to tomorrow")
    if "Moved" not in chat.text:
        chat.says("yes")
    assert moved(chat)
    chat.says("undo") if by_words else chat.taps("Undo the move")
    assert "Back where it was" in chat.text
    assert not moved(chat)
    assert training_of(chat.desk).shown_on(chat.desk.today) == plain


@pytest.mark.usefixtures("prompt")
def test_a_move_undone_twice_says_so(chat: Chat) -> None:
    chat.says("move to tomorrow")
    if "Moved" not in chat.text:
        chat.says("yes")
    chat.taps("Undo the move")
    chat.taps("Undo the move")
    assert "already" in chat.text.lower()


def test_in_three_hours_puts_the_prompt_off_for_three_hours(chat: Chat) -> None:
    chat.prompted()
    chat.says("in 3 hours")
    assert chat.desk.owner.snoozed_until == chat.desk.now + dt.timedelta(hours=3)
    assert chat.logs == []
