"""From every released schema to the newest one, with an athlete's life in it, on both databases."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from pydantic import SecretStr
from sqlalchemy import Engine, text
from sqlmodel import Session

from bot.__main__ import obey
from bot.cli.doctor import check_database
from bot.settings import Settings
from coach.errors import SchemaTooNew
from scheduler.due import schedule_athlete
from storage.athletes import find_athlete
from storage.database import Database, open_database
from storage.inbox import next_updates
from storage.logs import history_of
from storage.outbox import next_messages
from storage.prompts import prompt_on
from storage.sayings import sayings_of
from storage.schema import HEAD, SchemaTooOld, alembic_config, is_current, upgrade
from storage.tables import Lane, PromptKind
from tests.databases import BOTH
from tests.storage.postgres import throw_away_database
from tests.storage.released import FIRST, WORDS, live_in, rows_of

RELEASED = [each.revision for each in reversed(list(ScriptDirectory.from_config(alembic_config()).walk_revisions()))]
NOON = dt.datetime(2026, 11, 30, 12, tzinfo=dt.UTC)
ZOE = 5_000_000_001


@pytest.fixture(params=BOTH)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without a table."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'old.db'}"
    else:
        with throw_away_database(request.getfixturevalue("postgres_server")) as address:
            yield address


@pytest.fixture
def old(url: str) -> Iterator[Database]:
    """A database as the first release left it after months."""
    database = open_database(url)
    upgrade(database, RELEASED[0])
    database.on_thread(_move_in)
    yield database
    database.close_now()


def _move_in(engine: Engine) -> None:
    with engine.begin() as connection:
        live_in(connection)


def _everything(database: Database) -> dict[str, list[list[str]]]:
    def look(engine: Engine) -> dict[str, list[list[str]]]:
        with engine.connect() as connection:
            return {table: rows_of(connection, table, list(rows[0])) for table, rows in FIRST.items()}

    return database.on_thread(look)


@pytest.mark.parametrize("released", RELEASED)
def test_every_row_is_still_there_and_says_the_same(old: Database, released: str) -> None:
    """A later migration that means to change a first column changes this table of rows with it."""
    upgrade(old, released)
    before = _everything(old)
    upgrade(old)
    assert is_current(old)
    assert _everything(old) == before
    assert {table: len(rows) for table, rows in before.items()} == {table: len(rows) for table, rows in FIRST.items()}


def test_todays_program_reads_what_the_first_one_wrote(old: Database) -> None:
    upgrade(old)

    def read(session: Session) -> None:
        zoe = find_athlete(session, ZOE)
        assert zoe is not None
        assert (zoe.name, zoe.zone, zoe.clock, zoe.quiet_from) == ("Zoë", "Europe/Berlin", None, None)
        assert [entry.distance_m for entry in history_of(session, 1)] == [5000]
        assert [saying.text for saying in sayings_of(session, 1)] == [WORDS]
        assert prompt_on(session, 1, PromptKind.DAILY, NOON.date()) is not None
        assert [row.update_id for row in next_updates(session, 5)] == [902]
        assert [row.payload for row in next_messages(session, NOON, Lane.ANSWER, 5)] == [{"text": "Hi"}]
        schedule_athlete(session, zoe, NOON)
        assert zoe.next_prompt_at is not None

    old.run_now(read)


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_new_rows_get_new_ids(old: Database) -> None:
    """An id that was given out before the upgrade is never given out again; PostgreSQL's sequences know that anyway."""
    upgrade(old)

    def insert(session: Session) -> int:
        session.connection().execute(text("DELETE FROM log"))
        values = "(1, '2026-12-01', '[]', '[]', :no, :at)"
        made = text(
            "INSERT INTO log (athlete_id, date, symptoms, exercises, planned, created_at) "  # noqa: S608 — our own
            f"VALUES {values} RETURNING id"
        )
        return int(session.connection().execute(made, {"no": False, "at": "2026-12-01 00:00:00.000000"}).scalar_one())

    assert old.run_now(insert) > 41


def test_migrate_brings_it_forwards_and_says_so(
    old: Database, url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", url)
    assert _obey("migrate") == 0
    assert is_current(old)
    assert _obey("migrate") == 0


def test_a_newer_schema_is_refused_in_one_clear_line(
    old: Database, url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    upgrade(old)
    claim = text("UPDATE alembic_version SET version_num = '9999'")
    old.run_now(lambda session: session.connection().execute(claim))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", url)
    with pytest.raises(SchemaTooNew):
        upgrade(old)
    assert _obey("migrate") == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "9999" in said
    assert "Traceback" not in said
    assert HEAD in said or "newer" in said


def _obey(command: str) -> int:
    import sys

    return obey([command], sys.stdin, sys.stdout, sys.stderr)


@pytest.mark.postgres
def test_the_doctor_finds_a_postgresql_that_has_to_be_migrated_first(postgres_server: str) -> None:
    """The bot would refuse it; an embedded database is migrated at the next start."""
    with throw_away_database(postgres_server) as address:
        settings = Settings(database_url=SecretStr(address))
        with pytest.raises(SchemaTooOld):
            check_database(settings)
        database = open_database(address)
        upgrade(database)
        database.close_now()
        check_database(settings)
