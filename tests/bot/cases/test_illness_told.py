"""What an illness is answered with: walking with a cold, and how long running waits after a fever (C5)."""

import pytest

from bot.cases import today
from tests.bot.cases.chat import Chat


def test_whoever_has_a_cold_and_asks_to_walk_hears_whether_they_may(chat: Chat) -> None:
    chat.says("i have a cold, can i walk tomorrow?")
    assert "a slow walk in fresh air is fine" in chat.text


@pytest.mark.parametrize("said", ["fever 38.5 since yesterday", "i have a chest infection", "stomach flu"])
def test_after_a_fever_the_days_that_running_waits_are_said(chat: Chat, said: str) -> None:
    chat.says(said)
    assert "at least ten days, and until you’ve been free of every sign for seven" in chat.text
    assert "a slow walk in fresh air" not in chat.text


def test_the_card_compares_with_the_plan_without_a_verdict(chat: Chat) -> None:
    chat.forward(days=1)
    chat.says("ran 15 min, effort 3")
    assert "The plan had" in chat.text
    assert "ess than" not in chat.text


def test_the_longest_run_so_far_is_not_one_shorter_than_what_was_told_at_the_start(chat: Chat) -> None:
    chat.desk.owner.profile = {**chat.desk.owner.profile, "longest_run_m": 15_000}
    for said in ("ran 3k in 20 min, effort 3", "ran 3k in 20 min, effort 3", "ran 3k in 20 min, effort 3"):
        chat.forward(days=2)
        chat.says(said)
    chat.to_a_lone_run()
    chat.says("ran 5k in 33 min, effort 3")
    assert "longest run so far" not in chat.text


def test_what_was_skipped_of_two_sessions_is_not_ticked_as_done(chat: Chat) -> None:
    chat.prompted()
    chat.says("skip strength")
    chat.taps("Shorter")
    chat.taps("‹ Back")
    assert "Strength A: squats and more · 20 min, skipped" in chat.text
    assert "✓ Strength" not in chat.text


def test_who_is_well_again_is_not_called_ill_while_running_still_waits(chat: Chat) -> None:
    chat.forward(days=1)
    chat.says("still coughing a bit, no fever")
    today.today(chat.desk)
    chat._listen()
    assert "You are ill" in chat.text
    assert "I’m well again" in chat.buttons
    chat.forward(days=2)
    chat.says("feeling fine since yesterday")
    for said in ("should i run today", "can i run 5k tomorrow", "ran 4k"):
        chat.says(said)
        assert "You are ill" not in chat.text
        assert "the first run is on Sat 12 Dec" in chat.text


def test_an_illness_that_comes_back_is_one_again(chat: Chat) -> None:
    chat.says("still coughing a bit, no fever")
    chat.forward(days=2)
    chat.says("feeling fine since yesterday")
    chat.forward(days=1)
    chat.says("cough is back")
    chat.says("should i run today")
    assert "well again, and running" not in chat.text


@pytest.mark.parametrize("trained", [0, 1])
def test_a_week_with_an_illness_and_nothing_left_in_it_reads_as_time_off(chat: Chat, trained: int) -> None:
    for _ in range(trained):
        chat.prompted()
        chat.taps(next(label for label in chat.buttons if label.startswith("Done")))
        chat.forward(days=1)
    chat.says("i have a fever")
    chat.says("/week")
    assert "time off: health first" in chat.text
    chat.taps("Next week ›")
    assert "easing back in" in chat.text
