"""The threat model names a test for each line, and each of them exists."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")


def lines() -> list[str]:
    """The rows of the table."""
    return [line for line in PAGE.splitlines() if line.startswith("|")][2:]


def test_every_threat_names_what_shows_its_answer() -> None:
    assert len(lines()) >= 10
    assert all("test" in line.rsplit("|", 2)[1] for line in lines())


def test_every_file_and_test_it_names_exists() -> None:
    written = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    files = set(re.findall(r"tests/[\w/]+(?:\.py|/)", PAGE))
    names = set(re.findall(r"\btest_\w+\b(?!\.py)", PAGE))
    assert files
    assert {file for file in files if not (ROOT / file).exists()} == set()
    assert {name for name in names if f"def {name}(" not in written} == set()
