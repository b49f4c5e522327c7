"""A PostgreSQL that is there and silent: nobody waits for ever, and who is told “unreachable” can rely on it."""

import socket
import time
from collections.abc import Iterator

import pytest
from sqlalchemy import event, make_url, text
from sqlmodel import Session

from coach.errors import CommitUnheard, DatabaseUnreachable, LockHeld, TransactionTooLong
from storage.athletes import find_athlete
from storage.database import Database, open_database
from storage.schema import _take_your_time
from tests.chats.balancer import Line
from tests.databases import empty
from tests.storage.builders import an_athlete
from tests.storage.postgres import be_impatient

pytestmark = pytest.mark.postgres
PATIENCE = 0.5


@pytest.fixture
def line(postgres_url: str) -> Iterator[Line]:
    """The wire to the database."""
    running = Line(make_url(postgres_url).port or 5432)
    yield running
    running.mend()
    running.close()


@pytest.fixture
def far(postgres_url: str, line: Line) -> Iterator[Database]:
    """An empty database at the other end of the line."""
    empty(postgres_url)
    url = make_url(postgres_url).set(host="127.0.0.1", port=line.port)
    database = open_database(url.render_as_string(hide_password=False))
    be_impatient(database, PATIENCE)
    yield database
    line.mend()
    database.close_now()


def known(session: Session) -> bool:
    """Whether the athlete is there."""
    return find_athlete(session, 1) is not None


def setting(session: Session, name: str) -> str:
    """What the server has set for this connection."""
    return str(session.connection().execute(text(f"SHOW {name}")).scalar())


def test_an_answer_that_does_not_come_is_not_waited_for(far: Database, line: Line) -> None:
    far.run_now(known)
    line.hush()
    began = time.monotonic()
    with pytest.raises(DatabaseUnreachable):
        far.run_now(known)
    assert time.monotonic() - began < 10
    line.mend()
    assert not far.run_now(known)


def test_a_silence_in_the_middle_of_a_transaction_leaves_nothing_of_it(far: Database, line: Line) -> None:
    """What is heard is “unreachable”, and that it was not done is true."""

    def hushed(session: Session) -> None:
        an_athlete(session)
        line.hush()
        session.connection().execute(text("SELECT 1"))

    with pytest.raises(DatabaseUnreachable) as caught:
        far.run_now(hushed)
    assert not isinstance(caught.value, CommitUnheard)
    line.mend()
    assert not far.run_now(known)


def test_a_commit_whose_answer_is_lost_is_told_from_one_that_was_not_made(far: Database, line: Line) -> None:
    far.run_now(known)
    event.listen(far.engine, "commit", lambda _: line.hush(answers_only=True), once=True)
    with pytest.raises(CommitUnheard):
        far.run_now(lambda session: an_athlete(session).id)
    line.mend()
    assert far.run_now(known)


def test_a_commit_that_is_cut_off_is_in_doubt_as_well(far: Database, line: Line) -> None:
    far.run_now(known)
    event.listen(far.engine, "commit", lambda _: line.cut(), once=True)
    with pytest.raises(CommitUnheard):
        far.run_now(lambda session: an_athlete(session).id)
    line.mend()
    assert not far.run_now(known)


def test_a_place_that_takes_connections_and_says_nothing_is_given_up(postgres_url: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as mute:
        url = make_url(postgres_url).set(host="127.0.0.1", port=mute.getsockname()[1], query={"connect_timeout": "2"})
        began = time.monotonic()
        with pytest.raises(DatabaseUnreachable):
            open_database(url.render_as_string(hide_password=False))
        assert time.monotonic() - began < 10


def test_the_server_ends_what_works_waits_or_idles_for_ever(far: Database) -> None:
    limits = {
        "statement_timeout": "20s",
        "lock_timeout": "10s",
        "idle_in_transaction_session_timeout": "30s",
        "tcp_keepalives_idle": "5",
        "tcp_keepalives_interval": "2",
        "tcp_keepalives_count": "3",
        "tcp_user_timeout": "10000",
    }
    assert {name: far.run_now(lambda session, name=name: setting(session, name)) for name in limits} == limits


def test_a_statement_that_works_too_long_is_ended_and_the_connection_goes_on(far: Database) -> None:
    def long(session: Session) -> None:
        an_athlete(session)
        session.connection().execute(text("SET LOCAL statement_timeout = 50"))
        session.connection().execute(text("SELECT pg_sleep(5)"))

    with pytest.raises(TransactionTooLong):
        far.run_now(long)
    assert not far.run_now(known)


def test_a_lock_that_is_not_let_go_of_is_waited_for_so_long_and_no_longer(far: Database) -> None:
    """The database is there: what is heard is not “unreachable”, and that it was not done is true."""

    def waits(session: Session) -> None:
        an_athlete(session)
        session.connection().execute(text("SET LOCAL lock_timeout = 50"))
        session.connection().execute(text("LOCK TABLE saying"))

    with far.engine.begin() as other:
        other.execute(text("LOCK TABLE saying"))
        with pytest.raises(LockHeld):
            far.run_now(waits)
    assert not far.run_now(known)


def test_a_transaction_that_idles_too_long_is_ended_and_the_next_one_works(far: Database) -> None:
    """Something of ours took its time between two statements, while its locks were held."""

    def idles(session: Session) -> None:
        an_athlete(session)
        session.connection().execute(text("SET LOCAL idle_in_transaction_session_timeout = 50"))
        time.sleep(0.3)
        session.connection().execute(text("SELECT 1"))

    with pytest.raises(TransactionTooLong):
        far.run_now(idles)
    assert not far.run_now(known)


def test_what_is_ended_between_its_last_statement_and_its_commit_is_in_no_doubt(far: Database) -> None:
    def idles(session: Session) -> None:
        an_athlete(session)
        session.connection().execute(text("SET LOCAL idle_in_transaction_session_timeout = 50"))
        time.sleep(0.3)

    with pytest.raises(TransactionTooLong):
        far.run_now(idles)
    assert not far.run_now(known)


def test_a_migration_may_take_as_long_as_it_needs(far: Database) -> None:
    def migrates(session: Session) -> tuple[str, object]:
        connection = session.connection()
        used = connection.connection.driver_connection
        _take_your_time(connection)
        connection.execute(text(f"SELECT pg_sleep({PATIENCE * 2})"))
        return setting(session, "statement_timeout"), used

    limit, used = far.run_now(migrates)
    assert limit == "0"
    assert far.run_now(lambda session: session.connection().connection.driver_connection) is not used
