"""Calls whose end nobody knows: in flight when the process was killed, or their answer never came.

Such a call is made once more. In doubt again, words are not sent a third time as if they were new: they wait as
``UNSURE`` until Telegram has answered another call, and are said then with the remark that they may be known
(``bot.telegram.again``). What changes nothing when it is done twice, such as an edit, is simply repeated.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Final, NamedTuple

from sqlmodel import Session, col, select

from storage.columns import is_in
from storage.tables import OutboxMessage, OutboxState

MOST_IN_DOUBT: Final = 2
"""The call that ends in doubt for the second time is not made again as it is."""
MOST_CALLS: Final = 5
"""The call that ends in doubt for the fifth time is left, whatever it is."""
TELLABLE: Final = frozenset({"send_message", "send_document"})
"""What people would miss; a picture comes with a card that says the same."""
_HARMLESS: Final = ("edit_", "answer_", "delete_", "set_")
"""How methods begin that do the same whether they are called once or twice."""
_EPOCH: Final = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def doubt(session: Session, message_row_id: int, moment: dt.datetime, error: str | None = None) -> bool:
    """Nobody knows whether Telegram took it (a time-out): once more at ``moment``, where it may be repeated.

    Returns:
        Whether it will be repeated.
    """
    message = session.get(OutboxMessage, message_row_id)
    if message is None:
        return False
    if message.state != OutboxState.SENDING:
        return message.state == OutboxState.QUEUED  # written down before, in a transaction whose end we did not hear
    _doubt(message, error)
    message.not_before = moment
    session.flush()
    return message.state == OutboxState.QUEUED


class Call(NamedTuple):
    """One call of a row, and of no other row that may have its id after a copy was put back."""

    row: int
    attempts: int
    """Calls begun before it."""
    made_at: int
    """When the row was made, in microseconds since 1970."""


class End(NamedTuple):
    """What somebody knows of a call in flight at a death: Telegram has taken it, or certainly not."""

    said: bool
    message_id: int | None = None


def microseconds(moment: dt.datetime) -> int:
    """A moment as ``Call`` holds it."""
    return (moment - _EPOCH) // dt.timedelta(microseconds=1)


def recover(session: Session, now: dt.datetime, known: Mapping[Call, End]) -> set[int]:
    """Take up the calls that were in flight when the sender died; call it when becoming the sender.

    Those whose end is ``known`` are no longer in doubt: they are settled, or go out as if they had not been begun.

    Returns:
        The calls that will be repeated, those that were in doubt before among them.
    """
    lost = session.exec(select(OutboxMessage).where(is_in(col(OutboxMessage.state), OutboxState.SENDING))).all()
    for message in lost:
        end = known.get(Call(message.id or 0, message.attempts - 1, microseconds(message.created_at)))
        if end is None:
            _doubt(message, "in flight at a stop")
        elif end.said:
            message.state, message.message_id, message.sent_at = OutboxState.SENT, end.message_id, now
        else:
            message.state = OutboxState.QUEUED
    session.flush()
    again = select(OutboxMessage.id).where(
        is_in(col(OutboxMessage.state), OutboxState.QUEUED), OutboxMessage.in_doubt > 0
    )
    return {row_id for row_id in session.exec(again) if row_id is not None}


def unsure(session: Session) -> list[OutboxMessage]:
    """What was in doubt twice and waits to be said once more, oldest first."""
    found = select(OutboxMessage).where(is_in(col(OutboxMessage.state), OutboxState.UNSURE))
    # Asked for the order, SQLite would look through all that was ever said instead of what is open.
    return sorted(session.exec(found), key=lambda message: message.id or 0)


def _doubt(message: OutboxMessage, error: str | None) -> None:
    message.in_doubt += 1
    message.state = _after(message.method, message.in_doubt)
    message.error = error


def _after(method: str, in_doubt: int) -> OutboxState:
    """What becomes of a call that was in doubt so often."""
    if in_doubt < MOST_IN_DOUBT or (method.startswith(_HARMLESS) and in_doubt < MOST_CALLS):
        return OutboxState.QUEUED
    return OutboxState.UNSURE if method in TELLABLE and in_doubt < MOST_CALLS else OutboxState.FAILED
