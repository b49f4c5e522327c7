"""The best runs so far, of those that are known: nobody is told of a best that was beaten before."""

from collections.abc import Iterable
from typing import Final

from coach.profile import RaceResult
from coach.units import Metres

DISTANCES: Final = (Metres(5000), Metres(10_000), Metres(21_098), Metres(42_195))
"""The distances of which people know their best, in metres."""
SHORT, OVER = 0.99, 1.03
"""The shares of a distance between which a run counts as one of about that distance: watches and courses differ."""
QUICKER_S: Final = 1
"""Seconds over the whole distance by which a best is better than the one before."""


def distance_of(metres: float) -> Metres | None:
    """The distance that a run of so many metres was about, or ``None``."""
    return next((about for about in DISTANCES if SHORT * about <= metres <= OVER * about), None)


def is_best(run: RaceResult, known: Iterable[RaceResult]) -> bool:
    """Whether a run is the fastest of about its distance, of at least one more; by pace, for none is quite as long.

    The first of a distance has nothing to be held against, and is no best.
    """
    about = distance_of(run.distance_m)
    others = [one for one in known if about is not None and distance_of(one.distance_m) == about]
    return bool(others) and all(_over(run, about or 0) <= _over(one, about or 0) - QUICKER_S for one in others)


def _over(run: RaceResult, metres: float) -> float:
    """Seconds in which a run would have covered so many metres."""
    return run.time_s * metres / run.distance_m
