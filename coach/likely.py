"""Whether what somebody tells of a run can be theirs: nobody runs a third fitter, or thrice as far, over night.

What cannot be true of anybody is the reader's business (``coach.reader.truth``); this is about one athlete.
"""

import datetime as dt
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from coach.errors import UnreadableResult
from coach.fitness import fitness_now
from coach.history import Entry, Status
from coach.paces import fitness_of
from coach.phrases import Distance, Duration, Phrase, phrase
from coach.profile import Experience, Profile, RaceResult
from coach.reading import Activity, LogEntry
from coach.session import RUN_KINDS
from coach.units import Metres, Seconds

ABOVE: Final = 1.35
"""How much fitter than was ever known a run may show somebody before it is asked about, as a share [C]."""
UNKNOWN: Final[Mapping[Experience, float]] = {
    Experience.NEW: 48.0, Experience.RETURNING: 52.0, Experience.REGULAR: 58.0, Experience.EXPERIENCED: 70.0,
}  # fmt: skip
"""Fitness (ml/kg/min) up to which a run is believed of whom no result is known: 5 km in 20:40 to 15:00 or so [C]."""
AGAIN: Final = 1.1
"""How much fitter than the fastest run told before, whatever its effort, as a share [C]."""
EASILY: Final = 36.0
"""Fitness that most who run reach (5 km in 26:20): what shows no more is never asked about."""
FARTHER: Final = 3.0
"""How many times the longest run that was ever known a run may be long before it is asked about [C]."""
NEVER_FAR_M: Final = 15_000
"""Metres up to which a run is believed of everybody [C]."""
SHORTEST_M: Final = 1500
"""Metres from which a time says something of fitness; repeats and sprints say nothing."""


def unlike(entries: Iterable[LogEntry], profile: Profile, history: Sequence[Entry]) -> Phrase | None:
    """The question about the first run that is far too fast or too long for this athlete, or ``None``."""
    for entry in (each for each in entries if each.status is not Status.SKIPPED):
        shown, metres = _shown(entry), entry.distance_m or Metres(0)
        if shown is not None and shown > EASILY and shown > _limit(profile, history, entry.date):
            seconds = entry.duration_s or Seconds(0)
            return phrase("ask.too_fast_for_you", distance=Distance(metres), duration=Duration(seconds))
        if entry.kind is Activity.RUN and metres > NEVER_FAR_M and metres > _farthest(profile, history):
            return phrase("ask.too_far_for_you", distance=Distance(metres))
    return None


def _farthest(profile: Profile, history: Sequence[Entry]) -> float:
    """Metres up to which a run is believed; of whom no run is known every one is."""
    runs = [one.distance_m or 0 for one in history if one.kind in RUN_KINDS and one.status is not Status.SKIPPED]
    longest = max(profile.longest_run_m or 0, max(runs, default=0))
    return max(FARTHER * longest, NEVER_FAR_M) if longest else math.inf


def _limit(profile: Profile, history: Sequence[Entry], day: dt.date) -> float:
    """The fitness up to which a run is believed: above a known result, and what was run before can be run again."""
    known, stated = fitness_now(profile, history, day), profile.recent_race
    results = [known.value] if known is not None else []
    results += [fitness_of(stated)] if stated is not None else []
    runs = (one for one in history if one.kind in RUN_KINDS and one.status is not Status.SKIPPED)
    ran = max((_fitness(one.distance_m or 0, 60 * (one.minutes or 0)) or 0.0 for one in runs), default=0.0)
    return max(max(results) * ABOVE if results else UNKNOWN[profile.experience], ran * AGAIN)


def _shown(entry: LogEntry) -> float | None:
    """The fitness that a told run would take; ``None`` where it says nothing of it."""
    if entry.kind not in {Activity.RUN, None} or not entry.distance_m or not entry.duration_s or entry.estimated:
        return None
    return _fitness(entry.distance_m, entry.duration_s)


def _fitness(metres: float, seconds: float) -> float | None:
    if metres < SHORTEST_M or seconds <= 0:
        return None
    try:
        return fitness_of(RaceResult(Metres(round(metres)), Seconds(round(seconds))))
    except UnreadableResult:
        return None
