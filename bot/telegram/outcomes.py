"""What became of a send, and what that means for its row: sent, again later, perhaps once more, or never."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from bot.telegram.api import ApiError, Refused, Unanswered
from scheduler.due import schedule_athlete
from storage.athletes import athlete_in_chat
from storage.conversations import move_chat
from storage.doubt import doubt
from storage.outbox import Outgoing, drop_chat, mark_all_sent, mark_failed, retry_at

SENT = "sent"
NOT_MODIFIED = "message is not modified"
GIVE_UP_AFTER = dt.timedelta(days=1)
"""An answer that could not be sent for so long is no answer any more."""
LONGEST_PAUSE = 30.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """The end of one call: its ``result``, or the ``error`` that came instead."""

    row: Outgoing
    result: Any = None
    error: ApiError | None = None

    @property
    def word(self) -> str:
        """One word for the metrics."""
        match self.error:
            case None:
                return SENT
            case Refused(status=Refused.TOO_MANY):
                return "too_many"
            case Refused(status=Refused.FORBIDDEN):
                return "blocked"
            case Refused(migrate_to=int()):
                return "moved"
            case Refused(description=text) if NOT_MODIFIED in text:
                return SENT
            case Refused(status=status) if status >= Refused.SERVER_FAILURE:
                return "server_failed"
            case Refused(status=status) if status in Refused.BAD_TOKEN:
                return "bad_token"
            case Refused():
                return "refused"
            case Unanswered():
                return "unanswered"
            case _:
                return "unreachable"


def settle_all(session: Session, outcomes: Sequence[Outcome], now: dt.datetime) -> None:
    """Write down what became of several sends; nearly always all of them arrived."""
    sent = [(outcome.row.id, message_id_of(outcome)) for outcome in outcomes if outcome.word == SENT]
    if sent:
        mark_all_sent(session, sent, now)
    for outcome in outcomes:
        if outcome.word != SENT:
            _settle(session, outcome, now)


def _settle(session: Session, outcome: Outcome, now: dt.datetime) -> None:
    row, error = outcome.row, outcome.error
    row_id, reason = row.id, outcome.word
    match outcome.word:
        case "blocked":
            _blocked(session, row, now)
        case "moved" if isinstance(error, Refused) and error.migrate_to is not None and row.chat_id is not None:
            retry_at(session, row_id, now, reason)
            move_chat(session, row.chat_id, error.migrate_to)
        case "unanswered":
            doubt(session, row_id, now + dt.timedelta(seconds=1), reason)
        case "too_many" | "server_failed" | "bad_token" | "unreachable":
            _again(session, outcome, now)
        case _:
            mark_failed(session, row_id, error.description if isinstance(error, Refused) else reason)


def pause_after(outcome: Outcome) -> float:
    """Seconds until a send that certainly failed is tried again."""
    if isinstance(outcome.error, Refused) and outcome.error.retry_after:
        return float(outcome.error.retry_after)
    return min(LONGEST_PAUSE, float(2 ** min(outcome.row.attempts + 1, 5)) / 2)


def _again(session: Session, outcome: Outcome, now: dt.datetime) -> None:
    row = outcome.row
    if now - row.created_at > GIVE_UP_AFTER:
        mark_failed(session, row.id, outcome.word)
    else:
        retry_at(session, row.id, now + dt.timedelta(seconds=pause_after(outcome)), outcome.word)


def _blocked(session: Session, row: Outgoing, now: dt.datetime) -> None:
    mark_failed(session, row.id, "blocked")
    if row.chat_id is None:
        return
    drop_chat(session, row.chat_id, "blocked")
    athlete = athlete_in_chat(session, row.chat_id)
    if athlete is not None:
        athlete.blocked_at = now
        schedule_athlete(session, athlete, now)


def message_id_of(outcome: Outcome) -> int | None:
    """The id of the message that the call made or changed."""
    if isinstance(outcome.result, dict) and "message_id" in outcome.result:
        return int(outcome.result["message_id"])
    edited = outcome.row.payload.get("message_id")
    return int(edited) if isinstance(edited, int) else None
