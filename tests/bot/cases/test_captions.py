"""The words under a file belong to its log, and an edit of them edits it; so does another file in its place."""

from dataclasses import replace

import pytest
from sqlmodel import select

from bot.cases.taking import take
from bot.incoming import Filed
from storage.measurements import measurements_of
from storage.tables import FileState, Log, Saying
from tests.bot.cases.chat import Chat
from tests.bot.cases.mailing import Post, a_run


@pytest.fixture
def post(chat: Chat) -> Post:
    return Post(chat)


def only_log(chat: Chat) -> Log:
    (log,) = [log for log in chat.logs if log.status is not None]
    return log


def test_an_edited_caption_edits_the_log_of_its_file(chat: Chat, post: Post) -> None:
    filed = post.sends("effort 6")
    post.is_read(filed, a_run(chat))
    post.edits(filed, "effort 4, new shoes")
    log = only_log(chat)
    assert (log.rpe, log.note) == (4, "effort 4, new shoes")
    assert "effort 4" in chat.text


@pytest.mark.parametrize(
    ("words", "effort"),
    [
        ("with Ben and Eve, felt hard", 7),
        ("new shoes, hard", 7),
        ("see you tomorrow", None),
        ("long run with the club, 4", 4),
        ("felt good. 5", 5),
        ("great, 8!", 8),
    ],
)
def test_an_effort_among_other_words_under_a_file_is_heard(
    chat: Chat, post: Post, words: str, effort: int | None
) -> None:
    post.is_read(post.sends(words), a_run(chat))
    assert (only_log(chat).rpe, only_log(chat).note) == (effort, words)


def test_a_caption_added_later_is_heard(chat: Chat, post: Post) -> None:
    filed = post.sends()
    post.is_read(filed, a_run(chat))
    post.edits(filed, "effort 7, left knee 2/10")
    log = only_log(chat)
    assert (log.rpe, log.pain_area, log.pain_level) == (7, "knee", 2)


def test_pain_that_an_edit_takes_back_is_gone_and_the_effort_stays(chat: Chat, post: Post) -> None:
    filed = post.sends("effort 6, left knee 5/10")
    post.is_read(filed, a_run(chat))
    assert only_log(chat).pain_level == 5
    post.edits(filed, "all good, lovely morning")
    log = only_log(chat)
    assert (log.rpe, log.pain_area, log.pain_level) == (6, None, None)


def test_pain_that_was_written_into_the_card_by_hand_survives_an_edit_of_the_caption(chat: Chat, post: Post) -> None:
    filed = post.sends("effort 6")
    post.is_read(filed, a_run(chat))
    chat.taps("Edit")
    chat.taps("Pain")
    chat.says("shin 2")
    post.edits(filed, "effort 5")
    log = only_log(chat)
    assert (log.rpe, log.pain_area, log.pain_level) == (5, "shin", 2)


def test_pain_added_by_an_edit_changes_the_plan(chat: Chat, post: Post) -> None:
    filed = post.sends("effort 4")
    post.is_read(filed, a_run(chat))
    post.edits(filed, "effort 4, left knee 5/10")
    assert chat.receipts


def test_an_illness_taken_out_of_a_caption_is_no_longer_in_the_log(chat: Chat, post: Post) -> None:
    filed = post.sends("I have a fever")
    assert any(log.symptoms for log in chat.logs)
    post.edits(filed, "I have new shoes")
    assert not any(log.symptoms for log in chat.logs)


def test_a_caption_edited_before_its_file_is_read_is_heard_once_it_is(chat: Chat, post: Post) -> None:
    filed = post.sends("effort 6")
    post.edits(filed, "effort 3")
    post.is_read(filed, a_run(chat))
    assert only_log(chat).rpe == 3


def test_the_words_of_an_edited_caption_are_kept_as_they_are_now(chat: Chat, post: Post) -> None:
    filed = post.sends("effort 6")
    post.edits(filed, "effort 3")
    assert chat.desk.session.exec(select(Saying.text)).all() == ["effort 3"]


def test_a_weight_under_a_file_is_kept_and_an_edit_replaces_it(chat: Chat, post: Post) -> None:
    filed = post.sends("weight 71.5 kg")
    post.edits(filed, "weight 70.5 kg")
    kept = measurements_of(chat.desk.session, chat.desk.athlete_id, "weight_kg")
    assert [value for _, value in kept] == [70.5]


def test_the_words_under_a_file_that_is_known_already_are_not_lost(chat: Chat, post: Post) -> None:
    run = a_run(chat)
    post.is_read(post.sends(), run)
    post.is_read(post.sends("effort 8"), run)
    assert only_log(chat).rpe == 8
    assert "effort 8" in chat.text


