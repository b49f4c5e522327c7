"""How a connection is made and set up, for each of the two databases."""

import os
import stat
from pathlib import Path
from sqlite3 import Connection as SqliteConnection
from sqlite3 import Error as SqliteError
from typing import Any, Final

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from coach.errors import ConfigurationError
from storage.json_text import read_json, write_json
from storage.statements import translated

BROKEN_FILE: Final = frozenset({"SQLITE_NOTADB", "SQLITE_CORRUPT"})
"""What SQLite calls a file that is no database, or no longer one."""
BUSY_MS: Final = 5_000
"""How long a SQLite connection waits for another program (a backup) to let go."""
CACHE_KB: Final = 16_000
"""Of the SQLite file, kept in memory: its own choice, 2 MB, is less than a claim of thousands of prompts touches."""
OWNER_ONLY: Final = 0o600

_JSON: Final[dict[str, Any]] = {"json_serializer": write_json, "json_deserializer": read_json}
_POSTGRES_OPTIONS: Final = {
    "connect_timeout": 5,
    "application_name": "legwork",
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
    "options": " ".join(
        f"-c {name}={value}"
        for name, value in {
            "timezone": "UTC",
            # What the server does about a transaction that waits, works or idles for ever.
            "lock_timeout": "10s",
            "statement_timeout": "20s",
            "idle_in_transaction_session_timeout": "30s",
            # The same as ours above, from its side: whose machine vanished lets go of its locks.
            "tcp_keepalives_idle": "5",
            "tcp_keepalives_interval": "2",
            "tcp_keepalives_count": "3",
            "tcp_user_timeout": "10s",
        }.items()
    ),
}
"""A database that vanished is noticed within seconds, and no transaction waits or idles for ever."""


class Sqlite(SQLiteDialect_pysqlite):
    """SQLAlchemy's SQLite, with savepoints made by the driver: every transaction has one, at a tenth of the cost."""

    supports_statement_cache = True

    def do_savepoint(self, connection: Connection, name: str) -> None:
        """Begin one."""
        _tell(connection, f"SAVEPOINT {name}")

    def do_rollback_to_savepoint(self, connection: Connection, name: str) -> None:
        """Take back what was done in one."""
        _tell(connection, f"ROLLBACK TO {name}")

    def do_release_savepoint(self, connection: Connection, name: str) -> None:
        """Keep what was done in one."""
        _tell(connection, f"RELEASE {name}")


def _tell(connection: Connection, statement: str) -> None:
    try:
        connection.connection.cursor().execute(statement)
    except SqliteError as error:
        raise translated(error, statement) from error


registry.register("sqlite.legwork", __name__, "Sqlite")


def database_url(url: str) -> URL:
    """The place a ``DATABASE_URL`` names, with the driver we use.

    Raises:
        ConfigurationError: it cannot be read, or names a database we do not speak.
    """
    try:
        place = make_url(url.strip())
    except (ArgumentError, ValueError) as error:
        raise ConfigurationError("DATABASE_URL", "malformed") from error
    backend = place.drivername.partition("+")[0]
    if backend in {"postgresql", "postgres"}:
        return place.set(drivername="postgresql+psycopg")
    if backend == "sqlite":
        return place.set(drivername="sqlite+legwork")
    raise ConfigurationError("DATABASE_URL", "unsupported")


def connected_engine(place: URL, pool_size: int) -> Engine:
    """An engine whose connections are set up as the house needs them.

    Raises:
        OSError: the SQLite file cannot be made.
    """
    return _sqlite(place) if place.get_backend_name() == "sqlite" else _postgres(place, pool_size)


def must_be_there(place: URL) -> None:
    """Refuse a SQLite database that has a file and whose file is missing.

    Raises:
        FileNotFoundError: it is.
    """
    if place.get_backend_name() == "sqlite" and place.database is not None and not is_memory(place):
        Path(place.database).stat()


def will_be_made(url: str) -> bool:
    """Whether a SQLite file is missing and can be made where it belongs.

    Raises:
        ConfigurationError: ``DATABASE_URL`` cannot be read.
    """
    place = database_url(url)
    try:
        must_be_there(place)
    except FileNotFoundError:
        return os.access(Path(place.database or "").absolute().parent, os.W_OK)
    except OSError:
        return False
    return False


def private_file(path: Path) -> None:
    """Make the file if it is missing, and let nobody but its owner read or write it.

    Raises:
        OSError: it cannot be made.
    """
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, OWNER_ONLY))
    if stat.S_IMODE(path.stat().st_mode) & ~OWNER_ONLY:
        path.chmod(OWNER_ONLY)


def is_memory(place: URL) -> bool:
    """Whether a SQLite database lives in memory and has no file."""
    return place.database in {None, "", ":memory:"}


def _sqlite(place: URL) -> Engine:
    if place.database is not None and not is_memory(place):
        private_file(Path(place.database))
    engine = create_engine(
        place,
        **_JSON,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        connect_args={"check_same_thread": False, "isolation_level": None, "timeout": BUSY_MS / 1000},
    )
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_at_once)
    return engine


def _set_up_sqlite(connection: SqliteConnection, _: ConnectionPoolEntry) -> None:
    lasting = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "temp_store=MEMORY")
    for pragma in (*lasting, f"busy_timeout={BUSY_MS}", f"cache_size=-{CACHE_KB}"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_at_once(connection: Connection) -> None:
    # A transaction that begins by reading and then writes fails where another wrote in between; this one waits.
    _tell(connection, "BEGIN IMMEDIATE")


def _postgres(place: URL, pool_size: int) -> Engine:
    options = {key: value for key, value in _POSTGRES_OPTIONS.items() if key not in place.query}
    engine = create_engine(
        place, **_JSON, pool_size=pool_size, max_overflow=0, pool_pre_ping=True, connect_args=options
    )
    event.listen(engine, "do_connect", _connect_with_patience)
    return engine


def _connect_with_patience(_dialect: Any, _record: Any, _given: Any, options: dict[str, Any]) -> object:  # noqa: ANN401 — SQLAlchemy's own
    # psycopg costs a start without PostgreSQL too much to be imported above.
    from storage.patience import Patient

    return Patient.connect(**options)
