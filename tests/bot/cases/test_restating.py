"""Words that put right what was said last change that log and make no second one; *undo* takes them back."""

import datetime as dt

import pytest

from bot.cases.undo import undo_by_words
from coach.phrases import phrase
from coach.plan import Change
from storage.measurements import measurements_of
from storage.plans import keep_receipts
from tests.bot.cases.chat import Chat
from tests.bot.cases.mailing import Post, a_run


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
        ("that's wrong, it was 5.4", "distance_m", 5400),
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


@pytest.mark.parametrize(
    ("first", "then", "told"),
    [
        ("walked 2k in 25 min", "i did 5k in 30 min", [("walk", 2000, 25.0), ("run", 5000, 30.0)]),
        ("ran 5k in 30 min", "i did 30 min yoga", [("run", 5000, 30.0), ("other", None, 30.0)]),
    ],
)
def test_i_did_tells_of_another_activity(
    chat: Chat, first: str, then: str, told: list[tuple[str, int | None, float]]
) -> None:
    chat.says(first)
    chat.forward(hours=1)
    chat.says(then)
    assert [(log.activity, log.distance_m, log.minutes) for log in chat.logs] == told


def test_i_did_it_yesterday_moves_no_log_of_today(chat: Chat) -> None:
    chat.says("ran 5k in 30 min")
    chat.says("i did 5k yesterday")
    assert [(chat.desk.today - log.date).days for log in chat.logs] == [0, 1]


def test_no_10k_today_changes_no_run_and_makes_none(chat: Chat) -> None:
    chat.says("ran 5k in 30 min")
    chat.says("no 10k today")
    assert [log.distance_m for log in chat.logs if log.status == "done"] == [5000]


def test_the_run_is_meant_where_strength_was_logged_last(chat: Chat) -> None:
    chat.says("ran 5k in 30 min")
    chat.says("strength 30 min")
    chat.says("i mean the run was 5.5k")
    assert [(log.activity, log.distance_m, log.minutes) for log in chat.logs] == [
        ("run", 5500, 30.0),
        ("strength", None, 30.0),
    ]


def test_strength_becomes_no_run_because_a_run_is_pointed_at(chat: Chat) -> None:
    chat.says("strength 30 min")
    chat.says("i mean the run was 5.5k")
    assert (chat.logs[0].activity, chat.logs[0].distance_m) == ("strength", None)


@pytest.mark.parametrize(
    ("before", "words", "field", "value"),
    [
        ("ran 5k in 31:20, effort 4", "no i mean 4.8 miles", "distance_m", 7725),
        ("ran 5k in 31:20, effort 4", "sorry 4.8k", "distance_m", 4800),
        ("ran 5k in 31:20, effort 4", "actually it was 31:40", "minutes", 31.67),
        ("ran 4.2k in 31:20, effort 4", "it was 4.8 not 4.2", "distance_m", 4800),
    ],
)
def test_what_corrects_still_corrects_the_one_log(
    chat: Chat, before: str, words: str, field: str, value: object
) -> None:
    chat.says(before)
    chat.says(words)
    (log,) = chat.logs
    assert getattr(log, field) == value


def test_a_bare_figure_after_a_night_is_of_that_night(chat: Chat) -> None:
    chat.says("ran 5k in 30 min")
    chat.says("slept 7h")
    chat.says("sorry 7.5")
    assert [log.distance_m for log in chat.logs] == [5000]
    assert figures(chat, "sleep_h") == [7.5]
    chat.says("actually it was 31:40")
    assert [log.minutes for log in chat.logs] == [31.67]
    assert figures(chat, "sleep_h") == [7.5]


def test_an_edited_correction_corrects_the_same_log_again(chat: Chat) -> None:
    chat.says("ran 5k in 31:20, effort 4")
    message = chat.says("sorry 4.8k")
    chat.says("sorry 4.9k", edits=message)
    assert [log.distance_m for log in chat.logs] == [4900]


def test_a_correction_edited_later_leaves_what_was_told_since(chat: Chat) -> None:
    chat.says("ran 5k in 31:20, effort 4")
    message = chat.says("sorry 4.8k")
    chat.forward(hours=4)
    chat.says("walked 2k")
    chat.says("sorry 4.9k", edits=message)
    assert [log.distance_m for log in chat.logs] == [4900, 2000]


@pytest.mark.parametrize("words", ["sorry weight 70.6", "sorry 70.6", "weight 70.6"])
def test_an_edited_correction_of_a_weight_leaves_the_others(chat: Chat, words: str) -> None:
    chat.says("weight 71.2 yesterday")
    chat.says("weight 71.0")
    message = chat.says("sorry weight 70.8")
    chat.says(words, edits=message)
    assert figures(chat, "weight_kg") == [71.2, 70.6]


def test_a_log_edited_into_words_of_a_correction_stays_one_log(chat: Chat) -> None:
    chat.says("walked 2k in 25 min")
    message = chat.says("ran 5k in 30 min")
    chat.says("i mean 6k in 30 min", edits=message)
    assert [log.distance_m for log in chat.logs] == [2000, 6000]


def test_of_several_weights_only_the_one_told_last_is_put_right(chat: Chat) -> None:
    for words in ("weight 71.2 yesterday", "weight 71.0", "sorry weight 70.8"):
        chat.says(words)
    assert figures(chat, "weight_kg") == [71.2, 70.8]


def test_a_weight_of_the_evening_is_put_right_on_its_own_day_after_midnight(chat: Chat) -> None:
    chat.forward(hours=11)
    chat.says("weight 71.0")
    evening = chat.desk.today
    chat.forward(hours=2)
    chat.says("sorry weight 70.8")
    kept = measurements_of(chat.desk.session, chat.desk.athlete_id, "weight_kg")
    assert kept == ((evening, 70.8),)


def test_both_readings_of_a_girth_are_put_right_together(chat: Chat) -> None:
    chat.says("thigh 58 58.4")
    chat.says("sorry thigh 57 57.4")
    assert figures(chat, "thigh_cm") == [57, 57.4]


def figures(chat: Chat, kind: str) -> list[float]:
    """The standing figures of a kind, the oldest day first."""
    return [value for _, value in measurements_of(chat.desk.session, chat.desk.athlete_id, kind)]


def test_a_measurement_takes_the_new_figure(chat: Chat) -> None:
    chat.says("75.2 kg")
    chat.says("sorry, 72.5 kg")
    assert "72.5" in chat.text
    assert figures(chat, "weight_kg") == [72.5]


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


@pytest.mark.parametrize("first", ["walked 3k in 40 min", "ran 8k in 50 min yesterday", "strength 20 min"])
def test_that_was_after_the_card_of_a_file_corrects_the_file_s_log(chat: Chat, first: str) -> None:
    chat.forward(days=1)
    chat.says(first)
    (other,) = chat.logs
    figures = (other.distance_m, other.minutes)
    post = Post(chat)
    log = post.is_read(post.sends(), a_run(chat, hours=4))
    assert log is not None
    chat.says("that was 3 miles")
    assert (log.distance_m, other.distance_m, other.minutes) == (4828, *figures)
    assert len(chat.logs) == 2


def test_that_was_corrects_the_log_that_a_file_completed_though_another_was_told_since(chat: Chat) -> None:
    chat.forward(days=1)
    chat.says("ran 5k in 31 min, effort 4")
    chat.says("walked 3k in 40 min")
    post = Post(chat)
    log = post.is_read(post.sends(), a_run(chat, hours=4))
    assert log is not None
    chat.says("that was 3 miles")
    assert [one.distance_m for one in chat.logs] == [4828, 3000]
