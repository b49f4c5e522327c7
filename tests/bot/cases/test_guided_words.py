"""Guided strength by words, while a session is open."""

import pytest

from bot.cases.today import today
from coach.documents import guided_to_json
from coach.guided import Guided, Task
from coach.history import Felt
from storage.tables import Conversation
from tests.bot.cases.chat import Chat
from tests.bot.cases.gym import all_the_rest, is_open, one_set, row_of, seconds, sent, state_of, tick, warmed_up


@pytest.mark.parametrize("text", ["done", "Done!", "ok", "did it", "next", "✅"])
def test_a_word_finishes_a_set(chat: Chat, text: str) -> None:
    warmed_up(chat)
    chat.says(text)
    assert state_of(chat).lifted == 1
    assert "Rest:" in chat.text


@pytest.mark.parametrize(("text", "reps"), [("12", 12), ("9", 9), ("10 reps", 10), ("15 times", 15)])
def test_a_number_is_what_was_done(chat: Chat, text: str, reps: int) -> None:
    warmed_up(chat)
    chat.says(text)
    assert state_of(chat).sets[-1].reps == reps


@pytest.mark.parametrize(
    ("text", "load"),
    [("12 @ 20kg", 20.0), ("12 x 20 kg", 20.0), ("12 at 17,5 kg", 17.5), ("12 @ 20", 20.0), ("12 with 45 lb", 20.4)],
)
def test_a_number_may_carry_its_weight(chat: Chat, text: str, load: float) -> None:
    warmed_up(chat)
    chat.says(text)
    assert (state_of(chat).sets[-1].reps, state_of(chat).sets[-1].load_kg) == (12, load)
    assert chat.logs[0].exercises[0]["load_kg"] == load


def test_a_weight_is_kept_for_the_sets_to_come(chat: Chat) -> None:
    warmed_up(chat)
    chat.says("20 kg")
    assert "Weight: 20 kg" in chat.text
    one_set(chat)
    assert "Weight: 20 kg" in chat.text
    assert state_of(chat).sets[-1].load_kg == 20


def test_a_weight_is_remembered_for_the_next_session(chat: Chat) -> None:
    warmed_up(chat)
    chat.says("12 @ 20kg")
    tick(chat, days=1)
    assert row_of(chat).loads == {"squat.bodyweight": 20.0}
    chat.forward(days=6)
    warmed_up(chat)
    assert "Weight: 20 kg" in chat.text


@pytest.mark.parametrize(("text", "felt"), [("too hard", Felt.HARD), ("Too easy", Felt.EASY), ("too heavy", Felt.HARD)])
def test_how_it_felt_can_be_said(chat: Chat, text: str, felt: Felt) -> None:
    warmed_up(chat)
    chat.says(text)
    assert state_of(chat).sets[-1].felt is felt


@pytest.mark.parametrize(("text", "felt"), [("too hard", Felt.HARD), ("too easy", Felt.EASY)])
def test_said_in_the_rest_it_is_about_the_set_just_done_and_counts_none_more(chat: Chat, text: str, felt: Felt) -> None:
    warmed_up(chat)
    chat.says("done")
    chat.says(text)
    assert state_of(chat).lifted == 1
    assert state_of(chat).sets[-1].felt is felt
    assert "Rest" in chat.text
    chat.says("next")
    assert "set 2 of" in chat.text


def test_next_skips_the_rest(chat: Chat) -> None:
    warmed_up(chat)
    chat.says("done")
    chat.says("next")
    assert "set 2 of" in chat.text
    assert state_of(chat).lifted == 1


def test_back_takes_the_set_back(chat: Chat) -> None:
    warmed_up(chat)
    chat.says("done")
    chat.says("back")
    assert state_of(chat).lifted == 0


def test_skip_leaves_the_exercise(chat: Chat) -> None:
    warmed_up(chat)
    chat.says("skip")
    assert state_of(chat).tasks[1].left


def test_stop_asks_how_hard_and_a_number_answers(chat: Chat) -> None:
    warmed_up(chat)
    chat.says("done")
    chat.says("stop")
    assert "Stopping here is fine" in chat.text
    chat.says("7")
    assert (chat.logs[0].status, chat.logs[0].rpe) == ("partial", 7)
    assert not is_open(chat)


