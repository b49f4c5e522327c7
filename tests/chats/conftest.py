"""A sandbox server, the real bot behind it, and a person: what every end-to-end chat stands on."""

import os
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.clock import MovableClock
from bot.sandbox import SandboxServer
from storage.database import open_database
from storage.schema import upgrade
from tests.chats.driver import Person, Sandbox
from tests.chats.running import House
from tests.storage.postgres import forget_role, server_url, skip_or_fail, throw_away_database

MONDAY = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)
"""When every chat begins, unless it moves the clock."""
ON_POSTGRES = os.environ.get("LEGWORK_TEST_POSTGRES") == "1"


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
async def house(
    request: pytest.FixtureRequest, server: SandboxServer, clock: MovableClock, tmp_path: Path
) -> AsyncIterator[House]:
    """The real bot, running; with ``LEGWORK_TEST_POSTGRES=1`` on PostgreSQL instead of the embedded database."""
    settings = {"database_url": SecretStr(request.getfixturevalue("own_postgres"))} if ON_POSTGRES else {}
    running = await House(server, clock, tmp_path / "chat.db", settings=settings).start()
    yield running
    await running.stop()


@pytest.fixture
async def sandbox(house: House) -> AsyncIterator[Sandbox]:
    """The people's side of the server, with the bot running."""
    async with Sandbox.at(house.server.url) as running:
        yield running


@pytest.fixture
async def ana(sandbox: Sandbox) -> Person:
    """Somebody who has not written to the bot yet."""
    return await sandbox.person("Ana")


@pytest.fixture(scope="session")
def postgres_pattern() -> Iterator[str]:
    """A PostgreSQL database at the newest schema, of which others are made; nobody is connected to it."""
    server = server_url()
    if server is None:
        skip_or_fail()
        return
    with throw_away_database(server) as url:
        database = open_database(url)
        upgrade(database)
        database.close_now()
        yield url
    forget_role(server)


@pytest.fixture
def own_postgres(postgres_pattern: str) -> Iterator[str]:
    """A database for this test alone: every server numbers its updates anew."""
    with throw_away_database(postgres_pattern, postgres_pattern.rpartition("/")[2]) as url:
        yield url
