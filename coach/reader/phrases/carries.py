"""Weights carried over a distance (``farmer walk 50 m``): strength, whose metres are no run."""

from coach.reader.facts import Context, Doing, Found, Tokens
from coach.reader.phrasebook import Phrasebook
from coach.reader.phrases.numbers import after, number
from coach.reader.vocabulary.activities import Said
from coach.reader.vocabulary.quantities import MASSES, METRES, SECONDS, YARDS
from coach.reader.vocabulary.wordlist import bag
from coach.reading import Activity

_CARRIES = Phrasebook(
    {
        "farmer walk|farmer walks|farmers walk|farmers walks|farmer carry|farmer carries|farmers carry|"
        "farmers carries|suitcase carry|suitcase carries|sandbag carry|sled push|sled pushes|sled pull|sled pulls|"
        "prowler push|yoke walk|yoke carry|loaded carry|loaded carries": True
    }
)
STARTS = frozenset(_CARRIES.starts())
_BETWEEN = bag("x * of for @ at with sets set : - , each ( a")
_MEASURES = METRES | YARDS | SECONDS | MASSES.keys() | bag("m ft feet x * sets set lengths rounds times")
_MOST = 5
"""Figures of one carry: sets, metres, seconds, a load."""


def carried(tokens: Tokens, i: int, context: Context) -> Found:
    """``farmer walk 50 m``, ``farmers carry 3 x 40 m @ 16 kg``, past its figures."""
    del context
    found = _CARRIES.match(tokens, i)
    if not found:
        return None
    end = found[1]
    for _ in range(_MOST):
        figure = number(tokens, after(tokens, end, _BETWEEN, 3))
        if not figure or tokens[figure[1]].text not in _MEASURES:
            break
        end = figure[1] + 1
    return (Doing(Activity.STRENGTH, Said.NAMED),), end
