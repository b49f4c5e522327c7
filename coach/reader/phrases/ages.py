"""How old somebody is (``ran with my daughter, shes 7``): no minutes, and no distance."""

from coach.reader.facts import Context, Found, Ignored, Tokens
from coach.reader.phrases.numbers import after, number
from coach.reader.vocabulary.quantities import UNITS
from coach.reader.vocabulary.wordlist import bag

STARTS = bag("shes hes she he theyre aged turned turns")
_GOES_ON = UNITS | bag("/ : % x * of")
"""Behind one of these a number is none of years: ``hes 5 km ahead``."""
_IS = bag("is just")
_OLDEST = 110
OWN_STARTS = bag("im am")
_OF_AGE = range(16, 100)
_BESIDE_AGE = bag(", and ran walked jogged swam cycled did")
"""What may stand behind the age of whoever writes; *im 20 in* is of a run that goes on."""


def aged(tokens: Tokens, i: int, context: Context) -> Found:
    """``shes 7``, ``theyre 10 and 12``, ``just turned 40``: whole numbers of years with nothing else behind them."""
    del context
    years = after(tokens, i + 1, _IS, 1)
    if i == 0 and tokens[i].text == "he" and years == i + 1:
        return ((Ignored(),), years)  # *the* with a letter left out: nobody has been spoken of
    end = _past_years(tokens, years)
    if end and tokens[end].text == "and":
        end = _past_years(tokens, end + 1) or end
    return ((Ignored(),), end) if end else None


def own_age(tokens: Tokens, i: int, context: Context) -> Found:
    """``i'm 41, 82 kg and ran 5k``, ``i am 52 and walked``: how old somebody is, and no minutes or kilometres."""
    del context
    end = _past_years(tokens, i + 1) if tokens[i].text == "im" or tokens[i - 1].text == "i" else 0
    old = end == i + 2 and tokens[i + 1].value in _OF_AGE and tokens[end].text in _BESIDE_AGE
    return ((Ignored(),), end) if old else None


def _past_years(tokens: Tokens, i: int) -> int:
    """Where a number of years ends; 0 where there is none."""
    found = number(tokens, i) if tokens[i].kind in "nd" else None
    if not found or found[0] != int(found[0]) or not 0 < found[0] <= _OLDEST:
        return 0
    return found[1] if tokens[found[1]].text not in _GOES_ON else 0
