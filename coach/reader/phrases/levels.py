"""Levels of one pain at several times: ``a 2 at the start, 4 by the end``, ``1/10 during and 5/10 after``."""

from coach.reader.facts import Context, Found, OutOfTen, Tokens
from coach.reader.needs import at_numbers_with
from coach.reader.phrasebook import Phrasebook
from coach.reader.phrases.efforts import out_of_ten
from coach.reader.phrases.numbers import number
from coach.reader.phrases.words import AREA_STARTS, HURT_STARTS

_WHEN = Phrasebook(
    {
        "at start|at the start|at first|before|beforehand|to start with|to begin with|to start|during|"
        "while running|on the run": False,
        "now|right now": True,
        "by the end|at the end|at the finish|after|afterwards|later|by the finish|at end|by end|post run": True,
    }
)
_BEHIND = frozenset(_WHEN.starts()) | {"/", "out"}
_REACH = 14
"""Words back to the part of the body, or the word for pain, that a level is of."""
_HIGHEST = 10


@at_numbers_with(_BEHIND)
def level_when(tokens: Tokens, i: int, context: Context) -> Found:
    """A level of a pain with when it was; of several the worst counts (rule C3, careful reading)."""
    del context
    if tokens[i + 1].text not in _BEHIND:
        return None
    found = out_of_ten(tokens, i) or number(tokens, i)
    when = _WHEN.match(tokens, found[1]) if found else None
    if not found or not when or found[0] > _HIGHEST or not _is_of_body(tokens, i):
        return None
    if tokens[when[1] - 1].text == "now" and tokens[i - 1].text not in {",", "and", "but"}:
        return None
    ends = tokens[when[1]].kind in "els" or tokens[when[1]].text in {"and", "but", "then"}
    return ((OutOfTen(found[0], later=when[0]),), when[1]) if ends else None


def _is_of_body(tokens: Tokens, i: int) -> bool:
    """Whether a part of the body or a word for pain stands before ``i``, and no figure of something else between."""
    for k in range(i - 1, max(-1, i - _REACH), -1):
        if tokens[k].kind in "el" or tokens[k].text in {".", ";"}:
            return False
        if tokens[k].text in AREA_STARTS or tokens[k].text in HURT_STARTS:
            return True
    return False
