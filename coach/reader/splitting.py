"""Cutting a message into sentences."""

from coach.reader.facts import Tokens
from coach.reader.tokens import Token
from coach.reader.vocabulary.wordlist import bag

SENTENCE_ENDS = frozenset({".", "!", "?", ";", "\n"})
_SHORTENED = bag("avg approx dist elev max min mins nov dec jan feb sept oct aug temp no")


def sentences(tokens: Tokens) -> list[list[Token]]:
    """The message cut after every end of a sentence."""
    cut: list[list[Token]] = [[]]
    for token in tokens:
        if token.kind == "e":
            break
        cut[-1].append(token)
        if token.text in SENTENCE_ENDS and not _abbreviates(token, cut[-1]):
            cut.append([])
    return [sentence for sentence in cut if sentence]


def _abbreviates(token: Token, sentence: list[Token]) -> bool:
    """A full stop after a short word (``avg. pace``, ``20 nov. 2026``) ends nothing."""
    if token.text != "." or len(sentence) < 2 or not token.glued:
        return False
    return sentence[-2].text in _SHORTENED
