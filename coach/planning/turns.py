"""Which hard runs take turns: hills, intervals, tempo, by the phase of a race plan or a block's emphasis (W4)."""

from functools import lru_cache

from coach.plan import BASE, BUILD, PEAK, Phase
from coach.planning.block import OPEN_GOALS
from coach.profile import Goal
from coach.session import HILL_RUN, INTERVAL_RUN, TEMPO_RUN, SessionKind
from coach.slot import Emphasis

_TURNS = {
    Emphasis.BASE: (HILL_RUN, TEMPO_RUN, INTERVAL_RUN),
    Emphasis.HILLS_STRENGTH: (
        HILL_RUN,
        INTERVAL_RUN,
        HILL_RUN,
        TEMPO_RUN,
    ),
    Emphasis.SPEED: (INTERVAL_RUN, TEMPO_RUN, INTERVAL_RUN, HILL_RUN),
    Emphasis.RACE_LIKE: (TEMPO_RUN, INTERVAL_RUN, HILL_RUN),
}
_RACE_TURNS = {
    BASE: (HILL_RUN, TEMPO_RUN, INTERVAL_RUN),
    BUILD: (INTERVAL_RUN, TEMPO_RUN, HILL_RUN),
    PEAK: (TEMPO_RUN, INTERVAL_RUN),
}


@lru_cache(maxsize=1024)
def hard_kinds(goal: Goal, phase: Phase, emphasis: Emphasis | None, week: int) -> tuple[SessionKind, SessionKind]:
    """The first and the second hard run of a week: tempo, intervals and hills in turn (W4)."""
    if goal in OPEN_GOALS and emphasis is not None:
        turns = _TURNS[emphasis]
    else:
        turns = _RACE_TURNS.get(phase, _RACE_TURNS[BUILD])
    first = turns[week % len(turns)]
    second = next(kind for kind in (*turns[(week + 1) % len(turns) :], *turns) if kind is not first)
    return first, second
