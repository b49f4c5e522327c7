"""Who gives way to others at the writer of the embedded database, such as a batch of prompts, and for how long."""

import asyncio
import sqlite3
import threading

from sqlalchemy import event
from sqlalchemy.exc import OperationalError
from sqlmodel import Session

from coach.errors import DatabaseUnreachable
from storage.database import Database
from storage.together import Queue, Waiting
from tests.storage.builders import joins, known, waits


async def turns(database: Database, *lines: Waiting, patience: float = 60.0) -> list[list[Waiting]]:
    """Who was served in which turn of the writer."""
    queue, served = Queue(60.0, patience), []
    for each in lines:
        queue.add(each)
    while queue:
        before = [each for each in lines if each.future.done()]
        await asyncio.to_thread(queue.serve, database.engine)
        await asyncio.sleep(0)
        served.append([each for each in lines if each.future.done() and each not in before])
    return served


async def test_who_gives_way_comes_after_the_others_and_alone(embedded: Database) -> None:
    """A batch of prompts takes long: nobody's answer waits for it, neither for its turn nor for its commit."""
    first, batch, letter, other = waits(1), waits(2, gives_way=True), waits(3), waits(4, gives_way=True)

    assert await turns(embedded, batch, first, other, letter) == [[first, letter], [batch], [other]]
    assert await embedded.run(known) == [1, 2, 3, 4]


async def test_who_has_given_way_for_long_comes_first(embedded: Database) -> None:
    """Or prompts would never be said where somebody always writes."""
    batch, letter = waits(1, gives_way=True), waits(2)

    assert await turns(embedded, batch, letter, patience=0.0) == [[batch], [letter]]


async def test_who_gives_way_is_served_where_nobody_else_comes(embedded: Database) -> None:
    assert await embedded.run(joins(1), gives_way=True) == 1
    assert await embedded.run(known) == [1]


async def test_who_gives_way_is_overtaken_by_who_comes_later(embedded: Database) -> None:
    """Also through the database itself: what is in hand is finished, then come the others."""
    order: list[str] = []
    began, may_go_on = threading.Event(), threading.Event()

    def holds(_: Session) -> None:
        began.set()
        may_go_on.wait(5)

    in_hand = asyncio.create_task(embedded.run(holds))
    await asyncio.to_thread(began.wait, 5)
    batch = asyncio.create_task(embedded.run(lambda _: order.append("batch"), gives_way=True))
    await asyncio.sleep(0)
    letter = asyncio.create_task(embedded.run(lambda _: order.append("letter")))
    await asyncio.sleep(0)
    may_go_on.set()
    await asyncio.gather(in_hand, batch, letter)

    assert order == ["letter", "batch"]


async def test_who_gives_way_hears_too_when_the_transaction_cannot_begin(embedded: Database) -> None:
    def locked(_: object) -> None:
        raise OperationalError("BEGIN IMMEDIATE", {}, sqlite3.OperationalError("database is locked"))

    event.listen(embedded.engine, "begin", locked)
    ends = await asyncio.gather(embedded.run(known), embedded.run(known, gives_way=True), return_exceptions=True)
    event.remove(embedded.engine, "begin", locked)

    assert [type(end) for end in ends] == [DatabaseUnreachable, DatabaseUnreachable]
