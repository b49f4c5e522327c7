"""The webhook into the inbox: Telegram is answered 200 once an update is committed, and asked to repeat otherwise.

TLS ends at a proxy before us. The webhook is set at the start and stays when the program stops: replicas share it,
and what comes meanwhile waits at Telegram. Polling removes it.
"""

import asyncio
import hmac
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web

from bot.telegram.api import ApiError, BotApi, Refused
from bot.telegram.pauses import Pauses
from bot.telegram.polling import ALLOWED, TokenRefused
from coach.errors import ConfigurationError, DatabaseError
from storage.inbox import is_update
from storage.json_text import read_json

log = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 — the name of a header
BODY_LIMIT = 1024 * 1024
"""Bytes of one update; Telegram's are far smaller."""
CONNECTIONS = 40
"""How many calls Telegram makes at a time."""


class WebhookServer:
    """Listens for updates and keeps them. ``keep`` returns once they are committed."""

    def __init__(
        self,
        api: BotApi,
        keep: Callable[[Sequence[dict[str, Any]]], Awaitable[None]],
        *,
        url: str,
        secret: str,
        listen: tuple[str, int],
        called: Callable[[], None] = lambda: None,
        pauses: Pauses | None = None,
    ) -> None:
        self._api = api
        self._keep = keep
        self._url = url
        self._secret = secret
        self._listen = listen
        self._called = called
        self._pauses = pauses or Pauses()

    async def run(self) -> None:
        """Listen until cancelled.

        Raises:
            ConfigurationError: the address to listen on is taken.
            TokenRefused: the token is not known.
        """
        app = web.Application(client_max_size=BODY_LIMIT)
        app.router.add_post(urlsplit(self._url).path or "/", self._take)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=2.0)
        await runner.setup()
        try:
            await self._open(runner)
            await self._register()
            await asyncio.Event().wait()
        finally:
            await runner.cleanup()

    async def _open(self, runner: web.AppRunner) -> None:
        host, port = self._listen
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError:
            raise ConfigurationError("LISTEN", "port_taken", port=port) from None

    async def _register(self) -> None:
        wanted = {
            "url": self._url,
            "secret_token": self._secret,
            "allowed_updates": ALLOWED,
            "max_connections": CONNECTIONS,
        }
        while True:
            try:
                await self._api.call("set_webhook", wanted)
            except Refused as refusal:
                if refusal.status in Refused.BAD_TOKEN:
                    raise TokenRefused from None
                if refusal.status < Refused.TOO_MANY:
                    raise ConfigurationError("WEBHOOK_URL", "webhook_refused", said=refusal.description) from None
                await self._pauses.wait(at_least=refusal.retry_after or 0)
            except ApiError as error:
                log.warning("the webhook could not be set yet: %s", type(error).__name__)
                await self._pauses.wait()
            else:
                return

    async def _take(self, request: web.Request) -> web.Response:
        shown = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(shown.encode(errors="surrogateescape"), self._secret.encode()):
            return web.Response(status=403)
        try:
            update = read_json(await request.read())
        except ValueError:
            return web.Response(status=400)
        if not isinstance(update, dict) or not is_update(update):
            return web.Response(status=400)
        self._called()
        try:
            await self._keep([update])
        except DatabaseError:
            log.warning("the database does not answer; Telegram repeats the update")
            return web.Response(status=503)
        return web.Response(status=200)
