"""Between two sides: a balancer before replicas, and a line that can be cut, go silent, and be mended again."""

import asyncio
import itertools
import threading
from collections.abc import Iterable
from contextlib import suppress
from types import TracebackType
from typing import Self

PATIENCE = 10.0
TURNS = 10
"""Turns of the loop in which a connection that was accepted becomes one of ours."""
Pipe = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Balancer:
    """Hands each connection to the next of some ports of this machine that answers. Use it as ``async with``."""

    def __init__(self, ports: Iterable[int]) -> None:
        self._ports = list(ports)
        self._turn = itertools.count()
        self._lines: set[asyncio.Task[None]] = set()
        self._server: asyncio.Server | None = None
        self._there, self._back = asyncio.Event(), asyncio.Event()
        """Whether what is said is carried on, in either direction."""
        self.port = 0

    async def __aenter__(self) -> Self:
        await self.mend()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.cut()

    async def mend(self) -> None:
        """Take connections, on the same port as before, and carry on what is said, also what waited."""
        self._there.set()
        self._back.set()
        if self._server is not None:
            return
        self._server = await asyncio.start_server(self._take, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def cut(self) -> None:
        """Break every connection and take no new one."""
        if self._server is not None:
            self._server.close()
            self._server = None
        for _ in range(TURNS):  # what was taken a moment ago is heard of only now
            await asyncio.sleep(0)
        for line in list(self._lines):
            line.cancel()
        await asyncio.gather(*self._lines, return_exceptions=True)

    async def hush(self, *, answers_only: bool = False) -> None:
        """Keep every connection, take new ones, and carry nothing on, or only no answers: who waits hears nothing."""
        self._back.clear()
        if not answers_only:
            self._there.clear()

    async def _take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        line = asyncio.current_task()
        assert line is not None
        self._lines.add(line)
        try:
            there = await self._first_that_answers() if self._server is not None else None
            if there is not None:
                await self._both_ways((reader, writer), there)
        except asyncio.CancelledError:
            pass  # cut; asyncio's own server would call it an error
        finally:
            self._lines.discard(line)
            writer.transport.abort()

    async def _first_that_answers(self) -> Pipe | None:
        start = next(self._turn)
        for number in range(len(self._ports)):
            with suppress(OSError):
                return await asyncio.open_connection("127.0.0.1", self._ports[(start + number) % len(self._ports)])
        return None

    async def _both_ways(self, here: Pipe, there: Pipe) -> None:
        ways = [
            asyncio.create_task(_pour(here[0], there[1], self._there)),
            asyncio.create_task(_pour(there[0], here[1], self._back)),
        ]
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for way in ways:
                way.cancel()
            await asyncio.gather(*ways, return_exceptions=True)
            there[1].transport.abort()


class Line:
    """A wire to a port of this machine, on a thread of its own, because who stands at its end may block."""

    def __init__(self, port: int) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="line")
        self._thread.start()
        self._wire = Balancer([port])
        self.mend()

    @property
    def port(self) -> int:
        """Where it begins."""
        return self._wire.port

    def cut(self) -> None:
        """Break every connection and take no new one."""
        asyncio.run_coroutine_threadsafe(self._wire.cut(), self._loop).result(PATIENCE)

    def hush(self, *, answers_only: bool = False) -> None:
        """Keep the connections and carry nothing on, or only no answers."""
        asyncio.run_coroutine_threadsafe(self._wire.hush(answers_only=answers_only), self._loop).result(PATIENCE)

    def mend(self) -> None:
        """Take connections again, and carry on."""
        asyncio.run_coroutine_threadsafe(self._wire.mend(), self._loop).result(PATIENCE)

    def close(self) -> None:
        """Cut it and end its thread."""
        self.cut()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(PATIENCE)
        self._loop.close()


async def _pour(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, carries_on: asyncio.Event) -> None:
    with suppress(OSError):
        while data := await reader.read(65_536):
            await carries_on.wait()
            writer.write(data)
            await writer.drain()
