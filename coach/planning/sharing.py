"""How the minutes of a week fall to its runs: how long each of them is (W4, W6, P1, P2)."""

from collections.abc import Mapping
from math import floor

from coach.plan import CUTBACK
from coach.planning.aim import HARD_MINUTES, Aim, strength_minutes
from coach.planning.calendar import Layout, numbers
from coach.planning.lengths import STEP, even, evened
from coach.planning.lighter import LIGHT_HARD, LIGHTER_LONG, MOST_LIGHTER_LONG, MOST_LIGHTER_RUN
from coach.planning.road import longest_before
from coach.profile import Goal

LONG_SHARE = {2: 0.58, 3: 0.42, 4: 0.35, 5: 0.31, 6: 0.29}
"""The long run's wanted share of the week, by runs; a little under what W6 allows."""
HARD_SHARE, HARD_SHARE_ALONE = {2: 0.42, 3: 0.28, 4: 0.22, 5: 0.19, 6: 0.16}, 0.3
"""A hard run's wanted share of the week, by runs, and of a run that is alone in it."""
HARD_PACE, MOST_HARD_PACE = 1.05, 1.1
"""The metres of a minute of a hard run in those of an easy one, usually and at most."""
LONGEST_HARD, LONGEST_EASY = 60, 75
"""Minutes of the longest hard and the longest easy run [C]."""
NEARLY_HARD = 4
"""Minutes that a hard run may lack of the least one without being made longer [C]."""
SHORT_WALK, WALK, SMALL_WEEK_M = 20, 30, 18_000
"""Minutes of the week's walk, in a small week and in others, and the metres of the smallest of those [C]."""
LONG_LIMIT = {2: 0.65, 3: 0.50, 4: 0.40, 5: 0.35, 6: 0.35}
"""W6 by runs a week; of two runs, of which it says nothing, the longer one is no more than twice the other [C]."""
LATE = {2: 0.10, 3: 0.05, 4: 0.10, 5: 0.10, 6: 0.10}
"""What W6 adds to the long run's share in the last weeks before the taper of a long race."""
LATE_SHARE = {runs: share + LATE[runs] for runs, share in LONG_SHARE.items()}
LATE_LIMIT = {runs: limit + LATE[runs] for runs, limit in LONG_LIMIT.items()}
BESIDE, LATE_BESIDE = (
    {runs: (share := limit - 0.015) / (1 - share) for runs, limit in limits.items()}
    for limits in (LONG_LIMIT, LATE_LIMIT)
)
"""The long run as a part of all other runs, a little under what W6 allows, by runs."""
LONGEST_M = {Goal.MARATHON: 32_000.0, Goal.HALF_MARATHON: 20_000.0}
"""Metres that a long run before a long race grows to [C]."""
LONGEST, LONGEST_USUAL = {Goal.MARATHON: 180.0, Goal.HALF_MARATHON: 150.0}, 150.0
"""The most minutes of it, and of the long run of all others (W6)."""
WISHED_M = {Goal.MARATHON: 28_000.0, Goal.HALF_MARATHON: 16_000.0}
"""Metres for which the long run of the last weeks before a long race takes all of the share that W6 allows [C]."""
LAST_LONG = 90
"""Minutes of the last long run before a race up to 10 km, so that legs are fresh a week later [C]."""
LEAST_HARD = 20
"""Minutes below which a run has no room for hard work between warm-up and cool-down."""
FEW = 15
"""Minutes that every other run of a week gets before the long run is longer than they are [C]."""
EVE, EVE_SHARE = 50, 0.55
"""Minutes of an easy run on the day before the long run, or the share of the long run where that is more; whoever is
used to longer ones on their days may run those [C]."""
SHORT, LONG = 15, 30
"""Minutes below which no run stands beside a long run of so many [C]."""
LEAST_RUN = 10
"""Minutes below which a run is not worth putting one's shoes on for."""


def walk_minutes(aim: Aim) -> int:
    """Minutes of the week's recovery walk (W8)."""
    return SHORT_WALK if aim.target_m < SMALL_WEEK_M else WALK


def run_minutes(aim: Aim, layout: Layout, few: int) -> dict[int, int] | None:
    """Minutes of each run: the long run first, then hard runs, then easy runs share what is left.

    Each of the others gets a ``few`` minutes before the long run is longer than they are, and the long run no more than
    its share of the week (W6). ``None`` where one is not worth while.
    """
    easy, most = aim.athlete.easy, mosts(aim, layout)
    walk_m = layout.walk.bit_count() * walk_minutes(aim) * aim.athlete.walk
    left = min(aim.target_m, aim.limit_m) - walk_m
    sizes = _long_first(aim, layout, most, left / easy, few) | _hards_next(aim, layout, most)
    left -= sum([minutes * easy for minutes in sizes.values()])
    left = _share_out(sizes, [day for day in numbers(layout.runs) if day not in sizes], most, left, easy)
    if not layout.hards:
        sizes = _levelled(sizes, most)
    elif left > easy * LEAST_RUN:
        _lengthen_hards(layout, sizes, most, left / easy)
    _keep_shares(aim, layout, sizes, walk_m)
    lengths = _familiar(aim, layout, sizes, most, walk_m)
    return lengths if _worth_while(aim, layout, lengths) else None


