"""``legwork sandbox``: the real bot, unchanged, against a stand-in for Telegram, with a chat page in the browser.

Each run begins afresh: the stand-in forgets its chats when it stops, so the database it talks to is made for the run
and goes with it. The settings about Telegram and the database do not apply.
"""

import argparse
import asyncio
from pathlib import Path
from typing import TextIO

from pydantic import SecretStr

from bot.cli.run import serve
from bot.clock import MovableClock
from bot.logs import set_up_logs
from bot.program import Program
from bot.sandbox import SandboxServer
from bot.scratch import own_folder
from bot.settings import Settings, read_settings
from bot.words import words_for
from coach.errors import ConfigurationError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The port of the chat page."""
    words = words_for(html=False)
    parser.add_argument("--port", type=a_port, default=None, metavar="N", help=words("machine.option.port"))


def a_port(text: str) -> int:
    """A port of this machine, 0 for any that is free.

    Raises:
        argparse.ArgumentTypeError: it is none.
    """
    if not (text.isascii() and text.isdigit() and int(text) < 65_536):
        raise argparse.ArgumentTypeError(f"{text} is no port from 0 to 65535")
    return int(text)


def run(arguments: argparse.Namespace, stdin: TextIO, stdout: TextIO, stderr: TextIO) -> int:
    """Run the sandbox until SIGTERM or SIGINT.

    Raises:
        ConfigurationError: a setting is malformed, or the port is taken.
    """
    del stdin
    settings = read_settings()
    set_up_logs(settings, stderr)
    with own_folder("sandbox") as folder:
        port: int | None = getattr(arguments, "port", None)
        asyncio.run(play(settings, folder / "sandbox.db", port, stdout))
    return 0


async def play(settings: Settings, database: Path, port: int | None, stdout: TextIO) -> None:
    """Start the stand-in and the bot, print the page's address, and run until told to stop.

    Raises:
        ConfigurationError: the port is taken.
    """
    clock = MovableClock()
    server = SandboxServer(clock, port=port or 0)
    try:
        await server.start()
    except OSError:
        raise ConfigurationError("--port", "port_taken", port=port) from None
    program = Program(sandboxed(settings, server, database), clock)
    server.on_clock = program.tick_soon

    def greet() -> None:
        stdout.write(words_for(html=False)("machine.sandbox", address=server.page_url) + "\n")
        stdout.flush()

    try:
        await serve(program, greet)
    finally:
        await server.stop()


def sandboxed(settings: Settings, server: SandboxServer, database: Path) -> Settings:
    """The settings with everything about Telegram and the database turned to the stand-in."""
    return settings.model_copy(
        update={
            "telegram_bot_token": SecretStr(server.token),
            "telegram_api_url": server.url,
            "database_url": SecretStr(f"sqlite:///{database}"),
            "webhook_url": None,
        }
    )
