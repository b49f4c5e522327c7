"""Plain text for paper: lines of 80 characters, headings, lists."""

import textwrap
from collections.abc import Iterable, Iterator

WIDTH = 80
"""Characters of a line: what a terminal shows and a printer fits on a page."""
MARK = "• "


def wrapped(text: str, first: str = "", rest: str = "") -> list[str]:
    """A text in lines, ``first`` before the first one and ``rest`` before the others; a figure keeps its unit."""
    lines = textwrap.wrap(
        text, WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )
    return lines or [first.rstrip()]


def item(text: str, mark: str = MARK) -> list[str]:
    """One item of a list; what goes over the line stands under its beginning."""
    return wrapped(text, mark, " " * len(mark))


def block(title: str, items: Iterable[str]) -> Iterator[str]:
    """An empty line, a heading and its items; nothing where there are none."""
    found = list(items)
    if found:
        yield from ("", title)
        yield from (line for each in found for line in item(each))


def ruled(title: str) -> list[str]:
    """A title with a line of its own length under it, in as many lines as it takes."""
    lines = wrapped(title)
    return [*lines, "=" * max(map(len, lines))]