@pytest.mark.parametrize(
    ("said", "effort"), [("3 or 4", 4), ("maybe 5 i guess", 5), ("7/10", 7), ("about a 6", 6), ("8-9", 9), ("10", 10)]
)
def test_an_effort_put_loosely_closes_the_session_and_is_logged_once(chat: Chat, said: str, effort: int) -> None:
    warmed_up(chat)
    chat.says("done")
    chat.says("stop")
    chat.says(said)
    assert [log.rpe for log in chat.logs] == [effort]
    assert not is_open(chat)


@pytest.mark.parametrize("said", ["0", "11", "squats 3x12", "3 or 4 sets of lunges"])
def test_other_figures_are_no_effort(chat: Chat, said: str) -> None:
    warmed_up(chat)
    chat.says("done")
    chat.says("stop")
    chat.says(said)
    assert is_open(chat)


def test_after_the_last_set_a_number_is_the_effort(chat: Chat) -> None:
    warmed_up(chat)
    all_the_rest(chat)
    chat.says("rpe 6")
    assert (chat.logs[0].status, chat.logs[0].rpe) == ("done", 6)


def test_go_on_after_a_stop(chat: Chat) -> None:
    warmed_up(chat)
    chat.says("done")
    chat.says("stop")
    chat.says("go on")
    assert "set 2 of" in chat.text


@pytest.mark.parametrize("text", ["swap", "it hurts"])
def test_questions_can_be_asked_for(chat: Chat, text: str) -> None:
    warmed_up(chat)
    chat.says(text)
    assert {"It hurts", "Knee"} & set(chat.buttons)


def test_words_bring_the_message_to_the_end_of_the_chat(chat: Chat) -> None:
    """It stays one message: the old one goes."""
    warmed_up(chat)
    before = sent(chat, "send_message")
    chat.says("done")
    assert sent(chat, "send_message") == before + 1
    assert sent(chat, "delete_message") == 1


@pytest.mark.parametrize("text", ["ran 5k in 30:00", "what a day", "weight 82 kg today", "is this normal?", "1000"])
def test_other_words_are_no_sets(chat: Chat, text: str) -> None:
    warmed_up(chat)
    chat.says(text)
    assert state_of(chat).lifted == 0


def test_a_reply_to_something_else_is_about_that(chat: Chat) -> None:
    chat.says("ran 5k in 30:00")
    card = chat.message_about(f"log:{chat.logs[0].id}")
    warmed_up(chat)
    chat.says("6", reply_to=card)
    assert chat.logs[0].rpe == 6
    assert state_of(chat).lifted == 0


def test_hours_later_words_are_a_log_like_any_other(chat: Chat) -> None:
    warmed_up(chat)
    one_set(chat)
    chat.forward(hours=3)
    chat.says("12")
    assert state_of(chat).lifted == 1


def test_a_question_asked_since_the_last_set_is_answered_first(chat: Chat) -> None:
    warmed_up(chat)
    talk = Conversation(
        chat_id=chat.desk.chat_id, flow="settings", question="age", data={}, updated_at=chat.desk.now + seconds(5)
    )
    chat.desk.session.merge(talk)
    chat.forward(seconds=10)
    chat.says("12")
    assert state_of(chat).lifted == 0


def test_pain_told_in_words_spares_what_strains_it(chat: Chat) -> None:
    warmed_up(chat)
    chat.says("my knee hurts 3/10")
    open_tasks = {task.exercise for task in state_of(chat).tasks if not task.left}
    assert not {"squat", "lunge", "step_up"} & open_tasks
    assert is_open(chat)


def test_strong_pain_told_in_words_ends_the_session(chat: Chat) -> None:
    warmed_up(chat)
    one_set(chat)
    chat.says("my knee hurts 7/10")
    assert not is_open(chat)
    assert "stop here for today" in chat.text


@pytest.mark.parametrize("text", ["done", "done!", "did it", "✅", "set done", "ok", "yes"])
def test_said_at_once_in_a_rest_done_is_the_set_that_is_in_already(chat: Chat, text: str) -> None:
    """Nobody has done the next one by then."""
    warmed_up(chat)
    chat.taps("Done set ✓")
    chat.forward(seconds=10)
    chat.says(text)
    assert state_of(chat).lifted == 1
    assert "Rest: 50 s" in chat.text


def test_who_rests_less_than_told_says_done_after_the_next_set_and_it_counts(chat: Chat) -> None:
    warmed_up(chat)
    chat.says("done")
    chat.forward(seconds=55)
    chat.says("done")
    assert state_of(chat).lifted == 2


