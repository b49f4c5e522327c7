"""Claimed prompts become words: a few at a time, one that cannot be said costs the others nothing."""

import asyncio
import datetime as dt
import io
import json
import logging
from pathlib import Path

import pytest
from sqlmodel import Session, col, select

from bot.desk import Desk
from bot.house import House
from bot.logs import JsonLine
from bot.prompting import BATCH, WAITING, Prompter
from bot.routes import Routes
from bot.screens import Screen
from bot.settings import Settings
from bot.telegram.deaths import MOST, Deaths
from bot.words.speech import Html
from coach.errors import DatabaseUnreachable, TransactionTooLong
from storage.athletes import register
from storage.prompts import mark_said
from storage.tables import Lane, OutboxMessage, Prompt, PromptState
from tests.bot.telegram.fakes import FakeApi
from tests.bot.telegram.virtual import START, InlineDatabase, LoopClock, cancelled, virtually


def say(desk: Desk, row: Prompt) -> None:
    """Say a prompt, unless it is the athlete's who breaks it."""
    if desk.owner.name == "Broken":
        raise RuntimeError(desk.owner.name)
    if desk.owner.name == "Endless":
        raise TransactionTooLong
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

    def claim(self, *names: str, late: dt.timedelta = dt.timedelta()) -> list[int]:
        """A claimed prompt for each new athlete, due so long ago."""

        def work(session: Session) -> list[int]:
            return [self._claimed(session, number, name, START - late) for number, name in enumerate(names, start=1)]

        return self.database._transact(work)

    @staticmethod
    def _claimed(session: Session, number: int, name: str, due: dt.datetime) -> int:
        athlete = register(session, number, number, name, "en", START)
        athlete.zone = "UTC"
        row = Prompt(athlete_id=athlete.id or 0, kind="daily", local_date=due.date(), due_at=due, claimed_at=due)
        session.add(row)
        session.flush()
        return row.id or 0

    def say_all(self, prompts: list[int], deaths: Deaths | None = None) -> None:
        """Let the prompter say them."""

        async def job() -> None:
            prompter = Prompter(self.house, say, deaths)
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
def morning(inline: InlineDatabase) -> Morning:
    return Morning(inline)


def test_every_claimed_prompt_is_said_in_the_broadcast_lane(morning: Morning) -> None:
    morning.say_all(morning.claim(*(f"Ana{number}" for number in range(12))))
    assert [row.chat_id for row in morning.said()] == list(range(1, 13))
    assert {row.lane for row in morning.said()} == {Lane.BROADCAST}
    assert morning.woken == -(-12 // BATCH), "once a batch"


def test_one_that_cannot_be_said_costs_the_others_nothing(morning: Morning) -> None:
    morning.say_all(morning.claim("Ana", "Broken", "Ben"))
    assert [row.chat_id for row in morning.said()] == [1, 3]
    assert morning.states() == [PromptState.SAID, PromptState.CLAIMED, PromptState.SAID]


def test_one_that_the_database_ends_costs_the_others_nothing_and_is_found_again_later(morning: Morning) -> None:
    """Insisted on, it would keep everybody's prompts waiting behind it."""
    morning.say_all(morning.claim("Ana", "Endless", "Ben"))
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


def test_a_prompt_that_waited_until_it_was_of_no_use_is_dropped(morning: Morning) -> None:
    """The machine was suspended between the claim and the words: yesterday's sessions are not said today."""
    morning.say_all(morning.claim("Ana", late=dt.timedelta(hours=13)))
    assert morning.said() == []
    assert morning.states() == [PromptState.DROPPED]


def test_one_over_which_the_process_ended_too_often_is_given_up(morning: Morning, tmp_path: Path) -> None:
    deadly, harmless = morning.claim("Ana", "Ben")
    record = [tmp_path / "record"]
    for _ in range(MOST):
        dying = Deaths(record)
        dying.open()
        dying.begin(deadly)
        dying.close()
    morning.say_all([deadly, harmless], Deaths(record))
    assert [row.chat_id for row in morning.said()] == [2]
    assert morning.states() == [PromptState.DROPPED, PromptState.SAID]


def test_a_prompt_goes_out_with_the_moment_until_which_it_is_useful(morning: Morning) -> None:
    morning.say_all(morning.claim("Ana", late=dt.timedelta(hours=2)))
    (message,) = morning.said()
    assert message.useful_until == START + dt.timedelta(hours=10)


def test_no_more_prompts_wait_in_memory_than_there_is_room_for(morning: Morning) -> None:
    """Whoever claims waits too, so a hundred thousand who are due at one minute stay in the database."""

    async def job() -> tuple[bool, bool]:
        prompter = Prompter(morning.house, say)
        claimer = asyncio.create_task(prompter.on_claimed(range(1, WAITING + BATCH + 1)))
        await asyncio.sleep(60)
        waited = not claimer.done()
        task = asyncio.create_task(prompter.run())
        await claimer
        await prompter.settled()
        await cancelled(task)
        return waited, claimer.done()

    assert virtually(job) == (True, True)


def test_a_prompt_that_waits_already_is_not_noted_again(morning: Morning) -> None:
    async def job() -> None:
        prompter = Prompter(morning.house, say)
        for _ in range(5):
            await asyncio.wait_for(prompter.on_claimed(range(1, WAITING + 1)), 1)

    virtually(job)


def test_one_that_cannot_be_said_is_told_with_its_prompt_and_its_athlete(
    morning: Morning, caplog: pytest.LogCaptureFixture
) -> None:
    """Once, by the ids that lead an operator there; not for the batch that it spoiled."""
    stream, handler = io.StringIO(), logging.StreamHandler()
    handler.setStream(stream)
    handler.setFormatter(JsonLine())
    logging.getLogger("bot.prompting").addHandler(handler)
    try:
        morning.say_all(morning.claim("Ana", "Broken", "Cleo"))
    finally:
        logging.getLogger("bot.prompting").removeHandler(handler)
    told = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert [(line["prompt"], line["athlete"]) for line in told] == [(2, 2)]
    assert "RuntimeError at" in told[0]["message"]
    assert "Broken" not in caplog.text
