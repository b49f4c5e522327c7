"""The drafts of a week, or of what is left of one: each day is labelled, and days of a label are planned together."""

from dataclasses import replace
from operator import attrgetter

from coach.plan import BUILD, CUTBACK, PEAK, RETURN, Phase
from coach.planning import tapering
from coach.planning.aim import HALF_AN_HOUR, Aim, days_with
from coach.planning.athlete import RETURNING, Allowed
from coach.planning.calendar import numbers
from coach.planning.climbing import Climb, climbing_week, mixed_speed, spared
from coach.planning.coming_back import beside, return_days
from coach.planning.course import Course
from coach.planning.draft import Draft
from coach.planning.filling import with_room
from coach.planning.joining import joined
from coach.planning.labels import NORMAL, ORDINARY, Label, labels_of
from coach.planning.letting_go import taper_gone
from coach.planning.lighter import LIGHTER, MOST_LIGHTER
from coach.planning.making import late_weeks
from coach.planning.phases import UP, UPS, cuts_back, may_cut_back, phase_of
from coach.planning.plain import least_m, plain_days
from coach.planning.racing import no_strength, race_days, strength_of
from coach.planning.signs import Bar, rested
from coach.planning.sizing import total
from coach.planning.walking import gentle_days, walking_week
from coach.session import (
    CROSS_TRAINING,
    LONG_RUN,
    RACE,
    RECOVERY_WALK,
    STRENGTH,
    TRAINED_RUNS,
)

GROWTH = 0.07
"""How much a week grows over the one before, below what P2 allows."""
LEAST_WISHED = 0.72
"""What a lighter week is meant to be of the week before it at least, however far the plan has fallen behind (P3)."""
HARDER = frozenset({BUILD, PEAK})
"""Phases whose weeks may hold more than one hard run."""
RUNS_WITH_LONG = 3
"""Runs of a week from which on one of them is the long one (W4)."""
ALL = Allowed.ALL
"""What hard runs ask for."""
_DAY = attrgetter("day")


def aim_of(course: Course, number: int, first: int) -> Aim:
    """What the days from ``first`` on of a week are to become; a newcomer's is easy until half an hour is run (W3)."""
    monday = course.block.monday + 7 * number
    labels = labels_of(course, monday)
    held = course.held(monday)
    phase = phase_of(course, number, first, labels, held=held)
    state, athlete, road, whole = course.state, course.athlete, course.road, first == monday
    caps = athlete.caps
    if not whole or labels is not ORDINARY:
        caps = tuple(
            [cap if monday + n >= first and labels[n] is not Label.CLOSED else 0 for n, cap in enumerate(caps)]
        )
    limit_m = road.week_limit(monday)
    if held:  # under a pain as many as before it, and P2 is kept after
        limit_m = max(limit_m, state.level_m)
    limit_m = limit_m if whole else max(0.0, limit_m - road.span(monday, first - monday))
    target_m = _held_target(course) if held else _target(course, number, monday, phase)
    hards, strength = _hards(course, number, phase), athlete.strength
    # fields in their order, then one by one where the week needs them: calling by name takes five times as long
    aim = Aim(athlete, road, number, monday, phase, caps, limit_m, target_m, hards, strength, athlete.long_day)
    aim.prev_hard = state.prev_hard if whole else course.log.hard(first - 1)
    aim.prev_run = state.prev_run if whole else course.log.ran(first - 1)
    aim.prev_long, aim.rode, aim.held = state.prev_long, state.rode, held
    aim.no_long = 1 if state.prev_strength else 0
    aim.brief = phase is CUTBACK or phase is RETURN
    if state.ways_back:
        aim.brief |= any(way.last == monday - 1 for way in state.ways_back)
    if athlete.long_day == 0:
        aim.long_next = number < course.block.weeks - 1 and _trains_on(course, monday + 7)
    if course.signs.spells:
        aim.no_hard = course.signs.calm(monday)
    if course.block.race is not None:
        aim.strength, aim.no_strength = strength_of(course, monday), no_strength(course, monday)
        aim.late = phase is not CUTBACK and late_weeks(course, monday)
        aim.last_long = course.race is not None and monday <= course.race - 7 < monday + 7
    return aim


def _trains_on(course: Course, monday: int) -> bool:
    """Whether a week may begin with a long run: an ordinary Monday, and days enough for three runs."""
    labels = labels_of(course, monday)
    if labels is ORDINARY:
        return days_with(course.athlete.caps, 1).bit_count() >= RUNS_WITH_LONG
    if labels[0] is not NORMAL:
        return False
    days = [1 for label, cap in zip(labels, course.athlete.caps, strict=True) if label is NORMAL and cap]
    walks = course.athlete.days.bit_count() >= tapering.ENOUGH_FOR_WALK  # and one day is for that (W8)
    return len(days) >= RUNS_WITH_LONG + walks


