"""What parsers need: words without one of which in the message they read nothing that begins with a number.

A number can begin most things, and most messages hold the words of few. A parser that names what it needs is not asked
in other messages; one that names nothing is asked at every number.
"""

from collections.abc import Callable, Iterable, Sequence

from coach.reader.facts import Parser, Tokens

_BITS: dict[Parser, int] = {}
_CALLED: dict[str, int] = {}
"""Whom a word calls, a bit for each parser."""


def at_numbers_with(*words: str | Iterable[str]) -> Callable[[Parser], Parser]:
    """At a number the parser needs one of ``words`` somewhere in the message, as text or as sets of texts."""

    def named(parser: Parser) -> Parser:
        _BITS[parser] = bit = 1 << len(_BITS)
        for given in words:
            for word in [given] if isinstance(given, str) else given:
                _CALLED[word] = _CALLED.get(word, 0) | bit
        return parser

    return named


def called(tokens: Tokens) -> int:
    """Whom the words of a message call, for ``asked``."""
    bits = 0
    for token in tokens:
        if token.text in _CALLED:
            bits |= _CALLED[token.text]
    return bits


def asked(parsers: Sequence[Parser], bits: int) -> tuple[Parser, ...]:
    """Those of ``parsers`` who need nothing or are called, in their order."""
    return tuple(parser for parser in parsers if parser not in _BITS or _BITS[parser] & bits)


def passed_over(bits: int) -> tuple[Parser, ...]:
    """Those who need something and are not called."""
    return tuple(parser for parser, bit in _BITS.items() if not bit & bits)
