"""Words for what only buttons did: Undo under a receipt, Something hurts, Yes and Just a note, and asking how.

Asked before a message is read as a log. What is meant by none of it is left alone.
"""

import re
from collections.abc import Sequence

from bot.cases import editing, undo
from bot.cases.asked import answer_asked
from bot.cases.binding import open_sessions
from bot.cases.cards import session_of, show_card
from bot.cases.correcting import corrected_at, corrected_last
from bot.cases.measured import LATEST
from bot.cases.measuring import answer_curtain
from bot.cases.report import pain
from bot.cases.settings import use_units
from bot.cases.training import training_of
from bot.cases.units import which_units
from bot.conversations.typed.plain import plain
from bot.desk import Desk
from bot.incoming import Heard
from bot.refs import OPEN_FOR, About, lately_about, replied_to
from bot.screens import Screen
from bot.views.log import wants_effort
from coach.history import Status
from coach.profile import DistanceUnit
from storage.logs import log_by_id, logs_between, logs_of_saying
from storage.plans import receipts_told_since
from storage.tables import Log, Receipt

ASKED = "asked"
"""What the outbox remembers of *Was that today's session?*: ``asked:<saying>``."""
_PLEASE = r"(?:please |pls )?"
_THANKS = r"(?: please| pls| plz| thanks)*"
_SECOND_THOUGHT = r"(?:(?:nvm|never ?mind|oops|no wait|wait|sorry|actually),? )?"
_UNDO = re.compile(
    rf"{_SECOND_THOUGHT}{_PLEASE}"
    rf"(?:undo(?: it| that| the change)?|take (?:it|that) back|change it back|revert){_THANKS}"
)
_NOT_YET = re.compile(
    r"(?:(?:no|nope|sorry|nah),? )?(?:i |we )?(?:haven'?t|hasn'?t|didn'?t|did not|have not|not|nothing|no)"
    r"(?: (?:i|done|did|do|run|ran|it|that|the|my|session|strength|workout|started|begun|been|out|anything))* yet"
)
"""*No, I didn’t do it yet*: it is still to come, and no skip."""
_LATER = re.compile(
    r"(?:(?:ok|no|not sure|i'?ll (?:tell|say|let) (?:you|u)(?: know)?|ask me|tell you|will do(?: it)?|maybe),? ?)*"
    r"(?:later|not now|in a (?:bit|minute|while)|give me a (?:minute|moment|sec))"
)
"""*Later*, to a card that asks how hard it was."""
_HURTS = re.compile(r"(?:something|it|that|sth) (?:hurts|is hurting)|ouch|i(?:'m| am) (?:in pain|hurt)|pain|hurts")
_YES = re.compile(r"(?:yes|y|yep|yeah|yup)?(?: ?(?:done|(?:that|it) was(?: it)?|correct|right))?")
_NO = re.compile(r"(?:no|n|nope|nah)?(?: ?(?:just )?(?:a )?(?:note|saying)| ?it wasnt| ?not really)?")
_ORDINALS = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3, "last": -1}
_DELETE_ONE = re.compile(
    rf"{_PLEASE}(?:delete|remove|scrap|get rid of) the (?P<which>{'|'.join(_ORDINALS)})"
    rf"(?: (?:one|log|entry|run|card))?{_THANKS}"
)
_HOW = re.compile(
    r"(?:how (?:do|can|could|would|to)(?: i| you| we)?|can i|can you|where do i)\s*"
    r"(?P<deed>delete|remove|edit|change|correct|fix|undo)"
    r"(?: (?:it|that|this|them|one|a|the|my))?(?: (?:last|wrong))?"
    r"(?: (?:log|logs|entry|entries|run|one|session|workout))?"
)
_MASS = "kilograms?|kilos|kgs?|pounds|lbs?|stones?"
_UNITS = re.compile(
    r"(?:(?:please|can (?:you|we|i)|could you|i(?:'?d)? (?:want|prefer|like|think|only know|use)|i(?:'?m| am) american"
    r"|use|have|get|see|read|give|put|set|switch|change|show|speak|me|in|into|it|this|that|these|everything|to|do|my|the"
    r"|all|just|so|units?|distances?|weights?)[\s,]+)*"
    rf"(?P<unit>miles|mile|mi|kilometres|kilometers|kms?|{_MASS})(?: instead| only| not \w+)*{_THANKS}"
)


def answer_spoken(desk: Desk, heard: Heard) -> bool:
    """Do what the words ask for; false where they ask for none of this."""
    text = plain(heard.text)
    if heard.edited or not text:
        return False
    meant = replied_to(desk, heard.reply_to) if heard.reply_to else lately_about(desk)
    if meant is not None and meant.kind == ASKED and _answered(desk, meant, text):
        return True
    if meant is not None and meant.kind == "log" and meant.step not in {"", editing.DELETED}:
        return False  # an editor is open: its fields have the same names
    if _waits(desk, meant, text):
        desk.say(Screen(desk.words("effort.later")))
        return True
    if _NOT_YET.fullmatch(text) is not None:
        _say_open(desk)
        return True
    done = _undone(desk, meant, text) or _hurting(desk, text) or _of_cards(desk, meant, text) or _units(desk, text)
    return done or answer_curtain(desk, text)


def _waits(desk: Desk, meant: About | None, text: str) -> bool:
    """Whether *later* is said to a card that asks for its effort."""
    log = _fresh(desk, meant) if _LATER.fullmatch(text) else None
    return log is not None and wants_effort(log)


