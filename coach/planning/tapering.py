"""The last days before a race: what they may hold, and how much (P4)."""

from collections.abc import Mapping, Sequence
from math import ceil, floor, inf

from coach.planning.aim import Aim
from coach.planning.block import Block
from coach.planning.calendar import numbers
from coach.planning.climbing import TOP, Climb, speed_on
from coach.planning.draft import Draft
from coach.planning.lengths import STEP, even
from coach.planning.road import Road
from coach.planning.running import MOST_RUNS
from coach.planning.sharing import LONGEST_EASY
from coach.session import EASY_RUN, RECOVERY_WALK, RUN_WALK

LAST = 6
"""The taper's last days begin so many days before the race."""
Planned = Sequence[tuple[int, float]]
"""Days of the week being planned, with the metres they are to hold."""
LEAST = 10
"""Minutes of the shortest run."""
NEARLY = 9
"""Minutes that may become the shortest run where a walk would need more than the day has."""
LEAST_EVE = 20
"""Minutes from which on the last run before a race gives some to the others [C]."""
NEAR, MOST_NEAR = 2, 30
"""The days before a race whose runs last so many minutes at most, where earlier ones have room for what is more [C]."""
WORTH = 18
"""Minutes that each of several runs gets: rather fewer than crumbs, though none over half an hour for it [C]."""
LEAST_OF_SEVERAL, MOST_TAPER_RUNS = 10.5, 5
"""Minutes that each of several runs gets at least, so that none rounds to a walk, and the most of them [C]."""
LEAST_WALK, WORTH_A_WALK, OVER = 5, 10, 0.12
"""Minutes that are still worth a walk, and those that it then takes where the days hold no more for it than that share
of their metres over them."""
ALWAYS = 30
"""Minutes that a run may always last, however short those of late were (P1)."""
STRIDES = 4
"""Relaxed accelerations at the end of the last run."""
TRIFLE = 0.05
"""The share of their metres that the last days need not make up for by a walk [C]."""
ENOUGH_FOR_WALK = 4
"""Days a week from which on one of them is for the walk (W8)."""
LOST = 0.06
"""The share of their metres that the last days may lose to familiar lengths."""
ENOUGH = 0.88
"""The share of its metres from which on the first week of a taper asks for no further run: P4 allows a little less."""
JUST_ENOUGH = 0.872
"""The share of them that is just enough (P4)."""
FIRST_SHARE = 0.69
"""What the seven days before them keep, for the long races: a third less, with a margin to both ends of P4."""
LEAST_SHARE, MOST_SHARE = 0.42, 0.54
"""What the last seven days keep of the weeks before, with a margin to what P4 asks."""
LEAST_LAST = 0.405
"""What they never keep less of (P4)."""
LIMIT_SHARE = 0.59
"""What they may keep of it at most (P4)."""
FIRST_LIMIT = 0.79
"""What the seven days before them may keep at most (P4)."""


def last_days(block: Block) -> tuple[int, int]:
    """The first and the last day of the race's own seven days, race excluded."""
    race = block.race or 0
    return race - LAST, race - 1


def last_budget(block: Block, road: Road, planned: Planned = ()) -> float:
    """Metres on foot of the last seven days together; ``planned`` are days and metres not counted yet."""
    near, far = _weeks_before(block, road, planned)
    least, most = LEAST_SHARE * max(near, far), MOST_SHARE * min(near, far)
    return road.share_since_start(*last_days(block)) * max(0.0, (least + most) / 2 if least <= most else most)


def last_least(block: Block, road: Road, planned: Planned = ()) -> float:
    """Metres on foot that the last seven days never hold less of where they have room for them (P4)."""
    return road.share_since_start(*last_days(block)) * LEAST_LAST * _weeks_before(block, road, planned)[0]


def last_most(block: Block, road: Road, planned: Planned = ()) -> float:
    """Metres on foot that the last seven days may never hold more of (P4), however short their sessions are."""
    return LIMIT_SHARE * min(_weeks_before(block, road, planned))


def _weeks_before(block: Block, road: Road, planned: Planned) -> tuple[float, float]:
    """The mean week before the last seven days, and before the whole taper."""
    first, _ = last_days(block)
    near = road.mean_week(first, _before(planned, first))
    return near, road.mean_week(first - 7, _before(planned, first - 7)) if block.taper_weeks else near


def first_budget(block: Block, road: Road, planned: Planned = ()) -> float:
    """Metres on foot of the week before those, for the long races."""
    first, _ = last_days(block)
    return (
        road.share_since_start(first - 7, first - 1)
        * FIRST_SHARE
        * road.mean_week(first - 7, _before(planned, first - 7))
    )


def first_most(block: Block, road: Road, planned: Planned = ()) -> float:
    """Metres on foot that the week before those may never hold more of (P4)."""
    first, _ = last_days(block)
    return FIRST_LIMIT * road.mean_week(first - 7, _before(planned, first - 7))


