"""A week of continuous running: how many runs, on which days, how long each (W1–W8, P1, P2)."""

from collections.abc import Mapping
from math import floor

from coach.plan import BASE, BUILD, CUTBACK, PEAK, RETURN
from coach.planning.aim import HARD_MINUTES, Aim, strength_minutes
from coach.planning.calendar import Layout, Room, Wanted, arrange, day_after, numbers
from coach.planning.draft import Draft
from coach.planning.lengths import STEP, even, evened
from coach.planning.lighter import (
    LIGHT_HARD,
    LIGHT_LONG,
    LIGHT_RUN,
    LIGHTER,
    LIGHTER_LONG,
    MOST_LIGHTER_LONG,
    MOST_LIGHTER_RUN,
    worth_dressing_for,
)
from coach.planning.riding import ridden, ride_day, with_room
from coach.planning.road import longest_before
from coach.profile import Experience, Goal
from coach.session import (
    CROSS_TRAINING,
    EASY_RUN,
    LONG_RUN,
    RECOVERY_WALK,
    STRENGTH,
    TRAINED_HARD,
    SessionKind,
)
from coach.slot import Zone

MOST_RUNS = {Experience.NEW: 3, Experience.RETURNING: 4, Experience.REGULAR: 5, Experience.EXPERIENCED: 6}
"""Runs a week, by experience."""
LONG_SHARE = {2: 0.58, 3: 0.42, 4: 0.35, 5: 0.31, 6: 0.29}
"""The long run's wanted share of the week, by runs; a little under what W6 allows."""
HARD_SHARE = {2: 0.42, 3: 0.28, 4: 0.22, 5: 0.19, 6: 0.16}
LONG_LIMIT = {2: 0.65, 3: 0.50, 4: 0.40, 5: 0.35, 6: 0.35}
"""W6 by runs a week; of two runs, of which it says nothing, the longer one is no more than twice the other [C]."""
LATE = {2: 0.10, 3: 0.05, 4: 0.10, 5: 0.10, 6: 0.10}
"""What W6 adds to the long run's share in the last weeks before the taper of a long race."""
LATE_SHARE = {runs: share + LATE[runs] for runs, share in LONG_SHARE.items()}
LATE_LIMIT = {runs: limit + LATE[runs] for runs, limit in LONG_LIMIT.items()}
LONGEST_M = {Goal.MARATHON: 32_000.0, Goal.HALF_MARATHON: 20_000.0}
"""Metres that a long run before a long race grows to [C]."""
LONGEST, LONGEST_USUAL = {Goal.MARATHON: 180.0, Goal.HALF_MARATHON: 150.0}, 150.0
"""The most minutes of it, and of the long run of all others (W6)."""
RACES = frozenset({Goal.FIVE_K, Goal.TEN_K, Goal.HALF_MARATHON, Goal.MARATHON})
"""Goals that are raced for."""
WISHED_M = {Goal.MARATHON: 28_000.0, Goal.HALF_MARATHON: 16_000.0}
"""Metres for which the long run of the last weeks before a long race takes all of the share that W6 allows [C]."""
LAST_LONG = 90
"""Minutes of the last long run before a race up to 10 km, so that legs are fresh a week later [C]."""
WORTH_BESIDE = 25
"""Minutes that the other runs of a week before a long race get before there are more of them [C]."""
LEAST_HARD = 20
"""Minutes below which a run has no room for hard work between warm-up and cool-down."""
FEW = 15
"""Minutes that every other run of a week gets before the long run is longer than they are [C]."""
EVE, EVE_SHARE = 50, 0.55
"""Minutes of an easy run on the day before the long run, or the share of the long run where that is more; whoever is
used to longer ones on their days may run those [C]."""
SHORT, LONG = 15, 30
"""Minutes below which no run stands beside a long run of so many [C]."""
FULL_RUN = 35
"""Minutes of a mean run from which on four runs a week towards a race hold two hard ones [C]."""
STRIDES, STRIDES_FROM = {BASE: 4, BUILD: 6, PEAK: 6}, 25
"""Relaxed accelerations after one easy run of a week, fewer in a short one, and the least minutes of such a run [C]."""
INTERVAL = Zone.INTERVAL
LEAST_RUN = 10
"""Minutes below which a run is not worth putting one's shoes on for."""