def test_repetitions_told_at_once_in_a_rest_are_those_of_the_set_just_done(chat: Chat) -> None:
    warmed_up(chat)
    chat.taps("Done set ✓")
    chat.forward(seconds=5)
    chat.says("9 @ 10kg")
    assert [(done.reps, done.load_kg) for done in state_of(chat).sets if done.task == 1] == [(9, 10.0)]
    assert "Rest: 55 s" in chat.text
    assert chat.logs[0].exercises[0]["reps"] == 9


@pytest.mark.parametrize("text", ["back", "keep it", "no", "never mind", "ok"])
def test_a_swap_that_is_not_wanted_after_all_takes_no_set_back(chat: Chat, text: str) -> None:
    warmed_up(chat)
    one_set(chat)
    chat.says("swap")
    chat.says(text)
    assert state_of(chat).lifted == 1
    assert "set 2 of" in chat.text


@pytest.mark.parametrize("text", ["easier", "an easier one", "1", "the first one", "stand up from a chair"])
def test_what_is_offered_can_be_chosen_in_words(chat: Chat, text: str) -> None:
    warmed_up(chat)
    chat.says("swap")
    chat.says("1" if text == "the first one" else text)
    assert "Stand up from a chair" in chat.text
    assert state_of(chat).task is not None
    assert state_of(chat).lifted == 0


@pytest.mark.parametrize("text", ["leave it out", "skip this one", "skip"])
def test_leaving_the_exercise_out_in_words_skips_no_session(chat: Chat, text: str) -> None:
    warmed_up(chat)
    chat.says("swap")
    chat.says(text)
    assert state_of(chat).tasks[1].left
    assert not chat.logs
    assert "Exercise 1 of" in chat.text


def test_where_it_hurts_and_how_much_are_said_in_words(chat: Chat) -> None:
    warmed_up(chat)
    one_set(chat)
    chat.says("it hurts")
    chat.says("my left knee")
    assert "from 0 (nothing) to 10" in chat.text
    chat.says("about a 4")
    pain = [log for log in chat.logs if log.pain_level is not None]
    assert [(log.pain_area, log.pain_level) for log in pain] == [("knee", 4)]
    assert not {"squat", "lunge", "step_up"} & {task.exercise for task in state_of(chat).tasks if not task.left}
    assert state_of(chat).lifted == 1


@pytest.mark.parametrize("texts", [["nothing"], ["back", "never mind"]])
def test_nothing_hurts_after_all(chat: Chat, texts: list[str]) -> None:
    """*Back* is a part of the body there."""
    warmed_up(chat)
    chat.says("ouch")
    for text in texts:
        chat.says(text)
    assert not chat.logs
    assert "set 1 of" in chat.text


def test_a_level_asked_for_is_no_set(chat: Chat) -> None:
    warmed_up(chat)
    chat.says("my knee hurts")
    lifted = state_of(chat).lifted
    chat.says("3")
    assert state_of(chat).lifted == lifted
    assert chat.logs[-1].pain_level == 3


@pytest.mark.parametrize(("text", "effort"), [("quite hard", 7), ("easy", 3), ("felt hard", 7)])
def test_how_hard_it_was_may_be_said_without_a_figure(chat: Chat, text: str, effort: int) -> None:
    warmed_up(chat)
    chat.says("done")
    chat.says("stop")
    chat.says(text)
    assert [(log.kind, log.rpe) for log in chat.logs] == [("strength", effort)]
    assert not is_open(chat)


def test_today_shows_a_session_that_one_is_in_the_middle_of_and_goes_on_with_it(chat: Chat) -> None:
    warmed_up(chat)
    one_set(chat)
    chat.desk.session.flush()
    today(chat.desk)
    chat._listen()
    assert "you are in the middle of it" in chat.text
    assert "✓" not in chat.text
    chat.taps("Go on ▶")
    assert "set 2 of" in chat.text


def test_without_the_equipment_at_hand_a_form_that_needs_none_is_chosen_in_words(chat: Chat) -> None:
    warmed_up(chat)
    row = row_of(chat)
    row.state = guided_to_json(Guided((Task("squat", "goblet", 2, 60, reps=12),)))
    chat.says("swap")
    assert any(label.startswith("No equipment:") for label in chat.buttons)
    chat.says("no equipment")
    assert [task.rung for task in state_of(chat).tasks] == ["bodyweight"]


def test_who_leaves_everything_out_is_asked_for_no_effort(chat: Chat) -> None:
    warmed_up(chat)
    while is_open(chat):
        chat.says("skip this one")
    assert "nothing is logged" in chat.text
    assert not chat.logs
