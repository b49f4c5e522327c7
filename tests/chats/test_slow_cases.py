"""What takes its time between two transactions: others are answered meanwhile, and a kill loses nothing."""

import threading
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.clock import MovableClock
from bot.desk import Desk
from bot.routes import Routes
from bot.sandbox import SandboxServer
from bot.screens import Screen
from bot.slow import SlowCase
from tests.chats.driver import HeardNothing, Person, Sandbox
from tests.chats.echo_bot import hear, start
from tests.chats.processes import begins, environment, running
from tests.chats.running import House


class Workshop:
    """Makes something for as long as the test likes."""

    def __init__(self) -> None:
        self.done = threading.Event()
        self.made = 0

    def look(self, desk: Desk) -> str | None:
        """There is something to make for whoever has written something."""
        return desk.athlete.name if desk.athlete is not None else None

    def make(self, name: str) -> str:
        """Wait for the test, and count."""
        assert self.done.wait(30)
        self.made += 1
        return f"made for {name}"

    def say(self, desk: Desk, made: str | None) -> None:
        """Say it."""
        desk.say(Screen(desk.words.write(made or "nothing to make")))


@pytest.fixture
def workshop() -> Workshop:
    return Workshop()


@pytest.fixture
async def house(server: SandboxServer, clock: MovableClock, tmp_path: Path, workshop: Workshop) -> AsyncIterator[House]:
    """A bot that makes something slowly."""
    slow = SlowCase(workshop.look, workshop.make, workshop.say)
    running_ = await House(
        server, clock, tmp_path / "slow.db", Routes({"start": start, "export": slow}, hear=hear)
    ).start()
    yield running_
    workshop.done.set()
    await running_.stop()


async def test_others_are_answered_while_it_is_made_and_their_own_words_wait_in_order(
    sandbox: Sandbox, ana: Person, workshop: Workshop
) -> None:
    """Neither the database nor the event loop waits for it."""
    ben = await sandbox.person("Ben")
    for person in (ana, ben):
        await person.says("/start")
        await person.hears("Hello")
    await ana.says("/export")
    await ana.says("behind it")
    await ben.says("meanwhile")
    assert (await ben.hears()).text == "heard meanwhile"
    with pytest.raises(HeardNothing):
        await ana.hears(within=0.2)
    workshop.done.set()
    assert [(await ana.hears()).text for _ in range(2)] == ["made for Ana", "heard behind it"]
    assert workshop.made == 1


async def test_where_there_is_nothing_to_make_it_is_said_at_once(ana: Person, workshop: Workshop) -> None:
    await ana.says("/export")
    assert (await ana.hears()).text == "nothing to make"
    assert workshop.made == 0


@pytest.mark.slow
async def test_killed_while_it_is_made_it_is_made_anew_and_said_once(server: SandboxServer, tmp_path: Path) -> None:
    """``kill -9`` of a process between the two transactions."""
    async with Sandbox.at(server.url) as sandbox:
        ana = await sandbox.person("Ana")
        async with running(tmp_path, environment(server, tmp_path)) as bot:
            await ana.says("/start")
            await ana.hears("Hello", within=30)
            await ana.says("/export")
            await begins(tmp_path / "making")
            bot.kill()
            await bot.wait()
        async with running(tmp_path, environment(server, tmp_path)):
            assert (await ana.hears(within=30)).text == "made for Ana"
            await ana.says("and then")
            assert (await ana.hears(within=30)).text == "heard and then"
