"""One among several replicas does what only one may do: polling, sending. The others stand by.

A lease row says who leads and until when. Who leads renews it long before its end; who dies stops renewing, and
another takes over within ``LEASE`` and one look. The embedded database has one program and needs no election.
"""

import asyncio
import datetime as dt
import logging
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any

from bot.clock import Clock
from coach.errors import DatabaseError
from storage.database import Database
from storage.leases import release, take

log = logging.getLogger(__name__)

LEASE = dt.timedelta(seconds=8)
RENEW_EVERY = 2.5
LOOK_EVERY = 1.5
HEAR_OUT = 2.0
"""Seconds that a leaving replica waits for a lease that it has asked for, so as to give it back."""


class Elected:
    """Runs ``job`` whenever this replica holds the lease ``name``."""

    def __init__(
        self, database: Database, clock: Clock, name: str, holder: str, job: Callable[[], Coroutine[Any, Any, None]]
    ) -> None:
        self._database = database
        self._clock = clock
        self._name = name
        self._holder = holder
        self._job = job
        self._until = 0.0
        """How long the lease is certainly ours, on the loop's own clock, which nobody sets back."""
        self._asked: asyncio.Task[bool] | None = None
        """The question for the lease that may still make it ours; it goes on where whoever asked is cancelled."""

    async def run(self) -> None:
        """Stand by, lead, stand by again, until cancelled. What the job raises ends it."""
        try:
            while True:
                while not await self._taken():  # noqa: ASYNC110 — another process sets no event of ours
                    await asyncio.sleep(LOOK_EVERY)
                log.info("this replica leads: %s", self._name)
                await self._lead()
                log.warning("this replica no longer leads: %s", self._name)
        finally:
            await self._give_back()

    async def _lead(self) -> None:
        job = asyncio.create_task(self._job())
        try:
            while await self._taken():
                await asyncio.wait([job], timeout=RENEW_EVERY)
                if job.done():
                    job.result()
                    return
        finally:
            job.cancel()
            await asyncio.wait([job])
            await self._give_back()

    async def _give_back(self) -> None:
        """Leave the lease to others, also one being taken just now: that of the gone is waited out by all."""
        if self._asked is None:
            return
        await asyncio.wait([self._asked], timeout=HEAR_OUT)
        self._asked = None
        with suppress(DatabaseError):
            await self._database.run(lambda session: release(session, self._name, self._holder))

    async def _ask(self, now: dt.datetime) -> bool:
        return await self._database.run(lambda session: take(session, self._name, self._holder, now, LEASE))

    async def _taken(self) -> bool:
        """Whether the lease is ours. With the database away we lead on to its end, because nobody else can take it.

        A database that is silent is not waited for beyond that end: to somebody else it may answer.
        """
        now, seconds = self._clock.now(), asyncio.get_running_loop().time()
        self._asked = asyncio.create_task(self._ask(now))
        self._asked.add_done_callback(lambda asked: asked.cancelled() or asked.exception())  # nobody may be waiting
        try:
            async with asyncio.timeout_at(self._until if seconds < self._until else None):
                ours = await asyncio.shield(self._asked)
        except TimeoutError:
            return False
        except DatabaseError:
            return seconds + RENEW_EVERY < self._until
        if ours:
            self._until = seconds + LEASE.total_seconds()
        return ours
