"""The page's words: every one that the page asks for is in the catalogue, and none lies there unused."""

import re
from pathlib import Path

from bot.sandbox import page
from bot.words import words_for

ASKED = re.compile(
    r"""say\("([a-z._]+)"|data-(?:text|label|placeholder)="([a-z._]+)"|\["([a-z]+\.[a-z_]+)",|"(size\.[a-z]+)\""""
)
CHOSEN = re.compile(r"""\? "([a-z]+\.[a-z]+)" : "([a-z]+\.[a-z]+)\"""")


def asked_for() -> set[str]:
    """Every key that stands in a file of the page."""
    text = "\n".join(path.read_text() for path in Path(page.FOLDER).iterdir())
    found = [*ASKED.findall(text), *CHOSEN.findall(text)]
    return {key for keys in found for key in keys if key}


def test_page_knows_exactly_the_words_it_asks_for() -> None:
    assert set(page.TEXT_KEYS) == asked_for()


def test_catalogue_has_them_all() -> None:
    catalogue = words_for("en").catalogue
    assert all(catalogue.template(f"sandbox.{key}") for key in page.TEXT_KEYS)