def running_week(aim: Aim, kinds: tuple[SessionKind, SessionKind]) -> list[Draft]:
    """The drafts of a week of running; empty where not even one run fits its limits."""
    room = aim.room()
    for crumbs in (False, True) if aim.phase is CUTBACK else (True,):
        for runs in range(_runs_wanted(aim), 0, -1):
            for hards in range(_hards_wanted(aim, runs), -1, -1):
                wanted = _wanted(aim, runs, hards)
                layout = arrange(room, wanted)
                drafts = _sized(aim, layout, kinds, crumbs=crumbs)
                if drafts is not None:
                    aim.gave.extend(layout.gave)
                    if aim.hards and not layout.hards and aim.athlete.days.bit_count() < 3:
                        aim.gave.append("hard_run")
                    return _roomier(aim, room, wanted, layout, kinds) or drafts
    return []


def _roomier(
    aim: Aim, room: Room, wanted: Wanted, layout: Layout, kinds: tuple[SessionKind, SessionKind]
) -> list[Draft] | None:
    """The week with its walk off the days with most room, where its runs need them more: they are short otherwise."""
    most = max(aim.caps)
    wide = aim.days_with(most) & layout.walk & ~_walked_off(room, layout)
    wish = aim.target_m / (LIGHTER if aim.phase is CUTBACK else 1.0)
    if not wide or sum(_mosts(aim, layout).values()) * aim.athlete.easy >= wish:
        return None
    other = arrange(room._replace(walk=room.walk & ~aim.days_with(most)), wanted)
    same = other.gave == layout.gave and other.walk and not _walked_off(room, other) & ~other.walk
    return _sized(aim, other, kinds) if same else None


def _walked_off(room: Room, layout: Layout) -> int:
    """The days after a long run, last Sunday's too, that may hold its walk (W8)."""
    return (day_after(layout.long) | room.prev_long) & room.walk


def _runs_wanted(aim: Aim) -> int:
    experience = aim.athlete.profile.experience
    room = aim.open_days.bit_count() - (1 if aim.wants_walk else 0)
    most = min(MOST_RUNS[experience], room)
    whole = _full_week(aim)
    minutes = (whole - _walk_m(aim)) / aim.athlete.easy
    usual = min(34, sorted(aim.caps)[-max(1, min(3, most))])
    least = 3 if minutes >= 3 * FEW else 2
    if aim.athlete.profile.goal in WISHED_M:
        beside = minutes - (LATE_SHARE if aim.late else LONG_SHARE)[3] * whole / aim.athlete.easy
        most = min(most, max(least, 1 + int(beside / min(WORTH_BESIDE, usual))))
    return max(1, min(most, max(least, round(minutes / max(10, usual)))))


def _walk_m(aim: Aim) -> float:
    return _walk_minutes(aim) * aim.athlete.walk if aim.wants_walk else 0.0


def _walk_minutes(aim: Aim) -> int:
    return 20 if aim.target_m < 18_000 else 30


def _hards_wanted(aim: Aim, runs: int) -> int:
    mean = _mean_run(aim, runs)
    if runs == 2:
        worth = (
            mean - _walk_m(aim) / aim.athlete.easy / 2 >= LIGHT_LONG if aim.phase is CUTBACK else mean >= STRIDES_FROM
        )
        return min(aim.hards, 1 if _is_whole(aim) and worth and not _strong_long(aim) else 0)
    fit = 0 if runs < 3 or mean < 22 else 1 if runs < (4 if _races(aim) and mean >= FULL_RUN else 5) else 2
    return min(aim.hards, fit)


def _mean_run(aim: Aim, runs: int) -> float:
    """Minutes of a mean run of so many a week, in a lighter week those of the one before it."""
    return _full_week(aim) / aim.athlete.easy / runs


def _full_week(aim: Aim) -> float:
    """Metres of the week, of a lighter one those that it would hold if it were none: it has the same runs."""
    return min(aim.target_m, aim.limit_m) / (LIGHTER if aim.phase is CUTBACK else 1.0)


def _races(aim: Aim) -> bool:
    """Whether the race needs quick legs more than the week its second strength session (W0)."""
    return aim.athlete.profile.goal in RACES


def _is_whole(aim: Aim) -> bool:
    """Whether a week is planned at once: what is left of one, or lies before a taper, is too little for two runs."""
    return aim.open_days.bit_count() == aim.athlete.days.bit_count()


def _strong_long(aim: Aim) -> bool:
    """Whether strength leaves a week of two runs no hard one beside the long one."""
    return aim.strength > 0 and _long_of_two(aim)


