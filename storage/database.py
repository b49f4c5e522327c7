"""The database's own thread: a transaction is a plain function of a session, run where it blocks nobody.

The embedded database has one writer, and what waits for it is committed together (``storage.together``).
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Final, TypeVar, cast

from sqlalchemy import URL, Engine, text
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlmodel import Session

from coach.errors import CommitUnheard, DatabaseError, DatabaseUnreachable, LockHeld, TransactionTooLong
from storage.engines import BROKEN_FILE, connected_engine, database_url, must_be_there
from storage.statements import lend_driver
from storage.together import Queue, Waiting

T = TypeVar("T")
POOL_SIZE = 4
"""Connections of one process to PostgreSQL."""
LOCK_HELD: Final = "55P03"
"""What PostgreSQL says where ``lock_timeout`` ended the wait for a lock."""
TOO_LONG: Final = frozenset({LOCK_HELD, "57014", "25P03", "25P04"})
"""What PostgreSQL calls a transaction that it ended by ``lock_timeout``, ``statement_timeout`` and the like."""


class Database:
    """One database. Every use of it is a transaction: all of a function's work is kept, or none."""

    def __init__(self, engine: Engine, threads: int) -> None:
        self.engine = engine
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="database")
        self._queue = Queue() if engine.dialect.name == "sqlite" else None

    @property
    def url(self) -> URL:
        """Where the database is; its ``repr`` hides the password."""
        return self.engine.url

    @property
    def is_sqlite(self) -> bool:
        """Whether it is the embedded one, with a single writer."""
        return self.engine.dialect.name == "sqlite"

    async def run(self, work: Callable[[Session], T], *, gives_way: bool = False) -> T:
        """Do ``work`` in one transaction without blocking the event loop; commit, or roll back and raise.

        A transaction that has begun goes on to its end even where the caller is cancelled. One that ``gives_way``
        lets those go first that come after it, for a second at most; on PostgreSQL nobody is in its way.

        Raises:
            DatabaseUnreachable: the transaction was lost with the connection, or the database has been closed; nothing
                of it was or will be done.
            CommitUnheard: it was lost with the answer to its commit; nobody knows whether it was done.
            TransactionTooLong: the database ended it, and nothing of it was done.
        """
        if self._queue is None:
            return await asyncio.wrap_future(self._submit(lambda: self._transact(work)))
        loop = asyncio.get_running_loop()
        waiting = Waiting(work, loop.create_future(), gives_way)
        self._queue.add(waiting)
        if not self._queue.called:
            self._queue.called = True
            loop.call_soon(self._call_for_all, self._queue)
        try:
            return cast("T", await waiting.future)
        except DBAPIError as error:
            if (ours := known(self.engine.url, error)) is not None:
                raise ours from error
            raise

    def run_now(self, work: Callable[[Session], T]) -> T:
        """As ``run``, for callers without an event loop; blocks until it is done.

        Raises:
            DatabaseUnreachable: the transaction was lost with the connection; nothing of it was done.
            CommitUnheard: it was lost with the answer to its commit.
            TransactionTooLong: the database ended it, and nothing of it was done.
        """
        return self._submit(lambda: self._transact(work)).result()

    def on_thread(self, work: Callable[[Engine], T]) -> T:
        """Do something that needs the engine itself (a migration, a backup) on the database's thread; blocks.

        Raises:
            DatabaseUnreachable: the connection was lost.
        """
        return self._submit(lambda: self._guarded(lambda: work(self.engine))).result()

    async def close(self) -> None:
        """Finish what is in hand and let go of the database."""
        await asyncio.to_thread(self.close_now)

    def close_now(self) -> None:
        """As ``close``, for callers without an event loop."""
        self._threads.shutdown()
        self.engine.dispose()

    def _submit(self, work: Callable[[], T]) -> Future[T]:
        try:
            return self._threads.submit(work)
        except RuntimeError as error:  # the program is stopping, and a loop asked once more
            raise unreachable(self.engine.url, error) from error

    def _call_for_all(self, queue: Queue) -> None:
        """Call the writer when the event loop has gone once around: for everybody whose update it took up meanwhile."""
        try:
            self._call_writer(queue)
        except DatabaseUnreachable as error:  # but not to who was taken by the last turn, begun before the close
            queue.refuse(error)

    def _call_writer(self, queue: Queue) -> None:
        """Let the writer come once for everybody who waits by then: a turn of a thread costs as much as a statement."""
        queue.called = True
        try:
            self._submit(lambda: self._serve(queue))
        except DatabaseUnreachable:
            queue.called = False
            raise

    def _serve(self, queue: Queue) -> None:
        queue.called = False  # from here on whoever comes may be too late for this turn
        queue.serve(self.engine)
        try:
            if queue and not queue.called:
                self._call_writer(queue)
        except DatabaseUnreachable:  # it is being closed, which waits for this turn: nobody is left behind
            while queue:
                queue.serve(self.engine)

    def _transact(self, work: Callable[[Session], T]) -> T:
        def transaction() -> T:
            with Session(self.engine, expire_on_commit=False) as session:
                lend_driver(session, session.connection())
                result = work(session)
                session.flush()
                self._commit(session)
                return result

        return self._guarded(transaction)

    def _commit(self, session: Session) -> None:
        try:
            session.commit()
        except DBAPIError as error:
            if error.connection_invalidated and not _took_too_long(error):
                raise CommitUnheard(**unreachable(self.engine.url, error).data) from error
            raise

    def _guarded(self, work: Callable[[], T]) -> T:
        try:
            return work()
        except DBAPIError as error:
            if (ours := known(self.engine.url, error)) is not None:
                raise ours from error
            raise


