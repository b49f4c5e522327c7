"""From a kept file to its end: what is said when it takes long, and what becomes of a file Telegram no longer has."""

import asyncio
import datetime as dt
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlmodel import select

from bot.clock import MovableClock
from bot.sandbox import Fault, SandboxServer
from storage.files import replace_file
from storage.tables import ActivityFile, Log
from tests.activities.outings import an_outing
from tests.activities.writing import as_fit
from tests.chats.conftest import MONDAY
from tests.chats.driver import Sandbox
from tests.chats.onboarded import a_runner
from tests.chats.running import House

PATIENCE = 60.0
RUN = as_fit(an_outing(1200, started=MONDAY - dt.timedelta(hours=1), every=5))


@pytest.fixture
async def server() -> AsyncIterator[SandboxServer]:
    async with SandboxServer(MovableClock(MONDAY)) as running:
        yield running


async def test_a_person_hears_that_it_takes_long(server: SandboxServer, tmp_path: Path) -> None:
    house = await House(server, server.world.clock, f"sqlite:///{tmp_path / 'chat.db'}", patience=0.0).start()
    async with Sandbox.at(server.url) as sandbox:
        ana = await sandbox.person("Ana")
        await a_runner(ana)
        await ana.sends_file("run.fit", RUN)
        await ana.hears("I’m reading your file", within=PATIENCE)
        await ana.hears("How hard did it feel", within=PATIENCE)
    await house.stop()


async def test_a_file_that_takes_the_place_of_one_in_hand_is_read_in_its_turn(
    server: SandboxServer, tmp_path: Path
) -> None:
    house = await House(server, server.world.clock, f"sqlite:///{tmp_path / 'chat.db'}").start()
    held = server.faults.add(Fault.held(), method="file", times=1)
    async with Sandbox.at(server.url) as sandbox:
        ana = await sandbox.person("Ana")
        await a_runner(ana)
        await ana.sends_file("run.fit", RUN)
        await asyncio.wait_for(held.arrived.wait(), PATIENCE)
        house.program.database.run_now(
            lambda session: replace_file(session, session.exec(select(ActivityFile)).one(), "another", "b.fit", 1)
        )
        held.release()
        await ana.hears("send it once more", within=PATIENCE)
        assert house.program.database.run_now(lambda session: session.exec(select(Log)).all()) == []
    await house.stop()


async def test_a_file_that_telegram_no_longer_has_is_asked_for_again(server: SandboxServer, tmp_path: Path) -> None:
    house = await House(server, server.world.clock, f"sqlite:///{tmp_path / 'chat.db'}").start()
    server.faults.add(Fault.refused(400, "Bad Request: wrong file_id"), method="getFile", times=None)
    async with Sandbox.at(server.url) as sandbox:
        ana = await sandbox.person("Ana")
        await a_runner(ana)
        await ana.sends_file("run.fit", RUN)
        await ana.hears("send it once more", within=PATIENCE)
    await house.stop()


async def test_a_stop_while_a_reading_process_is_being_started_leaves_none(
    server: SandboxServer, tmp_path: Path
) -> None:
    house = await House(server, server.world.clock, f"sqlite:///{tmp_path / 'chat.db'}").start()
    before = children()
    held = server.faults.add(Fault.held(), method="file", times=1)
    async with Sandbox.at(server.url) as sandbox:
        ana = await sandbox.person("Ana")
        await a_runner(ana)
        await ana.sends_file("run.fit", RUN)
        await asyncio.wait_for(held.arrived.wait(), PATIENCE)
        held.release()
        async with asyncio.timeout(PATIENCE):
            while children() <= before:  # noqa: ASYNC110 - nobody tells when a process appears
                await asyncio.sleep(0)
        await house.stop()
        assert children() <= before


def children() -> set[str]:
    """The processes that this one has started and that are not gone (Linux)."""
    threads = Path("/proc/self/task").glob("*/children")
    return {child for thread in threads for child in thread.read_text(encoding="utf-8").split()}
