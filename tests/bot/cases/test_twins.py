"""The same run told twice: put right where that is clear, asked about where it may be, left alone where it is not."""

import datetime as dt

import pytest

from bot.cases.training import training_of
from coach.errors import StaleButton
from storage.tables import Log, PromptKind
from tests.bot.cases.chat import Chat
from tests.bot.cases.mailing import Post, a_run

QUESTION = "Is this the run I already have?"


@pytest.fixture
def tuesday(chat: Chat) -> Chat:
    """A day with one run and nothing else."""
    chat.to_a_lone_run()
    return chat


def only(chat: Chat) -> Log:
    (log,) = chat.logs
    return log


def test_the_same_run_with_other_figures_is_kept_and_asked_about(tuesday: Chat) -> None:
    tuesday.says("ran 5k")
    tuesday.forward(hours=1)
    tuesday.says("5.2k in 31 min this morning")
    assert [log.distance_m for log in tuesday.logs] == [5000, 5200]
    assert QUESTION in tuesday.text
    assert {"Same run", "A second run"} <= tuesday.buttons.keys()


def test_a_walk_told_twice_is_not_called_a_run(tuesday: Chat) -> None:
    tuesday.says("walked 30 min")
    tuesday.forward(hours=1)
    tuesday.says("32 min walk this morning")
    assert "Is this the one I already have?" in tuesday.text
    tuesday.taps("The same")
    assert [log.minutes for log in tuesday.logs] == [32.0]


def test_same_run_makes_one_log_with_the_figures_typed_last_and_all_others(tuesday: Chat) -> None:
    tuesday.says("ran 5k, effort 6, left knee 2/10")
    tuesday.says("5.2k in 31 min this morning")
    tuesday.taps("Same run")
    log = only(tuesday)
    assert (log.distance_m, log.minutes, log.rpe, log.pain_area, log.planned) == (5200, 31.0, 6, "knee", True)
    assert "5.2 km" in tuesday.text


def test_after_same_run_the_plan_is_as_if_it_had_been_told_once(tuesday: Chat) -> None:
    tuesday.says("ran 5k in 30 min, effort 4")
    before = training_of(tuesday.desk).plan
    tuesday.says("5.05k in 30 min this morning")
    tuesday.taps("Same run")
    now = training_of(tuesday.desk).plan
    assert [week.sessions for week in now.weeks] == [week.sessions for week in before.weeks]


def test_a_second_run_leaves_both(tuesday: Chat) -> None:
    tuesday.says("ran 5k")
    tuesday.says("5.2k in 31 min this morning")
    tuesday.taps("A second run")
    assert [log.distance_m for log in tuesday.logs] == [5000, 5200]
    assert QUESTION not in tuesday.text


@pytest.mark.parametrize(("words", "left"), [("same run", 1), ("yes", 1), ("a second run", 2), ("no", 2)])
def test_the_words_of_the_buttons_do_the_same(tuesday: Chat, words: str, left: int) -> None:
    tuesday.says("ran 5k")
    tuesday.says("5.2k in 31 min this morning")
    tuesday.says(words)
    assert len(tuesday.logs) == left
    assert QUESTION not in tuesday.text


def test_two_taps_on_same_run_change_nothing_more(tuesday: Chat) -> None:
    tuesday.says("ran 5k")
    tuesday.says("5.2k in 31 min this morning")
    data, shown = tuesday.buttons["Same run"]
    tuesday.taps_data(data, shown)
    with pytest.raises(StaleButton):
        tuesday.taps_data(data, shown)
    assert only(tuesday).distance_m == 5200


@pytest.mark.parametrize(
    "words", ["i did 15 mins only", "only did 15 min", "actually it was 15 min", "it was only 15 min"]
)
def test_less_than_done_corrects_the_log_without_a_question(tuesday: Chat, words: str) -> None:
    tuesday.says("done")
    tuesday.forward(hours=1)
    tuesday.says(words)
    assert only(tuesday).minutes == 15.0
    assert QUESTION not in tuesday.text


def test_done_and_later_its_figures_is_asked_about(tuesday: Chat) -> None:
    tuesday.says("done")
    tuesday.forward(hours=2)
    tuesday.says("ran 5.2k in 31:00, effort 5")
    assert QUESTION in tuesday.text
    tuesday.taps("Same run")
    log = only(tuesday)
    assert (log.distance_m, log.minutes, log.rpe, log.planned) == (5200, 31.0, 5, True)


