"""Floods: people never meet the limits, spammers meet them alone."""

import asyncio
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session, col, select

from bot.telegram.floods import (
    BURST,
    MOST_AT_ALL,
    MOST_MEANT,
    MOST_PLAIN,
    TOLD_EVERY,
    UNNOTICED,
    Floods,
    admit,
    minute_of,
    most_waiting,
)
from bot.telegram.worker import Worker
from storage.inbox import receive, waiting_of
from storage.tables import InboxUpdate, OutboxMessage
from tests.bot.telegram.test_worker import Post
from tests.bot.telegram.virtual import START, InlineDatabase, cancelled, until, virtually
from tests.storage.builders import a_tap, an_update

ANA, BEN, GROUP = 1, 2, -7


class Hand:
    """Seconds that the test moves."""

    now = 1000.0

    def __call__(self) -> float:
        """The present second."""
        return self.now


@pytest.fixture
def database(inline: InlineDatabase) -> InlineDatabase:
    return inline


def many(count: int, chat: int = ANA, text: str = "hello", first: int = 1) -> list[dict[str, Any]]:
    """So many messages of a chat, all written in the same second."""
    return [an_update(number, chat, text) for number in range(first, first + count)]


def kept_of(database: InlineDatabase, updates: list[dict[str, Any]], chat: int = ANA) -> int:
    """How many of these are kept, of a chat that is watched; they are waiting then."""

    def work(session: Session) -> int:
        kept = admit(session, updates, {chat}, START)
        receive(session, kept, START)
        return len(kept)

    return database._transact(work)


def lines(database: InlineDatabase) -> list[str]:
    """What was said."""
    rows = database._transact(lambda session: list(session.exec(select(OutboxMessage))))
    return [row.payload["text"] for row in rows]


def test_nobody_is_watched_for_writing_as_people_do() -> None:
    floods = Floods(Hand())
    assert floods.suspects(many(UNNOTICED) + many(UNNOTICED, BEN)) == set()


def test_who_writes_more_in_a_minute_than_people_do_is_watched_alone() -> None:
    floods = Floods(Hand())
    assert floods.suspects(many(UNNOTICED + 1) + many(3, BEN)) == {ANA}
    assert floods.suspects(many(1)) == {ANA}


def test_after_a_minute_nobody_is_watched_any_more() -> None:
    floods = Floods(hand := Hand())
    floods.suspects(many(UNNOTICED + 1))
    hand.now += 61
    assert floods.suspects(many(1)) == set()


def test_what_was_written_over_days_and_arrives_at_once_is_no_flood() -> None:
    backlog = many(200)
    for number, each in enumerate(backlog):
        each["message"]["date"] = 60 * number
    assert Floods(Hand()).suspects(backlog) == set()


@pytest.mark.parametrize("strange", [{}, {"message": None}, {"message": "no"}, {"message": {"date": "x"}}])
def test_an_update_of_no_known_shape_has_no_minute(strange: dict[str, Any]) -> None:
    assert minute_of({"update_id": 1, **strange}) == 0
    assert Floods(Hand()).suspects([{"update_id": 1, **strange}]) == set()


def test_plain_messages_beyond_the_backlog_are_left_out_with_one_kind_line(database: InlineDatabase) -> None:
    assert kept_of(database, many(500)) == MOST_PLAIN
    assert kept_of(database, many(500, first=1000)) == 0
    assert len(lines(database)) == 1
    assert "You write faster than I can read" in lines(database)[0]


def test_the_line_comes_again_after_a_while(database: InlineDatabase) -> None:
    kept_of(database, many(500))
    later = START + TOLD_EVERY
    database._transact(lambda session: admit(session, many(2, first=900), {ANA}, later))
    assert len(lines(database)) == 1
    database._transact(lambda session: admit(session, many(2, first=900), {ANA}, later + TOLD_EVERY))
    assert len(lines(database)) == 2


def test_what_is_handled_makes_room(database: InlineDatabase) -> None:
    kept_of(database, many(500))

    def handle(session: Session) -> None:
        for row in session.exec(select(InboxUpdate).order_by(col(InboxUpdate.update_id)).limit(5)):
            session.delete(row)

    database._transact(handle)
    assert kept_of(database, many(500, first=1000)) == 5


def test_commands_edits_and_taps_come_through_longer_and_delete_longest(database: InlineDatabase) -> None:
    kept_of(database, many(MOST_PLAIN))
    edited = {"update_id": 2_000, "edited_message": an_update(2_000)["message"]}
    assert kept_of(database, [edited, a_tap(2_001), an_update(2_002, text="/today")]) == 3
    assert kept_of(database, many(200, text="/today", first=3_000)) == MOST_MEANT - MOST_PLAIN - 3
    assert kept_of(database, [an_update(4_000, text="/delete"), an_update(4_001, text="/cancel")]) == 2
    assert kept_of(database, many(200, text="/delete", first=5_000)) == MOST_AT_ALL - MOST_MEANT - 2


def test_others_lose_nothing(database: InlineDatabase) -> None:
    mixed = [each for pair in zip(many(50), many(50, BEN, first=500), strict=True) for each in pair]
    assert kept_of(database, mixed) == MOST_PLAIN + 50


def test_a_group_is_left_out_in_silence(database: InlineDatabase) -> None:
    assert kept_of(database, many(500, GROUP), GROUP) == MOST_PLAIN
    assert lines(database) == []


def test_waiting_is_counted_by_chat(database: InlineDatabase) -> None:
    def work(session: Session) -> None:
        receive(session, many(3) + many(2, BEN, first=10), START)
        assert waiting_of(session, [ANA, BEN, 3]) == {ANA: 3, BEN: 2}
        assert waiting_of(session, []) == {}

    database._transact(work)


@given(text=st.text(max_size=12))
def test_only_a_command_is_more_than_a_plain_message(text: str) -> None:
    meant = text.startswith("/")
    assert (most_waiting(an_update(1, text=text)) > MOST_PLAIN) is meant


def test_a_chat_is_tired_after_its_burst_and_rests_again() -> None:
    floods = Floods(hand := Hand())
    for _ in range(BURST):
        floods.handled(ANA)
    assert floods.tired() == []
    floods.handled(ANA)
    floods.handled(None)
    assert floods.tired() == [ANA]
    hand.now += 1.1
    assert floods.tired() == []
    hand.now += 10 * BURST
    assert floods.tired() == []
    assert floods._free_at == {}


def test_beyond_its_burst_a_chat_is_handled_once_a_second_and_others_at_once(database: InlineDatabase) -> None:
    post = Post(database)

    async def job() -> None:
        loop = asyncio.get_running_loop()
        post.worker = Worker(post.house, post.application, floods=Floods(loop.time))  # type: ignore[arg-type]
        post.arrive(*many(BURST + 12))
        task = asyncio.create_task(post.worker.run())
        await until(lambda: len(post.application.done) >= BURST + 5)
        post.arrive(an_update(900, BEN))
        begun = loop.time()
        await until(lambda: 900 in post.application.order())
        assert loop.time() - begun < 0.2
        await until(lambda: len(post.application.done) == BURST + 13)
        await cancelled(task)

    virtually(job)
    moments = [at for at, number in post.application.done if number != 900]
    assert moments[BURST - 1] < 1.0
    assert moments[-1] - moments[BURST] >= 10
