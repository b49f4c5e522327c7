"""The house: everything a handler may need, put together once at the start and handed in, never looked up."""

from collections.abc import Callable
from dataclasses import dataclass, field

from bot.clock import Clock, SystemClock
from bot.metrics import Metrics
from bot.panel import Panel
from bot.routes import Routes
from bot.settings import Settings
from bot.slow import SlowRoom
from bot.telegram.api import BotApi
from storage.database import Database


def _nobody() -> None:
    """Wake nobody."""


@dataclass
class House:
    """What the running program is made of."""

    settings: Settings
    clock: Clock
    database: Database
    api: BotApi
    routes: Routes
    metrics: Metrics = field(default_factory=Metrics)
    wake_sender: Callable[[], None] = _nobody
    """Says that something may wait in the outbox."""
    wake_broadcaster: Callable[[], None] = _nobody
    """Says that a broadcast was confirmed."""
    wake_fetcher: Callable[[], None] = _nobody
    """Says that a file waits to be fetched and read."""
    slowly: SlowRoom = field(default_factory=SlowRoom)
    """Room for slow cases."""
    finished: set[int] = field(default_factory=set)
    """Updates in hand whose case has committed; the worker takes them out."""
    broken: dict[int, Exception] = field(default_factory=dict)
    """Updates in hand whose handler failed, and how; the worker takes them out."""

    def panel(self) -> Panel:
        """What this process counted, for the operator."""
        seen = self.metrics
        return Panel(SystemClock().now(), dict(seen.sends), dict(seen.updates), seen.since, self.wake_broadcaster)
