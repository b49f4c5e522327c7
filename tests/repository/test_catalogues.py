"""Every word a person reads is in the catalogues, and every sentence in them can be filled in."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

from bot.words.catalogue import LOCALES, catalogue_for

ROOT = Path(__file__).parents[2]
SOURCES = [path for package in ("bot", "coach") for path in sorted((ROOT / package).rglob("*.py"))]
SPEAKERS = {"words", "phrase", "Phrase"}


def keys_of(language: str) -> dict[str, str]:
    """Every key of a language with the file it stands in."""
    found: dict[str, str] = {}
    for path in sorted((LOCALES / language / "LC_MESSAGES").glob("*.po")):
        for key in re.findall(r'^msgid "(.+)"$', path.read_text(encoding="utf-8"), re.MULTILINE):
            found[key] = path.name
    return found


def spoken(path: Path) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every key a module speaks: literal ones, and patterns for those with a part filled in."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name not in SPEAKERS:
            continue
        first = node.args[0]
        if isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield f"{path.name}:{node.lineno} {first.value}", re.compile(re.escape(first.value))
        elif isinstance(first, ast.JoinedStr):
            parts = [re.escape(part.value) if isinstance(part, ast.Constant) else ".+" for part in first.values]
            yield f"{path.name}:{node.lineno} {ast.unparse(first)}", re.compile("".join(parts))


SPOKEN = [found for path in SOURCES for found in spoken(path)]
ENGLISH = keys_of("en")


def test_what_the_code_says_stands_in_the_english_catalogue() -> None:
    missing = [where for where, pattern in SPOKEN if not any(map(pattern.fullmatch, ENGLISH))]
    assert missing == []
    assert len(SPOKEN) > 100


def test_every_sentence_is_written_and_its_placeholders_have_names() -> None:
    catalogue = catalogue_for("en")
    for key in ENGLISH:
        for n in (1, 2):
            template = catalogue.template(key, n)
            assert template.strip(), key
            names = [name for _, name, _, _ in Formatter().parse(template) if name is not None]
            assert all(name.isidentifier() for name in names), f"{key} has a placeholder without a name"


def test_html_in_the_catalogue_is_closed() -> None:
    for key in ENGLISH:
        template = catalogue_for("en").template(key, 1)
        for tag in ("b", "i", "code", "u"):
            assert template.count(f"<{tag}>") == template.count(f"</{tag}>"), f"{key} leaves <{tag}> open"
