"""Why an exercise is not the one that was expected: the rung that moved is told before why the session is there."""

from collections.abc import Sequence
from functools import lru_cache

from coach.phrases import Phrase
from coach.session import StrengthPart
from coach.standing import Moved, Standing, Standings

Told = tuple[Standing, StrengthPart]
"""A rung that moved, and the part of a session that shows it."""


def moved_in(standings: Standings, parts: Sequence[StrengthPart]) -> Told | None:
    """The exercise of a session whose rung moved otherwise than planned, if one did.

    A rung down is told before one up, because it answers what somebody said; one sentence is enough.
    """
    moved = {standing.exercise: standing for standing in standings if standing.moved is not None}
    told = [(moved[part.exercise], part) for part in parts if part.exercise in moved]
    return min(told, key=lambda each: each[0].moved is Moved.EASY, default=None)


def moved_first(told: Told | None, why: Phrase) -> Phrase:
    """The reason of a session, led by the rung that moved."""
    if told is None:
        return why
    standing, part = told
    return _led_by(standing, part.exercise, part.rung, why)


@lru_cache(maxsize=1024)
def _led_by(standing: Standing, exercise: str, rung: str, why: Phrase) -> Phrase:
    move = "fewer" if standing.eased else str(standing.moved)
    figures = (("exercise", Phrase(f"exercise.{exercise}")), ("form", Phrase(f"rung.{exercise}.{rung}")))
    return Phrase("why.strength_moved", (("move", Phrase(f"moved.{move}", figures)), ("why", why)))
