"""The bot's side of the reading process: it is started, given files, timed, and ended."""

import asyncio
import json
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from types import TracebackType
from typing import Self

from bot.activities.order import Order, Outcome
from bot.settings import without_secrets

DEADLINE = 90.0
"""Seconds for one file on a busy machine; an honest one takes one or two."""
MOST_BACK = 16 * 1024 * 1024
"""Bytes of an answer that are taken in."""
HEAD_BYTES = 1024 * 1024
"""Bytes that the first line of an answer takes at most; the splits of a day on a bicycle are 20 kB."""


class Readers:
    """One reading process, started when it is first needed and anew when a file has ended it."""

    def __init__(self, deadline: float = DEADLINE) -> None:
        self._deadline = deadline
        self._process: Process | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.end()

    async def read(self, order: Order) -> Outcome:
        """Have one file read. A file that ends the process, or keeps it too long, is ``too_heavy``."""
        process = await self._running()
        try:
            async with asyncio.timeout(self._deadline):
                return await _ask(process, order)
        except (TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, ValueError, OSError):
            await self.end()
            return Outcome(reason="too_heavy")
        except asyncio.CancelledError:
            await self.end()
            raise

    async def end(self) -> None:
        """End the process, whatever it is doing."""
        process, self._process = self._process, None
        if process is None:
            return
        if process.returncode is None:
            process.kill()
        await process.communicate()

    async def _running(self) -> Process:
        if self._process is None or self._process.returncode is not None:
            command = (sys.executable, "-m", "bot.activities.worker")
            self._process = await asyncio.create_subprocess_exec(
                *command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=without_secrets(os.environ), limit=HEAD_BYTES
            )
        return self._process


async def _ask(process: Process, order: Order) -> Outcome:
    """Hand in an order and take the answer.

    Raises:
        ValueError: what came back is no answer, or too much.
        asyncio.IncompleteReadError: the process ended.
    """
    if process.stdin is None or process.stdout is None:
        raise ValueError(process)
    process.stdin.write(order.line())
    await process.stdin.drain()
    document = json.loads(await process.stdout.readuntil(b"\n"))
    sizes = (document["picture"], document["packed"])
    if sum(sizes) > MOST_BACK:
        raise ValueError(sizes)
    picture, packed = [None if size < 0 else await process.stdout.readexactly(size) for size in sizes]
    return Outcome.of(document, picture, packed)
