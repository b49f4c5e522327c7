"""Files that were read: which line of the log, and which prompt, they belong to by what they reply to."""

import datetime as dt

import pytest
from sqlmodel import Session

from bot.activities.order import Outcome
from bot.cases.albums import count_in
from bot.cases.filing import file_it, settle
from bot.cases.training import monday_of, training_of
from coach.activity import summarise, track_of
from storage.files import keep_file
from storage.logs import log_by_id
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


RUNS = {
    "a long one and two short ones": [(5, 30, 2.8), (3, 20, 2.8), (1, 75, 2.8)],
    "two in one day and a walk": [(4.5, 25, 2.8), (4.2, 25, 2.8), (2, 60, 1.4)],
    "one before the plan": [(12, 60, 3.0), (2, 30, 3.0)],
}
"""Days ago, minutes and metres a second."""


@pytest.mark.parametrize("runs", RUNS.values(), ids=RUNS)
def test_files_that_come_in_together_leave_what_they_leave_one_by_one_in_the_order_of_their_days(
    session: Session, runs: list[tuple[float, int, float]]
) -> None:
    """Whatever their order: each is bound to what was told for its day, and the plan is made with all of them."""
    one_by_one = a_week_in(session, 1)
    for run in runs:
        filed(one_by_one, *run)
    together = a_week_in(session, 2)
    rows = [filed(together, *run, quiet=True) for run in reversed(runs)]
    count_in(together.desk, [log_by_id(session, together.desk.athlete_id, row.log_id or 0) for row in rows])
    assert outcome_of(together) == outcome_of(one_by_one)


MONDAY = dt.datetime(2026, 11, 30, 7, tzinfo=dt.UTC)


def a_week_in(session: Session, number: int) -> Chat:
    """Somebody in the first week of their plan, prompted every day."""
    chat = Chat.with_an_athlete(session, MONDAY, number=number)
    for _ in range(6):
        chat.forward(days=1)
        chat.prompted()
    return chat


def filed(chat: Chat, days: float, minutes: int, speed: float, *, quiet: bool = False) -> ActivityFile:
    """A file of a run some days ago."""
    desk = chat.desk
    row = keep_file(desk.session, desk.now, athlete_id=desk.athlete_id, chat_id=desk.chat_id)
    run = an_outing(60 * minutes, speed, every=10, started=desk.now - dt.timedelta(days=days, hours=2))
    summary = summarise(track_of(run, desk.now), 1000.0)
    file_it(desk, row, summary, Outcome(summary, digest=f"{desk.chat_id} {days}"), quiet=quiet)
    return row


def outcome_of(chat: Chat) -> tuple[list[object], list[object]]:
    """The logs and what is to do, as the athlete knows it."""
    mine = [log for log in chat.logs if log.athlete_id == chat.desk.athlete_id]
    logs = sorted((log.started_at, log.kind, log.minutes, log.planned, log.session_date) for log in mine)
    weeks = training_of(chat.desk).sent_since(monday_of(chat.desk.today))
    return list(logs), [(one.date, one.title, one.minutes) for week in weeks for one in week.sessions]
