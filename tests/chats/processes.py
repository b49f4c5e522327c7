"""The bot as a process of its own, and what can be done to it."""

import asyncio
import itertools
import os
import signal
import socket
import sys
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from random import Random

from bot.sandbox import SandboxServer

ROOT = Path(__file__).parents[2]
ECHO = "tests.chats.echo_bot"
PATIENCE = 30.0
PORTS = itertools.cycle(Random(os.getpid()).sample(range(10_000, 30_000), 20_000))
"""In an order of this process's own: tests beside these ask for ports as well."""


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
    """A port nobody listens on, of those that no system hands out by itself: nobody else is given it meanwhile."""
    for port in PORTS:
        with socket.socket() as taken, suppress(OSError):
            taken.bind(("127.0.0.1", port))
            return port
    raise AssertionError("every port is taken")


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


async def begins(mark: Path) -> None:
    """Wait until a process has made a file."""
    async with asyncio.timeout(PATIENCE):
        while not mark.exists():  # noqa: ASYNC110, ASYNC240 — another process sets no event of ours; a look is short
            await asyncio.sleep(0.02)


async def told_to_stop(process: Process) -> float:
    """Tell it to stop with SIGTERM; the seconds it took to end, with status 0."""
    began = time.monotonic()
    process.send_signal(signal.SIGTERM)
    assert await asyncio.wait_for(process.wait(), PATIENCE) == 0
    return time.monotonic() - began


async def ended(module: str, folder: Path, variables: dict[str, str], *arguments: str) -> tuple[int | None, str]:
    """How a process ended by itself: its exit status and what it said on standard error."""
    process = await launched(module, folder, variables, *arguments)
    _, said = await asyncio.wait_for(process.communicate(), PATIENCE)
    return process.returncode, said.decode()
