"""From a confirmed broadcast to the outbox: a batch a transaction, as fast as the sender takes them, and a report.

Several replicas may do this at once: the broadcast's row is locked while a batch is made.
"""

import datetime as dt
import logging
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.cases.broadcast import announcement
from bot.desk import Desk
from bot.house import House
from bot.logs import about
from bot.news import News
from bot.screens import Screen
from bot.telegram.pauses import Pauses
from bot.words import words_for
from coach.errors import DatabaseError
from scheduler.due import is_zone
from scheduler.quiet import USUAL
from storage.broadcasts import close, is_over, next_listeners, ref_of, take_broadcast
from storage.tables import Broadcast, Lane

log = logging.getLogger(__name__)

LOOK_EVERY = 2.0
"""Seconds between two looks at how far a broadcast has got, and for one that another replica confirmed."""


class Broadcaster:
    """Feeds broadcasts into the outbox until cancelled."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._news = News()
        self._pauses = Pauses()

    def wake(self) -> None:
        """A broadcast was confirmed; it is committed in a moment."""
        self._news.tell()

    async def run(self) -> None:
        """Feed; what is not fed when it is cancelled is fed after the next start."""
        await self._news.look_always(self._feed_next, LOOK_EVERY)

    async def _feed_next(self) -> None:
        try:
            now = self._house.clock.now()
            fed = await self._house.database.run(lambda session: feed(session, now), gives_way=True)
        except DatabaseError:
            log.warning("the database does not answer; broadcasts wait in it")
            await self._pauses.wait()
            self._news.tell()
            return
        self._pauses.reset()
        if fed:
            self._house.wake_sender()


def feed(session: Session, now: dt.datetime) -> int:
    """Queue the next batch of the oldest broadcast, or report it where it is over; how many messages were queued."""
    row = take_broadcast(session)
    if row is None:
        return 0
    desk = Desk(session, now, row.operator, words_for())
    with about(broadcast=row.id or 0):
        listeners = next_listeners(session, row)
        for chat, zone in listeners:
            _queue(desk, row, chat, zone)
        if not listeners and is_over(session, row):
            failed = close(session, row, now)
            log.info("a broadcast is over: %d queued, %d not delivered", row.queued, failed)
            desk.say(Screen(desk.words("broadcast.report", n=row.queued - failed, failed=failed)))
    session.flush()
    return len(desk.said)


def _queue(desk: Desk, row: Broadcast, chat: int, zone: str | None) -> None:
    """One athlete's copy; at night it arrives without a sound."""
    desk.chat_id, desk.lane = chat, Lane.BROADCAST
    desk.say(Screen(announcement(desk, row)), ref=ref_of(row), silent=_is_night(zone, desk.now))


def _is_night(zone: str | None, now: dt.datetime) -> bool:
    local = now.astimezone(ZoneInfo(zone if zone is not None and is_zone(zone) else "UTC"))
    minute = local.hour * 60 + local.minute
    return USUAL.holds(minute)
