"""Whether words tell of one more activity, or put less in the place of what was told."""

from coach.reader.bare import is_bare_log
from coach.reader.cut import cut
from coach.reader.tokens import Token
from coach.reader.vocabulary.wordlist import bag

_ANOTHER = bag(
    "another second 2nd again also nd rd too additional extra more twice double doubled third 3rd plus later other "
    "then afterwards bonus evening's"
)
_LATE = bag("pm evening afternoon tonight night lunch lunchtime home arvo")
"""Parts of a day that make a second run of one told in the morning; so does the way home."""
_MORNING_ENDS = 12
_LESS = bag("only actually")
_DID = bag("did was ran walked managed done lasted got made")


def says_another(text: str, hour: int) -> bool:
    """Whether words tell of one more activity than the one that was told at that hour of the day (0–23)."""
    words = {token.text for token in _words(text)}
    return bool(words & _ANOTHER) or (hour < _MORNING_ENDS and bool(words & _LATE))


def says_less(text: str) -> bool:
    """``i did 15 mins only``, ``actually did 4k``: whether words put a figure in the place of one told before."""
    words = [token.text for token in _words(text)]
    return len(words) <= _SHORT and bool(_LESS.intersection(words)) and bool(_DID.intersection(words))


def says_the_one(text: str) -> bool:
    """``the walk was 45 min``, ``my run took 31:40``: whether words speak of an activity as one known already."""
    words = [token.text for token in _words(text)]
    at = next((k for k, word in enumerate(words) if word not in _PUT_RIGHT), len(words))
    named = words[at : at + 1] and words[at] in _DEFINITE
    return bool(named) and bool(_WAS.intersection(words[at + 2 : at + 4]))


_PUT_RIGHT = bag("no oh sorry oops wait actually and ps")
_DEFINITE = bag("the my that this")
_WAS = bag("was were took lasted")
_SHORT = 8
"""Words of such a message; what is longer tells of an activity of its own."""


def _words(text: str) -> list[Token]:
    if is_bare_log(text):
        return []  # of its words none is looked for here
    return [token for token in cut(text).tokens if token.kind in "wncd"]
