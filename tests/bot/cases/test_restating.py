"""Words that put right what was said last change that log and make no second one; *undo* takes them back."""

import datetime as dt

import pytest

from bot.cases.undo import undo_by_words
from coach.phrases import phrase
from coach.plan import Change
from storage.measurements import measurements_of
from storage.plans import keep_receipts
from tests.bot.cases.chat import Chat


@pytest.fixture
def ran(chat: Chat) -> Chat:
    """A chat where a run was just logged."""
    chat.says("ran 5k in 31:20, effort 4")
    return chat


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        ("no i mean 4.8 miles", "distance_m", 7725),
        ("sorry 4.8 km", "distance_m", 4800),
        ("actually it was 31:40", "minutes", 31.67),
        ("oops 6k not 5k", "distance_m", 6000),
        ("it was 33 min", "minutes", 33.0),
        ("sorry effort 6", "rpe", 6),
        ("5.2k, my bad", "distance_m", 5200),
    ],
)
def test_a_figure_is_put_right_in_the_log_made_last(ran: Chat, words: str, field: str, value: object) -> None:
    before = {name: getattr(ran.logs[0], name) for name in ("distance_m", "minutes", "rpe")}
    ran.says(words)
    (log,) = ran.logs
    assert {name: getattr(log, name) for name in before} == {**before, field: value}
    ran.says("undo")
    (log,) = ran.logs
    assert {name: getattr(log, name) for name in before} == before
    assert "Taken back" in ran.text


def test_the_day_and_the_kind_are_put_right(ran: Chat) -> None:
    today = ran.logs[0].date
    ran.says("no it was yesterday")
    assert (today - ran.logs[0].date).days == 1
    ran.says("it was today not yesterday")
    assert ran.logs[0].date == today
    ran.says("sorry it was a walk")
    assert ran.logs[0].activity == "walk"
    assert ran.logs[0].distance_m == 5000


def test_of_several_the_nearest_figure_is_put_right(chat: Chat) -> None:
    chat.says("ran 5k and walked 2k")
    chat.says("sorry 2.2k")
    assert [log.distance_m for log in chat.logs] == [5000, 2200]
    chat.says("i mean the run was 5.5k")
    assert [log.distance_m for log in chat.logs] == [5500, 2200]


def test_a_reply_to_an_older_card_puts_that_one_right(ran: Chat) -> None:
    chat = ran
    first = chat.logs[0]
    chat.says("walked 2k, effort 2")
    chat.says("actually it was 31:40", reply_to=chat.message_about(f"log:{first.id}"))
    assert [log.minutes for log in chat.logs] == [31.67, None]


def test_without_a_log_before_it_the_words_are_read_as_they_stand(chat: Chat) -> None:
    chat.says("sorry 4.8 miles")
    assert [log.distance_m for log in chat.logs] == [7725]


def test_hours_later_it_is_an_activity_of_its_own(ran: Chat) -> None:
    ran.forward(hours=4)
    ran.says("no i mean 4.8 miles")
    assert [log.distance_m for log in ran.logs] == [5000, 7725]


def test_a_figure_that_cannot_be_true_with_the_others_is_asked_about(ran: Chat) -> None:
    ran.says("sorry 50k")
    assert "nobody is that fast" in ran.text
    assert [log.distance_m for log in ran.logs] == [5000]


@pytest.mark.parametrize("words", ["walked 2k", "and 3k walk", "actually ran 5k yesterday"])
def test_another_activity_is_another_log(ran: Chat, words: str) -> None:
    ran.says(words)
    assert len(ran.logs) == 2


def test_a_measurement_takes_the_new_figure(chat: Chat) -> None:
    chat.says("75.2 kg")
    chat.says("sorry, 72.5 kg")
    assert "72.5" in chat.text
    kept = measurements_of(chat.desk.session, chat.desk.athlete_id, "weight_kg")
    assert [value for _, value in kept] == [72.5]


def test_undo_after_a_tap_on_the_effort_takes_the_effort_back(chat: Chat) -> None:
    chat.says("ran 5k in 31:20")
    chat.taps("7")
    assert chat.logs[0].rpe == 7
    chat.says("undo")
    assert [log.rpe for log in chat.logs] == [None]


def test_undo_after_the_editor_takes_the_field_back(ran: Chat) -> None:
    ran.says("edit")
    ran.says("minutes")
    ran.says("45")
    ran.says("done")
    assert ran.logs[0].minutes == 45
    ran.says("undo")
    assert ran.logs[0].minutes == 31.33


def test_undo_right_after_a_log_takes_the_log_back(chat: Chat) -> None:
    chat.says("walked 20 min, effort 2")
    assert not chat.receipts
    chat.says("undo")
    assert chat.logs == []
    chat.says("undo")
    assert len(chat.logs) == 1


def test_undo_says_the_week_once_however_many_causes_there_were(chat: Chat) -> None:
    title = phrase("title.easy")
    days = [chat.desk.today + dt.timedelta(days=ahead) for ahead in (1, 2)]
    changes = [Change("effort_too_high", "C2", day, cause=day, before=title, after=title, why=title) for day in days]
    undo_by_words(chat.desk, keep_receipts(chat.desk.session, chat.desk.athlete_id, changes, chat.desk.now))
    chat.says("thanks")
    assert sum("This is your week now" in said for said in chat.heard) == 1
    assert all(receipt.undone_at is not None for receipt in chat.receipts)
