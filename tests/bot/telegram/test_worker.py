"""The worker: in order within a chat, side by side across chats, three tries, and nothing lost with the database."""

import asyncio
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from sqlmodel import col, select
from telegram import Update
from telegram.ext import ExtBot

from bot.clock import SystemClock
from bot.house import House
from bot.routes import Routes
from bot.settings import Settings
from bot.telegram.worker import LOCK_PATIENCE, Worker
from coach.errors import CommitUnheard, DatabaseUnreachable, LockHeld, TransactionTooLong
from storage.inbox import receive
from storage.tables import InboxState, InboxUpdate
from tests.bot.telegram.fakes import FakeApi
from tests.bot.telegram.virtual import START, InlineDatabase, cancelled, seconds, until, virtually

ANA, BEN = 1, 2


def a_message(update_id: int, chat: int = ANA, text: str = "hello") -> dict[str, Any]:
    """An update with a text message, as Telegram sends it."""
    person = {"id": chat, "is_bot": False, "first_name": "Ana"}
    place = {"id": chat, "type": "private", "first_name": "Ana"}
    message = {"message_id": update_id, "date": 1, "chat": place, "from": person, "text": text}
    return {"update_id": update_id, "message": message}


@dataclass
class FakeApplication:
    """Handles updates as it is told: slowly, badly, or well."""

    house: House
    bot: ExtBot[None] = field(default_factory=lambda: ExtBot("1:fake"))
    slow: dict[int, float] = field(default_factory=dict)
    broken: dict[int, list[Exception]] = field(default_factory=lambda: defaultdict(list))
    done: list[tuple[float, int]] = field(default_factory=list)
    spoil: Callable[[], None] = lambda: None
    """What happens at the same moment as a failure."""

    async def process_update(self, update: Update) -> None:
        """Handle one."""
        number = update.update_id
        await asyncio.sleep(self.slow.get(number, 0.0))
        if self.broken[number]:
            self.house.broken[number] = self.broken[number].pop(0)
            self.spoil()
        else:
            self.done.append((seconds(), number))

    def order(self) -> list[int]:
        """What was handled, in order."""
        return [number for _, number in self.done]


class Post:
    """A worker, its inbox and its handlers."""

    def __init__(self, database: InlineDatabase) -> None:
        self.database = database
        self.house = House(Settings(), SystemClock(), database, FakeApi(), Routes())
        self.application = FakeApplication(self.house)
        self.worker = Worker(self.house, self.application)  # type: ignore[arg-type]  # what it needs of one

    def arrive(self, *updates: dict[str, Any]) -> None:
        """Commit updates to the inbox."""
        self.database._transact(lambda session: receive(session, updates, START))
        self.worker.wake()

    def states(self) -> list[str]:
        """What became of each update."""
        rows = select(InboxUpdate).order_by(col(InboxUpdate.update_id))
        return [row.state for row in self.database._transact(lambda session: session.exec(rows).all())]

    def tries(self) -> list[int]:
        """How often each update failed."""
        rows = select(InboxUpdate).order_by(col(InboxUpdate.update_id))
        return [row.attempts for row in self.database._transact(lambda session: session.exec(rows).all())]

    def handle_all(self, within: float = 600.0) -> None:
        """Let the worker run until nothing is waiting, for so many seconds at most."""

        async def job() -> None:
            task = asyncio.create_task(self.worker.run())
            await until(lambda: InboxState.NEW not in self.states(), within)
            await cancelled(task)

        virtually(job)


@pytest.fixture
def post(inline: InlineDatabase) -> Post:
    return Post(inline)


def test_updates_of_a_chat_are_handled_in_order(post: Post) -> None:
    post.application.slow = {1: 2.0, 2: 1.0}
    post.arrive(a_message(1), a_message(2), a_message(3))
    post.handle_all()
    assert post.application.order() == [1, 2, 3]


def test_a_slow_chat_holds_up_nobody_else(post: Post) -> None:
    post.application.slow = {1: 5.0}
    post.arrive(a_message(1), a_message(2), a_message(3, BEN))
    post.handle_all()
    assert post.application.order() == [3, 1, 2]


