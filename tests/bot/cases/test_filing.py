"""Files that were read: which line of the log, and which prompt, they belong to by what they reply to."""

import datetime as dt

from bot.activities.order import Outcome
from bot.cases.filing import settle
from coach.activity import summarise, track_of
from storage.files import keep_file
from storage.tables import ActivityFile, FileState
from tests.activities.outings import an_outing
from tests.bot.cases.chat import Chat


def sends_a_run(chat: Chat, reply_to: int, digest: str = "run", **ago: float) -> ActivityFile:
    """A file of half an hour's running, as a reply, is read and settled."""
    desk = chat.desk
    row = keep_file(
        desk.session,
        desk.now,
        athlete_id=desk.athlete_id,
        chat_id=desk.chat_id,
        message_id=reply_to + 1_000,
        reply_to_message_id=reply_to,
    )
    run = an_outing(1800, 2.8, every=5, started=desk.now - dt.timedelta(**ago))
    settle(desk, row, Outcome(summarise(track_of(run, desk.now), 1000.0), digest=digest))
    return row


def test_a_file_that_replies_to_a_card_completes_that_line(chat: Chat) -> None:
    chat.says("ran 20 min yesterday")
    (log,) = chat.logs
    row = sends_a_run(chat, chat.message_about(f"log:{log.id}"), hours=1)
    assert (row.state, row.log_id, [line.id for line in chat.logs]) == (FileState.LOGGED, log.id, [log.id])


def test_undo_after_a_file_gives_back_all_that_the_words_had_said(chat: Chat) -> None:
    chat.says("ran 20 min yesterday")
    chat.says("sorry 22 min")
    (log,) = chat.logs
    sends_a_run(chat, chat.message_about(f"log:{log.id}"), hours=1)
    assert (log.minutes, log.track is not None) == (30.0, True)
    chat.says("undo")
    assert (log.minutes, log.track, log.started_at, log.before) == (22.0, None, None, None)


def test_undo_after_another_file_tears_no_log(chat: Chat) -> None:
    chat.says("ran 20 min yesterday")
    (log,) = chat.logs
    card = chat.message_about(f"log:{log.id}")
    sends_a_run(chat, card, hours=1)
    own = sends_a_run(chat, card, digest="another", hours=1)
    assert own.log_id == log.id
    chat.says("undo")
    assert (log.minutes, log.track is not None) == (30.0, True)


def test_a_file_that_replies_to_a_card_whose_editor_is_open_completes_that_line_too(chat: Chat) -> None:
    chat.says("ran 20 min yesterday")
    (log,) = chat.logs
    chat.says("edit")
    row = sends_a_run(chat, chat.message_about(f"log:{log.id}:edit"), hours=1)
    assert (row.state, row.log_id, [line.id for line in chat.logs]) == (FileState.LOGGED, log.id, [log.id])


def test_a_file_that_replies_to_a_card_of_a_deleted_line_makes_a_new_one(chat: Chat) -> None:
    chat.says("ran 20 min yesterday")
    (deleted,) = chat.logs
    card = chat.message_about(f"log:{deleted.id}")
    chat.says("delete")
    row = sends_a_run(chat, card, hours=1)
    (log,) = chat.logs
    assert row.log_id == log.id != deleted.id


def test_a_file_that_replies_to_a_prompt_whose_days_are_open_answers_it(chat: Chat) -> None:
    chat.to_a_lone_run()
    prompt = chat.prompted()
    chat.says("move")
    row = sends_a_run(chat, chat.message_about(f"prompt:{prompt.id}:move"), hours=1)
    (log,) = chat.logs
    assert (row.log_id, log.prompt_id, log.planned) == (log.id, prompt.id, True)
    assert prompt.answered_at == chat.desk.now
