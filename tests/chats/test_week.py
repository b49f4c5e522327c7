"""A week with the coach, over HTTP: prompts at the right hour, answers by taps and words, a plan that answers back."""

from datetime import UTC, datetime

import pytest

from tests.chats.driver import HeardNothing, Person, Sandbox
from tests.chats.onboarded import a_runner
from tests.snapshots import assert_matches_snapshot


async def to(sandbox: Sandbox, day: int, hour: int, minute: int = 0, month: int = 12) -> None:
    """Move the clock to a moment in UTC, which is the athlete's own zone here."""
    await sandbox.clock_to(datetime(2026, month, day, hour, minute, tzinfo=UTC))


async def test_a_training_week_reads_like_a_coach(sandbox: Sandbox, ana: Person) -> None:
    await a_runner(ana)
    await to(sandbox, 1, 7)
    await ana.hears("Today:")
    await ana.taps("Done ✓")
    await ana.hears("How hard did it feel")
    await ana.hears("Today:")  # the prompt without its buttons
    await ana.taps("7")
    await ana.hears("effort 7")
    await to(sandbox, 3, 7)
    await ana.hears("Today:")
    await ana.taps("Shorter")
    await ana.hears("These count too")
    await ana.taps("‹ Back")
    await ana.hears("Today:")
    await ana.says("ran 25 min, effort 4, left knee 2/10")
    await ana.hears("Knee: 2 of 10")
    await ana.says("squats 3x12, plank 3x45s, rpe 6")
    await ana.hears("Squats 3 × 12")
    await to(sandbox, 6, 7)
    await ana.hears("Today:")
    await ana.says("9 km in 58:30, rpe 4, hr 142")
    await ana.hears("9 km")
    await to(sandbox, 6, 20)
    await ana.hears("Next week")
    await ana.hears("Have you raced")  # an answer may overtake what nobody asked for
    await ana.says("/progress")
    await ana.hears("Your progress")
    assert_matches_snapshot("chats/a_training_week", ana.transcript())


async def test_one_prompt_a_day_and_none_at_night(sandbox: Sandbox, ana: Person) -> None:
    await a_runner(ana)
    await to(sandbox, 1, 6, 59)
    with pytest.raises(HeardNothing):
        await ana.hears(within=0.6)
    await to(sandbox, 1, 7)
    await ana.hears("Today:")
    await to(sandbox, 1, 12)
    with pytest.raises(HeardNothing):
        await ana.hears(within=0.6)
    await to(sandbox, 1, 19, 5)
    await ana.hears("How was today?")
    await to(sandbox, 1, 23, 59)
    with pytest.raises(HeardNothing):
        await ana.hears(within=0.6)


async def test_no_prompt_when_today_is_already_logged(sandbox: Sandbox, ana: Person) -> None:
    await a_runner(ana)
    await to(sandbox, 3, 6)
    await ana.says("ran 6k in 40:00, effort 5")
    await ana.hears("6 km")
    await to(sandbox, 3, 7, 30)
    with pytest.raises(HeardNothing):
        await ana.hears("Today:", within=0.8)


async def test_a_clock_change_moves_no_prompt(sandbox: Sandbox, ana: Person) -> None:
    await a_runner(ana)
    await sandbox.clock_to(datetime(2027, 3, 27, 12, tzinfo=UTC))
    await ana.says("/settings")
    await ana.hears("Your settings")
    await ana.taps("Rest-day line")
    await ana.hears("rest day")
    await ana.taps("Yes")  # so that every morning has its message
    await ana.hears("Rest-day line: Yes")
    await sandbox.clock_to(datetime(2027, 3, 28, 5, 59, tzinfo=UTC))
    before = len(await ana.messages())
    await sandbox.clock_to(datetime(2027, 3, 28, 6, 0, tzinfo=UTC))
    await ana.hears()
    assert len(await ana.messages()) > before, "07:00 in London is 06:00 in UTC from that day on"


async def test_a_missed_run_is_not_made_up(sandbox: Sandbox, ana: Person) -> None:
    await a_runner(ana)
    await ana.says("/week")
    before = (await ana.hears("Week 1")).text
    await to(sandbox, 4, 8)
    await ana.says("/week")
    after = (await ana.hears("Week 1")).text
    days = ("Sat", "Sun")
    assert [line for line in before.splitlines() if line.startswith(days)] == [
        line for line in after.splitlines() if line.startswith(days)
    ]


async def test_an_overlong_unplanned_run_changes_the_days_after_it_with_a_receipt(
    sandbox: Sandbox, ana: Person
) -> None:
    await a_runner(ana)
    await to(sandbox, 1, 7)
    await ana.hears("Today:")
    await ana.says("ran 18 km in 2:05:00, effort 7")
    await ana.hears("18 km")
    await ana.hears("Your plan has changed")


async def test_pain_takes_out_the_hard_run_and_undo_leads_to_the_report(ana: Person) -> None:
    await a_runner(ana)
    await ana.says("left knee hurts 5/10")
    await ana.hears("Nothing hard or long")
    receipt = await ana.hears("Your plan has changed")
    assert "C3" in receipt.text
    await ana.taps("Undo", on=receipt)
    await ana.hears("protects you")
    await ana.hears("Knee: 5 of 10")
    await ana.taps("Delete")
    await ana.hears("Deleted")


async def test_a_reply_days_later_logs_the_day_that_was_asked(sandbox: Sandbox, ana: Person) -> None:
    await a_runner(ana)
    await to(sandbox, 3, 7)
    prompt = await ana.hears("Today:")
    await to(sandbox, 5, 12)
    await ana.says("done, effort 6", reply_to=prompt)
    card = await ana.hears("effort 6")
    assert "Thu 3 Dec" in card.text


async def test_an_edited_message_edits_its_log(ana: Person) -> None:
    await a_runner(ana)
    message = await ana.says("ran 5k in 31:20")
    await ana.hears("5 km")
    await ana.edits(message, "ran 6k in 36:20")
    await ana.hears("6 km")
    await ana.says("/history")
    assert "5 km" not in (await ana.hears("Your log")).text


async def test_two_taps_on_one_button_count_once(sandbox: Sandbox, ana: Person) -> None:
    await a_runner(ana)
    await to(sandbox, 1, 7)
    prompt = await ana.hears("Today:")
    data = prompt.data_of("Done ✓")
    await ana.taps_data(prompt, data)
    await ana.taps_data(prompt, data)
    await ana.hears("How hard")
    await ana.says("/history")
    assert "2." not in (await ana.hears("Your log")).text


async def test_delete_asks_and_then_erases_everything(ana: Person) -> None:
    await a_runner(ana)
    await ana.says("ran 5k in 31:20")
    await ana.hears("5 km")
    await ana.says("/delete")
    await ana.hears("Erase everything?")
    await ana.taps("Yes, erase everything")
    await ana.hears()
    await ana.says("hello?")
    await ana.hears("/start")
