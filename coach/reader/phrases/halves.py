"""The two halves of a run, which come to its time: ``negative split, 25:40 / 24:55``, ``26:10 out, 25:20 back``."""

from coach.reader.facts import Context, Found, Lasting, Tokens
from coach.reader.phrases.numbers import after
from coach.reader.phrases.times import duration
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


_IN = bag("in was took : = , and the then half")


def named_halves(tokens: Tokens, i: int, context: Context) -> Found:
    """``first half 58 mins, second half 55``: both named, and their sum; a figure alone is of the other's unit."""
    del context
    first = _named_half(tokens, i, "first")
    start = after(tokens, first[1], _IN, 3) if first else i
    second = _named_half(tokens, start, "second") if first else None
    if not first or not second:
        return None
    one, two = first[0], second[0]
    if min(one, two) < max(_SHORTEST_S, _ALIKE * max(one, two)):
        return None
    return (Lasting(one + two),), second[1]


def _named_half(tokens: Tokens, i: int, which: str) -> tuple[float, int] | None:
    """Seconds of ``second half 55``, and where it ends."""
    named = {"first": {"first", "1st"}, "second": {"second", "2nd"}}[which]
    if tokens[i].text not in named or tokens[i + 1].text != "half":
        return None
    j = after(tokens, i + 2, _IN, 2)
    if tokens[j].kind == "c":
        return seconds_of(tokens[j]), j + 1
    told = duration(tokens, j)
    if told:
        return told
    return (60 * tokens[j].value, j + 1) if tokens[j].kind == "n" and which == "second" else None


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
