"""Words that were in doubt twice: never a third time as if they were new, and never left unsaid for good."""

from datetime import timedelta

import pytest
from sqlmodel import Session

from bot.limits import TEXT_LIMIT
from bot.telegram.api import Unanswered
from bot.words import words_for
from storage.doubt import MOST_CALLS
from storage.outbox import queue_message
from storage.tables import Lane, OutboxMessage, OutboxState
from tests.bot.telegram.test_sender import ANA, BEN, Post
from tests.bot.telegram.virtual import InlineDatabase, LoopClock, virtually

REMARK = words_for("en")("again.text")
MISSING = words_for("en")("again.missing")
PATIENCE = 60.0


@pytest.fixture
def post(inline: InlineDatabase) -> Post:
    return Post(inline)


async def twice_in_doubt(post: Post, text: str = "one", **more: object) -> None:
    """Words to Ana that Telegram has not answered twice."""
    post.api.will("send_message", Unanswered(), Unanswered())
    post.queue(text, **more)  # type: ignore[arg-type]
    await post.deliver()
    assert post.api.texts() == [text, text]
    assert post.states() == [OutboxState.UNSURE]


async def then_said(post: Post, text: str = "two", chat: int = BEN) -> list[str]:
    """What is said next, once something else is to be said."""
    before = len(post.api.texts())
    post.queue(text, chat)
    await post.deliver()
    return post.api.texts()[before:]


@pytest.mark.parametrize("chat", [ANA, BEN], ids=["the same chat", "another chat"])
def test_when_telegram_answers_again_it_is_told_once_with_a_remark(post: Post, chat: int) -> None:
    async def job() -> None:
        await twice_in_doubt(post)
        assert await then_said(post, chat=chat) == ["two", f"{REMARK}\n\none"]
        assert post.states() == [OutboxState.SENT] * 2
        assert await then_said(post, "three") == ["three"], "and never again"

    virtually(job)


def test_while_telegram_answers_nobody_it_is_not_told(post: Post) -> None:
    async def job() -> None:
        await twice_in_doubt(post)
        post.api.will("send_message", Unanswered(), Unanswered())
        assert await then_said(post) == ["two", "two"]
        assert set(post.states()) == {OutboxState.UNSURE}

    virtually(job)


def test_its_buttons_and_what_it_is_about_stay(post: Post) -> None:
    async def job() -> None:
        markup = {"inline_keyboard": [[{"text": "Done", "callback_data": "1"}]]}
        await twice_in_doubt(post, reply_markup=markup)
        post.see(lambda session: setattr(session.get_one(OutboxMessage, 1), "ref", "prompt:12"))
        await then_said(post)
        row = post.row(1)
        assert (row.ref, row.payload["reply_markup"]) == ("prompt:12", markup)
        assert row.message_id is not None

    virtually(job)


def test_a_prompt_that_is_of_no_use_any_more_stays_untold(post: Post) -> None:
    async def job() -> None:
        await twice_in_doubt(post, lane=Lane.BROADCAST)

        def let_it_pass(session: Session) -> None:
            session.get_one(OutboxMessage, 1).useful_until = LoopClock().now() - timedelta(seconds=1)

        post.see(let_it_pass)
        assert await then_said(post) == ["two"]
        assert post.row(1).state == OutboxState.FAILED

    virtually(job)


def test_an_answer_of_the_day_before_stays_untold(post: Post) -> None:
    async def job() -> None:
        await twice_in_doubt(post)
        post.see(lambda s: setattr(s.get_one(OutboxMessage, 1), "created_at", LoopClock().now() - timedelta(hours=25)))
        assert await then_said(post) == ["two"]

    virtually(job)


def test_of_what_leaves_no_room_for_the_remark_it_is_said_that_it_may_be_missing(post: Post) -> None:
    async def job() -> None:
        await twice_in_doubt(post, "x" * (TEXT_LIMIT - 10))
        assert await then_said(post) == ["two", MISSING]

    virtually(job)


def test_of_a_file_it_is_said_that_it_may_be_missing(post: Post) -> None:
    async def job() -> None:
        post.api.will("send_document", Unanswered(), Unanswered())
        now = LoopClock().now()
        post.see(lambda s: queue_message(s, ANA, "send_document", {"chat_id": ANA}, now, attachment=b"zip").id)
        await post.deliver()
        assert await then_said(post) == ["two", MISSING]
        assert post.row(1).attachment is None

    virtually(job)


def test_in_doubt_again_it_waits_again_and_after_five_calls_it_is_left(post: Post) -> None:
    async def job() -> None:
        await twice_in_doubt(post)
        for number in range(MOST_CALLS - 2):
            post.api.will("send_message", {"message_id": 900 + number}, Unanswered())
            assert await then_said(post, f"other {number}") == [f"other {number}", f"{REMARK}\n\none"]
        assert post.row(1).state == OutboxState.FAILED
        assert await then_said(post, "last") == ["last"]

    virtually(job)


def test_an_edit_is_repeated_until_telegram_answers(post: Post) -> None:
    """Done twice it does the same."""

    async def job() -> None:
        post.api.will("edit_message_text", *[Unanswered()] * (MOST_CALLS - 1))
        payload = {"chat_id": ANA, "message_id": 7, "text": "new"}
        post.see(lambda session: queue_message(session, ANA, "edit_message_text", payload, LoopClock().now()).id)
        await post.deliver()

    virtually(job)
    assert [call.method for call in post.api.calls] == ["edit_message_text"] * MOST_CALLS
    assert post.states() == [OutboxState.SENT]
