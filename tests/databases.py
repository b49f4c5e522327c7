"""Either database for every test that touches one: SQLite in a file of the test's own, or PostgreSQL.

``--postgres some`` (the default) runs what the databases could answer differently on both: ``tests/storage``,
``tests/scheduler`` and the chats of ``CHATS``, but for what takes long. ``--postgres all`` runs every test with a
database on both, which takes half as long again.
``-m "not postgres"`` leaves PostgreSQL out.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg import sql
from sqlmodel import Session

from storage.database import Database, open_database
from storage.schema import upgrade
from storage.tables import Athlete
from tests.storage.postgres import forget_role, server_url, skip_or_fail, throw_away_database

SQLITE, POSTGRESQL = "sqlite", "postgresql"
BOTH = [SQLITE, pytest.param(POSTGRESQL, marks=pytest.mark.postgres)]
ON_POSTGRESQL = pytest.mark.parametrize("dialect", BOTH[1:])
"""For a test that means nothing on SQLite."""
ON_BOTH = pytest.mark.parametrize("dialect", BOTH)
"""For a slow test that runs on both in every run all the same."""
CHATS = frozenset({
    "test_killed_logging.py", "test_machinery.py", "test_operators.py", "test_prompts_arrive.py",
    "test_putting_right.py", "test_too_long.py", "test_week.py", "test_words_kept.py",
})  # fmt: skip
"""Chats that use every table and every way to a database."""
ALWAYS = frozenset({"storage", "scheduler", *CHATS})
"""Folders and files whose tests run on both databases in every run, but for slow ones."""
MANY = 1_000
"""Athletes, from which on emptying a table row by row takes too long."""
OTHERS = "datname = current_database() AND pid <> pg_backend_pid()"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--postgres", choices=("some", "all"), default="some", help="which tests run on PostgreSQL too")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give ``dialect`` its values: both, or SQLite alone where a run on both has to be asked for; or the test's own."""
    own = [mark.args[0] for mark in metafunc.definition.iter_markers("parametrize")]
    if "dialect" not in metafunc.fixturenames or "dialect" in own:
        return
    definition = metafunc.definition
    always = not ALWAYS.isdisjoint(definition.path.parts) and definition.get_closest_marker("slow") is None
    chosen = BOTH if always or metafunc.config.getoption("--postgres") == "all" else [SQLITE]
    metafunc.parametrize("dialect", chosen)


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
    """A database of this test run's own, at the newest schema; the server's disk is waited for by nobody.

    One for all tests of a worker: making and dropping one costs six times as much as emptying it.
    """
    with throw_away_database(postgres_server) as url:
        with psycopg.connect(postgres_server, autocommit=True) as connection:
            name = sql.Identifier(url.rpartition("/")[2])
            connection.execute(sql.SQL("ALTER DATABASE {} SET synchronous_commit = off").format(name))
        database = open_database(url)
        upgrade(database)
        database.close_now()
        yield url


@pytest.fixture
def own_postgres(postgres_url: str) -> str:
    """An empty PostgreSQL database at the newest schema, to which nobody is connected."""
    empty(postgres_url)
    return postgres_url


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file at the newest schema, to be copied."""
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    database = open_database(f"sqlite:///{path}")
    upgrade(database)
    database.close_now()
    return path


@pytest.fixture
def own_sqlite(sqlite_template: Path, tmp_path: Path) -> str:
    """The URL of an empty SQLite database at the newest schema."""
    path = tmp_path / "legwork.db"
    path.write_bytes(sqlite_template.read_bytes())
    return f"sqlite:///{path}"


@pytest.fixture
def database_url(request: pytest.FixtureRequest, dialect: str) -> str:
    """The URL of an empty database of either kind, at the newest schema."""
    url: str = request.getfixturevalue("own_postgres" if dialect == POSTGRESQL else "own_sqlite")
    return url


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


def empty(url: str) -> None:
    """Part the database from whoever is still connected, empty every table and count ids from 1 again.

    Row by row where there are few: TRUNCATE makes new files.
    """
    tables = Athlete.metadata.sorted_tables
    names = [table.name for table in reversed(tables)]
    counted = [table.name for table in tables if "id" in table.columns]
    end_others = f"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE {OTHERS}"  # noqa: S608 — ours
    row_by_row = [f"DELETE FROM {name}" for name in names]  # noqa: S608 — our own tables
    afresh = [f"ALTER SEQUENCE {name}_id_seq RESTART" for name in counted]

    def work(session: Session) -> None:
        connection = session.connection()
        connection.exec_driver_sql(end_others)
        few = connection.exec_driver_sql(f"SELECT count(*) < {MANY} FROM athlete").scalar_one()  # noqa: S608 — ours
        emptied = row_by_row if few else [f"TRUNCATE {', '.join(names)}"]
        connection.exec_driver_sql(";".join([*emptied, *afresh]))

    database = open_database(url)
    database.run_now(work)
    database.close_now()
