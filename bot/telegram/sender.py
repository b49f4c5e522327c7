"""From the outbox to Telegram: answers before broadcasts, in order within a chat, never faster than Telegram allows.

Each round is one transaction: what became of earlier sends is written down, and the next ones are marked as begun.
Only then do they go out. A death in between costs at most one repeat; what is repeated goes out one at a time, so
that another death leaves one message in doubt for the second time and not all of them.
"""

import asyncio
import datetime as dt
import logging
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import TypeVar

from sqlmodel import Session

from bot.clock import Clock
from bot.news import News
from bot.telegram.again import tell_again
from bot.telegram.api import ApiError, BotApi, NotDelivered, Refused, Unanswered
from bot.telegram.flights import Flights
from bot.telegram.outcomes import SENT, Outcome, message_id_of, pause_after, settle_all
from bot.telegram.pauses import Pauses
from bot.telegram.rates import Limits
from bot.telegram.request import Flight
from coach.errors import DatabaseError
from storage.database import Database
from storage.doubt import recover
from storage.leases import sign
from storage.outbox import Outgoing, drop_late, give_back, halted_until, mark_sending, next_messages
from storage.tables import Lane

T = TypeVar("T")
log = logging.getLogger(__name__)

AT_ONCE = 64
"""Sends in flight; far more than the limits need unless Telegram is slow."""
FOR_ANSWERS = 16
"""Of them, those that broadcasts leave free: where Telegram is slow, an answer must not wait for their ends."""
STOP_WITHIN = 3.0
"""Seconds that calls in flight get to come to their end when we are told to stop."""
LOOK_WITHIN = 0.5
"""Seconds that a look at the outbox gets then."""
LOOK_AGAIN = 1.0
"""Seconds after which the outbox is looked at without being told: a pause is over, or another replica wrote."""
SWEEP_EVERY = 10.0
"""Seconds between two looks for what is no longer worth sending."""
COUNTED = ("send_", "copy_", "forward_")
"""Methods that put a message into a chat, which is what a chat's own limit counts."""
ACTION = "send_chat_action"
RECORD = "flights"
"""The name under which the database knows whose record is that of the sender."""


@dataclass
class Round:
    """One look at the outbox: what goes out now, and whether more may wait."""

    messages: list[Outgoing] = field(default_factory=list)
    full: bool = False
    """Answers were held back by the overall limit, or may have been."""
    broadcasting: bool = False
    """There may be more to broadcast."""


