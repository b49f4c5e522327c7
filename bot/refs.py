"""What a message of ours is about, as the outbox remembers it: ``prompt:12``, ``log:7``, and the step it is at.

The step says what is open under the message (``prompt:12:move``, ``log:7:minutes``), so that words can answer what its
buttons ask: Telegram drops a tap that it could not deliver within 150 seconds.
"""

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from bot.desk import Desk, Lately
from storage.outbox import Newest, newest_about, ref_of_message

REFUSED = "file"
"""The kind of a message that says why a file cannot be used."""
OPEN_FOR = dt.timedelta(hours=3)
"""How long the newest message of ours, and what was told last, is still meant by words that name nothing."""


@dataclass(frozen=True, slots=True)
class About:
    """A kind of thing, its id where it has one, and the step that is open."""

    kind: str
    id: int
    step: str = ""


@lru_cache(maxsize=256)
def about(ref: str | None) -> About | None:
    """What a ref names; ``None`` where it names nothing with an id."""
    kind, _, rest = (ref or "").partition(":")
    number, _, step = rest.partition(":")
    return About(kind, int(number), step) if number.isdecimal() else None


def replied_to(desk: Desk, reply_to: int | None) -> About | None:
    """What the message that somebody replied to is about."""
    return about(ref_of_message(desk.session, desk.chat_id, reply_to)) if reply_to else None


def lately_about(desk: Desk) -> About | None:
    """What the newest message of ours is about, while it still takes an answer."""
    newest = newest_said(desk)
    return None if newest is None else about(newest.ref)


def newest_said(desk: Desk) -> Newest | None:
    """The newest message of ours that is about something, while it still takes an answer."""
    known, count = desk.lately, len(desk.said)
    if known is None or known.said != count:
        newest = newest_about(desk.session, desk.chat_id, "", desk.now - OPEN_FOR)
        known = desk.lately = Lately(count, newest)
    return known.newest