def test_a_file_and_then_words_is_asked_about_and_keeps_its_track(chat: Chat) -> None:
    post = Post(chat)
    log = post.is_read(post.sends(), a_run(chat))
    assert log is not None
    chat.says("5k this morning in 30 min, effort 4")
    assert QUESTION in chat.text
    chat.taps("Same run")
    assert (only(chat).id, only(chat).distance_m, only(chat).rpe) == (log.id, 5000, 4)
    assert only(chat).track is not None


@pytest.mark.parametrize(
    "words",
    ["ran another 5k in 31 min", "second run: 5k in 31", "5k again in 31 min", "also ran 5k in 31:00",
     "5k in 31 pm run", "ran 5k in 31 this evening", "ran 8k in 50 min", "walked 5k in 60 min"],
)  # fmt: skip
def test_nobody_is_asked_where_the_words_or_figures_tell_of_another(tuesday: Chat, words: str) -> None:
    tuesday.desk.now = tuesday.desk.now.replace(hour=8)
    tuesday.says("ran 5k in 31 min")
    tuesday.says(words)
    assert len(tuesday.logs) == 2
    assert QUESTION not in tuesday.text


def test_several_activities_of_one_message_are_not_held_against_each_other(tuesday: Chat) -> None:
    tuesday.says("two runs: 5k in 31 min and 5k in 32 min")
    assert len(tuesday.logs) == 2
    assert QUESTION not in tuesday.text


def test_a_run_of_another_day_is_no_twin(tuesday: Chat) -> None:
    tuesday.says("ran 5k in 31 min")
    tuesday.says("ran 5k in 31 min yesterday")
    assert QUESTION not in tuesday.text


def test_a_session_still_open_takes_the_second_log(chat: Chat) -> None:
    chat.says("done with my walk, 30 min")
    chat.says("strength 20 min")
    assert QUESTION not in chat.text
    assert [log.planned for log in chat.logs] == [True, True]


def test_who_runs_twice_a_day_is_asked_twice_and_then_no_more(chat: Chat) -> None:
    chat.to_a_lone_run()
    for _ in range(2):
        chat.says("ran 5k in 31 min")
        chat.says("ran 5k in 32 min")
        assert QUESTION in chat.text
        chat.taps("A second run")
        chat.forward(days=1)
    chat.says("ran 5k in 31 min")
    chat.says("ran 5k in 32 min")
    assert QUESTION not in chat.text


def test_a_reply_to_a_prompt_that_was_answered_is_asked_about_too(tuesday: Chat) -> None:
    prompt = tuesday.prompted()
    tuesday.taps("Done ✓")
    tuesday.says("5.2k in 31:00", reply_to=tuesday.message_about(f"prompt:{prompt.id}"))
    assert QUESTION in tuesday.text
    tuesday.taps("Same run")
    assert (only(tuesday).distance_m, only(tuesday).prompt_id) == (5200, prompt.id)


def test_replies_to_two_prompts_are_two_logs(chat: Chat) -> None:
    chat.to_a_lone_run()
    first = chat.prompted()
    chat.says("done", reply_to=chat.message_about(f"prompt:{first.id}"))
    chat.forward(days=1)
    chat.to_a_lone_run()
    second = chat.prompted(PromptKind.DAILY)
    chat.says("done", reply_to=chat.message_about(f"prompt:{second.id}"))
    assert QUESTION not in chat.text
    assert len({log.date for log in chat.logs}) == 2


def test_what_is_not_answered_stays_as_it_was_typed(tuesday: Chat) -> None:
    tuesday.says("ran 5k")
    tuesday.says("5.2k in 31 min this morning")
    tuesday.forward(days=1)
    assert [log.distance_m for log in tuesday.logs] == [5000, 5200]
    assert dt.date(2026, 12, 1) == tuesday.logs[0].date


def test_a_merge_can_be_taken_apart_again(tuesday: Chat) -> None:
    tuesday.says("ran 5k")
    tuesday.says("5.2k in 31 min this morning")
    tuesday.taps("Same run")
    tuesday.taps("Bring it back")
    tuesday.says("undo")
    assert [log.distance_m for log in tuesday.logs] == [5000, 5200]


