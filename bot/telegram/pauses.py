"""How long to wait after a failure: twice as long each time, up to half a minute, until something works again."""

import asyncio
from collections.abc import Awaitable, Callable

FIRST = 0.5
LONGEST = 30.0


class Pauses:
    """A growing pause. ``sleep`` is how it waits."""

    def __init__(
        self,
        first: float = FIRST,
        longest: float = LONGEST,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._first = first
        self._longest = longest
        self._sleep = sleep
        self._next = first

    async def wait(self, at_least: float = 0.0) -> None:
        """Wait, and longer the next time."""
        seconds, self._next = self._next, min(self._longest, self._next * 2)
        await self._sleep(max(seconds, at_least))

    def reset(self) -> None:
        """It works again: the next pause is the first."""
        self._next = self._first
