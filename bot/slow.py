"""A case that takes its time between two transactions, so that neither the database nor the event loop waits for it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.desk import Desk
from coach.errors import TooBusy

S = TypeVar("S")
M = TypeVar("M")

AT_ONCE = 2
"""Slow cases in hand at the same time: each may hold an athlete's whole history in memory."""
WAITING = 100
"""Slow cases that wait for their turn; whoever comes then is asked to come again."""


@dataclass(frozen=True, slots=True)
class SlowCase(Generic[S, M]):
    """One thing a person can do, in three steps. Nothing is done until the last has committed."""

    look: Callable[[Desk], S | None]
    """Read what is needed, in a transaction that changes and says nothing; ``None``: there is nothing to make."""
    make: Callable[[S], M]
    """Make something of it, on a thread, without a database; a pure function."""
    say: Callable[[Desk, M | None], None]
    """The case itself: say what was made, or why nothing was. Things may have changed since the look."""


class SlowRoom:
    """Room for slow cases, apart from the room for everything else: those that wait keep no other chat waiting.

    ``entered`` is called when one begins to wait for its turn, because its place among the others is free then.
    """

    def __init__(self, at_once: int = AT_ONCE, waiting: int = WAITING) -> None:
        self.entered: Callable[[], None] = _nobody
        self.inside = 0
        self._most = at_once + waiting
        self._turn = asyncio.Semaphore(at_once)
        self._waiting: set[asyncio.Task[object] | None] = set()

    @asynccontextmanager
    async def place(self) -> AsyncIterator[None]:
        """Wait for a turn, and have it.

        Raises:
            TooBusy: so many wait already.
        """
        if self.inside >= self._most:
            raise TooBusy
        self.inside += 1
        self.entered()
        try:
            await self._own_turn()
            try:
                yield
            finally:
                self._turn.release()
        finally:
            self.inside -= 1

    def send_away(self) -> None:
        """Cancel those that wait for their turn: nothing of them was done."""
        for task in filter(None, list(self._waiting)):
            task.cancel()

    async def _own_turn(self) -> None:
        task = asyncio.current_task()
        self._waiting.add(task)
        try:
            await self._turn.acquire()
        finally:
            self._waiting.discard(task)


def _nobody() -> None:
    """Nobody wants to know."""
