"""A copy made and put back by the command line while the bot runs and people write: nobody has to stop anything."""

import asyncio
import sqlite3
import stat
import sys
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlmodel import select

from bot.clock import MovableClock
from bot.sandbox import SandboxServer
from storage.tables import Saying
from tests.chats.driver import Person
from tests.chats.echo_bot import ECHO
from tests.chats.processes import ROOT
from tests.chats.resting import comes_to_rest
from tests.chats.running import House

pytestmark = pytest.mark.parametrize("dialect", ["sqlite"])


@pytest.fixture
async def house(server: SandboxServer, clock: MovableClock, database_url: str) -> AsyncIterator[House]:
    """A bot that repeats what it hears and keeps it."""
    running = await House(server, clock, database_url, ECHO).start()
    yield running
    await running.stop()


@pytest.fixture
async def writer(ana: Person) -> Person:
    """Somebody who has been greeted."""
    await ana.says("/start")
    await ana.hears("Hello")
    return ana


async def legwork(house: House, command: str, copy: Path) -> int:
    """The exit status of a command in a process of its own, beside the bot."""
    variables = {"DATABASE_URL": house.url, "PYTHONPATH": str(ROOT)}
    words = [sys.executable, "-m", "bot", command, str(copy)]
    process = await asyncio.create_subprocess_exec(
        *words, cwd=copy.parent, env=variables, stdout=asyncio.subprocess.DEVNULL
    )
    return await process.wait()


async def kept(house: House) -> list[str]:
    """The words that the bot remembers."""
    return await house.program.database.run(lambda session: sorted(session.exec(select(Saying.text))))


async def test_a_copy_is_made_while_people_write_and_holds_what_was_answered_before(
    house: House, writer: Person, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.db"
    await writer.says("before")
    await writer.hears("heard before")
    copying = asyncio.create_task(legwork(house, "backup", copy))
    number = 0
    while not copying.done():
        number += 1
        await writer.says(f"word {number}")
        assert (await writer.hears()).text == f"heard word {number}"
    assert copying.result() == 0
    with closing(sqlite3.connect(copy)) as connection:
        words = {text for (text,) in connection.execute("SELECT text FROM saying")}
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert "before" in words
    assert words <= {"before", *(f"word {each}" for each in range(1, number + 1))}
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


async def test_a_copy_is_put_back_under_the_running_bot_which_goes_on_from_there(
    house: House, writer: Person, tmp_path: Path
) -> None:
    """What came after the copy is forgotten; who was known is known, and is answered without a restart."""
    copy = tmp_path / "copy.db"
    await writer.says("before")
    await writer.hears("heard before")
    await comes_to_rest(house)
    assert await legwork(house, "backup", copy) == 0
    await writer.says("between")
    await writer.hears("heard between")
    await comes_to_rest(house)
    assert await legwork(house, "restore", copy) == 0
    assert await kept(house) == ["before"]
    await writer.says("after")
    assert (await writer.hears()).text == "heard after"
    assert await kept(house) == ["after", "before"]


async def test_a_copy_that_is_none_changes_nothing_under_the_running_bot(
    house: House, writer: Person, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(b"no database at all" * 100)
    await writer.says("before")
    await writer.hears("heard before")
    assert await legwork(house, "restore", copy) == 2
    await writer.says("after")
    assert (await writer.hears()).text == "heard after"
    assert await kept(house) == ["after", "before"]
