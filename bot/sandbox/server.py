"""The server: Telegram's Bot API on a local port, the people's side beside it, and the page."""

import time
from collections.abc import Callable
from types import TracebackType
from typing import Self

from aiohttp import web

from bot.clock import MovableClock
from bot.sandbox.calls import Call, read_call
from bot.sandbox.faults import Faults
from bot.sandbox.keys import CLOCK_MOVED, FAULTS, LIMITS, WORLD
from bot.sandbox.limits import Limits
from bot.sandbox.methods import METHODS
from bot.sandbox.page import PAGE_ROUTES
from bot.sandbox.people import PEOPLE_ROUTES
from bot.sandbox.refusals import Refused, refused
from bot.sandbox.visitors import keep_strangers_out
from bot.sandbox.world import World

SANDBOX_TOKEN = "1000000001:SANDBOX-only-not-a-secret-token-0ab"  # noqa: S105 — opens nothing but the sandbox
BODY_BYTES = 60 * 1024 * 1024


class SandboxServer:
    """A Bot API server whose world lives as long as this object, however often a bot comes and goes.

    ``clock`` dates every message; ``port`` 0 takes a free one. Use it as ``async with SandboxServer(clock) as server``
    or call :meth:`start` and :meth:`stop`.
    """

    def __init__(self, clock: MovableClock, token: str = SANDBOX_TOKEN, host: str = "127.0.0.1", port: int = 0) -> None:
        self.world = World(clock, token)
        self.faults = Faults()
        self.limits = Limits(time.monotonic)
        self.calls: list[Call] = []
        self.on_clock: Callable[[], None] | None = None
        self._host = host
        self._port = port
        self._runner: web.AppRunner | None = None

    @property
    def token(self) -> str:
        """The only token that the server knows."""
        return self.world.token

    @property
    def url(self) -> str:
        """The root of the Bot API: what ``TELEGRAM_API_URL`` should be."""
        return f"http://{self._host}:{self._port}"

    @property
    def page_url(self) -> str:
        """Where the chat page is."""
        return f"{self.url}/"

    async def start(self) -> None:
        """Listen.

        Raises:
            OSError: the port is taken.
        """
        app = web.Application(client_max_size=BODY_BYTES, middlewares=[keep_strangers_out])
        app[WORLD] = self.world
        app[FAULTS] = self.faults
        app[LIMITS] = self.limits
        app[CLOCK_MOVED] = self._moved_clock
        app.add_routes(PEOPLE_ROUTES)
        app.add_routes(PAGE_ROUTES)
        app.router.add_route("GET", "/file/bot{token}/{path:.+}", self._download)
        app.router.add_route("*", "/bot{token}/{method}", self._answer)
        self._runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=0.2)
        await self._runner.setup()
        site = web.TCPSite(self._runner, self._host, self._port)
        await site.start()
        self._port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """Stop listening; the world stays."""
        await self.world.webhook.remove()
        self.faults.clear()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    def calls_of(self, method: str) -> list[Call]:
        """Every call of one method so far, refused ones too."""
        return [call for call in self.calls if call.method.lower() == method.lower()]

    def _moved_clock(self) -> None:
        """Tell whoever asked that the clock has jumped."""
        if self.on_clock is not None:
            self.on_clock()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        try:
            self._check_token(request)
            return await self.faults.around(request, request.match_info["method"], lambda: self._reply(request))
        except Refused as refusal:
            return web.json_response(refusal.as_json(), status=refusal.code)

    async def _reply(self, request: web.Request) -> web.Response:
        try:
            result = await self._carry_out(await read_call(request))
        except Refused as refusal:
            return web.json_response(refusal.as_json(), status=refusal.code)
        return web.json_response({"ok": True, "result": result})

    async def _carry_out(self, call: Call) -> object:
        self.calls.append(call)
        name = call.method.lower()
        if (method := METHODS.get(name)) is None:
            raise refused(404, "method not found")
        if name.startswith("send") and name != "sendchataction":
            self.limits.count(call.integer("chat_id"))
        return await method(self.world, call)

    def _check_token(self, request: web.Request) -> None:
        if request.match_info["token"] != self.token:
            raise Refused(401, "Unauthorized")

    async def _download(self, request: web.Request) -> web.StreamResponse:
        stored = self.world.files.by_path(request.match_info["path"])
        if request.match_info["token"] != self.token or stored is None:
            return web.json_response(Refused(404, "Not Found").as_json(), status=404)
        answer = web.Response(body=stored.upload.content, content_type="application/octet-stream")

        async def send() -> web.Response:
            return answer

        return await self.faults.around(request, "file", send)
