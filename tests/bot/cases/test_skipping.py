"""Leaving out in words: what is still to come is looked for ahead, what is over behind."""

import datetime as dt

import pytest

from bot.cases.training import training_of
from coach.session import Session, SessionKind
from tests.bot.cases.chat import Chat

MON, TUE, THU, SAT, SUN = (dt.date(2026, 11, 30) + dt.timedelta(days=number) for number in (0, 1, 3, 5, 6))


@pytest.fixture
def wednesday(chat: Chat) -> Chat:
    """A Wednesday, on which nothing is planned; Thursday, Saturday and Sunday lie ahead, Monday and Tuesday behind."""
    chat.forward(days=2)
    assert not planned(chat, chat.desk.today)
    return chat


def planned(chat: Chat, day: dt.date) -> tuple[Session, ...]:
    return training_of(chat.desk).sessions_on(day)


def skipped(chat: Chat) -> list[tuple[dt.date, str | None]]:
    assert all(log.status == "skipped" for log in chat.logs)
    return [(log.date, log.kind) for log in chat.logs]


@pytest.mark.parametrize(
    "words",
    ["skip thursday", "skipping thursday's run", "can't do thursday", "Thursday is out", "won't make it on thursday",
     "cancel thursday", "gonna skip Thursday, too busy", "no run on thursday"],
)  # fmt: skip
def test_a_day_still_to_come_this_week_is_left_out_ahead(wednesday: Chat, words: str) -> None:
    wednesday.says(words)
    assert {day for day, _ in skipped(wednesday)} == {THU}
    assert "skipped" in wednesday.text


@pytest.mark.parametrize("words", ["skipped tuesday", "missed tuesday's run", "couldn't run tuesday", "skip tuesday"])
def test_what_is_over_is_looked_for_behind(wednesday: Chat, words: str) -> None:
    wednesday.says(words)
    assert {day for day, _ in skipped(wednesday)} == {TUE}


def test_undo_right_after_takes_it_back_and_the_week_is_as_before(wednesday: Chat) -> None:
    before = planned(wednesday, THU)
    wednesday.says("skip thursday")
    wednesday.says("undo")
    assert not wednesday.logs
    assert planned(wednesday, THU) == before
    wednesday.says("my week")
    assert "skipped" not in wednesday.text


def test_the_week_shows_what_will_be_left_out_and_nothing_asks_for_it(wednesday: Chat) -> None:
    wednesday.says("skip thursday")
    wednesday.says("my week")
    assert "skipped" in wednesday.text
    wednesday.says("when is my next run?")
    assert "Sat 5 Dec" in wednesday.text
    wednesday.forward(days=1)
    wednesday.prompted()
    assert not wednesday.heard


def test_of_two_sessions_of_a_day_the_one_not_left_out_is_asked_for(chat: Chat) -> None:
    day = next(
        day for n in range(1, 13)
        if len(planned(chat, day := chat.desk.today + dt.timedelta(days=n))) == 2
    )  # fmt: skip
    first, second = planned(chat, day)
    name = "strength" if first.kind is SessionKind.STRENGTH else "run"
    chat.says(f"skip my {name} on {day.day} dec")
    assert skipped(chat) == [(day, first.kind)]
    chat.forward(days=(day - chat.desk.today).days)
    row = chat.prompted()
    assert [session["kind"] for session in row.sessions] == [second.kind]


@pytest.mark.parametrize("words", ["skip the long run", "can't do my long run", "cancel the long run", "skip long run"])
def test_a_session_named_without_a_day_is_the_next_of_its_kind(wednesday: Chat, words: str) -> None:
    wednesday.says(words)
    assert skipped(wednesday) == [(SUN, SessionKind.LONG_RUN)]


def test_a_missed_session_named_without_a_day_is_the_last_of_its_kind(chat: Chat) -> None:
    chat.forward(days=8)
    chat.says("missed my long run")
    assert skipped(chat) == [(SUN, SessionKind.LONG_RUN)]


def test_skip_today_is_all_of_today(chat: Chat) -> None:
    chat.says("skip today")
    assert skipped(chat) == [(MON, session.kind) for session in planned(chat, MON)]


@pytest.mark.parametrize("words", ["skip tomorrow", "cancel tomorrow's session"])
def test_skip_tomorrow_is_tomorrow(chat: Chat, words: str) -> None:
    chat.says(words)
    assert skipped(chat) == [(TUE, session.kind) for session in planned(chat, TUE)]


@pytest.mark.parametrize("words", ["cancel my workout", "cancel today's run", "Cancel my run"])
def test_cancel_leaves_out_what_is_open_today(chat: Chat, words: str) -> None:
    chat.to_a_lone_run()
    chat.says(words)
    assert skipped(chat) == [(chat.desk.today, planned(chat, chat.desk.today)[0].kind)]


def test_where_nothing_is_open_the_next_session_is_named_and_nothing_logged(wednesday: Chat) -> None:
    wednesday.says("cancel my workout")
    assert not wednesday.logs
    assert "skip thursday" in wednesday.text


def test_a_day_already_left_out_is_not_left_out_twice(wednesday: Chat) -> None:
    wednesday.says("skip thursday")
    wednesday.says("skip thursday")
    assert len({day for day, _ in skipped(wednesday)}) <= 2
    assert len(wednesday.logs) == len(set(skipped(wednesday)))


def test_what_was_left_out_ahead_counts_on_its_day_and_is_no_mistake(wednesday: Chat) -> None:
    wednesday.says("skip thursday")
    assert not [notice for notice in training_of(wednesday.desk).plan.warnings if notice.code == "future_entries"]
    wednesday.forward(days=2)
    assert skipped(wednesday)[0][0] == THU
    assert training_of(wednesday.desk).skipped(MON)[THU]


def test_what_was_not_planned_and_left_out_for_a_deed_is_not_asked_after(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.says("too windy to bike, ran 4k")
    assert [log.status for log in chat.logs] == ["done"]
    assert "nothing to skip" not in chat.text


@pytest.mark.parametrize(
    ("after", "rpe"), [("done", None), ("done, effort 4", 4), ("ran 25 min after all, effort 4", 4)]
)
def test_what_was_skipped_and_then_done_is_done(chat: Chat, after: str, rpe: int | None) -> None:
    """One log says so, the one that said it was skipped; undo puts the skip back."""
    chat.to_a_lone_run()
    chat.says("skip today, too busy")
    chat.says(after)
    (log,) = chat.logs
    assert (log.status, log.reason, log.planned, log.rpe) == ("done", None, True, rpe)
    assert log.minutes is not None
    chat.says("undo")
    assert [(log.status, log.reason) for log in chat.logs] == [("skipped", "busy")]


def test_a_reply_to_the_prompt_takes_a_skip_up_too(chat: Chat) -> None:
    chat.to_a_lone_run()
    prompt = chat.prompted()
    chat.says("skip today")
    chat.says("done", reply_to=chat.message_about(f"prompt:{prompt.id}"))
    assert [log.status for log in chat.logs] == ["done"]


def test_something_else_done_leaves_the_skip(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.says("skip today")
    chat.says("30 min bike ride")
    assert [log.status for log in chat.logs] == ["skipped", "done"]


@pytest.mark.parametrize("words", ["can't do thu and sat next week", "skip thursday next week"])
def test_a_day_of_next_week_leaves_this_week_alone(wednesday: Chat, words: str) -> None:
    wednesday.says(words)
    assert not wednesday.logs
    assert planned(wednesday, THU)
