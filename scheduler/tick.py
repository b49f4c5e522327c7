"""The one timer of the house: every second it asks who is due, claims them in small batches and hands them on."""

import asyncio
import datetime as dt
import logging
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, Final, NamedTuple

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlmodel import Session

from coach.errors import DatabaseError
from coach.memories import forget_people
from scheduler.due import is_useful, is_zone, judge
from scheduler.quiet import quiet_hours
from storage.claims import Claim, Due, claim_due, set_right
from storage.database import Database
from storage.guided import due_guided
from storage.inbox import tidy_inbox
from storage.outbox import tidy_outbox
from storage.prompts import mark_dropped, unsaid
from storage.tables import PromptKind

log = logging.getLogger(__name__)

BATCH: Final = 2_000
"""Athletes claimed in one transaction: few enough that a message that arrives meanwhile does not wait."""
CLAIMING: Final = 2
"""Batches claimed at the same time while many are due, where the database can."""
GUIDED_BATCH: Final = 100
"""Guided sessions looked after in one tick; the others wait a second."""
ABANDONED_AFTER: Final = dt.timedelta(minutes=5)
"""A prompt claimed this long ago and not said was in the hands of a process that died."""
LOOK_BACK_EVERY: Final = dt.timedelta(minutes=1)
TIDY_EVERY: Final = dt.timedelta(hours=1)
MISSED: Final = 5
"""Ticks that did not come before the timer is set anew."""

OnClaimed = Callable[[list[int]], Awaitable[None]]
"""Takes the ids of claimed prompts; it should note them and return, not say them before it returns. While it waits
for room nothing more is claimed.

The same id may come again after a while; ``storage.prompts.take_prompt`` tells whether it still waits.
"""


