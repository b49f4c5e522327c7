"""What people wrote, word for word, kept before anybody tries to understand it."""

import datetime as dt
from typing import Final

from sqlalchemy import bindparam, update
from sqlalchemy import select as select_columns
from sqlalchemy.orm.attributes import set_committed_value
from sqlmodel import Session, col, select

from storage.columns import Json, cleaned
from storage.rows import new_row, table_of, write_new_row
from storage.statements import Statement
from storage.tables import Saying

_SAYING: Final = table_of(Saying)
_AT: Final = Statement(
    select_columns(_SAYING).where(_SAYING.c.chat_id == bindparam("chat"), _SAYING.c.message_id == bindparam("message"))
)
_UNDERSTOOD: Final = Statement(update(_SAYING).where(_SAYING.c.id == bindparam("row")).values(understood=True))
_READ_AS: Final = Statement(
    update(_SAYING)
    .where(_SAYING.c.id == bindparam("row"))
    .values(reading=bindparam("document"), understood=bindparam("understood"))
)


def keep_saying(
    session: Session, athlete_id: int, chat_id: int, message_id: int, text: str, reply_to: int | None, now: dt.datetime
) -> Saying:
    """Keep a message's words; the same message again is an edit and replaces them."""
    text = cleaned(text)
    new = new_row(
        Saying,
        athlete_id=athlete_id,
        chat_id=chat_id,
        message_id=message_id,
        reply_to_message_id=reply_to,
        text=text,
        said_at=now,
    )
    known = None if write_new_row(session, new) else saying_at(session, chat_id, message_id)
    if known is not None and known.text != text:
        known.text, known.edited_at, known.understood = text, now, False
        session.flush()
    return known or new


def mark_understood(session: Session, saying: Saying) -> None:
    """Something could be made of these words."""
    _UNDERSTOOD.run(session, row=saying.id)
    set_committed_value(saying, "understood", True)


def note_reading(session: Session, saying: Saying, document: Json, *, understood: bool) -> None:
    """Remember what words were read as, and whether something could be made of them."""
    _READ_AS.run(session, row=saying.id, document=document, understood=understood)
    set_committed_value(saying, "reading", document)
    set_committed_value(saying, "understood", understood)


def saying_at(session: Session, chat_id: int, message_id: int) -> Saying | None:
    """The words of a message, if it had any."""
    return _AT.one_known(session, Saying, chat=chat_id, message=message_id)


def saying_by_id(session: Session, athlete_id: int, saying_id: int) -> Saying | None:
    """An athlete's own saying, and nobody else's."""
    return session.exec(select(Saying).where(Saying.id == saying_id, Saying.athlete_id == athlete_id)).one_or_none()


def sayings_of(session: Session, athlete_id: int) -> list[Saying]:
    """Everything an athlete wrote, oldest first."""
    return list(session.exec(select(Saying).where(Saying.athlete_id == athlete_id).order_by(col(Saying.id))))


def forget_saying(session: Session, chat_id: int, message_id: int) -> None:
    """Forget the words of a message that must not be kept (a child's age)."""
    saying = saying_at(session, chat_id, message_id)
    if saying is not None:
        session.delete(saying)
        session.flush()
