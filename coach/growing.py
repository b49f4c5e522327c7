"""When somebody has outgrown the experience that they once stated: the coach asks, and changes nothing by itself."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from coach.history import PAIN_TO_WATCH, Entry, Status, ran_half_an_hour
from coach.profile import Experience, Profile
from coach.session import RUN_KINDS

PROOFS: Final = 2
"""Days on which they were run, as a stage of the ladder asks for two."""
LATELY: Final = dt.timedelta(days=28)
HALF_A_YEAR: Final = 26
"""Weeks that ``regular`` stands for."""
RUNNING_WEEKS: Final = 20
"""Of these, weeks with two runs or more; some are always lost to holidays and colds [C]."""
_DONE: Final = frozenset({Status.DONE, Status.PARTIAL})


def next_level(profile: Profile, history: Sequence[Entry], today: dt.date) -> Experience | None:
    """The experience to offer: ``returning`` after the ladder, ``regular`` after half a year of running.

    ``None`` where there is nothing to offer, or where something has hurt (3 of 10 or more) in the last four weeks.
    """
    recent = [entry for entry in history if today - LATELY < entry.date <= today]
    if any(entry.pain is not None and entry.pain.level >= PAIN_TO_WATCH for entry in recent):
        return None
    if profile.experience is Experience.NEW:
        proved = {entry.date for entry in recent if _ran(entry) and ran_half_an_hour(entry)}
        return Experience.RETURNING if len(proved) >= PROOFS else None
    if profile.experience is Experience.RETURNING and _running_weeks(history, today) >= RUNNING_WEEKS:
        return Experience.REGULAR
    return None


def _running_weeks(history: Sequence[Entry], today: dt.date) -> int:
    """How many of the last 26 weeks held two runs or more."""
    runs: dict[int, int] = {}
    for entry in history:
        week = (today - entry.date).days // 7
        if _ran(entry) and 0 <= week < HALF_A_YEAR:
            runs[week] = runs.get(week, 0) + 1
    return sum(count >= PROOFS for count in runs.values())


def _ran(entry: Entry) -> bool:
    return entry.kind in RUN_KINDS and entry.status in _DONE
