"""Other work than the day holds, as runners name it: repeats or a race on an easy day, an easy run on a hard one."""

import re
from typing import Final

from bot.conversations.typed.plain import plain

RACE: Final = "race"
WORKOUT: Final = "workout"
EASIER: Final = "easier"
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


_HARD_PART: Final = (
    r"(?:hills?|intervals?|tempo|speed ?work|reps|repeats|fartlek|sprints?|workout|hard (?:run|bits?|part))"
)
_LEFT_OUT: Final = re.compile(
    rf"\b(?:no|not|without|skipped|instead of|rather than|didn'?t do|left out)(?: (?:the|any|my|all))? {_HARD_PART}\b"
)
_NAMED: Final = re.compile(rf"\b{_HARD_PART}\b|\b\d{{1,2}} ?[x*×] ?\d|\b(?:done|did it|finished|completed|all of it)\b")
"""The hard work itself, or a bare *done*: then the words tell of the session that was planned."""
_EASY_RUN: Final = re.compile(
    r"\b(?:easy|gentle|slow|relaxed|recovery) (?:run|jog|trot|plod|\d[\d.,]* ?(?:k|km|min\w*|mi|miles?)\b)"
    r"|\bjog(?:ged|ging)?\b|\b(?:ran|run|\d+ ?(?:k|km|min\w*|mi|miles?)) (?:(?:nice and|very|super|all) )?"
    r"(?:easy|easily|gently|slowly)\b"
)


def easier_work(text: str) -> bool:
    """Whether the words tell of a plain easy run, and not of the hard one that the day held."""
    said = plain(text)
    return bool(_LEFT_OUT.search(said) or (_EASY_RUN.search(said) and not _NAMED.search(said)))
