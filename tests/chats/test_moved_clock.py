"""Somebody moves the sandbox's clock while the bot stops, or while its database is away: it ends all the same."""

import asyncio
import threading

import pytest
from sqlmodel import Session

from bot.clock import MovableClock
from bot.sandbox import SandboxServer
from tests.chats.echo_bot import ECHO
from tests.chats.running import House


def looks() -> list[asyncio.Task[object]]:
    """The looks at who is due that a moved clock asked for, and that have not ended."""
    return [task for task in asyncio.all_tasks() if "Program._tick" in repr(task.get_coro())]


@pytest.fixture
async def house(server: SandboxServer, clock: MovableClock, database_url: str) -> House:
    """The bot, running; the test stops it."""
    return await House(server, clock, database_url, ECHO).start()


async def test_a_look_in_hand_ends_with_the_program_and_none_begins_after_it(house: House) -> None:
    begun, may_go_on = threading.Event(), threading.Event()

    def holds(_: Session) -> None:
        begun.set()
        may_go_on.wait(5)

    program = house.program
    held = asyncio.create_task(program.database.run(holds))
    await asyncio.to_thread(begun.wait, 5)
    program.tick_soon()
    assert len(looks()) == 1
    stopping = asyncio.create_task(house.stop())
    await asyncio.sleep(0)
    program.tick_soon()
    assert len(looks()) == 1
    may_go_on.set()
    await asyncio.gather(stopping, held)
    program.tick_soon()
    assert looks() == []


async def test_a_look_that_finds_no_database_leaves_it_to_a_later_one(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    await house.program.database.close()
    house.program.tick_soon()
    await asyncio.gather(*looks())
    assert "a later tick finds who is due" in caplog.text
    await house.program.stop()
