"""Times of day as they are spoken: ``half past six``, ``quarter to seven``, ``half six``, ``noon``."""

from coach.reader.facts import Tokens
from coach.reader.vocabulary.quantities import NUMBERS
from coach.reader.vocabulary.wordlist import bag

_PARTS = {"quarter": 15, "half": 30, "five": 5, "ten": 10, "twenty": 20}
_FIGURES = frozenset({5, 10, 15, 20, 25, 30})
"""Minutes that are told before *past* and *to*."""
_WHOLE = {"noon": 12 * 60, "midday": 12 * 60, "midnight": 0}
STARTS = frozenset(_PARTS) | frozenset(_WHOLE)
_OF_MINUTES = bag("mins minutes min")
_NO_HOUR = bag(
    "hour hours hr hrs min mins minutes sec secs seconds k km kms mi mile miles m x / day days week weeks reps sets of"
)
"""Behind a figure they say that it is no hour."""


def hour_named(tokens: Tokens, j: int) -> int:
    """The hour from 1 to 12 at ``j``, in figures or words; 0 without one."""
    token = tokens[j]
    value = int(token.value) if token.kind == "n" and token.text.isdigit() else NUMBERS.get(token.text, 0)
    return value if 1 <= value <= 12 and tokens[j + 1].text not in _NO_HOUR else 0


def spoken_hour(tokens: Tokens, j: int) -> tuple[int, int] | None:
    """Minutes from midnight of a spoken time of day, and where it ends; *half six* is half past six."""
    token = tokens[j]
    if token.text in _WHOLE:
        return _WHOLE[token.text], j + 1
    k = j + (token.text == "a" and tokens[j + 1].text == "quarter")
    minutes = int(tokens[k].value) if tokens[k].kind == "n" else _PARTS.get(tokens[k].text, 0)
    k += 1 + (tokens[k + 1].text in _OF_MINUTES)
    if tokens[k - 1].text == "half" and (hour := hour_named(tokens, k)):
        return _on_the_clock(60 * hour + 30, k + 1)
    sign = {"past": 1, "to": -1, "after": 1}.get(tokens[k].text, 0)
    hour = hour_named(tokens, k + 1) if sign and minutes in _FIGURES else 0
    return _on_the_clock(60 * hour + sign * minutes, k + 2) if hour else None


def _on_the_clock(minute: int, end: int) -> tuple[int, int]:
    return minute % (24 * 60), end