def easy_monday_next(course: Course, aim: Aim, drafts: list[Draft]) -> bool:
    """Whether the week after these ``drafts`` has no long run on its Monday: a lighter one, or one of two runs (W7)."""
    if aim.phase not in UP:
        return False
    lighter = course.state.ups == UPS - 1 and may_cut_back(course)
    if not lighter and sum(draft.kind in TRAINED_RUNS for draft in drafts) >= RUNS_WITH_LONG:
        return False
    road = course.road.onward(course.log)
    road.note([draft for draft in drafts if draft.day >= course.today])  # its runs may be as long as these let them
    after = replace(aim, road=road, week=aim.week + 1, monday=aim.monday + 7, caps=aim.athlete.caps, gave=[])
    if lighter:
        after.phase = CUTBACK
        after.target_m = after.limit_m = _lighter_target(aim.target_m, total(drafts))
    return all(draft.kind is not LONG_RUN for draft in plain_days(course, after))


def _held_target(course: Course) -> float:
    """As far as the last week before a pain or a break; less where a lighter week was due, so that it loses as well."""
    return course.state.level_m * (LIGHTER if cuts_back(course) else 1.0)


def _target(course: Course, number: int, monday: int, phase: Phase) -> float:
    target = course.state.target_m
    if phase is CUTBACK:
        return _lighter_target(target, course.week_before(monday))
    if number == 0:
        return target
    if course.signs.strained(monday - 7):
        return target  # who did too much has more than enough to do the same again (C2)
    step = max(GROWTH * target, 1000)
    if rested(course.log, min(monday, course.today)):
        step = max(step, 0.1 * target, 1500)  # the full step of P2, which the week's limit bounds
    return min(max(course.ceiling_m, target), target + step)


def _lighter_target(target_m: float, before_m: float) -> float:
    """What a lighter week is to become after one of so many metres, when the plan wanted ``target_m`` (P3)."""
    return min(MOST_LIGHTER * before_m, max(LEAST_WISHED * before_m, LIGHTER * target_m))


def _hards(course: Course, number: int, phase: Phase) -> int:
    if course.athlete.allowed < ALL or not course.state.proven:
        return 0
    if number == course.block.number == 0 and course.athlete.profile.experience is RETURNING:
        return 0  # whoever comes back finds their feet first [C]
    return course.athlete.hards if phase in HARDER else 1


def drafts_of(course: Course, aim: Aim, first: int) -> list[Draft]:
    """The drafts of a week's days from ``first`` on."""
    days = _by_label(course, aim, first)
    drafts: list[Draft] = []
    for label, numbered in days.items():
        part = _part(course, aim, label, numbered, drafts)
        drafts += [draft for draft in part if _strength_may_be(aim, draft)] if aim.no_strength else part
    drafts.sort(key=_DAY)  # strength comes after what it shares the day with already
    if len(days) > 1:
        drafts = joined(aim, drafts, course.race)
    return with_room(aim, drafts)


def _by_label(course: Course, aim: Aim, first: int) -> dict[Label, int]:
    """The days from ``first`` on that may hold something, by what they are for, the earliest first."""
    labels = labels_of(course, aim.monday)
    if labels is ORDINARY and first <= aim.monday:
        return {NORMAL: aim.open_days} if aim.open_days else {}
    days: dict[Label, int] = {}
    for day in range(max(0, first - aim.monday), 7):
        if aim.caps[day] or aim.monday + day == course.race:
            days[labels[day]] = days.get(labels[day], 0) | 1 << day
    return days


def _strength_may_be(aim: Aim, draft: Draft) -> bool:
    """Strength keeps off the last days before a race (W7)."""
    return draft.kind is not STRENGTH or not aim.no_strength >> draft.day - aim.monday & 1


def _planned_m(aim: Aim, drafts: list[Draft]) -> list[tuple[int, float]]:
    """Days and metres on foot of drafts that are not made yet."""
    speeds = {RECOVERY_WALK: aim.athlete.walk}
    speeds |= dict.fromkeys((STRENGTH, CROSS_TRAINING, RACE), 0.0)
    return [(draft.day, draft.minutes * speeds.get(draft.kind, aim.athlete.easy)) for draft in drafts]


def _part(course: Course, aim: Aim, label: Label, days: int, there: list[Draft]) -> list[Draft]:
    part, state = _narrowed(aim, days, there), course.state
    if label is NORMAL:  # most days are
        return _normal_days(course, part)
    match label:
        case Label.CLOSED:
            return []
        case Label.WALK:
            walking = course.athlete.allowed is Allowed.WALK
            part = replace(part, strength=0) if walking else part
            walks = walking_week(part, rides=course.athlete.allowed >= Allowed.EASY)
            return [draft for draft in walks if _bearable(course, draft)]
        case Label.GENTLE:
            return gentle_days(part)
        case Label.RACE:
            return race_days(course, aim, days)
        case Label.LAST:
            return spared(part, _last_days(course, part, _planned_m(aim, there)), state.climb, state.first_run)
        case Label.FIRST_TAPER:
            return spared(part, _first_taper(course, part, _planned_m(aim, there)), state.climb, state.first_run)
        case Label.RETURN:
            return return_days(course, part)