def _before(planned: Planned, end: int) -> float:
    return sum(metres for day, metres in planned if day < end)


def share_of(rooms: Mapping[int, int], end: int, minutes: float) -> float:
    """The share of so many minutes that falls to the days before ``end``, each day taking what it has room for."""
    left, before, shared = minutes, 0.0, 0
    for day in sorted(rooms, key=lambda day: rooms[day]):
        here = min(rooms[day], left / (len(rooms) - shared))
        left, shared = left - here, shared + 1
        before += here if day < end else 0.0
    return before / max(minutes - left, 1e-9)


def fresh(rooms: Mapping[int, int], race: int, minutes: float, longest: float) -> Mapping[int, int]:
    """The rooms of a taper's days, those of the last two before the race short where the others hold what is more.

    ``longest`` are the minutes of the longest run that the others may hold (P1).
    """
    near = [day for day in rooms if race - NEAR <= day < race]
    others = sum(min(longest, room) for day, room in rooms.items() if day not in near)
    if others + MOST_NEAR * len(near) < minutes:
        return rooms
    return {day: min(MOST_NEAR, room) if day in near else room for day, room in rooms.items()}


def taper_runs(
    aim: Aim,
    days: int,
    budget_m: float,
    climb: Climb | None,
    least_walk: int = LEAST,
    *,
    few: bool = False,
    race: int | None = None,
) -> list[Draft]:
    """Short easy runs on the days of a set, a day of rest before the race where the calendar has one to spare.

    Where no run may be, walks of at least ``least_walk`` minutes. A ``few`` longer ones in a return, where nothing
    asks for as many runs as before. The last one before a ``race`` in this week is the shortest.
    """
    speed = aim.athlete.easy if climb is None else speed_on(aim, climb)
    chosen = _run_days(aim, days, budget_m / speed, apart=climb is not None, few=few)
    if not chosen:
        return _walks(aim, days, budget_m, least_walk)
    drafts, left = [], budget_m / speed
    for at, day in enumerate(sorted(chosen, key=lambda day: aim.caps[day])):
        longest = max(ALWAYS, aim.road.run_limit(aim.monday + day) / speed)
        exact = min(aim.caps[day], min(longest, LONGEST_EASY) if few else longest, left / (len(chosen) - at))
        minutes = _taper_length(aim, day, exact, speed, inf if few else LOST * budget_m)
        left -= minutes
        if minutes >= LEAST:
            drafts.append(_run(aim, day, minutes, climb))
        elif exact * speed >= LEAST_WALK * aim.athlete.walk:
            walk = min(aim.caps[day], max(WORTH_A_WALK, round(exact * speed / aim.athlete.walk)))
            drafts.append(Draft(aim.monday + day, RECOVERY_WALK, walk))
    if not few and left * speed >= TRIFLE * budget_m:
        drafts += made_up(aim, days, drafts, left * speed, budget_m)
    drafts.sort(key=lambda draft: draft.day)
    if climb is None:
        _kept_fresh(aim, drafts, speed, race)
    return drafts


def _taper_length(aim: Aim, day: int, exact: float, speed: float, trifle_m: float) -> int:
    """A familiar length of ``exact`` minutes, or whole minutes where that would lose more than a trifle."""
    minutes = even(exact)
    if (exact - minutes) * speed > trifle_m:
        minutes = floor(exact)
    if NEARLY <= exact < LEAST <= aim.caps[day] and aim.caps[day] * aim.athlete.walk < exact * speed:
        return LEAST  # no walk has room for its metres
    return minutes


def _kept_fresh(aim: Aim, drafts: list[Draft], speed: float, race: int | None) -> None:
    """Rest before a ``race`` in this week, and strides at the end of the last run: legs stay quick (P4)."""
    if race is not None:
        _rest_the_last(aim, [draft for draft in drafts if draft.kind is EASY_RUN], speed, race)
    if drafts and drafts[-1].kind is EASY_RUN:
        drafts[-1].strides = STRIDES


def _rest_the_last(aim: Aim, runs: list[Draft], speed: float, race: int) -> None:
    """Make the last of some runs the shortest, and short those of the last two days before the race.

    What is more goes to the others, as far as they have room (P1).
    """
    if len(runs) < 2:
        return
    *others, last = runs
    rooms = {
        run.day: min(aim.caps[run.day - aim.monday], max(ALWAYS, int(aim.road.run_limit(run.day) / speed)))
        for run in others
    }
    shortest = min(others, key=lambda run: run.minutes)
    if shortest.minutes < last.minutes <= rooms[shortest.day]:
        shortest.minutes, last.minutes = last.minutes, shortest.minutes
    while last.minutes >= min(run.minutes for run in others) and last.minutes - STEP >= LEAST_EVE:
        if not _given(last, others, rooms):
            break
    early = [run for run in others if run.day < race - NEAR]
    for near in reversed(runs[len(early) :]):
        while near.minutes > MOST_NEAR and _given(near, early, rooms):
            pass


