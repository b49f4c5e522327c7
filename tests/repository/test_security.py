"""The threat model names a test for each line, and each of them exists."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
PROMISES = (ROOT / "docs" / "reliability.md").read_text(encoding="utf-8")


def lines() -> list[str]:
    """The rows of the table."""
    return [line for line in PAGE.splitlines() if line.startswith("|")][2:]


def test_every_threat_names_what_shows_its_answer() -> None:
    assert len(lines()) >= 10
    assert all("test" in line.rsplit("|", 2)[1] for line in lines())


def test_every_promise_names_what_shows_it() -> None:
    table = PROMISES.partition("## Promises")[2].partition("\n## ")[0]
    promises = [line for line in table.splitlines() if line.startswith("| ")][2:]
    assert len(promises) >= 20
    assert all("test_" in line.rsplit("|", 2)[1] for line in promises)


def test_every_sentence_that_was_asked_for_names_what_shows_it() -> None:
    table = PROMISES.partition("## Sentence by sentence")[2].partition("\n## ")[0]
    sentences = [line for line in table.splitlines() if line.startswith("| ")][2:]
    assert len(sentences) >= 30
    for line in sentences:
        asked, shown = line.strip("| ").split(" | ")
        assert "test" in shown, asked


@pytest.mark.parametrize("page", [PAGE, PROMISES], ids=["security", "reliability"])
def test_every_file_and_test_that_a_page_names_exists(page: str) -> None:
    """A file with or without its folders; a test's whole name, or its beginning and a star."""
    written = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    files = set(re.findall(r"tests/[\w/]+(?:\.py|/)", page))
    loose = set(re.findall(r"(?<![\w/])test_\w+\.py", page))
    begun = set(re.findall(r"\btest_\w+_(?=\*)", page))
    names = set(re.findall(r"\btest_\w+\b(?!\.py|\*)", page)) - begun
    assert files
    assert {file for file in files if not (ROOT / file).exists()} == set()
    assert {file for file in loose if not list((ROOT / "tests").rglob(file))} == set()
    assert {name for name in names if f"def {name}(" not in written} == set()
    assert {name for name in begun if f"def {name}" not in written} == set()


def test_no_secret_is_compared_in_a_way_that_tells_how_much_of_it_was_right() -> None:
    """Only ``hmac.compare_digest`` takes the same time whatever differs, and no test can time it reliably."""
    compared = [
        f"{path.name}:{node.lineno}"
        for path in sorted((ROOT / "bot").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Compare)
        and any(isinstance(operator, ast.Eq | ast.NotEq | ast.In) for operator in node.ops)
        and "sandbox" not in path.parts
        and any("secret" in name for name in map(_name, (node.left, *node.comparators)))
    ]
    assert compared == []
    assert "hmac.compare_digest(" in (ROOT / "bot" / "telegram" / "webhook.py").read_text(encoding="utf-8")


def _name(side: ast.expr) -> str:
    """The name or attribute that is compared, also where a method of it is called."""
    while isinstance(side, ast.Call | ast.Attribute):
        if isinstance(side, ast.Attribute) and "secret" in side.attr:
            return side.attr
        side = side.func if isinstance(side, ast.Call) else side.value
    return side.id if isinstance(side, ast.Name) else ""