def _narrowed(aim: Aim, days: int, there: list[Draft]) -> Aim:
    """The aim for some of a week's days: their share of the target, their neighbours in mind."""
    if days == aim.open_days and not there and aim.open_days.bit_count() == aim.athlete.days.bit_count():
        return aim
    caps = tuple(cap if days >> day & 1 else 0 for day, cap in enumerate(aim.caps))
    share = sum(1 for cap in caps if cap) / max(1, sum(1 for cap in aim.athlete.caps if cap))
    used = sum(draft.minutes * aim.athlete.walk for draft in there if draft.kind is RECOVERY_WALK)
    used += sum(draft.minutes * aim.athlete.easy for draft in there if draft.kind in TRAINED_RUNS)
    strength = aim.strength - sum(draft.kind is STRENGTH for draft in there)
    if share < 1:
        strength = min(strength, round(aim.strength * share + 0.2))
    return replace(
        aim,
        caps=caps,
        target_m=aim.target_m * min(1.0, share),
        limit_m=max(0.0, aim.limit_m - used),
        gave=aim.gave,
        strength=max(0, strength),
        ran=sum(1 << draft.day - aim.monday for draft in there if draft.kind in TRAINED_RUNS),
    )


def _bearable(course: Course, draft: Draft) -> bool:
    """While running hurts, strength waits as well (C3)."""
    return draft.kind is not STRENGTH or course.signs.bar(draft.day) < Bar.RUNNING


def _last_days(course: Course, part: Aim, planned: tapering.Planned) -> list[Draft]:
    """Their share of what the last seven days may hold."""
    first, last = tapering.last_days(course.block)
    budget = tapering.last_budget(course.block, course.road, planned)
    if not budget:
        return climbing_week(replace(part, strength=0), course.state.climb or Climb(9), hold=True, runs=2)
    placed = taper_gone(course, first, last + 1, planned)
    placed += sum(metres for day, metres in planned if day >= first)
    here = _here(course, part, max(first, part.monday), last + 1, budget - placed)
    race = course.race if last < part.monday + 7 else None
    return tapering.taper_runs(part, part.open_days, here, course.state.climb, tapering.LEAST_WALK, race=race)


def _here(course: Course, part: Aim, first: int, end: int, budget_m: float, *, lifts: bool = False) -> float:
    """What of a taper's metres falls to the days of ``part``, by the room that the days up to ``end`` have.

    Where next week ``lifts`` and its days are too short for strength and a run, one of them is for that.
    """
    if budget_m <= 0:  # spent already
        return 0.0
    later = [day for day in range(max(first, part.monday + 7), end) if course.athlete.caps[(day - 1) % 7]]
    if lifts and max([course.athlete.caps[(day - 1) % 7] for day in later], default=HALF_AN_HOUR) < HALF_AN_HOUR:
        later = later[:-1]
    rooms = {day: course.athlete.caps[(day - 1) % 7] for day in later}
    rooms |= {part.monday + day: part.caps[day] for day in numbers(part.open_days)}
    longest = max(30.0, course.road.run_limit(part.monday) / part.athlete.easy)
    rooms = dict(tapering.fresh(rooms, course.block.race or 0, budget_m / part.athlete.easy, longest))
    here = budget_m * tapering.share_of(rooms, part.monday + 7, budget_m / part.athlete.easy)
    least = tapering.LEAST * mixed_speed(part)
    if budget_m < least:  # too little for a run: a walk
        least = tapering.WORTH_A_WALK * part.athlete.walk
    if not later or here <= 0 or min(here, budget_m - here) >= least:
        return here
    holds = max(rooms[day] for day in later) * part.athlete.easy >= budget_m
    return 0.0 if holds and 2 * here <= budget_m else budget_m  # the last run is nearer to the race


def _first_taper(course: Course, part: Aim, planned: tapering.Planned) -> list[Draft]:
    """The first week of a two-week taper: lighter by a third, strength once and light (P4, W7)."""
    first, _ = tapering.last_days(course.block)
    budget = tapering.first_budget(course.block, course.road, planned)
    if not budget:
        return plain_days(course, replace(part, strength=0))
    start = max(first - 7, part.monday)
    placed = taper_gone(course, first - 7, first, planned)
    middle = part.monday <= first - 4 < part.monday + 7
    lifts = part.strength > 0 and part.monday + 7 <= first - 4
    metres = _here(course, part, start, first, budget - placed, lifts=lifts)
    strength = min(1, part.strength) if middle else 0
    aim = replace(part, target_m=metres, hards=min(1, part.hards), strength=strength)
    if course.state.climb is not None or metres < least_m(part) or part.open_days.bit_count() < 3:
        drafts = tapering.taper_runs(aim, part.open_days, metres, course.state.climb)
        return drafts + beside(aim, drafts, strength)
    drafts = plain_days(course, aim)
    for draft in drafts:
        draft.light = draft.kind is STRENGTH
    return drafts


def _normal_days(course: Course, part: Aim) -> list[Draft]:
    race = course.race
    if race is not None and race - part.monday < 7:
        part = replace(part, hards=0)
    return plain_days(course, part)
