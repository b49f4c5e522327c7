"""Time that passes only when nobody has anything to do: hours of sending in a moment, and nothing sleeps."""

import asyncio
import selectors
from collections.abc import Awaitable, Callable, Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from sqlmodel import Session

from coach.errors import DatabaseUnreachable
from storage.database import Database, open_database
from storage.schema import upgrade

T = TypeVar("T")
START = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)


class _Skipping(selectors.DefaultSelector):
    """Waits by moving the clock."""

    now = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """Nothing ever arrives; waiting is over at once."""
        self.now += timeout or 0.0
        return super().select(0)


class VirtualLoop(asyncio.SelectorEventLoop):
    """An event loop on the clock of ``_Skipping``."""

    def __init__(self) -> None:
        self.skipping = _Skipping()
        super().__init__(self.skipping)

    def time(self) -> float:
        """Seconds since the loop began."""
        return self.skipping.now


class LoopClock:
    """The clock of the running loop, as a wall clock."""

    def now(self) -> datetime:
        """The present moment."""
        return START + timedelta(seconds=seconds())


def seconds() -> float:
    """Seconds on the running loop."""
    return asyncio.get_running_loop().time()


def virtually(job: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """Run ``job`` in virtual time."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(job())


class InlineDatabase(Database):
    """A database that answers at once, without a thread of its own; ``lost`` makes the next uses fail.

    A ``silent`` one answers after half a minute that it is unreachable, as ours does where PostgreSQL says nothing.
    """

    lost: list[Exception]
    silent = False

    async def run(self, work: Callable[[Session], T], *, gives_way: bool = False) -> T:  # noqa: ARG002 — as the real one
        """One transaction, now."""
        if self.silent:
            await asyncio.sleep(30)
            raise DatabaseUnreachable
        if self.lost:
            raise self.lost.pop(0)
        return self._transact(work)


def inline_database(url: str = "sqlite:///:memory:") -> InlineDatabase:
    """A migrated database, in memory where none is given."""
    made = open_database(url)
    upgrade(made)
    database = InlineDatabase(made.engine, 1)
    database.lost = []
    return database


async def until(true: Callable[[], bool], within: float = 60.0) -> None:
    """Wait for something to become true."""
    async with asyncio.timeout(within):
        while not true():  # noqa: ASYNC110 — virtual time passes at once
            await asyncio.sleep(max(0.01, within / 2000))


async def cancelled(task: asyncio.Task[None]) -> None:
    """Cancel a task and see it end."""
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


Call = Callable[[str, dict[str, Any]], Awaitable[Any]]
