"""A guided strength session over HTTP: set by set, rests by the clock, through a restart, to a plan that answers."""

import asyncio
from datetime import UTC, datetime

import pytest

from tests.chats.driver import BotMessage, HeardNothing, Person, Sandbox
from tests.chats.onboarded import RUNNER, onboard
from tests.chats.running import House
from tests.snapshots import assert_matches_snapshot

STEPS = {"Done set ✓", "Ready ✓", "Skip rest ›", "Rather not say"}
"""Buttons that only the session's own message has."""


async def at_the_gym(person: Person) -> BotMessage:
    """Onboard a runner whose first Monday holds strength, and tap Start under today's session."""
    await onboard(person, RUNNER)
    await person.says("/today")
    return await started(person)


async def started(person: Person) -> BotMessage:
    """Tap Start under what is said next, and see the warm-up."""
    await hears_button(person, "Start ▶")
    await person.taps("Start ▶")
    return await hears_button(person, "Ready ✓")


async def hears_button(person: Person, label: str) -> BotMessage:
    """The next message with a button."""
    while label not in (heard := await person.hears()).inline_labels:
        pass
    return heard


async def set_done(person: Person, label: str = "Done set ✓") -> BotMessage:
    """Tap, and go past the rest."""
    await person.taps(label)
    heard = await hears_step(person)
    if "Skip rest ›" in heard.inline_labels:
        await person.taps("Skip rest ›")
        heard = await hears_step(person)
    return heard


async def hears_step(person: Person) -> BotMessage:
    """The next message of the session itself, whatever else the coach says meanwhile."""
    while not STEPS & set((heard := await person.hears()).inline_labels):
        pass
    return heard


async def to_the_end(person: Person, heard: BotMessage) -> BotMessage:
    """Every set that is left."""
    while "How hard" not in heard.text:
        heard = await set_done(person, "Ready ✓" if "Ready ✓" in heard.inline_labels else "Done set ✓")
    return heard


async def test_a_whole_guided_session_reads_like_a_coach_beside_you(ana: Person) -> None:
    first = await at_the_gym(ana)
    await set_done(ana, "Ready ✓")
    heard = await set_done(ana)
    assert "set 2 of 2" in heard.text
    await ana.says("12 @ 10kg")
    await hears_step(ana)
    await ana.taps("Skip rest ›")
    heard = await hears_step(ana)
    assert heard.id != first.id
    await to_the_end(ana, heard)
    await ana.taps("6")
    await ana.hears("all in your log")
    card = await ana.hears("As planned")
    assert "effort 6" in card.text
    told = ana.transcript()
    assert_matches_snapshot("chats/guided_strength", told[told.index("Ana\n  /today") :])


async def test_the_rest_counts_down_by_itself(sandbox: Sandbox, ana: Person) -> None:
    await at_the_gym(ana)
    await set_done(ana, "Ready ✓")
    await ana.taps("Done set ✓")
    assert "Rest: 1 min" in (await ana.hears("Rest:")).text.replace("\u202f", " ")
    await sandbox.clock_forward(seconds=20)
    assert "1 min" not in (await ana.hears("Rest:")).text
    await sandbox.clock_forward(seconds=60)
    assert "set 2 of 2" in (await ana.hears("Exercise")).text


async def test_taps_stay_in_one_message(ana: Person) -> None:
    first = await at_the_gym(ana)
    heard = await set_done(ana, "Ready ✓")
    heard = await to_the_end(ana, heard)
    assert heard.id == first.id


async def test_a_restart_in_the_middle_of_a_rest_loses_nothing(house: House, sandbox: Sandbox, ana: Person) -> None:
    """The end of the rest is a moment and not a timer: it comes after the restart as if nothing had been."""
    await at_the_gym(ana)
    await ana.taps("Ready ✓")
    await ana.hears("Exercise 1 of")
    await ana.taps("Done set ✓")
    await ana.hears("Rest:")
    await house.stop()
    await sandbox.clock_forward(seconds=90)
    await house.start()
    heard = await ana.hears("set 2 of 2")
    await ana.taps("Done set ✓", on=heard)
    await ana.hears("Rest:")
    await ana.says("stop")
    await ana.hears("your 2 sets count")
    await ana.says("5")
    card = await ana.hears("effort 5")
    assert "Squats 2 × 12" in card.text


async def test_a_restart_after_the_last_set_still_asks_how_hard_it_was(house: House, ana: Person) -> None:
    await at_the_gym(ana)
    heard = await to_the_end(ana, await set_done(ana, "Ready ✓"))
    await house.stop()
    await house.start()
    await ana.taps("7", on=heard)
    await ana.hears("effort 7")


