"""What beginners wonder about, answered in a few kind words, with the lesson that says more a tap away.

Only after nothing else took the message: a log, a pain or an illness in the same words comes first.
"""

import re
from typing import Final

from bot.conversations.typed.plain import plain
from bot.desk import Desk
from bot.screens import Button, Screen
from bot.taps import Tap, Verb

LONGEST: Final = 200
_ASKS: Final = re.compile(
    r"\?|^(?:so |but |and |hi |hey )?(?:how|can|could|should|is|are|do|does|what|when|will|am|why|may|must)\b"
)
_TOPICS: Final[tuple[tuple[str, str, str | None], ...]] = (
    ("nervous", r"\b(?:nervous|scared|afraid|anxious|intimidated|embarrassed)\b|do i (?:really )?have to", "patience"),
    ("able", r"\btoo (?:old|fat|heavy|unfit|big)\b|\b(?:never|not) be able to run\b", "patience"),
    (
        "heavy",
        r"\b(?:dead|heavy|tired|jelly) legs\b|\blegs? (?:(?:are|is|feel|still|so) )*(?:dead|heavy|tired|jelly)\b",
        "sleep",
    ),
    ("breath", r"\bout of breath\b|\bbreathless\b|\bwinded\b|\bcan'?t (?:breathe|talk)\b|\bhard to breathe\b", "talk"),
)
"""What people say, asked or not: a name, how it is recognised, and the lesson behind it."""
_QUESTIONS: Final[tuple[tuple[str, str, str | None], ...]] = (
    ("pace", r"\bhow (?:slow|fast)\b|\bwhat (?:pace|speed)\b|\btoo (?:slow|fast)\b|\bpace\b", "talk"),
    (
        "again",
        r"\bagain (?:today|tomorrow)\b|\b(?:second|extra|two) (?:run|session)s?\b|\b(?:every ?day|in a row)\b",
        "easy",
    ),
    ("knees", r"\bknees?\b", "strength"),
    ("bulky", r"\bbulk(?:y|ier)?\b|\b(?:bigger|big|thick|thicker) (?:legs|thighs|calves)\b", "strength"),
    ("fat", r"\b(?:fat|thighs?|slim(?:mer)?|thinner|cellulite|weight|belly)\b", "spot"),
    ("walk", r"\bwalk(?:ing)?\b", "walking"),
    ("drink", r"\b(?:drink|water|eat|food|breakfast|hungry)\b", "water"),
    ("weather", r"\b(?:rain(?:ing|y)?|snow|ice|icy|dark|hot|heat|cold|storm)\b", None),
    ("shoes", r"\b(?:shoes?|trainers|sneakers|wear)\b", None),
    ("missed", r"\b(?:missed|make up|catch up|double)\b", "patience"),
    ("long", r"\bhow long (?:until|till|before|does|will)\b|\bwhen (?:will|do) i\b", "patience"),
    ("sleep", r"\b(?:sleep|slept|tired)\b", "sleep"),
)
"""What people ask."""


def topic_of(text: str) -> tuple[str, str | None] | None:
    """What a message wonders about and the lesson behind it; ``None`` where it is nothing we can answer."""
    said = plain(text)
    if len(text) > LONGEST:
        return None
    asked = _QUESTIONS if _ASKS.search(text.lower().strip()) else ()
    return next(((name, lesson) for name, shape, lesson in (*_TOPICS, *asked) if re.search(shape, said)), None)


def answer_wondering(desk: Desk, text: str, reply_to: int) -> bool:
    """A few kind words on what somebody wonders about; false where we have none."""
    topic = topic_of(text)
    if topic is None:
        return False
    name, lesson = topic
    more = Button(desk.words("wonder.more"), Tap(Verb.LEARN, desk.athlete_id, value=lesson or ""))
    desk.say(Screen(desk.words(f"wonder.{name}"), ((more,),)), reply_to=reply_to)
    return True
