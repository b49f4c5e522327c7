"""Why an exercise is not the one that was expected: the rung that moved is told before why the session is there."""

from collections.abc import Sequence
from functools import lru_cache

from coach.phrases import Phrase
from coach.session import StrengthPart
from coach.standing import Moved, Standing, Standings


def moved_first(standings: Standings, parts: Sequence[StrengthPart], why: Phrase) -> Phrase:
    """The reason of a session, led by the rung of one of its exercises that moved otherwise than planned.

    A rung down is told before one up, because it answers what somebody said; one sentence is enough.
    """
    moved = {standing.exercise: standing for standing in standings if standing.moved is not None}
    if not moved:
        return why
    told = [(moved[part.exercise], part) for part in parts if part.exercise in moved]
    if not told:
        return why
    standing, part = min(told, key=lambda each: each[0].moved is Moved.EASY)
    return _led_by(standing, part.exercise, part.rung, why)


@lru_cache(maxsize=1024)
def _led_by(standing: Standing, exercise: str, rung: str, why: Phrase) -> Phrase:
    move = "fewer" if standing.eased else str(standing.moved)
    figures = (("exercise", Phrase(f"exercise.{exercise}")), ("form", Phrase(f"rung.{exercise}.{rung}")))
    return Phrase("why.strength_moved", (("move", Phrase(f"moved.{move}", figures)), ("why", why)))