def _long_first(aim: Aim, layout: Layout, most: dict[int, float], left: float, few: int) -> dict[int, float]:
    """Minutes of the long run by its day, of ``left`` for all runs; an easy run the day before is kept shorter.

    The other runs of a small week are worth while first.
    """
    sizes: dict[int, float] = {}
    runs, whole = layout.runs.bit_count(), min(aim.target_m, aim.limit_m)
    for day in numbers(layout.long):
        wished = _long_share(aim, runs, whole) * whole / aim.athlete.easy
        fair = left - few * (runs - 1)
        fair -= (LIGHT_HARD - few) * layout.hards.bit_count() if few > FEW else 0
        sizes[day] = min(most[day], wished, _longest(aim), max(fair, left / runs))
        eve = day - 1
        if eve in most and not layout.hards >> eve & 1:
            most[eve] = min(most[eve], max(EVE, EVE_SHARE * sizes[day], _usual(aim)))
    return sizes


def _hards_next(aim: Aim, layout: Layout, most: Mapping[int, float]) -> dict[int, float]:
    """Minutes of the hard runs by day: their share of the week, or the least that holds hard work."""
    sizes: dict[int, float] = {}
    least, nearly = (LIGHT_HARD, LIGHT_HARD) if aim.phase is CUTBACK else (HARD_MINUTES, HARD_MINUTES - NEARLY_HARD)
    whole = min(aim.target_m, aim.limit_m)
    share = HARD_SHARE.get(layout.runs.bit_count(), HARD_SHARE_ALONE)
    for day in numbers(layout.hards):
        size = min(most[day] / MOST_HARD_PACE, LONGEST_HARD, share * whole / aim.athlete.easy / HARD_PACE)
        sizes[day] = min(most[day] / MOST_HARD_PACE, least) if size < nearly else size
    return sizes


def _share_out(sizes: dict[int, float], days: list[int], most: Mapping[int, float], left: float, easy: float) -> float:
    """Give some days' easy runs equal parts of the metres ``left``, as far as each has room; what is over."""
    for at, day in enumerate(sorted(days, key=most.__getitem__)):
        sizes[day] = min(most[day], left / easy / (len(days) - at), LONGEST_EASY)
        left -= sizes[day] * easy
    return left


def _levelled(sizes: dict[int, float], most: Mapping[int, float]) -> dict[int, float]:
    """The same minutes in equal parts where one run is too short and their mean is not."""
    mean = sum(sizes.values()) / len(sizes)
    return {day: min(most[day], mean) for day in sizes} if min(sizes.values()) < LEAST_RUN <= mean else sizes


def _lengthen_hards(layout: Layout, sizes: dict[int, float], most: Mapping[int, float], left: float) -> None:
    """The other runs' days are full: the minutes ``left`` make warm-up and way home of the hard runs longer."""
    hards = numbers(layout.hards)
    longest = min([float(LONGEST_HARD), *(sizes[day] - STEP for day in numbers(layout.long))])
    for day in hards:
        sizes[day] = max(sizes[day], min(most[day] / MOST_HARD_PACE, longest, sizes[day] + left / len(hards)))


def _worth_while(aim: Aim, layout: Layout, lengths: Mapping[int, int]) -> bool:
    """Whether no run is too short to put one's shoes on for, and no hard run too short for hard work."""
    if min(lengths.values()) >= LEAST_HARD:
        return True
    least = SHORT if layout.long and max(lengths.values()) >= LONG else LEAST_RUN
    if any(minutes < least and minutes < aim.caps[day] for day, minutes in lengths.items()):
        return False
    return all(lengths[day] >= LEAST_HARD for day in numbers(layout.hards))


def _usual(aim: Aim) -> float:
    """Minutes of the mean run that an athlete with so many days says they do."""
    return aim.athlete.stated_m / aim.athlete.days.bit_count() / aim.athlete.easy


