"""A morning of a hundred thousand: everybody is claimed once, also where they are all due within one minute."""

import datetime as dt

import pytest
from sqlalchemy import text
from sqlmodel import Session, select

from scheduler.tick import Ticker
from storage.database import Database
from storage.tables import AthleteState, Prompt
from tests.scheduler.test_due import DAY, at
from tests.storage.builders import an_athlete, like_this_one

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
        like_this_one(session, one, range(second or 60, MANY + 1, 60))
    session.connection().execute(text("DELETE FROM athlete WHERE id = :id"), {"id": one.id})


@pytest.mark.slow
async def test_a_hundred_thousand_due_in_one_minute_are_claimed_once_each(database: Database) -> None:
    await database.run(enrol)
    desk = Desk()
    ticker = Ticker(database, lambda: SEVEN, desk.note)
    for seconds in range(0, 60 + EVERY, EVERY):
        await ticker.tick(SEVEN + dt.timedelta(seconds=seconds))
    athletes = await database.run(lambda session: session.exec(select(Prompt.athlete_id)).all())

    assert len(desk.handed) == len(set(desk.handed)) == MANY
    assert sorted(athletes) == list(range(1, MANY + 1))
