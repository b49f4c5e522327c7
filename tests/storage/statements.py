"""What statements a piece of work needs, whoever runs them: SQLAlchemy, or the driver that a session was lent."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, event
from sqlmodel import Session

from storage.database import Database
from storage.statements import DRIVER


class Noted:
    """A cursor of psycopg's that notes what it is told to run."""

    def __init__(self, cursor: Any, run: list[str]) -> None:  # noqa: ANN401 — psycopg's own
        self._cursor = cursor
        self._run = run

    def execute(self, text: str, given: object) -> Any:  # noqa: ANN401 — as above
        self._run.append(text)
        return self._cursor.execute(text, given)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 — as above
        return getattr(self._cursor, name)


@contextmanager
def _noting(session: Session, run: list[str]) -> Iterator[None]:
    driver = session.info[DRIVER]
    if session.get_bind().dialect.name == "sqlite":
        driver.set_trace_callback(run.append)
        yield
        driver.set_trace_callback(None)
    else:
        session.info[DRIVER] = Noted(driver, run)
        with _heard(session.connection(), run):
            yield
        session.info[DRIVER] = driver


@contextmanager
def _heard(connection: Connection, run: list[str]) -> Iterator[None]:
    """Note what SQLAlchemy runs on a connection."""

    def note(*said: Any) -> None:  # noqa: ANN401 — SQLAlchemy's own
        run.append(said[2])

    event.listen(connection, "before_cursor_execute", note)
    yield
    event.remove(connection, "before_cursor_execute", note)


def statements_of(
    database: Database, work: Callable[[Session], object], before: Callable[[Session], object] = lambda _: None
) -> list[str]:
    """The statements of a piece of work, without those of what is done ``before`` it in the same transaction."""
    run: list[str] = []

    def watched(session: Session) -> None:
        before(session)
        session.flush()
        with _noting(session, run):
            work(session)

    database.run_now(watched)
    return run