def _long_of_two(aim: Aim) -> bool:
    """Whether a week of two runs calls one of them the long one, on the day with most room.

    Strength keeps off the days of long and hard runs, so beside it the two take turns (W0, W7).
    """
    roomy = aim.long_day is not None and aim.caps[aim.long_day] == max(aim.caps)
    least = LIGHT_LONG if aim.phase is CUTBACK else STRIDES_FROM
    worth = _mean_run(aim, 2) - _walk_m(aim) / aim.athlete.easy / 2 >= least
    return _is_whole(aim) and roomy and worth and (not aim.strength or aim.week % 2 == 1)


def _wanted(aim: Aim, runs: int, hards: int) -> Wanted:
    long = runs >= 3 or (runs == 2 and _long_of_two(aim))
    return Wanted(runs, long and aim.phase is not RETURN, hards, aim.wants_walk, aim.strength)


def _sized(
    aim: Aim, layout: Layout, kinds: tuple[SessionKind, SessionKind], *, crumbs: bool = True
) -> list[Draft] | None:
    ride = ride_day(aim, layout)
    minutes = _run_minutes(aim if ride is None else with_room(aim), layout, FEW if crumbs else LIGHT_RUN)
    if minutes is None or not (
        crumbs or worth_dressing_for(aim, layout, minutes, _walk_m(aim) if layout.walk else 0.0)
    ):
        return None
    drafts, hard = [], list(kinds)
    for day in numbers(layout.runs):
        kind = EASY_RUN
        if layout.long >> day & 1:
            kind = LONG_RUN
        elif layout.hards >> day & 1:
            kind = hard.pop(0)
        drafts.append(Draft(aim.monday + day, kind, minutes[day]))
    if ride is not None:
        ridden(drafts, aim.monday + ride)
    _stride(aim, layout, drafts)
    _budget(aim, drafts)
    return drafts + extras(aim, layout, _walk_minutes(aim))


def _stride(aim: Aim, layout: Layout, drafts: list[Draft]) -> None:
    """Strides at the end of an easy run, the week's third stimulus, where it has one hard run at most.

    Best on a day without strength that does not follow a hard or long run.
    """
    if not aim.hards or layout.hards.bit_count() > 1 or aim.phase not in STRIDES:
        return
    tired = day_after(layout.hards | layout.long) | layout.strength
    easy = [draft for draft in drafts if draft.kind is EASY_RUN and draft.minutes >= STRIDES_FROM]
    if easy:
        chosen = min(easy, key=lambda draft: (tired >> draft.day - aim.monday & 1, -draft.minutes, draft.day))
        chosen.strides = STRIDES[aim.phase] if chosen.minutes >= FULL_RUN else min(STRIDES.values())


def extras(aim: Aim, layout: Layout, walk_minutes: int, *, brief: bool = False) -> list[Draft]:
    """The walk, the strength and the cross-training of a layout."""
    drafts, caps, monday = [], aim.caps, aim.monday
    for day in numbers(layout.walk):
        cap = caps[day]
        spare = cap - strength_minutes(cap, shared=True) if layout.strength >> day & 1 else cap
        drafts.append(Draft(monday + day, RECOVERY_WALK, min(walk_minutes, spare)))
    drafts += [Draft(monday + day, CROSS_TRAINING, min(40, caps[day])) for day in numbers(layout.cross)]
    beside, runs = layout.runs | layout.walk, layout.runs if brief else 0
    for day in numbers(layout.strength):
        minutes = 15 if runs >> day & 1 else strength_minutes(caps[day], shared=bool(beside >> day & 1))
        drafts.append(Draft(monday + day, STRENGTH, minutes))
    return drafts


