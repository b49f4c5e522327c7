"""What is told late, in words, by a file or a tap, changes the plan as if it had been told on its day."""

import datetime as dt
from collections.abc import Callable

import pytest
from sqlmodel import Session

from bot.cases.training import monday_of, training_of
from storage.tables import Log, PromptKind
from tests.bot.cases.chat import Chat
from tests.bot.cases.conftest import NOON
from tests.bot.cases.mailing import Post, a_run
from tests.bot.cases.test_editing import ahead

EVERY_DAY = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
FAR = "ran 25k in 2:30:00, effort 9"
HEAD = "Your plan has changed"
LATE = "had you told me then"


@pytest.fixture
def two(session: Session) -> tuple[Chat, Chat]:
    """Two athletes with the same answers and a session on every day, who live the same days."""
    late, then = (Chat.with_an_athlete(session, NOON, number, available_days=EVERY_DAY) for number in (7, 8))
    return late, then


def own(chat: Chat) -> list[Log]:
    """The logs of one of the two."""
    return [log for log in chat.logs if log.athlete_id == chat.desk.athlete_id]


def one_tells_at_once(late: Chat, then: Chat, words: str = FAR, days: int = 2) -> None:
    """On Tuesday one of them tells; then days go by for both, with a prompt every morning."""
    for chat in (late, then):
        chat.forward(days=1)
        chat.prompted()
    then.says(words)
    for _ in range(days):
        for chat in (late, then):
            chat.forward(days=1)
            chat.prompted()


@pytest.mark.parametrize(
    ("days", "when", "words"),
    [(1, "yesterday", FAR), (2, "on tuesday", FAR), (2, "two days ago", "40 min easy, effort 3")],
)
def test_a_run_told_late_leaves_today_and_what_follows_as_if_told_on_its_day(
    two: tuple[Chat, Chat], words: str, days: int, when: str
) -> None:
    late, then = two
    one_tells_at_once(late, then, words, days)
    late.says(f"{when}: {words}")
    assert own(late)[0].date == then.desk.today - dt.timedelta(days=days)
    assert ahead(late) == ahead(then)


def test_a_week_sent_before_a_run_was_told_is_sent_anew(two: tuple[Chat, Chat]) -> None:
    late, then = two
    one_tells_at_once(late, then, FAR, days=5)
    for chat in two:
        chat.forward(hours=6)
        chat.prompted(PromptKind.REVIEW)
    assert ahead(late) != ahead(then)
    late.says(f"tuesday: {FAR}")
    assert ahead(late) == ahead(then)


def test_one_receipt_tells_it_with_today_among_it(two: tuple[Chat, Chat]) -> None:
    late, then = two
    one_tells_at_once(late, then)
    late.says(f"tuesday: {FAR}")
    assert late.text.count(HEAD) == 1
    assert "Thu 3 Dec: Hill repeats" in late.text
    assert late.text.count("Why:") == late.text.count(LATE) == 1
    assert [label for label in late.buttons if label.startswith("Undo")] == ["Undo"]


def test_several_runs_told_late_are_one_receipt(two: tuple[Chat, Chat]) -> None:
    late, then = two
    one_tells_at_once(late, then)
    late.says("25k in 2:30:00 on tuesday and 20k in 2 hours yesterday, effort 9")
    assert len(own(late)) == 2
    assert late.text.count(HEAD) == 1


def test_nothing_is_said_where_nothing_need_change(chat: Chat) -> None:
    chat.forward(days=1)
    session = training_of(chat.desk).sessions_on(chat.desk.today)[0]
    chat.prompted()
    chat.forward(days=1)
    chat.prompted()
    before = ahead(chat)
    chat.says(f"ran {session.minutes} min yesterday, effort 4")
    assert HEAD not in chat.text
    assert ahead(chat) == before


@pytest.mark.parametrize("answer", ["ran 40 min, effort 4", "skipped today, busy"])
def test_what_was_answered_today_stays_as_it_was(two: tuple[Chat, Chat], answer: str) -> None:
    late, then = two
    one_tells_at_once(late, then)
    told = training_of(late.desk).shown(monday_of(late.desk.today))
    late.says(answer)
    late.says(f"tuesday: {FAR}")
    now = training_of(late.desk).shown(monday_of(late.desk.today))
    assert told is not None
    assert now is not None
    logged = {log.kind for log in own(late) if log.date == late.desk.today}
    assert logged
    assert [s for s in told.sessions if s.date == late.desk.today and s.kind in logged] == [
        s for s in now.sessions if s.date == late.desk.today and s.kind in logged
    ]


def test_a_run_of_today_in_the_same_message_counts_as_any(two: tuple[Chat, Chat]) -> None:
    late, then = two
    one_tells_at_once(late, then)
    late.says("ran 25k in 2:30:00 on tuesday, effort 9. today 20 min walk")
    assert [log.date.day for log in own(late)] == [1, 3]
    assert late.text.count(HEAD) == 1


def tapped(chat: Chat) -> None:
    chat.taps("Undo")


def said(chat: Chat) -> None:
    chat.says("undo")


