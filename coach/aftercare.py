"""What was told of one's health and is still open: a pain to ask about again (C3), a red flag (C4), an illness (C5)."""

import datetime as dt
from collections.abc import Iterable

from coach.history import ILLNESS, PAIN_TO_WATCH, RED_FLAGS, Entry, Pain, Reason, Status

CALM_DAYS = 2
"""Days reported below the middle band that end a hold (C3)."""
ASK_EVERY = 3
"""Days between two questions that stay unanswered."""
ASK_FOR = 30
"""Days after the last word about a pain in which it is asked about."""
LASTING_DAYS, LASTING_WITHIN = 3, dt.timedelta(days=14)
"""Days of a report of 3 or more, within two weeks, after which a pain is one to show to somebody [C]."""


def pain_to_ask_about(history: Iterable[Entry], day: dt.date) -> Pain | None:
    """The pain to be asked about on a day: the day after every report of one, then every third day while it holds.

    ``history`` is oldest first. A pain of 3 or more holds until two later days are reported at 2 or less (C3); one
    below is asked about once.
    """
    last, hold, calm = None, None, set[dt.date]()
    for entry in history:
        if entry.pain is None or entry.date >= day:
            continue
        last = entry
        if entry.pain.level >= PAIN_TO_WATCH:
            hold, calm = entry.pain, set()
        elif hold is not None:
            calm.add(entry.date)
            hold = hold if len(calm) < CALM_DAYS else None
    if last is None or last.pain is None:
        return None
    since = (day - last.date).days
    if hold is not None:
        return hold if since == 1 or (since % ASK_EVERY == 0 and since <= ASK_FOR) else None
    return last.pain if since == 1 and last.pain.level else None


def is_lasting(history: Iterable[Entry], area: str, day: dt.date) -> bool:
    """Whether a pain of 3 or more has stayed in an area: so told on the last three days with a report of it [C].

    Reports count that are at most two weeks old. A pain that does not go by itself under lighter training (C3) is one
    for a physiotherapist or doctor.
    """
    levels: dict[dt.date, int] = {}
    for entry in history:
        if entry.pain is not None and entry.pain.area == area and day - LASTING_WITHIN < entry.date <= day:
            levels[entry.date] = max(entry.pain.level, levels.get(entry.date, 0))
    latest = sorted(levels)[-LASTING_DAYS:]
    return len(latest) == LASTING_DAYS and all(levels[told] >= PAIN_TO_WATCH for told in latest)


def pain_holds(history: Iterable[Entry]) -> bool:
    """Whether a pain of 3 or more still holds the plan back: no two later days at 2 or less yet (C3)."""
    hold, calm = False, set[dt.date]()
    for entry in history:
        if entry.pain is None:
            continue
        if entry.pain.level >= PAIN_TO_WATCH:
            hold, calm = True, set()
        else:
            calm.add(entry.date)
            hold = hold and len(calm) < CALM_DAYS
    return hold


def awaits_doctor(history: Iterable[Entry]) -> bool:
    """Whether a red flag was reported and no doctor's yes since (C4). ``history`` is oldest first."""
    waits = False
    for entry in history:
        if RED_FLAGS & set(entry.symptoms):
            waits = True
        elif "cleared" in entry.symptoms:
            waits = False
    return waits


def is_ill(history: Iterable[Entry]) -> bool:
    """Whether an illness was reported and neither being well nor training since (C5). ``history``: oldest first."""
    ill = False
    for entry in history:
        if _tells_of_illness(entry):
            ill = True
        elif "well" in entry.symptoms or (entry.kind is not None and entry.status in {Status.DONE, Status.PARTIAL}):
            ill = False
    return ill


def says_well(history: Iterable[Entry]) -> bool:
    """Whether somebody said that they are well since they last told of an illness (C5). ``history``: oldest first."""
    well = False
    for entry in history:
        if _tells_of_illness(entry):
            well = False
        elif "well" in entry.symptoms:
            well = True
    return well


def _tells_of_illness(entry: Entry) -> bool:
    return bool(ILLNESS & set(entry.symptoms)) or entry.reason is Reason.ILL
