"""What a session of the ladder is told as: by its pieces, whatever stage it was cut from (P5)."""

from functools import lru_cache
from typing import Final

from coach.phrases import Phrase
from coach.session import RUN
from coach.workouts.shape import Round

LONGER_S, LONG_S, AGAIN_S = 180, 480, 600
"""Seconds of the longest piece from which pieces are longer, long, and those after the first run in one go."""
MILESTONES: Final = ((1800, "run_30"), (1500, "run_nearly"), (1200, "run_20"), (0, "run_whole"))
"""The reasons of runs without a walk, by their least seconds."""
AGAIN: Final = "run_walk_again"
"""The reasons of pieces between runs in one go."""
IN_PIECES: Final = frozenset({"run_walk", "run_walk_longer", "run_walk_long"})
"""The reasons of pieces on the way up."""
OF_WALKS: Final = frozenset({"cue.run_walk_walk"})
"""Hints that speak of walks between the runs."""


@lru_cache(maxsize=4096)
def rung_of(main: tuple[Round, ...]) -> str:
    """The group of reasons that fits the pieces of a session: none of a run in one go speaks of walks between."""
    runs = _runs(main)
    if len(runs) == 1:
        return next(group for least, group in MILESTONES if runs[0] >= least)
    longest = max(runs, default=0)
    if longest < LONGER_S:
        return "run_walk"
    if longest < LONG_S:
        return "run_walk_longer"
    return AGAIN if longest >= AGAIN_S or len(runs) > 2 or len(set(runs)) > 1 else "run_walk_long"


def hints_of(main: tuple[Round, ...], hints: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """The hints that are true of a session's pieces; at least one stays."""
    if len(_runs(main)) != 1:
        return hints
    return tuple(hint for hint in hints if hint.key not in OF_WALKS) or hints


def _runs(main: tuple[Round, ...]) -> list[int]:
    """The seconds of each piece of running, in order."""
    return [stretch.seconds for each in main for stretch in each.stretches * each.repeat if stretch.do is RUN]
