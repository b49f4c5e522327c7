"""A spammer slows only themselves: how much of one chat may wait, and how fast one chat is answered.

Whoever writes at a human pace never meets these limits. Beyond them plain messages are left out with one kind line;
edits, taps and commands still come through for a while, ``/delete`` and ``/cancel`` longest.
"""

import datetime as dt
import time
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sqlmodel import Session

from bot.desk import Desk
from bot.screens import Screen
from bot.turn import words_of
from storage.athletes import athlete_in_chat
from storage.inbox import chat_key_of, waiting_of
from storage.outbox import newest_about

Update = Mapping[str, Any]

UNNOTICED: Final = 20
"""Updates of one chat, written in one minute, that nobody looks at twice."""
MOST_PLAIN: Final = 30
"""Updates of one chat that may wait before plain messages are left out."""
MOST_MEANT: Final = 60
"""The same for edits, taps and commands."""
MOST_AT_ALL: Final = 90
"""The same for ``/delete`` and ``/cancel``: beyond it everything is left out."""
LONGEST: Final = ("/delete", "/cancel")
BURST: Final = 20
"""Updates of one chat that are handled as fast as they come; then one a second."""
PER_SECOND: Final = 1.0
MINUTE: Final = 60.0
TOLD_EVERY: Final = dt.timedelta(minutes=10)
REF: Final = "flood"


@dataclass
class Floods:
    """What this process remembers of who writes much: counts by minute of writing, and who is to wait."""

    seconds: Callable[[], float] = time.monotonic
    _since: float = 0.0
    _counts: Counter[tuple[int, int]] = field(default_factory=Counter)
    _free_at: dict[int, float] = field(default_factory=dict)
    """When a chat will have been quiet long enough for its whole burst again."""

    def suspects(self, updates: Sequence[Update]) -> set[int]:
        """The chats of these updates that wrote more in one minute than people do.

        What was written over two days while the bot was down arrives at once and is still no flood.
        """
        now = self.seconds()
        if now - self._since > MINUTE:
            self._since, self._counts = now, Counter()
        written = [(key, minute_of(each)) for each in updates if (key := chat_key_of(each)) is not None]
        self._counts.update(written)
        return {key for key, minute in written if self._counts[key, minute] > UNNOTICED}

    def handled(self, key: int | None) -> None:
        """An update of a chat was taken in hand."""
        if key is not None:
            self._free_at[key] = max(self._free_at.get(key, 0.0), self.seconds()) + 1 / PER_SECOND

    def tired(self) -> list[int]:
        """The chats to pass over for now."""
        now = self.seconds()
        self._free_at = {key: at for key, at in self._free_at.items() if at > now}
        return [key for key, at in self._free_at.items() if at - now > BURST / PER_SECOND]


def admit(session: Session, updates: Sequence[Update], suspects: Collection[int], now: dt.datetime) -> list[Update]:
    """The updates to keep: of suspects only as many as may wait. Whose messages are left out is told so, seldom."""
    waiting = Counter(waiting_of(session, suspects))
    kept, left_out = [], set()
    for each in updates:
        key = chat_key_of(each)
        if key not in suspects or key is None or waiting[key] < most_waiting(each):
            kept.append(each)
            waiting[key or 0] += 1
        else:
            left_out.add(key)
    for key in left_out:
        _say_so(session, key, now)
    return kept


def minute_of(update: Update) -> int:
    """The minute in which an update was written by Telegram's clock; 0 for taps, which tell none."""
    message = update.get("message") or update.get("edited_message")
    written = message.get("edit_date", message.get("date")) if isinstance(message, Mapping) else None
    return int(written // MINUTE) if isinstance(written, int) else 0


def most_waiting(update: Update) -> int:
    """How many updates of its chat may wait for this one to be kept."""
    message = update.get("message")
    text = message.get("text") if isinstance(message, Mapping) else None
    if message is None:
        return MOST_MEANT
    if not isinstance(text, str) or not text.startswith("/"):
        return MOST_PLAIN
    return MOST_AT_ALL if text.startswith(LONGEST) else MOST_MEANT


def _say_so(session: Session, chat: int, now: dt.datetime) -> None:
    """One kind line in a private chat; a group hears nothing."""
    if chat <= 0 or newest_about(session, chat, REF, now - TOLD_EVERY) is not None:
        return
    athlete = athlete_in_chat(session, chat)
    desk = Desk(session, now, chat, words_of(athlete), athlete)
    desk.say(Screen(desk.words("flood.slower")), ref=REF)
