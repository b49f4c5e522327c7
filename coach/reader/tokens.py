"""Cutting a message into numbers, clock readings, words and signs."""

import re
from collections.abc import Callable
from functools import partial
from typing import NamedTuple
from unicodedata import combining, normalize

from coach.reader.spelling import correct


class Token(NamedTuple):
    """A piece of the message. ``text`` is lower case and spelt right, ``value`` the number of a number.

    ``kind`` is ``n`` (number), ``c`` (clock reading), ``d`` (ISO date), ``w`` (word), ``l`` (line end), ``s`` (sign)
    or ``e`` (the end). ``glued`` says that no blank stands before it.
    """

    kind: str
    text: str
    value: float
    start: int
    end: int
    glued: bool


_token: Callable[[tuple[str, str, float, int, int, bool]], Token] = partial(tuple.__new__, Token)
"""Makes a token in half the time that its class takes."""
_PIECE = re.compile(
    r"(?P<d>\d{4}-\d{1,2}-\d{1,2}(?!\d))"
    r"|(?P<c>\d{1,3}(?::\d{2}){1,2}(?:[.,]\d{1,3})?(?![\d:]))"
    r"|(?P<n>\d+(?:[.,]\d+)*|(?<![^\W\d_])\.\d+)"
    r"|(?P<w>[cC]25[kK](?![^\W_])|[wW]\d{1,2}[dDrR]\d\b|[^\W\d_]+(?:'[^\W\d_]+)*)"
    r"|(?P<l>\n)"
    r"|(?P<s>\S)"
)
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?\Z")
_DOTTED_CLOCK = re.compile(r"\d\.[0-5]\d\.(?!2[4-9])[0-5]\d\Z")
"""``1.02.30``; what may be a day of these years (``1.12.26``) is left alone."""
_CONTRACTED = {"ll": "will", "d": "would"}
END = Token("e", "", 0.0, 0, 0, glued=False)


def tokenise(text: str) -> list[Token]:
    """The pieces of a normalised message, with three ends after the last so that looking ahead is safe."""
    found: list[Token] = []
    last = 0
    for match in _PIECE.finditer(text):
        kind, piece = match.lastgroup or "s", match[0]
        start, end = match.span()
        glued = start == last and start > 0
        last = end
        if kind == "w":
            if piece.isascii() and "'" not in piece:
                found.append(_token(("w", correct(piece.lower()), 0.0, start, end, glued)))
            else:
                _add_word(found, piece, start, end, glued=glued)
        elif kind == "n" and not piece.isdigit():
            _add_number(found, piece, start, end, glued=glued)
        else:
            found.append(_token((kind, piece, float(piece[:15]) if kind == "n" else 0.0, start, end, glued)))
    found += (END, END, END)
    return found


def _add_word(found: list[Token], piece: str, start: int, end: int, *, glued: bool) -> None:
    """A word without its apostrophe: ``didn't`` is ``didnt``, ``monday's`` ``monday``, ``I'll`` ``i`` ``will``."""
    word = piece.lower()
    if "'" in word:
        stem, _, tail = word.rpartition("'")
        if tail == "s" and stem:
            word = "lets" if stem == "let" else stem
        elif tail in _CONTRACTED:
            found.append(Token("w", stem.replace("'", ""), 0.0, start, end, glued))
            found.append(Token("w", _CONTRACTED[tail], 0.0, end, end, glued=False))
            return
        else:
            word = word.replace("'", "")
    if not word.isascii():
        word = "".join(c for c in normalize("NFKD", word) if not combining(c))
    found.append(Token("w", correct(word), 0.0, start, end, glued))


def _add_number(found: list[Token], piece: str, start: int, end: int, *, glued: bool) -> None:
    """A number in either notation (``7.5``, ``7,5``, ``10,000``), or the numbers of a list (``12,12,10``)."""
    value = number_of(piece)
    if value is not None:
        found.append(Token("n", piece, value, start, end, glued))
        return
    if _DOTTED_CLOCK.match(piece):
        found.append(Token("c", piece.replace(".", ":"), 0.0, start, end, glued))
        return
    for part in re.finditer(r"\d+|[.,]", piece):
        low, high = start + part.start(), start + part.end()
        text = part.group()
        kind, amount = ("n", float(text[:15])) if text.isdigit() else ("s", 0.0)
        found.append(Token(kind, text, amount, low, high, glued if low == start else True))


def number_of(piece: str) -> float | None:
    """The value of digits with at most one decimal mark, or with marks between thousands; else ``None``."""
    if piece.isdigit():
        return float(piece[:15])
    if _THOUSANDS.match(piece) and piece.count(",") > 1:
        return float(piece.replace(",", ""))
    if piece.count(".") + piece.count(",") == 1:
        return float(piece.replace(",", ".")[:20])
    if _THOUSANDS.match(piece):
        return float(piece.replace(",", ""))
    return None


def thousands(token: Token) -> float:
    """The value where three digits after a mark are thousands: ``5,000`` metres, ``1.500`` metres."""
    whole, _, rest = token.text.replace(",", ".").rpartition(".")
    return float(whole + rest) if whole.isdigit() and len(rest) == 3 else token.value
