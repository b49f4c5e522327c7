"""A sandbox server, the real bot behind it, and a person: what every end-to-end chat stands on."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.clock import MovableClock
from bot.sandbox import SandboxServer
from tests.chats.driver import Person, Sandbox
from tests.chats.processes import environment
from tests.chats.running import House

MONDAY = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)
"""When every chat begins, unless it moves the clock."""


@pytest.fixture
def clock() -> MovableClock:
    """A clock that starts on a Monday morning and can be moved ahead."""
    return MovableClock(MONDAY)


@pytest.fixture
async def server(clock: MovableClock) -> AsyncIterator[SandboxServer]:
    """Telegram's stand-in."""
    async with SandboxServer(clock) as running:
        yield running


@pytest.fixture
async def house(server: SandboxServer, clock: MovableClock, database_url: str) -> AsyncIterator[House]:
    """The real bot, running, on either database."""
    running = await House(server, clock, database_url).start()
    yield running
    await running.stop()


@pytest.fixture
def variables(server: SandboxServer, tmp_path: Path, database_url: str) -> dict[str, str]:
    """The environment of a bot in a process of its own, on either database."""
    return environment(server, tmp_path, DATABASE_URL=database_url)


@pytest.fixture
async def sandbox(house: House) -> AsyncIterator[Sandbox]:
    """The people's side of the server, with the bot running."""
    async with Sandbox.at(house.server.url) as running:
        yield running


@pytest.fixture
async def ana(sandbox: Sandbox) -> Person:
    """Somebody who has not written to the bot yet."""
    return await sandbox.person("Ana")
