"""People who write as they speak, over HTTP: what they say of themselves is heard, and not taken for training."""

from tests.chats.driver import Person
from tests.chats.onboarded import a_runner


async def test_a_terse_runner_is_heard_without_a_single_false_log(ana: Person) -> None:
    await a_runner(ana)
    await ana.says("no more questions")
    await ana.hears("I’ll ask nothing more about you")
    await ana.says("i run 40 km a week")
    await ana.hears("Weekly distance: 40 km from now on, instead of 20 km")
    await ana.says("yes")
    await ana.hears("✓ Weekly distance: 40 km")
    await ana.says("i want 10k in 43 on 11 april")
    await ana.hears("10 km in 43 min: a good thing to run for")
    await ana.says("i'm in ny")
    await ana.hears("✓ Time zone: New York")
    await ana.says("/why")
    await ana.hears("change")
    await ana.says("/history")
    assert "1." not in (await ana.hears()).text


async def test_an_illness_ends_in_words(ana: Person) -> None:
    await a_runner(ana)
    await ana.says("fever since last night, no running")
    await ana.hears("running waits at least ten days")
    await ana.says("39.1")
    await ana.hears("running waits at least ten days")
    await ana.says("bit better, no fever")
    await ana.hears("write “fit again”")
    await ana.says("fit again")
    await ana.hears("We start again gently")
    await ana.hears("Next up")
