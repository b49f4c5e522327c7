"""The plan: a pure function of who the athlete is, what happened, and the day it is asked for."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from coach.fitness import fitness_now
from coach.history import Entry
from coach.paces import hr_zones
from coach.plan import NOTHING_KEPT, Change, Kept, Plan, Week
from coach.planning.athlete import Allowed, Athlete, read_athlete
from coach.planning.block import block_at
from coach.planning.course import Course
from coach.planning.leeway import Leeway
from coach.planning.log import read_log
from coach.planning.memory import resumed
from coach.planning.notices import fitness_notices, is_news, is_race_news, notices
from coach.planning.receipts import SHOWN_DAYS, causes, receipts
from coach.planning.signs import Signs, read_signs
from coach.profile import Profile


def plan(
    profile: Profile,
    history: Iterable[Entry],
    today: date,
    kept: Kept = NOTHING_KEPT,
    *,
    ahead: int | None = None,
    explained: bool = True,
) -> Plan:
    """The weeks of the block that holds ``today``, from the week of ``today`` on.

    With ``ahead`` only so many weeks after today's are made, exactly as they stand in the whole plan, and ``warnings``
    speak of these weeks: what a conversation needs, in a fraction of the time. Not ``explained``, it comes without
    ``changes``, for which the weeks are planned a second time.

    Raises:
        NotPlannable: under 16 (S2), no available day, or a race before the start.
    """
    made = _made(profile, tuple(history), today, kept, ahead)
    changes = made.explain() if explained else ()
    return replace(made.plan, changes=changes) if changes else made.plan


class Made(NamedTuple):
    """A plan without its changes, with what is found out about it where somebody asks.

    ``leeway`` is how far what is logged today may go before it changes the week; ``explain`` plans the same weeks a
    second time, for the changes.
    """

    plan: Plan
    leeway: Leeway | None
    explain: Callable[[], tuple[Change, ...]]


def this_week(profile: Profile, history: Iterable[Entry], today: date, kept: Kept = NOTHING_KEPT) -> Made:
    """The plan with this week alone.

    Raises:
        NotPlannable: as ``plan``.
    """
    return _made(profile, tuple(history), today, kept, 0)


def _made(profile: Profile, history: tuple[Entry, ...], today: date, kept: Kept, ahead: int | None) -> Made:
    known = fitness_now(profile, history, today)
    athlete = read_athlete(profile, None if known is None else known.value)
    block, day = block_at(profile, today), today.toordinal()
    log = read_log(history, today, athlete.pacing.speeds)
    declined = frozenset(each.cause.toordinal() for each in kept.declined if each.rule == "effort_too_high")
    engine = resumed(athlete, block, log, day, read_signs(log, day, declined), kept)
    last = block.weeks if ahead is None else max(0, (day - block.monday) // 7) + ahead + 1
    weeks, course = engine.run(last), engine.course
    before, quicker = athlete, False
    if known is not None and is_news(known, today):
        was = _athlete_before(profile, history, known.date)
        quicker = was.easy < athlete.easy
        if quicker and is_race_news(known, today):
            course.news, before = known.date.toordinal(), was
    made = Plan(
        goal=profile.goal,
        today=today,
        fitness=None if athlete.pacing.fitness is None else round(athlete.pacing.fitness, 1),
        hr_zones=None if athlete.allowed is Allowed.WALK else hr_zones(profile),
        warnings=(*notices(course, weeks), *fitness_notices(athlete, known, today, quicker=quicker)),
        changes=(),
        weeks=tuple(weeks),
    )
    return Made(made, engine.leeway, lambda: _changes(course, kept, weeks, before))


def _athlete_before(profile: Profile, history: Iterable[Entry], day: date) -> Athlete:
    """The athlete as they were known before a day."""
    known = fitness_now(profile, [entry for entry in history if entry.date < day], day)
    return read_athlete(profile, None if known is None else known.value)


def _changes(course: Course, kept: Kept, weeks: list[Week], athlete: Athlete) -> tuple[Change, ...]:
    """What is not as it would have been without what happened: the plan is made again as if it had not.

    ``athlete`` is who it is made for again: known by the results before it.
    """
    found = causes(course)
    if not found:
        return ()
    first = max(course.block.monday, min(day for _, _, day in found))
    calm = resumed(athlete, course.block, course.log.before(first), first, Signs(), kept)
    end = min(course.today + SHOWN_DAYS - 1, weeks[-1].start.toordinal() if weeks else course.today)
    last = (end - course.block.monday) // 7 + 1  # of weeks that are not made nothing is told
    return receipts(course, calm.run(last), weeks, kept.weeks)
