"""Another goal told in words: ``my goal is 5k``, ``i'd like to train for a half marathon instead``."""

import re
from typing import Final

from bot.conversations.goal import GoalQuestion, goals_named
from bot.conversations.wishes.wording import is_once, is_told
from coach.profile import Goal

_AIM: Final = re.compile(
    r"\b(?:(?:my |a |the )?(?:new )?goal\b|(?:train|training|aim|aiming|prepare|preparing|go|going) for\b|focus on\b"
    r"|(?:want|wanna|would like|id like|d like|love) to (?:run|do|train for|finish|manage|complete) (?:my |a |the )?"
    r"(?:first )?(?:5 ?k|10 ?k|half|marathon)"
    r"|(?:want|wanna|would like|id like) (?:my |the )?(?:leaner|lean|stronger) legs)"
)
_ASKING: Final = re.compile(r"^(?:what|when|how|why|is|am|will|did|which)\b")
_DATED: Final = re.compile(r"\b(?:\d{1,2}(?:st|nd|rd|th)|in \d+ (?:weeks?|months?)|race)\b")
"""A race with its day is read elsewhere."""


def goal_wished(said: str, known: object, experience: object) -> str | None:
    """The goal that somebody would train for from now on; ``None`` where the words name none, two, or the known one."""
    if _AIM.search(said) is None or _ASKING.search(said) or _DATED.search(said) or is_told(said) or is_once(said):
        return None
    named = goals_named(said)
    if len(named) != 1 or named[0] not in GoalQuestion.spoken:
        return None
    goal = Goal.FIRST_5K if named[0] == Goal.FIVE_K and experience == "new" else named[0]
    return None if goal == known else str(goal)
