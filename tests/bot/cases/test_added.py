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


@pytest.mark.parametrize(
    ("first", "then", "metres", "minutes"),
    [
        ("half marathon", "in 1:58", 21_097, 118), ("ran 10k", "52:10", 10_000, 52.17),
        ("ran 10k", "in 55", 10_000, 55), ("ran 10k", "In about 55.", 10_000, 55),
        ("ran 10k", "about 52 min", 10_000, 52), ("ran 10k", "52 min, effort 6", 10_000, 52),
        ("ran 40 min", "6.5k", 6500, 40), ("walked the dog", "for 40 min", None, 40),
    ],
)  # fmt: skip
def test_a_time_or_a_distance_told_right_after_its_log_goes_with_it(
    chat: Chat, first: str, then: str, metres: int | None, minutes: float
) -> None:
    chat.says(first)
    chat.says(then)
    (log,) = chat.logs
    assert log.minutes == minutes
    assert log.distance_m == metres or metres is None


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("ran 10k", "another 5k"), ("ran 10k in 52 min", "5k"), ("ran 10k", "walked 30 min"), ("ran 10k", "in 12 min"),
        ("ran 10k", "bike 40 min"), ("ran 40 min", "and 6.5k"), ("knee 3/10", "25 min"), ("ran 10k", "5k yesterday"),
        ("strength 30 min", "5k"), ("yoga 30 min", "5k"), ("walk done", "5k"),
    ],
)  # fmt: skip
def test_what_may_be_something_else_is_no_part_of_it(chat: Chat, first: str, then: str) -> None:
    chat.says(first)
    chat.says(then)
    assert len(chat.logs) == 2


def test_minutes_that_nobody_runs_it_in_are_not_written_into_it(chat: Chat) -> None:
    chat.says("ran 10k")
    chat.says("in 15")
    assert [(log.distance_m, log.minutes) for log in chat.logs] == [(10_000, None)]


def test_a_figure_told_hours_later_is_one_of_its_own(chat: Chat) -> None:
    chat.says("ran 10k")
    chat.forward(hours=2)
    chat.says("52 min")
    assert len(chat.logs) == 2


def test_what_was_added_can_be_taken_back(chat: Chat) -> None:
    chat.says("half marathon")
    chat.says("in 1:58")
    chat.says("undo")
    assert "1 h 58" not in chat.text
    assert chat.logs[0].distance_m == 21_097