def test_a_poisonous_update_is_set_aside_after_three_tries_and_the_next_goes_on(post: Post) -> None:
    post.application.broken[1] = [RuntimeError("words")] * 3
    post.arrive(a_message(1), a_message(2))
    post.handle_all()
    assert post.states() == [InboxState.DEAD, InboxState.DONE]
    assert post.application.order() == [2]


def test_an_update_that_fails_once_is_tried_again_before_the_next(post: Post) -> None:
    post.application.broken[1] = [RuntimeError("words")]
    post.arrive(a_message(1), a_message(2))
    post.handle_all()
    assert post.application.order() == [1, 2]


def test_an_update_nobody_can_read_is_set_aside(post: Post) -> None:
    post.arrive({"update_id": 1, "message": {"chat": "no chat"}}, a_message(2))
    post.handle_all()
    assert post.states() == [InboxState.DEAD, InboxState.DONE]


def test_a_lost_database_is_no_try(post: Post) -> None:
    post.application.broken[1] = [DatabaseUnreachable(), CommitUnheard(), *(DatabaseUnreachable() for _ in range(5))]
    post.database.lost = [DatabaseUnreachable() for _ in range(3)]
    post.arrive(a_message(1))
    post.handle_all()
    assert post.states() == [InboxState.DONE]
    assert post.tries() == [0]


def test_what_the_database_ends_three_times_is_set_aside_and_the_next_goes_on(post: Post) -> None:
    """The database is there, so trying for ever would stop the chat for ever."""
    post.application.broken[1] = [TransactionTooLong() for _ in range(3)]
    post.arrive(a_message(1), a_message(2))
    post.handle_all()
    assert post.states() == [InboxState.DEAD, InboxState.DONE]
    assert post.tries() == [3, 0]


def test_a_lock_that_is_let_go_of_within_ten_minutes_costs_no_try(post: Post) -> None:
    """Eight minutes of a migration beside the bot: nothing is set aside, and everything is handled then."""
    post.application.broken[1] = [LockHeld() for _ in range(12)]
    post.application.slow = {1: 10.0}
    post.arrive(a_message(1), a_message(2), a_message(3, BEN))
    post.handle_all()
    assert post.states() == [InboxState.DONE] * 3
    assert post.tries() == [0, 0, 0]
    assert post.application.order() == [3, 1, 2]


def test_a_lock_that_nobody_lets_go_of_is_not_waited_for_for_ever(post: Post) -> None:
    post.application.broken[1] = [LockHeld() for _ in range(500)]
    post.application.slow = {1: 10.0}
    post.arrive(a_message(1), a_message(2))
    post.handle_all(within=3600.0)
    assert post.states() == [InboxState.DEAD, InboxState.DONE]
    assert post.tries() == [3, 0]
    assert LOCK_PATIENCE < post.application.done[0][0] < LOCK_PATIENCE + 120


def test_a_try_that_cannot_be_counted_is_none(post: Post) -> None:
    """Where the inbox itself is locked, as during a migration, updates wait and nothing is set aside."""
    post.application.broken[1] = [TransactionTooLong() for _ in range(4)]
    post.application.spoil = lambda: post.database.lost.append(TransactionTooLong())
    post.arrive(a_message(1))
    post.handle_all()
    assert post.states() == [InboxState.DONE]
    assert post.tries() == [0]


def test_stopping_waits_for_what_is_in_hand(post: Post) -> None:
    post.application.slow = {1: 1.0}
    post.arrive(a_message(1))

    async def job() -> None:
        task = asyncio.create_task(post.worker.run())
        await asyncio.sleep(0.1)
        await cancelled(task)

    virtually(job)
    assert post.states() == [InboxState.DONE]


def test_nothing_of_an_update_stays_in_memory(post: Post) -> None:
    post.application.broken[1] = [RuntimeError("words")]
    post.arrive(a_message(1), a_message(2, BEN))
    post.handle_all()
    assert not post.house.finished
    assert not post.house.broken
