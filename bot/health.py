"""The operator's page: ``/metrics`` for Prometheus, ``/healthz`` (it runs) and ``/readyz`` (it can do its work)."""

import asyncio
import datetime as dt

from aiohttp import web
from sqlmodel import Session

from bot.clock import Clock
from bot.house import House
from bot.metrics import waiting_lines
from coach.errors import ConfigurationError, DatabaseError

SILENT_AFTER = dt.timedelta(seconds=120)
"""A poll is answered at least every half minute; no answer for so long means that nothing reaches us."""
ANSWER_WITHIN = 3.0


class HealthServer:
    """Listens where ``METRICS_LISTEN`` says. ``polling`` tells whether silence from Telegram means trouble."""

    def __init__(self, house: House, clock: Clock, listen: tuple[str, int], *, polling: bool) -> None:
        self._house = house
        self._clock = clock
        self._listen = listen
        self._polling = polling
        self.address = ""

    async def run(self) -> None:
        """Listen until cancelled.

        Raises:
            ConfigurationError: the address is taken.
        """
        app = web.Application()
        app.router.add_get("/metrics", self._metrics)
        app.router.add_get("/healthz", self._healthy)
        app.router.add_get("/readyz", self._ready)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        try:
            await self._open(runner)
            await asyncio.Event().wait()
        finally:
            await runner.cleanup()

    async def _open(self, runner: web.AppRunner) -> None:
        host, port = self._listen
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError:
            raise ConfigurationError("METRICS_LISTEN", "port_taken", port=port) from None
        self.address = f"http://{host}:{runner.addresses[0][1]}"

    async def _metrics(self, _: web.Request) -> web.Response:
        lines = list(self._house.metrics.lines())
        now, house_now = self._clock.now(), self._house.clock.now()

        def waiting(session: Session) -> list[str]:
            return list(waiting_lines(session, now, house_now))

        up = 1
        try:
            lines += await asyncio.wait_for(self._house.database.run(waiting), ANSWER_WITHIN)
        except (DatabaseError, TimeoutError):
            up = 0
        lines += ["# TYPE legwork_database_up gauge", f"legwork_database_up {up}"]
        return web.Response(text="\n".join(lines) + "\n", content_type="text/plain", charset="utf-8")

    async def _healthy(self, _: web.Request) -> web.Response:
        return web.Response(text="ok\n")

    async def _ready(self, _: web.Request) -> web.Response:
        problem = await self._problem()
        return web.Response(text=f"{problem or 'ok'}\n", status=503 if problem else 200)

    async def _problem(self) -> str:
        heard = self._house.metrics.heard_at
        if self._polling and (heard is None or self._clock.now() - heard > SILENT_AFTER):
            return "nothing heard from Telegram"
        try:
            await asyncio.wait_for(self._house.database.run(lambda session: session.connection()), ANSWER_WITHIN)
        except (DatabaseError, TimeoutError):
            return "the database does not answer"
        return ""
