"""The real bot in the test's own process, against a sandbox server over HTTP: started, stopped and started again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Self, TypeVar

from pydantic import SecretStr
from sqlmodel import Session

from bot.clock import MovableClock
from bot.program import Program
from bot.routes import Routes
from bot.sandbox import SandboxServer
from bot.settings import Settings
from bot.telegram.floods import Floods
from bot.telegram.rates import Limits
from storage.database import open_database

Answer = TypeVar("Answer")


def sandbox_settings(server: SandboxServer, database_url: str, more: Mapping[str, Any]) -> Settings:
    """Settings that point at a sandbox server and a database of the test's own."""
    known = {
        "telegram_bot_token": SecretStr(server.token),
        "telegram_api_url": server.url,
        "database_url": SecretStr(database_url),
        "flights_folder": None,
    }
    return Settings(**(known | dict(more)))


def no_limits() -> Limits:
    """Sending as fast as it goes: the limits have tests of their own."""
    return Limits(per_second=1000, chat_burst=1000)


def asked(house: "House", question: Callable[[Session], Answer]) -> Answer:
    """What the house's database says, by a connection of its own, whether the bot runs or not."""
    database = open_database(house.url)
    try:
        return database.run_now(question)
    finally:
        database.close_now()


@dataclass
class House:
    """A bot that can be stopped and started in the middle of a chat; the server and the database stay."""

    server: SandboxServer
    clock: MovableClock
    url: str
    """Where its database is."""
    routes: Routes | None = None
    settings: Mapping[str, Any] = field(default_factory=dict)
    floods: Floods | None = None
    patience: float = 60.0
    """Seconds until a person is told that their file takes long: never, in a transcript."""
    built: Callable[[Program], None] = lambda _: None
    """What is done to a program before it starts."""
    program: Program = field(init=False)

    async def start(self) -> Self:
        """Start the bot."""
        settings = sandbox_settings(self.server, self.url, self.settings)
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
