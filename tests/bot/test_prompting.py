"""Claimed prompts become words: a few at a time, one that cannot be said costs the others nothing."""

import asyncio
import datetime as dt
from collections.abc import Iterator

import pytest
from sqlmodel import Session, col, select

from bot.desk import Desk
from bot.house import House
from bot.prompting import Prompter
from bot.routes import Routes
from bot.screens import Screen
from bot.settings import Settings
from bot.words.speech import Html
from coach.errors import DatabaseUnreachable
from storage.athletes import register
from storage.prompts import mark_said
from storage.tables import Lane, OutboxMessage, Prompt, PromptState
from tests.bot.telegram.fakes import FakeApi
from tests.bot.telegram.virtual import START, InlineDatabase, LoopClock, cancelled, inline_database, virtually


def say(desk: Desk, row: Prompt) -> None:
    """Say a prompt, unless it is the athlete's who breaks it."""
    if desk.owner.name == "Broken":
        raise RuntimeError(desk.owner.name)
    desk.say(Screen(Html(f"Good morning {desk.owner.name}")))
    mark_said(desk.session, row)


class Morning:
    """A prompter and its athletes."""

    def __init__(self, database: InlineDatabase) -> None:
        self.database = database
        self.woken = 0
        self.house = House(Settings(), LoopClock(), database, FakeApi(), Routes(), wake_sender=self._wake)

    def _wake(self) -> None:
        self.woken += 1

    def claim(self, *names: str) -> list[int]:
        """A claimed prompt for each new athlete."""

        def work(session: Session) -> list[int]:
            return [self._claimed(session, number, name) for number, name in enumerate(names, start=1)]

        return self.database._transact(work)

    @staticmethod
    def _claimed(session: Session, number: int, name: str) -> int:
        athlete = register(session, number, number, name, "en", START)
        row = Prompt(
            athlete_id=athlete.id or 0, kind="daily", local_date=dt.date(2026, 11, 30), due_at=START, claimed_at=START
        )
        session.add(row)
        session.flush()
        return row.id or 0

    def say_all(self, prompts: list[int]) -> None:
        """Let the prompter say them."""

        async def job() -> None:
            prompter = Prompter(self.house, say)
            task = asyncio.create_task(prompter.run())
            await prompter.on_claimed(prompts)
            await prompter.settled()
            await cancelled(task)

        virtually(job)

    def said(self) -> list[OutboxMessage]:
        """What is in the outbox."""
        rows = select(OutboxMessage).order_by(col(OutboxMessage.id))
        return self.database._transact(lambda session: list(session.exec(rows)))

    def states(self) -> list[str]:
        """What became of each prompt."""
        rows = select(Prompt).order_by(col(Prompt.id))
        return self.database._transact(lambda session: [row.state for row in session.exec(rows)])


@pytest.fixture
def morning() -> Iterator[Morning]:
    made = Morning(inline_database())
    yield made
    made.database.close_now()


def test_every_claimed_prompt_is_said_in_the_broadcast_lane(morning: Morning) -> None:
    morning.say_all(morning.claim(*(f"Ana{number}" for number in range(12))))
    assert [row.chat_id for row in morning.said()] == list(range(1, 13))
    assert {row.lane for row in morning.said()} == {Lane.BROADCAST}
    assert morning.woken == 3


def test_one_that_cannot_be_said_costs_the_others_nothing(morning: Morning) -> None:
    morning.say_all(morning.claim("Ana", "Broken", "Ben"))
    assert [row.chat_id for row in morning.said()] == [1, 3]
    assert morning.states() == [PromptState.SAID, PromptState.CLAIMED, PromptState.SAID]


def test_a_prompt_handed_on_twice_is_said_once(morning: Morning) -> None:
    prompts = morning.claim("Ana")
    morning.say_all(prompts + prompts)
    assert len(morning.said()) == 1


def test_a_prompt_whose_athlete_is_gone_is_passed_over(morning: Morning) -> None:
    morning.say_all([404, *morning.claim("Ana")])
    assert len(morning.said()) == 1


def test_prompts_outlast_a_lost_database(morning: Morning) -> None:
    prompts = morning.claim("Ana", "Ben")
    morning.database.lost = [DatabaseUnreachable() for _ in range(3)]
    morning.say_all(prompts)
    assert morning.states() == [PromptState.SAID] * 2
