"""A command that is none of ours, read as the word it is: ``/why`` asks why, ``/stop`` wants quiet."""

from bot.cases.called import answer_called
from bot.cases.sparing import answer_spared
from bot.cases.training import training_of
from bot.cases.wondering import answer_wondering
from bot.desk import Desk
from bot.incoming import Ordered
from bot.screens import Screen
from storage.tables import AthleteState


def unlisted(desk: Desk, order: Ordered) -> None:
    """Answer a command that does not exist: what its word asks for, else that there is no such one."""
    planned = desk.athlete is not None and desk.owner.state != AthleteState.ONBOARDING
    word = order.name.replace("_", " ")
    if planned and (answer_called(desk, word) or answer_spared(desk, word)):
        return
    if planned and answer_wondering(desk, training_of(desk), word, order.message_id):
        return
    desk.say(Screen(desk.words("other.command", name=order.name)))
