"""Plain text for paper: lines of 80 characters, headings, lists."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence

WIDTH = 80
"""Characters of a line: what a terminal shows and a printer fits on a page."""
PAGE = 60
"""Lines of a printed page that leave it its margins."""
NEW_PAGE = "\f"
"""What a printer begins a new page at; a terminal goes on to the next line."""
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


def block(title: str, items: Iterable[str]) -> list[str]:
    """A heading and its items; nothing where there are none."""
    lines = [line for each in items for line in item(each)]
    return [title, *lines] if lines else []


def ruled(title: str) -> list[str]:
    """A title with a line of its own length under it, in as many lines as it takes."""
    lines = wrapped(title)
    return [*lines, "=" * max(map(len, lines))]


def paged(chunks: Iterable[Sequence[str]]) -> Iterator[str]:
    """Chunks of lines with an empty line, or a new page where the next one finds no room, between any two."""
    used = 0
    for chunk in filter(None, chunks):
        if used and used + 1 + len(chunk) > PAGE:
            yield NEW_PAGE
            used = 0
        elif used:
            yield ""
        yield from chunk
        used += len(chunk) + bool(used)
