"""Sessions that are not fitted from blocks: run/walk stages, walks, wheels, water and races, as rounds."""

from itertools import groupby
from typing import Final

from coach.session import Do
from coach.slot import Zone
from coach.workouts.fitting import Fitted, Round, Stretch
from coach.workouts.ladder import STAGES, WALK_S, Stage, fitted

EDGE_S: Final = 60
"""The walks before and after a run/walk session are shortened to this before the stage itself is cut (P5)."""


def run_walk(stage: int, total_s: int, run_s: float | None) -> Fitted:
    """A stage of the ladder in ``total_s`` seconds, with a walk before and after; longer sessions walk more.

    Where the stage does not fit, the walks around it are shortened first, then it loses repetitions (P5, P6).
    """
    stage = min(max(stage, 0), len(STAGES) - 1)
    main = fitted(stage, run_s, total_s - 2 * EDGE_S)
    return _between_walks(main, total_s)


def _between_walks(main: Stage, total_s: int) -> Fitted:
    spare = total_s - sum(run + walk for run, walk in main)
    before = min(WALK_S, spare // 2) if spare < 2 * WALK_S else max(WALK_S, spare // 120 * 60)
    inner = tuple(_rounds(main))
    return Fitted((*_walk(before), *inner, *_walk(spare - before)), inner)


def _rounds(main: Stage) -> list[Round]:
    """Equal neighbours become repetitions; a pattern that comes twice is one round of several stretches."""
    half = len(main) // 2
    if len(main) > 2 and len(main) % 2 == 0 and main[:half] == main[half:] and len(set(main)) > 1:
        return [Round(2, tuple(stretch for interval in main[:half] for stretch in _stretches(*interval)))]
    return [Round(len(list(same)), _stretches(*interval)) for interval, same in groupby(main)]


def _stretches(run: int, walk: int) -> tuple[Stretch, ...]:
    running = (Stretch(Do.RUN, Zone.EASY, run),) if run else ()
    return (*running, Stretch(Do.WALK, Zone.WALK, walk)) if walk else running


def _walk(seconds: int) -> tuple[Round, ...]:
    return (Round(1, (Stretch(Do.WALK, Zone.WALK, seconds),)),) if seconds else ()


def steady(do: Do, total_s: int) -> Fitted:
    """A walk in one piece; a ride or swim gently begun and ended."""
    if do is Do.WALK:
        walk = _walk(total_s)
        return Fitted(walk, walk)
    edge = 300 if total_s >= 1500 else total_s // 10
    main = Round(1, (Stretch(do, Zone.EASY, total_s - 2 * edge),))
    rounds = (_one(Do.WARM_UP, edge), main, _one(Do.COOL_DOWN, edge))
    return Fitted(rounds, (main,))


def _one(do: Do, seconds: int) -> Round:
    return Round(1, (Stretch(do, Zone.EASY, seconds),))


def race(total_s: int) -> Fitted:
    """A race in three pieces: held back, steady, whatever is left."""
    third = total_s // 180 * 60 or total_s // 3
    pieces = (
        Stretch(Do.RUN, Zone.TEMPO, third),
        Stretch(Do.RUN, Zone.INTERVAL, third),
        Stretch(Do.RUN, Zone.REPETITION, total_s - 2 * third),
    )
    rounds = tuple(Round(1, (piece,)) for piece in pieces)
    return Fitted(rounds, rounds)
