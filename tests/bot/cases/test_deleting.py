"""Who asks for something to be deleted gets it deleted, is shown which it may be, or hears that there is none."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.bot.cases.chat import Chat
from tests.depth import examples


@pytest.fixture
def logged(chat: Chat) -> Chat:
    """A chat with a walk and a run of yesterday, and a run of today."""
    chat.says("walked 30 min yesterday, effort 2")
    chat.says("ran 4.8 miles in 45:10 yesterday, effort 4")
    chat.says("ran 10k in 55:00, effort 5")
    return chat


def left(chat: Chat) -> list[tuple[str | None, float | None]]:
    """Kinds and minutes of what is in the log."""
    return [(log.activity, log.minutes) for log in chat.logs]


WALK, EARLIER, TODAY = ("walk", 30.0), ("run", 45.17), ("run", 55.0)


@pytest.mark.parametrize(
    ("words", "gone"),
    [
        ("delete the 10k", TODAY),
        ("please delete my last run", TODAY),
        ("scrap the last one", TODAY),
        ("delete it", TODAY),
        ("remove yesterday's walk", WALK),
        ("take the walk off", WALK),
        ("remove the 4.8 mile run", EARLIER),
        ("delete the 45:10 one", EARLIER),
        ("delete yesterdays run", EARLIER),
        ("get rid of the 30 min walk pls", WALK),
        ("that 10k wasn't me, delete it", TODAY),
        ("delete the 9.9k run", TODAY),
    ],
)
def test_the_one_that_is_meant_is_deleted_and_can_be_brought_back(logged: Chat, words: str, gone: object) -> None:
    before = left(logged)
    logged.says(words)
    assert "Deleted" in logged.text
    assert left(logged) == [one for one in before if one != gone]
    logged.says("undo")
    assert sorted(left(logged)) == sorted(before)


@pytest.mark.parametrize("words", ["delete a run", "delete all my runs", "delete the run"])
def test_of_several_each_comes_with_its_delete_button(chat: Chat, words: str) -> None:
    chat.says("ran 5k in 31:20 on monday, effort 4")
    chat.says("ran 6k in 37:00, effort 4")
    chat.says("done strength, effort 5")
    chat.says(words)
    assert "2 fit" in chat.text
    assert len(chat.logs) == 3
    chat.taps("Delete")
    assert len(chat.logs) == 2


def test_what_is_not_there_is_said_and_nothing_is_deleted_or_logged(logged: Chat) -> None:
    for words in ("delete the swim", "remove the 3k", "delete the 1:40:00 run"):
        logged.says(words)
        assert "nothing was deleted" in logged.text
    assert left(logged) == [WALK, EARLIER, TODAY]


def test_a_day_without_a_log_is_named(logged: Chat) -> None:
    logged.says("delete the run on 20 november")
    assert "20 Nov" in logged.text
    assert "nothing was deleted" in logged.text


def test_a_day_to_come_has_no_log_and_moving_is_pointed_to(logged: Chat) -> None:
    logged.says("delete tomorrow's run")
    assert "still to come" in logged.text
    assert len(logged.logs) == 3


def test_the_account_is_not_deleted_by_words_about_logs(logged: Chat) -> None:
    logged.says("delete my account")
    assert "/delete" in logged.text
    assert len(logged.logs) == 3


def test_a_pain_can_be_deleted_by_its_place(chat: Chat) -> None:
    chat.says("left knee 3/10")
    chat.says("delete the knee pain")
    assert chat.logs == []


def test_a_reply_to_a_card_deletes_its_log(logged: Chat) -> None:
    first = logged.logs[0]
    logged.says("delete this one please", reply_to=logged.message_about(f"log:{first.id}"))
    assert left(logged) == [EARLIER, TODAY]


@pytest.mark.parametrize(
    "words",
    [
        "cancel my workout", "cancel the session", "scrap the session", "drop the workout", "clear the log",
        "cancel the last session of the week", "can you remove the long run on sunday", "remove sunday from my days",
        "remove strength from my plan", "delete my 5k goal", "remove 5k as my goal", "i want to take 5 min off my 5k",
        "delete pain", "remove that button", "can i delete the 5k?", "delete the weight i told you yesterday",
    ],
)  # fmt: skip
def test_what_may_be_of_the_plan_or_of_anything_else_deletes_no_log(chat: Chat, words: str) -> None:
    chat.says("ran 5k in 31:20 yesterday, effort 4")
    chat.forward(hours=6)
    chat.says(words)
    assert [log.distance_m for log in chat.logs if log.status == "done"] == [5000]
    assert "Deleted" not in chat.text


@pytest.mark.parametrize(
    "words",
    ["delete my last run", "delete the 5k", "remove yesterday's run", "scrap the last one", "delete the last entry"],
)
def test_a_log_that_is_named_is_deleted_days_later(chat: Chat, words: str) -> None:
    chat.says("ran 5k in 31:20, effort 4")
    chat.forward(days=1)
    chat.says(words)
    assert chat.logs == []


@pytest.mark.parametrize("days", [1, 6, 60])
def test_words_that_name_nothing_delete_nothing_old_and_show_what_there_is(chat: Chat, days: int) -> None:
    chat.says("ran 5k in 31:20, effort 4")
    chat.forward(days=days)
    chat.says("delete that")
    assert len(chat.logs) == 1
    assert "Is it this one?" in chat.text
    chat.taps("Delete")
    assert chat.logs == []


@pytest.mark.parametrize("hours", [0, 2, 150])
def test_a_figure_that_was_told_last_is_what_delete_that_means(chat: Chat, hours: int) -> None:
    chat.says("ran 5k in 31:20, effort 4")
    chat.forward(hours=hours, minutes=1)
    chat.says("weight 71.2")
    chat.says("delete that")
    assert len(chat.logs) == 1
    assert "Taken back" in chat.text
    chat.says("undo")
    assert "71.2" in chat.text


def test_a_weekday_still_to_come_is_of_the_plan_where_nothing_is_logged(chat: Chat) -> None:
    chat.says("can you remove the long run on sunday")
    assert "Sun" in chat.text
    assert "still to come" in chat.text


def test_a_question_whether_it_can_be_deleted_shows_the_card_with_its_button(chat: Chat) -> None:
    chat.says("ran 5k in 31:20, effort 4")
    chat.says("can i delete the 5k?")
    assert "Tap Delete" in chat.text
    chat.taps("Delete")
    assert chat.logs == []


@given(
    verb=st.sampled_from(["delete", "remove", "pls delete", "can you remove", "erase", "get rid of", "oops remove"]),
    what=st.sampled_from(["the 5k", "the 31:20 run", "my run", "yesterday's 8k", "the last 3 mile run", "run 2", "it"]),
)
@settings(examples(25), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_asking_for_a_deletion_never_logs(chat: Chat, verb: str, what: str) -> None:
    before = len(chat.logs)
    chat.says(f"{verb} {what}")
    assert len(chat.logs) <= before


@pytest.mark.parametrize(
    "words",
    ["delete the 10k. ran 8k in 50 min", "delete the 10k, ran 8k in 50 min", "ran 8k in 50 min, delete the 10k"],
)
def test_what_was_done_beside_a_deletion_is_logged(chat: Chat, words: str) -> None:
    chat.says("ran 10k in 60 min yesterday")
    chat.says(words)
    assert [log.distance_m for log in chat.logs] == [8000]


def test_what_was_told_before_an_unnamed_deletion_is_not_logged_again(chat: Chat) -> None:
    chat.says("ran 10k in 60 min")
    chat.says("I ran 10k. Delete it")
    assert not chat.logs


@pytest.mark.parametrize(
    "words", ["delete weight", "remove my weight", "delete the weight", "delete waist", "erase weight please"]
)
def test_a_measurement_named_without_an_article_shows_the_figures_to_take_back(chat: Chat, words: str) -> None:
    chat.says("weight 71.2, waist 80 cm")
    chat.forward(hours=5)
    chat.says(words)
    assert "Your latest figures" in chat.text
    assert chat.logs == []


def test_undo_under_what_came_with_bringing_a_log_back_deletes_it_again(chat: Chat) -> None:
    chat.says("ran 25k in 2:30:00, effort 9")
    chat.forward(minutes=1)
    chat.says("delete that")
    chat.forward(minutes=1)
    chat.taps("Bring it back")
    assert "What you brought back counts again" in chat.text
    chat.forward(minutes=1)
    chat.taps("Undo")
    assert chat.logs == []
    assert "What you deleted counts no more" in chat.text


def test_two_that_are_named_are_both_deleted(chat: Chat) -> None:
    chat.says("ran 5k in 31 min, effort 4")
    chat.forward(days=1)
    chat.says("walked 30 min")
    chat.says("delete the walk and the 5k")
    assert chat.logs == []
    assert chat.text.count("Deleted:") == 2


def test_a_second_one_that_nobody_can_tell_is_asked_for(chat: Chat) -> None:
    chat.says("ran 5k in 31 min, effort 4")
    chat.says("walked 30 min")
    chat.says("delete the walk and the other thing")
    assert [log.distance_m for log in chat.logs] == [5000]
    assert "You named another one" in chat.text


def test_what_else_is_said_behind_a_deletion_deletes_nothing(chat: Chat) -> None:
    chat.says("ran 5k in 31 min, effort 4")
    chat.says("walked 30 min")
    chat.says("delete the walk, and the pain in my knee is gone")
    assert [log.distance_m for log in chat.logs if log.kind] == [5000]
    assert "You named another one" not in chat.text


@pytest.mark.parametrize("said", ["nvm undo", "oops, undo that", "actually undo please"])
def test_second_thoughts_take_back_what_was_logged_last(chat: Chat, said: str) -> None:
    chat.says("ran 5k in 30, rpe 4")
    chat.says(said)
    assert chat.text.startswith("Deleted")
    assert chat.logs == []
