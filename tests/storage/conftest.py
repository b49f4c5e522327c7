"""One contract for both databases: every test that takes ``database`` runs on SQLite and on PostgreSQL."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlmodel import Session

from storage.database import Database, open_database
from storage.schema import upgrade
from storage.tables import Athlete
from tests.storage.postgres import forget_role, server_url, skip_or_fail, throw_away_database

BOTH = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """A superuser's URL of a PostgreSQL server."""
    url = server_url()
    if url is None:
        skip_or_fail()
        return
    yield url
    forget_role(url)


@pytest.fixture(scope="session")
def postgres_url(postgres_server: str) -> Iterator[str]:
    """A database of this test run's own, at the newest schema."""
    with throw_away_database(postgres_server) as url:
        database = open_database(url)
        upgrade(database)
        database.close_now()
        yield url


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file at the newest schema, to be copied."""
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    database = open_database(f"sqlite:///{path}")
    upgrade(database)
    database.close_now()
    return path


@pytest.fixture(params=BOTH)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database at the newest schema."""
    if request.param == "postgresql":
        url: str = request.getfixturevalue("postgres_url")
        _empty(url)
        return url
    template: Path = request.getfixturevalue("sqlite_template")
    path = tmp_path / "legwork.db"
    path.write_bytes(template.read_bytes())
    return f"sqlite:///{path}"


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """An empty database at the newest schema."""
    database = open_database(database_url)
    yield database
    database.close_now()


@pytest.fixture
def again(database_url: str) -> Iterator[Callable[[], Database]]:
    """Open the same database once more, as another replica does."""
    opened: list[Database] = []

    def open_once_more() -> Database:
        opened.append(open_database(database_url))
        return opened[-1]

    yield open_once_more
    for each in opened:
        each.close_now()


def _empty(url: str) -> None:
    """Empty every table and count ids from 1 again; quicker than TRUNCATE, which makes new files."""
    tables = Athlete.metadata.sorted_tables
    counted = [table.name for table in tables if "id" in table.columns]
    statements = [
        "SET LOCAL synchronous_commit = off",
        *(f"DELETE FROM {table.name}" for table in reversed(tables)),  # noqa: S608 — our own tables
        *(f"ALTER SEQUENCE {name}_id_seq RESTART" for name in counted),
    ]

    def empty(session: Session) -> None:
        session.connection().exec_driver_sql(";".join(statements))

    database = open_database(url)
    database.run_now(empty)
    database.close_now()