class Sender:
    """The one sender of a bot. ``clock`` is the machine's own: its moments are about Telegram, not the athlete."""

    def __init__(
        self,
        api: BotApi,
        database: Database,
        clock: Clock,
        limits: Limits,
        *,
        seconds: Callable[[], float] = time.monotonic,
        settled: Callable[[str], None] = lambda _: None,
        pauses: Pauses | None = None,
        flights: Flights | None = None,
    ) -> None:
        self._api = api
        self._database = database
        self._clock = clock
        self._limits = limits
        self._seconds = seconds
        self._settled = settled
        self._pauses = pauses or Pauses()
        self._flights = flights or Flights()
        self._news = News()
        self._outcomes: list[Outcome] = []
        self._in_flight: dict[int, int | None] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._sweep_at = float("-inf")
        self._unbegun: set[int] = set()
        """Calls marked as begun that were not: in a transaction whose end we did not hear, or told to stop then."""
        self._doubtful: set[int] = set()
        """Calls to be made once more, because nobody knows how they ended. In doubt again, they would have to wait."""
        self._unsure = True
        """There may be words in doubt twice, to be told once more when Telegram has answered another call."""

    def wake(self) -> None:
        """Something new is in the outbox."""
        self._news.tell()

    async def run(self) -> None:
        """Send until cancelled; what is in flight then is finished and written down."""
        self._flights.open()
        try:
            await self._take_up()
            while True:
                self._news.take_note()
                round_ = await self._look_to_the_end()
                for message in round_.messages:
                    self._begin(message)
                await self._pause(round_)
        finally:
            try:
                await self._finish_in_flight()
            finally:
                self._flights.close()

    async def _take_up(self) -> None:
        """Begin where the sender before us ended, however it did."""
        self._doubtful = await self._insist(self._recover)
        self._flights.clear()
        self._heed(await self._insist(halted_until))

    def _recover(self, session: Session) -> set[int]:
        now = self._clock.now()
        if not sign(session, RECORD, self._flights.mark, now):
            self._flights.clear()  # another machine's sender has been at work since
        return recover(session, now, self._flights.known())

    async def _insist(self, work: Callable[[Session], T]) -> T:
        """Do it in a transaction, however long the database needs to come back."""
        while True:
            try:
                done = await self._database.run(work)
            except DatabaseError:
                log.warning("the database does not answer; messages wait in it")
                await self._pauses.wait()
            else:
                self._pauses.reset()
                return done

    def _heed(self, halt: dt.datetime | None) -> None:
        """Keep the silence that Telegram asked of the sender before us."""
        if halt is not None:
            self._limits.halt(self._seconds() + (halt - self._clock.now()).total_seconds())

    async def _look_to_the_end(self) -> Round:
        """A look that is not broken off: told to stop meanwhile, we still hear what it marked, and give that back."""
        look = asyncio.create_task(self._look())
        try:
            return await asyncio.shield(look)
        except asyncio.CancelledError:
            await asyncio.wait([look], timeout=LOOK_WITHIN)
            if not look.cancel():
                self._unbegun = {message.id for message in look.result().messages}
            raise

    async def _look(self) -> Round:
        if self._flights.open():  # whoever sent before us on this machine has let go of it
            self._flights.clear()
            await self._insist(lambda session: sign(session, RECORD, self._flights.mark, self._clock.now()))
        outcomes = list(self._outcomes)
        round_ = await self._insist(lambda session: self._round(session, outcomes))
        self._unbegun = set()
        del self._outcomes[: len(outcomes)]
        self._unsure = self._unsure and not _answered(outcomes)
        for outcome in outcomes:
            self._in_flight.pop(outcome.row.id, None)
            self._note_doubt(outcome)
        self._flights.keep_only({*self._in_flight, *(message.id for message in round_.messages)})
        return round_

    def _note_doubt(self, outcome: Outcome) -> None:
        """A first doubt means once more; the second, that it waits until Telegram answers."""
        if isinstance(outcome.error, Unanswered) and outcome.row.id not in self._doubtful:
            self._doubtful.add(outcome.row.id)
        elif outcome.error is None or isinstance(outcome.error, Unanswered):
            self._unsure = self._unsure or outcome.error is not None
            self._doubtful.discard(outcome.row.id)

    def _round(self, session: Session, outcomes: list[Outcome]) -> Round:
        now = self._clock.now()
        settle_all(session, outcomes, now)
        if self._unsure and _answered(outcomes):
            self._doubtful |= tell_again(session, now)
        over = {outcome.row.id for outcome in outcomes}
        still = {row: chat for row, chat in self._in_flight.items() if row not in over}
        if self._unbegun:
            give_back(session, self._unbegun)
        if self._seconds() >= self._sweep_at:
            self._sweep_at = self._seconds() + SWEEP_EVERY
            drop_late(session, now)
        round_ = Round()
        busy = {*still.values(), *self._limits.full_chats(self._seconds())}
        for lane in (Lane.ANSWER, Lane.BROADCAST):
            self._choose(session, round_, lane, still, busy)
        if round_.messages:
            for message in round_.messages:
                self._flights.plan(message)
            self._unbegun = mark_sending(session, [message.id for message in round_.messages])
            round_.messages = [message for message in round_.messages if message.id in self._unbegun]
        return round_

    def _choose(
        self, session: Session, round_: Round, lane: Lane, in_flight: Collection[int], busy: set[int | None]
    ) -> None:
        """``busy``: the chats that get nothing now, because a call is under way there or they are full."""
        seconds = self._seconds()
        broadcast = lane is Lane.BROADCAST
        slots = AT_ONCE - len(in_flight) - len(round_.messages) - (FOR_ANSWERS if broadcast else 0)
        if slots <= 0:
            return  # the end of a call is news
        room = min(self._limits.room(seconds, broadcast=broadcast, begun=len(round_.messages)), slots)
        if room <= 0:
            round_.full = round_.full or not broadcast
            round_.broadcasting = round_.broadcasting or broadcast
            return
        skipping = [chat for chat in busy if chat is not None]
        found = next_messages(session, self._clock.now(), lane, room + len(self._doubtful), skipping)
        if self._doubtful:
            found = self._one_doubtful(found, {*in_flight, *(message.id for message in round_.messages)})[:room]
        round_.messages += found
        busy.update(message.chat_id for message in found)
        if broadcast:
            round_.broadcasting = len(found) == room
        else:
            round_.full = len(found) == room

    def _one_doubtful(self, found: list[Outgoing], begun: set[int]) -> list[Outgoing]:
        """What was found, but of calls to be repeated only one, and none while one of them is under way."""
        first = next((message.id for message in found if message.id in self._doubtful), None)
        allowed = first if self._doubtful.isdisjoint(begun) else None
        return [message for message in found if message.id == allowed or message.id not in self._doubtful]

    def _begin(self, message: Outgoing) -> None:
        counted = message.method.startswith(COUNTED) and message.method != ACTION
        broadcast = message.lane == Lane.BROADCAST
        self._limits.take(message.chat_id if counted else None, self._seconds(), broadcast=broadcast)
        self._in_flight[message.id] = message.chat_id
        task = asyncio.create_task(self._send(message))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _send(self, message: Outgoing) -> None:
        outcome = await self._call(message)
        if isinstance(outcome.error, Refused) and outcome.error.status == Refused.TOO_MANY:
            self._limits.halt(self._seconds() + pause_after(outcome))
            log.warning("Telegram asks to wait %s s; all sending stops", outcome.error.retry_after)
        self._note_end(outcome)
        self._settled(outcome.word)
        self._outcomes.append(outcome)
        self._news.tell()

    def _note_end(self, outcome: Outcome) -> None:
        if outcome.word == SENT:
            self._flights.said(outcome.row.id, message_id_of(outcome))
        elif not isinstance(outcome.error, Unanswered):
            self._flights.refused(outcome.row.id)

    async def _call(self, message: Outgoing) -> Outcome:
        file = None
        if message.attachment is not None:
            file = (message.attachment_name or "file", message.attachment)
        flight = Flight.begin(lambda: self._flights.begin(message.id))
        try:
            return Outcome(message, await self._api.call(message.method, message.payload, attachment=file))
        except ApiError as error:
            return Outcome(message, error=error)
        except asyncio.CancelledError:  # we are told to stop, and waited for as long as we may
            return Outcome(message, error=Unanswered() if flight.connected else NotDelivered())

    async def _pause(self, round_: Round) -> None:
        """Wait for news, or until the limits allow what they held back."""
        now = self._seconds()
        waits = [LOOK_AGAIN, *(at - now for at in self._limits.full_chats(now).values())]
        if round_.full or self._limits.room(now) == 0:
            waits.append(self._limits.free_at(now) - now)
        if round_.broadcasting:
            waits.append(self._limits.free_at(now, broadcast=True) - now)
        await self._news.wait(max(0.0, min(waits)))

    async def _finish_in_flight(self) -> None:
        if self._tasks:
            _, late = await asyncio.wait(list(self._tasks), timeout=STOP_WITHIN)
            for task in late:
                task.cancel()
            await asyncio.gather(*late)
        outcomes, now = list(self._outcomes), self._clock.now()

        def write_down(session: Session) -> None:
            settle_all(session, outcomes, now)
            give_back(session, self._unbegun)

        if outcomes or self._unbegun:
            await self._database.run(write_down)


def _answered(outcomes: Collection[Outcome]) -> bool:
    """Whether Telegram has taken one of them, and we know it."""
    return any(outcome.word == SENT for outcome in outcomes)
