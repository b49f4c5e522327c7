"""What was meant and did not happen: ``was supposed to run but it was icy`` is a run left out."""

from itertools import pairwise

from coach.reader.phrases.words import ACTIVITY_STARTS
from coach.reader.tokens import Token
from coach.reader.vocabulary.quantities import UNITS
from coach.reader.vocabulary.wordlist import bag

_MEANT = bag("supposed meant wanted planned hoped intended aiming")
_DEEDS = bag(
    "did ran jogged walked swam cycled rode lifted managed ended got made went settled turned became still did done "
    "finished only just instead started stopped switched swapped took had"
)
"""After these it did happen, if otherwise."""
_ASIDE = bag("say ask tell know thank log report add mention tomorrow next later check see")
_NAMES = ACTIVITY_STARTS - bag("some easy a got went did was been had the out with and between")


def left_out(intent: list[Token], rest: list[Token]) -> list[Token]:
    """The tokens of a session left out, with what stood in the way; none where something was done after all.

    ``intent`` is the clause of what was meant, ``rest`` what follows it from *but* on.
    """
    words = {token.text for token in intent}
    named = [token for token in intent if token.text in _NAMES]
    if not (rest and rest[0].text == "but" and named and words & _MEANT) or words & _ASIDE:
        return []
    if _was_done(rest) or _is_counted(rest):
        return []
    first = intent[0]
    return [Token("w", "skipped", 0.0, first.start, first.end, glued=False), named[-1], *rest]


def _was_done(rest: list[Token]) -> bool:
    """Whether a deed or a time follows, or a question; *life got in the way* is no deed."""
    hindered = any(token.text == "way" for token in rest)
    return any((token.text in _DEEDS and not hindered) or token.kind == "c" or token.text == "?" for token in rest)


def _is_counted(rest: list[Token]) -> bool:
    """Whether a figure with a unit is told."""
    return any(token.kind == "n" and following.text in UNITS | {"m"} for token, following in pairwise(rest))
