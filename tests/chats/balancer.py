"""Between two sides: a balancer before replicas, and a line that can be cut, go silent, and be mended again.

Connections are accepted here and not by ``asyncio.Server``: where that is closed in the same moment in which it has
accepted one, the connection belongs to nobody, stays open, and is left to the garbage collector.
"""

import asyncio
import itertools
import socket
import threading
from collections.abc import Iterable
from contextlib import suppress
from types import TracebackType
from typing import Self

PATIENCE = 10.0
Pipe = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Balancer:
    """Hands each connection to the next of some ports of this machine that answers. Use it as ``async with``."""

    def __init__(self, ports: Iterable[int]) -> None:
        self._ports = list(ports)
        self._turn = itertools.count()
        self._lines: set[asyncio.Task[None]] = set()
        self._listening: socket.socket | None = None
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
        if self._listening is not None:
            return
        self._listening = socket.create_server(("127.0.0.1", self.port))
        self._listening.setblocking(False)
        self.port = self._listening.getsockname()[1]
        asyncio.get_running_loop().add_reader(self._listening, self._accept)

    async def cut(self) -> None:
        """Break every connection and take no new one."""
        if self._listening is not None:
            asyncio.get_running_loop().remove_reader(self._listening)
            self._listening.close()
            self._listening = None
        for line in list(self._lines):
            line.cancel()
        await asyncio.gather(*self._lines, return_exceptions=True)

    async def hush(self, *, answers_only: bool = False) -> None:
        """Keep every connection, take new ones, and carry nothing on, or only no answers: who waits hears nothing."""
        self._back.clear()
        if not answers_only:
            self._there.clear()

    def _accept(self) -> None:
        assert self._listening is not None
        with suppress(OSError):  # whoever called has hung up again
            connection, _ = self._listening.accept()
            connection.setblocking(False)
            line = asyncio.get_running_loop().create_task(self._take(connection))
            self._lines.add(line)
            line.add_done_callback(lambda _: self._let_go(line, connection))

    def _let_go(self, line: asyncio.Task[None], connection: socket.socket) -> None:
        """However it ended, before its first step too, the connection is closed."""
        self._lines.discard(line)
        connection.close()

    async def _take(self, connection: socket.socket) -> None:
        here = await asyncio.open_connection(sock=connection)
        try:
            there = await self._first_that_answers()
            if there is not None:
                await self._both_ways(here, there)
        finally:
            here[1].transport.abort()

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
            there[1].transport.abort()  # before anything that a cut could break off
            for way in ways:
                way.cancel()
            await asyncio.gather(*ways, return_exceptions=True)


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
