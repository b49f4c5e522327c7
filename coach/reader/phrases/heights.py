"""How tall somebody is: ``5'11" and 215 lbs``, ``6 ft 2``, ``1 m 64``. It tells no distance and no time."""

from coach.reader.facts import Context, Found, Ignored, Tokens
from coach.reader.needs import at_numbers_with
from coach.reader.phrases.numbers import after
from coach.reader.vocabulary.quantities import LENGTHS, MASSES
from coach.reader.vocabulary.wordlist import bag

_FEET = frozenset({"'", "ft", "foot", "feet"})
_INCHES = frozenset({'"', "in", "inch", "inches"})
_TALLEST_FT = 7
_SHORTEST_FT = 4
_LED_BY = bag("im am i me height is tall measure , . and years year old yo female male")
"""Words before a height; *at 5'11"* and *in 5'11"* are paces and times."""
_SEX = bag("female male woman man guy girl f")
_BESIDE = _SEX | bag("tall and , . ; ! / & weigh weight weighing at i im but age aged with")


@at_numbers_with("'", "ft", "foot", "feet", "m")
def height(tokens: Tokens, i: int, context: Context) -> Found:
    """A body height, where nothing beside it makes it a time, a pace or a distance."""
    del context
    if i and tokens[i - 1].kind == "w" and tokens[i - 1].text not in _LED_BY:
        return None
    end = _in_feet(tokens, i) or _in_metres(tokens, i)
    if not end or not _stands_alone(tokens, end):
        return None
    return (Ignored(),), after(tokens, end, frozenset({"tall"}), 1)


def _in_feet(tokens: Tokens, i: int) -> int:
    """Where feet and inches end; inches are never written with a nought before them, as seconds are."""
    if tokens[i + 1].text not in _FEET or not _SHORTEST_FT <= tokens[i].value <= _TALLEST_FT:
        return 0
    inches = tokens[i + 2]
    if inches.kind != "n" or not 0 <= inches.value < 12 or (len(inches.text) > 1 and inches.text[0] == "0"):
        return 0
    if tokens[i + 3].text in MASSES:
        return 0
    return i + 3 + (tokens[i + 3].text in _INCHES)


def _in_metres(tokens: Tokens, i: int) -> int:
    """Where ``1 m 64`` ends, or ``1.75 m`` before *tall*; so many seconds are not told in one minute."""
    if tokens[i + 1].text != "m":
        return 0
    behind = tokens[i + 2]
    if tokens[i].value == 1 and behind.kind == "n" and 60 <= behind.value < 100 and behind.value == int(behind.value):
        return i + 3 + (tokens[i + 3].text == "cm")
    return i + 2 if 1.2 <= tokens[i].value <= 2.3 and behind.text == "tall" else 0


def _stands_alone(tokens: Tokens, end: int) -> bool:
    """Whether nothing but a body is spoken of: no distance in the message, and no pace behind."""
    behind = tokens[end]
    weighed = behind.kind == "n" and tokens[end + 1].text in MASSES
    if not (behind.kind in "el" or behind.text in _BESIDE or weighed):
        return False
    return not any(token.text in LENGTHS for token in tokens)
