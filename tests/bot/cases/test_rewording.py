"""An edited message whose log holds more than its words: a file's figures, or another message's."""

import datetime as dt

import pytest
from sqlmodel import col, select

from storage.tables import Log, Measurement
from tests.bot.cases.chat import Chat
from tests.bot.cases.test_filing import sends_a_run

TOLD = "ran 5k in 30 min, effort 7, left knee 1/10"


def completed(chat: Chat) -> int:
    """A run told in words and completed by its file; the message of the words."""
    message = chat.says(TOLD)
    sends_a_run(chat, message, hours=1)
    chat._listen()
    assert only(chat).track is not None
    return message


def merged(chat: Chat) -> tuple[int, int]:
    """A run told twice and merged into one; both messages."""
    chat.forward(days=1)
    first, second = chat.says("ran 5k, effort 6"), chat.says("5.2k in 31 min this morning")
    chat.taps("Same run")
    assert only(chat).distance_m == 5200
    return first, second


def only(chat: Chat) -> Log:
    """The one log there is."""
    (log,) = chat.logs
    return log


def test_an_edit_of_the_effort_keeps_the_figures_of_the_file(chat: Chat) -> None:
    message = completed(chat)
    log = only(chat)
    figures = (log.id, log.minutes, log.distance_m, log.avg_hr, log.track)
    chat.says(TOLD.replace("effort 7", "effort 5"), edits=message)
    log = only(chat)
    assert (log.id, log.minutes, log.distance_m, log.avg_hr, log.track) == figures
    assert (log.rpe, log.pain_level) == (5, 1)
    assert len(chat.heard) == 1


def test_a_figure_that_the_edit_names_wins_over_the_file(chat: Chat) -> None:
    message = completed(chat)
    minutes = only(chat).minutes
    chat.says(TOLD.replace("5k", "5.4k"), edits=message)
    assert (only(chat).distance_m, only(chat).minutes) == (5400, minutes)
    assert only(chat).track is not None


def test_what_the_edited_words_say_no_more_is_gone_and_the_effort_stays(chat: Chat) -> None:
    message = completed(chat)
    chat.says("ran 5k in 30 min", edits=message)
    log = only(chat)
    assert (log.rpe, log.pain_area, log.pain_level) == (7, None, None)
    assert log.track is not None


def test_words_that_are_no_log_any_more_leave_the_file_its_run(chat: Chat) -> None:
    message = completed(chat)
    distance = only(chat).distance_m
    chat.says("lovely morning", edits=message)
    assert "What else I know of that activity stays" in chat.text
    assert (only(chat).distance_m, only(chat).pain_level) == (distance, None)


def test_words_that_tell_of_another_day_now_are_a_log_of_their_own(chat: Chat) -> None:
    message = completed(chat)
    chat.says("ran 8k yesterday in 50 min", edits=message)
    assert [(log.distance_m == 8000, log.track is not None) for log in chat.logs] == [(False, True), (True, False)]


def test_a_pain_that_the_edit_adds_is_kept(chat: Chat) -> None:
    message = completed(chat)
    chat.says("ran 5k in 30 min, effort 7, left knee 5/10", edits=message)
    assert only(chat).pain_level == 5
    assert "changed" in chat.text


@pytest.mark.parametrize(
    ("text", "metres", "effort"),
    [("ran 5k, effort 7", 5200, 7), ("ran 5.5k, effort 6", 5500, 6), ("ran 5k", 5200, 6), ("hello", 5200, 6)],
)
def test_an_edit_of_the_first_of_two_merged_messages_shows_one_card(
    chat: Chat, text: str, metres: int, effort: int
) -> None:
    first, _ = merged(chat)
    chat.says(text, edits=first)
    assert (only(chat).distance_m, only(chat).minutes, only(chat).rpe) == (metres, 31.0, effort)
    assert sum("31 min" in said for said in chat.heard) == 1


@pytest.mark.parametrize("texts", [["walked 3k in 40 min"], ["hello", "walked 3k in 40 min"]])
def test_when_the_first_turns_into_something_else_the_second_stands_by_itself_again(
    chat: Chat, texts: list[str]
) -> None:
    first, _ = merged(chat)
    for text in texts:
        chat.says(text, edits=first)
    assert sorted((log.distance_m or 0, log.minutes or 0) for log in chat.logs) == [(3000, 40.0), (5200, 31.0)]


def test_a_message_edited_the_day_after_is_about_the_day_before(chat: Chat) -> None:
    message = chat.says("ran 5k in 31:20, effort 4")
    day = only(chat).date
    chat.forward(days=1)
    chat.says("ran 5k in 32:20, effort 4", edits=message)
    assert (only(chat).date, only(chat).minutes) == (day, 32.33)


def test_a_reply_to_a_prompt_edited_the_day_after_stays_with_its_session(chat: Chat) -> None:
    chat.to_a_lone_run()
    prompt = chat.prompted()
    message = chat.says("30 min", reply_to=chat.message_about(f"prompt:{prompt.id}"))
    day = only(chat).date
    chat.forward(days=1)
    chat.says("32 min", edits=message, reply_to=chat.message_about(f"prompt:{prompt.id}"))
    assert (only(chat).date, only(chat).minutes, only(chat).planned) == (day, 32.0, True)


def test_a_weight_edited_the_day_after_is_of_the_day_before(chat: Chat) -> None:
    message = chat.says("weight 64 kg")
    chat.forward(days=1)
    chat.says("weight 63 kg", edits=message)
    kept = chat.desk.session.exec(select(Measurement).where(col(Measurement.deleted_at).is_(None))).all()
    assert [(row.value, row.date) for row in kept] == [(63, chat.desk.today - dt.timedelta(days=1))]
