"""A question for leave is answered with what would happen and a button; only the button, or *yes*, does it."""

import datetime as dt

import pytest

from storage.tables import PromptKind
from tests.bot.cases.chat import Chat

THURSDAY = dt.date(2026, 12, 3)


@pytest.fixture
def tuesday(chat: Chat) -> Chat:
    """The day before a rest day, with one run."""
    chat.forward(days=1)
    return chat


@pytest.mark.parametrize(
    ("words", "day", "kind"),
    [("can i skip today?", 1, "hill_run"), ("can i cancel thursday's run?", 3, "easy_run"),
     ("is it ok to skip the long run", 6, "long_run"), ("what if i miss saturday?", 5, "easy_run"),
     ("Hi coach, could I leave out today’s hills?", 1, "hill_run"),
     ("would it be bad if i dropped thursday's run?", 3, "easy_run"),
     ("may i skip strength on thursday?", 3, "strength")],
)  # fmt: skip
def test_asking_leaves_nothing_out_and_the_button_does(tuesday: Chat, words: str, day: int, kind: str) -> None:
    tuesday.says(words)
    assert tuesday.logs == []
    assert "would be left out" in tuesday.text
    tuesday.taps("Leave it out")
    assert [(log.date.day, log.kind, log.status) for log in tuesday.logs] == [(day, kind, "skipped")]


@pytest.mark.parametrize(("answer", "left"), [("yes", 1), ("skip it", 1), ("no", 0), ("keep it", 0)])
def test_words_answer_it_too(tuesday: Chat, answer: str, left: int) -> None:
    tuesday.prompted()
    tuesday.says("can i skip today?")
    tuesday.says(answer)
    assert len(tuesday.logs) == left


def test_keep_it_keeps_it_and_undo_takes_a_skip_back(tuesday: Chat) -> None:
    tuesday.says("can i skip today?")
    tuesday.taps("Keep it")
    assert "stays in the plan" in tuesday.text
    tuesday.says("can i skip today?")
    tuesday.says("yes")
    tuesday.says("undo")
    assert tuesday.logs == []


def test_the_answer_is_told_before_as_it_comes_afterwards(tuesday: Chat) -> None:
    tuesday.says("can i skip today?")
    assert "stay as they are" in tuesday.text
    tuesday.taps("Leave it out")
    assert "Your plan has changed" not in tuesday.text


def test_what_was_meant_on_its_day_is_left_out_a_day_later(tuesday: Chat) -> None:
    tuesday.says("can i cancel thursday's run?")
    tuesday.forward(days=1)
    tuesday.taps("Leave it out")
    assert [log.date for log in tuesday.logs] == [THURSDAY]


def test_a_second_tap_leaves_nothing_more_out(tuesday: Chat) -> None:
    tuesday.says("can i skip today?")
    data, shown = tuesday.buttons["Leave it out"]
    tuesday.taps_data(data, shown)
    tuesday.taps_data(data, shown)
    assert len(tuesday.logs) == 1


def test_nothing_planned_there_is_said(tuesday: Chat) -> None:
    tuesday.says("can i skip friday?")
    assert "nothing to skip" in tuesday.text
    assert "Leave it out" not in tuesday.buttons


@pytest.mark.parametrize(
    "words", ["can i skip a day?", "is it ok to miss runs when i travel?", "can i skip the warm-up?"]
)
def test_a_question_in_general_gets_a_general_answer(tuesday: Chat, words: str) -> None:
    tuesday.says(words)
    assert "Leave it out" not in tuesday.buttons
    assert tuesday.logs == []


def test_asking_to_move_shows_what_would_go_where_first(tuesday: Chat) -> None:
    tuesday.says("could i move thursday's run to friday?")
    assert "from Thu 3 Dec to Fri 4 Dec" in tuesday.text
    assert "Undo the move" not in tuesday.buttons
    tuesday.taps("Move it")
    assert "Moved to Fri 4 Dec" in tuesday.text
    tuesday.says("undo")
    assert "Back where it was" in tuesday.text


def test_telling_to_move_does_it_at_once(tuesday: Chat) -> None:
    tuesday.says("move thursday's run to friday please")
    assert "Moved to Fri 4 Dec" in tuesday.text


@pytest.mark.parametrize("prompted", [False, True])
def test_a_limit_is_first_one_of_today_and_for_good_with_a_tap(tuesday: Chat, *, prompted: bool) -> None:
    if prompted:
        tuesday.prompted(PromptKind.DAILY)
        tuesday.says("ran 2k yesterday in 15 min, effort 2")
    tuesday.says("i can only do 20 mins")
    assert "20 min: Hill repeats" in tuesday.text
    assert "Shall I change it?" not in tuesday.text
    tuesday.taps("20 min every day from now on")
    assert "Shall I change it?" in tuesday.text
    tuesday.taps("Yes, change it")
    assert tuesday.desk.owner.profile["max_minutes"] == {"weekday": 20, "weekend": 20}


def test_the_shorter_size_of_a_prompt_can_be_done_by_a_tap(tuesday: Chat) -> None:
    tuesday.prompted()
    tuesday.says("ran 2k yesterday in 15 min, effort 2")
    tuesday.says("only got 20 min")
    tuesday.taps("Done ✓")
    assert [(log.minutes, log.status) for log in tuesday.logs][-1] == (20.0, "partial")


@pytest.mark.parametrize("words", ["i can only do 20 mins on weekdays", "from now on i can only do 20 min"])
def test_a_limit_of_other_days_is_a_setting_as_ever(tuesday: Chat, words: str) -> None:
    tuesday.says(words)
    assert "Shall I change it?" in tuesday.text


def test_a_limit_from_now_on_is_none_of_today_under_a_prompt_either(tuesday: Chat) -> None:
    tuesday.prompted()
    tuesday.says("from now on i can only do 20 min")
    assert "Shall I change it?" in tuesday.text


def test_a_limit_on_a_day_of_rest_is_a_setting(tuesday: Chat) -> None:
    tuesday.forward(days=1)
    tuesday.says("i can only do 20 mins")
    assert "Shall I change it?" in tuesday.text
