"""What of a taper was missed or is barred: no other day makes it up (P4, C1, C3)."""

from coach.planning import tapering
from coach.planning.course import Course
from coach.planning.draft import Draft
from coach.planning.signs import Bar
from coach.session import RECOVERY_WALK, TRAINED_RUNS


def let_go(course: Course, day: int, drafts: list[Draft]) -> None:
    """Remember what a day of the taper held on which nothing was done: no other day makes it up (C1).

    Of a day with a pain or an illness that is what it would have held without, so that they give no more (C3).
    """
    race, road = course.block.race, course.road
    if race is None or not race - 14 < day < race:
        return
    done = road.span(day, 1) + road.guessed(day, day + 1)
    held = _share_of(course, day) if course.signs.bar(day) >= Bar.HARD_AND_LONG else 0.0
    if not done:
        athlete = course.athlete
        runs = sum(draft.minutes for draft in drafts if draft.kind in TRAINED_RUNS)
        walks = sum(draft.minutes for draft in drafts if draft.kind is RECOVERY_WALK)
        held = max(held, runs * athlete.easy + walks * athlete.walk)
    if held > done:
        course.state.let_go[day] = held - done


def taper_gone(course: Course, first: int, end: int, planned: tapering.Planned) -> float:
    """Metres that the days of a taper from ``first`` to the one before ``end`` hold no more.

    They were covered, or missed and let go; or a pain or an illness bars the day, but for what is ``planned`` on it.
    """
    gone = course.road.span(first, max(0, end - first)) + course.road.guessed(first, end)
    return gone + sum(_lost(course, day, planned) for day in range(first, end))


def _lost(course: Course, day: int, planned: tapering.Planned) -> float:
    missed = course.state.let_go.get(day, 0.0)
    if missed or course.signs.bar(day) < Bar.RUNNING:
        return missed
    there = course.road.span(day, 1) + sum(metres for at, metres in planned if at == day)
    return max(0.0, _share_of(course, day) - there)


def _share_of(course: Course, day: int) -> float:
    """Metres that fall to a day of a taper where its days share them alike (P4)."""
    block, caps = course.block, course.athlete.caps
    first, last = tapering.last_days(block)
    if day >= first:
        budget, days = tapering.last_budget(block, course.road), range(first, last + 1)
    elif block.taper_weeks:
        budget, days = tapering.first_budget(block, course.road), range(first - 7, first)
    else:
        return 0.0
    able = [each for each in days if caps[(each - 1) % 7]]
    return budget / len(able) if day in able else 0.0
