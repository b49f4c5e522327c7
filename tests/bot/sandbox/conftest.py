"""A sandbox server, a bot that speaks to it in three ways, and a person."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
from telegram import Bot

from bot.clock import MovableClock
from bot.sandbox import SandboxServer
from tests.bot.sandbox.wire import Wire
from tests.chats.driver import Person, Sandbox


@pytest.fixture
async def server() -> AsyncIterator[SandboxServer]:
    async with SandboxServer(MovableClock()) as running:
        yield running


@pytest.fixture
async def bot(server: SandboxServer) -> AsyncIterator[Bot]:
    async with Bot(server.token, base_url=f"{server.url}/bot", base_file_url=f"{server.url}/file/bot") as running:
        yield running


@pytest.fixture
async def wire(server: SandboxServer) -> AsyncIterator[Wire]:
    async with aiohttp.ClientSession() as session:
        yield Wire(server, session)


@pytest.fixture
async def sandbox(server: SandboxServer) -> AsyncIterator[Sandbox]:
    async with Sandbox.at(server.url) as running:
        yield running


@pytest.fixture
async def ana(sandbox: Sandbox) -> Person:
    """Somebody whom the bot may write to."""
    person = await sandbox.person("Ana")
    await person.says("/start")
    return person
