"""Numbers, in figures or words."""

from coach.reader.facts import Tokens
from coach.reader.vocabulary.quantities import FILLERS, NUMBERS


def number(tokens: Tokens, i: int) -> tuple[float, int] | None:
    """The number at ``i`` and where it ends: ``5``, ``5 1/2``, ``1/2``, ``twenty five``, ``two and a half``."""
    token = tokens[i]
    if token.kind == "n":
        following = tokens[i + 1]
        alone = following.kind != "n" and following.text not in _GOES_ON
        return (token.value, i + 1) if alone else _fraction(tokens, i, token.value)
    if token.text in NUMBERS:
        return _in_words(tokens, i)
    if token.text == "a" and tokens[i + 1].text in {"couple", "hundred", "dozen"}:
        return _of(tokens, NUMBERS[tokens[i + 1].text], i + 2)
    return None


def _fraction(tokens: Tokens, i: int, value: float) -> tuple[float, int]:
    """``1/2`` as a half, ``5 1/2`` as five and a half; anything else as it stands."""
    if tokens[i + 1].text in {"point", "thousand"}:
        return _spoken_on(tokens, value, i + 1)
    if _is_fraction(tokens, i):
        return value / tokens[i + 2].value, i + 3
    if _is_fraction(tokens, i + 1) and not tokens[i + 1].glued:
        return value + tokens[i + 1].value / tokens[i + 3].value, i + 4
    return _and_a_half(tokens, value, i + 1)


_GOES_ON = frozenset({"/", "and", "point", "thousand"})
"""What may go on with a number in figures."""


def _spoken_on(tokens: Tokens, value: float, j: int) -> tuple[float, int]:
    """``3 point 2``, ``5 thousand``: a figure that words go on with."""
    if tokens[j].text == "thousand":
        return value * 1000, j + 1
    digit = tokens[j + 1]
    if digit.kind == "n" and digit.text.isdigit():
        return value + float(f"0.{digit.text[:4]}"), j + 2
    said = NUMBERS.get(digit.text, 10)
    return (value + said / 10, j + 2) if said < 10 else (value, j)


def _is_fraction(tokens: Tokens, i: int) -> bool:
    """Whether a half, a third or a quarter stands at ``i``."""
    if tokens[i].kind != "n" or tokens[i + 1].text != "/":
        return False
    return tokens[i].value in {1, 2, 3} and tokens[i + 2].value in {2, 3, 4} and tokens[i].value < tokens[i + 2].value


def _in_words(tokens: Tokens, i: int) -> tuple[float, int]:
    value = float(NUMBERS[tokens[i].text])
    j = i + 1
    if tokens[j].text == "-":
        j += tokens[j + 1].text in NUMBERS
    if 20 <= value < 100 and 0 < NUMBERS.get(tokens[j].text, 0) < 10:
        value, j = value + NUMBERS[tokens[j].text], j + 1
    elif tokens[j].text == "hundred":
        value, j = value * 100, j + 1
    else:
        j = i + 1
    if tokens[j].text in {"point", "thousand"}:
        return _spoken_on(tokens, value, j)
    return _and_a_half(tokens, *_of(tokens, value, j))


def _of(tokens: Tokens, value: float, j: int) -> tuple[float, int]:
    return value, j + (tokens[j].text == "of")


def _and_a_half(tokens: Tokens, value: float, j: int) -> tuple[float, int]:
    """``and a half`` after a whole number."""
    if tokens[j].text != "and" or tokens[j + 1].text not in {"a", "one"}:
        return value, j
    share = {"half": 0.5, "quarter": 0.25, "bit": 0.2}.get(tokens[j + 2].text)
    return (value + share, j + 3) if share else (value, j)


def ranged(tokens: Tokens, i: int) -> tuple[float, int] | None:
    """A number, or the middle of two not far apart: ``5-6``, ``30 to 35``."""
    found = number(tokens, i)
    if not found:
        return None
    link = tokens[found[1]]
    if link.text not in {"-", "to", "or"} or (link.text == "-" and not link.glued):
        return found
    second = number(tokens, found[1] + 1)
    if second and found[0] < second[0] <= 2 * found[0]:
        return (found[0] + second[0]) / 2, second[1]
    return found


def after(tokens: Tokens, j: int, fillers: frozenset[str] = FILLERS, most: int = 5) -> int:
    """The first place from ``j`` on that is no filler, or the one after so many of them."""
    k = j
    while tokens[k].text in fillers and k - j < most:
        k += 1
    return k


def labelled(tokens: Tokens, j: int) -> tuple[float, int] | None:
    """The number that a label before ``j`` announces, fillers and one line end in between."""
    k = after(tokens, j)
    if tokens[k].kind == "l":
        k = after(tokens, k + 1)
    return number(tokens, k)


def hundreds(tokens: Tokens, j: int) -> tuple[float, int] | None:
    """``one forty two`` as 142, the way heart rates and weights are said, fillers before it."""
    k = after(tokens, j)
    if tokens[k].text not in {"one", "two"} or NUMBERS.get(tokens[k + 1].text, 0) not in range(10, 100):
        return None
    rest, end = _in_words(tokens, k + 1)
    return 100.0 * NUMBERS[tokens[k].text] + rest, end


def stands_near(tokens: Tokens, i: int, words: frozenset[str], most: int) -> bool:
    """Whether one of ``words`` stands less than ``most`` places behind ``i``: asked first, as it costs little."""
    return not words.isdisjoint([token.text for token in tokens[i + 1 : i + most]])
