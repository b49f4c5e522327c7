"""Polls over real connections that stall: begun anew by the watchdog, whatever the other side does with them."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Any

import pytest

from bot.telegram.api import BotApi
from bot.telegram.polling import Poller
from bot.telegram.request import AiohttpRequest
from tests.bot.telegram.virtual import cancelled

WATCHDOG = 0.3
Ill = Callable[[asyncio.StreamWriter], Awaitable[None]]


async def silent(_: asyncio.StreamWriter) -> None:
    """Accept the call and never answer."""
    await asyncio.sleep(3600)


async def dribbling(writer: asyncio.StreamWriter) -> None:
    """Answer a byte at a time and never come to an end: each read is in time."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n")
    while True:
        writer.write(b" ")
        await writer.drain()
        await asyncio.sleep(0.02)


async def half(writer: asyncio.StreamWriter) -> None:
    """Begin an answer and fall silent."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{")
    await writer.drain()
    await asyncio.sleep(3600)


class Ailing:
    """A Bot API server that is ill for its first calls and then hands out one update."""

    def __init__(self, ill: Ill, calls: int) -> None:
        self.ill = ill
        self.left = calls
        self.asked: list[str] = []
        self._busy: set[asyncio.Task[None]] = set()

    async def take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer the calls of one connection."""
        task = asyncio.current_task()
        assert task is not None
        self._busy.add(task)
        with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            while True:
                await self._answer_one(reader, writer)
        self._busy.discard(task)
        writer.transport.abort()

    async def let_go(self) -> None:
        """End every connection."""
        for task in list(self._busy):
            task.cancel()
        await asyncio.gather(*self._busy, return_exceptions=True)

    async def _answer_one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        length = int(next(line for line in head.split("\r\n") if line.lower().startswith("content-length")).split()[1])
        await reader.readexactly(length)
        method = head.split()[1].rpartition("/")[2]
        self.asked.append(method)
        if self.left:
            self.left -= 1
            await self.ill(writer)
        found: Any = [{"update_id": 7}] if method == "getUpdates" else True
        body = json.dumps({"ok": True, "result": found}).encode()
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body))
        await writer.drain()


@pytest.fixture
async def request_() -> AsyncIterator[AiohttpRequest]:
    """An open transport."""
    opened = AiohttpRequest()
    await opened.initialize()
    yield opened
    await opened.shutdown()


@pytest.mark.parametrize("ill", [silent, dribbling, half])
@pytest.mark.parametrize("calls", [1, 3], ids=["once", "again-and-again"])
async def test_a_poll_that_stalls_is_begun_anew(request_: AiohttpRequest, ill: Ill, calls: int) -> None:
    """Also while the webhook of an earlier run is being removed, which comes before the first poll."""
    ailing, kept, came = Ailing(ill, calls), [], asyncio.Event()

    async def keep(updates: Sequence[dict[str, Any]]) -> None:
        kept.extend(update["update_id"] for update in updates)
        came.set()
        await asyncio.sleep(3600)

    server = await asyncio.start_server(ailing.take, "127.0.0.1", 0)
    api = BotApi(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", "1:abc", request_)
    poll = asyncio.create_task(Poller(api, keep, watchdog=WATCHDOG).run())
    await asyncio.wait_for(came.wait(), 30)
    await cancelled(poll)
    await ailing.let_go()
    server.close()
    assert kept == [7]
    assert ailing.asked == ["deleteWebhook"] * (calls + 1) + ["getUpdates"]
