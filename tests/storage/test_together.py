"""Transactions that share a commit on the embedded database: each is still all or nothing, and durable when told."""

import asyncio
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlmodel import Session, select

from coach.errors import DatabaseUnreachable
from storage.athletes import register
from storage.database import Database, open_database
from storage.tables import Athlete, Log, Saying
from storage.together import AT_MOST, Queue, Waiting
from tests.storage.builders import NOON, TODAY, an_athlete, joins, known, waits

Work = Callable[[Session], Any]


async def together(database: Database, *works: Work, seconds: float = 60.0) -> list[Any]:
    """Let the works wait for the same turn of the writer; what each of them brought, errors too."""
    queue, loop = Queue(seconds), asyncio.get_running_loop()
    for work in works:
        queue.waiting.append(Waiting(work, loop.create_future()))
    futures = [each.future for each in queue.waiting]
    while queue.waiting:
        await asyncio.to_thread(queue.serve, database.engine)
    return await asyncio.gather(*futures, return_exceptions=True)


def count_commits(database: Database) -> list[object]:
    """A list that grows with every commit."""
    commits: list[object] = []
    event.listen(database.engine, "commit", commits.append)
    return commits


async def test_what_waits_for_the_writer_is_committed_together(embedded: Database) -> None:
    commits = count_commits(embedded)

    assert await together(embedded, joins(1), joins(2), joins(3)) == [1, 2, 3]
    assert len(commits) == 1
    assert await embedded.run(known) == [1, 2, 3]


async def test_whoever_came_first_does_not_wait_for_ever(embedded: Database) -> None:
    """Once the first have waited long enough, the others get a commit of their own."""
    commits = count_commits(embedded)

    assert await together(embedded, joins(1), joins(2), seconds=0.0) == [1, 2]
    assert len(commits) == 2


async def test_one_commit_holds_only_so_many(embedded: Database) -> None:
    commits = count_commits(embedded)
    await together(embedded, *[known] * (AT_MOST + 1))

    assert len(commits) == 2


async def test_a_case_that_fails_takes_back_its_own_work_and_no_others(embedded: Database) -> None:
    def fails(session: Session) -> None:
        an_athlete(session, 2)
        raise KeyError

    first, second, third = await together(embedded, joins(1), fails, joins(3))

    assert (first, third) == (1, 3)
    assert isinstance(second, KeyError)
    assert await embedded.run(known) == [1, 3]


async def test_the_first_one_that_fails_takes_nobody_with_it(embedded: Database) -> None:
    """It has no savepoint, because there is nothing else in its transaction yet; the others get one of their own."""

    def fails(session: Session) -> None:
        an_athlete(session, 2)
        raise KeyError

    first, second, third = await together(embedded, fails, joins(1), joins(3))

    assert isinstance(first, KeyError)
    assert (second, third) == (1, 3)
    assert await embedded.run(known) == [1, 3]


async def test_only_those_who_join_a_transaction_need_a_savepoint(embedded: Database) -> None:
    savepoints: list[object] = []
    event.listen(embedded.engine, "savepoint", lambda *each: savepoints.append(each))
    await together(embedded, joins(1), joins(2), joins(3))
    await embedded.run(joins(4), gives_way=True)

    assert len(savepoints) == 2


async def test_a_row_that_is_refused_spoils_nothing_but_its_own_transaction(embedded: Database) -> None:
    """The error comes while the session writes its rows down, after the work has returned."""

    def orphan(session: Session) -> None:
        an_athlete(session, 2)
        session.add(Log(athlete_id=99, date=TODAY, created_at=NOON))

    first, second, third = await together(embedded, joins(1), orphan, joins(3))

    assert (first, third) == (1, 3)
    assert isinstance(second, IntegrityError)
    assert await embedded.run(known) == [1, 3]