def test_the_card_that_asks_draws_no_conclusions_yet(tuesday: Chat) -> None:
    tuesday.says("ran 5k")
    tuesday.says("5.2k in 31 min this morning")
    assert "On top of the plan" not in tuesday.text
    assert "Your plan has changed" not in tuesday.text


def test_an_edited_message_that_was_merged_corrects_the_one_log_and_asks_nothing(tuesday: Chat) -> None:
    tuesday.says("ran 5k, effort 6")
    second = tuesday.says("5.2k in 31 min this morning")
    tuesday.taps("Same run")
    tuesday.says("5.3k in 32 min this morning", edits=second)
    assert QUESTION not in tuesday.text
    log = only(tuesday)
    assert (log.distance_m, log.minutes, log.rpe, log.planned) == (5300, 32.0, 6, True)
    tuesday.forward(minutes=1)
    tuesday.says("undo")
    assert only(tuesday).distance_m == 5200


def test_editing_the_first_message_keeps_what_the_second_told(tuesday: Chat) -> None:
    first = tuesday.says("ran 5k")
    second = tuesday.says("5.2k in 31 min this morning, effort 6")
    tuesday.taps("Same run")
    tuesday.says("ran 5.1k", edits=first)
    log = only(tuesday)
    assert (log.distance_m, log.minutes, log.rpe, log.planned) == (5100, 31.0, 6, True)
    tuesday.says("5.4k in 33 min this morning", edits=second)
    assert (only(tuesday).distance_m, only(tuesday).minutes) == (5400, 33.0)


def test_a_merged_message_that_turns_into_something_else_is_a_log_of_its_own(tuesday: Chat) -> None:
    tuesday.says("ran 5k")
    second = tuesday.says("5.2k in 31 min this morning")
    tuesday.taps("Same run")
    tuesday.says("walked 3k in 40 min", edits=second)
    assert [log.distance_m for log in tuesday.logs] == [5200, 3000]


def test_a_merged_log_that_was_brought_back_is_edited_itself(tuesday: Chat) -> None:
    tuesday.says("ran 5k")
    second = tuesday.says("5.2k in 31 min this morning")
    tuesday.taps("Same run")
    tuesday.taps("Bring it back")
    tuesday.says("another run, 6k in 36 min", edits=second)
    assert sorted(log.distance_m or 0 for log in tuesday.logs) == [5200, 6000]


def test_what_together_cannot_be_true_is_not_one_run(chat: Chat) -> None:
    chat.says("ran 40 min, effort 5")
    chat.says("ran 50 km, effort 9")
    assert "Is this the run" not in chat.text
    chat.says("yes")
    assert [(log.distance_m, log.rpe) for log in chat.logs][1:] == [(50_000, 9)]


def test_an_activity_spoken_of_as_known_is_put_right_beside_another_log(tuesday: Chat) -> None:
    tuesday.says("walked 30 min")
    tuesday.says("40 min")
    tuesday.says("the walk was 45 min")
    assert sorted((log.activity or "", log.minutes) for log in tuesday.logs) == [("", 40.0), ("walk", 45.0)]
    assert {log.status for log in tuesday.logs} == {"done"}


def test_an_unclear_log_that_was_taken_for_the_walk_is_the_walk_that_is_meant(chat: Chat) -> None:
    chat.says("trained 40 min")
    chat.says("the walk was 45 min")
    assert [(log.kind, log.minutes) for log in chat.logs] == [("recovery_walk", 45.0)]


def test_of_two_walks_nobody_knows_which_one_is_meant(tuesday: Chat) -> None:
    tuesday.says("walked 20 min")
    tuesday.says("another walk, 60 min")
    tuesday.says("the walk was 45 min")
    assert len(tuesday.logs) == 3


@pytest.mark.parametrize("said", ["only did half of it", "did most of it"])
def test_a_part_told_right_after_done_is_of_that_session(chat: Chat, said: str) -> None:
    chat.to_a_lone_run()
    chat.says("done")
    chat.says(said)
    (log,) = chat.logs
    assert (log.status, log.minutes, log.planned) == ("partial", None, True)


def test_a_part_told_while_a_session_is_open_is_of_that_one(chat: Chat) -> None:
    chat.says("done")  # the walk
    chat.says("only did half of it")
    assert [(log.kind, log.status) for log in chat.logs] == [("recovery_walk", "done"), ("strength", "partial")]