def mosts(aim: Aim, layout: Layout) -> dict[int, float]:
    """Minutes that a run may last on each of its days: the day's limit, and the longest run of late (P1)."""
    caps, easy, limits = aim.caps, aim.athlete.easy, aim.road.run_limits(aim.monday)
    strength, hards = layout.strength, layout.hards
    most: dict[int, float] = {}
    for day in numbers(layout.runs):
        cap, by_distance = caps[day], limits[day] / easy
        if strength >> day & 1:
            cap -= strength_minutes(cap, shared=True)
        if by_distance < 30 and not hards >> day & 1:
            by_distance = 30.0
        most[day] = min(cap, by_distance)
    return most


def holds(aim: Aim, layout: Layout, walk_m: float) -> float:
    """Minutes that the runs of a week may last at most, the long one no more than its share beside the others (W6)."""
    most = mosts(aim, layout)
    for long in numbers(layout.long):
        others = sum([minutes for day, minutes in most.items() if day != long])
        most[long] = min(most[long], _shared(aim, len(most), others, walk_m))
    return sum(most.values())


def _longest(aim: Aim) -> float:
    """Minutes of the longest run (W6); before a long race no more than ``LONGEST_M``, or what was run already [C]."""
    goal = aim.athlete.profile.goal
    if goal not in LONGEST_M:
        return float(LAST_LONG) if aim.last_long else LONGEST_USUAL
    metres = max(LONGEST_M[goal], aim.athlete.longest_m)
    return min(LONGEST[goal], metres / aim.athlete.easy)


def _familiar(
    aim: Aim, layout: Layout, sizes: dict[int, float], most: dict[int, float], walk_m: float
) -> dict[int, int]:
    """Lengths in fives; the longest run grows by minutes where a five is more than P1 lets it grow."""
    others, longs, roomy = sizes.copy(), numbers(layout.long), most.copy()
    for long in longs:
        del others[long]
    for day in numbers(layout.hards):
        roomy[day] /= MOST_HARD_PACE
    lengths = evened(others, roomy)
    for long in longs:
        used = sum(lengths.values())
        rest, shared = sizes[long] + sum(others.values()) - used, _shared(aim, len(sizes), used, walk_m)
        lengths[long] = even(min(most[long], rest, _longest(aim), shared))
    top = max(lengths.values())
    longest = max([day for day, minutes in lengths.items() if minutes == top], key=most.__getitem__)
    if not layout.hards >> longest & 1:
        before = longest_before(aim.road.run_limit(aim.monday + longest)) / aim.athlete.easy
        if max(lengths[longest], even(most[longest])) <= before + 0.5:
            lengths[longest] = max(lengths[longest], floor(sizes[longest]))
    for long in longs:
        for day in others if max(lengths.values()) > lengths[long] else ():
            if not layout.hards >> day & 1:
                lengths[day] = min(lengths[day], lengths[long])
    return lengths


def _shared(aim: Aim, runs: int, others: float, walk_m: float) -> float:
    """Minutes of the long run that keep its share of ``runs`` beside the minutes of the others and the walk (W6)."""
    easy = aim.athlete.easy
    return (LATE_BESIDE if aim.late else BESIDE)[runs] * (others * 0.97 * easy + walk_m) / easy


def _long_share(aim: Aim, runs: int, whole_m: float) -> float:
    """The long run's share of a week (W6).

    Late before a long race as much as it takes to come near the race, in a lighter week about three quarters of the
    longest run of late.
    """
    usual = (LATE_SHARE if aim.late else LONG_SHARE)[runs]
    most = (LATE_LIMIT if aim.late else LONG_LIMIT)[runs] - 0.02
    wished = WISHED_M.get(aim.athlete.profile.goal, 0.0) if aim.late else 0.0
    if aim.phase is CUTBACK:
        wished = LIGHTER_LONG * longest_before(aim.road.run_limit(aim.monday))
        usual = min(
            usual,
            max(MOST_LIGHTER_LONG / LIGHTER_LONG * wished, MOST_LIGHTER_RUN * aim.athlete.easy) / max(1.0, whole_m),
        )
    return max(usual, min(most, wished / max(1.0, whole_m)))


def long_limit(runs: int, *, late: bool) -> float:
    """The most that the long run may be of a week of so many runs, three or more (W6)."""
    return (LATE_LIMIT if late else LONG_LIMIT)[min(6, runs)]


def _keep_shares(aim: Aim, layout: Layout, sizes: dict[int, float], walk_m: float) -> None:
    """Easy runs are no longer than the long run, and the long run keeps its share (W6)."""
    for long in numbers(layout.long):
        others = sum([minutes for day, minutes in sizes.items() if day != long])
        most = sizes[long] = min(sizes[long], _shared(aim, len(sizes), others, walk_m))
        for day, minutes in sizes.items():
            if minutes > most and not layout.hards >> day & 1:
                sizes[day] = most
