"""Numbers in figures or words: ``34``, ``I'm 34``, ``thirty-four``, ``7,5``."""

import re

from bot.conversations.typed.plain import plain

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORDS = {word: number for number, word in enumerate(_UNITS)}
_WORDS |= {word: number for number, word in zip(range(20, 100, 10), _TENS, strict=True)}
_FIGURE = re.compile(r"-?\d+(?:[.,]\d+)?")


def in_figures(text: str) -> str:
    """The text made plain, with number words as figures: ``thirty-four years`` is ``34 years``."""
    parts = re.split(r"([a-z]+)", plain(text))
    out: list[str] = []
    tens: int | None = None
    for part in parts:
        number = _WORDS.get(part)
        if number is not None and tens is not None and number < 10 and out[-1].strip() in {"", "-"}:
            out[-2:] = [str(tens + number)]
            tens = None
            continue
        out.append(part if number is None else str(number))
        tens = number if number is not None and number >= 20 else tens if not part.strip(" -") else None
    return "".join(out)


def numbers_in(text: str) -> list[float]:
    """Every number in a text, in order; a decimal comma counts as a point."""
    return [float(found.replace(",", ".")) for found in _FIGURE.findall(in_figures(text))]


def only_number(text: str, fillers: str) -> float | None:
    """The number of a text that holds one number and otherwise nothing but words of ``fillers``."""
    found = numbers_in(text)
    rest = re.findall(r"[a-z]+|:", _FIGURE.sub(" ", in_figures(text)).replace("'", ""))
    allowed = set(fillers.split()) | _TALK
    return found[0] if len(found) == 1 and all(word in allowed for word in rest) else None


_TALK = frozenset(
    [
        "i",
        "im",
        "am",
        "about",
        "around",
        "roughly",
        "approx",
        "my",
        "is",
        "its",
        "it",
        "the",
        "a",
        "of",
        "maybe",
        "exactly",
        "just",
        "now",
        "say",
        "ca",
        "circa",
    ]
)
