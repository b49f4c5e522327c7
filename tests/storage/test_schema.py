"""Migrations: they make what the models say, keep what is there, and never go into the unknown."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import JSON, Engine, MetaData, text
from sqlalchemy.types import TypeEngine
from sqlmodel import Session

from coach.errors import SchemaTooNew
from storage.athletes import find_athlete
from storage.database import Database, open_database
from storage.schema import HEAD, alembic_config, check, is_current, upgrade
from storage.tables import Athlete
from tests.databases import BOTH
from tests.storage.builders import NOON, a_log, an_athlete, id_of
from tests.storage.postgres import throw_away_database

SCRIPTS = ScriptDirectory.from_config(alembic_config())
RELEASED = [script.revision for script in reversed(list(SCRIPTS.walk_revisions()))]


@pytest.fixture(params=BOTH)
def bare(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database without a single table."""
    if request.param == "sqlite":
        database = open_database(f"sqlite:///{tmp_path / 'bare.db'}")
        yield database
        database.close_now()
        return
    with throw_away_database(request.getfixturevalue("postgres_server")) as url:
        database = open_database(url)
        yield database
        database.close_now()


def _claim_revision(session: Session, revision: str) -> None:
    session.connection().execute(text("UPDATE alembic_version SET version_num = :to"), {"to": revision})


def test_there_is_one_newest_migration_and_the_program_knows_it() -> None:
    assert SCRIPTS.get_heads() == [HEAD]


def test_migrations_make_what_the_models_say(bare: Database) -> None:
    upgrade(bare)

    def differences(engine: Engine) -> list[object]:
        with engine.connect() as connection:
            context = MigrationContext.configure(connection, opts={"compare_type": True})
            found: list[object] = compare_metadata(context, Athlete.metadata)
            return found

    assert bare.on_thread(differences) == []


def test_a_bare_database_is_not_current_and_can_be_upgraded(bare: Database) -> None:
    assert not check(bare)
    assert not is_current(bare)
    upgrade(bare)
    assert check(bare)
    assert is_current(bare)


def test_upgrading_twice_changes_nothing(database: Database) -> None:
    database.run_now(an_athlete)
    upgrade(database)

    assert database.run_now(lambda session: find_athlete(session, 1)) is not None


def test_a_newer_schema_is_refused_and_left_as_it_is(database: Database) -> None:
    database.run_now(lambda session: _claim_revision(session, "9999"))
    try:
        for refused in (check, upgrade):
            with pytest.raises(SchemaTooNew) as caught:
                refused(database)
            assert caught.value.data["revision"] == "9999"
        assert not is_current(database)
    finally:
        database.run_now(lambda session: _claim_revision(session, HEAD))


@pytest.mark.parametrize("released", RELEASED)
def test_data_of_every_released_schema_comes_along(bare: Database, released: str) -> None:
    """Each table gets a row at the old schema; after the upgrade every row says the same, column by column."""
    upgrade(bare, released)
    before = bare.on_thread(_fill)
    upgrade(bare)

    assert is_current(bare)
    assert bare.on_thread(lambda engine: _contents(engine, {name: list(row) for name, row in before.items()})) == before
    assert all(before.values())


def test_foreign_keys_are_kept_again_after_a_migration(bare: Database) -> None:
    upgrade(bare)

    def log_and_forget(session: Session) -> int:
        athlete = an_athlete(session)
        a_log(session, id_of(athlete))
        session.delete(athlete)
        session.flush()
        return int(session.connection().execute(text("SELECT count(*) FROM log")).scalar_one())

    assert bare.run_now(log_and_forget) == 0


def test_a_current_database_starts_without_alembic(tmp_path: Path) -> None:
    """It costs a start more than everything else here."""
    url = f"sqlite:///{tmp_path / 'legwork.db'}"
    database = open_database(url)
    upgrade(database)
    database.close_now()
    program = (
        "import sys; from storage.database import open_database; from storage.schema import upgrade\n"
        f"database = open_database({url!r}); upgrade(database); database.close_now()\n"
        "sys.exit('alembic' in sys.modules)"
    )
    ended = subprocess.run([sys.executable, "-c", program], check=False, cwd=Path(__file__).parents[2])  # noqa: S603 — our own

    assert ended.returncode == 0


def _old_tables(engine: Engine) -> MetaData:
    tables = MetaData()
    tables.reflect(engine)
    tables.remove(tables.tables["alembic_version"])
    return tables


def _fill(engine: Engine) -> dict[str, dict[str, str]]:
    """One row in every table, parents first, every column by its type; what each table says then."""
    tables = _old_tables(engine).sorted_tables
    with engine.begin() as connection:
        for table in tables:
            connection.execute(table.insert().values({column.name: _value(column.type) for column in table.columns}))
    return _contents(engine, {table.name: [column.name for column in table.columns] for table in tables})


def _contents(engine: Engine, columns: dict[str, list[str]]) -> dict[str, dict[str, str]]:
    """What the one row of each table says in these columns."""
    with engine.connect() as connection:
        rows = {
            table: connection.execute(text(f"SELECT {', '.join(map(_quoted, names))} FROM {table}")).one()  # noqa: S608 — our own
            for table, names in columns.items()
        }
    return {table: {name: str(value) for name, value in row._mapping.items()} for table, row in rows.items()}


def _quoted(name: str) -> str:
    return f'"{name}"'


def _value(kind: TypeEngine[object]) -> object:
    if isinstance(kind, JSON):
        return {}
    moments = {"datetime": NOON.replace(tzinfo=None), "date": NOON.date(), "str": "word", "bytes": b"bytes"}
    return moments.get(kind.python_type.__name__, 1) if kind.python_type is not bool else True
