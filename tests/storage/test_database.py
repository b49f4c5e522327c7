"""Transactions: all or nothing, off the event loop, and clear about a database that is not there."""

import asyncio
import os
import stat
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, ProgrammingError
from sqlmodel import Session

from coach.errors import ConfigurationError, DatabaseUnreachable
from storage.athletes import athlete_in_chat, find_athlete, register
from storage.database import Database, open_database
from storage.schema import upgrade
from storage.tables import Log
from tests.storage.builders import NOON, TODAY, an_athlete

Again = Callable[[], Database]


def _known(session: Session) -> bool:
    return find_athlete(session, 1) is not None


def _number(session: Session, statement: str) -> object:
    return session.connection().execute(text(statement)).scalar()


async def test_what_a_transaction_wrote_is_there_for_the_next(database: Database) -> None:
    await database.run(an_athlete)

    assert await database.run(_known)


async def test_an_error_rolls_everything_back(database: Database) -> None:
    def fails(session: Session) -> None:
        an_athlete(session)
        raise KeyError

    with pytest.raises(KeyError):
        await database.run(fails)
    assert not await database.run(_known)


async def test_a_row_can_be_read_after_its_transaction(database: Database) -> None:
    athlete = await database.run(an_athlete)

    assert athlete.name == "Runner 1"
    assert athlete.created_at == NOON


async def test_the_event_loop_goes_on_while_the_database_works(database: Database) -> None:
    here = threading.get_ident()
    released = asyncio.Event()
    loop = asyncio.get_running_loop()

    def waits_for_the_loop(_: Session) -> int:
        asyncio.run_coroutine_threadsafe(_set(released), loop).result(5)
        return threading.get_ident()

    assert await database.run(waits_for_the_loop) != here
    assert released.is_set()


async def _set(event: asyncio.Event) -> None:
    event.set()


async def test_a_cancelled_caller_does_not_break_its_transaction(database: Database, again: Again) -> None:
    """What has begun is finished: half of an update is never kept."""
    begun, may_go_on = threading.Event(), threading.Event()

    def slow(session: Session) -> None:
        begun.set()
        may_go_on.wait(5)
        an_athlete(session)

    task = asyncio.create_task(database.run(slow))
    await asyncio.to_thread(begun.wait, 5)
    task.cancel()
    may_go_on.set()
    with pytest.raises(asyncio.CancelledError):
        await task
    await database.close()

    assert await again().run(_known)


async def test_the_database_keeps_foreign_keys(database: Database) -> None:
    def orphan(session: Session) -> None:
        session.add(Log(athlete_id=99, date=TODAY, created_at=NOON))

    with pytest.raises(IntegrityError):
        await database.run(orphan)


async def test_a_mistake_of_ours_is_not_taken_for_a_lost_connection(database: Database) -> None:
    with pytest.raises(Exception, match="nowhere") as caught:
        await database.run(lambda session: _number(session, "SELECT 1 FROM nowhere"))
    assert not isinstance(caught.value, DatabaseUnreachable)


