"""The schema's version: whether the database has this program's, and the way forwards from every released one.

Alembic is imported only where there is something to do, because it costs a start more than everything else here.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection, Engine, inspect, text

from coach.errors import DatabaseError, SchemaTooNew
from storage.database import Database

if TYPE_CHECKING:
    from alembic.config import Config

HEAD: Final = "0009"
"""The newest migration; a test holds it to what ``migrations/versions`` says."""
MIGRATIONS: Final = Path(__file__).parent / "migrations"
_LOCK: Final = 0x1E6_0082
"""Replicas that migrate PostgreSQL at the same moment wait for each other on this advisory lock."""


class SchemaTooOld(DatabaseError):
    """The database was made by an older Legwork and has to be migrated first."""

    code = "schema_too_old"


def is_current(database: Database) -> bool:
    """Whether the schema is this program's own.

    Raises:
        DatabaseUnreachable: the database does not answer.
    """
    return database.run_now(lambda session: revision_of(session.connection())) == HEAD


def check(database: Database) -> bool:
    """Whether the schema is this program's own; an older one is ``False`` and can be upgraded.

    Raises:
        SchemaTooNew: a newer Legwork made it.
        DatabaseUnreachable: the database does not answer.
    """
    revision = database.run_now(lambda session: revision_of(session.connection()))
    if revision == HEAD:
        return True
    refuse_unknown(revision)
    return False


def upgrade(database: Database, revision: str = HEAD) -> None:
    """Bring the schema forwards, all the way or not at all; nothing to do is fine.

    Raises:
        SchemaTooNew: a newer Legwork made it.
        DatabaseUnreachable: the database does not answer.
    """
    if not check(database):
        database.on_thread(lambda engine: _upgrade(engine, revision))


def bring_up_to_date(database: Database) -> None:
    """Migrate an embedded database; on PostgreSQL only ``legwork migrate`` does, because replicas start together.

    Raises:
        SchemaTooNew: a newer Legwork made it.
        SchemaTooOld: ``legwork migrate`` is needed first.
        DatabaseUnreachable: the database does not answer.
    """
    if database.is_sqlite:
        upgrade(database)
    elif not check(database):
        raise SchemaTooOld


def revision_of(connection: Connection) -> str | None:
    """The migration the database is at; ``None`` for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def alembic_config(connection: Connection | None = None) -> "Config":
    """Alembic's settings, made here instead of in a file of their own."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def refuse_unknown(revision: str | None) -> None:
    """Refuse a schema that this program has never heard of.

    Raises:
        SchemaTooNew: a newer Legwork made it.
    """
    from alembic.script import ScriptDirectory

    known = {script.revision for script in ScriptDirectory.from_config(alembic_config()).walk_revisions()}
    if revision is not None and revision not in known:
        raise SchemaTooNew(revision=revision, head=HEAD)


def _upgrade(engine: Engine, revision: str) -> None:
    # SQLite changes a table by making it anew; with foreign keys on, dropping the old one would empty its children.
    if engine.dialect.name != "sqlite":
        with engine.begin() as connection:
            _take_your_time(connection)
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
            _run(connection, revision)
        return
    with engine.connect() as connection:
        _foreign_keys(connection, "OFF")
        try:
            with connection.begin():
                _run(connection, revision)
        finally:
            _foreign_keys(connection, "ON")


def _take_your_time(connection: Connection) -> None:
    # A large table may be written anew, and another replica may be doing it already. The pool gets no such connection.
    connection.connection.driver_connection.patience = None  # type: ignore[union-attr]  # ``storage.patience.Patient``
    connection.detach()
    for limit in ("statement_timeout", "lock_timeout"):
        connection.execute(text(f"SET LOCAL {limit} = 0"))


def _run(connection: Connection, revision: str) -> None:
    from alembic import command

    command.upgrade(alembic_config(connection), revision)


def _foreign_keys(connection: Connection, switch: str) -> None:
    # The setting is deaf inside a transaction, and SQLAlchemy begins one with the first statement it is given.
    driver = connection.connection.driver_connection
    if driver is not None:
        driver.execute(f"PRAGMA foreign_keys={switch}")
