"""Prompts over HTTP: one a day, none to who has blocked the bot, one useful one after an outage."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from sqlmodel import Session, col, select

from bot.clock import MovableClock
from bot.sandbox import SandboxServer
from scheduler.due import schedule_athlete
from storage.tables import Athlete, AthleteState, Prompt
from tests.chats.driver import HeardNothing, Person
from tests.chats.echo_bot import ECHO
from tests.chats.running import House


@pytest.fixture
async def house(server: SandboxServer, clock: MovableClock, database_url: str) -> AsyncIterator[House]:
    """A bot that says of each prompt whose it is and of which day."""
    running = await House(server, clock, database_url, ECHO).start()
    yield running
    await running.stop()


@pytest.fixture
async def runner(house: House, ana: Person) -> Person:
    """Somebody who is prompted at nine, in UTC, and has nothing else to expect."""
    await ana.says("/start")
    await ana.hears("Hello")

    def enrol(session: Session) -> None:
        athlete = session.exec(select(Athlete)).one()
        athlete.state, athlete.zone, athlete.evening = AthleteState.ACTIVE, "UTC", False
        athlete.prompt_minute = 9 * 60
        schedule_athlete(session, athlete, house.clock.now())

    await house.program.database.run(enrol)
    return ana


def at_nine(day: int) -> datetime:
    """A moment after the prompt of a day; the chat begins on Monday the 30th, which is day 0."""
    return datetime(2026, 11 if day == 0 else 12, 30 if day == 0 else day, 9, 1, tzinfo=UTC)


async def prompted(house: House) -> list[str]:
    """The dates of all prompts."""
    rows = select(Prompt.local_date).order_by(col(Prompt.id))
    return [f"{day:%d}" for day in await house.program.database.run(lambda session: session.exec(rows).all())]


def is_blocked(session: Session) -> bool:
    """Whether the one athlete is known to have blocked the bot."""
    return session.exec(select(Athlete.blocked_at)).one() is not None


async def settled(house: House) -> None:
    """Let the tick that follows a moved clock come to its end, and what it claimed be said."""
    await house.program.ticker.tick(house.clock.now())
    await house.program.prompter.settled()


async def test_who_has_blocked_the_bot_is_not_prompted_until_they_write_again(house: House, runner: Person) -> None:
    """Telegram tells by a 403, because the update of the block may be lost."""
    await runner.sandbox.clock_to(at_nine(0))
    await runner.hears("of 2026-11-30")
    house.server.world.people[runner.id].blocks_bot = True
    await runner.sandbox.clock_to(at_nine(1))
    await settled(house)
    while not await house.program.database.run(is_blocked):  # noqa: ASYNC110 — a row tells nobody
        await asyncio.sleep(0.01)
    for day in (2, 3):
        await runner.sandbox.clock_to(at_nine(day))
        await settled(house)
    assert await prompted(house) == ["30", "01"]
    house.server.world.people[runner.id].blocks_bot = False
    await runner.says("back")
    await runner.hears("heard back")
    await runner.sandbox.clock_to(at_nine(4))
    await runner.hears("of 2026-12-04")


async def test_after_two_days_without_the_bot_there_is_one_useful_prompt(house: House, runner: Person) -> None:
    await runner.sandbox.clock_to(at_nine(0))
    await runner.hears("of 2026-11-30")
    await house.stop()
    await runner.sandbox.clock_to(at_nine(3))
    await house.start()
    assert "of 2026-12-03" in (await runner.hears()).text
    await settled(house)
    with pytest.raises(HeardNothing):
        await runner.hears(within=0.3)
    assert await prompted(house) == ["30", "03"]


async def test_a_machine_that_was_suspended_says_one_useful_prompt(house: House, runner: Person) -> None:
    """The same process, whose clock jumps by two days."""
    await runner.sandbox.clock_to(at_nine(0))
    await runner.hears("of 2026-11-30")
    await runner.sandbox.clock_to(at_nine(2))
    assert "of 2026-12-02" in (await runner.hears()).text
    with pytest.raises(HeardNothing):
        await runner.hears(within=0.3)
    assert await prompted(house) == ["30", "02"]


async def test_a_day_is_prompted_once_however_often_the_bot_is_restarted(house: House, runner: Person) -> None:
    await runner.sandbox.clock_to(at_nine(0))
    await runner.hears("of 2026-11-30")
    for _ in range(3):
        await house.restart()
        await settled(house)
    with pytest.raises(HeardNothing):
        await runner.hears(within=0.3)
    assert await prompted(house) == ["30"]
