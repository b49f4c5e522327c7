"""Telegram's limits on sending, switched on by whoever wants to see a bot keep them."""

from collections import deque
from collections.abc import Callable

from bot.sandbox.refusals import too_many_requests

PER_SECOND = 30
PER_SECOND_IN_CHAT = 1
BURST_IN_CHAT = 3
PER_MINUTE_IN_GROUP = 20


class Limits:
    """Counts messages over the real seconds that pass, whatever the sandbox's clock shows."""

    def __init__(self, seconds: Callable[[], float], *, enforced: bool = False) -> None:
        self._seconds = seconds
        self.enforced = enforced
        self.worst_second = 0
        self._all: deque[float] = deque()
        self._chats: dict[int, deque[float]] = {}

    def count(self, chat_id: int) -> None:
        """Count a message to a chat.

        Raises:
            Refused: 429, if limits are enforced and this one is over them.
        """
        now = self._seconds()
        mine = self._chats.setdefault(chat_id, deque())
        _forget(self._all, now - 1)
        _forget(mine, now - 60)
        if self.enforced:
            self._check(chat_id, mine, now)
        self._all.append(now)
        mine.append(now)
        self.worst_second = max(self.worst_second, len(self._all))

    def _check(self, chat_id: int, mine: deque[float], now: float) -> None:
        lately = sum(moment > now - BURST_IN_CHAT / PER_SECOND_IN_CHAT for moment in mine)
        if len(self._all) >= PER_SECOND or lately >= BURST_IN_CHAT:
            raise too_many_requests(1)
        if chat_id < 0 and len(mine) >= PER_MINUTE_IN_GROUP:
            raise too_many_requests(max(1, round(mine[0] + 60 - now)))


def _forget(moments: deque[float], before: float) -> None:
    while moments and moments[0] <= before:
        moments.popleft()
