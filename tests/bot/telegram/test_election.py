"""Among replicas exactly one leads, and another takes over soon after its death."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

import pytest
from sqlmodel import Session, select

from bot.telegram.election import LEASE, Elected
from bot.telegram.polling import AnotherPoller
from coach.errors import DatabaseUnreachable
from storage.tables import Lease
from tests.bot.telegram.virtual import InlineDatabase, LoopClock, cancelled, seconds, until, virtually

T = TypeVar("T")


class Replicas:
    """Several replicas on one database; notes who led when."""

    def __init__(self, database: InlineDatabase) -> None:
        self.database = database
        self.leading: set[str] = set()
        self.began: list[tuple[float, str]] = []

    def begin(self, holder: str) -> asyncio.Task[None]:
        """Start a replica."""
        elected = Elected(self.database, LoopClock(), "send", holder, lambda: self._lead(holder))
        return asyncio.create_task(elected.run())

    async def _lead(self, holder: str) -> None:
        self.leading.add(holder)
        self.began.append((seconds(), holder))
        try:
            await asyncio.sleep(10_000)
        finally:
            self.leading.discard(holder)


@pytest.fixture
def replicas(inline: InlineDatabase) -> Replicas:
    return Replicas(inline)


class Slow(InlineDatabase):
    """A database that commits after a second, whether anybody still waits for it or not; counts what it does."""

    asked = 0

    async def run(self, work: Callable[[Session], T], *, gives_way: bool = False) -> T:  # noqa: ARG002 — as the real one
        """One transaction, in a second."""
        self.asked += 1

        async def commit() -> T:
            await asyncio.sleep(1.0)
            return self._transact(work)

        return await asyncio.shield(asyncio.create_task(commit()))


@pytest.mark.parametrize("asks", [1, 2, 4])
def test_told_to_stop_while_it_takes_or_renews_the_lease_it_gives_it_back(inline: InlineDatabase, asks: int) -> None:
    """The commit is on its way: nobody may have to wait until the lease of one who is gone runs out."""
    replicas = Replicas(Slow(inline.engine, 1))

    async def job() -> list[Lease]:
        task = replicas.begin("one")
        await until(lambda: replicas.database.asked == asks)
        await cancelled(task)
        await asyncio.sleep(2)
        return replicas.database._transact(lambda session: list(session.exec(select(Lease)).all()))

    assert virtually(job) == []


def test_exactly_one_leads(replicas: Replicas) -> None:
    async def job() -> list[int]:
        tasks = [replicas.begin(name) for name in ("one", "two", "three")]
        counts = []
        for _ in range(60):
            await asyncio.sleep(1)
            counts.append(len(replicas.leading))
        for task in tasks:
            await cancelled(task)
        return counts

    assert set(virtually(job)) == {1}
    assert len(replicas.began) == 1


def test_a_leader_that_leaves_is_followed_within_a_look(replicas: Replicas) -> None:
    async def job() -> float:
        first, second = replicas.begin("one"), replicas.begin("two")
        await asyncio.sleep(20)
        await cancelled(first)
        left = seconds()
        await asyncio.sleep(5)
        await cancelled(second)
        return replicas.began[1][0] - left

    assert virtually(job) <= 2.1


@pytest.mark.parametrize("dialect", ["sqlite"])  # PostgreSQL goes by its server's clock: tests/chats/test_replicas.py
def test_a_leader_that_dies_is_followed_within_fifteen_seconds(replicas: Replicas) -> None:
    async def job() -> float:
        dead = Lease(name="send", holder="dead", until=LoopClock().now() + LEASE)
        replicas.database._transact(lambda session: session.add(dead))
        task = replicas.begin("two")
        await asyncio.sleep(20)
        await cancelled(task)
        return replicas.began[0][0]

    assert virtually(job) <= 15


def test_a_short_loss_of_the_database_changes_nothing(replicas: Replicas) -> None:
    async def job() -> None:
        task = replicas.begin("one")
        await asyncio.sleep(5)
        replicas.database.lost = [DatabaseUnreachable()]
        await asyncio.sleep(20)
        await cancelled(task)

    virtually(job)
    assert len(replicas.began) == 1


def test_a_long_loss_of_the_database_ends_the_lead_before_the_lease_does(replicas: Replicas) -> None:
    async def job() -> set[str]:
        task = replicas.begin("one")
        await asyncio.sleep(5)
        replicas.database.lost = [DatabaseUnreachable() for _ in range(100)]
        await asyncio.sleep(10)
        leading = set(replicas.leading)
        await cancelled(task)
        return leading

    assert virtually(job) == set()


def test_a_silent_database_ends_the_lead_with_the_lease(replicas: Replicas) -> None:
    """To another replica it may answer, and that one leads from then on."""

    async def job() -> set[str]:
        task = replicas.begin("one")
        await asyncio.sleep(5)
        replicas.database.silent = True
        await asyncio.sleep(LEASE.total_seconds())
        leading = set(replicas.leading)
        await cancelled(task)
        return leading

    assert virtually(job) == set()


def test_what_ends_the_job_ends_it_all(replicas: Replicas) -> None:
    async def fail() -> None:
        raise AnotherPoller

    async def job() -> None:
        await Elected(replicas.database, LoopClock(), "send", "one", fail).run()

    with pytest.raises(AnotherPoller):
        virtually(job)
