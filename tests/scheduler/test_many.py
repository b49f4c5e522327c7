"""A morning of a hundred thousand: everybody is claimed once, also where they are all due within one minute."""

import datetime as dt
from pathlib import Path

import pytest
from sqlalchemy import insert
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
    one.prompted_on, one.reviewed_on = SEVEN.date() - DAY, SEVEN.date()
    known = {name: value for name, value in one.model_dump().items() if name != "id"}
    session.delete(one)
    session.flush()
    for start in range(1, MANY + 1, 10_000):
        numbers = range(start, start + 10_000)
        rows = [
            known | {"id": n, "telegram_id": n, "chat_id": n, "next_prompt_at": SEVEN + dt.timedelta(seconds=n % 60)}
            for n in numbers
        ]
        session.connection().execute(insert(Athlete), rows)


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
