"""The journal: everything that became visible in the chats, in order, for the page and the tests to follow."""

import asyncio
from collections.abc import Callable, Sequence
from typing import Any

from bot.sandbox.refusals import Json


class Journal:
    """A list of events that only grows; readers wait for what comes after the last one they saw."""

    def __init__(self) -> None:
        self._events: list[Json] = []
        self._news = asyncio.Event()

    @property
    def last(self) -> int:
        """The number of the newest event; 0 where there is none."""
        return len(self._events)

    def note(self, kind: str, chat_id: int | None = None, **details: Any) -> int:  # noqa: ANN401 — JSON values
        """Write an event down and wake whoever waits; returns its number."""
        self._events.append({"seq": self.last + 1, "kind": kind, "chat_id": chat_id, **details})
        self._news.set()
        self._news = asyncio.Event()
        return self.last

    def after(self, seq: int, wanted: Callable[[Json], bool]) -> list[Json]:
        """The wanted events that are newer than ``seq``."""
        return [event for event in self._events[max(seq, 0) :] if wanted(event)]

    async def wait(self, seq: int, timeout: float, wanted: Callable[[Json], bool]) -> Sequence[Json]:  # noqa: ASYNC109
        """The wanted events after ``seq``, as soon as there is one; none after ``timeout`` seconds."""
        loop = asyncio.get_running_loop()
        end = loop.time() + timeout
        while not (found := self.after(seq, wanted)) and loop.time() < end:
            try:
                await asyncio.wait_for(self._news.wait(), end - loop.time())
            except TimeoutError:
                break
        return found
