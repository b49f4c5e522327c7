"""A consistent copy of the embedded database while the bot runs, and back, also while it runs.

A copy is made by ``VACUUM INTO`` and put in place only when its integrity is checked. It is restored page by page in
one write transaction, so that a running bot sees the old database or the restored one, never a mixture.
"""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import Engine

from coach.errors import BackupUnusable, ConfigurationError
from storage.database import Database, said
from storage.schema import refuse_unknown, upgrade

ITSELF: Final = "it is the database itself"
SOUND: Final = "ok"
"""What SQLite's integrity check says of a sound file."""


def backup(database: Database, target: Path) -> None:
    """Write a checked copy to ``target``, readable by its owner alone; a file already there is replaced at the end.

    Raises:
        ConfigurationError: the database is not the embedded one; PostgreSQL has tools of its own.
        BackupUnusable: the copy cannot be written, or is not sound.
        DatabaseUnreachable: the database cannot be read.
    """
    _embedded(database)
    with _refusing(target):
        _not_itself(database, target)
        partial = _private_beside(target)
        try:
            database.on_thread(lambda engine: _vacuum_into(engine, partial))
            _check(partial)
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)


def restore(database: Database, source: Path) -> None:
    """Put a copy in the database's place, and bring it to this program's schema.

    Raises:
        ConfigurationError: the database is not the embedded one.
        BackupUnusable: the copy is missing, not sound, or not one of ours; the database is as it was.
        SchemaTooNew: a newer Legwork made the copy; the database is as it was.
    """
    _embedded(database)
    with _refusing(source):
        _not_itself(database, source)
        refuse_unknown(_check(source))
        database.on_thread(lambda engine: _copy_into(engine, source))
    upgrade(database)


def _embedded(database: Database) -> None:
    if not database.is_sqlite:
        raise ConfigurationError("DATABASE_URL", "not_embedded")


def _not_itself(database: Database, path: Path) -> None:
    """A running bot would go on writing into a file that a copy has taken the place of: nobody would find it again.

    Raises:
        OSError: ``path`` is the database's own file, by whatever name or link.
    """
    own = database.engine.url.database
    if path.is_dir():
        raise IsADirectoryError(path)
    if own and Path(own).exists() and path.exists() and path.samefile(own):
        raise FileExistsError(ITSELF)


def _private_beside(target: Path) -> Path:
    """A new, empty file in the target's folder that only its owner can read; nobody can have put a link there."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".partial", dir=target.parent)
    os.close(handle)
    return Path(name)


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise BackupUnusable(path=str(path), reason=said(error)) from error


def _check(path: Path) -> str:
    """The revision of a copy that is sound."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        found = connection.execute("PRAGMA integrity_check").fetchone()[0]
        if found != SOUND:
            raise sqlite3.DatabaseError(found)
        return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def _vacuum_into(engine: Engine, path: Path) -> None:
    with _driver_connection(engine) as connection:
        connection.execute("VACUUM INTO ?", (str(path),))


def _copy_into(engine: Engine, source: Path) -> None:
    with (
        _driver_connection(engine) as connection,
        closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as copy,
    ):
        copy.backup(connection)


@contextmanager
def _driver_connection(engine: Engine) -> Iterator[sqlite3.Connection]:
    """SQLite's own connection, outside any transaction: what copies whole databases must stand alone."""
    with closing(engine.raw_connection()) as pooled:
        connection = pooled.driver_connection
        if not isinstance(connection, sqlite3.Connection):
            raise ConfigurationError("DATABASE_URL", "not_embedded")
        yield connection