@pytest.mark.parametrize("undo", [tapped, said])
def test_undo_takes_what_was_told_late_back_with_all_that_it_changed(
    two: tuple[Chat, Chat], undo: Callable[[Chat], None]
) -> None:
    late, then = two
    one_tells_at_once(late, then)
    before = ahead(late)
    late.says(f"tuesday: {FAR}")
    assert ahead(late) != before
    late.forward(minutes=1)
    undo(late)
    assert own(late) == []
    assert "Deleted" in late.text
    assert ahead(late) == before


@pytest.mark.parametrize("undo", [tapped, said])
def test_undo_under_the_receipt_of_a_run_takes_the_run_back(chat: Chat, undo: Callable[[Chat], None]) -> None:
    before = ahead(chat)
    chat.says(FAR)
    assert HEAD in chat.text
    chat.forward(minutes=1)
    undo(chat)
    assert chat.logs == []
    assert ahead(chat) == before


def test_undo_under_the_receipt_of_an_effort_takes_the_effort_back(chat: Chat) -> None:
    chat.says("ran 25k in 2:30:00")
    chat.forward(minutes=1)
    chat.says("effort 10")
    if HEAD in chat.text:
        chat.taps("Undo")
        assert [log.rpe for log in chat.logs] == [None]


def test_undo_under_the_receipt_of_a_pain_shows_the_report_and_deletes_nothing(chat: Chat) -> None:
    chat.says("knee pain 6/10")
    chat.taps("Undo")
    assert [log.pain_level for log in chat.logs] == [6]
    assert "it protects you" in chat.text


def test_done_tapped_a_day_late_counts_for_its_day(two: tuple[Chat, Chat]) -> None:
    late, then = two
    for chat in two:
        chat.forward(days=1)
        chat.prompted()
    then.taps("Done ✓")
    done = late.buttons["Done ✓"]
    for chat in two:
        chat.forward(days=1)
        chat.prompted()
    late.taps_data(*done)
    assert [log.date for log in own(late)] == [late.desk.today - dt.timedelta(days=1)]
    assert ahead(late) == ahead(then)


def a_file_of_tuesday(chat: Chat) -> None:
    post = Post(chat)
    post.is_read(post.sends("effort 9"), a_run(chat, 150, hours=(chat.desk.today.day - 1) * 24 + 3))


def test_a_file_of_an_earlier_day_counts_for_its_day(two: tuple[Chat, Chat]) -> None:
    late, then = two
    for chat in two:
        chat.forward(days=1)
        chat.prompted()
    a_file_of_tuesday(then)
    for chat in two:
        chat.forward(days=2)
        chat.prompted()
    before = ahead(late)
    a_file_of_tuesday(late)
    assert late.text.count(HEAD) == 1
    assert ahead(late) == ahead(then) != before
    late.taps("Undo")
    assert own(late) == []
    assert ahead(late) == before


def test_a_run_told_in_words_and_completed_by_a_file_later_is_as_if_the_file_had_come_at_first(
    two: tuple[Chat, Chat],
) -> None:
    late, then = two
    for chat in two:
        chat.forward(days=1)
        chat.prompted()
        chat.says("ran, effort 9")
    a_file_of_tuesday(then)
    for chat in two:
        chat.forward(days=2)
        chat.prompted()
    before, words = ahead(late), own(late)[0].minutes
    a_file_of_tuesday(late)
    assert len(own(late)) == 1
    assert late.text.count(HEAD) == 1
    assert ahead(late) == ahead(then) != before
    late.forward(minutes=1)
    late.taps("Undo")
    (log,) = own(late)
    assert (log.minutes, log.track, log.started_at) == (words, None, None)
    assert ahead(late) == before


def test_a_file_taken_back_can_be_sent_again(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.says("ran, effort 9")
    post = Post(chat)
    filed = post.sends()
    post.is_read(filed, a_run(chat))
    chat.forward(minutes=1)
    chat.says("undo")
    assert chat.logs[0].track is None
    again = post.sends()
    post.is_read(again, a_run(chat))
    assert "already" not in chat.text
    assert [log.track is not None for log in chat.logs] == [True]


def test_a_second_run_of_yesterday_counts_from_then_once_it_is_said_to_be_one(two: tuple[Chat, Chat]) -> None:
    late, then = two
    for chat in two:
        chat.forward(days=1)
        chat.prompted()
        chat.says("ran 12k in 70 min, effort 5")
    then.says("ran another 12k in 75 min, effort 9")
    for chat in two:
        chat.forward(days=1)
        chat.prompted()
    late.says("yesterday: ran 12k in 75 min, effort 9")
    late.taps("A second run")
    assert len(own(late)) == 2
    assert ahead(late) == ahead(then)


def test_many_files_of_days_gone_by_are_told_in_one_receipt(two: tuple[Chat, Chat]) -> None:
    late, _ = two
    for _ in range(3):
        late.forward(days=1)
        late.prompted()
    post = Post(late)
    files = [post.sends(album="a", name=f"{number}.fit") for number in range(6)]
    before = ahead(late)
    texts = []
    for number, filed in enumerate(files):
        post.is_read(filed, a_run(late, 60, hours=26 + 5 * number))
        texts.append(late.text)
    assert sum(text.count(HEAD) for text in texts) == 1
    assert LATE in texts[-1] or "outside the plan" in texts[-1]
    assert ahead(late) != before
