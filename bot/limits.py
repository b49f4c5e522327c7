"""The one module that knows Telegram's limits on what a message may hold."""

from telegram.constants import MessageLimit

TEXT_LIMIT: int = MessageLimit.MAX_TEXT_LENGTH
"""Characters in one message after its HTML is read."""
TOAST_LIMIT = 200
"""Characters in the short notice above a chat."""


def split_text(text: str, limit: int = TEXT_LIMIT) -> list[str]:
    """The text in pieces of at most ``limit`` characters, cut at paragraph ends, else lines, else words.

    Our HTML never spans a paragraph, so a cut there keeps every tag whole.
    """
    pieces: list[str] = []
    rest = text.strip()
    while len(rest) > limit:
        cut = _last_break(rest, limit)
        pieces.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return [*pieces, rest] if rest else pieces


def _last_break(text: str, limit: int) -> int:
    for mark in ("\n\n", "\n", " "):
        cut = text.rfind(mark, 0, limit + 1)
        if cut > 0:
            return cut
    return limit
