"""Thanks, hello, a bad day: a short human answer, and nothing is logged.

What somebody feels is answered with care and without advice on the body; who speaks of dying or of harming themselves
hears where help is, before anything else in the message is read and kept.
"""

from bot.conversations.typed.moods import CRISIS, in_crisis, mood_of
from bot.desk import Desk
from bot.screens import Screen


def answer_mood(desk: Desk, text: str, reply_to: int) -> bool:
    """A few human words; false where the message is neither a courtesy nor a feeling."""
    mood = mood_of(text)
    if mood is None:
        return False
    desk.say(Screen(desk.words(f"mood.{mood}")), reply_to=reply_to)
    return True


def answer_crisis(desk: Desk, text: str, reply_to: int) -> bool:
    """Where help is, for whoever speaks of dying or of harming themselves; false for anybody else."""
    if not in_crisis(text):
        return False
    desk.say(Screen(desk.words(f"mood.{CRISIS}")), reply_to=reply_to)
    return True
