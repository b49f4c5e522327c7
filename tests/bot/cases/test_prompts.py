"""What the clock says, and when it says nothing."""

from bot.cases import pausing
from bot.cases.training import training_of
from coach.session import RUN_KINDS, SessionKind
from storage.tables import AthleteState, PromptKind, PromptState
from tests.bot.cases.chat import Chat


def test_the_daily_prompt_has_the_sessions_and_five_ways_to_answer(chat: Chat) -> None:
    chat.to_a_lone_run()
    row = chat.prompted()
    assert row.state == PromptState.SAID
    assert "Today:" in chat.text
    assert {"Done ✓", "Shorter", "Move", "Skip", "Something hurts"} <= set(chat.buttons)


def test_a_day_with_two_sessions_has_a_done_for_each(chat: Chat) -> None:
    row = chat.prompted()
    assert len(row.sessions) == 2
    first, second = [label for label in chat.buttons if label.startswith("Done: ")]
    chat.taps(first)
    assert len(chat.logs) == 1
    chat.taps(second)
    assert [log.planned for log in chat.logs] == [True, True]


def test_no_prompt_when_today_is_already_logged(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.says("ran 5k in 31:20, effort 4")
    assert chat.prompted().state == PromptState.DROPPED
    assert chat.heard == []


def test_a_rest_day_is_silent_unless_a_line_is_wanted(chat: Chat) -> None:
    chat.forward(days=2)
    assert chat.prompted().state == PromptState.DROPPED
    chat.forward(days=2)
    chat.desk.owner.rest_lines = True
    assert chat.prompted().state == PromptState.SAID
    assert "Rest day" in chat.text


def test_the_evening_asks_once_gently_and_only_when_today_is_open(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.prompted()
    chat.prompted(PromptKind.EVENING)
    assert "How was today?" in chat.text
    chat.taps("Done ✓")
    assert len(chat.logs) == 1


def test_the_evening_asks_for_no_more_than_the_morning_did(chat: Chat) -> None:
    """Who asked to hear less is not asked for the strength workout, and the button counts the run."""
    chat.desk.owner.slowed = True
    kinds = {session.kind for session in training_of(chat.desk).sessions_on(chat.desk.today)}
    while not (SessionKind.STRENGTH in kinds and kinds & RUN_KINDS):
        chat.forward(days=1)
        kinds = {session.kind for session in training_of(chat.desk).sessions_on(chat.desk.today)}
    chat.prompted()
    chat.buttons.clear()
    chat.forward(hours=8)
    chat.prompted(PromptKind.EVENING)
    assert [label for label in chat.buttons if label.startswith("Done")] == ["Done ✓"]
    chat.taps("Done ✓")
    assert [log.kind in RUN_KINDS for log in chat.logs] == [True]


def test_the_evening_is_silent_when_today_is_answered(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.prompted()
    chat.taps("Done ✓")
    assert chat.prompted(PromptKind.EVENING).state == PromptState.DROPPED
    assert chat.heard == []


def test_sunday_reviews_the_week_and_shows_the_next(chat: Chat) -> None:
    chat.says("ran 5k in 31:20, effort 4")
    chat.forward(days=6)
    chat.prompted(PromptKind.REVIEW)
    assert "Your week" in chat.text
    assert "1 run" in chat.text
    assert "Week 2" in chat.text


def test_a_quiet_week_is_not_held_against_anyone(chat: Chat) -> None:
    chat.forward(days=6)
    chat.prompted(PromptKind.REVIEW)
    assert "nothing has to be made up" in chat.text


def test_paused_athletes_hear_nothing_until_their_day_and_then_one_line(chat: Chat) -> None:
    pausing.pause(chat.desk)
    chat._listen()
    chat.taps("3 days")
    assert chat.desk.owner.state == AthleteState.PAUSED
    assert chat.prompted().state == PromptState.DROPPED
    chat.forward(days=3)
    chat.prompted()
    assert "Welcome back" in chat.text
    assert chat.desk.owner.state == AthleteState.ACTIVE


def test_starting_again_early_ends_the_pause(chat: Chat) -> None:
    pausing.pause(chat.desk)
    chat._listen()
    chat.taps("Until I say so")
    pausing.pause(chat.desk)
    chat._listen()
    chat.taps("Start again")
    assert chat.desk.owner.state == AthleteState.ACTIVE


def test_three_prompts_without_an_answer_ask_once_whether_to_slow_down(chat: Chat) -> None:
    asked = 0
    for _ in range(10):
        chat.prompted()
        asked += "Shall I write less" in chat.text
        chat.forward(days=1)
    assert asked == 1
    chat.taps("Yes, only runs")
    assert chat.desk.owner.slowed