async def test_each_transaction_sees_what_those_before_it_did(embedded: Database) -> None:
    def renames(session: Session) -> str:
        return register(session, 1, 1, "Ada", "en", NOON).name

    def reads(session: Session) -> list[str]:
        return list(session.exec(select(Athlete.name)))

    _, renamed, read = await together(embedded, joins(1), renames, reads)

    assert renamed == "Ada"
    assert read == ["Ada"]


async def test_if_the_commit_fails_everybody_hears_it_and_nothing_is_kept(embedded: Database) -> None:
    def orphan_at_the_end(session: Session) -> None:
        session.connection().execute(text("PRAGMA defer_foreign_keys=ON"))
        session.add(Log(athlete_id=99, date=TODAY, created_at=NOON))

    heard = await together(embedded, joins(1), orphan_at_the_end, joins(3))

    assert [type(each) for each in heard] == [IntegrityError] * 3
    assert await embedded.run(known) == []


async def test_if_the_disk_is_full_nobody_is_told_that_what_went_with_it_is_kept(embedded: Database) -> None:
    """SQLite then ends the whole transaction at once, also the work of those before."""

    def fills_the_disk(session: Session) -> None:
        session.add(Saying(athlete_id=1, chat_id=1, message_id=1, text="far " * 250_000, said_at=NOON))

    with embedded.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 20}")
    first, full, third = await together(embedded, joins(1), fills_the_disk, joins(3))

    assert third == 3
    for failed in (first, full):
        assert isinstance(failed, OperationalError)
        assert "disk is full" in str(failed.orig)
    assert await embedded.run(known) == [3]


async def test_nobody_hears_that_theirs_is_done_before_the_commit(embedded: Database) -> None:
    heard: list[str] = []
    event.listen(embedded.engine, "commit", lambda _: heard.append("commit"))

    async def hears(number: int) -> None:
        await embedded.run(joins(number))
        heard.append(f"heard {number}")

    await asyncio.gather(*(hears(number) for number in range(3)))

    commits = [place for place, what in enumerate(heard) if what == "commit"]
    assert commits[0] == 0
    assert len(heard) == 3 + len(commits)


async def test_who_does_not_wait_any_more_harms_nobody(embedded: Database) -> None:
    may_go_on = threading.Event()
    first = asyncio.create_task(embedded.run(lambda _: may_go_on.wait(5)))
    await asyncio.sleep(0)
    gone, stays = (asyncio.create_task(embedded.run(joins(number))) for number in (1, 2))
    await asyncio.sleep(0)
    gone.cancel()
    may_go_on.set()

    assert await first
    assert await stays == 2
    assert await embedded.run(known) == [1, 2]


async def test_rows_can_be_read_after_a_shared_commit(embedded: Database) -> None:
    ada, ben = await together(embedded, lambda s: an_athlete(s, 1), lambda s: an_athlete(s, 2))

    assert (ada.name, ben.name) == ("Runner 1", "Runner 2")
    assert ada.created_at == NOON


async def test_who_waits_hears_of_it_when_the_transaction_cannot_even_begin(embedded: Database) -> None:
    """Another program keeps the file locked: each is told, and comes again, instead of waiting for ever."""

    def locked(_: object) -> None:
        raise OperationalError("BEGIN IMMEDIATE", {}, sqlite3.OperationalError("database is locked"))

    event.listen(embedded.engine, "begin", locked)
    ends = await asyncio.wait_for(
        asyncio.gather(embedded.run(known), embedded.run(known), return_exceptions=True), timeout=20
    )
    assert [type(end) for end in ends] == [DatabaseUnreachable, DatabaseUnreachable]
    event.remove(embedded.engine, "begin", locked)
    assert await embedded.run(known) == []


class Held:
    """A transaction in the middle of which a test does something."""

    def __init__(self) -> None:
        self.began, self.may_go_on = threading.Event(), threading.Event()

    def __call__(self, session: Session) -> int:
        """Register somebody, as soon as it may."""
        self.began.set()
        self.may_go_on.wait(5)
        return an_athlete(session, 1).telegram_id


