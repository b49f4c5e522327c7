"""A message cut into its pieces, once for all who read it: logs, deletions, moves, corrections, limits, races."""

from coach.memories import of_people
from coach.reader.normalise import normalise
from coach.reader.tokens import Token, tokenise
from coach.values import value

AT_HAND = 4
"""Messages whose pieces are kept: the one that is being answered, and what is read beside it."""


@value
class Cut:
    """A message in even writing, and its pieces (``coach.reader.tokens``)."""

    even: str
    tokens: tuple[Token, ...]


@of_people(AT_HAND)
def cut(text: str) -> Cut:
    """The pieces of a message; the same message is not cut again for its next reader."""
    even = normalise(text)
    return Cut(even, tuple(tokenise(even)))
