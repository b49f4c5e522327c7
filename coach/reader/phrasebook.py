"""Looking up fixed expressions of several words, longest first."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Generic, TypeVar

from coach.reader.tokens import Token

T = TypeVar("T")


class Phrasebook(Generic[T]):
    """Expressions and what they mean; found by their first word, so that a miss costs one look-up.

    Built from texts with ``|`` between expressions of one meaning: ``{"ran|jogged|went running": RUN}``. A hyphen
    between words is as good as a blank.
    """

    def __init__(self, meanings: Mapping[str, T]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for texts, meaning in meanings.items():
            for text in texts.split("|"):
                first, *rest = text.split()
                self._by_first.setdefault(first, []).append((tuple(rest), meaning))
        for expressions in self._by_first.values():
            expressions.sort(key=lambda expression: -len(expression[0]))
        self._by_two = {first: _by_second(expressions) for first, expressions in self._by_first.items()}

    def __contains__(self, word: str) -> bool:
        return word in self._by_first

    def words(self) -> Iterator[str]:
        """Every single word that occurs in an expression."""
        for first, expressions in self._by_first.items():
            yield first
            for rest, _ in expressions:
                yield from rest

    def starts(self) -> Iterator[str]:
        """The words that expressions start with."""
        return iter(self._by_first)

    def match(self, tokens: Sequence[Token], i: int) -> tuple[T, int] | None:
        """The meaning of the longest expression that starts at ``i``, and where it ends."""
        by_second = self._by_two.get(tokens[i].text)
        if by_second is None:
            return None
        following = tokens[i + 1].text
        for rest, meaning in by_second.get(following) or by_second[_NONE]:
            if not rest:
                return meaning, i + 1
            end = _follow(tokens, i + 1, rest)
            if end:
                return meaning, end
        return None


_ANY, _NONE = "-", ""
"""In place of a second word: a hyphen, behind which any may stand, and one with which nothing goes on."""


def _by_second(expressions: Sequence[tuple[tuple[str, ...], T]]) -> Mapping[str, Sequence[tuple[tuple[str, ...], T]]]:
    """Expressions of one first word, in their order, by the second: those it may be of, and the first word alone."""
    seconds = {rest[0] for rest, _ in expressions if rest}
    found = {word: [one for one in expressions if not one[0] or one[0][0] == word] for word in (*seconds, _NONE)}
    return {**found, _ANY: expressions}


def _follow(tokens: Sequence[Token], j: int, rest: tuple[str, ...]) -> int:
    """Where ``rest`` ends if it stands at ``j``, else 0."""
    for word in rest:
        if tokens[j].text == "-" and tokens[j].glued:
            j += 1
        if tokens[j].text != word:
            return 0
        j += 1
    return j
