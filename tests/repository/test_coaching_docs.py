"""The page of the coaching rules names code that exists, for every rule there is."""

import importlib
import inspect
import re
from pathlib import Path

import pytest

from tests.coach.rules.book import RULES

PAGE = (Path(__file__).parents[2] / "docs" / "coaching.md").read_text(encoding="utf-8")
SECTIONS = {
    found["number"]: found["text"]
    for found in re.finditer(r"^### (?P<number>[WPCS]\d+) · (?P<text>.*?)(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL)
}
NUMBERS = [
    *(f"W{n}" for n in range(11)),
    *(f"P{n}" for n in range(1, 7)),
    *(f"C{n}" for n in range(1, 9)),
    *(f"S{n}" for n in range(1, 6)),
]
ORDER = {"coach.planning.phases.phase_of"}
"""Decides the order of a plan's phases and follows from several rules at once."""


def line_of(number: str, label: str) -> str:
    """What a section says after ``- Kept by:`` or another label."""
    found = re.search(rf"^- {label}: (.*(?:\n  .*)*)", SECTIONS[number], re.MULTILINE)
    return found[1] if found else ""


def names_in(words: str) -> list[str]:
    """The dotted names between backticks."""
    return re.findall(r"`([a-z_]+(?:\.\w+)+)`", words)


def exists(name: str) -> bool:
    """Whether a dotted name leads to something in a module of this repository."""
    module, _, attribute = name.rpartition(".")
    try:
        holder: object = importlib.import_module(module)
    except ModuleNotFoundError:
        outer, _, owner = module.rpartition(".")
        holder = getattr(importlib.import_module(outer), owner, None)
    return callable(getattr(holder, attribute, None))


def test_the_page_has_every_rule_in_order() -> None:
    assert list(SECTIONS) == NUMBERS


@pytest.mark.parametrize("number", NUMBERS)
def test_a_rule_names_the_function_that_keeps_it(number: str) -> None:
    words = line_of(number, "Kept by")
    names = names_in(words)
    assert names or words.startswith("nothing yet"), f"{number} is kept by nobody: {words!r}"
    assert [name for name in names if not exists(name)] == []


@pytest.mark.parametrize("number", NUMBERS)
def test_a_rule_names_its_source_or_says_that_it_is_a_choice(number: str) -> None:
    words = line_of(number, "Source")
    assert re.search(r"\d{4}|\[C\]|Daniels|Couch to 5K", words), f"{number}: {words!r}"


@pytest.mark.parametrize("number", RULES)
def test_a_rule_that_plans_can_show_names_its_check(number: str) -> None:
    assert [exists(name) for name in names_in(line_of(number, "Checked by"))] == [True]


def test_other_parts_of_the_page_name_code_that_exists() -> None:
    names = [name for name in names_in(PAGE) if name.startswith(("coach.", "bot.", "tests."))]
    assert len(names) > 60
    assert [name for name in names if not exists(name)] == []


def test_the_figures_name_the_functions_that_reckon_them() -> None:
    rows = [line for line in PAGE.split("## Figures")[1].splitlines() if line.startswith("| ")][2:]
    assert rows
    assert [row for row in rows if not names_in(row) or not all(map(exists, names_in(row)))] == []


def source_of(name: str) -> str:
    """The module that a dotted name of the page leads into, as it is written."""
    module = name.rpartition(".")[0]
    try:
        holder = importlib.import_module(module)
    except ModuleNotFoundError:
        holder = importlib.import_module(module.rpartition(".")[0])
    return inspect.getsource(holder)


def rules_in(source: str) -> set[str]:
    """The rules that a text names, ranges such as W1 to W4 included."""
    found = set(re.findall(r"\b[WPCS]\d+\b", source))
    for letter, first, last in re.findall(r"\b([WPCS])(\d+)(?: to |–|-)[WPCS]?(\d+)\b", source):
        found |= {f"{letter}{number}" for number in range(int(first), int(last) + 1)}
    return found


@pytest.mark.parametrize("number", [number for number in NUMBERS if number[0] in "WPC"])
def test_code_that_keeps_a_rule_says_which(number: str) -> None:
    """Whoever reads the code of a rule finds its number there."""
    keepers = {name: source_of(name) for name in names_in(line_of(number, "Kept by"))}
    silent = [name for name, source in keepers.items() if number not in rules_in(source)]
    assert [name for name in silent if name not in ORDER] == []


@pytest.mark.parametrize("number", NUMBERS)
def test_code_that_keeps_a_rule_says_what_it_does(number: str) -> None:
    for name in names_in(line_of(number, "Kept by")):
        assert (documented(name) or "").strip(), name


def documented(name: str) -> str | None:
    """The docstring of what a dotted name leads to."""
    module, _, attribute = name.rpartition(".")
    try:
        holder: object = importlib.import_module(module)
    except ModuleNotFoundError:
        outer, _, owner = module.rpartition(".")
        holder = getattr(importlib.import_module(outer), owner)
    return inspect.getdoc(getattr(holder, attribute))
