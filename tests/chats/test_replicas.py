"""Several replicas on one PostgreSQL: each message counts once, in order, and whoever is left goes on."""

from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlmodel import col, select

from bot.clock import MovableClock
from bot.sandbox import SandboxServer
from bot.telegram.election import LEASE
from storage.database import open_database
from storage.schema import upgrade
from storage.tables import Lease, Saying
from tests.bot.telegram.test_worker import a_message
from tests.chats.driver import Sandbox
from tests.chats.echo_bot import ECHO
from tests.chats.running import House
from tests.storage.postgres import forget_role, server_url, skip_or_fail, throw_away_database

pytestmark = [pytest.mark.postgres, pytest.mark.slow]
CHATS, EACH = 5, 8


@pytest.fixture
def postgres_url() -> Iterator[str]:
    """A database for this test alone: every server numbers its updates anew."""
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
async def replicas(server: SandboxServer, clock: MovableClock, postgres_url: str) -> AsyncIterator[list[House]]:
    """Three replicas; the first to start leads."""
    settings = {"database_url": SecretStr(postgres_url)}
    houses = [await House(server, clock, Path("unused"), ECHO, settings).start() for _ in range(3)]
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


async def test_the_lease_of_the_dead_runs_out_within_fifteen_seconds(replicas: list[House]) -> None:
    leases = await replicas[0].program.database.run(lambda session: session.exec(select(Lease)).all())
    assert {lease.name.partition(":")[0] for lease in leases} == {"poll", "send"}
    now = replicas[0].program.machine_clock.now()
    assert all(lease.until - now <= LEASE for lease in leases)
    assert LEASE + timedelta(seconds=2) <= timedelta(seconds=15)
