"""The days of a return: easy, in their share of the best week (C1, C3, C5)."""

from dataclasses import replace
from typing import NamedTuple

from coach.plan import BASE
from coach.planning import tapering
from coach.planning.aim import Aim
from coach.planning.block import monday_of
from coach.planning.calendar import numbers
from coach.planning.climbing import spared, whole_sessions
from coach.planning.course import Course
from coach.planning.draft import Draft
from coach.planning.lighter import LIGHTER
from coach.planning.making import metres_of
from coach.planning.phases import lighter_anyhow
from coach.planning.plain import plain_days
from coach.planning.returning import LONG_BREAK, Return
from coach.planning.signs import ILLNESS_CAPS
from coach.session import STRENGTH, TRAINED_RUNS


class Usual(NamedTuple):
    """Metres on foot of a week, and those of its runs."""

    whole_m: float
    runs_m: float


def return_days(course: Course, part: Aim) -> list[Draft]:
    """Easy days in the return's share of the best week, split over the days there are (C1)."""
    open_days = numbers(part.open_days)
    ways = {course.way_back(part.monday + day) for day in open_days} - {None}
    first = part.monday + open_days[0]
    budgets = [(_return_budget(course, way, part, first), way.first) for way in ways if way is not None]
    return return_week(course, part, *min(budgets)) if budgets else []


def _usual(course: Course, part: Aim, way: Return) -> Usual:
    """The week in which the days off began, had there been none: what was stated may be far more (C1)."""
    monday = monday_of(way.cause)
    limit = course.road.week_limit(monday)
    monday = max(monday, course.block.monday)
    whole = replace(part, monday=monday, phase=BASE, caps=course.athlete.caps, strength=course.athlete.strength)
    whole = replace(whole, limit_m=limit, target_m=min(course.state.target_m, limit), gave=[])
    drafts = plain_days(course, whole)
    return Usual(metres_of(course, whole, drafts), sum(d.metres for d in drafts if d.kind in TRAINED_RUNS))


def _return_budget(course: Course, way: Return, part: Aim, first: int) -> float:
    """Metres that a return leaves to the days from ``first`` to Sunday, what is done already taken off.

    Its runs are no more than those of the week without the days off; after a few of them that might have been a
    lighter one (P3).
    """
    begun, usual = max(way.first, part.monday), _usual(course, part, way)
    days = part.monday + 7 - begun
    done = course.road.span(begun, max(0, first - begun))
    lived = max(course.road.span(monday_of(way.cause) - 7 * n, 7) for n in (1, 2, 3, 4))
    best = min(way.best_m, max(lived, usual.whole_m)) if usual.whole_m else way.best_m
    share = way.week_share if course.state.climb is None else way.mean_share
    shared = share(begun, min(way.last, part.monday + 6)) * best
    might = course.road.week_limit(monday_of(way.cause)) or shared  # no more than without the days off
    lighter = way.days < LONG_BREAK and lighter_anyhow(course)
    runs = (LIGHTER if lighter else 1.0) * usual.runs_m or shared
    return max(0.0, min(0.93 * min(shared, might), runs) * days / 7 - done)


def return_week(course: Course, part: Aim, budget_m: float, begun: int) -> list[Draft]:
    """Easy runs only, as many as the budget makes worth while; strength where the days have room."""
    drafts = spared(part, _runs(course, part, budget_m, begun), course.state.climb, course.state.first_run)
    for draft in drafts:
        draft.strides = 0
    return drafts + beside(part, drafts, part.strength)


def _runs(course: Course, part: Aim, budget_m: float, begun: int) -> list[Draft]:
    """The runs of a return's days, on the ladder those of the week it has ``begun`` in as in a whole week of it.

    So seven days hold no more of them than a week does, and the next one need not be lighter.
    """
    first, monday = part.monday + numbers(part.open_days)[0], part.monday
    if begun > monday and course.state.climb is not None:
        caps = tuple(cap if monday + n >= begun else course.athlete.caps[n] for n, cap in enumerate(part.caps))
        whole = _runs_from(course, replace(part, caps=caps), budget_m * 7 / (monday + 7 - begun), first)
        days = {draft.day for draft in whole if draft.kind in TRAINED_RUNS}
        beside = first == course.today and first + 1 in days and first not in days  # today may have been sent one (P5)
        if days and not beside and all(part.open_days >> draft.day - monday & 1 for draft in whole):
            return whole
    return _runs_from(course, part, budget_m, first)


def _runs_from(course: Course, part: Aim, budget_m: float, first: int) -> list[Draft]:
    climb = course.state.climb
    drafts = whole_sessions(part, budget_m, climb, _short_days(course, first), first)
    drafts = drafts or tapering.taper_runs(part, part.open_days, budget_m, climb, few=True)
    return [draft for draft in drafts if draft.day >= first]


def _short_days(course: Course, first: int) -> tuple[int, ...]:
    """Minutes that the next days of training may last at most, of the first four after an illness (C5)."""
    backs = [back for back in course.signs.backs if back < monday_of(first) + 7]
    trained = [len(course.trained(back, max(back, first))) for back in backs]
    return ILLNESS_CAPS[min(trained, default=len(ILLNESS_CAPS)) :]


def beside(part: Aim, runs: list[Draft], count: int) -> list[Draft]:
    """Light strength on so many days that have room beside easy runs, free days first."""
    busy = {draft.day - part.monday: draft.minutes for draft in runs}
    spares = {day: part.caps[day] - busy.get(day, 0) for day in range(7) if not part.no_strength >> day & 1}
    days = [
        day for day in sorted(spares, key=lambda day: (day in busy, day)) if spares[day] >= (20 if day in busy else 15)
    ]
    chosen: list[int] = []
    for day in days:
        full = set(busy) | set(chosen) | {day}
        if len(chosen) < count and len(full) < 7 and not {day - 1, day + 1} & set(chosen):
            chosen.append(day)
    strength = STRENGTH
    return [Draft(part.monday + day, strength, min(20, spares[day]), light=True) for day in chosen]
