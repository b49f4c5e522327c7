"""The sandbox itself: the stand-in for Telegram and the real bot in one process.

Apart from the command, which looks first whether it can be played at all: all that a bot is made of takes long to load.
"""

from pathlib import Path
from typing import TextIO

from pydantic import SecretStr

from bot.cli.run import serve
from bot.clock import MovableClock
from bot.program import Program
from bot.sandbox import SandboxServer
from bot.settings import Settings
from bot.words import words_for
from coach.errors import ConfigurationError


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
