"""What tests of the storage floor start from."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.database import Database, open_database


@pytest.fixture
def embedded(tmp_path: Path, sqlite_template: Path) -> Iterator[Database]:
    """An empty SQLite database."""
    path = tmp_path / "legwork.db"
    path.write_bytes(sqlite_template.read_bytes())
    database = open_database(f"sqlite:///{path}")
    yield database
    database.close_now()
