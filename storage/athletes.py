"""Who the athletes are: found, registered, and erased without a trace."""

import datetime as dt
from typing import Final

from sqlalchemy import bindparam, delete
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from storage.columns import cleaned, is_in
from storage.conversations import let_go_of_chats
from storage.rows import table_of
from storage.statements import Statement
from storage.tables import Athlete, Conversation, InboxState, InboxUpdate, OutboxMessage

_IN_CHAT: Final = Statement(select_columns(table_of(Athlete)).where(col(Athlete.chat_id) == bindparam("chat")))
_BY_ID: Final = Statement(select_columns(table_of(Athlete)).where(col(Athlete.id) == bindparam("athlete")))
"""Looked up with every update and with every prompt; made once."""


def find_athlete(session: Session, telegram_id: int) -> Athlete | None:
    """The athlete with this Telegram account, if registered."""
    return session.exec(select(Athlete).where(Athlete.telegram_id == telegram_id)).one_or_none()


def athlete_in_chat(session: Session, chat_id: int) -> Athlete | None:
    """The athlete whose private chat this is, if registered."""
    return _IN_CHAT.one_known(session, Athlete, chat=chat_id)


def athlete_by_id(session: Session, athlete_id: int) -> Athlete | None:
    """The athlete with this id, if not erased."""
    known: Athlete | None = session.identity_map.get((Athlete, (athlete_id,), None))
    return known or _BY_ID.one_known(session, Athlete, athlete=athlete_id)


def register(session: Session, telegram_id: int, chat_id: int, name: str, language: str, now: dt.datetime) -> Athlete:
    """The athlete of this account, made if new; a known one keeps settings and takes the present name and chat."""
    athlete, name = find_athlete(session, telegram_id), cleaned(name)
    if athlete is None:
        athlete = Athlete(
            telegram_id=telegram_id, chat_id=chat_id, name=name, language=language, created_at=now, updated_at=now
        )
        session.add(athlete)
    elif (athlete.chat_id, athlete.name) != (chat_id, name):
        athlete.chat_id, athlete.name, athlete.updated_at = chat_id, name, now
    session.flush()
    return athlete


def erase(session: Session, athlete: Athlete) -> None:
    """Erase everything about an athlete: rows, words, messages, the conversation, and updates that were set aside.

    An update still waiting in the inbox stays, because it was sent after the athlete asked; its content goes when it
    has been handled, as every update's does.
    """
    chat = athlete.chat_id
    session.delete(athlete)
    session.flush()
    session.exec(delete(OutboxMessage).where(col(OutboxMessage.chat_id) == chat))
    session.exec(delete(Conversation).where(col(Conversation.chat_id) == chat))
    let_go_of_chats(session)
    set_aside = is_in(col(InboxUpdate.state), InboxState.DEAD)  # what is done names no chat any more
    session.exec(delete(InboxUpdate).where(col(InboxUpdate.chat_key) == chat, set_aside))
