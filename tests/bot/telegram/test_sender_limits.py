"""The sender before a strict Telegram, in virtual time: whatever is to be said, no limit is ever exceeded."""

import asyncio
from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert

from bot.telegram.api import Refused
from bot.telegram.rates import CHAT_BURST, GROUP_LIMIT
from storage.outbox import outbox_depth
from storage.rows import table_of
from storage.tables import Lane, OutboxMessage
from tests.bot.telegram.fakes import FakeApi
from tests.bot.telegram.test_sender import Post
from tests.bot.telegram.virtual import START, cancelled, inline_database, seconds, until, virtually
from tests.depth import examples

GROUP = -5
CHATS = [1, 2, 3, GROUP]
PROMPTS = 10_000


@dataclass
class Bucket:
    """A token bucket: so many at once, refilled evenly."""

    size: float
    a_second: float
    tokens: float = 0.0
    at: float = float("-inf")

    def take(self, now: float) -> bool:
        """Whether there was a token."""
        self.tokens, self.at = min(self.size, self.tokens + (now - self.at) * self.a_second), now
        self.tokens -= 1
        return self.tokens > -1e-6


@dataclass
class StrictTelegram(FakeApi):
    """Counts as Telegram does, asks for silence now and then, and remembers every fault of the caller."""

    dice: Random = field(default_factory=Random)
    moody: float = 0.0
    """How likely a call is refused with a 429 though no limit was exceeded."""
    slow: float = 0.0
    """Seconds that an answer takes at most."""
    faults: list[str] = field(default_factory=list)
    delivered: list[tuple[int, str, float]] = field(default_factory=list)
    _silent_until: float = 0.0
    _second: deque[float] = field(default_factory=deque)
    _minute: deque[float] = field(default_factory=deque)
    _chats: dict[int, Bucket] = field(default_factory=lambda: defaultdict(lambda: Bucket(CHAT_BURST, 1.0)))

    async def call(self, method: str, payload: Any, **more: Any) -> Any:  # noqa: ANN401 — JSON
        """Take a message, or refuse it."""
        now, chat = seconds(), int(payload["chat_id"])
        self._count(now, chat)
        await asyncio.sleep(self.dice.random() * self.slow)
        if self.dice.random() < self.moody:
            pause = self.dice.randint(1, 5)
            self._silent_until = max(self._silent_until, seconds() + pause)
            raise Refused(429, "Too Many Requests", retry_after=pause)
        self.delivered.append((chat, str(payload["text"]), now))
        return await super().call(method, payload, **more)

    def _count(self, now: float, chat: int) -> None:
        if now < self._silent_until - 1e-6:
            self.faults.append(f"sent at {now} though silence was asked for until {self._silent_until}")
        _forget(self._second, now - 1)
        self._second.append(now)
        if len(self._second) > 30:
            self.faults.append(f"{len(self._second)} in a second at {now}")
        if chat > 0:
            if not self._chats[chat].take(now):
                self.faults.append(f"more than one a second, sustained, in chat {chat} at {now}")
            return
        _forget(self._minute, now - 60)
        self._minute.append(now)
        if len(self._minute) > GROUP_LIMIT:
            self.faults.append(f"{len(self._minute)} in a minute in the group at {now}")


def _forget(moments: deque[float], before: float) -> None:
    while moments and moments[0] <= before:
        moments.popleft()


def a_post(telegram: StrictTelegram) -> Post:
    """A sender before this Telegram."""
    post = Post(inline_database())
    post.api = telegram
    post.sender._api = telegram
    return post


