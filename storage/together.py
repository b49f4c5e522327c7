"""Several transactions that wait for one writer, committed together: one wait for the disk instead of one each.

Each of them still is all or nothing: what fails takes back its own work and no other's. The first is taken back with
the whole transaction, in which there is nothing else yet; those after it work inside a savepoint each, for which SQLite
copies every page before it is changed: a fifth of what a claim of thousands of prompts costs. Nobody hears that theirs
is done before all of it is on disk; if the commit fails, everybody hears that.

What serves many people and is late for nobody in particular (a batch of prompts, of a broadcast) gives way: whoever
writes to the bot, and what is on its way to them, goes first, and does not wait for a commit together with it.
"""

import asyncio
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlmodel import Session

from storage.statements import lend_driver

Work = Callable[[Session], Any]
AT_MOST = 64
"""Transactions committed together."""
SECONDS = 0.1
"""After so long no other one joins: the first have waited long enough for their commit."""
PATIENCE = 1.0
"""Seconds after which even who gives way comes first."""


@dataclass(slots=True, eq=False)
class Waiting:
    """A transaction that waits for its turn, and who wants to hear how it ended. Equal to itself alone."""

    work: Work
    future: asyncio.Future[Any]
    gives_way: bool = False
    since: float = field(default_factory=time.monotonic)
    result: Any = None
    error: BaseException | None = None

    def tell(self) -> None:
        """Say how it ended; on the thread of who waits."""
        if self.future.done():
            return
        if self.error is not None:
            self.future.set_exception(self.error)
        else:
            self.future.set_result(self.result)


@dataclass(slots=True)
class Queue:
    """Who waits for the writer, first come, first served, but for who gives way. Adding is safe from any thread."""

    seconds: float = SECONDS
    patience: float = PATIENCE
    waiting: deque[Waiting] = field(default_factory=deque)
    patient: deque[Waiting] = field(default_factory=deque)
    """Who gives way."""
    called: bool = False
    """The writer has been called and has not come yet: whoever comes meanwhile need not call again."""

    def __bool__(self) -> bool:
        return bool(self.waiting or self.patient)

    def add(self, waiting: Waiting) -> None:
        """Somebody waits."""
        self._line_of(waiting).append(waiting)

    def refuse(self, error: BaseException) -> None:
        """Nobody will come: tell whoever nobody has begun with; safe from any thread."""
        refused = list(self._everybody())
        for each in refused:
            each.error = error
        tell_all(refused)

    def serve(self, engine: Engine) -> None:
        """Do what waits, as much as fits into one commit. One thread at a time may call it."""
        if not self:
            return
        done: list[Waiting] = []
        try:
            with engine.begin() as connection:
                self._serve_on(connection, done)
        except BaseException as error:  # noqa: BLE001 — whoever waits must hear of it, whatever it is
            if not done:  # not even begun (locked, disk gone), and nobody may come after them
                done.extend(self._everybody())
            for each in done:
                each.result, each.error = None, each.error or error
        tell_all(done)

    def _line_of(self, waiting: Waiting) -> deque[Waiting]:
        return self.patient if waiting.gives_way else self.waiting

    def _everybody(self) -> Iterator[Waiting]:
        for line in (self.waiting, self.patient):
            while line:
                yield line.popleft()

    def _serve_on(self, connection: Connection, done: list[Waiting]) -> None:
        end = time.monotonic() + self.seconds
        while len(done) < AT_MOST and (each := self._next(alone=not done)) is not None:
            done.append(each)
            (_do_apart if len(done) > 1 else _do)(connection, each)
            if each.gives_way or time.monotonic() > end:
                return

    def _next(self, *, alone: bool) -> Waiting | None:
        """Whose turn it is. Who gives way has a commit of its own: nobody should wait for a long one's end."""
        if self.patient and (not self.waiting or time.monotonic() - self.patient[0].since > self.patience):
            return self.patient.popleft() if alone else None
        return self.waiting.popleft() if self.waiting else None


def _do(connection: Connection, each: Waiting) -> None:
    """One of them. Its error is raised: the transaction has to be taken back."""
    session = Session(connection, expire_on_commit=False, join_transaction_mode="rollback_only")
    lend_driver(session, connection)
    try:
        each.result = each.work(session)
        session.flush()
    except BaseException as error:
        each.error = error
        if isinstance(error, SQLAlchemyError) and _is_over(connection):
            each.error = _first_of(error)
        raise
    finally:
        session.close()


def _do_apart(connection: Connection, each: Waiting) -> None:
    """One of them, in a savepoint. Only an error that ends the whole transaction is raised."""
    savepoint = connection.begin_nested()
    try:
        _do(connection, each)
    except BaseException as error:  # noqa: BLE001 — as above
        if _is_over(connection):  # those before it lost their work too
            each.error = _first_of(error)
            raise each.error from None
        if savepoint.is_active:
            savepoint.rollback()
    else:
        savepoint.commit()


def _is_over(connection: Connection) -> bool:
    """Whether the database has ended the whole transaction, as SQLite does where the disk is full or fails."""
    return not connection.connection.dbapi_connection.in_transaction  # type: ignore[union-attr]  # sqlite3's own


def _first_of(error: BaseException) -> BaseException:
    """What the database refused first: taking that back was refused too, and the later error says less."""
    each: BaseException | None = error
    while each is not None:
        error = each if isinstance(each, DBAPIError) else error
        each = each.__context__
    return error


def tell_all(done: Iterable[Waiting]) -> None:
    """Tell everybody how theirs ended, with one call for each event loop."""
    loops: dict[asyncio.AbstractEventLoop, list[Waiting]] = {}
    for each in done:
        loops.setdefault(each.future.get_loop(), []).append(each)
    for loop, theirs in loops.items():
        if not loop.is_closed():
            loop.call_soon_threadsafe(_tell, theirs)


def _tell(theirs: Iterable[Waiting]) -> None:
    for each in theirs:
        each.tell()
