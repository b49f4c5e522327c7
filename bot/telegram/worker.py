"""From the inbox to the handlers: in order within a chat, in parallel across chats, and nothing blocks the rest.

An update whose handling fails is tried three times and then set aside, with the state as it was before it; so is one
that ends the process (``in_hand``). A lost
database is no try; a database that is there and ended the update's transaction is one, but where somebody else keeps
a lock, which is waited for as patiently as a lost database, for ten minutes.
"""

import asyncio
import logging
import time
from typing import Any

from sqlmodel import Session
from telegram import Update
from telegram.ext import Application

from bot.desk import Desk
from bot.house import House
from bot.logs import about, outline
from bot.news import News
from bot.screens import Screen
from bot.telegram.floods import Floods
from bot.telegram.in_hand import InHand
from bot.telegram.pauses import Pauses
from bot.turn import words_of
from coach.errors import DatabaseError, DatabaseUnreachable, LockHeld
from storage.athletes import athlete_in_chat
from storage.inbox import Waiting, chat_key_of, fail_update, finish_update, next_updates, waiting_update

log = logging.getLogger(__name__)

AT_ONCE = 16
"""Updates handled at the same time, slow cases aside; more would only wait for the database."""
LOCK_PATIENCE = 600.0
"""Seconds for which an update may find a lock kept by somebody else before each further time counts as a try."""
KILLED = "the process ended while it was handled"
"""What stands in the inbox beside an update that was alone in hand when the process was killed."""
LOOK_AGAIN = 2.0
"""Seconds after which the inbox is looked at without being told: another replica may have written to it."""


