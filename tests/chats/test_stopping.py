"""SIGTERM: what is in hand is finished within five seconds, and the next start goes on where this one stopped."""

import asyncio
import signal
import time
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlmodel import Session, select

from bot.clock import MovableClock
from bot.desk import Desk
from bot.incoming import Heard
from bot.routes import Routes
from bot.sandbox import Fault, SandboxServer
from storage.outbox import queue_message
from storage.tables import InboxState, InboxUpdate, Lane, OutboxMessage, OutboxState
from tests.chats.driver import Person, Sandbox
from tests.chats.echo_bot import hear, start
from tests.chats.processes import running
from tests.chats.running import House, asked

PROMISED = 5.0


def take_your_time(desk: Desk, heard: Heard) -> None:
    """A case that takes a while: a plan on a slow machine."""
    if "slowly" in heard.text:
        time.sleep(1.5)  # inside the transaction, on the database's own thread
    hear(desk, heard)


@pytest.fixture
async def house(server: SandboxServer, clock: MovableClock, database_url: str) -> AsyncIterator[House]:
    """A bot that keeps and repeats what it hears, sometimes slowly."""
    running_ = await House(server, clock, database_url, Routes({"start": start}, hear=take_your_time)).start()
    yield running_
    await running_.stop()


@pytest.fixture
async def ana(sandbox: Sandbox) -> Person:
    """Somebody who has started."""
    person = await sandbox.person("Ana")
    await person.says("/start")
    await person.hears("Hello")
    return person


async def stopped(house: House) -> float:
    """Stop the bot; the seconds it took."""
    begun = time.perf_counter()
    await house.stop()
    return time.perf_counter() - begun


async def test_a_slow_handler_in_hand_is_finished_and_what_waits_behind_it_is_answered_later(
    house: House, ana: Person
) -> None:
    await ana.says("slowly now")
    for number in range(5):
        await ana.says(f"behind {number}")
    await asyncio.sleep(0.3)
    assert await stopped(house) < PROMISED
    kept = _states(house)
    assert kept[InboxState.NEW] <= 5
    await house.start()
    wanted = ["heard slowly now", *(f"heard behind {number}" for number in range(5))]
    assert [(await ana.hears()).text for _ in wanted] == wanted
    assert _states(house)[InboxState.NEW] == 0


async def test_a_big_outbox_stays_where_it_is_and_goes_on_after_the_start(house: House, ana: Person) -> None:
    """A thousand messages: those in flight are finished, the others are neither lost nor repeated."""
    count = 1_000

    def fill(session: Session) -> None:
        for number in range(count):
            payload = {"chat_id": ana.id, "text": f"number {number}"}
            queue_message(session, ana.id, "send_message", payload, house.clock.now(), lane=Lane.BROADCAST)

    await house.program.database.run(fill)
    house.program.sender.wake()
    await ana.hears("number 5", within=30)
    assert await stopped(house) < PROMISED
    left = _waiting(house)
    assert 0 < left < count
    await house.start()
    await ana.hears(f"number {count - 1}", within=90)
    said = Counter(message.text for message in await ana.messages())
    assert {text: said[text] for text in (f"number {number}" for number in range(count)) if said[text] != 1} == {}


@pytest.mark.slow
async def test_a_telegram_that_takes_for_ever_does_not_hold_up_the_stop_and_loses_nothing(
    server: SandboxServer, tmp_path: Path, variables: dict[str, str]
) -> None:
    async with Sandbox.at(server.url) as sandbox:
        ana = await sandbox.person("Ana")
        await ana.says("/start")
        async with running(tmp_path, variables):
            await ana.hears("Hello", within=30)
        server.faults.add(Fault.slow(30.0), method="sendMessage", times=1)
        async with running(tmp_path, variables) as bot:
            await ana.says("while it is slow")
            await asyncio.sleep(1.0)
            begun = time.perf_counter()
            bot.send_signal(signal.SIGTERM)
            assert await asyncio.wait_for(bot.wait(), 20) == 0
            assert time.perf_counter() - begun < PROMISED + 1
        async with running(tmp_path, variables):
            assert (await ana.hears("heard", within=30)).text == "heard while it is slow"


async def test_stopping_again_and_again_is_harmless(house: House, ana: Person) -> None:
    await house.restart()
    await house.restart()
    await ana.says("still there?")
    assert (await ana.hears()).text == "heard still there?"


def _states(house: House) -> Counter[str]:
    """What became of the updates, whether the bot runs or not."""
    return Counter(asked(house, lambda session: session.exec(select(InboxUpdate.state)).all()))


def _waiting(house: House) -> int:
    """How many messages wait to be sent."""
    queued = select(OutboxMessage.id).where(OutboxMessage.state == OutboxState.QUEUED)
    return len(asked(house, lambda session: session.exec(queued).all()))
