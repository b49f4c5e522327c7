"""The run/walk ladder that takes somebody from no running to thirty minutes without a walk (rule P5).

The spine is the NHS Couch to 5K. Each of its weeks is one stage; the three sessions of weeks five and six differ and
are stages of their own. A five-minute walk stands before and after.
"""

from functools import cache
from typing import Final

from coach.units import Minutes, Seconds

Interval = tuple[int, int]
"""Seconds of running and of the walk that follows; the last walk may be 0."""
Stage = tuple[Interval, ...]
"""What one session of the ladder holds between its two walks."""

STAGES: Final[tuple[Stage, ...]] = (
    ((60, 90),) * 8,
    (*(((90, 120),) * 5), (90, 60)),
    ((90, 90), (180, 180)) * 2,
    ((180, 90), (300, 150), (180, 90), (300, 0)),
    ((300, 180), (300, 180), (300, 0)),
    ((480, 300), (480, 0)),
    ((1200, 0),),
    ((300, 180), (480, 180), (300, 0)),
    ((600, 180), (600, 0)),
    ((1500, 0),),
    ((1500, 0),),
    ((1680, 0),),
    ((1800, 0),),
)
"""The stages, easiest first, counted from 0; after the last one the athlete runs thirty minutes without a walk."""
WALK_S: Final = Seconds(300)
"""The walk before the first and after the last run of a session (seconds)."""


@cache
def running_s(stage: int) -> Seconds:
    """Seconds of running in a session of ``stage`` (0 to 12)."""
    return Seconds(sum(run for run, _ in STAGES[stage]))


@cache
def walking_s(stage: int) -> Seconds:
    """Seconds of walking between the runs of ``stage``; the walks before and after come on top."""
    return Seconds(sum(walk for _, walk in STAGES[stage]))


@cache
def longest_run_s(stage: int) -> Seconds:
    """The longest stretch run without a walk in ``stage`` (seconds)."""
    return Seconds(max(run for run, _ in STAGES[stage]))


def session_minutes(stage: int) -> Minutes:
    """How long a whole session of ``stage`` takes with a five-minute walk before and after, in full minutes."""
    return Minutes(-(-(running_s(stage) + walking_s(stage) + 2 * WALK_S) // 60))


def first_stage(longest_s: float) -> int:
    """The stage to start on for somebody who runs ``longest_s`` without a walk (P5); 0 for newcomers.

    It is the last one before the ladder asks for a longer stretch than that.
    """
    too_long = (stage for stage in range(len(STAGES)) if longest_run_s(stage) > longest_s)
    return max(0, next(too_long, len(STAGES)) - 1)


def fitted(stage: int, run_s: float | None = None, total_s: float | None = None) -> Stage:
    """The stage with as many of its runs as the limits allow, at least one (P1, P5, P6).

    Runs go from the end, and so does the walk after the last one that stays. A single run that is still too long is
    cut to the limit, in half minutes. ``run_s`` limits the running, ``total_s`` runs and walks between them together
    (seconds).
    """
    kept = list(STAGES[stage])
    while len(kept) > 1 and not _within(kept, run_s, total_s):
        kept.pop()
        kept[-1] = (kept[-1][0], 0)
    if not _within(kept, run_s, total_s):
        bounds = [limit for limit in (run_s, total_s) if limit is not None]
        kept = [(max(0, int(min(kept[0][0], *bounds))) // 30 * 30, 0)]
    return tuple(kept)


def _within(intervals: list[Interval], run_s: float | None, total_s: float | None) -> bool:
    running = sum(run for run, _ in intervals)
    whole = running + sum(walk for _, walk in intervals)
    return (run_s is None or running <= run_s) and (total_s is None or whole <= total_s)
