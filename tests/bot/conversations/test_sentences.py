"""Answers in whole sentences, with slips and words around them, as people type them on a phone."""

import pytest

from bot.conversations.question import Answer, Draft, Problem
from bot.conversations.typed.ages import age_answered, age_told
from bot.conversations.typed.clock import time_within
from bot.conversations.typed.days import days_within
from bot.conversations.typed.unsure import is_unsure
from tests.bot.conversations.asked import typed
from tests.builders import days

AFTER_WORK = (
    "well on tuesday and thursday I have maybe 40 minutes after work, at the weekend I have an hour or a bit more"
)


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("age", "46 as i said", 46),
        ("age", "46 but a young one", 46),
        ("age", "forty six years young lol", 46),
        ("age", "just turned fifty, can you believe it", 50),
        ("days", "tuesday thrusday and sunday work for me", ["tue", "thu", "sun"]),
        ("days", "i said tuesday, thursday and sunday", ["tue", "thu", "sun"]),
        ("days", "well monday to thursday, promise", ["mon", "tue", "wed", "thu"]),
        ("long", "yeah saturday is best", "sat"),
        ("min", "about half an hour, maybe a bit more on sundays", {"weekday": 30, "weekend": 45}),
        ("min", "half an hour in the week, an hour on sunday", {"weekday": 30, "weekend": 60}),
        ("min", "an hour on weekdays, whatever on saturday", {"weekday": 60, "weekend": 150}),
        ("min", AFTER_WORK, {"weekday": 40, "weekend": 60}),
        ("min", "at the weekend I can do 90 minutes, in the week more like 30", {"weekday": 30, "weekend": 90}),
        ("zone", "I am in Cork in Ireland", "Europe/Dublin"),
        ("time", "when i wake up, about half 7", 450),
        ("time", "half seven", 450),
        ("time", "send it at 7pm", 19 * 60),
        ("exp", "havent run since school, so thats 30 yrs ago lol", "new"),
        ("exp", "i haven't run for ten years", "new"),
        ("exp", "i jog a little, used to run marathons 20 years ago", "returning"),
    ],
)
def test_a_sentence_is_read_for_its_answer(key: str, text: str, value: object) -> None:
    assert typed(key, text) == Answer(value)


def test_days_that_a_sentence_may_exclude_are_ticked_to_be_confirmed() -> None:
    assert typed("days", "i can't do mondays and fridays, sorry") == Draft(
        {"ticked": ["tue", "wed", "thu", "sat", "sun"]}
    )


@pytest.mark.parametrize("key", ["age", "days", "long", "time", "min"])
@pytest.mark.parametrize("text", ["10k in 52 min on sunday, rpe 6", "5k in 31:20 on tuesday"])
def test_a_log_with_a_day_in_it_is_no_answer(key: str, text: str) -> None:
    assert isinstance(typed(key, text), Problem)


@pytest.mark.parametrize(
    "text",
    ["i run 20 km", "i'm 90% sure", "81 kg", "3 kids", "at 10:30", "in my 40s", "46 or 47", "5k in 30 today", "5k 34",
     "ran 5k today in 30", "40 squats today", "weight 70", "walked 45", "effort 40", "squats 3x12 40 kg"],
)  # fmt: skip
def test_other_numbers_are_no_age(text: str) -> None:
    assert age_answered(text) is None
    assert age_told(text) is None


def test_an_age_told_unasked_needs_words_that_say_so() -> None:
    assert age_told("hi, i'm anna, 46, want to run") == 46
    assert age_told("i am 46 years old") == 46
    assert age_told("46") is None
    assert age_told("i'm 46, my wife is 44 years old") is None


def test_of_two_days_alike_the_nearer_is_meant() -> None:
    assert days_within("thrusday") == (days("thu"), False)
    assert days_within("we could m or w") is None


@pytest.mark.parametrize("text", ["7 or 8", "i have kids", "6 or at 7:15, you choose", ""])
def test_two_times_or_none_are_no_time(text: str) -> None:
    assert time_within(text) is None


def test_small_words_around_do_not_make_an_unsure_answer_sure() -> None:
    assert is_unsure("no limit really")
    assert is_unsure("i have no idea, honestly") is False
    assert is_unsure("no idea, honestly")
    assert not is_unsure("i think")