def _say_open(desk: Desk) -> None:
    """What is not done yet stays open; how to take back what was logged by mistake."""
    training = training_of(desk)
    logs = logs_between(desk.session, desk.athlete_id, desk.today, desk.today)
    waiting = open_sessions(training, desk.today, logs)
    if waiting:
        desk.say(Screen(desk.words("hear.still_open", session=waiting[0].title)))
    else:
        desk.say(Screen(desk.words("hear.nothing_open")))


def _answered(desk: Desk, meant: About, text: str) -> bool:
    """The words of *Yes, done* and *Just a note*."""
    bare = text.replace(",", "").replace("'", "")
    said = bool(_YES.fullmatch(bare))
    if not said and not _NO.fullmatch(bare):
        return False
    answer_asked(desk, meant.id, done=said)
    return True


def _undone(desk: Desk, meant: About | None, text: str) -> bool:
    """What was done last is taken back: a correction, the changes told, a log; a deletion or a move by its own step."""
    own = meant is not None and meant.step.partition(":")[0] in {editing.DELETED, "moved", "granted", LATEST}
    if own or not _UNDO.fullmatch(text):
        return False
    since = desk.now - OPEN_FOR
    fresh = _fresh(desk, meant)
    corrected = corrected_last(desk, since)
    if corrected is not None and fresh is not None and _is_older(corrected, fresh):
        corrected = None
    receipts = receipts_told_since(desk.session, desk.athlete_id, since)
    if fresh is not None and receipts and receipts[0].told_at < fresh.created_at:
        receipts = []
    if corrected is not None and not (receipts and receipts[0].told_at > (corrected_at(corrected) or since)):
        editing.uncorrect_by_words(desk, corrected)
    elif receipts and not _is_of_log(receipts, fresh):
        undo.undo_by_words(desk, receipts)
    else:
        return _unlogged(desk, meant)
    return True


def _unlogged(desk: Desk, meant: About | None) -> bool:
    """*Undo* right under a card with nothing else to take back: the log itself."""
    log = _fresh(desk, meant)
    if log is None:
        return False
    for one in _left_out_together(desk, log) or [log]:
        editing.delete_by_words(desk, one)
    return True


def _left_out_together(desk: Desk, log: Log) -> list[Log]:
    """All that one message left out (*skip thursday*)."""
    if log.saying_id is None or log.status != Status.SKIPPED:
        return []
    return [one for one in logs_of_saying(desk.session, log.saying_id) if one.status == Status.SKIPPED]


def _fresh(desk: Desk, meant: About | None) -> Log | None:
    """The log of the card at hand, where it was made lately and stands."""
    log = log_by_id(desk.session, desk.athlete_id, meant.id) if meant is not None and meant.kind == "log" else None
    return log if log and log.deleted_at is None and log.created_at >= desk.now - OPEN_FOR else None


def _is_of_log(receipts: Sequence[Receipt], fresh: Log | None) -> bool:
    """Whether an activity that was just logged changed the plan by rules of care: *undo* means the log with it."""
    if fresh is None or fresh.status is None or fresh.created_at != receipts[0].told_at:
        return False
    return all(receipt.rule_number not in undo.COMFORT for receipt in receipts)


def _is_older(corrected: Log, fresh: Log) -> bool:
    """Whether another log was corrected before the one at hand was made: then *undo* does not mean that."""
    at = corrected_at(corrected)
    return corrected.id != fresh.id and at is not None and at < fresh.created_at


def _hurting(desk: Desk, text: str) -> bool:
    if not _HURTS.fullmatch(text):
        return False
    pain(desk)
    return True


def _of_cards(desk: Desk, meant: About | None, text: str) -> bool:
    """*Delete the second one* does it; *how do I delete that* shows where, with the card at hand."""
    one = _DELETE_ONE.fullmatch(text)
    log = log_by_id(desk.session, desk.athlete_id, meant.id) if meant and meant.kind == "log" else None
    if one is not None:
        told, place = _told_together(desk, log), _ORDINALS[one["which"]]
        if not told and place == -1:
            return False  # the last one of an earlier day
        _delete_one(desk, told, place)
        return True
    how = _HOW.fullmatch(text)
    if how is None:
        return False
    desk.say(Screen(desk.words("how.undo" if how["deed"] == "undo" else "how.edit")))
    if log is not None and log.deleted_at is None:
        show_card(desk, log, session_of(desk, log))
    return True


def _told_together(desk: Desk, log: Log | None) -> list[Log]:
    """The logs of one message, in its order; without a message at hand those of today."""
    if log is not None and log.saying_id is not None:
        return logs_of_saying(desk.session, log.saying_id)
    return [one for one in logs_between(desk.session, desk.athlete_id, desk.today, desk.today) if one.status]


def _delete_one(desk: Desk, logs: list[Log], place: int) -> None:
    if not logs or place >= len(logs):
        desk.say(Screen(desk.words("how.which", n=len(logs))))
        return
    editing.delete_by_words(desk, logs[place])


def _units(desk: Desk, text: str) -> bool:
    """*Miles pls*: distances in the other unit from now on. *In kg please*: weights go with distances."""
    found = _UNITS.fullmatch(text)
    if found is None:
        return False
    if re.fullmatch(_MASS, found["unit"]):
        which_units(desk)
        return True
    use_units(desk, DistanceUnit.MI if found["unit"].startswith("mi") else DistanceUnit.KM)
    return True