@given(
    wanted=st.lists(
        st.tuples(st.floats(0, 0.4), st.sampled_from(CHATS), st.sampled_from(list(Lane))), min_size=1, max_size=60
    ),
    moody=st.sampled_from([0.0, 0.05]),
    slow=st.sampled_from([0.0, 0.5, 3.0]),
    seed=st.integers(0, 1000),
)
@examples(15)
def test_nothing_that_is_to_be_said_exceeds_a_limit(
    wanted: list[tuple[float, int, Lane]], moody: float, slow: float, seed: int
) -> None:
    """Every message arrives, in order within its chat and lane, and Telegram has nothing to complain about."""
    telegram = StrictTelegram(dice=Random(seed), moody=moody, slow=slow)
    post = a_post(telegram)

    async def job() -> None:
        task = asyncio.create_task(post.sender.run())
        for number, (pause, chat, lane) in enumerate(wanted):
            await asyncio.sleep(pause)
            post.queue(f"{lane} {number}", chat, lane)
            post.sender.wake()
        await until(lambda: len(telegram.delivered) == len(wanted), 3600)
        await cancelled(task)

    virtually(job)
    post.database.close_now()
    assert telegram.faults == []
    for chat in CHATS:
        for lane in Lane:
            mine = [text for where, text, _ in telegram.delivered if where == chat and text.startswith(lane)]
            assert mine == [
                f"{lane} {number}" for number, (_, to, in_) in enumerate(wanted) if (to, in_) == (chat, lane)
            ]


@pytest.fixture
def morning() -> Iterator[Post]:
    """Ten thousand prompts that wait to go out."""
    post = a_post(StrictTelegram(slow=0.2))
    row = {"lane": Lane.BROADCAST, "method": "send_message", "state": "queued", "attempts": 0, "in_doubt": 0}
    row["created_at"] = START
    rows = [{**row, "chat_id": chat, "payload": {"chat_id": chat, "text": "prompt"}} for chat in range(1, PROMPTS + 1)]
    post.see(lambda session: session.connection().execute(insert(table_of(OutboxMessage)), rows))
    yield post
    post.database.close_now()


def test_answers_wait_at_most_a_second_while_ten_thousand_prompts_go_out(morning: Post) -> None:
    telegram = morning.api

    async def job() -> list[float]:
        task = asyncio.create_task(morning.sender.run())
        waits = []
        for number in range(12):
            await asyncio.sleep(0.73)
            asked, text = seconds(), f"answer {number}"
            morning.queue(text, 50_000 + number)
            morning.sender.wake()
            await until(lambda text=text: text in telegram.texts())  # type: ignore[misc]
            waits.append(next(at for _, said, at in telegram.delivered if said == text) - asked)
        await cancelled(task)
        return waits

    assert isinstance(telegram, StrictTelegram)
    assert max(virtually(job)) <= 1.0
    assert telegram.faults == []
    left = morning.see(lambda session: outbox_depth(session, Lane.BROADCAST)).waiting
    assert PROMPTS - 30 * 12 <= left <= PROMPTS - 200, "the prompts went on meanwhile"


def test_a_second_sender_that_takes_over_keeps_the_limits_too(morning: Post) -> None:
    """It knows nothing of what the first has sent, and comes no sooner than an election takes."""
    telegram = morning.api

    async def job() -> None:
        task = asyncio.create_task(morning.sender.run())
        await asyncio.sleep(3)
        await cancelled(task)
        await asyncio.sleep(1.5)
        other = Post(morning.database)
        other.sender._api = telegram
        successor = asyncio.create_task(other.sender.run())
        await asyncio.sleep(3)
        await cancelled(successor)

    virtually(job)
    assert isinstance(telegram, StrictTelegram)
    assert telegram.faults == []
    assert len(telegram.delivered) >= 100


def test_the_bucket_refuses_what_is_over_it() -> None:
    """The strict Telegram is strict: three at once and one a second are its measure."""
    bucket = Bucket(CHAT_BURST, 1.0)
    assert [bucket.take(at) for at in (0.0, 0.0, 0.0, 0.5, 10.0)] == [True, True, True, False, True]


def test_a_sender_without_limits_is_found_out() -> None:
    """The test can fail: forty messages at once are a fault."""
    telegram = StrictTelegram()

    async def job() -> None:
        await asyncio.gather(*(telegram.call("send_message", {"chat_id": n, "text": "x"}) for n in range(1, 41)))

    virtually(job)
    assert len(telegram.faults) == 10
