"""A body told in one go: ``172cm 70kg female``, ``5'8", 160 lb, male``; height and sex beside the weight."""

import re
from dataclasses import dataclass
from typing import Final

from bot.conversations.typed.amounts import read_height

_ALONE: Final = r"(?<![\d.,])"
_HEIGHT: Final = re.compile(
    rf"{_ALONE}(?:[12]\d\d ?cms?\b|[12][.,]\d\d? ?m(?:etres?|eters?)?\b"
    r"|[4-7] ?(?:'|ft|foot|feet) ?(?:\d{1,2} ?(?:\"|''|in\b|inch(?:es)?\b)?)?)"
)
_WEIGHT: Final = re.compile(
    rf"{_ALONE}\d{{1,2}} ?(?:st|stone)\b(?: ?\d{{1,2}} ?(?:lbs?|pounds?)?)?"
    rf"|{_ALONE}\d{{2,3}}(?:[.,]\d+)? ?(?:kgs?|kilos?|lbs?|pounds?)\b"
)
_SEX: Final = re.compile(r"\b(?:(?P<female>female|woman|girl)|(?P<male>male|man|guy))\b")
_TALK: Final = re.compile(
    r"\b(?:i'?m|i am|i|my|height|weight|weigh|sex|tall|is|am|and|a|an|with|at|about|age|aged|measure"
    r"|\d{2} ?(?:years?(?: old)?|y/?o))\b|[,.;:/|&+–-]"
)


@dataclass(frozen=True, slots=True)
class Body:
    """What was told beside the weight: height in centimetres, ``female`` or ``male``; ``None`` where it was not."""

    height_cm: float | None
    sex: str | None


def read_body(text: str) -> Body | None:
    """Height and sex of a message that tells of a body and of nothing else; ``None`` for any other."""
    even = " ".join(text.lower().replace("’", "'").replace("”", '"').replace("′", "'").replace("″", '"').split())
    height, sex = _HEIGHT.search(even), _SEX.search(even)
    rest = _HEIGHT.sub(" ", even, count=1)
    for known in (_WEIGHT, _SEX):
        rest = known.sub(" ", rest, count=1)
    if (height is None and sex is None) or _TALK.sub(" ", rest).strip():
        return None
    return Body(read_height(height[0]) if height else None, sex.lastgroup if sex else None)
