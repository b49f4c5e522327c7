"""From claimed prompts to words in the outbox: a few at a time, so that nobody who writes meanwhile waits for them."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from typing import TypeVar

from sqlmodel import Session

from bot.desk import Desk
from bot.house import House
from bot.logs import about, outline
from bot.telegram.deaths import Deaths
from bot.telegram.pauses import Pauses
from bot.turn import words_of
from coach.errors import DatabaseUnreachable
from scheduler.due import is_useful, is_zone, useful_until
from scheduler.quiet import quiet_hours
from storage.athletes import athlete_by_id
from storage.claims import Due
from storage.conversations import lock_chat
from storage.prompts import mark_dropped, owner_of, take_prompt
from storage.tables import Lane, Prompt, PromptKind

T = TypeVar("T")
log = logging.getLogger(__name__)

BATCH = 2
"""Prompts said in one transaction: a plan is reckoned for each, and the database's thread is busy meanwhile."""

WAITING = 2_000
"""Claimed prompts that wait to be said; more are claimed only when there is room, or a morning would fill memory."""

SayPrompt = Callable[[Desk, Prompt], None]


class Prompter:
    """Says claimed prompts through ``say``, in the broadcast lane."""

    def __init__(self, house: House, say: SayPrompt, deaths: Deaths | None = None) -> None:
        self._house = house
        self._say = say
        self._deaths = deaths or Deaths()
        self._pauses = Pauses()
        self._waiting: asyncio.Queue[int] = asyncio.Queue(WAITING)
        self._noted: set[int] = set()

    async def on_claimed(self, prompts: Sequence[int]) -> None:
        """Note claimed prompts, each once; they are said soon. Returns when there was room for all."""
        for prompt_id in prompts:
            if prompt_id not in self._noted:
                self._noted.add(prompt_id)
                await self._waiting.put(prompt_id)

    async def run(self) -> None:
        """Say what is noted until cancelled. What is not said then is found again by the ticker."""
        self._deaths.open()
        try:
            while True:
                await self._say_next()
        finally:
            self._deaths.close()

    async def settled(self) -> None:
        """Wait until everything noted so far has been said."""
        await self._waiting.join()

    async def _say_next(self) -> None:
        batch = [await self._waiting.get()]
        while len(batch) < BATCH and not self._waiting.empty():
            batch.append(self._waiting.get_nowait())
        await self._say_all(batch)
        self._noted.difference_update(batch)
        for _ in batch:
            self._waiting.task_done()

    async def _say_all(self, batch: Sequence[int]) -> None:
        if await self._said(batch) or len(batch) == 1:
            return
        # One of them cannot be said; the others can.
        for prompt_id in batch:
            await self._said([prompt_id])

    async def _said(self, batch: Sequence[int]) -> bool:
        try:
            await self._insist(lambda session: self._say_each(session, batch))
        except Exception as error:  # noqa: BLE001 — one athlete's prompt must not cost the others theirs
            if len(batch) == 1:
                await self._complain(batch[0], error)
            return False
        for prompt_id in batch:  # what was given up is dropped for certain only now
            self._deaths.forget(prompt_id)
        self._house.wake_sender()
        return True

    async def _complain(self, prompt_id: int, error: Exception) -> None:
        athlete = await self._insist(lambda session: owner_of(session, prompt_id))
        with about(prompt=prompt_id, athlete=athlete):
            log.error("a prompt could not be said: %s", outline(error))

    async def _insist(self, work: Callable[[Session], T]) -> T:
        while True:
            try:
                done = await self._house.database.run(work, gives_way=True)
            except DatabaseUnreachable:
                log.warning("the database does not answer; prompts wait in it")
                await self._pauses.wait()
            else:
                self._pauses.reset()
                return done

    def _say_each(self, session: Session, batch: Sequence[int]) -> None:
        for prompt_id in batch:
            if self._deaths.are_enough(prompt_id):
                _give_up(session, prompt_id)
                continue
            self._deaths.begin(prompt_id)
            try:
                say_prompt(session, self._house, prompt_id, self._say)
            finally:
                self._deaths.end(prompt_id)


def _give_up(session: Session, prompt_id: int) -> None:
    """Drop a prompt over which the process has ended again and again; the next day's is tried again."""
    row = take_prompt(session, prompt_id)
    if row is not None:
        with about(prompt=prompt_id, athlete=row.athlete_id):
            log.error("a prompt is given up: the process has ended over it every time")
        mark_dropped(session, row)


def say_prompt(session: Session, house: House, prompt_id: int, say: SayPrompt) -> None:
    """Say one claimed prompt, unless somebody else has, its athlete is gone, or it waited until it was of no use."""
    row = take_prompt(session, prompt_id)
    athlete = athlete_by_id(session, row.athlete_id) if row is not None else None
    if row is None or athlete is None:
        return
    now = house.clock.now()
    due = Due(PromptKind(row.kind), row.local_date, row.due_at)
    zone, quiet = athlete.zone or "UTC", quiet_hours(athlete.quiet_from, athlete.quiet_to)
    if not is_zone(zone) or not is_useful(due, zone, now, quiet):
        mark_dropped(session, row)
        return
    lock_chat(session, athlete.chat_id)
    desk = Desk(session, now, athlete.chat_id, words_of(athlete), athlete, Lane.BROADCAST)
    desk.useful_until = useful_until(due, zone, now, quiet)
    say(desk, row)