async def kept(embedded: Database) -> list[int]:
    """Who is registered once the database has been closed."""
    await embedded.close()
    again = open_database(embedded.url.render_as_string())
    try:
        return again.run_now(known)
    finally:
        again.close_now()


async def test_who_is_told_that_the_database_is_closed_can_rely_on_it(embedded: Database) -> None:
    """The last turn of the writer still runs while the threads close; it must not do what was refused meanwhile."""
    first = asyncio.create_task(embedded.run(held := Held()))
    await asyncio.to_thread(held.began.wait, 5)
    embedded._threads.shutdown(wait=False)
    with pytest.raises(DatabaseUnreachable):
        await embedded.run(joins(3))
    held.may_go_on.set()
    await first
    assert await kept(embedded) == [1]


async def test_whoever_was_not_refused_is_served_before_the_database_closes(embedded: Database) -> None:
    """More than one commit holds, and some of them give way: the writer was called before, and goes on to their end."""
    first = asyncio.create_task(embedded.run(held := Held()))
    await asyncio.to_thread(held.began.wait, 5)
    others = [asyncio.create_task(embedded.run(known, gives_way=number % 2 == 0)) for number in range(2 * AT_MOST)]
    last = asyncio.create_task(embedded.run(joins(2), gives_way=True))
    await asyncio.sleep(0)
    await asyncio.sleep(0)  # the event loop calls the writer when it has gone around
    embedded._threads.shutdown(wait=False)
    held.may_go_on.set()
    await asyncio.gather(first, *others, last)
    assert await kept(embedded) == [1, 2]


async def test_the_writer_is_called_once_for_all_who_wait(embedded: Database) -> None:
    turns: list[object] = []

    class Counting(ThreadPoolExecutor):
        def submit(self, *given: Any, **named: Any) -> Any:  # noqa: ANN401 — as the class it counts for
            turns.append(given)
            return super().submit(*given, **named)

    embedded._threads.shutdown()
    embedded._threads, embedded._queue = Counting(1), Queue(seconds=60.0)
    first = asyncio.create_task(embedded.run(held := Held()))
    await asyncio.to_thread(held.began.wait, 5)
    others = [asyncio.create_task(embedded.run(joins(number))) for number in range(2, 12)]
    await asyncio.sleep(0)
    held.may_go_on.set()

    assert await asyncio.gather(first, *others) == list(range(1, 12))
    assert len(turns) == 2


async def test_an_error_of_ours_about_a_row_that_was_refused_is_heard_as_it_is(embedded: Database) -> None:
    """Whoever comes first in a commit hears no other error than whoever comes later."""

    def complains(session: Session) -> None:
        session.add(Log(athlete_id=99, date=TODAY, created_at=NOON))
        try:
            session.flush()
        except IntegrityError as error:
            raise KeyError from error

    heard = await together(embedded, complains, complains, joins(3))

    assert [type(each) for each in heard] == [KeyError, KeyError, int]
    assert await embedded.run(known) == [3]


async def test_what_has_been_begun_is_not_refused(embedded: Database) -> None:
    """Who waits for a writer that will not come hears so, also who gives way."""
    queue, begun, waiting, batch = Queue(), waits(1), waits(2), waits(3, gives_way=True)
    queue.add(begun)
    await asyncio.to_thread(queue.serve, embedded.engine)
    queue.add(waiting)
    queue.add(batch)
    queue.refuse(KeyError())

    heard = await asyncio.gather(begun.future, waiting.future, batch.future, return_exceptions=True)
    assert [type(each) for each in heard] == [int, KeyError, KeyError]
    assert not queue
    assert await embedded.run(known) == [1]


async def test_who_comes_in_the_same_round_of_the_event_loop_shares_a_commit(embedded: Database) -> None:
    """Sixteen updates are taken up at once: the writer does not come for the first of them alone."""
    commits = count_commits(embedded)
    embedded._queue = Queue(seconds=60.0)
    await asyncio.gather(*(embedded.run(joins(number)) for number in range(1, 17)))

    assert len(commits) == 1
