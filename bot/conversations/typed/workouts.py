"""Harder work than an easy day holds, as runners name it: repeats, intervals, a race."""

import re
from typing import Final

from bot.conversations.typed.plain import plain

RACE: Final = "race"
WORKOUT: Final = "workout"
_RACED: Final = re.compile(r"\b(?:park ?run|raced|time trial|(?:new )?pb|new pr|personal best)\b")
_REPEATED: Final = re.compile(
    r"\b\d{1,2} ?[x*×] ?(?:(?:[2-9]\d{2}|\d{4}) ?(?:m|met(?:er|re)s)?\b|\d(?:[.,]\d)? ?(?:k|km|mi|miles?)\b)"
    r"|\b(?:intervals|fartlek|hill (?:reps?|repeats|sprints)|speed ?work|track session)\b"
)
_GENTLE: Final = re.compile(
    r"\b(?:easy|easily|slow(?:ly)?|gentle|gently|jog(?:ged)?|relaxed|volunteer\w*|pacer|pacing|no|not|instead of"
    r"|without|tomorrow|next|before)\b"
)
"""Beside these a race was none, or what is named was not done."""


def harder_work(text: str) -> str | None:
    """``race`` or ``workout`` where the words tell of one that was done; ``None`` otherwise."""
    said = plain(text)
    if _REPEATED.search(said):
        return None if re.search(r"\b(?:no|not|instead of|without|tomorrow|next)\b", said) else WORKOUT
    return RACE if _RACED.search(said) and not _GENTLE.search(said) else None
