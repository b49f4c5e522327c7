"""What every part that looks for something to do shares: it looks when it is told to, and now and then unasked."""

import asyncio
from collections.abc import Awaitable, Callable


class News:
    """That there may be something to do. Whoever waits for it looks again after a while too.

    Another replica tells nobody here what it wrote, and a moment that has come tells nobody anywhere.
    """

    def __init__(self) -> None:
        self._told = asyncio.Event()

    def tell(self) -> None:
        """There may be something to do."""
        self._told.set()

    def take_note(self) -> None:
        """What was told up to now is being looked at; what is told from now on wants another look."""
        self._told.clear()

    async def wait(self, seconds: float) -> None:
        """Wait until something is told, at most so many seconds."""
        try:
            async with asyncio.timeout(seconds):
                await self._told.wait()
        except TimeoutError:
            return

    async def look_always(self, look: Callable[[], Awaitable[None]], seconds: float) -> None:
        """Look whenever something was told, and at the latest after so many seconds, until cancelled."""
        while True:
            self.take_note()
            await look()
            await self.wait(seconds)
