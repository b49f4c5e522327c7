"""Long polling into the inbox: Telegram is told that an update arrived only once it is committed.

Telegram confirms by offset: asking for updates from 8 on says that all before 8 are safe. The next offset is therefore
sent only after the commit, and a death in between costs nothing but a second copy, which the inbox knows.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from bot.telegram.api import ApiError, BotApi, Refused, Unanswered
from bot.telegram.pauses import Pauses
from coach.errors import DatabaseError, LegworkError
from storage.inbox import is_update

log = logging.getLogger(__name__)

ALLOWED = ["message", "edited_message", "callback_query", "my_chat_member"]
"""The kinds of update the handlers answer; Telegram keeps the others to itself."""
POLL_SECONDS = 30
BATCH = 100
WATCHDOG = 90.0
"""Seconds after which a poll without any answer is given up and begun anew."""
CONFLICTS = 6
"""How often another poller may be found in our place before we leave it to them."""
AT_PEACE = 120.0
"""Seconds without one after which the others are forgotten; two who fight both get an update now and then."""


class TokenRefused(LegworkError):
    """Telegram does not know the bot's token."""

    code = "token_refused"


class AnotherPoller(LegworkError):
    """Another program polls for the same bot and does not stop."""

    code = "another_poller"
    exit_status = 1


class Poller:
    """Asks for updates and keeps them. ``keep`` returns once they are committed."""

    def __init__(
        self,
        api: BotApi,
        keep: Callable[[Sequence[dict[str, Any]]], Awaitable[None]],
        *,
        pauses: Pauses | None = None,
        polled: Callable[[], None] = lambda: None,
        watchdog: float = WATCHDOG,
    ) -> None:
        self._api = api
        self._keep = keep
        self._pauses = pauses or Pauses()
        self._polled = polled
        self._watchdog = watchdog
        self._offset = 0
        self._conflicts = 0
        self._fought = 0.0
        self._alone = False
        """Whether a webhook that an earlier run may have set is gone: while there is one, Telegram refuses polls."""

    async def run(self) -> None:
        """Poll until cancelled.

        Raises:
            TokenRefused: the token is not known.
            AnotherPoller: somebody else polls for this bot, again and again.
        """
        while True:
            try:
                await self._once()
            except Refused as refusal:
                await self._refused(refusal)
            except (ApiError, TimeoutError) as error:
                log.warning("polling failed: %s", type(error).__name__)
                await self._pauses.wait()
            except DatabaseError:
                log.warning("the database does not answer; updates wait at Telegram")
                await self._pauses.wait()

    async def _once(self) -> None:
        asked = {"offset": self._offset, "timeout": POLL_SECONDS, "limit": BATCH, "allowed_updates": ALLOWED}
        async with asyncio.timeout(self._watchdog):
            if not self._alone:
                self._alone = bool(await self._api.call("delete_webhook", {}))
            updates = await self._api.call("get_updates", asked, read_timeout=POLL_SECONDS + 15)
        known = [update for update in updates if is_update(update)] if isinstance(updates, list) else []
        if known != updates:
            log.warning("a poll brought what is no update")
        self._polled()
        if known:
            await self._keep(known)
            self._offset = max(update["update_id"] for update in known) + 1
        elif updates:
            raise Unanswered  # nothing of it can be confirmed: not at once again
        self._pauses.reset()

    async def _refused(self, refusal: Refused) -> None:
        if refusal.status in Refused.BAD_TOKEN:
            raise TokenRefused
        if refusal.status == Refused.CONFLICT:
            now = asyncio.get_running_loop().time()
            self._conflicts = self._conflicts + 1 if now - self._fought < AT_PEACE else 1
            self._fought = now
            log.warning("another program polls for this bot (%d of %d)", self._conflicts, CONFLICTS)
            if self._conflicts >= CONFLICTS:
                raise AnotherPoller
        else:
            log.warning("polling was refused: %s", refusal.status)
        await self._pauses.wait(at_least=refusal.retry_after or 0)
