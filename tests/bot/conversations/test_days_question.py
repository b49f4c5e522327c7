"""Ages and days by steps: decades and years, ticks that are confirmed, days left to the coach."""

import pytest

from bot.conversations.flows import BY_KEY
from bot.conversations.question import Answer, Draft, Problem
from tests.bot.conversations.asked import WORDS, a_situation, an_athlete, tapped, typed


def test_the_age_is_tapped_by_decade_and_year() -> None:
    assert tapped("age", "d30") == Draft({"decade": 30})
    card = BY_KEY["age"].card(a_situation({"decade": 30}), WORDS)
    assert [choice.label for choice in card.choices[0]] == ["30", "31", "32", "33", "34"]
    assert tapped("age", "all", {"decade": 30}) == Draft({})


def test_under_sixteen_by_tap_is_the_same_kind_no() -> None:
    assert tapped("age", "under") == typed("age", "12") == tapped("age", "12")


def test_ticks_say_what_they_turn_to_so_that_a_double_tap_counts_once() -> None:
    once = tapped("days", "+tue", {"ticked": ["mon"]})
    assert once == Draft({"ticked": ["mon", "tue"]})
    assert tapped("days", "+tue", {"ticked": ["mon", "tue"]}) == once
    assert tapped("days", "-tue", {"ticked": ["mon", "tue"]}) == Draft({"ticked": ["mon"]})


def test_done_with_no_day_ticked_asks_again() -> None:
    assert isinstance(tapped("days", "ok", {"ticked": []}), Problem)
    assert tapped("days", "ok", {"ticked": ["tue", "sun"]}) == Answer(["tue", "sun"])


def test_a_number_of_days_is_ticked_and_left_to_be_confirmed() -> None:
    assert typed("days", "3 days a week") == Draft({"ticked": ["mon", "wed", "sat"]})


def test_changed_days_ask_for_the_long_run_again_only_where_it_fell_out() -> None:
    situation = a_situation(long_run_day="sat")
    BY_KEY["days"].save(["mon", "sat"], situation)
    assert BY_KEY["long"].known(situation.athlete)
    BY_KEY["days"].save(["mon", "tue"], situation)
    assert not BY_KEY["long"].known(situation.athlete)


def test_one_training_day_needs_no_question_about_the_long_run() -> None:
    assert not BY_KEY["long"].applies(an_athlete(available_days=["sat"]))


def test_ticks_can_be_confirmed_in_words() -> None:
    assert typed("days", "done", {"ticked": ["tue", "sun"]}) == Answer(["tue", "sun"])
    assert typed("health", "that's all", {"ticked": ["dizziness"]}) == Draft({"ticked": ["dizziness"], "doctor": True})
    assert typed("equip", "ok", {"ticked": ["band"]}) == Answer(["bodyweight", "band"])


@pytest.mark.parametrize(("text", "ticked"), [("any 3", 3), ("3-4 days", 3), ("whenever", 5), ("i don't know", 5)])
def test_days_left_to_the_coach_are_ticked_to_be_confirmed(text: str, ticked: int) -> None:
    given = typed("days", text)
    assert isinstance(given, Draft)
    assert len(given.data["ticked"]) == ticked


def test_a_decade_in_words_offers_its_years() -> None:
    assert typed("age", "early 40s") == Draft({"decade": 40})
    assert typed("age", "in my 20s") == Draft({"decade": 20})


@pytest.mark.parametrize(
    "words", ["three days, mon wed fri", "mon wed fri, 3 days a week", "three times a week: mon, wed and fri"]
)
def test_days_that_are_counted_and_named_are_those(words: str) -> None:
    assert typed("days", words) == Answer(["mon", "wed", "fri"])