class Ticker:
    """Claims what is due and hands it on, from ``start`` until ``stop``. Several replicas may tick at once."""

    def __init__(
        self,
        database: Database,
        now: Callable[[], dt.datetime],
        on_claimed: OnClaimed,
        *,
        on_guided: OnClaimed | None = None,
        every: float = 1.0,
    ) -> None:
        self._database = database
        self._now = now
        self._on_claimed = on_claimed
        self._on_guided = on_guided
        self._every = every
        self._looked_back: dt.datetime | None = None
        self._tidied: dt.datetime | None = None
        self._scheduler = AsyncIOScheduler(timezone=dt.UTC)
        self._in_hand = False
        self._ended = 0.0
        self._watch: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to tick on the running event loop; the first tick comes at once."""
        for job in (self._tick_or_wait, self._guide_or_wait):
            self._scheduler.add_job(
                job,
                "interval",
                seconds=self._every,
                next_run_time=dt.datetime.now(dt.UTC),
                coalesce=True,
                max_instances=1,
                misfire_grace_time=None,
            )
        self._scheduler.start()
        self._watch = asyncio.create_task(self._keep_time())

    def stop(self) -> None:
        """Tick no more; a tick in hand ends by itself."""
        if self._watch is not None:
            self._watch.cancel()
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    async def tick(self, now: dt.datetime) -> int:
        """Claim everything that is due at ``now`` and hand it on, batch by batch; once an hour, tidy up and forget.

        Returns:
            How many prompts were handed on.

        Raises:
            DatabaseError: the rest is claimed by a later tick.
        """
        handed = await self._take_up(now)
        claim = await self._claim(now)
        handed += await self._hand_on(claim.prompts)
        if claim.athletes == BATCH:
            handed += await self._claim_rest(now)
        if self._tidied is None or now - self._tidied >= TIDY_EVERY:
            self._tidied = now
            forget_people()
            await self._database.run(lambda session: tidy(session, now), gives_way=True)
        return handed

    async def wake_guided(self, now: dt.datetime) -> None:
        """Hand on strength sessions whose rest or hold goes on, or that were left open overnight.

        Apart from ``tick``: a rest must not wait for thousands of prompts to find room.

        Raises:
            DatabaseError: a later call finds them again.
        """
        if self._on_guided is None:
            return
        due = await self._database.run(lambda session: due_guided(session, now, GUIDED_BATCH))
        if due:
            await self._on_guided(due)

    async def _keep_time(self) -> None:
        """Set the timer anew where no tick comes: APScheduler reckons by the wall clock, and somebody set that back."""
        seconds = asyncio.get_running_loop().time
        self._ended = seconds()
        while True:
            await asyncio.sleep(self._every * MISSED)
            if not self._in_hand and seconds() - self._ended >= self._every * MISSED:
                log.warning("no tick came, as after the machine's clock was set back; the timer is set anew")
                for job in self._scheduler.get_jobs():
                    job.modify(next_run_time=dt.datetime.now(dt.UTC))

    async def _tick_or_wait(self) -> None:
        self._in_hand = True
        try:
            await _or_wait(self.tick(self._now()))
        finally:
            self._in_hand, self._ended = False, asyncio.get_running_loop().time()

    async def _guide_or_wait(self) -> None:
        await _or_wait(self.wake_guided(self._now()))

    async def _claim_rest(self, now: dt.datetime) -> int:
        """Many are due: claim until a batch is no longer full, on PostgreSQL two batches at a time."""
        lines = (self._claim_on(now) for _ in range(1 if self._database.is_sqlite else CLAIMING))
        ends = await asyncio.gather(*lines, return_exceptions=True)
        if failed := next((end for end in ends if isinstance(end, BaseException)), None):
            raise failed
        return sum(end for end in ends if isinstance(end, int))

    async def _claim_on(self, now: dt.datetime) -> int:
        handed, claimed = 0, BATCH
        while claimed == BATCH:
            claim = await self._claim(now)
            claimed = claim.athletes
            handed += await self._hand_on(claim.prompts)
        return handed

    async def _claim(self, now: dt.datetime) -> Claim:
        return await self._database.run(lambda session: claim_due(session, now, BATCH, judge), gives_way=True)

    async def _take_up(self, now: dt.datetime) -> int:
        """Prompts that a process claimed and died before saying: at the start all of them, later the old ones."""
        first = self._looked_back is None
        if self._looked_back is not None and now - self._looked_back < LOOK_BACK_EVERY:
            return 0
        if await self._database.run(lambda session: set_right(session, now)):
            log.warning("the clock had been ahead; who was prompted for days to come is looked at again")
        before = now if first else now - ABANDONED_AFTER
        self._looked_back = now
        handed, last = 0, 0
        while (found := await self._abandoned(now, before, last)).seen:
            handed, last = handed + await self._hand_on(found.useful), found.seen
        return handed

    async def _abandoned(self, now: dt.datetime, before: dt.datetime, after_id: int) -> "Abandoned":
        return await self._database.run(lambda session: take_up(session, now, before, after_id), gives_way=True)

    async def _hand_on(self, prompts: list[int]) -> int:
        if prompts:
            await self._on_claimed(prompts)
        return len(prompts)


def tidy(session: Session, now: dt.datetime) -> None:
    """Forget what both boxes need not remember any longer."""
    tidy_inbox(session, now)
    tidy_outbox(session, now)


async def _or_wait(job: Coroutine[Any, Any, object]) -> None:
    try:
        await job
    except DatabaseError as error:
        log.warning("tick waits for the database: %s", error.data.get("reason"))
    except asyncio.CancelledError:
        return  # the program stops; APScheduler would call it an error


class Abandoned(NamedTuple):
    """Prompts that somebody claimed and never said: the useful ones, and the last id looked at (0: none left)."""

    useful: list[int]
    seen: int


def take_up(session: Session, now: dt.datetime, claimed_before: dt.datetime, after_id: int = 0) -> Abandoned:
    """The next batch of prompts that were claimed and not said; those no longer useful are dropped."""
    useful, seen = [], 0
    for prompt, athlete in unsaid(session, claimed_before, BATCH, after_id=after_id):
        due = Due(PromptKind(prompt.kind), prompt.local_date, prompt.due_at)
        seen = prompt.id or seen
        quiet = quiet_hours(athlete.quiet_from, athlete.quiet_to)
        if athlete.zone is not None and is_zone(athlete.zone) and is_useful(due, athlete.zone, now, quiet):
            useful.append(seen)
        else:
            mark_dropped(session, prompt)
    return Abandoned(useful, seen)
