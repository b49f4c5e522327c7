"""What the routes find in the web application."""

from collections.abc import Callable

from aiohttp import web

from bot.sandbox.faults import Faults
from bot.sandbox.limits import Limits
from bot.sandbox.world import World

WORLD = web.AppKey("world", World)
FAULTS = web.AppKey("faults", Faults)
LIMITS = web.AppKey("limits", Limits)
CLOCK_MOVED: web.AppKey[Callable[[], None]] = web.AppKey("clock_moved")
