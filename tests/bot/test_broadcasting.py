"""Broadcasts become messages: batch by batch, silent at night, reported at the end, exactly once through kills."""

import asyncio
import random
from collections import Counter

import pytest
from sqlmodel import Session, col, select

from bot.broadcasting import Broadcaster, feed
from bot.house import House
from bot.routes import Routes
from bot.settings import Settings
from coach.errors import DatabaseUnreachable
from storage.athletes import register
from storage.broadcasts import BATCH, MOST_WAITING, confirm, draft
from storage.outbox import mark_sent, outbox_depth
from storage.tables import Lane, OutboxMessage, OutboxState
from tests.bot.telegram.fakes import FakeApi
from tests.bot.telegram.virtual import START, InlineDatabase, LoopClock, cancelled, until, virtually

OPERATOR = 900


class Station:
    """A broadcaster and its listeners."""

    def __init__(self, database: InlineDatabase) -> None:
        self.database = database
        self.house = House(Settings(), LoopClock(), database, FakeApi(), Routes())
        self.broadcaster = Broadcaster(self.house)

    def announce(self, text: str, listeners: int, zone: str = "UTC") -> None:
        """Confirm a broadcast to so many athletes."""

        def work(session: Session) -> None:
            for number in range(1, listeners + 1):
                register(session, number, number, "Ana", "en", START).zone = zone
            confirm(session, draft(session, OPERATOR, text, START), START)

        self.database._transact(work)

    def messages(self) -> list[OutboxMessage]:
        """Everything in the outbox, in order."""
        rows = select(OutboxMessage).order_by(col(OutboxMessage.id))
        return self.database._transact(lambda session: list(session.exec(rows)))

    def deliver(self) -> None:
        """Telegram takes all that waits."""

        def work(session: Session) -> None:
            for row in session.exec(select(OutboxMessage).where(OutboxMessage.state == OutboxState.QUEUED)):
                mark_sent(session, row.id or 0, 1, START)

        self.database._transact(work)

    def report(self) -> str:
        """What the operator heard."""
        return "".join(row.payload["text"] for row in self.messages() if row.chat_id == OPERATOR)


@pytest.fixture
def station(inline: InlineDatabase) -> Station:
    return Station(inline)


def test_everybody_hears_the_words_as_they_stand_and_the_operator_the_end(station: Station) -> None:
    station.announce("Back at <22:00> & well", 3)

    async def job() -> None:
        task = asyncio_task(station)
        await until(lambda: len(station.messages()) == 3)
        station.deliver()
        await until(lambda: station.report() != "")
        await cancelled(task)

    virtually(job)
    said = [row for row in station.messages() if row.chat_id != OPERATOR]
    assert {row.payload["text"] for row in said} == {"Back at &lt;22:00&gt; &amp; well"}
    assert {row.lane for row in said} == {Lane.BROADCAST}
    assert "3 people have it, 0 could not" in station.report()


def test_where_it_is_night_it_comes_without_a_sound(station: Station) -> None:
    station.announce("Hello", 1, zone="Pacific/Auckland")
    station.database._transact(lambda session: feed(session, START.replace(hour=10)))
    assert station.messages()[0].payload["disable_notification"] is True


def test_by_day_it_sounds(station: Station) -> None:
    station.announce("Hello", 1)
    station.database._transact(lambda session: feed(session, START))
    assert "disable_notification" not in station.messages()[0].payload


def test_a_zone_that_is_no_more_stops_nobody(station: Station) -> None:
    station.announce("Hello", 3, zone="Europe/Atlantis")
    station.database._transact(lambda session: feed(session, START))
    assert len(station.messages()) == 3


def test_a_hundred_thousand_would_never_wait_all_at_once(station: Station) -> None:
    station.announce("Hello", MOST_WAITING + 3 * BATCH)
    for _ in range(10):
        station.database._transact(lambda session: feed(session, START))
    depth = station.database._transact(lambda session: outbox_depth(session, Lane.BROADCAST))
    assert depth.waiting == MOST_WAITING


@pytest.mark.parametrize("seed", range(5))
def test_killed_at_random_moments_it_reaches_everybody_exactly_once(station: Station, seed: int) -> None:
    """A kill is a batch that is not committed."""
    dice = random.Random(seed)
    listeners = 2 * BATCH + 37
    station.announce("Hello", listeners)

    def batch(session: Session) -> None:
        feed(session, START)
        if dice.random() < 0.6:
            raise RuntimeError

    while "over" not in station.report():
        try:
            station.database._transact(batch)
        except RuntimeError:
            continue
        station.deliver()
    heard = Counter(row.chat_id for row in station.messages() if row.chat_id != OPERATOR)
    assert len(heard) == listeners
    assert set(heard.values()) == {1}
    assert f"{listeners} people" in station.report()


def test_a_lost_database_is_waited_for(station: Station) -> None:
    station.announce("Hello", 1)
    station.database.lost = [DatabaseUnreachable(), DatabaseUnreachable()]

    async def job() -> None:
        task = asyncio_task(station)
        await until(lambda: len(station.messages()) == 1)
        await cancelled(task)

    virtually(job)
    assert len(station.messages()) == 1


def test_it_begins_at_once_when_woken(station: Station) -> None:
    async def job() -> float:
        task = asyncio_task(station)
        await asyncio.sleep(0.1)
        station.announce("Hello", 1)
        begun = asyncio.get_running_loop().time()
        station.broadcaster.wake()
        await until(lambda: bool(station.messages()))
        took = asyncio.get_running_loop().time() - begun
        await cancelled(task)
        return took

    assert virtually(job) < 0.2


def asyncio_task(station: Station) -> asyncio.Task[None]:
    """The broadcaster, running."""
    return asyncio.create_task(station.broadcaster.run())
