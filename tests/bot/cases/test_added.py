"""A heart rate told after its log goes with that log, and marks nothing else as done."""

import pytest

from coach.session import SessionKind
from tests.bot.cases.chat import Chat


@pytest.mark.parametrize("words", ["hr 152", "avg hr 152 bpm", "heart rate was 152", "152 bpm"])
def test_a_heart_rate_right_after_a_card_is_that_run_s(chat: Chat, words: str) -> None:
    chat.says("ran 5k in 31:20")
    chat.says(words)
    assert [(log.distance_m, log.avg_hr) for log in chat.logs] == [(5000, 152)]
    assert "heart rate 152" in chat.text


def test_a_heart_rate_after_a_run_does_not_tick_off_the_strength_of_the_day(chat: Chat) -> None:
    chat.says("ran 5k in 31:20, effort 6")
    chat.says("weight 64.5")
    chat.says("hr 148")
    assert [(log.kind == SessionKind.STRENGTH, log.avg_hr) for log in chat.logs] == [(False, 148)]


def test_of_a_run_and_a_walk_told_together_the_heart_rate_is_the_run_s(chat: Chat) -> None:
    chat.says("ran 5k in 31:20, effort 8. also walked 30 min")
    chat.says("hr 152")
    assert [(log.activity, log.avg_hr) for log in chat.logs] == [("run", 152), ("walk", None)]


def test_a_heart_rate_and_an_effort_told_together_are_both_the_log_s(chat: Chat) -> None:
    chat.says("ran 5k in 31:20")
    chat.says("hr 152, effort 6")
    assert [(log.avg_hr, log.rpe) for log in chat.logs] == [(152, 6)]


def test_the_newest_log_takes_the_heart_rate_unless_it_was_left_out_or_told_long_ago(chat: Chat) -> None:
    chat.says("ran 5k in 31:20")
    chat.says("walked 20 min, effort 1")
    chat.says("hr 101")
    assert [log.avg_hr for log in chat.logs] == [None, 101]
    chat.forward(hours=4)
    chat.says("hr 152")
    assert [log.avg_hr for log in chat.logs[:2]] == [None, 101]


def test_what_says_more_than_a_heart_rate_is_a_log_of_its_own(chat: Chat) -> None:
    chat.says("ran 5k in 31:20")
    chat.says("cycled 40 min, hr 120")
    assert [(log.activity, log.avg_hr) for log in chat.logs] == [("run", None), ("cycling", 120)]


def test_undo_takes_the_heart_rate_back(chat: Chat) -> None:
    chat.says("ran 5k in 31:20, effort 6")
    chat.says("hr 152")
    chat.says("undo")
    assert [(log.distance_m, log.avg_hr) for log in chat.logs] == [(5000, None)]