def open_database(url: str, *, make: bool = True) -> Database:
    """The database at ``url``: ``sqlite:///file`` (made if missing, readable by its owner alone) or ``postgresql://…``.

    Without ``make`` a missing file is none: nobody has a copy of it in mind, nor what is not in it.

    Raises:
        ConfigurationError: ``DATABASE_URL`` cannot be read.
        DatabaseUnreachable: nothing answers there, or the file cannot be opened.
    """
    place = database_url(url)
    try:
        if not make:
            must_be_there(place)
        engine = connected_engine(place, POOL_SIZE)
        with engine.connect() as connection:
            connection.execute(text("SELECT 1"))
    except (DBAPIError, OSError) as error:
        raise unreachable(place, error) from error
    return Database(engine, 1 if engine.dialect.name == "sqlite" else POOL_SIZE)


def unreachable(place: URL, error: Exception) -> DatabaseUnreachable:
    """The error to show: where (without the password, as people write it) and the first line of what was said."""
    lines = said(error).strip().splitlines()
    where = place.set(drivername=place.get_backend_name()).render_as_string(hide_password=True)
    return DatabaseUnreachable(url=where, reason=lines[0] if lines else type(error).__name__)


def said(error: Exception) -> str:
    """What an error says, without numbers and the names of files that people never named."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error.orig if isinstance(error, DBAPIError) else error)


def known(place: URL, error: DBAPIError) -> DatabaseError | None:
    """What an error of the driver says about the database; ``None`` where it is about what was asked."""
    if _took_too_long(error):
        kind = LockHeld if _state(error) == LOCK_HELD else TransactionTooLong
        return kind(**unreachable(place, error).data)
    return unreachable(place, error) if _is_lost(error) else None


def _took_too_long(error: DBAPIError) -> bool:
    return _state(error) in TOO_LONG


def _state(error: DBAPIError) -> str | None:
    return getattr(error.orig, "sqlstate", None)


def _is_lost(error: DBAPIError) -> bool:
    name = getattr(error.orig, "sqlite_errorname", None)
    if name is not None:
        return (isinstance(error, OperationalError) and name != "SQLITE_ERROR") or name in BROKEN_FILE
    return error.connection_invalidated or isinstance(error, OperationalError | InterfaceError)
