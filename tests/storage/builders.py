"""Rows with defaults, so that a test says only what matters to it."""

import asyncio
import datetime as dt
from collections.abc import Callable
from typing import Any

from sqlalchemy import text
from sqlmodel import Session, select

from storage.athletes import register
from storage.logs import add_log
from storage.prompts import take_prompt
from storage.tables import Athlete, AthleteState, Lane, Log, OutboxMessage, Prompt, PromptKind, PromptState
from storage.together import Waiting

NOON = dt.datetime(2026, 11, 30, 12, 0, tzinfo=dt.UTC)
"""A Monday."""
TODAY = NOON.date()
SECOND = dt.timedelta(seconds=1)
HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)


def an_athlete(session: Session, number: int = 1, **fields: Any) -> Athlete:  # noqa: ANN401 — any column
    """An athlete in Berlin who is prompted at 7:00; the chat and the account share a number."""
    athlete = register(session, number, number, f"Runner {number}", "en", NOON)
    defaults = {"state": AthleteState.ACTIVE, "zone": "Europe/Berlin", "prompt_minute": 7 * 60}
    for name, value in {**defaults, **fields}.items():
        setattr(athlete, name, value)
    session.flush()
    return athlete


def joins(number: int) -> Callable[[Session], Any]:
    """A transaction that registers an athlete."""
    return lambda session: an_athlete(session, number).telegram_id


def known(session: Session) -> list[int]:
    """Who is registered."""
    return sorted(session.exec(select(Athlete.telegram_id)))


def waits(number: int, *, gives_way: bool = False) -> Waiting:
    """Somebody who waits for the writer."""
    return Waiting(joins(number), asyncio.get_running_loop().create_future(), gives_way)


def like_this_one(session: Session, athlete: Athlete, numbers: range) -> None:
    """An athlete of each number, who is like this one in everything else; thousands in one statement."""
    session.flush()
    own = {"id", "telegram_id", "chat_id"}
    names = [column.name for column in Athlete.__table__.columns]  # type: ignore[attr-defined]  # SQLModel's own
    values = ["n" if name in own else name for name in names]
    first, last, step = numbers.start, numbers[-1], numbers.step
    statement = f"""
        WITH RECURSIVE many AS (SELECT {first} AS n UNION ALL SELECT n + {step} FROM many WHERE n < {last})
        INSERT INTO athlete ({", ".join(names)})
        SELECT {", ".join(values)} FROM many, athlete WHERE id = {athlete.id}
    """  # noqa: S608 — our own names and numbers
    session.connection().execute(text(statement))


def athlete_id(session: Session, number: int = 1, **fields: Any) -> int:  # noqa: ANN401 — any column
    """The id of a new athlete."""
    return id_of(an_athlete(session, number, **fields))


def id_of(row: Any) -> int:  # noqa: ANN401 — any row
    """The id of a row that has been flushed."""
    assert row.id is not None
    return int(row.id)


def a_log(session: Session, athlete: int, date: dt.date = TODAY, **fields: Any) -> Log:  # noqa: ANN401 — any column
    """A planned easy run of half an hour, done."""
    defaults = {"kind": "easy_run", "status": "done", "minutes": 30, "distance_m": 4500, "planned": True}
    return add_log(session, Log(athlete_id=athlete, date=date, created_at=NOON, **{**defaults, **fields}))


def a_prompt(session: Session, athlete: int, day: dt.date = TODAY, **fields: Any) -> Prompt:  # noqa: ANN401 — any column
    """A daily prompt of an hour ago, said."""
    defaults = {
        "kind": PromptKind.DAILY,
        "due_at": NOON - HOUR,
        "claimed_at": NOON - HOUR,
        "state": PromptState.SAID,
    }
    prompt = Prompt(athlete_id=athlete, local_date=day, **{**defaults, **fields})
    session.add(prompt)
    session.flush()
    return prompt


def a_message(session: Session, chat: int | None = 1, **fields: Any) -> OutboxMessage:  # noqa: ANN401 — any column
    """A queued answer."""
    defaults = {"lane": Lane.ANSWER, "method": "send_message", "payload": {"text": "Hello"}, "created_at": NOON}
    message = OutboxMessage(chat_id=chat, **{**defaults, **fields})
    session.add(message)
    session.flush()
    return message


def is_waiting(session: Session, prompt_id: int) -> bool:
    """Whether a prompt is claimed and not yet said."""
    return take_prompt(session, prompt_id) is not None


def an_update(update_id: int, chat: int = 1, text: str = "hello") -> dict[str, Any]:
    """A private message as Telegram sends it."""
    person = {"id": chat, "is_bot": False, "first_name": "Ada"}
    message = {
        "message_id": update_id,
        "date": 1,
        "chat": {"id": chat, "type": "private"},
        "from": person,
        "text": text,
    }
    return {"update_id": update_id, "message": message}


def a_tap(update_id: int, person: int = 1, *, inline: bool = False) -> dict[str, Any]:
    """A tap on a button, under a message of the bot or (``inline``) under one sent through it."""
    tapped: dict[str, Any] = {"id": "9", "from": {"id": person}, "data": "x", "chat_instance": "1"}
    if not inline:
        tapped["message"] = {"message_id": 5, "date": 1, "chat": {"id": person, "type": "private"}}
    return {"update_id": update_id, "callback_query": tapped}
