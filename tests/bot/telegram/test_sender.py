"""The sender in virtual time: two lanes, Telegram's limits, and what becomes of every message."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

import pytest
from sqlmodel import Session, col, select

from bot.telegram.api import NotDelivered, Refused, Unanswered
from bot.telegram.rates import Limits
from bot.telegram.sender import Sender
from coach.errors import DatabaseUnreachable
from storage.athletes import register
from storage.outbox import mark_sending, queue_message
from storage.tables import Athlete, Lane, OutboxMessage, OutboxState
from tests.bot.telegram.fakes import FakeApi
from tests.bot.telegram.virtual import (
    START,
    InlineDatabase,
    LoopClock,
    cancelled,
    seconds,
    until,
    virtually,
)

T = TypeVar("T")
ANA, BEN = 11, 22
BY_ID = col(OutboxMessage.id)


class Post:
    """A sender, its outbox and its Telegram."""

    def __init__(self, database: InlineDatabase) -> None:
        self.api = FakeApi()
        self.database = database
        self.outcomes: list[str] = []
        self.sender = Sender(self.api, database, LoopClock(), Limits(), seconds=seconds, settled=self.outcomes.append)

    def queue(self, text: str, chat: int = ANA, lane: Lane = Lane.ANSWER, **more: object) -> int:
        """Queue a message; its row."""
        payload = {"chat_id": chat, "text": text, **more}
        return self.see(lambda s: queue_message(s, chat, "send_message", payload, LoopClock().now(), lane=lane).id or 0)

    def see(self, work: Callable[[Session], T]) -> T:
        """Look into the database."""
        return self.database._transact(work)

    def states(self) -> list[str]:
        """What became of each row, in order."""
        return [row.state for row in self.see(lambda s: s.exec(select(OutboxMessage).order_by(BY_ID)).all())]

    def row(self, row_id: int) -> OutboxMessage:
        """One row."""
        return self.see(lambda s: s.get_one(OutboxMessage, row_id))

    async def deliver(self, within: float = 60.0) -> None:
        """Let the sender run until nothing is waiting."""
        task = asyncio.create_task(self.sender.run())
        await until(lambda: not {OutboxState.QUEUED, OutboxState.SENDING} & set(self.states()), within)
        await cancelled(task)


@pytest.fixture
def post(inline: InlineDatabase) -> Post:
    return Post(inline)


def test_messages_of_a_chat_arrive_in_order(post: Post) -> None:
    async def job() -> None:
        for text in ("one", "two", "three"):
            post.queue(text)
        await post.deliver()

    virtually(job)
    assert post.api.texts() == ["one", "two", "three"]
    assert post.states() == ["sent"] * 3


def test_the_message_id_is_kept_for_replies(post: Post) -> None:
    async def job() -> int:
        post.api.will("send_message", {"message_id": 77})
        row = post.queue("one")
        await post.deliver()
        return row

    assert post.row(virtually(job)).message_id == 77


def test_news_are_sent_at_once(post: Post) -> None:
    async def job() -> float:
        task = asyncio.create_task(post.sender.run())
        await asyncio.sleep(0.5)
        post.queue("one")
        post.sender.wake()
        await until(lambda: bool(post.api.calls))
        await cancelled(task)
        return post.api.calls[0].at

    assert virtually(job) == pytest.approx(0.5, abs=0.02)


def test_what_nobody_announced_is_found_within_a_second(post: Post) -> None:
    async def job() -> float:
        task = asyncio.create_task(post.sender.run())
        await asyncio.sleep(0.1)
        post.queue("one")
        await until(lambda: bool(post.api.calls))
        await cancelled(task)
        return post.api.calls[0].at

    assert virtually(job) <= 1.2


def test_answers_wait_at_most_a_second_while_prompts_go_out(post: Post) -> None:
    async def job() -> list[float]:
        for chat in range(1000, 1300):
            post.queue("prompt", chat, Lane.BROADCAST)
        task = asyncio.create_task(post.sender.run())
        waits = []
        for number in range(20):
            await asyncio.sleep(0.21)
            asked, text = seconds(), f"answer {number}"
            post.queue(text, 5000 + number)
            post.sender.wake()
            await until(lambda text=text: text in post.api.texts())  # type: ignore[misc]
            waits.append(next(call.at for call in post.api.calls if call.text == text) - asked)
        await cancelled(task)
        return waits

    assert max(virtually(job)) <= 1.0


def test_never_more_than_thirty_in_a_second(post: Post) -> None:
    async def job() -> list[float]:
        for chat in range(1000, 1150):
            post.queue("x", chat, Lane.BROADCAST if chat % 2 else Lane.ANSWER)
        await post.deliver()
        return [call.at for call in post.api.calls]

    moments = virtually(job)
    assert len(moments) == 150
    assert all(later - earlier >= 1.0 for earlier, later in zip(moments, moments[30:], strict=False))


def test_a_chat_over_its_limit_holds_up_nobody_else(post: Post) -> None:
    async def job() -> None:
        for number in range(6):
            post.queue(f"ana {number}")
        post.queue("ben", BEN)
        await post.deliver()

    virtually(job)
    assert post.api.texts().index("ben") <= 3
    assert max(call.at for call in post.api.calls) >= 3.0


def test_a_429_halts_everyone_for_as_long_as_it_says(post: Post) -> None:
    async def job() -> None:
        post.api.will("send_message", Refused(429, "Too Many Requests", retry_after=7))
        post.queue("one")
        task = asyncio.create_task(post.sender.run())
        await until(lambda: bool(post.api.calls))
        post.queue("two", BEN)
        post.sender.wake()
        await until(lambda: len(post.api.calls) == 3)
        await cancelled(task)

    virtually(job)
    assert min(call.at for call in post.api.calls[1:]) >= 7.0
    assert sorted(post.api.texts()) == ["one", "one", "two"]


def test_an_unanswered_call_is_repeated_once(post: Post) -> None:
    async def job() -> None:
        post.api.will("send_message", Unanswered())
        post.queue("one")
        await post.deliver()

    virtually(job)
    assert post.api.texts() == ["one", "one"]
    assert post.states() == ["sent"]


def test_a_call_unanswered_twice_waits_until_telegram_answers(post: Post) -> None:
    async def job() -> None:
        post.api.will("send_message", Unanswered(), Unanswered())
        post.queue("one")
        await post.deliver()

    virtually(job)
    assert post.api.texts() == ["one", "one"]
    assert post.states() == ["unsure"]


@pytest.mark.parametrize("error", [NotDelivered(), Refused(502, "Bad Gateway")])
def test_what_certainly_failed_is_tried_until_it_works(post: Post, error: NotDelivered | Refused) -> None:
    async def job() -> None:
        post.api.will("send_message", error, error, error, error)
        post.queue("one")
        await post.deliver()

    virtually(job)
    assert len(post.api.texts()) == 5
    assert post.states() == ["sent"]


def test_what_could_not_be_sent_for_a_day_is_given_up(post: Post) -> None:
    async def job() -> None:
        post.api.will("send_message", NotDelivered())
        old = START - timedelta(days=2)
        post.see(lambda s: queue_message(s, ANA, "send_message", {"chat_id": ANA, "text": "one"}, old).id)
        await post.deliver()

    virtually(job)
    assert post.states() == ["failed"]


def test_who_blocks_the_bot_gets_nothing_more_and_is_remembered(post: Post) -> None:
    async def job() -> None:
        post.see(lambda s: register(s, ANA, ANA, "Ana", "en", START))
        post.api.will("send_message", Refused(403, "Forbidden: bot was blocked by the user"))
        post.queue("one")
        post.queue("two")
        await post.deliver()

    virtually(job)
    assert post.api.texts() == ["one"]
    assert post.states() == ["failed", "failed"]
    athlete = post.see(lambda s: s.exec(select(Athlete)).one())
    assert athlete.blocked_at is not None


def test_a_group_that_became_a_supergroup_is_followed(post: Post) -> None:
    async def job() -> None:
        post.api.will("send_message", Refused(400, "group chat was upgraded", migrate_to=-100500))
        post.queue("one", -5)
        await post.deliver()

    virtually(job)
    assert [call.payload["chat_id"] for call in post.api.calls] == [-5, -100500]
    assert post.states() == ["sent"]


def test_not_modified_counts_as_success(post: Post) -> None:
    async def job() -> None:
        text = "Bad Request: message is not modified: specified new message content is the same"
        post.api.will("send_message", Refused(400, text))
        post.queue("one")
        await post.deliver()

    virtually(job)
    assert post.states() == ["sent"]
    assert post.outcomes == ["sent"]


def test_what_telegram_refuses_for_good_blocks_nothing(post: Post) -> None:
    async def job() -> None:
        post.api.will("send_message", Refused(400, "Bad Request: can't parse entities"))
        post.queue("one")
        post.queue("two")
        await post.deliver()

    virtually(job)
    assert post.states() == ["failed", "sent"]


def test_what_was_in_flight_at_a_death_goes_out_once_more(post: Post) -> None:
    async def job() -> None:
        row = post.queue("one")
        post.see(lambda s: mark_sending(s, [row]))
        await post.deliver()

    virtually(job)
    assert post.api.texts() == ["one"]
    assert post.states() == ["sent"]


def test_a_file_travels_with_its_message(post: Post) -> None:
    async def job() -> None:
        payload = {"chat_id": ANA, "document": "attach://file"}
        post.see(
            lambda s: (
                queue_message(
                    s, ANA, "send_document", payload, START, attachment=b"bytes", attachment_name="week.csv"
                ).id
            )
        )
        await post.deliver()

    virtually(job)
    assert post.api.calls[0].attachment == ("week.csv", b"bytes")


def test_a_lost_database_delays_and_loses_nothing(post: Post) -> None:
    async def job() -> None:
        post.queue("one")
        post.database.lost = [DatabaseUnreachable() for _ in range(3)]
        await post.deliver()

    virtually(job)
    assert post.api.texts() == ["one"]


def test_stopping_waits_for_what_is_in_flight_and_writes_it_down(post: Post) -> None:
    async def job() -> None:
        post.queue("one")
        task = asyncio.create_task(post.sender.run())
        await until(lambda: bool(post.api.calls))
        await cancelled(task)

    virtually(job)
    assert post.states() == ["sent"]
