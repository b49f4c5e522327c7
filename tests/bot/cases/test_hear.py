"""Plain words: kept first, then read, bound and answered."""

import pytest
from sqlmodel import select

from coach.errors import StaleButton
from storage.tables import Measurement, Saying
from tests.bot.cases.chat import Chat


def test_a_run_in_words_is_bound_to_the_planned_run(chat: Chat) -> None:
    chat.to_a_lone_run()
    prompt = chat.prompted()
    chat.says("5k in 31:20, effort 4")
    (log,) = chat.logs
    assert (log.distance_m, round(log.minutes or 0, 2), log.rpe) == (5000, 31.33, 4)
    assert (log.kind, log.planned) == (prompt.sessions[0]["kind"], True)
    assert "5 km" in chat.text
    assert "6:16/km" in chat.text


def test_a_second_run_on_the_same_day_is_unplanned(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.prompted()
    chat.says("5k in 31:20, effort 4")
    chat.says("ran another 3k in 20:00, effort 3")
    assert [log.planned for log in chat.logs] == [True, False]


def test_a_reply_to_a_prompt_days_later_logs_that_session(chat: Chat) -> None:
    chat.to_a_lone_run()
    prompt = chat.prompted()
    chat.forward(days=2)
    chat.says("done, effort 3", reply_to=chat.message_about(f"prompt:{prompt.id}"))
    (log,) = chat.logs
    assert (log.date, log.session_date, log.planned) == (prompt.local_date, prompt.local_date, True)


def test_a_bare_number_is_the_effort_the_card_asks_for(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.prompted()
    chat.taps("Done ✓")
    chat.says("5")
    assert [log.rpe for log in chat.logs] == [5]


def test_a_reply_to_a_card_corrects_it(chat: Chat) -> None:
    chat.says("ran 5k in 31:20, effort 4")
    chat.says("it was 6k", reply_to=chat.message_about("log:1"))
    (log,) = chat.logs
    assert (log.distance_m, log.rpe) == (6000, 4)


def test_an_edited_message_edits_its_log(chat: Chat) -> None:
    message = chat.says("ran 5k in 31:20")
    chat.says("ran 5k in 29:50", edits=message)
    assert [round((log.minutes or 0) * 60) for log in chat.logs] == [1790]


def test_an_edit_into_two_activities_makes_two_logs(chat: Chat) -> None:
    message = chat.says("ran 5k in 31:20")
    chat.says("ran 5k in 31:20 and walked 2k", edits=message)
    assert [log.distance_m for log in chat.logs] == [5000, 2000]


def test_an_edit_into_no_log_takes_the_log_out_and_says_so(chat: Chat) -> None:
    message = chat.says("ran 5k in 31:20")
    chat.says("what a lovely morning", edits=message)
    assert chat.logs == []
    assert "out of your log" in chat.text


def test_an_edit_that_adds_pain_changes_the_plan(chat: Chat) -> None:
    message = chat.says("ran 5k in 31:20, effort 4")
    chat.says("ran 5k in 31:20, effort 4, left knee 5/10", edits=message)
    assert [(log.pain_area, log.pain_level) for log in chat.logs] == [("knee", 5)]
    assert chat.receipts


def test_edited_words_win_over_buttons_and_keep_the_effort_that_was_tapped(chat: Chat) -> None:
    message = chat.says("ran 5k in 31:20")
    chat.taps("6")
    chat.taps("Edit")
    chat.taps("Distance")
    chat.taps("+1000 m")
    chat.says("ran 5k in 29:50", edits=message)
    assert [(log.distance_m, log.rpe) for log in chat.logs] == [(5000, 6)]


def test_the_buttons_of_a_card_whose_log_was_replaced_are_stale(chat: Chat) -> None:
    message = chat.says("ran 5k in 31:20")
    old = chat.buttons["6"]
    chat.says("ran 6k in 36:20", edits=message)
    with pytest.raises(StaleButton):
        chat.taps_data(*old)
    assert [log.rpe for log in chat.logs] == [None]


def test_words_that_are_no_log_stay_as_a_note_and_one_question_is_asked(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.prompted()
    chat.says("what a lovely morning")
    assert chat.logs == []
    assert chat.text.count("?") == 1
    assert chat.desk.session.exec(select(Saying.text)).all() == ["what a lovely morning"]
    chat.taps("Yes, done")
    assert [log.planned for log in chat.logs] == [True]


def test_just_a_note_logs_nothing(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.prompted()
    chat.says("what a lovely morning")
    chat.taps("Just a note")
    assert chat.logs == []


def test_what_cannot_be_true_is_asked_about_and_not_logged(chat: Chat) -> None:
    chat.says("ran 5k in 4 minutes")
    assert chat.logs == []
    assert "your words are kept" in chat.text


def test_measurements_are_kept_and_said_back(chat: Chat) -> None:
    chat.says("weight 71.5 kg")
    assert chat.desk.session.exec(select(Measurement.kind, Measurement.value)).all() == [("weight_kg", 71.5)]
    assert "71.5 kg" in chat.text


def test_several_activities_in_one_message_are_several_logs(chat: Chat) -> None:
    chat.says("ran 5k in 30:00 effort 4, then 20 min strength effort 5")
    assert [(log.kind, log.minutes) for log in chat.logs] == [("easy_run", 30.0), ("strength", 20.0)]


def test_html_in_words_shows_as_it_is(chat: Chat) -> None:
    chat.says("<b>ran</b> 5k in 30:00")
    assert len(chat.logs) <= 1


@pytest.mark.parametrize("words", ["whats on today", "What’s on today?", "today please", "what should I do today?"])
def test_who_asks_for_today_in_words_is_shown_it(chat: Chat, words: str) -> None:
    chat.to_a_lone_run()
    prompt = chat.prompted()
    chat.says(words)
    assert f"{prompt.sessions[0]['minutes']} min" in chat.text.replace("\u202f", " ")
    assert "kept" not in chat.text
    assert not chat.logs


@pytest.mark.parametrize(("words", "heard"), [("my week", "Week"), ("show me my progress", "Nothing to show yet")])
def test_week_and_progress_are_shown_by_their_words(chat: Chat, words: str, heard: str) -> None:
    chat.says(words)
    assert heard in chat.text


def test_words_under_a_card_of_a_deleted_line_are_a_line_of_their_own(chat: Chat) -> None:
    chat.says("ran 20 min yesterday")
    (deleted,) = chat.logs
    card = chat.message_about(f"log:{deleted.id}")
    chat.says("delete")
    chat.says("ran 6k in 36 min, effort 4", reply_to=card)
    (log,) = chat.logs
    assert (log.id != deleted.id, log.distance_m, log.rpe) == (True, 6000, 4)
    assert deleted.distance_m != 6000
