"""Questions that known fitness answers: what a race would take, and why there are no hard runs (yet)."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from bot.cases.training import Training
from bot.desk import Desk
from bot.words.figures import write_clock
from coach.fitness import fitness_now
from coach.paces import predict
from coach.session import Intensity

_RACES: Final[tuple[tuple[re.Pattern[str], int, int], ...]] = (
    (re.compile(r"\b(?:half|21 ?k)"), 21_097, 21_098),
    (re.compile(r"\b(?:marathon|42 ?k)"), 42_195, 42_195),
    (re.compile(r"\b10 ?k"), 10_000, 10_000),
    (re.compile(r"\b(?:5 ?k|park ?run)"), 5000, 5000),
)
"""Races by what they are called, their metres, and their names in the catalogue."""
_UNSURE: Final = 0.03
"""The share of fitness by which a day, a course and a guess may differ from what was shown [C]."""
_LONG_M: Final = 15_000
"""Metres from which a race also asks for long runs, so that its time says less [C]."""


def predicted(desk: Desk, training: Training, said: str) -> str:
    """About how long a race would take, from known fitness and as a range; else what is missing for that."""
    known = fitness_now(training.profile, training.history, desk.today)
    if known is None:
        return desk.words("wonder.train.predict")
    metres, name = next(((metres, name) for shape, metres, name in _RACES if shape.search(said)), (5000, 5000))
    quick, slow = (predict(known.value * (1 + share), metres) for share in (_UNSURE, -_UNSURE))
    step = 30 if metres < _LONG_M else 60
    low, high = (write_clock(step * round(seconds / step)) for seconds in (quick, slow))
    key = "wonder.train.predict.known" if metres < _LONG_M else "wonder.train.predict.long"
    return desk.words(key, distance=desk.words(f"track.distance.{name}"), low=low, high=high)


def why_no_hard_runs(desk: Desk, training: Training, _: str) -> str:
    """When hard runs come, and the next one of the plan, where it has any."""
    ahead = (each for week in training.plan.weeks for each in week.sessions if each.date >= desk.today)
    session = next((each for each in ahead if each.intensity is Intensity.HARD), None)
    if session is None:
        return desk.words("wonder.train.why.hard")
    return desk.words("wonder.train.why.hard.next", day=session.date, session=session.title)


FROM_FITNESS: Final[Mapping[str, Callable[[Desk, Training, str], str]]] = {
    "train.predict": predicted,
    "train.why.hard": why_no_hard_runs,
}
"""The topics that known fitness answers."""
