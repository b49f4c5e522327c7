"""A command that is none of ours, read as the word it is: ``/why`` asks why, ``/stop`` wants quiet."""

from typing import Final

from bot.cases.called import answer_called
from bot.cases.hear import hear
from bot.cases.sparing import answer_spared
from bot.cases.training import training_of
from bot.cases.units import which_units
from bot.cases.wondering import answer_wondering
from bot.desk import Desk
from bot.incoming import Heard, Ordered
from bot.screens import Screen
from storage.tables import AthleteState

_WORDS: Final = {
    "undo": "undo", "resume": "i’m back", "back": "i’m back", "unpause": "i’m back", "done": "done",
    "privacy": "is my data private?", "paces": "what pace should i run?", "pace": "what pace should i run?",
    "zones": "what is my heart rate zone?", "predict": "predict my time", "sources": "what are your sources?",
    "skip": "skip today", "move": "move it", "yes": "yes", "no": "no", "language": "which languages do you speak?",
}  # fmt: skip
"""Commands that people make up, in the words that do it."""


def unlisted(desk: Desk, order: Ordered) -> None:
    """Answer a command that does not exist: what its word asks for, else that there is no such one."""
    planned = desk.athlete is not None and desk.owner.state != AthleteState.ONBOARDING
    word = order.name.replace("_", " ")
    if planned and (answer_called(desk, word) or answer_spared(desk, word)):
        return
    if planned and word in {"units", "unit"}:
        which_units(desk)
        return
    if planned and word in _WORDS:
        hear(desk, Heard(order.message_id, _WORDS[word], sender=order.sender))
        return
    if planned and answer_wondering(desk, training_of(desk), word, order.message_id):
        return
    desk.say(Screen(desk.words("other.command", name=order.name)))