def test_another_file_in_the_same_message_takes_the_place_of_the_first(chat: Chat, post: Post) -> None:
    filed = post.sends("effort 6")
    first = post.is_read(filed, a_run(chat, 30))
    post.edits(filed, "effort 6", file_id="other", name="right.fit", size=2_000)
    assert post.row(filed).state == FileState.WAITING
    second = post.is_read(filed, a_run(chat, 50, days=1))
    log = only_log(chat)
    assert first is not None
    assert second is not None
    assert first.id == second.id == log.id
    assert (log.minutes, log.rpe) == (50, 6)
    assert (chat.desk.today - log.date).days == 1


def test_a_file_in_the_first_one_s_place_that_cannot_be_used_changes_nothing(chat: Chat, post: Post) -> None:
    filed = post.sends()
    post.is_read(filed, a_run(chat, 30))
    post.edits(filed, "", file_id="other", name="plan.pdf", size=2_000)
    post.is_read(filed, reason="pdf")
    assert only_log(chat).minutes == 30
    assert "PDF" in chat.text


def test_a_caption_of_a_deleted_log_brings_nothing_back(chat: Chat, post: Post) -> None:
    filed = post.sends("effort 6")
    post.is_read(filed, a_run(chat))
    chat.taps("Delete")
    post.edits(filed, "effort 4")
    assert chat.logs == []


def test_a_run_told_under_a_file_of_no_use_is_logged_from_its_words(chat: Chat, post: Post) -> None:
    filed = post.sends("ran 5k in 31:20, effort 6, left knee 2/10")
    assert chat.logs == []
    post.is_read(filed, reason="broken")
    log = only_log(chat)
    assert (log.distance_m, log.minutes, log.rpe, log.pain_level) == (5000, pytest.approx(31.33, abs=0.01), 6, 2)


def test_an_edit_of_the_words_under_a_file_of_no_use_edits_what_they_logged(chat: Chat, post: Post) -> None:
    filed = post.sends("ran 5k in 31:20, effort 6")
    post.is_read(filed, reason="broken")
    post.edits(filed, "ran 6k in 37:00, effort 7")
    log = only_log(chat)
    assert (log.distance_m, log.minutes, log.rpe) == (6000, 37, 7)
    post.edits(filed, "what a lovely morning")
    assert chat.logs == []


@pytest.mark.parametrize("words", ["morning run", "effort 4", "so tired"])
def test_words_that_tell_no_figures_of_an_activity_log_nothing_without_the_file(
    chat: Chat, post: Post, words: str
) -> None:
    post.is_read(post.sends(words), reason="broken")
    assert chat.logs == []


def test_another_file_in_place_of_a_twin_leaves_the_log_of_the_first_as_it_is(chat: Chat, post: Post) -> None:
    run = a_run(chat, 30)
    first = post.is_read(post.sends(), run)
    again = post.sends()
    post.is_read(again, run)
    post.edits(again, "", file_id="other", name="right.fit", size=2_000)
    second = post.is_read(again, a_run(chat, 50, days=1))
    assert first is not None
    assert second is not None
    assert [(log.id, log.minutes) for log in chat.logs] == [(first.id, 30), (second.id, 50)]


def test_a_file_in_place_of_one_of_no_use_takes_over_what_the_words_under_it_logged(chat: Chat, post: Post) -> None:
    filed = post.sends("ran 5k in 31:20, effort 6")
    post.is_read(filed, reason="broken")
    post.edits(filed, filed.caption, file_id="other", name="right.fit", size=2_000)
    post.is_read(filed, a_run(chat, 50))
    log = only_log(chat)
    assert (log.minutes, log.rpe) == (50, 6)


def test_words_under_a_file_of_no_use_are_not_logged_beside_the_log_of_the_file_before_it(
    chat: Chat, post: Post
) -> None:
    filed = post.sends("ran 5k in 31:20, effort 6")
    post.is_read(filed, a_run(chat, 50))
    post.edits(filed, filed.caption, file_id="other", name="plan.pdf", size=2_000)
    post.is_read(filed, reason="pdf")
    assert only_log(chat).minutes == 50


def test_a_file_too_big_in_place_of_the_first_is_refused_aloud_and_changes_nothing(chat: Chat, post: Post) -> None:
    filed = post.sends("effort 6")
    post.is_read(filed, a_run(chat, 30))
    post.edits(filed, "effort 6", file_id="other", name="huge.gpx", size=30 * 1024 * 1024)
    assert "too big" in chat.text
    assert (post.row(filed).state, only_log(chat).minutes) == (FileState.REFUSED, 30)


def test_a_refusal_says_no_more_than_that_where_the_words_under_it_are_logged(chat: Chat, post: Post) -> None:
    post.is_read(post.sends("ran 5k in 31:20, effort 6"), reason="broken")
    refusal, card = chat.heard[:2]
    assert refusal == "I can’t use this file (damaged, or it ends in the middle), so I go by your words under it:"
    assert "5 km" in card


