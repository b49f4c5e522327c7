"""A PostgreSQL server for the tests: a running one, or Debian's own cluster, started when it is down."""

import fcntl
import os
import secrets
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import gettempdir

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import event

from storage.database import Database
from storage.patience import Patient

NEEDED = "needs PostgreSQL 15: a URL of a superuser in TEST_POSTGRES_URL, or Debian's package postgresql and root"
CLUSTER = ("15", "main")


def _ask_as_postgres(*statements: str) -> str | None:
    """What the local server says to its superuser by the local socket; ``None`` where it does not answer."""
    commands = [part for statement in statements for part in ("-c", statement)]
    asked = subprocess.run(  # noqa: S603 — our own words only
        ["runuser", "-u", "postgres", "--", "psql", "-qAtX", "-v", "ON_ERROR_STOP=1", *commands],  # noqa: S607 — Debian's
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
        timeout=30,
    )
    return asked.stdout.strip() if asked.returncode == 0 else None


def _port() -> str | None:
    """The port of the local server, started when it is down; several test runs may ask at once."""
    with (Path(gettempdir()) / "legwork-test-postgres.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        port = _ask_as_postgres("SHOW port")
        if port is None:
            start = ["pg_ctlcluster", *CLUSTER, "start"]
            subprocess.run(start, capture_output=True, check=False, timeout=60)  # noqa: S603 — our own words only
            port = _ask_as_postgres("SHOW port")
        return port


def server_url() -> str | None:
    """A superuser's URL of a server to test on, made with a throw-away role; ``None`` where there is no server."""
    given = os.environ.get("TEST_POSTGRES_URL")
    if given:
        return given
    if os.geteuid() != 0 or shutil.which("pg_ctlcluster") is None or shutil.which("runuser") is None:
        return None
    port = _port()
    role, password = f"legwork_test_{secrets.token_hex(6)}", secrets.token_hex(16)
    if port is None or _ask_as_postgres(f"CREATE ROLE {role} LOGIN SUPERUSER PASSWORD '{password}'") is None:
        return None
    return f"postgresql://{role}:{password}@127.0.0.1:{port}/postgres"


def be_impatient(database: Database, seconds: float) -> None:
    """Let new connections wait so long for an answer instead of half a minute, and have no others."""

    def set_patience(connection: Patient, _: object) -> None:
        connection.patience = seconds

    event.listen(database.engine, "connect", set_patience)
    database.engine.dispose()


def forget_role(url: str) -> None:
    """Drop the throw-away role that ``server_url`` made."""
    role = psycopg.conninfo.conninfo_to_dict(url)["user"]
    if str(role).startswith("legwork_test_"):
        _ask_as_postgres(f"DROP ROLE IF EXISTS {role}")


def skip_or_fail() -> None:
    """Skip, saying what is needed; on CI nothing may be skipped."""
    if os.environ.get("CI") == "true":
        pytest.fail(NEEDED)
    pytest.skip(NEEDED)


@contextmanager
def throw_away_database(server: str, template: str = "template0") -> Iterator[str]:
    """The URL of a new database, empty or like another one, dropped at the end with whoever is still connected."""
    name = f"legwork_test_{secrets.token_hex(6)}"
    with psycopg.connect(server, autocommit=True) as connection:
        made = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        connection.execute(made.format(sql.Identifier(name), sql.Identifier(template)))
    try:
        yield f"{server.rpartition('/')[0]}/{name}"
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
