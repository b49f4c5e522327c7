"""Who the athletes are: found, registered, locked while their update is handled, and erased without a trace."""

import datetime as dt

from sqlalchemy import delete
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, select

from storage.tables import Athlete, Conversation, InboxState, InboxUpdate, OutboxMessage


def find_athlete(session: Session, telegram_id: int) -> Athlete | None:
    """The athlete with this Telegram account, if registered."""
    return session.exec(select(Athlete).where(Athlete.telegram_id == telegram_id)).one_or_none()


def athlete_in_chat(session: Session, chat_id: int) -> Athlete | None:
    """The athlete whose private chat this is, if registered."""
    return session.exec(select(Athlete).where(Athlete.chat_id == chat_id)).one_or_none()


def athlete_by_id(session: Session, athlete_id: int) -> Athlete | None:
    """The athlete with this id, if not erased."""
    return session.get(Athlete, athlete_id)


def register(session: Session, telegram_id: int, chat_id: int, name: str, language: str, now: dt.datetime) -> Athlete:
    """The athlete of this account, made if new; a known one keeps settings and takes the present name and chat."""
    athlete = find_athlete(session, telegram_id)
    if athlete is None:
        athlete = Athlete(
            telegram_id=telegram_id, chat_id=chat_id, name=name, language=language, created_at=now, updated_at=now
        )
        session.add(athlete)
    elif (athlete.chat_id, athlete.name) != (chat_id, name):
        athlete.chat_id, athlete.name, athlete.updated_at = chat_id, name, now
    session.flush()
    return athlete


def lock_chat(session: Session, chat_id: int) -> Conversation:
    """The chat's conversation, made if new, and locked to the end of the transaction."""
    values = {"chat_id": chat_id, "data": {}}
    insert = (sqlite if session.get_bind().dialect.name == "sqlite" else postgresql).insert
    session.connection().execute(insert(Conversation).values(values).on_conflict_do_nothing())
    locked = select(Conversation).where(Conversation.chat_id == chat_id).with_for_update()
    return session.exec(locked, execution_options={"populate_existing": True}).one()


def move_chat(session: Session, old: int, new: int) -> None:
    """A group became a supergroup: what was queued for the old chat goes to the new one."""
    for message in session.exec(select(OutboxMessage).where(OutboxMessage.chat_id == old)):
        message.chat_id = new
        if message.payload.get("chat_id") == old:
            message.payload = message.payload | {"chat_id": new}


def erase(session: Session, athlete: Athlete) -> None:
    """Erase everything about an athlete: rows, words, messages, the conversation, and updates that were set aside.

    An update still waiting in the inbox stays, because it was sent after the athlete asked; its payload goes when it
    has been handled, as every payload does.
    """
    chat = athlete.chat_id
    session.delete(athlete)
    session.flush()
    session.exec(delete(OutboxMessage).where(col(OutboxMessage.chat_id) == chat))
    session.exec(delete(Conversation).where(col(Conversation.chat_id) == chat))
    set_aside = col(InboxUpdate.state) != InboxState.NEW
    session.exec(delete(InboxUpdate).where(col(InboxUpdate.chat_key) == chat, set_aside))
