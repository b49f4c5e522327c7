"""What is remembered of people: all of it is forgotten at once, and none of it is remembered elsewhere."""

import ast
from pathlib import Path

import pytest

from coach.memories import forget_people, of_people, remembered_of_people

PACKAGES = ("coach", "storage", "scheduler", "bot")
ROOT = Path(__file__).parents[2]
KINDS = {"lru_cache", "cache"}
OURS = {
    *(
        "moves._led_by",
        "telling.why",
        "telling._others",
        "telling.plain",
        "telling._work_title",
    ),  # keys of the catalogue
    *("ladders.whole_ladder", "ladders.ladder", "ladders.position_of", "ladders.nearest", "ladders.rung_above"),
    *("ladders.rung_below", "ladders.start_at", "ladders.strained", "ladders.instead_of", "ladders._allowed"),
    *("due.is_zone", "due.moment", "due._last_useful", "cities._zone_info", "desk._date_at"),  # names of time zones
    *("page._asset", "api.camel_case", "speech.words_for", "catalogue.catalogue_for"),
    *("refs.about", "figures._locale", "figures.write_date"),  # names of messages, languages, days
}
"""Functions that remember something by a text which the program itself wrote."""


@of_people(2)
def twice(number: int) -> int:
    """A memory of the test's own."""
    return 2 * number


def test_the_latest_are_remembered_and_no_more() -> None:
    for number in range(5):
        assert twice(number) == 2 * number
    assert remembered_of_people()[f"{__name__}.twice"] == 2


def test_everything_is_forgotten_at_once() -> None:
    twice(1)
    forget_people()
    assert set(remembered_of_people().values()) == {0}
    assert twice(1) == 2


def remembering(path: Path) -> list[ast.FunctionDef]:
    """Functions of a module whose results are remembered in a way that nobody forgets."""
    found = [
        node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.FunctionDef)
    ]
    return [node for node in found if any(_kind(each) in KINDS for each in node.decorator_list)]


def _kind(decorator: ast.expr) -> str:
    called = decorator.func if isinstance(decorator, ast.Call) else decorator
    return called.id if isinstance(called, ast.Name) else ""


@pytest.mark.parametrize("package", PACKAGES)
def test_no_memory_that_lasts_is_of_what_a_person_wrote(package: str) -> None:
    """Whoever remembers something by a text of the program's own says so here."""
    found = {
        f"{path.stem}.{node.name}"
        for path in (ROOT / package).rglob("*.py")
        for node in remembering(path)
        if any(each.annotation is not None and "str" in ast.unparse(each.annotation) for each in node.args.args)
    }
    assert found <= OURS
