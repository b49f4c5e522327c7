"""Words about one's life made even: figures for numbers, no apostrophes, no reasons behind."""

import re
from typing import Final

from bot.conversations.typed.numbers import in_figures

LONGEST: Final = 140
"""Characters; what is longer tells a story."""
_REASON: Final = re.compile(r"[,;.]? \b(?:because|bc|cos|cuz|as i|as my|due to|so that)\b.*$")
_DONE: Final = re.compile(
    r"\b(?:ran|run (?:\d|today|yesterday)|did|done|walked|jogged|finished|completed|was|were|went"
    r"|felt|yesterday|last)\b"
)
"""Words of what was done: no wish for days to come."""
_ONCE: Final = re.compile(r"\b(?:today|tonight|tomorrow|tmrw|this (?:morning|afternoon|evening|week|weekend))\b")
FROM_NOW_ON: Final = (
    r"(?:from now on|any ?more|no longer|these days|now|in future|for good|from (?:next|this) week(?: on)?)"
)


_FEET: Final = re.compile(r"(?<!\d)([4-7]) ?'(1[01]|\d)(?: ?(?:\"|”|″|''))?(?![\d/])")
"""Feet and inches as they are written; seconds below ten have a nought before them."""
_OF_A_RUN: Final = re.compile(r"\d ?k|\bkm|\bmi\b|mile|pace|min|/|\bran\b|\brun|\bat\b", re.IGNORECASE)


def even(text: str) -> str:
    """The words as they are compared: small letters, figures, single spaces, without the reason given."""
    written = text[: LONGEST + 1].replace("’", "'").replace("′", "'")
    if not _OF_A_RUN.search(written):
        written = _FEET.sub(r"\1 ft \2", written)
    said = re.sub(r"'", "", in_figures(written))
    said = re.sub(r"\b(?:please|pls|plz|thanks|coach)\b", " ", _REASON.sub("", said))
    return re.sub(r"\s+", " ", said).strip(" .!?,")


def is_told(said: str) -> bool:
    """Whether words tell of what was done rather than of what is to be."""
    return _DONE.search(said) is not None


def is_one_week(said: str) -> bool:
    """Whether words are about one week only: ``next week i can only do tue and thu``."""
    return re.search(r"\b(?<!from )(?:this|next) week\b(?! on)", said) is not None and "from now on" not in said


def is_once(said: str) -> bool:
    """Whether words are about one day or one week only."""
    return _ONCE.search(said) is not None