class Worker:
    """Hands waiting updates to python-telegram-bot's handlers."""

    def __init__(
        self,
        house: House,
        application: Application[Any, Any, Any, Any, Any, Any],
        *,
        pauses: Pauses | None = None,
        floods: Floods | None = None,
        in_hand: InHand | None = None,
    ) -> None:
        self._house = house
        self._application = application
        self._pauses = pauses or Pauses()
        self._floods = floods
        self._in_hand = in_hand or InHand()
        self._news = News()
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._keys: dict[int, int | None] = {}
        self.lock_patience = LOCK_PATIENCE
        self._locked_since: dict[int, float] = {}
        house.slowly.entered = self.wake

    def wake(self) -> None:
        """Something new is in the inbox."""
        self._news.tell()

    async def run(self) -> None:
        """Handle updates until cancelled; those in hand are finished first, what only waits for its turn is left."""
        self._in_hand.open()
        try:
            await self._news.look_always(self._begin_next, LOOK_AGAIN)
        finally:
            await self._finish_in_hand()
            self._in_hand.close()

    async def _begin_next(self) -> None:
        room = AT_ONCE - (len(self._tasks) - self._house.slowly.inside)
        if room <= 0:
            return
        skipping = [key for key in self._keys.values() if key is not None]
        skipping += self._floods.tired() if self._floods is not None else ()
        try:
            await self._count_blame()
            rows = await self._house.database.run(lambda session: next_updates(session, room, skipping))
        except DatabaseError:
            log.warning("the database does not answer; updates wait in it")
            await self._pauses.wait()
            self._news.tell()
            return
        self._pauses.reset()
        for row in self._in_hand.choose(rows, busy=bool(self._tasks)):
            if row.update_id not in self._tasks:
                self._begin(row)

    def _begin(self, row: Waiting) -> None:
        self._keys[row.update_id] = row.chat_key
        if self._floods is not None:
            self._floods.handled(row.chat_key)
        self._in_hand.begin(row.update_id)
        task = asyncio.create_task(self._handle(row.update_id, row.payload))
        self._tasks[row.update_id] = task
        task.add_done_callback(lambda _: self._let_go(row.update_id))

    def _let_go(self, update_id: int) -> None:
        del self._tasks[update_id], self._keys[update_id]
        self._in_hand.end(update_id)
        self._news.tell()

    async def _finish_in_hand(self) -> None:
        self._house.slowly.send_away()
        if self._tasks:
            await asyncio.wait(list(self._tasks.values()))

    async def _handle(self, update_id: int, payload: dict[str, Any]) -> None:
        started, outcome = time.perf_counter(), "waiting"
        with about(update=update_id):
            try:
                outcome = "handled" if await self._once(update_id, payload) else "failed"
            except DatabaseError:
                log.warning("the database does not answer; the update waits in it")
                await self._pauses.wait()
            except Exception as error:  # noqa: BLE001 — a defect of ours; the update waits, and the others go on
                log.error("the worker itself failed: %s", outline(error))  # noqa: TRY400 — see ``outline``
                await self._pauses.wait()
        self._house.metrics.handled(outcome, time.perf_counter() - started)

    async def _once(self, update_id: int, payload: dict[str, Any]) -> bool:
        house = self._house
        try:
            update = Update.de_json(payload, self._application.bot)
        except Exception as error:  # noqa: BLE001 — whatever Telegram sends, the next updates must go on
            await self._failed(update_id, payload, error)
            return False
        await self._application.process_update(update)
        broken = house.broken.pop(update_id, None)
        if isinstance(broken, DatabaseUnreachable) or (isinstance(broken, LockHeld) and self._bears_with(update_id)):
            raise broken
        if not isinstance(broken, LockHeld):
            self._locked_since.pop(update_id, None)
        if broken is not None:
            await self._failed(update_id, payload, broken)
        elif update_id not in house.finished:
            await house.database.run(lambda session: finish_update(session, update_id, house.clock.now()))
        house.finished.discard(update_id)
        return broken is None

    def _bears_with(self, update_id: int) -> bool:
        """Whether an update that found a lock kept by somebody else is still tried without counting."""
        now = asyncio.get_running_loop().time()
        return now - self._locked_since.setdefault(update_id, now) < self.lock_patience

    async def _count_blame(self) -> None:
        """An update that was alone in hand when the process before was killed has had a try."""
        blamed = self._in_hand.blamed
        if blamed is None:
            return
        row = await self._house.database.run(lambda session: waiting_update(session, blamed))
        if row is not None:
            with about(update=blamed):
                await self._tried(blamed, row.payload, KILLED)
        self._in_hand.blamed = None

    async def _failed(self, update_id: int, payload: dict[str, Any], error: Exception) -> None:
        if not await self._tried(update_id, payload, outline(error)):
            await self._pauses.wait()

    async def _tried(self, update_id: int, payload: dict[str, Any], place: str) -> bool:
        """Count a try that failed; whether it was the last and the update is set aside."""
        now, athlete = self._house.clock.now(), 0

        def note(session: Session) -> tuple[bool, int]:
            dead = fail_update(session, update_id, place[:500], now)
            if dead:
                regret(session, self._house, payload)
            return dead, whose(session, payload)

        try:
            dead, athlete = await self._house.database.run(note)
        finally:
            with about(athlete=athlete):
                log.error("an update could not be handled: %s", place)
        if dead:
            with about(athlete=athlete):
                log.error("the update is set aside after its last try")
            self._locked_since.pop(update_id, None)
            self._house.wake_sender()
        return dead


def whose(session: Session, payload: dict[str, Any]) -> int:
    """The id of the athlete in whose chat an update happened; 0 where there is none."""
    key = chat_key_of(payload)
    athlete = athlete_in_chat(session, key) if key is not None else None
    return (athlete.id or 0) if athlete is not None else 0


def regret(session: Session, house: House, payload: dict[str, Any]) -> None:
    """Tell the person whose update was set aside that it was, and that nothing else changed."""
    query = payload.get("callback_query")
    chat = _part(_part(payload, "message") or _part(_part(payload, "callback_query"), "message"), "chat")
    chat_id = chat.get("id")
    if chat.get("type") != "private" or not isinstance(chat_id, int):
        return
    athlete = athlete_in_chat(session, chat_id)
    desk = Desk(session, house.clock.now(), chat_id, words_of(athlete), athlete)
    if isinstance(query, dict) and "id" in query:
        desk.toast(str(query["id"]))
    desk.say(Screen(desk.words("error.set_aside")))


def _part(payload: dict[str, Any], name: str) -> dict[str, Any]:
    """A part of an update that may be anything: what could not be handled may be malformed too."""
    part = payload.get(name)
    return part if isinstance(part, dict) else {}


def note_broken(house: House, update: object, error: Exception | None) -> None:
    """Remember that a handler failed; python-telegram-bot would only log it."""
    if isinstance(update, Update) and error is not None:
        house.broken[update.update_id] = error