def _given(giver: Draft, takers: list[Draft], rooms: Mapping[int, int]) -> bool:
    """Whether a run gave five minutes to the shortest of others that has room for them."""
    able = [run for run in takers if run.minutes + STEP <= rooms[run.day]]
    if able:
        giver.minutes -= STEP
        min(able, key=lambda run: run.minutes).minutes += STEP
    return bool(able)


def made_up(aim: Aim, days: int, there: Sequence[Draft], lack_m: float, budget_m: float) -> list[Draft]:
    """A walk for the metres of a budget that the runs had no room for, on a day of a set that holds nothing."""
    free, walk = [day for day in numbers(days & aim.open_days) if _is_free(aim, day, there)], aim.athlete.walk
    if not free or lack_m < 0.75 * LEAST_WALK * walk:
        return []
    wished = max(int(lack_m / walk), min(WORTH_A_WALK, int((lack_m + OVER * budget_m) / walk)))
    minutes = min(30, aim.caps[free[-1]], wished)
    least = min(WORTH_A_WALK, max(LEAST_WALK, wished))
    return [Draft(aim.monday + free[-1], RECOVERY_WALK, minutes)] if minutes >= least else []


def _is_free(aim: Aim, day: int, drafts: Sequence[Draft]) -> bool:
    return all(draft.day != aim.monday + day for draft in drafts)


def _walks(aim: Aim, days: int, budget_m: float, least: int) -> list[Draft]:
    """Walks where no day may hold a run."""
    free = numbers(days & aim.open_days)[:3]
    minutes = [min(30, aim.caps[day], int(budget_m / aim.athlete.walk / len(free))) for day in free]
    walks = zip(free, minutes, strict=True)
    return [Draft(aim.monday + day, RECOVERY_WALK, length) for day, length in walks if length >= least]


def _run_days(aim: Aim, days: int, minutes: float, *, apart: bool, few: bool) -> list[int]:
    """The days of so many minutes of running, best with a day between them; ``apart`` no others."""
    free: Sequence[int] = numbers(days & aim.open_days)
    most = _runs_worth(aim, free, minutes, few=few)
    if apart:
        most = min(3, most)
        free = [day for day in free if not (aim.ran >> day - 1 & 1 if day else aim.prev_run)]
    chosen: list[int] = []
    for step in (2,) if apart else (2, 1):
        for day in free:
            near = any(abs(day - other) < step for other in chosen)
            if len(chosen) < most and day not in chosen and not near:
                chosen.append(day)
    if apart and sum([aim.caps[day] for day in chosen]) < minutes:
        chosen = _roomier_days(aim, free, chosen)
    return sorted(chosen)


def _roomier_days(aim: Aim, free: Sequence[int], chosen: Sequence[int]) -> list[int]:
    """The chosen days, each of them given for a neighbour that has more room where a day stays between all."""
    days = list(chosen)
    for day in chosen:
        others = [other for other in days if other != day]
        able = [each for each in free if all(abs(each - other) > 1 for other in others)]
        days = [*others, max(able, key=lambda each: (aim.caps[each], each == day))]
    return days


def _runs_worth(aim: Aim, free: Sequence[int], minutes: float, *, few: bool) -> int:
    """How many runs so many minutes are worth: none over half an hour or its day, as long as five of them hold that."""
    roomiest = max([aim.caps[day] for day in free], default=ALWAYS)
    worth = max(min(3, round(minutes / 20)), int(minutes / 25)) if few else int(minutes / WORTH)
    worth = max(ceil(minutes / min(ALWAYS, roomiest)), worth)
    if few and minutes <= (usual := _usual_runs(aim)) * _longest_at(aim, free):
        worth = min(worth, usual)
    return max(1, min(MOST_TAPER_RUNS, worth, int(minutes // LEAST_OF_SEVERAL)))


def _longest_at(aim: Aim, days: Sequence[int]) -> float:
    """Minutes that a run may surely last on each of some days, however long their own limit is (P1)."""
    return min([max(ALWAYS, aim.road.run_limit(aim.monday + day) / aim.athlete.easy) for day in days], default=0.0)


def _usual_runs(aim: Aim) -> int:
    """Runs that the athlete's weeks hold at most, a day left for the walk: a return asks for none more (C1, W8)."""
    days = aim.athlete.days.bit_count()
    return min(MOST_RUNS[aim.athlete.profile.experience], days - (days >= ENOUGH_FOR_WALK))


def _run(aim: Aim, day: int, minutes: int, climb: Climb | None) -> Draft:
    if climb is None:
        return Draft(aim.monday + day, EASY_RUN, minutes)
    return Draft(aim.monday + day, RUN_WALK, minutes, stage=min(climb.stage, TOP - 1), held=True)
