"""A doctor's yes in words: it ends what a red flag holds (C4), and answers what the health questions left open (S1)."""

import re
from typing import Final

from bot.cases.report import check_in
from bot.cases.training import Training
from bot.conversations.asking import talk_at
from bot.conversations.flows import BY_KEY, Flow
from bot.conversations.health import asking_doctor, awaited, flags_of
from bot.conversations.typed.plain import plain
from bot.desk import Desk
from bot.screens import Screen
from coach.aftercare import awaits_doctor
from coach.profile import HealthFlag
from coach.reader.conditional import is_conditional
from coach.reader.cut import cut
from coach.reading import Reading
from storage.tables import Saying

CLEARED: Final = "cleared"
_DOCTOR: Final = (
    "(?:doctors?|docs?|dr|gp|physio(?:therapist)?|physician|cardiologist|midwife|nurse|specialist|surgeon|consultant)"
)
_SAYS: Final = (
    "(?:says?|said|thinks?|agrees?|agreed|told me|gave|has given|confirmed|reckons|allows?|allowed|lets|ok'?d|okayed)"
)
_YES: Final = (
    "(?:yes|fine|ok|okay|safe|good to go|go ahead|all clear|green light|no problem|(?:can|may|could) (?:run|train)"
    "|to run|me run|allowed)"
)
_SAID: Final = re.compile(rf"\b{_DOCTOR}\b.*\b{_SAYS}\b.*\b{_YES}\b")


def answer_cleared(desk: Desk, training: Training, reading: Reading, saying: Saying) -> bool:
    """Act on a doctor's yes; false where the message says none, or more than that."""
    alone = not reading.entries and reading.pain is None and set(reading.symptoms) <= {CLEARED}
    if not alone or "?" in saying.text or not (reading.symptoms or _says_yes(saying.text)):
        return False
    waited, flags = awaits_doctor(training.history), awaited(desk.owner)
    if waited:
        check_in(desk, None, (CLEARED,), saying_id=saying.id)
    if flags:
        _ask(desk, flags)
    elif not waited:
        desk.say(Screen(desk.words(f"cleared.{_standing(desk)}")))
    return True


def _says_yes(text: str) -> bool:
    said = plain(text)
    return _SAID.search(said) is not None and not is_conditional(cut(text).tokens)


def _ask(desk: Desk, flags: list[str]) -> None:
    """The health question where it asks for the doctor: what lifts a flag is an answer to just that."""
    question, talk = BY_KEY["health"], talk_at(desk)
    talk.keep_draft(question, asking_doctor(flags))
    talk.ask(Flow.SETTINGS, question, head=desk.words("cleared.ask"))


def _standing(desk: Desk) -> str:
    """Why nothing waits for a doctor: a pregnancy, which no yes changes (S2), or nothing at all."""
    return "pregnant" if HealthFlag.PREGNANT in flags_of(desk.owner) else "nothing"
