"""Words that were in doubt twice, told once more: with the remark that they may be known, as soon as Telegram answers.

A third time as if they were new would be one repeat too many; never would leave somebody without an answer. What is of
no use any more stays untold.
"""

import datetime as dt

from sqlmodel import Session

from bot.limits import TEXT_LIMIT
from bot.telegram.outcomes import GIVE_UP_AFTER
from bot.turn import words_of
from storage.athletes import athlete_in_chat
from storage.doubt import MOST_IN_DOUBT, unsure
from storage.tables import OutboxMessage, OutboxState


def tell_again(session: Session, now: dt.datetime) -> set[int]:
    """Queue what waits for this, each under its own row, so that replies and buttons find what it is about.

    Returns:
        The rows that go out again.
    """
    found = unsure(session)
    for message in found:
        if message.in_doubt == MOST_IN_DOUBT:  # else it says so already
            _remark(session, message)
        message.state = OutboxState.QUEUED if _is_of_use(message, now) else OutboxState.FAILED
        message.not_before = None
    session.flush()
    return {message.id or 0 for message in found if message.state == OutboxState.QUEUED}


def _is_of_use(message: OutboxMessage, now: dt.datetime) -> bool:
    until = message.useful_until or message.created_at + GIVE_UP_AFTER
    return now <= until


def _remark(session: Session, message: OutboxMessage) -> None:
    """Say first that it may be known; of what has no room for that, say only that it may be missing."""
    athlete = athlete_in_chat(session, message.chat_id) if message.chat_id is not None else None
    words = words_of(athlete)
    told = f"{words('again.text')}\n\n{message.payload.get('text', '')}"
    if message.method == "send_message" and len(told) <= TEXT_LIMIT:
        message.payload = message.payload | {"text": told}
        return
    message.method, message.attachment = "send_message", None
    message.payload = {"chat_id": message.chat_id, "text": words("again.missing"), "parse_mode": "HTML"}
