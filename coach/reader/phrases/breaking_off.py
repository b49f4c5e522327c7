"""Breaking off: ``binned the intervals after two reps`` was begun, and is partly done."""

from coach.history import Status
from coach.reader.facts import Context, Found, Ignored, Tokens, Went
from coach.reader.phrases.numbers import number
from coach.reader.vocabulary.quantities import LENGTHS, TIMES
from coach.reader.vocabulary.wordlist import bag

_GIVING_UP = bag(
    "bin binned binning bail bailed bailing gave give giving ditch ditched scrap scrapped sack sacked can canned axed "
    "bagged abandon abandoned"
)
_PIECES = bag(
    "rep reps interval intervals repeat repeats effort efforts hill hills sprint sprints round rounds set sets"
)
_BETWEEN = bag("the one only just about only like")
_HALFWAY = bag("halfway midway partway")
_ENDS = frozenset([",", ".", ";", "but", "and", "!", "?", "(", ")"])
_REACH = 8
"""Words in which what was given up is followed by how far it went."""
CUTS = bag("cut cutting")
SHORT = bag("short")


def broke_off(tokens: Tokens, i: int, j: int) -> bool:
    """Whether what is given up from ``i`` to ``j`` was begun: ``... after two reps``, ``... halfway``."""
    if not any(tokens[k].text in _GIVING_UP for k in range(i, j)):
        return False
    for k in range(j, min(j + _REACH, len(tokens) - 1)):
        if tokens[k].kind in "el" or tokens[k].text in _ENDS:
            return False
        if tokens[k].text in _HALFWAY or (tokens[k].text in {"half", "part"} and tokens[k + 1].text == "way"):
            return True
        if tokens[k].text in {"after", "at"} and _is_far(tokens, k + 1):
            return True
    return False


def _is_far(tokens: Tokens, j: int) -> bool:
    """Whether a number of repeats, a distance or a time stands there, or nothing but a number."""
    j += tokens[j].text in _BETWEEN
    if tokens[j].text in _PIECES:
        return number(tokens, j + 1) is not None
    found = number(tokens, j)
    if found is None:
        return False
    unit = tokens[found[1]]
    if unit.text in TIMES and tokens[found[1] + 1].text == "of":  # hours of sleep
        return False
    counted = unit.text in _PIECES or unit.text in LENGTHS or unit.text in TIMES or unit.text == "of"
    return counted or unit.kind in "els" or unit.text in _ENDS


def after_so_many(tokens: Tokens, i: int, context: Context) -> Found:
    """``after two reps``, ``after rep 3``, ``after 3 of 6``, ``intervals after 4``: no time and no distance."""
    del context
    j = i + 1 + (tokens[i + 1].text in _BETWEEN)
    hard = tokens[i].text == "at" and tokens[j].text == "effort"  # how hard it was, and not which of several
    if tokens[j].text in _PIECES and not hard and (named := number(tokens, j + 1)):
        return (Ignored(),), named[1]
    found = number(tokens, j)
    if found is None:
        return None
    if tokens[found[1]].text in _PIECES:
        return (Ignored(),), found[1] + 1
    whole = number(tokens, found[1] + 1) if tokens[found[1]].text == "of" else None
    if whole and tokens[whole[1]].text not in LENGTHS and tokens[whole[1]].text not in TIMES:
        return (Went(Status.PARTIAL),), whole[1]
    ends = tokens[found[1]].kind in "el" or tokens[found[1]].text in _ENDS
    repeats = any(token.text in _PIECES for token in tokens[max(0, i - 3) : i])
    return ((Ignored(),), found[1]) if ends and repeats else None


def cut_short(tokens: Tokens, i: int, context: Context) -> Found:
    """``cut the long run short``: partly done, whatever stands between."""
    del context
    short = next((k for k in range(i + 1, min(i + 7, len(tokens))) if tokens[k].text in _ENDS | SHORT), 0)
    if not short or tokens[short].text not in SHORT or short == i + 1:
        return None
    return (Went(Status.PARTIAL),), i + 1


def short(tokens: Tokens, i: int, context: Context) -> Found:
    """The end of ``cut the long run short``, which says nothing more."""
    del context
    cut = any(token.text in CUTS for token in tokens[max(0, i - 6) : i])
    return ((Ignored(),), i + 1) if cut else None
