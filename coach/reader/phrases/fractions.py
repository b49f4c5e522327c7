"""Lengths in words beside the whole unit: ``three quarters of a mile``, ``a mile and a half``, ``5 km 200 m``."""

from coach.reader.facts import Tokens
from coach.reader.phrases.numbers import number
from coach.reader.vocabulary.quantities import LENGTHS, METRES, TIMES, YARDS
from coach.reader.vocabulary.wordlist import bag

_PARTS = {
    "half": 1 / 2, "halves": 1 / 2, "third": 1 / 3, "thirds": 1 / 3, "quarter": 1 / 4, "quarters": 1 / 4,
    "tenth": 1 / 10, "tenths": 1 / 10,
}  # fmt: skip
STARTS = bag("half quarter")
_LONGEST_M = 1000
"""Metres or yards beside kilometres or miles are fewer than these."""
_ENDS = bag(", . ; ! ) ( in @ and run walk jog swim ride easy today with at effort rpe")
_SMALL = METRES | YARDS | {"m"}


def share(tokens: Tokens, i: int) -> tuple[float, int] | None:
    """A part of a unit and the place of the unit: ``half a mile``, ``three quarters of a mile``, ``3/4 of a mile``."""
    if tokens[i].text in STARTS:
        value, j = 1.0, i
    elif tokens[i + 1].text not in _PARTS and tokens[i + 1].text != "/":
        return None
    else:
        found = (1.0, i + 1) if tokens[i].text == "a" else number(tokens, i)
        if not found:
            return None
        value, j = found
    if 0 < value < 1:
        return _of_unit(tokens, value, j) if j > i + 1 and tokens[j].text == "of" else None
    part = _PARTS.get(tokens[j].text)
    if part is None or value not in {1, 2, 3, 7, 9}:
        return None
    return _of_unit(tokens, value * part, j + 1)


def _of_unit(tokens: Tokens, value: float, j: int) -> tuple[float, int] | None:
    """The unit that a part is of, *of*, *a* or neither before it."""
    j += tokens[j].text == "of"
    j += tokens[j].text in {"a", "an"}
    return (value, j) if tokens[j].text in LENGTHS else None


def and_more(tokens: Tokens, j: int, factor: float) -> tuple[float, int]:
    """Metres said behind a whole unit, and where they end: ``and a half``, ``200 m``, ``400 yards``; 0 without."""
    if factor < _LONGEST_M:
        return 0.0, j
    if tokens[j].text == "and" and tokens[j + 1].text == "a":
        part = _PARTS.get(tokens[j + 2].text)
        following = tokens[j + 3].text
        counts = part is not None and following not in TIMES and following not in LENGTHS and following not in _OF
        return (factor * part, j + 3) if part is not None and counts else (0.0, j)
    k = j + (tokens[j].text == "and")
    token, unit = tokens[k], tokens[k + 1].text
    if token.kind != "n" or unit not in _SMALL or not 100 <= token.value < _LONGEST_M:
        return 0.0, j
    ends = tokens[k + 2].kind in "eln" or tokens[k + 2].text in _ENDS
    return (token.value * LENGTHS.get(unit, 1.0), k + 2) if ends else (0.0, j)


_OF = bag("marathon mara of a an")
