"""SIGTERM to a process that has something long in hand: it ends within five seconds, and loses nothing by it."""

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest
from sqlmodel import Session, select

from bot.clock import MovableClock
from bot.sandbox import SandboxServer
from coach.reading import Activity
from storage.database import open_database
from storage.tables import ActivityFile
from tests.activities.outings import an_outing
from tests.activities.writing import as_gpx
from tests.chats.driver import HeardNothing, Person, Sandbox
from tests.chats.onboarded import a_runner
from tests.chats.processes import begins, running, told_to_stop
from tests.databases import ON_BOTH

pytestmark = pytest.mark.slow
PROMISED = 5.0
PATIENCE = 60.0


@pytest.fixture
async def server() -> AsyncIterator[SandboxServer]:
    """Telegram's stand-in on the machine's own time, as the bot's process is."""
    async with SandboxServer(MovableClock()) as running_:
        yield running_


@pytest.fixture
async def ana(server: SandboxServer) -> AsyncIterator[Person]:
    """Somebody who has not written yet."""
    async with Sandbox.at(server.url) as sandbox:
        yield await sandbox.person("Ana")


async def nothing_more(ana: Person) -> None:
    """Nothing is said twice."""
    with pytest.raises(HeardNothing):
        await ana.hears(within=0.5)


def _file_ids(session: Session) -> Sequence[int | None]:
    return session.exec(select(ActivityFile.id)).all()


async def noted(database_url: str) -> None:
    """Wait until a file that was sent has a row, from when on it is fetched and read."""
    rows = open_database(database_url)
    async with asyncio.timeout(PATIENCE):
        while not rows.run_now(_file_ids):  # noqa: ASYNC110 — another process sets no event of ours
            await asyncio.sleep(0.02)
    rows.close_now()


@ON_BOTH
async def test_a_transaction_that_does_not_end_is_left_to_the_next_start(
    ana: Person, tmp_path: Path, variables: dict[str, str]
) -> None:
    async with running(tmp_path, variables) as bot:
        await ana.says("/start")
        await ana.hears("Hello", within=PATIENCE)
        await ana.says("think it over")
        await begins(tmp_path / "thinking")
        assert await told_to_stop(bot) < PROMISED
    async with running(tmp_path, variables):
        assert (await ana.hears(within=PATIENCE)).text == "heard think it over"
        await nothing_more(ana)


async def test_a_case_between_its_transactions_is_left_to_the_next_start(
    ana: Person, tmp_path: Path, variables: dict[str, str]
) -> None:
    async with running(tmp_path, variables) as bot:
        await ana.says("/start")
        await ana.hears("Hello", within=PATIENCE)
        await ana.says("/export")
        await begins(tmp_path / "making")
        assert await told_to_stop(bot) < PROMISED
    async with running(tmp_path, variables):
        assert (await ana.hears(within=PATIENCE)).text == "made for Ana"
        await nothing_more(ana)


async def test_a_long_file_is_read_again_after_the_next_start(
    ana: Person, tmp_path: Path, variables: dict[str, str]
) -> None:
    """A day on a bicycle, a point each second; the coach has just noted that it came."""
    seconds = 14 * 3600
    began = dt.datetime.now(dt.UTC) - dt.timedelta(hours=20)
    ride = as_gpx(an_outing(seconds, 5.0, started=began, activity=Activity.CYCLING))
    async with running(tmp_path, variables, "bot") as bot:
        await a_runner(ana)
        await ana.sends_file("ride.gpx", ride)
        await noted(variables["DATABASE_URL"])
        assert await told_to_stop(bot) < PROMISED
    async with running(tmp_path, variables, "bot"):
        while (await ana.hears(within=PATIENCE)).photo is None:
            """Something else that was on its way."""
        assert "252 km" in (await ana.hears(within=PATIENCE)).text.replace("\u202f", " ")
        assert sum(message.photo is not None for message in await ana.messages()) == 1
