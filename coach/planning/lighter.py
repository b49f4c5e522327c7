"""What the runs of a lighter week are worth: fewer sensible ones rather than crumbs of all of them (P3)."""

from collections.abc import Mapping

from coach.planning.aim import Aim
from coach.planning.calendar import Layout, numbers
from coach.planning.road import longest_before

LIGHTER = 0.755
"""What a lighter week is of the ones before it, as near as its sessions come to it (P3)."""
LEAST_LIGHTER, MOST_LIGHTER = 0.705, 0.79
"""What it is of the week before it at least and at most, with a margin to what P3 asks."""
LIGHTER_LONG = 0.74
"""What a lighter week leaves of the longest run of late, where its share allows [C]."""
MOST_LIGHTER_LONG, MOST_LIGHTER_RUN = 0.85, 30
"""What it leaves of it at most, and minutes that need not become less [C]."""
LIGHT_RUN, LIGHT_HARD, LIGHT_OF_TWO = 20, 25, 15
"""Minutes of its shortest run, of its shortest hard one, and of the shorter one of two: rather than shorter ones it
holds one run less [C]."""
LIGHT_LONG = 36
"""Minutes of a mean run from which on a lighter week of two calls one of them the long one, or the hard one [C]."""
OF_EASY = 0.9
"""The metres of a minute of a hard run, its breaks and hills counted, in those of an easy one at least."""
NEARLY = 0.92
"""The share of its distance that fewer runs must come to."""


def worth_dressing_for(aim: Aim, layout: Layout, lengths: Mapping[int, int], walk_m: float) -> bool:
    """Whether no run of a lighter week is a crumb, as far as its day has room, and together they hold its distance.

    ``lengths`` are minutes by weekday, ``walk_m`` the metres of the walk beside them.
    """
    least = LIGHT_RUN if len(lengths) > 2 else LIGHT_OF_TWO
    long = min(MOST_LIGHTER_RUN, LIGHTER_LONG * longest_before(aim.road.run_limit(aim.monday)) / aim.athlete.easy)
    leasts = {day: long if layout.long >> day & 1 else least for day in lengths}
    if any(minutes < min(leasts[day], aim.caps[day]) for day, minutes in lengths.items()):
        return False
    easy, whole = aim.athlete.easy, sum(lengths.values())
    if whole * easy + walk_m < NEARLY * min(aim.target_m, aim.limit_m):
        return False
    slow = sum([(1 - OF_EASY) * lengths[day] for day in numbers(layout.hards)])
    return len(lengths) > 2 or (whole - slow) * easy + walk_m >= LEAST_LIGHTER * aim.road.week(aim.monday - 7)
