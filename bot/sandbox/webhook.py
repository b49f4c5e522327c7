"""The webhook: updates are posted to the bot's own address, again and again until it says yes.

Updates of one chat come one after the other, those of different chats side by side.
"""

import asyncio
import logging
import re
from contextlib import suppress
from urllib.parse import urlsplit

import aiohttp

from bot.clock import Clock
from bot.sandbox.refusals import Json, bad_request
from bot.sandbox.updates import Updates

LOG = logging.getLogger(__name__)
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 — the name of a header
PORTS = {80, 88, 443, 8443}
LOOPBACK = {"127.0.0.1", "localhost", "::1"}
ANSWER_SECONDS = 60.0


def checked_secret(secret: str) -> str:
    """The secret, if it is one.

    Raises:
        Refused: it is too long or has other characters than letters, digits, ``_`` and ``-``.
    """
    if len(secret) > 256:
        raise bad_request("secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise bad_request("secret token contains unallowed characters")
    return secret


def checked_address(url: str) -> str:
    """The address, if Telegram would call it; plain HTTP only on this machine, as a local Bot API server allows.

    Raises:
        Refused: it is not HTTPS, or on a port that Telegram does not call.
    """
    try:
        parts = urlsplit(url if "://" in url else f"https://{url}")
        port = parts.port or {"http": 80}.get(parts.scheme, 443)
    except ValueError:
        raise bad_request("bad webhook: Wrong port number specified in the URL") from None
    if parts.hostname in LOOPBACK:
        return url
    if parts.scheme != "https":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if port not in PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    return url


def lane_of(update: Json) -> int:
    """The chat, or else the person, whose updates come one after the other."""
    content: Json = next(value for name, value in update.items() if name != "update_id")
    place: Json = content.get("chat") or content.get("message", {}).get("chat") or content.get("from", {})
    return int(place.get("id", 0))


class Webhook:
    """Where the bot wants to be called, and the task that calls it."""

    def __init__(self, updates: Updates, clock: Clock) -> None:
        self._updates = updates
        self._clock = clock
        self._task: asyncio.Task[None] | None = None
        self.url = ""
        self.secret = ""
        self.max_connections = 40
        self.first_pause = 0.05
        self.longest_pause = 2.0
        self._last_error: Json = {}
        self._lanes: dict[int, asyncio.Task[None]] = {}

    def as_json(self) -> Json:
        """A ``WebhookInfo`` without what the queue knows."""
        details = {"max_connections": self.max_connections} | self._last_error if self.url else {}
        return {"url": self.url, "has_custom_certificate": False} | details

    async def set(self, url: str, secret: str, max_connections: int) -> None:
        """Start calling an address."""
        await self.remove()
        self.url, self.secret, self.max_connections, self._last_error = url, secret, max_connections, {}
        self._task = asyncio.create_task(self._deliver())

    async def remove(self) -> None:
        """Stop calling."""
        self.url = ""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
            self._task = None

    async def _deliver(self) -> None:
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=ANSWER_SECONDS)) as session:
            try:
                while True:
                    for update in self._startable():
                        self._lanes[lane_of(update)] = asyncio.create_task(self._hand_over(session, update))
                    await self._updates.news()
            finally:
                for lane in [*self._lanes.values()]:
                    lane.cancel()
                await asyncio.gather(*self._lanes.values(), return_exceptions=True)
                self._lanes.clear()

    def _startable(self) -> list[Json]:
        """The first waiting update of every chat that none is under way for, as far as connections allow."""
        first: dict[int, Json] = {}
        for update in self._updates.pending():
            if lane_of(update) not in self._lanes:
                first.setdefault(lane_of(update), update)
        return [*first.values()][: self.max_connections - len(self._lanes)]

    async def _hand_over(self, session: aiohttp.ClientSession, update: Json) -> None:
        pause = self.first_pause
        while not await self._post(session, update):
            await asyncio.sleep(pause)
            pause = min(2 * pause, self.longest_pause)
            if update not in self._updates.pending():
                break
        del self._lanes[lane_of(update)]
        self._updates.forget_one(update["update_id"])

    async def _post(self, session: aiohttp.ClientSession, update: Json) -> bool:
        headers = {SECRET_HEADER: self.secret} if self.secret else {}
        try:
            async with session.post(self.url, json=update, headers=headers) as answer:
                problem = "" if answer.ok else f"Wrong response from the webhook: {answer.status} {answer.reason}"
        except TimeoutError:
            problem = "Read timeout expired"
        except aiohttp.ClientError as error:
            problem = "Connection refused" if isinstance(error, aiohttp.ClientConnectorError) else "Connection closed"
        if problem:
            LOG.info("webhook: %s", problem)
            self._last_error = {
                "last_error_date": int(self._clock.now().timestamp()),
                "last_error_message": problem,
            }
        return not problem
