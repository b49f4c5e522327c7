"""A few runs worth while instead of many short ones, where a week has become light (C1, C3)."""

from itertools import combinations, pairwise

from coach.planning.draft import Draft, Frame
from coach.planning.lengths import even
from coach.planning.sizing import resize
from coach.session import EASY_RUN

WORTH = 15
"""Minutes of an easy run worth putting one's shoes on for, where the week holds another day for them [C]."""
LONGEST = 30
"""Minutes that gathered runs reach at most: what P1 always allows."""


def gather(
    drafts: list[Draft], caps: tuple[int, ...], monday: int, frame: Frame, first: int = 0, *, evened: bool = False
) -> None:
    """Give the minutes of easy runs under ``WORTH`` to fewer of them, together no more than before.

    With ``evened`` to all of them alike, where that makes each worth while. Of the days from ``first`` on: what is
    over is given to nobody. The days that stay lie as far apart as may be. ``caps`` are the minutes of the week's days
    from ``monday`` on.
    """
    runs = [draft for draft in drafts if draft.kind is EASY_RUN and draft.day >= first]
    if not runs or min(run.minutes for run in runs) >= WORTH:
        return
    whole = sum(run.minutes for run in runs)
    count = whole // WORTH
    if evened and whole <= len(runs) * min(LONGEST, *(caps[run.day - monday] for run in runs)):
        count = min(count, len(runs))
    if not 0 < count <= len(runs):
        return
    kept = max(combinations(runs, count), key=_spread)
    drafts[:] = [draft for draft in drafts if draft not in runs or draft in kept]
    for run in kept:
        beside = sum(other.minutes for other in drafts if other.day == run.day and other is not run)
        resize(run, min(LONGEST, caps[run.day - monday] - beside, even(whole / count)), frame)


def _spread(runs: tuple[Draft, ...]) -> tuple[int, int]:
    """How far apart days lie, then how many minutes they hold already."""
    gaps = [after.day - before.day for before, after in pairwise(runs)]
    return min(gaps, default=7), sum(run.minutes for run in runs)
