"""One chat sends two thousand messages; everybody else is answered as if nothing happened."""

import time
from collections.abc import AsyncIterator

import pytest

from bot.clock import MovableClock
from bot.sandbox import SandboxServer
from bot.sandbox.deeds import text_content, write
from bot.telegram.floods import MOST_PLAIN, Floods
from tests.chats.driver import Sandbox
from tests.chats.running import House

FLOOD = 2_000


@pytest.fixture
async def house(server: SandboxServer, clock: MovableClock, database_url: str) -> AsyncIterator[House]:
    """The real bot, as ``legwork run`` starts it."""
    running = await House(server, clock, database_url, floods=Floods()).start()
    yield running
    await running.stop()


async def test_others_are_answered_quickly_while_one_chat_sends_two_thousand_messages(
    house: House, sandbox: Sandbox
) -> None:
    ben, mallory = await sandbox.person("Ben"), await sandbox.person("Mallory")
    for person in (ben, mallory):
        await person.says("/start")
        await person.hears("What would you like")
    begun = time.perf_counter()
    await ben.says("/help")
    await ben.hears("What you can do here")
    alone = time.perf_counter() - begun

    world = house.server.world
    for number in range(FLOOD):
        write(world, world.chats[mallory.id], world.people[mallory.id], text_content(f"spam {number}"))
    waits = []
    for _ in range(5):
        begun = time.perf_counter()
        await ben.says("/help")
        await ben.hears("What you can do here")
        waits.append(time.perf_counter() - begun)

    assert sorted(waits)[2] < max(2.0, 10 * alone)
    assert "You write faster than I can read" in (await mallory.hears("faster", within=20)).text
    assert house.program.house.metrics.left_out >= FLOOD - 3 * MOST_PLAIN


async def test_who_floods_can_still_delete_everything(house: House, sandbox: Sandbox) -> None:
    mallory = await sandbox.person("Mallory")
    await mallory.says("/start")
    await mallory.hears("What would you like")
    world = house.server.world
    for number in range(100):
        write(world, world.chats[mallory.id], world.people[mallory.id], text_content(f"spam {number}"))
    await mallory.hears("faster", within=20)
    await mallory.says("/delete")
    assert await mallory.hears("Erase everything", within=60)
