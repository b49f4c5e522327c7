"""Slips of the finger in answers: each word is compared by itself, so that the words around it do not matter."""

import difflib
from collections.abc import Sequence

SHORTEST = 4
"""Letters from which a word may be mistyped; shorter ones have too many neighbours."""
ALIKE = 0.8

_COMMON = frozenset({
    "this", "thing", "things", "think", "that", "then", "than", "there", "these", "they", "them", "their", "with",
    "what", "when", "well", "right", "tight", "light", "might", "night", "long", "last", "less", "lets", "like",
})  # fmt: skip
"""Words of every sentence: none of them is a slip of another (*thing* of *thigh*)."""


def near(word: str, known: str) -> bool:
    """Whether a word is a known one, or one with a slip that starts alike: ``wieght`` is near ``weight``."""
    if word == known:
        return True
    if word in _COMMON or min(len(word), len(known)) < SHORTEST or word[0] != known[0]:
        return False
    return alike(word, known) >= ALIKE


def alike(word: str, known: str) -> float:
    """How alike two words are, from 0 (no letter in common) to 1 (the same)."""
    return difflib.SequenceMatcher(None, word, known).ratio()


def mistyped(phrase: str, said: Sequence[str]) -> bool:
    """Whether the words of a phrase stand in what was said, one after the other, slips of the finger forgiven."""
    wanted = phrase.split()
    starts = range(len(said) - len(wanted) + 1)
    return any(all(near(said[start + place], word) for place, word in enumerate(wanted)) for start in starts)
