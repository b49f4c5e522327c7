"""``/cancel`` and *never mind* where no question of a list is open: what our newest message asks is put away."""

from typing import Final

from bot.cases.pausing import PAUSE_REF
from bot.cases.report import PAIN_CLOSED, open_pain
from bot.conversations.typed.plain import plain
from bot.desk import Desk
from bot.refs import OPEN_FOR, about
from bot.screens import Screen
from storage.outbox import message_of_ref, newest_about

LEFT: Final = "left"
"""What the outbox remembers of the word that closes a question: nothing that can be answered."""
_CLOSED_STEPS: Final = frozenset({"deleted", "granted", "moved"})
"""Steps that ask nothing, and only can be taken back."""
_WORDS: Final = frozenset({"cancel", "cancel that", "never mind", "nevermind", "forget it", "forget about it"})


def leave_open(desk: Desk, *, newest_only: bool = False) -> bool:
    """Put away a question about pain, a measurement, a pause or a step that stands open; false where none does.

    With ``newest_only`` a question about pain counts only where nothing was asked since.
    """
    newest = newest_about(desk.session, desk.chat_id, "", desk.now - OPEN_FOR)
    pain = open_pain(desk)
    if pain is not None and not (newest_only and (newest is None or newest.ref != pain)):
        _close(desk, pain, "cancel.pain", PAIN_CLOSED)
        return True
    if newest is None:
        return False
    meant = about(newest.ref)
    if newest.ref == PAUSE_REF or (meant is not None and meant.step and meant.step != "deleted"):
        _close(desk, newest.ref, "cancel.done", LEFT)
        return True
    return False


def asks_since(desk: Desk) -> bool:
    """Whether our newest message asks something that is no question of a list: a pause, a pain, a measurement."""
    newest = newest_about(desk.session, desk.chat_id, "", desk.now - OPEN_FOR)
    if newest is None:
        return False
    meant = about(newest.ref)
    stepped = meant is not None and bool(meant.step) and meant.step not in _CLOSED_STEPS
    return newest.ref == PAUSE_REF or newest.ref == open_pain(desk) or stepped


def answer_left(desk: Desk, text: str) -> bool:
    """*Cancel* in words; false for anything else, or where nothing is open."""
    return plain(text) in _WORDS and leave_open(desk)


def _close(desk: Desk, ref: str, key: str, closed: str) -> None:
    """Take the buttons from the question and say that it is left."""
    shown = message_of_ref(desk.session, desk.chat_id, ref)
    if shown is not None:
        desk.set_rows((), message_id=shown)
    desk.say(Screen(desk.words(key)), ref=closed)
