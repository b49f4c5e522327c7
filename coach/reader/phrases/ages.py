"""How old somebody is (``ran with my daughter, shes 7``): no minutes, and no distance."""

from coach.reader.facts import Context, Found, Ignored, Tokens
from coach.reader.phrases.numbers import number
from coach.reader.vocabulary.quantities import UNITS
from coach.reader.vocabulary.wordlist import bag

STARTS = bag("shes hes she he theyre aged turned turns")
_GOES_ON = UNITS | bag("/ : % x * of")
"""Behind one of these a number is none of years: ``hes 5 km ahead``."""
_OLDEST = 110


def aged(tokens: Tokens, i: int, context: Context) -> Found:
    """``shes 7``, ``aged 64``, ``just turned 40``: a whole number of years with nothing else behind it."""
    del context
    found = number(tokens, i + 1) if tokens[i + 1].kind in "nd" else None
    if not found or found[0] != int(found[0]) or not 0 < found[0] <= _OLDEST:
        return None
    return ((Ignored(),), found[1]) if tokens[found[1]].text not in _GOES_ON else None
