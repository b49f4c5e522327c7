"""The database goes away under a running bot and comes back: nothing is lost, and nobody restarts anything."""

import asyncio
from collections.abc import AsyncIterator, Iterator

import pytest
from sqlalchemy import make_url
from sqlmodel import select

from bot.clock import MovableClock
from bot.sandbox import SandboxServer
from storage.tables import Saying
from tests.chats.balancer import Line
from tests.chats.driver import Person, Sandbox
from tests.chats.echo_bot import ECHO
from tests.chats.processes import free_port
from tests.chats.running import House
from tests.depth import DEPTH
from tests.storage.postgres import be_impatient

pytestmark = [pytest.mark.postgres, pytest.mark.slow]
AWAY = 2.0 if DEPTH < 10 else 60.0
"""Seconds without the database; to the bot a minute is the same, only longer. A deep run waits for the minute."""
PATIENCE = 1.0
"""Seconds that the bot waits for an answer of the database here; else half a minute."""


@pytest.fixture
def line(own_postgres: str) -> Iterator[Line]:
    """The wire between the bot and its database."""
    running = Line(make_url(own_postgres).port or 5432)
    yield running
    running.close()


@pytest.fixture(params=["polling", "webhook"])
async def house(
    request: pytest.FixtureRequest,
    server: SandboxServer,
    clock: MovableClock,
    own_postgres: str,
    line: Line,
) -> AsyncIterator[House]:
    """A bot whose database is at the other end of the line."""
    url = make_url(own_postgres).set(host="127.0.0.1", port=line.port)
    settings: dict[str, object] = {}
    if request.param == "webhook":
        port = free_port()
        settings |= {
            "webhook_url": f"http://127.0.0.1:{port}/hook",
            "webhook_secret": "only-telegram-knows",
            "listen": ("127.0.0.1", port),
        }
    impatient = House(server, clock, url.render_as_string(hide_password=False), ECHO, settings)
    impatient.built = lambda program: be_impatient(program.database, PATIENCE)
    running = await impatient.start()
    yield running
    await running.stop()


@pytest.fixture
async def ana(house: House) -> AsyncIterator[Person]:
    """Somebody who has been greeted already."""
    async with Sandbox.at(house.server.url) as sandbox:
        person = await sandbox.person("Ana")
        await person.says("/start")
        await person.hears("Hello", within=30)
        yield person


async def test_a_database_that_goes_and_comes_back_loses_nothing(ana: Person, line: Line) -> None:
    """Written before, during and after: everything is answered once and in order, without a restart."""
    await ana.says("before")
    line.cut()
    await ana.says("during")
    await asyncio.sleep(AWAY)
    line.mend()
    await ana.says("after")
    heard = [(await ana.hears(within=60)).text for _ in range(3)]
    assert heard == ["heard before", "heard during", "heard after"]


async def test_a_database_that_takes_everything_and_answers_nothing_loses_nothing(ana: Person, line: Line) -> None:
    """As above, but nothing is cut: connections stand and are accepted, and nobody says a word.

    What was asked meanwhile arrives when the silence ends, also commits that nobody waits for any more.
    """
    await ana.says("before")
    line.hush()
    await ana.says("during")
    await asyncio.sleep(AWAY + PATIENCE)
    line.mend()
    await ana.says("after")
    heard = [(await ana.hears(within=60)).text for _ in range(3)]
    assert heard == ["heard before", "heard during", "heard after"]


async def test_answers_that_are_lost_on_the_way_change_nothing_twice(house: House, ana: Person, line: Line) -> None:
    """The database does what it is asked, commits too, and nobody hears of it: done again, and counted once."""
    for number in range(4):
        await ana.says(f"word {number}")
        await asyncio.sleep(0.02 * number)
        line.hush(answers_only=True)
        await asyncio.sleep(PATIENCE / 2)
        line.cut()
        line.mend()
    heard = [(await ana.hears(within=60)).text for _ in range(4)]
    kept = await house.program.database.run(lambda session: list(session.exec(select(Saying.text))))
    assert heard == [f"heard word {number}" for number in range(4)]
    assert sorted(kept) == [f"word {number}" for number in range(4)]


async def test_a_line_that_flickers_loses_nothing(ana: Person, line: Line) -> None:
    """Cut again and again in the middle of whatever is going on, even of a commit."""
    for number in range(12):
        await ana.says(f"word {number}")
        await asyncio.sleep(0.02 * number)
        line.cut()
        line.mend()
    heard = [(await ana.hears(within=60)).text for _ in range(12)]
    assert heard == [f"heard word {number}" for number in range(12)]
