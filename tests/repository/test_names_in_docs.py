"""What the pages of the documentation name in the code is where they say."""

import importlib
import re
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
PACKAGES = "bot|coach|scheduler|storage|tests"


def names_in(page: str) -> set[str]:
    """Dotted names such as ``coach.planning.plan``, between backticks or in a command."""
    return set(re.findall(rf"(?<![\w./@-])(?:{PACKAGES})(?:\.\w+)+", page))


def paths_in(page: str) -> set[str]:
    """Files and folders such as ``bot/cases`` or ``tests/chats/test_*.py``, in words and in links."""
    return set(re.findall(rf"(?<!\w)(?<![\w.][/.-])((?:{PACKAGES}|docs|deploy|\.ci)/[\w*/.-]*\w)", page))


def is_there(name: str) -> bool:
    """Whether a dotted name leads to something that its module defines, and does not only use."""
    holder, parts = ROOT, name.split(".")
    while parts and (holder / parts[0]).is_dir():
        holder /= parts.pop(0)
    if parts and (holder / f"{parts[0]}.py").exists():
        holder /= parts.pop(0)
    module = importlib.import_module(".".join(holder.relative_to(ROOT).parts))
    thing: object = module
    for part in parts:
        thing = getattr(thing, part, None)
    return thing is not None and _is_at_home(thing, module)


def _is_at_home(thing: object, module: ModuleType) -> bool:
    """A package may hand on what its modules define."""
    handed_on = isinstance(thing, ModuleType) or hasattr(module, "__path__")
    return handed_on or not callable(thing) or thing.__module__ == module.__name__


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_dotted_name_leads_to_the_module_that_defines_it(page: Path) -> None:
    assert {name for name in names_in(page.read_text(encoding="utf-8")) if not is_there(name)} == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_file_and_folder_exists(page: Path) -> None:
    named = paths_in(page.read_text(encoding="utf-8"))
    assert {path for path in named if not list(ROOT.glob(path)) and not (ROOT / f"{path}.py").exists()} == set()


def test_there_are_names_to_look_for() -> None:
    pages = [page.read_text(encoding="utf-8") for page in PAGES]
    assert len({name for page in pages for name in names_in(page)}) > 100
    assert len({path for page in pages for path in paths_in(page)}) > 50


@pytest.mark.parametrize(
    "name", ["coach.planning.gone", "coach.planning.done.Done.gone", "coach.planning.mending.Done"]
)
def test_a_name_that_moved_is_none(name: str) -> None:
    assert not is_there(name)
