"""What takes its time between two transactions: others are answered meanwhile, and a kill loses nothing."""

import asyncio
import threading
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.clock import MovableClock
from bot.desk import Desk
from bot.routes import Routes
from bot.sandbox import SandboxServer
from bot.screens import Screen
from bot.slow import AT_ONCE, SlowCase, SlowRoom
from bot.telegram.worker import AT_ONCE as IN_HAND
from bot.words import words_for
from coach.errors import LegworkError, NotYours
from tests.chats.driver import HeardNothing, Person, Sandbox
from tests.chats.echo_bot import hear, start
from tests.chats.processes import begins, environment, running
from tests.chats.running import House


class Workshop:
    """Makes something for as long as the test likes."""

    def __init__(self) -> None:
        self.done = threading.Event()
        self.made = 0
        self.refuses: LegworkError | None = None
        self.most = 0
        self._making: Counter[str] = Counter()

    def look(self, desk: Desk) -> str | None:
        """There is something to make for whoever has written something."""
        return desk.athlete.name if desk.athlete is not None else None

    def make(self, name: str) -> str:
        """Wait for the test, and count."""
        if self.refuses is not None:
            raise self.refuses
        self._making[name] += 1
        self.most = max(self.most, self._making.total())
        assert self._making[name] == 1
        assert self.done.wait(30)
        self._making[name] -= 1
        self.made += 1
        return f"made for {name}"

    def say(self, desk: Desk, made: str | None) -> None:
        """Say it."""
        desk.say(Screen(desk.words.write(made or "nothing to make")))


@pytest.fixture
def workshop() -> Workshop:
    return Workshop()


@pytest.fixture
async def house(
    server: SandboxServer, clock: MovableClock, database_url: str, workshop: Workshop
) -> AsyncIterator[House]:
    """A bot that makes something slowly."""
    slow = SlowCase(workshop.look, workshop.make, workshop.say)
    routes = Routes({"start": start, "export": slow}, hear=hear)
    running_ = await House(server, clock, database_url, routes).start()
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


async def test_who_asks_for_what_is_quick_never_waits_for_many_who_ask_for_what_is_slow(
    sandbox: Sandbox, ana: Person, workshop: Workshop
) -> None:
    """More ask for it than updates are handled at once; two of them have their turn at a time."""
    many = [await sandbox.person(f"P{number}") for number in range(IN_HAND + 4)]
    for person in (ana, *many):
        await person.says("/start")
        await person.hears("Hello")
    for person in many:
        await person.says("/export")
    await ana.says("meanwhile")
    assert (await ana.hears()).text == "heard meanwhile"
    workshop.done.set()
    assert [(await person.hears()).text for person in many] == [f"made for {person.name}" for person in many]
    assert workshop.most == AT_ONCE


async def test_one_person_has_one_in_hand_at_a_time(ana: Person, workshop: Workshop) -> None:
    await ana.says("/start")
    await ana.hears("Hello")
    for _ in range(3):
        await ana.says("/export")
    workshop.done.set()
    assert [(await ana.hears()).text for _ in range(3)] == ["made for Ana"] * 3
    assert workshop.most == 1


async def test_what_is_wrong_with_it_is_said_in_words_as_anywhere_else(ana: Person, workshop: Workshop) -> None:
    """Nobody tries it three times and calls it a defect."""
    await ana.says("/start")
    await ana.hears("Hello")
    workshop.refuses = NotYours()
    await ana.says("/export")
    assert (await ana.hears()).text == words_for()("error.not_yours")
    await ana.says("and then")
    assert (await ana.hears()).text == "heard and then"


async def test_when_too_many_wait_the_next_is_asked_to_come_again(
    house: House, sandbox: Sandbox, workshop: Workshop
) -> None:
    people = [await sandbox.person(f"P{number}") for number in range(3)]
    for person in people:
        await person.says("/start")
        await person.hears("Hello")
    house.program.house.slowly = SlowRoom(at_once=1, waiting=1)
    for person in people:
        await person.says("/export")
    assert "in a few minutes" in (await people[2].hears()).text
    workshop.done.set()
    for person in people[:2]:
        assert (await person.hears()).text == f"made for {person.name}"


async def test_a_stop_leaves_those_that_wait_for_their_turn_to_the_next_start(
    house: House, sandbox: Sandbox, workshop: Workshop
) -> None:
    people = [await sandbox.person(f"P{number}") for number in range(4)]
    for person in people:
        await person.says("/start")
        await person.hears("Hello")
    house.program.house.slowly = SlowRoom(at_once=1)
    for person in people:
        await person.says("/export")
    while house.program.house.slowly.inside < len(people):  # noqa: ASYNC110 — nobody tells when it is full
        await asyncio.sleep(0.01)
    stopping = asyncio.create_task(house.stop())
    await asyncio.sleep(0)
    workshop.done.set()
    await stopping
    assert workshop.made == 1
    await house.start()
    assert [(await person.hears()).text for person in people] == [f"made for {person.name}" for person in people]


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