def test_two_writers_wait_for_each_other(database: Database, again: Again) -> None:
    """Each reads before it writes: with deferred transactions most of them would fail."""

    def count_up(session: Session) -> None:
        athlete = register(session, 1, 1, "Ada", "en", NOON)
        session.refresh(athlete, with_for_update=True)
        athlete.prompt_minute = (athlete.prompt_minute or 0) + 1

    database.run_now(lambda session: register(session, 1, 1, "Ada", "en", NOON))
    replicas = [again(), again()]
    threads = [
        threading.Thread(target=lambda each=each: [each.run_now(count_up) for _ in range(25)]) for each in replicas
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = database.run_now(lambda session: find_athlete(session, 1))

    assert found is not None
    assert found.prompt_minute == 50


async def test_a_closed_database_is_unreachable(database: Database) -> None:
    """A loop that asks once more while the program stops is told in the words it knows."""
    await database.close()

    with pytest.raises(DatabaseUnreachable):
        await database.run(_known)


@pytest.mark.parametrize("url", ["", "nonsense", "sqlite//x", "sqlite://:bad:port/x"])
def test_a_malformed_url_names_the_setting(url: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        open_database(url)
    assert caught.value.setting == "DATABASE_URL"


def test_a_database_we_do_not_speak_is_refused() -> None:
    with pytest.raises(ConfigurationError) as caught:
        open_database("mysql://localhost/x")
    assert caught.value.reason == "unsupported"


def test_an_unreachable_server_is_said_without_the_password() -> None:
    with pytest.raises(DatabaseUnreachable) as caught:
        open_database("postgresql://me:secret@127.0.0.1:1/legwork")
    assert caught.value.data["url"] == "postgresql://me:***@127.0.0.1:1/legwork"
    assert "secret" not in repr(caught.value)


def test_a_folder_that_is_missing_is_said() -> None:
    with pytest.raises(DatabaseUnreachable) as caught:
        open_database("sqlite:////nowhere/at/all/legwork.db")
    assert caught.value.data == {
        "url": "sqlite:////nowhere/at/all/legwork.db",
        "reason": "No such file or directory",
    }


def test_a_file_that_is_no_database_is_said(tmp_path: Path) -> None:
    path = tmp_path / "letter.db"
    path.write_text("Dear coach, " * 100)

    with pytest.raises(DatabaseUnreachable):
        open_database(f"sqlite:///{path}")


def test_the_file_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "legwork.db"
    umask = os.umask(0)
    try:
        database = open_database(f"sqlite:///{path}")
        database.run_now(lambda session: session.connection().execute(text("CREATE TABLE t (x)")))
        modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()}
        database.close_now()
    finally:
        os.umask(umask)

    assert modes == {"legwork.db": 0o600, "legwork.db-wal": 0o600, "legwork.db-shm": 0o600}


def test_a_file_that_others_could_read_is_closed_to_them(tmp_path: Path) -> None:
    path = tmp_path / "legwork.db"
    path.touch(mode=0o644)
    path.chmod(0o644)
    open_database(f"sqlite:///{path}").close_now()

    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_embedded_database_survives_a_power_cut(tmp_path: Path) -> None:
    """A write-ahead log, synced at every commit."""
    database = open_database(f"sqlite:///{tmp_path / 'legwork.db'}")
    settings = [
        database.run_now(lambda session, name=name: _number(session, f"PRAGMA {name}"))
        for name in ("journal_mode", "synchronous", "foreign_keys")
    ]
    database.close_now()

    assert settings == ["wal", 2, 1]


def test_what_the_embedded_database_notes_for_a_savepoint_touches_no_disk(tmp_path: Path) -> None:
    """Every turn has a savepoint; what it would take back went into a file of its own at every answer before."""
    database = open_database(f"sqlite:///{tmp_path / 'legwork.db'}")
    place = database.run_now(lambda session: _number(session, "PRAGMA temp_store"))
    database.close_now()

    in_memory = 2
    assert place == in_memory


def test_a_database_in_memory_needs_no_file() -> None:
    database = open_database("sqlite://")
    database.run_now(lambda session: session.connection().execute(text("CREATE TABLE t (x)")))
    database.run_now(lambda session: session.connection().execute(text("INSERT INTO t VALUES (7)")))
    found = database.run_now(lambda session: _number(session, "SELECT x FROM t"))
    database.close_now()

    assert found == 7


@pytest.mark.postgres
def test_the_server_may_restart_between_two_transactions(postgres_url: str) -> None:
    """A connection that was cut is noticed and replaced, without a restart of ours."""
    database, operator = open_database(postgres_url), open_database(postgres_url)
    database.run_now(_known)
    cut = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
    operator.run_now(lambda session: _number(session, f"{cut} AND datname = current_database()"))

    assert database.run_now(lambda session: _number(session, "SELECT 7")) == 7
    database.close_now()
    operator.close_now()


@pytest.mark.postgres
def test_a_transaction_cut_in_the_middle_can_be_done_again(postgres_url: str) -> None:
    database, operator = open_database(postgres_url), open_database(postgres_url)

    def cut_off(session: Session) -> None:
        pid = _number(session, "SELECT pg_backend_pid()")
        operator.run_now(lambda other: _number(other, f"SELECT pg_terminate_backend({pid})"))
        _number(session, "SELECT 1")

    with pytest.raises(DatabaseUnreachable):
        database.run_now(cut_off)
    assert database.run_now(lambda session: _number(session, "SELECT 7")) == 7
    database.close_now()
    operator.close_now()


@pytest.mark.postgres
def test_a_transaction_cut_before_a_statement_of_the_driver_can_be_done_again(postgres_url: str) -> None:
    database, operator = open_database(postgres_url), open_database(postgres_url)
    upgrade(database)

    def cut_off(session: Session) -> None:
        pid = _number(session, "SELECT pg_backend_pid()")
        assert athlete_in_chat(session, 5) is None
        operator.run_now(lambda other: _number(other, f"SELECT pg_terminate_backend({pid})"))
        athlete_in_chat(session, 5)

    with pytest.raises(DatabaseUnreachable):
        database.run_now(cut_off)
    assert database.run_now(lambda session: athlete_in_chat(session, 5)) is None
    database.close_now()
    operator.close_now()


@pytest.mark.postgres
def test_a_missing_table_on_postgresql_is_a_mistake_of_ours(postgres_url: str) -> None:
    database = open_database(postgres_url)

    with pytest.raises(ProgrammingError):
        database.run_now(lambda session: _number(session, "SELECT 1 FROM nowhere"))
    database.close_now()
