"""After a fever: no prompt to train until the athlete says that they are well, and a gentle question now and then.

Every few days, then weekly, then not at all (C5, S5). A cold without fever ends by the plan's own reckoning.
"""

import datetime as dt
from collections.abc import Sequence

from bot.desk import Desk
from bot.screens import Button, Screen
from bot.taps import Tap, Verb
from coach.history import Entry, Status

SERIOUS = frozenset({"fever", "below_neck"})
WELL = "well"
TRAINED = frozenset({Status.DONE, Status.PARTIAL})
ASKED_AFTER = frozenset({3, 6, 9, 16, 23, 30})
"""Days since the illness was last told on which the coach asks: somebody who does not answer is asked ever less."""


def ill_since(history: Sequence[Entry]) -> dt.date | None:
    """The day on which a fever, or an illness below the neck, was last told, unless well or training since."""
    told = [number for number, entry in enumerate(history) if SERIOUS & set(entry.symptoms)]
    if not told or any(WELL in entry.symptoms or _trained(entry) for entry in history[told[-1] + 1 :]):
        return None
    return history[told[-1]].date


def ask_after_illness(desk: Desk, since: dt.date, day: dt.date) -> bool:
    """Ask whether somebody who is ill since a day is well again, where it is time; whether it was asked."""
    if (day - since).days not in ASKED_AFTER:
        return False
    well = Button(desk.words("button.well"), Tap(Verb.RESUME, desk.athlete_id, value="well"))
    rest = Button(desk.words("button.not_yet"), Tap(Verb.RESUME, desk.athlete_id, value="rest"))
    desk.say(Screen(desk.words("ill.how_are_you"), ((well, rest),)))
    return True


def _trained(entry: Entry) -> bool:
    return entry.kind is not None and entry.status in TRAINED
