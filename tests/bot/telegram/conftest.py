"""What the machinery's tests share."""

from pathlib import Path

import pytest


@pytest.fixture
def boot(tmp_path: Path) -> Path:
    """What the machine calls this run of it."""
    (path := tmp_path / "boot_id").write_text("one\n")
    return path
