"""The loads of strength exercises: ``@ 20kg``, ``with 2 x 10 kg``, ``20 lb``."""

from coach.profile import DistanceUnit
from coach.reader.facts import Context, Tokens
from coach.reader.phrases.numbers import after, number
from coach.reader.vocabulary.exercises import BARE_BODY, LOADED
from coach.reader.vocabulary.quantities import MASSES
from coach.reader.vocabulary.wordlist import bag
from coach.units import POUND

_WEIGHTS = bag("each dumbbells dumbbell kettlebell barbell db dbs kb )")


def _bare_load(tokens: Tokens, k: int, value: float, end: int, context: Context | None) -> tuple[float, int] | None:
    """``@ 60`` without a unit: pounds for who thinks in miles, else kilograms; small figures are efforts."""
    if (
        context is None
        or tokens[k - 1].text not in {"@", "at", "x", "*"}
        or value < 12
        or (tokens[end].kind not in "els" and tokens[end].text not in {"and", "then", "plus"})
        or tokens[end].text == "%"
    ):
        return None
    return (value * POUND if context.units is DistanceUnit.MI else value), end


def load_of(tokens: Tokens, j: int, context: Context | None = None) -> tuple[float | None, int]:
    """A load and where it ends: ``@ 20kg``, ``with 2 x 10 kg`` (both together), ``20 lb``; bodyweight is none."""
    k = after(tokens, j, LOADED, 4)
    if tokens[k].text in BARE_BODY:
        return None, k + 1
    found = number(tokens, k)
    if not found:
        return None, j
    value, end = found
    if tokens[end].text == "x" and tokens[end + 1].kind == "n" and tokens[end + 2].text in MASSES:
        return value * tokens[end + 1].value * MASSES[tokens[end + 2].text], end + 3
    if tokens[end].kind == "n" and value in {1, 2} and tokens[end + 1].text in MASSES:
        return value * tokens[end].value * MASSES[tokens[end + 1].text], after(tokens, end + 2, _WEIGHTS, 4)
    if tokens[end].text == "-" and tokens[end + 1].text in MASSES:
        end += 1
    if tokens[end].text not in MASSES:
        return _bare_load(tokens, k, value, end, context) or (None, j)
    end_of_load = after(tokens, end + 1, _WEIGHTS, 4)
    return value * MASSES[tokens[end].text], end_of_load
