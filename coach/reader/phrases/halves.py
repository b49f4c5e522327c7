"""The two halves of a run, which come to its time: ``negative split, 25:40 / 24:55``, ``26:10 out, 25:20 back``."""

from coach.reader.facts import Context, Found, Lasting, Tokens
from coach.reader.phrases.numbers import after
from coach.reader.tokens import Token
from coach.reader.vocabulary.wordlist import bag

_FIRST = bag("out there first 1st half")
_SECOND = bag("back home second 2nd half return")
_BETWEEN = bag(", / - and then + ; |")
_SPLIT = bag("split splits halves negative positive even")
_SHORTEST_S = 8 * 60
"""Seconds from which two times are halves, and not the paces of kilometres or miles."""
_ALIKE = 0.8
"""How near halves are: the shorter over the longer at least."""


def seconds_of(token: Token) -> float:
    """Seconds of a clock reading, with or without hours."""
    seconds = 0.0
    for part in token.text.replace(",", ".").split(":"):
        seconds = 60 * seconds + float(part)
    return seconds


def halves(tokens: Tokens, i: int, context: Context) -> Found:
    """Two times with a sign between them where words call them halves: their sum."""
    del context
    out = after(tokens, i + 1, _FIRST, 2)
    j = after(tokens, out, _BETWEEN, 2)
    if j == out or tokens[i].kind != "c" or tokens[j].kind != "c":
        return None
    end = after(tokens, j + 1, _SECOND, 2)
    called = (out > i + 1 and end > j + 1) or any(token.text in _SPLIT for token in tokens[:i])
    first, second = seconds_of(tokens[i]), seconds_of(tokens[j])
    if not called or min(first, second) < max(_SHORTEST_S, _ALIKE * max(first, second)):
        return None
    return (Lasting(first + second),), end
