"""Guided strength at the desk: set by set in one message, logged as it happens."""

from dataclasses import replace

import pytest

from bot.cases.guided import begin_session, sized
from coach.documents import session_from_json
from coach.guided import do_set
from coach.history import Felt
from tests.bot.cases.chat import Chat
from tests.bot.cases.gym import (
    all_the_rest,
    at_the_gym,
    is_open,
    one_set,
    row_of,
    sent,
    shown,
    state_of,
    tick,
    to_strength,
    warmed_up,
)
from tests.coach.workouts.slots import a_session


def test_a_strength_prompt_has_a_start_button_and_a_run_has_none(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.prompted()
    assert "Start ▶" not in chat.buttons
    to_strength(chat)
    chat.prompted()
    assert "Start ▶" in chat.buttons


def test_start_shows_the_warm_up_first(chat: Chat) -> None:
    at_the_gym(chat)
    assert "March on the spot" in chat.text
    assert "3 min" in chat.text


def test_the_first_set_explains_everything_a_beginner_needs(chat: Chat) -> None:
    warmed_up(chat)
    assert "Exercise 1 of" in chat.text
    assert "set 1 of" in chat.text
    assert "12 times" in chat.text
    assert "more would still be possible" in chat.text
    assert "💡" in chat.text


def test_a_done_set_is_logged_at_once(chat: Chat) -> None:
    warmed_up(chat)
    chat.taps("Done set ✓")
    (log,) = chat.logs
    assert (log.kind, log.status, log.planned) == ("strength", "partial", True)
    assert [(done["exercise"], done["sets"], done["reps"], done["felt"]) for done in log.exercises] == [
        (state_of(chat).tasks[1].exercise, 1, 12, "right")
    ]


def test_the_warm_up_is_no_set(chat: Chat) -> None:
    warmed_up(chat)
    assert chat.logs == []


def test_rest_counts_down_in_the_same_message_every_quarter_of_a_minute(chat: Chat) -> None:
    warmed_up(chat)
    chat.taps("Done set ✓")
    assert "Rest:" in chat.text
    message, texts = shown(chat), list[str]()
    for _ in range(12):
        texts += [chat.text.splitlines()[0]] if tick(chat, seconds=5) else []
    assert texts[-1].startswith("Exercise")
    assert 2 <= len(texts) <= 5
    assert shown(chat) == message


def test_after_the_rest_comes_the_next_set(chat: Chat) -> None:
    warmed_up(chat)
    chat.taps("Done set ✓")
    tick(chat, minutes=5)
    assert "set 2 of" in chat.text
    assert "Done set ✓" in chat.buttons
    assert not tick(chat, minutes=5)


def test_skipping_the_rest_leaves_no_countdown_behind(chat: Chat) -> None:
    warmed_up(chat)
    chat.taps("Done set ✓")
    chat.taps("Skip rest ›")
    assert "set 2 of" in chat.text
    assert not tick(chat, minutes=10)


def test_an_edit_that_has_not_gone_out_gives_way_to_the_next(chat: Chat) -> None:
    """Coalesced: nobody sees an old countdown after tapping on."""
    warmed_up(chat)
    chat.taps("Done set ✓")
    tick(chat, seconds=20)
    tick(chat, seconds=15)
    assert sent(chat, "edit_message_text") == 1


def test_two_quick_taps_count_once(chat: Chat) -> None:
    warmed_up(chat)
    data, message = chat.buttons["Done set ✓"]
    chat.taps_data(data, message)
    chat.taps_data(data, message)
    assert chat.toasts[0].startswith("That button is from before. Now:")
    assert state_of(chat).lifted == 1


def test_an_old_button_says_where_the_session_is(chat: Chat) -> None:
    warmed_up(chat)
    data, message = chat.buttons["Too hard"]
    one_set(chat)
    one_set(chat)
    chat.taps_data(data, message)
    assert "Now:" in chat.toasts[0]
    assert state_of(chat).lifted == 2


def test_a_whole_session_ends_with_the_effort_and_one_card(chat: Chat) -> None:
    warmed_up(chat)
    all_the_rest(chat)
    assert "How hard was it as a whole" in chat.text
    chat.taps("6")
    (log,) = chat.logs
    assert (log.status, log.rpe, log.minutes) == ("done", 6, row_of(chat).session["minutes"])
    assert "As planned" in chat.text
    assert chat.text.count("How hard") == 0
    assert not is_open(chat)


def test_nobody_has_to_say_how_hard_it_was(chat: Chat) -> None:
    warmed_up(chat)
    all_the_rest(chat)
    chat.taps("Rather not say")
    assert chat.logs[0].rpe is None
    assert "How hard did it feel" in chat.text


def test_stopping_half_way_keeps_what_was_done(chat: Chat) -> None:
    warmed_up(chat)
    one_set(chat)
    chat.taps("Stop here")
    assert "Stopping here is fine" in chat.text
    chat.taps("7")
    (log,) = chat.logs
    assert log.status == "partial"
    assert log.minutes is not None
    assert 0 < log.minutes < row_of(chat).session["minutes"] / 2


def test_stop_can_be_taken_back(chat: Chat) -> None:
    warmed_up(chat)
    one_set(chat)
    chat.taps("Stop here")
    chat.taps("Go on after all")
    assert "set 2 of" in chat.text
    assert is_open(chat)


def test_stopping_before_the_first_set_logs_nothing(chat: Chat) -> None:
    warmed_up(chat)
    chat.taps("Stop here")
    assert "nothing is logged" in chat.text
    assert chat.logs == []


def test_back_takes_the_last_set_out_of_the_log(chat: Chat) -> None:
    warmed_up(chat)
    one_set(chat)
    chat.taps("‹ Back")
    assert "set 1 of" in chat.text
    assert [log for log in chat.logs if log.deleted_at is None] == []
    one_set(chat)
    assert [log.exercises[0]["sets"] for log in chat.logs] == [1]


def test_too_hard_asks_for_less_in_the_next_set(chat: Chat) -> None:
    warmed_up(chat)
    one_set(chat, "Too hard")
    assert "8 times" in chat.text
    assert "set 2 of" in chat.text
    assert "something new" not in chat.text
    assert chat.logs[0].exercises[0]["felt"] == "hard"


def test_too_easy_asks_for_a_little_more(chat: Chat) -> None:
    warmed_up(chat)
    one_set(chat, "Too easy")
    assert "14 times" in chat.text


def test_swap_offers_an_easier_form_and_takes_it(chat: Chat) -> None:
    warmed_up(chat)
    chat.taps("Swap exercise")
    chat.taps("Easier: Stand up from a chair and sit down slowly")
    assert "Stand up from a chair" in chat.text
    one_set(chat)
    assert chat.logs[0].exercises[0]["rung"] == "sit_to_stand"


def test_swap_by_pain_logs_the_pain_and_spares_the_knee(chat: Chat) -> None:
    warmed_up(chat)
    chat.taps("Swap exercise")
    chat.taps("It hurts")
    chat.taps("Knee")
    chat.taps("3")
    left = [task.exercise for task in state_of(chat).tasks if not task.left and not task.is_filler]
    assert not {"squat", "lunge", "step_up"} & set(left)
    check_in = next(log for log in chat.logs if log.kind is None)
    assert (check_in.pain_area, check_in.pain_level) == ("knee", 3)
    lifted = next(log for log in chat.logs if log.kind == "strength")
    assert ("squat", 0, "pain") in [(done["exercise"], done["sets"], done["felt"]) for done in lifted.exercises]
    assert "go on with what spares it" in chat.text


def test_strong_pain_ends_the_session_kindly(chat: Chat) -> None:
    warmed_up(chat)
    one_set(chat)
    chat.taps("Swap exercise")
    chat.taps("It hurts")
    chat.taps("Knee")
    chat.taps("7")
    assert "stop here for today" in chat.text
    assert not is_open(chat)


def test_an_exercise_can_be_left_out(chat: Chat) -> None:
    warmed_up(chat)
    first = state_of(chat).task
    chat.taps("Swap exercise")
    chat.taps("Leave it out")
    assert state_of(chat).task != first


def test_a_hold_counts_its_seconds(chat: Chat) -> None:
    warmed_up(chat)
    while (task := state_of(chat).task) is not None and task.seconds is None:
        one_set(chat)
    assert "Start the clock ▶" in chat.buttons
    chat.taps("Start the clock ▶")
    assert "to go" in chat.text
    tick(chat, minutes=2)
    assert "Time’s up" in chat.text
    assert "Done set ✓" in chat.buttons
    chat.taps("Done set ✓")
    assert "Time’s up" not in chat.text
    assert state_of(chat).sets[-1].seconds == task.seconds if task else False


def test_a_hold_ended_early_counts_what_was_held(chat: Chat) -> None:
    warmed_up(chat)
    while (task := state_of(chat).task) is not None and task.seconds is None:
        one_set(chat)
    chat.taps("Start the clock ▶")
    tick(chat, seconds=10)
    chat.taps("Done set ✓")
    assert state_of(chat).sets[-1].seconds == 10


def test_left_open_overnight_it_is_closed_once_and_kindly(chat: Chat) -> None:
    warmed_up(chat)
    one_set(chat)
    assert tick(chat, days=1)
    assert "still open, so I closed it" in chat.text
    assert [log.status for log in chat.logs] == ["partial"]
    assert not tick(chat, days=1)


def test_left_open_without_a_set_it_is_closed_in_silence(chat: Chat) -> None:
    at_the_gym(chat)
    said = sent(chat, "send_message")
    tick(chat, days=1)
    assert sent(chat, "send_message") == said
    assert not is_open(chat)


def test_start_again_goes_on_where_it_was(chat: Chat) -> None:
    warmed_up(chat)
    one_set(chat)
    chat.taps("Start ▶")
    assert "set 2 of" in chat.text
    assert state_of(chat).lifted == 1
    assert sent(chat, "delete_message") == 1


def test_start_of_a_logged_session_says_so(chat: Chat) -> None:
    warmed_up(chat)
    start = chat.buttons["Start ▶"]
    all_the_rest(chat)
    chat.taps("6")
    chat.taps_data(*start)
    assert "already" in chat.toasts[0]
    assert not is_open(chat)


def test_a_tap_after_the_end_says_that_it_is_over(chat: Chat) -> None:
    warmed_up(chat)
    old = chat.buttons["Done set ✓"]
    one_set(chat)
    chat.taps("Stop here")
    chat.taps("5")
    chat.taps_data(*old)
    assert "over and in your log" in chat.toasts[0]


def test_the_evening_does_not_ask_about_a_session_that_was_begun(chat: Chat) -> None:
    warmed_up(chat)
    one_set(chat)
    assert chat.logs[0].prompt_id is not None


@pytest.mark.parametrize("label", ["Done set ✓", "Too easy", "Too hard"])
def test_every_set_button_counts_one_set(chat: Chat, label: str) -> None:
    warmed_up(chat)
    before = state_of(chat)
    chat.taps(label)
    felt = {"Done set ✓": Felt.RIGHT, "Too easy": Felt.EASY, "Too hard": Felt.HARD}[label]
    assert state_of(chat) == do_set(before, felt)


def test_a_shorter_size_counts_in_part_with_its_own_minutes(chat: Chat) -> None:
    to_strength(chat)
    row = chat.prompted()
    whole = next(session_from_json(each) for each in row.sessions if each["kind"] == "strength")
    begin_session(chat.desk, whole, row.id, replace(whole, steps=whole.steps[:2]))
    chat._listen()
    chat.taps("Ready ✓")
    all_the_rest(chat)
    chat.taps("6")
    (log,) = chat.logs
    assert log.status == "partial"
    assert log.minutes is not None
    assert log.minutes < whole.minutes / 2


def test_the_chosen_size_is_what_start_leads_through() -> None:
    session = a_session("strength", 40)
    assert sized(session, "20").steps == session.shorter[0].steps
    assert sized(session, "") == session
    assert sized(session, "13") == session


def test_done_on_the_prompt_ends_a_session_that_is_led_through(chat: Chat) -> None:
    """The sets so far stay, the rest is taken as done, and it counts once."""
    warmed_up(chat)
    chat.taps("Done set ✓")
    done = next(label for label in chat.buttons if label.startswith("Done: Strength") or label == "Done ✓")
    chat.taps(done)
    assert not is_open(chat)
    assert [(log.kind, log.status) for log in chat.logs] == [("strength", "done")]
    assert chat.logs[0].exercises


def test_done_before_the_first_set_ends_it_and_counts_as_planned(chat: Chat) -> None:
    at_the_gym(chat)
    done = next(label for label in chat.buttons if label.startswith("Done: Strength") or label == "Done ✓")
    chat.taps(done)
    assert not is_open(chat)
    assert [(log.kind, log.status) for log in chat.logs] == [("strength", "done")]
