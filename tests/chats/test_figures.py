"""Measuring, learning and the week's report over HTTP: by taps, by words, and what is hidden stays hidden."""

from datetime import UTC, datetime

from tests.chats.driver import Person, Sandbox
from tests.chats.onboarded import a_runner
from tests.snapshots import assert_matches_snapshot


async def test_measuring_learning_and_the_report_read_like_this(sandbox: Sandbox, ana: Person) -> None:
    await a_runner(ana)
    began = len(ana.transcript())
    await ana.says("/measure")
    await ana.hears("Nothing measured yet")
    await ana.taps("Thigh")
    await ana.hears("Always the same side")
    await ana.says("58.2")
    await ana.hears("one more reading")
    await ana.says("58.6")
    await ana.hears("Thigh 58.6 cm")
    await ana.says("/learn")
    await ana.hears("Short lessons")
    await ana.taps("Why fat stays where it likes")
    await ana.hears("Lesson 1 of")
    await ana.taps("Next ›")
    await ana.hears("Lesson 2 of")
    await ana.says("how slow should i run?")
    await ana.hears("whole sentences")
    await sandbox.clock_to(datetime(2026, 12, 1, 6, tzinfo=UTC))
    await ana.says("ran 25 min, effort 4")
    await ana.hears("effort 4")
    await ana.says("/report")
    await ana.hears("Your week")
    assert_matches_snapshot("chats/figures", ana.transcript()[began:].lstrip())


async def test_a_hidden_weight_stays_hidden(sandbox: Sandbox, ana: Person) -> None:
    del sandbox
    await a_runner(ana)
    await ana.says("weight 84.3 kg")
    await ana.hears("Weight 84.3 kg")
    await ana.says("/measure")
    await ana.hears("Weight, smoothed: 84.3 kg")
    await ana.taps("Hide my weight")
    hidden = await ana.hears("kept and not shown")
    assert "84.3" not in hidden.text
    await ana.says("/report")
    assert "84.3" not in (await ana.hears("Your week")).text


async def test_help_and_the_menu_name_the_three(ana: Person) -> None:
    await a_runner(ana)
    await ana.says("/help")
    told = (await ana.hears("/today")).text
    assert all(command in told for command in ("/measure", "/learn", "/report"))
