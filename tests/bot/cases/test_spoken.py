"""Whatever a button does, its words do; and who asks how to do something is shown it."""

import pytest

from coach.profile import DistanceUnit
from tests.bot.cases.chat import Chat


@pytest.fixture
def prompted(chat: Chat) -> Chat:
    """A chat on a day that holds one run, with its prompt."""
    chat.to_a_lone_run()
    chat.prompted()
    return chat


@pytest.mark.parametrize("words", ["something hurts", "Something hurts.", "ouch", "it hurts"])
def test_something_hurts_asks_where_as_its_button_does(prompted: Chat, words: str) -> None:
    prompted.says(words)
    assert "Where" in prompted.text
    prompted.says("left knee")
    prompted.says("about a 3")
    assert [(log.pain_area, log.pain_level) for log in prompted.logs] == [("knee", 3)]


@pytest.mark.parametrize("words", ["yes", "Yes, done", "that was it", "yep that was it"])
def test_yes_in_words_logs_today_s_session(prompted: Chat, words: str) -> None:
    prompted.says("what a lovely morning")
    prompted.says(words)
    assert [(log.planned, log.status) for log in prompted.logs] == [(True, "done")]


@pytest.mark.parametrize("words", ["just a note", "no", "Nope, just a note", "it wasn't"])
def test_just_a_note_in_words_logs_nothing(prompted: Chat, words: str) -> None:
    prompted.says("what a lovely morning")
    prompted.says(words)
    assert prompted.logs == []
    assert "stays as a note" in prompted.text


def test_a_log_written_under_that_question_is_a_log(prompted: Chat) -> None:
    prompted.says("what a lovely morning")
    prompted.says("ran 5k in 31:20, effort 4")
    assert [log.distance_m for log in prompted.logs] == [5000]


@pytest.mark.parametrize("words", ["undo", "take it back", "undo that please"])
def test_undo_right_after_a_run_that_changed_the_plan_takes_the_run_back(chat: Chat, words: str) -> None:
    """A change of care is taken back with what was logged, and what was logged can be brought back."""
    chat.says("ran 5k in 31:20, effort 4, left knee 5/10")
    assert chat.receipts
    chat.says(words)
    assert "Deleted: Run" in chat.text
    assert chat.logs == []
    chat.taps("Bring it back")
    assert [log.pain_level for log in chat.logs] == [5]


def test_undo_in_words_takes_a_comfort_change_back_as_its_button_does(chat: Chat) -> None:
    for _ in range(12):
        chat.forward(days=1)
        chat.says("done, effort 9")
        if any(receipt.rule_number == "C2" for receipt in chat.receipts):
            break
    comfort = [receipt for receipt in chat.receipts if receipt.rule_number == "C2"]
    assert comfort
    chat.says("undo")
    assert all(receipt.undone_at is not None for receipt in comfort)
    assert "Taken back" in chat.text


@pytest.fixture
def corrected(chat: Chat) -> Chat:
    """A chat with a walk whose effort was tapped some minutes ago."""
    chat.says("walked 30 min")
    chat.forward(minutes=1)
    chat.says("effort 6")
    chat.forward(minutes=5)
    return chat


def test_undo_takes_back_the_log_at_hand_and_no_older_correction_of_another(corrected: Chat) -> None:
    corrected.says("did 10 min yoga")
    corrected.says("undo")
    assert [(log.activity, log.rpe) for log in corrected.logs] == [("walk", 6)]


def test_undo_under_the_changes_of_a_newer_log_takes_it_back_and_leaves_the_older_correction(corrected: Chat) -> None:
    corrected.says("ran 3k in 20 min, effort 4")
    corrected.says("undo")
    assert "Deleted: Run" in corrected.text
    assert [(log.activity, log.rpe) for log in corrected.logs] == [("walk", 6)]


def test_undo_takes_a_correction_back_that_is_newer_than_the_log_at_hand(chat: Chat) -> None:
    chat.says("walked 30 min")
    chat.forward(minutes=1)
    chat.says("effort 6")
    chat.says("undo")
    assert [(log.activity, log.rpe) for log in chat.logs] == [("walk", None)]


def test_undo_without_any_change_is_no_deed(chat: Chat) -> None:
    chat.says("undo")
    assert "Taken back" not in chat.text


@pytest.mark.parametrize(("words", "left"), [
    ("delete the second one", [5000, 3000]),
    ("delete the first", [4000, 3000]),
    ("please remove the last one", [5000, 4000]),
])  # fmt: skip
def test_one_of_several_logs_is_deleted_by_its_place(chat: Chat, words: str, left: list[int]) -> None:
    chat.says("three runs: 5k, 4k, 3k")
    chat.says(words)
    assert [log.distance_m for log in chat.logs] == left
    chat.says("undo")
    assert len(chat.logs) == 3


def test_a_place_that_is_not_there_is_asked_about(chat: Chat) -> None:
    chat.says("ran 5k in 31:20, effort 4")
    chat.says("delete the third one")
    assert len(chat.logs) == 1
    assert "/history" in chat.text


@pytest.mark.parametrize("words", ["how do i delete that", "How can I edit it?", "how to change my last run"])
def test_who_asks_how_to_change_a_log_is_told_with_its_card(chat: Chat, words: str) -> None:
    chat.says("ran 5k in 31:20, effort 4")
    chat.says(words)
    assert "Under every card" in chat.text
    assert "5 km" in chat.text
    assert len(chat.logs) == 1


@pytest.mark.parametrize(
    ("words", "units"),
    [
        ("miles pls", "mi"),
        ("Can you use miles?", "mi"),
        ("in miles please", "mi"),
        ("switch to km", "km"),
        ("can i get this in miles", "mi"),
        ("i'm american, miles please", "mi"),
        ("miles only", "mi"),
        ("i think in miles", "mi"),
        ("put it in miles not km", "mi"),
    ],
)
def test_the_units_are_changed_by_words(chat: Chat, words: str, units: str) -> None:
    chat.says(words)
    assert chat.desk.owner.profile["units"] == DistanceUnit(units)
    chat.says("ran 5k in 31:20, effort 4")
    assert ("3.1 mi" in chat.text) == (units == "mi")


@pytest.mark.parametrize(
    "words", ["ran 3 miles in 27:00", "3 miles", "miles ran 5k", "how many miles", "i run miles", "did a few miles"]
)
def test_a_distance_in_miles_changes_no_units(chat: Chat, words: str) -> None:
    chat.says(words)
    assert chat.desk.owner.profile.get("units") in {None, "km"}