def _run_minutes(aim: Aim, layout: Layout, few: int) -> dict[int, int] | None:
    """Minutes of each run: the long run first, then hard runs, then easy runs share what is left.

    Each of the others gets a ``few`` minutes before the long run is longer than they are.
    """
    easy = aim.athlete.easy
    runs, hards = numbers(layout.runs), numbers(layout.hards)
    count, whole = len(runs), min(aim.target_m, aim.limit_m)
    walk_m = layout.walk.bit_count() * _walk_minutes(aim) * aim.athlete.walk
    left = whole - walk_m
    most = _mosts(aim, layout)
    sizes: dict[int, float] = {}
    for day in numbers(layout.long):
        wished = _long_share(aim, count, whole) * whole / easy
        fair = left / easy - few * (count - 1)  # the other runs of a small week are worth while first
        fair -= (LIGHT_HARD - few) * len(hards) if few > FEW else 0
        sizes[day] = min(most[day], wished, _longest(aim), max(fair, left / easy / count))
        if day - 1 in runs and not layout.hards >> day - 1 & 1:
            most[day - 1] = min(most[day - 1], max(EVE, EVE_SHARE * sizes[day], _usual(aim)))
    for day in hards:
        sizes[day] = min(most[day] / 1.1, 60, HARD_SHARE.get(count, 0.3) * whole / easy / 1.05)
        least = LIGHT_HARD if aim.phase is CUTBACK else HARD_MINUTES
        if sizes[day] < least - 4:
            sizes[day] = min(most[day] / 1.1, least)
    left -= sum([minutes * easy for minutes in sizes.values()])
    plain = [day for day in runs if day not in sizes]
    for at, day in enumerate(sorted(plain, key=most.__getitem__)):
        sizes[day] = min(most[day], left / easy / (len(plain) - at), 75)
        left -= sizes[day] * easy
    if not hards and min(sizes.values()) < LEAST_RUN <= sum(sizes.values()) / len(sizes):
        level = sum(sizes.values()) / len(sizes)
        sizes = {day: min(most[day], level) for day in sizes}
    if left > easy * LEAST_RUN:
        longest = min([60.0, *(sizes[day] - STEP for day in numbers(layout.long))])
        for day in hards:  # the other runs' days are full: what they leave makes warm-up and way home longer
            sizes[day] = max(sizes[day], min(most[day] / 1.1, longest, sizes[day] + left / easy / len(hards)))
    _keep_shares(aim, layout, sizes, walk_m)
    lengths = _familiar(aim, layout, sizes, most, walk_m)
    return lengths if _worth_while(aim, layout, lengths) else None


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


def _mosts(aim: Aim, layout: Layout) -> dict[int, float]:
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
    others = {day: size for day, size in sizes.items() if not layout.long >> day & 1}
    lengths = evened(others, most | {day: most[day] / 1.1 for day in numbers(layout.hards)})
    for long in numbers(layout.long):
        used = sum(lengths.values())
        rest, shared = sizes[long] + sum(others.values()) - used, _shared(aim, len(sizes), used, walk_m)
        lengths[long] = even(min(most[long], rest, _longest(aim), shared))
    top = max(lengths.values())
    longest = max([day for day, minutes in lengths.items() if minutes == top], key=most.__getitem__)
    if not layout.hards >> longest & 1:
        before = longest_before(aim.road.run_limit(aim.monday + longest)) / aim.athlete.easy
        if max(lengths[longest], even(most[longest])) <= before + 0.5:
            lengths[longest] = max(lengths[longest], floor(sizes[longest]))
    for long in numbers(layout.long):
        for day in others if max(lengths.values()) > lengths[long] else ():
            if not layout.hards >> day & 1:
                lengths[day] = min(lengths[day], lengths[long])
    return lengths


def _shared(aim: Aim, runs: int, others: float, walk_m: float) -> float:
    """Minutes of the long run that keep its share of ``runs`` beside the minutes of the others and the walk (W6)."""
    share, easy = (LATE_LIMIT if aim.late else LONG_LIMIT)[runs] - 0.015, aim.athlete.easy
    return share / (1 - share) * (others * 0.97 * easy + walk_m) / easy


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


def work_limits(minutes: float, metres: float, speed: float, hards: int, *, alone: bool) -> tuple[int, float]:
    """Seconds of hard work and metres at interval pace that each of so many hard runs may hold (W5).

    ``minutes`` and ``metres`` are those of the week's running, ``speed`` is that of intervals (m/min); a run that is
    ``alone`` in its week may always hold twelve minutes.
    """
    fair = 0.2 * 0.85 * minutes * 60 / hards
    return int(max(720.0, fair) if alone else fair), min(10_000.0, max(0.078 * metres, 12 * speed * 0.99))


def _budget(aim: Aim, drafts: list[Draft]) -> None:
    """How much hard work each hard run may hold (W5)."""
    hard = [draft for draft in drafts if draft.work_s is None and draft.kind in TRAINED_HARD]
    if not hard:
        return
    running = sum([draft.minutes for draft in drafts if draft.kind is not CROSS_TRAINING])
    speed = aim.athlete.pacing.speeds[INTERVAL]
    work, fast = work_limits(running, running * aim.athlete.easy, speed, len(hard), alone=len(hard) == 1)
    for draft in hard:
        draft.work_s, draft.rep_m = work, fast
