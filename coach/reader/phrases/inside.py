"""Parts of a run that are told with it: ``8k with 20 min tempo in the middle``."""

from coach.reader.facts import Tokens
from coach.reader.phrases.numbers import after
from coach.reader.vocabulary.quantities import LENGTHS
from coach.reader.vocabulary.wordlist import bag

_KINDS_OF_PARTS = bag(
    "at of tempo threshold hard fast faster quick steady brisk strong effort pace mp hmp race marathon"
)


def is_inside(tokens: Tokens, j: int) -> bool:
    """``8k with 20 min tempo in the middle``: a part of the distance; ``in the middle of 8k`` says so by itself."""
    if not any(token.text in LENGTHS for token in tokens[:j]):
        return False
    k = after(tokens, j, _KINDS_OF_PARTS, 4)
    words = [token.text for token in tokens[k : k + 4]]
    return words[:3] == ["in", "the", "middle"] and words[3:] != ["of"]
