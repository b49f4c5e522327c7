"""One row a chat: the open question, and the lock under which one of the chat's updates is handled."""

from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import bindparam
from sqlalchemy import select as select_columns
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, select

from storage.rows import table_of
from storage.statements import DRIVER, Statement
from storage.tables import Conversation, OutboxMessage

_LOCKED: Final = select(Conversation).where(col(Conversation.chat_id) == bindparam("chat")).with_for_update()
_OF_CHAT: Final = select_columns(table_of(Conversation)).where(col(Conversation.chat_id) == bindparam("chat"))
_HERE: Final = Statement(_OF_CHAT)
_HERE_LOCKED: Final = Statement(_OF_CHAT.with_for_update())

_HELD: Final = "conversations"
"""Where a session keeps those that its transaction has locked."""


@dataclass(frozen=True, slots=True)
class _Held:
    """The conversations that a transaction, or a savepoint in it, has locked: what it takes back, it holds no more."""

    transaction: object
    by_chat: dict[int, Conversation] = field(default_factory=dict)


def lock_chat(session: Session, chat_id: int) -> Conversation:
    """The chat's conversation, made if new, and locked to the end of the transaction.

    Asked again in the same transaction, it is the same row, without a word to the database: nobody else can have
    changed it, and the session alone would forget a row that nobody holds.
    """
    held = _held(session)
    conversation = held.get(chat_id)
    if conversation is None:
        conversation = held[chat_id] = _locked(session, chat_id) or _made(session, chat_id)
    return conversation


def let_go_of_chats(session: Session) -> None:
    """Ask the database again the next time: a conversation was erased."""
    session.info.pop(_HELD, None)


def _held(session: Session) -> dict[int, Conversation]:
    transaction: object = session.get_nested_transaction()
    if transaction is None and DRIVER not in session.info:  # with the driver, a session is one transaction
        session.connection()  # a transaction begins with it
        transaction = session.get_transaction()
    held: _Held | None = session.info.get(_HELD)
    if held is None or held.transaction is not transaction:
        held = session.info[_HELD] = _Held(transaction)
    return held.by_chat


def _made(session: Session, chat_id: int) -> Conversation:
    insert = (sqlite if session.get_bind().dialect.name == "sqlite" else postgresql).insert
    made = insert(Conversation).values(chat_id=chat_id, data={}).on_conflict_do_nothing()
    session.connection().execute(made)
    conversation: Conversation = session.execute(_LOCKED, {"chat": chat_id}).scalar_one()
    return conversation


def _locked(session: Session, chat_id: int) -> Conversation | None:
    """The row as it is now, whatever this transaction knew of it before it waited for the lock."""
    known: Conversation | None = session.identity_map.get((Conversation, (chat_id,), None))
    if session.get_bind().dialect.name == "sqlite":  # nobody to wait for
        return known or _HERE.one_known(session, Conversation, chat=chat_id)
    if known is None:
        return _HERE_LOCKED.one_known(session, Conversation, chat=chat_id)
    found = session.execute(_LOCKED, {"chat": chat_id}, execution_options={"populate_existing": True})
    return found.scalar_one_or_none()


def move_chat(session: Session, old: int, new: int) -> None:
    """A group became a supergroup: what was queued for the old chat goes to the new one."""
    for message in session.exec(select(OutboxMessage).where(col(OutboxMessage.chat_id) == old)):
        message.chat_id = new
        if message.payload.get("chat_id") == old:
            message.payload = message.payload | {"chat_id": new}
    session.flush()
