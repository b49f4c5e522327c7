"""The machinery over HTTP, with cases of the test's own: nothing is lost, nothing comes twice, in whatever order."""

import asyncio
import threading
from collections.abc import AsyncIterator

import pytest

from bot.clock import MovableClock
from bot.desk import Desk
from bot.incoming import Heard, Ordered
from bot.routes import Routes
from bot.sandbox import Fault, SandboxServer
from bot.screens import Screen
from bot.words.speech import Html
from storage.athletes import register
from tests.chats.driver import Person
from tests.chats.running import House


def greet(desk: Desk, order: Ordered) -> None:
    """Register whoever starts."""
    register(desk.session, order.sender.telegram_id, desk.chat_id, order.sender.name, "en", desk.now)
    desk.say(Screen(Html(f"Hello {order.sender.name}")))


def echo(desk: Desk, heard: Heard) -> None:
    """Say it again."""
    desk.say(Screen(Html(f"you said {heard.text}")), reply_to=heard.message_id)


@pytest.fixture
async def house(server: SandboxServer, clock: MovableClock, database_url: str) -> AsyncIterator[House]:
    """A bot that repeats what it hears."""
    running = await House(server, clock, database_url, Routes({"start": greet}, hear=echo)).start()
    yield running
    await running.stop()


async def test_words_are_answered(ana: Person) -> None:
    await ana.says("/start")
    assert (await ana.hears()).text == "Hello Ana"
    await ana.says("one")
    assert (await ana.hears()).text == "you said one"


async def test_what_is_written_while_the_bot_is_down_is_answered_in_order(house: House, ana: Person) -> None:
    await ana.says("/start")
    await ana.hears("Hello")
    await house.stop()
    for word in ("one", "two", "three"):
        await ana.says(word)
    await house.start()
    assert [(await ana.hears()).text for _ in range(3)] == ["you said one", "you said two", "you said three"]


async def test_a_lost_reply_repeats_a_message_at_most_once(house: House, ana: Person) -> None:
    house.server.faults.add(Fault.lost_reply(), method="sendMessage", times=1)
    await ana.says("/start")
    assert (await ana.hears()).text == "Hello Ana"
    assert (await ana.hears()).text == "Hello Ana"
    await ana.says("one")
    assert (await ana.hears()).text == "you said one"


async def test_what_cases_will_need_is_read_while_nobody_waits(house: House) -> None:
    await house.stop()
    read = threading.Event()
    house.routes = Routes(read_in=read.set)
    await house.start()
    assert await asyncio.to_thread(read.wait, 30)
