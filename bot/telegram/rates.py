"""How fast may we send: Telegram's limits as windows over a clock that is handed in.

All moments are seconds on one monotonic clock. A limit answers when the next send would be allowed, and is told when
one happens; it never waits by itself.
"""

from collections import deque
from dataclasses import dataclass, field

CHAT_BURST = 3
"""Messages a private chat may get at once; over any longer time it is one a second."""
GROUP_LIMIT = 20
GROUP_SECONDS = 60.0
SLACK = 0.03
"""Seconds by which windows are longer than Telegram's: what leaves evenly may arrive bunched."""
CATCH_UP = 0.1
"""Seconds of delay that the even flow of broadcasts makes good."""

FORGET_EVERY = 1.0
"""Seconds between two looks for chats whose last messages count no longer: they are many, the full ones few."""


class Window:
    """At most ``limit`` events in any ``seconds``."""

    def __init__(self, limit: int, seconds: float) -> None:
        self._limit = limit
        self._seconds = seconds + SLACK
        self._taken: deque[float] = deque(maxlen=limit)

    def room(self, now: float) -> int:
        """How many are allowed at once now."""
        while self._taken and self._taken[0] + self._seconds <= now:
            self._taken.popleft()
        return self._limit - len(self._taken)

    def free_at(self, now: float) -> float:
        """The moment from which one more is allowed: ``now`` or later."""
        if len(self._taken) < self._limit:
            return now
        return max(now, self._taken[0] + self._seconds)

    def take(self, now: float) -> None:
        """One happens."""
        self._taken.append(now)

    def idle(self, now: float) -> bool:
        """Whether nothing in it matters any more."""
        return not self._taken or self._taken[-1] + self._seconds <= now


@dataclass
class Limits:
    """Telegram's limits together: overall, in each private chat, in each group; a halt stops everything.

    ``per_second`` is the overall limit, ``chat_burst`` what a private chat may get in three seconds. The broadcast
    lane is spread evenly over the second, so that somebody who writes meanwhile finds a gap instead of the end of a
    burst.
    """

    per_second: float = 30.0
    chat_burst: int = CHAT_BURST
    halted_until: float = 0.0
    _overall: Window = field(init=False)
    _chats: dict[int, Window] = field(default_factory=dict)
    _broadcast_at: float = 0.0
    _forget_at: float = 0.0

    def __post_init__(self) -> None:
        whole = max(1, int(self.per_second))
        self._overall = Window(whole, whole / self.per_second)

    def room(self, now: float, *, broadcast: bool = False, begun: int = 0) -> int:
        """How many sends a lane may begin now, whatever their chats, after ``begun`` others."""
        if now < self.halted_until or (broadcast and now < self._broadcast_at):
            return 0
        room = max(0, self._overall.room(now) - begun)
        return min(room, 1) if broadcast else room

    def free_at(self, now: float, *, broadcast: bool = False) -> float:
        """When a lane may send next: ``now`` or later."""
        moment = max(self.halted_until, self._overall.free_at(now))
        return max(moment, self._broadcast_at) if broadcast else moment

    def full_chats(self, now: float) -> dict[int, float]:
        """The chats that may get no message now, and from when on they may."""
        if now >= self._forget_at:
            self._forget_at = now + FORGET_EVERY
            self._chats = {chat: limit for chat, limit in self._chats.items() if not limit.idle(now)}
        return {chat: at for chat, limit in self._chats.items() if (at := limit.free_at(now)) > now}

    def take(self, chat_id: int | None, now: float, *, broadcast: bool = False) -> None:
        """A send begins now; ``chat_id`` is ``None`` for a call that puts no message into a chat."""
        self._overall.take(now)
        if broadcast:
            self._broadcast_at = max(self._broadcast_at, now - CATCH_UP) + 1 / self.per_second
        if chat_id is not None:
            self._limit_of(chat_id).take(now)

    def halt(self, until: float) -> None:
        """Nothing at all may be sent before ``until``."""
        self.halted_until = max(self.halted_until, until)

    def _limit_of(self, chat_id: int) -> Window:
        limit = self._chats.get(chat_id)
        if limit is None:
            private = chat_id > 0
            limit = Window(self.chat_burst, float(CHAT_BURST)) if private else Window(GROUP_LIMIT, GROUP_SECONDS)
            self._chats[chat_id] = limit
        return limit
