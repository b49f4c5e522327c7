"""Groups: coaching happens in private, so a group hears where, now and then, and nothing else."""

import datetime as dt
from typing import Final

from bot.desk import Desk
from bot.screens import Button, Screen
from storage.conversations import move_chat
from storage.outbox import newest_about

SENT_HOME: Final = "group"
SEND_HOME_EVERY: Final = dt.timedelta(minutes=10)
"""However many people call at once, one answer is enough: its button is for all of them."""


def greet_group(desk: Desk, door: str) -> None:
    """Say who has been added to the group; ``door`` is the address of the private chat."""
    _send_home(desk, door, "group.hello")


def answer_group(desk: Desk, door: str, message_id: int) -> None:
    """Tell whoever calls the coach in a group where it coaches, as an answer to the message that called."""
    _send_home(desk, door, "group.called", reply_to=message_id)


def follow_group(desk: Desk, grown: int) -> None:
    """A group became the supergroup ``grown``: what was said and is to be said goes with it."""
    move_chat(desk.session, desk.chat_id, grown)


def _send_home(desk: Desk, door: str, key: str, reply_to: int | None = None) -> None:
    if newest_about(desk.session, desk.chat_id, SENT_HOME, desk.now - SEND_HOME_EVERY) is None:
        button = Button(desk.words("group.button"), url=door)
        desk.say(Screen(desk.words(key), ((button,),)), ref=SENT_HOME, reply_to=reply_to)
