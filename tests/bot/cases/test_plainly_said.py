"""What people simply say in a week: moved, changed, resumed, explained, and never answered with nonsense."""

import pytest

from bot.cases import pausing
from storage.tables import AthleteState
from tests.bot.cases.chat import Chat

FALLBACK = "don’t know what to do with it"


def test_a_day_given_up_for_another_moves_what_was_planned(chat: Chat) -> None:
    chat.to_a_lone_run()
    day, after = chat.desk.today, chat.desk.today.replace(day=chat.desk.today.day + 1)
    chat.says("i can't run today, can i do it tomorrow instead?")
    assert chat.logs == []
    if "Move it anyway" in chat.buttons:
        chat.taps("Move it anyway")
    assert f"Moved to {after:%a} {after.day}" in chat.text
    assert day != after


@pytest.mark.parametrize(
    ("said", "goal"),
    [
        ("i'd like to train for a half marathon", "Half marathon"),
        ("my goal is 10k", "10 km"),
        ("can i do 5k goal instead", "5 km"),
        ("new goal: leaner legs", "Leaner, stronger legs"),
    ],
)
def test_another_goal_is_shown_and_taken_by_a_yes(chat: Chat, said: str, goal: str) -> None:
    chat.says(said)
    assert "Goal" in chat.text
    assert goal in chat.text
    chat.says("yes")
    assert chat.desk.owner.profile["goal"] != "general_fitness"


def test_change_my_goal_opens_the_question(chat: Chat) -> None:
    chat.says("i want to change my goal")
    assert "What would you like to train for?" in chat.text
    chat.says("10k")
    assert chat.desk.owner.profile["goal"] == "10k"


@pytest.mark.parametrize(
    "said", ["what is my goal?", "i wanted to run 5k today", "i want to run today", "i have two goals"]
)
def test_other_words_about_goals_change_none(chat: Chat, said: str) -> None:
    chat.says(said)
    assert "instead of" not in chat.text
    assert chat.desk.owner.profile["goal"] == "general_fitness"


@pytest.mark.parametrize("said", ["a week, holiday", "about a week", "a week or so", "for a week because of work"])
def test_the_length_of_a_pause_may_come_with_its_reason(chat: Chat, said: str) -> None:
    pausing.pause(chat.desk)
    chat._listen()
    chat.says(said)
    assert chat.desk.owner.state == AthleteState.PAUSED
    assert chat.desk.owner.paused_until is not None
    assert (chat.desk.owner.paused_until - chat.desk.today).days == 7


@pytest.mark.parametrize("said", ["i'm back", "im back!", "hi, back from holiday", "let's start again", "ready to run"])
def test_who_is_paused_and_is_back_says_so(chat: Chat, said: str) -> None:
    chat.says("pause for 2 weeks")
    assert chat.desk.owner.state == AthleteState.PAUSED
    chat.says(said)
    assert chat.desk.owner.state == AthleteState.ACTIVE
    assert "Welcome back" in chat.text


def test_back_without_a_pause_resumes_nothing(chat: Chat) -> None:
    chat.says("i'm back")
    assert "Welcome back" not in chat.text


@pytest.mark.parametrize(
    ("said", "minute"),
    [("send me the message at 6:15 instead", 375), ("new time: 6.15am", 375), ("please text me at half 7", 450)],
)
def test_the_hour_is_changed_however_it_is_put(chat: Chat, said: str, minute: int) -> None:
    chat.says(said)
    assert chat.desk.owner.prompt_minute == minute


def test_a_place_one_is_back_in_keeps_the_time(chat: Chat) -> None:
    chat.says("i'm in new york now")
    assert chat.desk.owner.zone == "America/New_York"
    chat.says("i'm back in london")
    assert chat.desk.owner.zone == "Europe/London"


def test_days_one_would_rather_have_are_offered_and_days_of_football_are_not(chat: Chat) -> None:
    chat.says("i would rather do monday and thursday")
    assert "Training days" in chat.text
    chat.says("no")
    chat.says("i play football on tuesdays")
    assert "Training days" not in chat.text


def test_a_place_that_hurts_is_understood_where_somewhere_else_was_tapped(chat: Chat) -> None:
    chat.says("something hurts")
    chat.taps("Somewhere else")
    chat.says("both my shins when i walk")
    assert "Shin" in chat.text
    chat.says("3")
    assert [log.pain_area for log in chat.logs] == ["shin"]


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("my knee clicks when i go downstairs", "A click without pain"),
        ("how much weight will i lose?", "what you eat counts more"),
        ("what is run/walk 7 x 1 min?", "walk"),
        ("so i start today?", ""),
        ("am i doing ok?", "/progress"),
        ("do i really need the strength stuff?", "half of the work"),
        ("can i do the strength on another day?", "Move"),
        ("what does rung mean?", "step of a ladder"),
        ("can you make it harder?", "legs adapt more slowly"),
    ],
)
def test_what_beginners_ask_gets_the_answer_to_just_that(chat: Chat, said: str, answer: str) -> None:
    chat.says(said)
    assert answer in chat.text
    assert "don’t have an answer" not in chat.text
    assert "take more weight" not in chat.text
    assert chat.logs == []


def test_the_note_explains_itself_once_and_is_short_after_that(chat: Chat) -> None:
    chat.says("i'd rather have hills everywhere, dunno")
    assert FALLBACK in chat.text
    chat.says("prefer not")
    assert chat.text == "Kept as a note."
    chat.forward(hours=13)
    chat.says("prefer not")
    assert "stays as a note" in chat.text
    assert FALLBACK not in chat.text


def test_what_is_not_understood_is_said_in_other_words_each_time(chat: Chat) -> None:
    answers = []
    for said in ("prefer not", "prefer not", "prefer not", "why is the sky blue?", "why is grass green?"):
        chat.says(said)
        answers.append(chat.text)
    assert len(set(answers)) == len(answers)


def test_a_wedding_is_no_journey(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.says("can't run today, wedding")
    assert "Safe travels" not in chat.text
    assert "Have a good time there" in chat.text


def test_it_is_not_asked_twice_in_a_row_whether_words_were_the_session(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.says("fluffy clouds")
    assert "Was that today’s session" in chat.text
    chat.says("blah blah")
    assert "Was that" not in chat.text
    assert "note" in chat.text
    chat.forward(hours=3)
    chat.says("fluffy clouds")
    assert "Was that today’s session" in chat.text
