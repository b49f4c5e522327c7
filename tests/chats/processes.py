"""The bot as a process of its own, and what can be done to it."""

import asyncio
import os
import signal
import socket
import sqlite3
import sys
from asyncio.subprocess import PIPE, Process
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from bot.sandbox import SandboxServer
from tests.chats.driver import Person, Sandbox

ROOT = Path(__file__).parents[2]
ECHO = "tests.chats.echo_bot"
BATCH = 10
"""Answers given before each kill."""
PATIENCE = 30.0


def environment(server: SandboxServer | None, folder: Path, **more: str) -> dict[str, str]:
    """The environment of a bot that talks to a server."""
    known = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "DATABASE_URL": f"sqlite:///{folder / 'bot.db'}"}
    known |= {name: value for name, value in os.environ.items() if name.startswith("COVERAGE_")}
    if server is not None:
        known |= {"TELEGRAM_BOT_TOKEN": server.token, "TELEGRAM_API_URL": server.url}
    return known | more


def webhook(port: int) -> dict[str, str]:
    """The settings of a webhook on a port of this machine."""
    return {
        "WEBHOOK_URL": f"http://127.0.0.1:{port}/hook",
        "WEBHOOK_SECRET": "only-telegram-knows",
        "LISTEN": f"127.0.0.1:{port}",
    }


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


async def launched(module: str, folder: Path, variables: dict[str, str], *arguments: str) -> Process:
    """A process that runs a module."""
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", module, *arguments, cwd=folder, env=variables, stdout=PIPE, stderr=PIPE
    )


@asynccontextmanager
async def running(folder: Path, variables: dict[str, str], module: str = ECHO) -> AsyncIterator[Process]:
    """A bot that has begun; killed at the end if it still runs."""
    process = await launched(module, folder, variables)
    assert process.stdout is not None
    assert process.stderr is not None
    try:
        assert await process.stdout.readline(), (await process.stderr.read()).decode()
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def ended(module: str, folder: Path, variables: dict[str, str], *arguments: str) -> tuple[int | None, str]:
    """How a process ended by itself: its exit status and what it said on standard error."""
    process = await launched(module, folder, variables, *arguments)
    _, said = await asyncio.wait_for(process.communicate(), PATIENCE)
    return process.returncode, said.decode()


@dataclass
class Toll:
    """What so many kills cost."""

    kills: int = 0
    answers: int = 0
    kept: Counter[str] = field(default_factory=Counter)
    replies: Counter[str] = field(default_factory=Counter)

    @property
    def lost(self) -> int:
        """Answers that were not kept."""
        return sum(not self.kept[f"answer {number}"] for number in range(self.answers))

    @property
    def unsaid(self) -> int:
        """Answers that were kept and not acknowledged: their message was in flight at two kills."""
        return sum(not self.replies[f"heard answer {number}"] for number in range(self.answers))

    @property
    def doubled(self) -> int:
        """Answers kept twice."""
        return sum(count > 1 for count in self.kept.values())

    @property
    def repeated(self) -> int:
        """Acknowledgements said twice."""
        return sum(count == 2 for count in self.replies.values())

    @property
    def excessive(self) -> int:
        """Acknowledgements said more than twice."""
        return sum(count > 2 for count in self.replies.values())


async def torment(server: SandboxServer, folder: Path, kills: int, more: dict[str, str], seed: int = 7) -> Toll:
    """Give answers in batches and kill the bot at a random moment of each; then let it come to rest and count."""
    dice, toll, variables = Random(seed), Toll(), environment(server, folder, **more)
    async with Sandbox.at(server.url) as sandbox:
        ana = await sandbox.person("Ana")
        await ana.says("/start")
        for _ in range(kills):
            async with running(folder, variables) as bot:
                for number in range(toll.answers, toll.answers + BATCH):
                    await ana.says(f"answer {number}")
                await asyncio.sleep(dice.random() * 0.3)
                bot.send_signal(signal.SIGKILL)
            toll.kills += 1
            toll.answers += BATCH
        async with running(folder, variables):
            await _rest(ana)
        toll.replies.update(message.text for message in await ana.messages())
    kept = sqlite3.connect(folder / "bot.db").execute("select text from saying where text like 'answer%'")
    toll.kept.update(text for (text,) in kept)
    return toll


async def _rest(ana: Person) -> None:
    await ana.says("last")
    while "heard last" not in [message.text for message in await ana.messages()]:
        await ana.hears(within=PATIENCE)
