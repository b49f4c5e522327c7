"""Updates that wait for the bot: numbered, confirmed by offset, kept for a day, taps for 150 seconds.

The rules are Telegram's: asking with an offset forgets everything below it; what was handed out but not confirmed is
handed out again; a second poll ends the first with a 409.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice, takewhile

from bot.clock import Clock
from bot.sandbox.refusals import Json, refused

KEPT = timedelta(hours=24)
TAP_KEPT = timedelta(seconds=150)
FIRST_UPDATE = 100_000_001
POLLING = 3.0
ON_REQUEST_ONLY = {"chat_member", "message_reaction", "message_reaction_count"}
TERMINATED = "terminated by other getUpdates request; make sure that only one bot instance is running"
TERMINATED_BY_WEBHOOK = "terminated by setWebhook request"


@dataclass(frozen=True)
class Waiting:
    """One update and until when Telegram keeps it."""

    update: Json
    until: datetime


class Updates:
    """The queue of one bot."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._waiting: dict[int, Waiting] = {}
        self._next = FIRST_UPDATE
        self._oldest: datetime | None = None
        self._news = asyncio.Event()
        self._poll: asyncio.Future[object] | None = None
        self.allowed: frozenset[str] = frozenset()
        self.handed_out = 0
        self._asked_at = -POLLING

    def add(self, kind: str, content: Json) -> int | None:
        """Queue an update; None where the bot has not asked for its kind."""
        if kind not in self.allowed if self.allowed else kind in ON_REQUEST_ONLY:
            return None
        number, self._next = self._next, self._next + 1
        until = self._clock.now() + (TAP_KEPT if kind == "callback_query" else KEPT)
        self._waiting[number] = Waiting({"update_id": number, kind: content}, until)
        self._oldest = until if self._oldest is None else min(self._oldest, until)
        self._wake()
        return number

    def pending(self, limit: int | None = None) -> list[Json]:
        """What has not been confirmed and is not too old, the first ``limit`` of it."""
        now = self._clock.now()
        if self._oldest is not None and self._oldest <= now:
            self._waiting = {number: waiting for number, waiting in self._waiting.items() if waiting.until > now}
            self._oldest = min((waiting.until for waiting in self._waiting.values()), default=None)
        return [waiting.update for waiting in islice(self._waiting.values(), limit)]

    def confirm(self, offset: int) -> None:
        """Forget everything below ``offset``; a negative one keeps only that many from the end."""
        if offset < 0:
            offset = min([*self._waiting][offset:], default=0)
        for number in list(takewhile(lambda number: number < offset, self._waiting)):
            del self._waiting[number]
        self._wake()

    def forget_one(self, number: int) -> None:
        """Drop one update: a webhook has taken it."""
        self._waiting.pop(number, None)
        self._wake()

    def clear(self) -> None:
        """Drop everything."""
        self._waiting = {}
        self._wake()

    def interrupt(self, reason: str) -> None:
        """End the poll under way, if there is one, with a 409."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(reason)

    async def poll(self, offset: int, limit: int, timeout: float) -> Sequence[Json]:  # noqa: ASYNC109 — Telegram's word
        """What a long poll answers: the pending updates, or, after ``timeout`` seconds, none.

        Raises:
            Refused: another poll or a webhook took over.
        """
        self.confirm(offset)
        self.interrupt(TERMINATED)
        mine = self._poll = asyncio.get_running_loop().create_future()
        try:
            found = await self._wait(mine, limit, timeout)
        finally:
            if self._poll is mine:
                self._poll = None
            if timeout > 0:
                self._asked_at = asyncio.get_running_loop().time()
        if mine.done():
            raise refused(409, str(mine.result()))
        self.handed_out = max([self.handed_out, *(update["update_id"] for update in found)])
        return found

    def is_read(self, has_webhook: bool) -> bool:  # noqa: FBT001 — a plain fact
        """Whether a bot is there that will take what waits: it long-polls, has just done so, or has a webhook."""
        polls = self._poll is not None and not self._poll.done()
        return has_webhook or polls or asyncio.get_running_loop().time() - self._asked_at < POLLING

    async def news(self) -> None:
        """Wait until the queue changes."""
        await self._news.wait()

    async def _wait(self, poll: "asyncio.Future[object]", limit: int, timeout: float) -> list[Json]:  # noqa: ASYNC109
        loop = asyncio.get_running_loop()
        end = loop.time() + timeout
        while not (found := self.pending(limit)):
            if (left := end - loop.time()) <= 0 or not await self._woken(poll, left):
                break
        return found

    async def _woken(self, poll: "asyncio.Future[object]", seconds: float) -> bool:
        news: asyncio.Future[object] = asyncio.ensure_future(self._news.wait())
        waited: list[asyncio.Future[object]] = [news, poll]
        try:
            await asyncio.wait(waited, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        finally:
            news.cancel()
        return not poll.done()

    def _wake(self) -> None:
        self._news.set()
        self._news = asyncio.Event()
