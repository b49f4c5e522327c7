"""Copies of the embedded database: made and put back while the bot runs, checked, private."""

import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import Session

from coach.errors import BackupUnusable, ConfigurationError, SchemaTooNew
from storage.athletes import find_athlete
from storage.backup import backup, restore
from storage.database import Database, open_database
from storage.schema import is_current
from tests.databases import ON_POSTGRESQL, SQLITE
from tests.storage.builders import an_athlete

EMBEDDED = pytest.mark.parametrize("dialect", [SQLITE])


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Where the copy goes."""
    return tmp_path / "copy.db"


@pytest.fixture
def second(database_url: str) -> Iterator[Database]:
    """The same file, opened by the command line while the bot runs."""
    database = open_database(database_url)
    yield database
    database.close_now()


def _known(database: Database, number: int = 1) -> bool:
    return database.run_now(lambda session: find_athlete(session, number)) is not None


@EMBEDDED
def test_a_copy_brings_back_what_was_there(database: Database, second: Database, copy: Path) -> None:
    """Both while another program has the database open and goes on using it."""
    database.run_now(an_athlete)
    backup(second, copy)
    database.run_now(lambda session: an_athlete(session, 2))
    restore(second, copy)

    assert _known(database, 1)
    assert not _known(database, 2)
    database.run_now(lambda session: an_athlete(session, 3))
    assert _known(second, 3)


@EMBEDDED
def test_a_restored_database_keeps_its_promises(database: Database, copy: Path) -> None:
    backup(database, copy)
    restore(database, copy)
    mode = database.run_now(lambda session: session.connection().execute(text("PRAGMA journal_mode")).scalar())

    assert mode == "wal"
    assert is_current(database)


@EMBEDDED
def test_a_copy_is_readable_by_its_owner_alone(database: Database, copy: Path) -> None:
    backup(database, copy)

    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert [path.name for path in copy.parent.iterdir() if "partial" in path.name] == []


@EMBEDDED
def test_a_new_copy_replaces_the_old_one(database: Database, copy: Path) -> None:
    backup(database, copy)
    database.run_now(an_athlete)
    backup(database, copy)

    with sqlite3.connect(copy) as connection:
        count = connection.execute("SELECT count(*) FROM athlete").fetchone()[0]
    connection.close()
    assert count == 1


@EMBEDDED
def test_what_is_being_written_is_not_in_the_copy(database: Database, second: Database, copy: Path) -> None:
    def half(session: Session) -> None:
        an_athlete(session)
        backup(second, copy)

    database.run_now(half)
    restore(second, copy)
    assert not _known(database)


@EMBEDDED
def test_a_folder_that_is_missing_is_said(database: Database, tmp_path: Path) -> None:
    with pytest.raises(BackupUnusable) as caught:
        backup(database, tmp_path / "nowhere" / "copy.db")
    assert "nowhere" in str(caught.value.data["path"])


@EMBEDDED
@pytest.mark.parametrize("content", [None, b"", b"Dear coach, " * 500])
def test_what_is_no_copy_of_ours_changes_nothing(database: Database, copy: Path, content: bytes | None) -> None:
    database.run_now(an_athlete)
    if content is not None:
        copy.write_bytes(content)

    with pytest.raises(BackupUnusable):
        restore(database, copy)
    assert _known(database)


@EMBEDDED
def test_a_damaged_copy_changes_nothing(database: Database, copy: Path) -> None:
    database.run_now(an_athlete)
    backup(database, copy)
    damaged = bytearray(copy.read_bytes())
    damaged[4096 : 4096 * 8] = b"\xff" * 4096 * 7
    copy.write_bytes(damaged)

    with pytest.raises(BackupUnusable):
        restore(database, copy)
    assert _known(database)


@EMBEDDED
def test_a_copy_of_a_newer_schema_changes_nothing(database: Database, copy: Path) -> None:
    backup(database, copy)
    with sqlite3.connect(copy) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    database.run_now(an_athlete)

    with pytest.raises(SchemaTooNew):
        restore(database, copy)
    assert _known(database)


@ON_POSTGRESQL
def test_postgresql_has_tools_of_its_own(database: Database, copy: Path) -> None:
    for refused in (backup, restore):
        with pytest.raises(ConfigurationError):
            refused(database, copy)
    assert not copy.exists()


def _own_file(database: Database) -> Path:
    return Path(str(database.engine.url.database))


@EMBEDDED
@pytest.mark.parametrize("by", ["name", "symlink", "hard link", "another way"])
def test_the_database_itself_is_neither_copied_over_nor_read_back(database: Database, tmp_path: Path, by: str) -> None:
    """A copy in its place would leave the running bot writing into a file without a name."""
    own = _own_file(database)
    target = {"name": own, "another way": own.parent / "." / ".." / own.parent.name / own.name}.get(
        by, tmp_path / "link.db"
    )
    if by == "symlink":
        target.symlink_to(own)
    elif by == "hard link":
        target.hardlink_to(own)
    before = own.stat().st_ino
    for refused in (backup, restore):
        with pytest.raises(BackupUnusable) as caught:
            refused(database, target)
        assert "itself" in str(caught.value.data["reason"])
    assert own.stat().st_ino == before
    database.run_now(an_athlete)
    assert _known(database)


@EMBEDDED
def test_a_link_where_the_copy_goes_is_replaced_and_never_followed(database: Database, tmp_path: Path) -> None:
    precious, copy = tmp_path / "precious", tmp_path / "copy.db"
    precious.write_text("do not touch", encoding="utf-8")
    copy.symlink_to(precious)
    backup(database, copy)

    assert precious.read_text(encoding="utf-8") == "do not touch"
    assert not copy.is_symlink()
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


@EMBEDDED
def test_a_folder_is_no_place_for_a_copy(database: Database, tmp_path: Path) -> None:
    with pytest.raises(BackupUnusable):
        backup(database, tmp_path)
    assert [path.name for path in tmp_path.iterdir() if "partial" in path.name] == []


@EMBEDDED
def test_a_copy_that_fails_leaves_the_old_one_and_nothing_half_done(database: Database, copy: Path) -> None:
    backup(database, copy)
    before = copy.read_bytes()
    copy.parent.joinpath("busy").mkdir()
    with pytest.raises(BackupUnusable):
        backup(database, copy.parent / "busy")
    assert copy.read_bytes() == before


@EMBEDDED
def test_many_copies_while_somebody_writes_are_all_sound(database: Database, second: Database, copy: Path) -> None:
    for number in range(1, 6):
        database.run_now(lambda session, number=number: an_athlete(session, number))  # type: ignore[misc]
        backup(second, copy)
        with sqlite3.connect(copy) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            assert connection.execute("SELECT count(*) FROM athlete").fetchone()[0] == number
        connection.close()
