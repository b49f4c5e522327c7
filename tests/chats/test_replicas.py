"""Several replicas on one PostgreSQL: each message counts once, in order, and whoever is left goes on."""

import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlmodel import col, select

from bot.clock import MovableClock
from bot.sandbox import SandboxServer
from bot.telegram.sender import RECORD
from storage.database import open_database
from storage.tables import Lease, Saying
from tests.bot.telegram.test_worker import a_message
from tests.chats.driver import Sandbox
from tests.chats.echo_bot import ECHO
from tests.chats.ordeal import nest
from tests.chats.processes import environment
from tests.chats.running import House

pytestmark = [pytest.mark.postgres, pytest.mark.slow]
CHATS, EACH = 5, 8


@pytest.fixture
async def replicas(server: SandboxServer, clock: MovableClock, own_postgres: str) -> AsyncIterator[list[House]]:
    """Three replicas; the first to start leads."""
    houses = [await House(server, clock, own_postgres, ECHO).start() for _ in range(3)]
    yield houses
    for house in houses:
        await house.stop()


async def test_one_polls_and_when_it_leaves_another_goes_on(replicas: list[House]) -> None:
    async with Sandbox.at(replicas[0].server.url) as sandbox:
        ana = await sandbox.person("Ana")
        await ana.says("/start")
        await ana.hears("Hello")
        await replicas[0].stop()
        await ana.says("one")
        assert (await ana.hears()).text == "heard one"
        await replicas[0].start()


async def test_each_update_counts_once_whichever_replica_it_reaches(replicas: list[House]) -> None:
    """Updates of several chats, some delivered to two replicas, as Telegram does when a webhook answers late."""
    server = replicas[0].server
    async with Sandbox.at(server.url) as sandbox:
        people = [await sandbox.person(f"Runner{number}") for number in range(CHATS)]
        for person in people:
            await person.says("/start")
            await person.hears("Hello")
        number = 900_000
        for turn in range(EACH):
            for person in people:
                number += 1
                update = a_message(number, person.id, f"{person.id} says {turn}")
                await replicas[number % 3].program.keep([update])
                await replicas[(number + 1) % 3].program.keep([update])
        for person in people:
            for turn in range(EACH):
                assert (await person.hears(within=30)).text == f"heard {person.id} says {turn}"

    async def said(chat: int) -> list[str]:
        rows = select(Saying.text).where(Saying.chat_id == chat).order_by(col(Saying.id))
        return await replicas[0].program.database.run(lambda session: list(session.exec(rows)))

    for person in people:
        assert await said(person.id) == [f"{person.id} says {turn}" for turn in range(EACH)]


async def test_another_takes_over_within_fifteen_seconds_of_a_kill(
    server: SandboxServer, tmp_path: Path, own_postgres: str
) -> None:
    """Two processes; whoever polls and sends is killed, and the other answers what was written then."""
    database = open_database(own_postgres)
    variables = environment(server, tmp_path, DATABASE_URL=own_postgres)
    async with nest(tmp_path) as bots, Sandbox.at(server.url) as sandbox:
        first = await bots.bear(variables)
        await bots.is_up(first)
        ana = await sandbox.person("Ana")
        await ana.says("/start")
        await ana.hears("Hello", within=30)
        leases = database.run_now(lambda s: s.exec(select(Lease).where(Lease.name != RECORD)).all())
        leaders = {lease.holder.split(":")[1] for lease in leases}
        assert leaders == {str(first)}
        await bots.is_up(await bots.bear(variables))
        await bots.end(first)
        killed = time.monotonic()
        await ana.says("one")
        assert (await ana.hears(within=30)).text == "heard one"
        assert time.monotonic() - killed <= 15
    database.close_now()
