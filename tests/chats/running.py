"""The real bot in the test's own process, against a sandbox server over HTTP: started, stopped and started again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from pydantic import SecretStr

from bot.clock import MovableClock
from bot.program import Program
from bot.routes import Routes
from bot.sandbox import SandboxServer
from bot.settings import Settings
from bot.telegram.floods import Floods
from bot.telegram.rates import Limits


def sandbox_settings(server: SandboxServer, database: Path, more: Mapping[str, Any]) -> Settings:
    """Settings that point at a sandbox server and a file of the test's own."""
    known = {
        "telegram_bot_token": SecretStr(server.token),
        "telegram_api_url": server.url,
        "database_url": SecretStr(f"sqlite:///{database}"),
    }
    return Settings(**(known | dict(more)))


def no_limits() -> Limits:
    """Sending as fast as it goes: the limits have tests of their own."""
    return Limits(per_second=1000, chat_burst=1000)


@dataclass
class House:
    """A bot that can be stopped and started in the middle of a chat; the server and the database stay."""

    server: SandboxServer
    clock: MovableClock
    database: Path
    routes: Routes | None = None
    settings: Mapping[str, Any] = field(default_factory=dict)
    floods: Floods | None = None
    patience: float = 60.0
    """Seconds until a person is told that their file takes long: never, in a transcript."""
    built: Callable[[Program], None] = lambda _: None
    """What is done to a program before it starts."""
    program: Program = field(init=False)

    @property
    def url(self) -> str:
        """Where its database is, for whoever looks in without it."""
        found: SecretStr = sandbox_settings(self.server, self.database, self.settings).database_url
        return found.get_secret_value()

    async def start(self) -> Self:
        """Start the bot."""
        settings = sandbox_settings(self.server, self.database, self.settings)
        self.program = Program(settings, self.clock, self.routes, no_limits(), self.floods)
        self.program.fetcher.patience = self.patience
        self.built(self.program)
        await self.program.start()
        self.server.on_clock = self.program.tick_soon
        return self

    async def stop(self) -> None:
        """Stop the bot; people can go on writing."""
        self.server.on_clock = None
        await self.program.stop()
        assert not self.program.failures

    async def restart(self) -> None:
        """Stop the bot and start it again."""
        await self.stop()
        await self.start()
