"""Sessions that are not fitted from blocks: run/walk stages, walks, wheels, water and races, as rounds."""

from functools import lru_cache
from itertools import groupby
from typing import Final

from coach.session import COOL_DOWN, RUN, WALK, WARM_UP, Do
from coach.slot import Zone
from coach.workouts.ladder import STAGES, Stage, fitted
from coach.workouts.library import Block
from coach.workouts.shape import Round, Shape, Stretch, one, round_of

EDGE_S: Final = 60
"""The walks before and after a run/walk session are shortened to this before the stage itself is cut (P5)."""


WAVE_EDGE_S: Final = 180
"""The easy walks before and after brisk pieces last at least this long."""


@lru_cache(maxsize=2048)
def run_walk(stage: int, total_s: int, run_s: float | None) -> Shape:
    """A stage of the ladder in ``total_s`` seconds, with a walk before and after; longer sessions walk more.

    Where the stage does not fit, the walks around it are shortened first, then it loses repetitions (P5, P6, W10).
    """
    stage = min(max(stage, 0), len(STAGES) - 1)
    main = fitted(stage, run_s, total_s - 2 * EDGE_S)
    return _between_walks(main, total_s)


def _between_walks(main: Stage, total_s: int) -> Shape:
    if len(main) > 1 and main[-1] != main[-2] and main[-1][0] == main[-2][0]:
        # the shorter last walk joins the one that ends the session
        main = (*main[:-1], (main[-1][0], 0))
    spare = total_s - sum(run + walk for run, walk in main)
    # whole minutes before; what is left of a half minute goes into the walk home
    before = min(spare, max(EDGE_S, spare // 120 * 60))
    inner = tuple(_rounds(main))
    return Shape((*_walk(before), *inner, *_walk(spare - before)), inner)


def _rounds(main: Stage) -> list[Round]:
    """Equal neighbours become repetitions; a pattern that comes twice is one round of several stretches."""
    half = len(main) // 2
    if len(main) > 2 and len(main) % 2 == 0 and main[:half] == main[half:] and len(set(main)) > 1:
        return [round_of(2, tuple(stretch for interval in main[:half] for stretch in _stretches(*interval)))]
    return [round_of(len(list(same)), _stretches(*interval)) for interval, same in groupby(main)]


def _stretches(run: int, walk: int) -> tuple[Stretch, ...]:
    running = (Stretch(RUN, Zone.EASY, run),) if run else ()
    return (*running, Stretch(WALK, Zone.WALK, walk)) if walk else running


def _walk(seconds: int) -> tuple[Round, ...]:
    return one(WALK, seconds, Zone.WALK)


@lru_cache(maxsize=2048)
def waves(block: Block, total_s: int) -> Shape:
    """A walk with brisk pieces between easy ones, as many as the time holds; none where it holds too few."""
    brisk, easy = block.parts
    once = brisk.longest + easy.longest
    times = min(block.most, (total_s - 2 * WAVE_EDGE_S) // once)
    if times < block.fewest:
        return steady(WALK, total_s)
    inner = round_of(times, (Stretch(WALK, brisk.zone, brisk.longest), Stretch(WALK, easy.zone, easy.longest)))
    before = max(WAVE_EDGE_S, (total_s - times * once) // 120 * 60)
    return Shape((*_walk(before), inner, *_walk(total_s - times * once - before)), (inner,))


@lru_cache(maxsize=2048)
def steady(do: Do, total_s: int) -> Shape:
    """A walk in one piece; a ride or swim gently begun and ended."""
    if do is WALK:
        return Shape(_walk(total_s), _walk(total_s))
    edge = 300 if total_s >= 1500 else max(60, total_s // 600 * 60)
    main = one(do, total_s - 2 * edge)
    return Shape((*one(WARM_UP, edge), *main, *one(COOL_DOWN, edge)), main)