def test_the_words_under_a_twin_stand_beside_the_first_note(chat: Chat, post: Post) -> None:
    run = a_run(chat)
    post.is_read(post.sends("along the river"), run)
    twin = post.sends("with Ben")
    post.is_read(twin, run)
    assert only_log(chat).note == "along the river\nwith Ben"
    post.edits(twin, "with Ben and Eve")
    assert only_log(chat).note == "along the river\nwith Ben and Eve"
    post.edits(twin, "")
    assert only_log(chat).note == "along the river"


def test_a_note_written_by_hand_survives_an_edit_of_the_caption(chat: Chat, post: Post) -> None:
    filed = post.sends("effort 6")
    post.is_read(filed, a_run(chat))
    chat.taps("Edit")
    chat.taps("Note")
    chat.says("saw a fox")
    post.edits(filed, "effort 5")
    assert only_log(chat).note == "saw a fox\neffort 5"


def test_an_effort_after_a_refused_file_goes_to_no_other_session(chat: Chat, post: Post) -> None:
    chat.says("ran 5k in 31:00")
    post.is_read(post.sends(), reason="broken")
    chat.says("8")
    assert only_log(chat).rpe is None
    assert "5k in 31:20, effort 8" in chat.text
    card = chat.message_about(f"log:{only_log(chat).id}")
    chat.says("6", reply_to=card)
    assert only_log(chat).rpe == 6


def test_words_after_a_refused_file_still_answer_todays_prompt(chat: Chat, post: Post) -> None:
    chat.to_a_lone_run()
    chat.prompted()
    post.is_read(post.sends(), reason="broken")
    chat.says("shorter")
    assert "Short on time?" in chat.text


@pytest.mark.parametrize("size", [0, 30 * 1024 * 1024])
def test_the_words_under_a_file_too_big_or_empty_are_logged_once(chat: Chat, size: int) -> None:
    filed = Filed(6_000, "file", "run.fit", size, None, "ran 5k in 31:20, effort 6", None)
    take(chat.desk, filed)
    assert only_log(chat).distance_m == 5000
    take(chat.desk, replace(filed, caption="ran 6k in 37:00, effort 6", edited=True))
    assert only_log(chat).distance_m == 6000


def test_an_edited_weight_is_not_counted_twice(chat: Chat) -> None:
    message = chat.says("weight 71.5 kg")
    chat.says("weight 70.5 kg", edits=message)
    kept = measurements_of(chat.desk.session, chat.desk.athlete_id, "weight_kg")
    assert [value for _, value in kept] == [70.5]


def test_another_file_of_the_same_name_and_size_is_noticed(chat: Chat, post: Post) -> None:
    filed = post.sends()
    post.is_read(filed, a_run(chat, 30))
    again = post.replaces(filed, "other")
    assert post.row(filed).state == FileState.WAITING
    post.is_read(again, a_run(chat, 50))
    assert only_log(chat).minutes == 50


def test_the_same_file_under_other_words_is_not_read_again(chat: Chat, post: Post) -> None:
    filed = post.sends()
    post.is_read(filed, a_run(chat, 30))
    post.edits(filed, "effort 6", file_id="the same by another id")
    assert post.row(filed).state == FileState.LOGGED


def test_a_file_replaced_by_one_that_another_log_has_leaves_no_log_of_the_first(chat: Chat, post: Post) -> None:
    kept, wrong = a_run(chat, 30), a_run(chat, 50, days=1)
    first = post.is_read(post.sends(), kept)
    filed = post.sends()
    post.is_read(filed, wrong)
    assert len(chat.logs) == 2
    post.is_read(post.replaces(filed, "other"), kept)
    assert first is not None
    assert [log.id for log in chat.logs] == [first.id]
    assert "no longer counts" in chat.text


@pytest.mark.parametrize("words", ["7", "effort 7", "felt hard"])
def test_an_effort_told_while_a_file_is_still_being_read_is_the_effort_of_its_log(
    chat: Chat, post: Post, words: str
) -> None:
    filed = post.sends("with Ben")
    chat.says(words)
    assert "Effort 7, for the file" in chat.text
    post.is_read(filed, a_run(chat))
    log = only_log(chat)
    assert log.rpe == 7
    assert (log.note or "").startswith("with Ben")


def test_a_distance_of_a_file_that_is_put_right_changes_the_pace_and_drops_what_contradicts_it(
    chat: Chat, post: Post
) -> None:
    post.is_read(post.sends("effort 4"), a_run(chat, 30))
    assert "Each km: 5:57" in chat.text
    chat.says("no i mean 4.8 miles")
    log = only_log(chat)
    assert log.distance_m == pytest.approx(7725, abs=5)
    assert log.minutes == 30
    assert "3:53/km" in chat.text
    assert "Each km" not in chat.text
    assert "left out here" in chat.text
    assert "fell out" not in chat.text
    chat.says("undo")
    assert "Each km: 5:57" in chat.text
