"""Laps, loops and lengths: ``40 lengths of 25 m``, ``3 laps of the park, 2.1k each``, ``10 laps of the track``."""

from coach.reader.facts import Context, Doing, Fact, Found, Length, Tokens
from coach.reader.needs import at_numbers_with
from coach.reader.phrases.distances import length
from coach.reader.phrases.numbers import after, number
from coach.reader.vocabulary.activities import Said
from coach.reader.vocabulary.quantities import LENGTHS
from coach.reader.vocabulary.wordlist import bag
from coach.reading import Activity

_LAPS = bag("lengths length laps lap loops loop circuits rounds")
_IN_WATER = bag("lengths length")
_OF_EACH = bag("of a the x @ in each ( at on")
_WHERE = bag(
    "of the my a local park lake pool track block field pond loop common river around round at in on , ( green"
)
_TRACK_M = 400.0
"""Metres of a lap of a running track."""
_LONGEST_POOL_M = 50


@at_numbers_with(_LAPS)
def laps(tokens: Tokens, i: int, context: Context) -> Found:
    """How far laps are together, where one of them is told or is a track's; lengths are of a pool."""
    found = number(tokens, i)
    if not found or tokens[found[1]].text not in _LAPS:
        return None
    swum = (Doing(Activity.SWIMMING, Said.NAMED),) if tokens[found[1]].text in _IN_WATER else ()
    return _of_size(tokens, *found, swum) or _each(tokens, *found, swum, context) or _of_track(tokens, *found, swum)


def _of_size(tokens: Tokens, count: float, j: int, swum: tuple[Fact, ...]) -> Found:
    """``40 lengths of 25 m``, ``10 laps of 400m``, ``40 lengths 25m pool``."""
    k = after(tokens, j + 1, _OF_EACH, 3)
    each = number(tokens, k)
    if not each or (k == j + 1 and tokens[each[1] + 1].text != "pool"):
        return None
    factor = 1.0 if tokens[each[1]].text == "m" else LENGTHS.get(tokens[each[1]].text)
    return ((*swum, Length(count * each[0] * factor)), each[1] + 1) if factor else None


def _each(tokens: Tokens, count: float, j: int, swum: tuple[Fact, ...], context: Context) -> Found:
    """``3 laps of the park, 2.1k each``, ``20 laps of the pool, 25m``: how far one lap is, told behind its place."""
    k = after(tokens, j + 1, _WHERE, 7)
    short = tokens[k].kind == "n" and tokens[k].value <= _LONGEST_POOL_M and tokens[k + 1].text == "m"
    pool = any(token.text == "pool" for token in tokens[j:k]) or tokens[k + 2].text == "pool"
    if short and (swum or pool):
        return (Doing(Activity.SWIMMING, Said.NAMED), Length(count * tokens[k].value)), k + 2
    found = length(tokens, k, context)
    fact = found[0][0] if found else None
    if not found or not isinstance(fact, Length) or tokens[found[1]].text not in {"each", "per", "a"}:
        return None
    end = found[1] + 1 + (tokens[found[1] + 1].text in {"lap", "loop"})
    return (Length(count * fact.metres, on_foot=fact.on_foot, unit=fact.unit),), end


def _of_track(tokens: Tokens, count: float, j: int, swum: tuple[Fact, ...]) -> Found:
    """``10 laps of the track``; of lengths nobody told how long they are only that it was a swim."""
    k = after(tokens, j + 1, _AROUND, 4)
    if tokens[k].text == "track" and k > j + 1:
        return (Length(count * _TRACK_M, on_foot=True),), k + 1
    return (swum, j + 1) if swum else None


_AROUND = bag("of the a my around round on at local running athletics")
