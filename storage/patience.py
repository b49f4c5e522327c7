"""A connection to PostgreSQL that does not wait for ever: a database may take a question and never answer it.

The kernel ends a connection whose other side has vanished. It cannot know of one that is there and silent: a server
that is stopped or hangs, a proxy whose own line is dead. The server's time limits do not help either, for nothing it
says arrives. So who waits has a limit of their own.
"""

from typing import Any, Final, TypeVar

from psycopg import Connection, OperationalError
from psycopg.abc import PQGen
from psycopg.pq import TransactionStatus

T = TypeVar("T")
ANSWER_WITHIN: Final = 25.0
"""Seconds. The server lets no statement work so long (``statement_timeout``): its own answer would be there by then."""
LOOK_EVERY: Final = 0.1
"""Seconds between two looks whether somebody pressed Ctrl-C; psycopg's own figure."""


class Patient(Connection[Any]):
    """Closed where an answer takes longer than ``patience`` seconds; what came later would answer something else."""

    patience: float | None = ANSWER_WITHIN
    """``None``: for ever, for a migration that rewrites a large table."""

    def wait(self, gen: PQGen[T], interval: float = LOOK_EVERY, timeout: float | None = None) -> T:
        """Wait for an answer, as psycopg does for everything it asks.

        Raises:
            OperationalError: there was none in time, and the connection is closed; or the server said no.
        """
        try:
            return super().wait(gen, interval, self.patience if timeout is None else timeout)
        except OperationalError:
            if self.pgconn.transaction_status == TransactionStatus.ACTIVE:  # its answer is still to come
                self.pgconn.finish()
            raise