async def test_swap_by_equipment_and_ease(ana: Person) -> None:
    await at_the_gym(ana)
    await set_done(ana, "Ready ✓")
    await ana.taps("Swap exercise")
    heard = await ana.hears("suit you better")
    assert any(label.startswith("Easier:") for label in heard.inline_labels)
    await ana.taps("Easier: Stand up from a chair and sit down slowly")
    heard = await ana.hears("Stand up from a chair")
    assert "set 1 of 2" in heard.text


async def test_swap_by_pain_is_a_check_in_and_goes_on_with_what_spares_it(ana: Person) -> None:
    await at_the_gym(ana)
    await set_done(ana, "Ready ✓")
    for label, answer in (("Swap exercise", "suit you"), ("It hurts", "Where"), ("Knee", "how much")):
        await ana.taps(label)
        await ana.hears(answer)
    await ana.taps("4")
    await ana.hears("spares it")
    heard = await ana.hears("Exercise 1 of")
    assert not any(word in heard.text for word in ("Squat", "Lunge", "Step up"))
    await ana.says("/history")
    assert "Knee" in (await ana.hears("Knee")).text


async def test_too_hard_twice_brings_an_easier_form_with_its_reason(sandbox: Sandbox, ana: Person) -> None:
    await at_the_gym(ana)
    await set_done(ana, "Ready ✓")
    await set_done(ana, "Too hard")
    await ana.taps("Stop here")
    await ana.hears("How hard")
    await ana.taps("8")
    await ana.hears("Once is nothing")
    await sandbox.clock_to(datetime(2026, 12, 7, 8, tzinfo=UTC))
    await ana.says("/today")
    await started(ana)
    await set_done(ana, "Ready ✓")
    await set_done(ana, "Too hard")
    await ana.taps("Stop here")
    await ana.hears("How hard")
    await ana.taps("8")
    await ana.hears("too hard twice in a row")
    await sandbox.clock_to(datetime(2026, 12, 14, 8, tzinfo=UTC))
    await ana.says("/today")
    heard = await ana.hears("Stand up from a chair")  # not the old prompt, whose buttons may close only now
    assert "Strength A" in heard.text
    assert "too hard twice" in heard.text


async def test_stopping_half_way_logs_what_was_done(ana: Person) -> None:
    await at_the_gym(ana)
    await set_done(ana, "Ready ✓")
    await set_done(ana)
    await ana.taps("Stop here")
    await ana.hears("1 set counts")
    await ana.taps("Rather not say")
    card = await ana.hears("Squats 1 × 12")
    assert "part" in card.text.lower()


async def test_two_quick_taps_and_old_buttons_count_once(ana: Person) -> None:
    heard = await at_the_gym(ana)
    heard = await set_done(ana, "Ready ✓")
    data = heard.data_of("Done set ✓")
    await asyncio.gather(ana.taps_data(heard, data), ana.taps_data(heard, data))
    assert {await ana.sees_toast(), await ana.sees_toast()} >= {""}
    await ana.taps("Stop here")
    await ana.hears("1 set counts")


async def test_left_open_overnight_it_is_closed_once(sandbox: Sandbox, ana: Person) -> None:
    await at_the_gym(ana)
    await set_done(ana, "Ready ✓")
    await set_done(ana)
    await sandbox.clock_to(datetime(2026, 12, 1, 9, tzinfo=UTC))
    await ana.hears("still open, so I closed it")
    await ana.hears("Squats 1 × 12")
    await sandbox.clock_to(datetime(2026, 12, 1, 23, tzinfo=UTC))
    with pytest.raises(HeardNothing):
        await ana.hears("still open", within=0.6)


async def test_every_question_of_a_session_is_answered_in_words(house: House, sandbox: Sandbox, ana: Person) -> None:
    """A swap, a pain, a set told twice and the effort, all typed, with a restart in between."""
    await at_the_gym(ana)
    await ana.says("done")
    await ana.hears("set 1 of 2")
    await ana.says("done")
    await ana.hears("Rest:")
    await ana.says("done")
    await ana.hears("That set is in already")
    await sandbox.clock_forward(seconds=90)
    await ana.hears("set 2 of 2")
    await ana.says("swap")
    await ana.hears("suit you better")
    await house.restart()
    await ana.says("keep it")
    await ana.hears("set 2 of 2")
    await ana.says("/today")
    heard = await hears_button(ana, "Go on ▶")
    assert "in the middle of it" in heard.text
    await ana.taps("Go on ▶", on=heard)
    await ana.hears("set 2 of 2")
    await ana.says("it hurts")
    await ana.hears("Where does it hurt")
    await ana.says("knee")
    await ana.hears("Knee: how much")
    await ana.says("4")
    await ana.hears("what spares it")
    await ana.hears("Exercise 1 of 4")
    await ana.says("stop")
    await ana.hears("1 set counts")
    await ana.says("quite hard")
    card = await ana.hears("effort 7")
    assert "Squats 1 × 12" in card.text
