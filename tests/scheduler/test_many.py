"""A morning of a hundred thousand: everybody is claimed once, also where they are all due within one minute."""

import datetime as dt
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import Session, select

from scheduler.tick import Ticker
from storage.database import open_database
from storage.schema import upgrade
from storage.tables import Athlete, AthleteState, Prompt
from tests.scheduler.test_due import DAY, at
from tests.storage.builders import an_athlete

SEVEN = at("07:00")
MANY = 100_000
EVERY = 12
"""Seconds between two ticks here."""


class Desk:
    """Takes note of what is handed on."""

    def __init__(self) -> None:
        self.handed: list[int] = []

    async def note(self, prompts: list[int]) -> None:
        """The prompts that are ours to say."""
        self.handed += prompts


def enrol(session: Session) -> None:
    """So many athletes, each due at a second of the same minute."""
    one = an_athlete(session, state=AthleteState.ACTIVE, evening=False)
    one.id, one.telegram_id, one.chat_id = -1, -1, -1
    one.prompted_on, one.reviewed_on = SEVEN.date() - DAY, SEVEN.date()
    session.flush()
    for second in range(60):
        one.next_prompt_at = SEVEN + dt.timedelta(seconds=second)
        session.flush()
        session.connection().execute(text(_as_many(range(second or 60, MANY + 1, 60))))
    session.connection().execute(text("DELETE FROM athlete WHERE id = :id"), {"id": one.id})


def _as_many(numbers: range) -> str:
    """SQL for an athlete of each number, who is like the one there is."""
    own = {"id", "telegram_id", "chat_id"}
    names = [column.name for column in Athlete.__table__.columns]  # type: ignore[attr-defined]  # SQLModel's own
    values = ["n" if name in own else name for name in names]
    first, last, step = numbers.start, numbers[-1], numbers.step
    return f"""
        WITH RECURSIVE many AS (SELECT {first} AS n UNION ALL SELECT n + {step} FROM many WHERE n < {last})
        INSERT INTO athlete ({", ".join(names)})
        SELECT {", ".join(values)} FROM many, athlete WHERE telegram_id = -1
    """  # noqa: S608 — our own names and numbers


@pytest.mark.slow
async def test_a_hundred_thousand_due_in_one_minute_are_claimed_once_each(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{tmp_path / 'many.db'}")
    upgrade(database)
    await database.run(enrol)
    desk = Desk()
    ticker = Ticker(database, lambda: SEVEN, desk.note)
    for seconds in range(0, 60 + EVERY, EVERY):
        await ticker.tick(SEVEN + dt.timedelta(seconds=seconds))
    athletes = await database.run(lambda session: session.exec(select(Prompt.athlete_id)).all())
    await database.close()

    assert len(desk.handed) == len(set(desk.handed)) == MANY
    assert sorted(athletes) == list(range(1, MANY + 1))
