"""What a week is for once care, returns and lighter weeks have had their say (P3)."""

from coach.plan import BASE, BUILD, CUTBACK, PEAK, RACE_WEEK, RETURN, TAPER, WALK_WEEK, Phase
from coach.planning.course import Course
from coach.planning.labels import ORDINARY, Label
from coach.planning.signs import Bar

UPS = 3
"""Weeks that climb before one is made lighter (P3)."""
UP = frozenset({BASE, BUILD, PEAK})
"""Phases whose weeks count towards the next cutback."""
TAPERING, TAPERED = frozenset({TAPER, RACE_WEEK}), frozenset({Label.LAST, Label.FIRST_TAPER})
"""Phases that lead to a race, and what their days are for, also where a pain takes the race out."""


def phase_of(course: Course, number: int, first: int, labels: tuple[Label, ...], *, held: bool) -> Phase:
    """The phase of a week whose days from ``first`` on are being planned; ``labels`` say what all its days are for.

    A week that is ``held`` becomes no lighter one.
    """
    monday, planned = course.block.monday + 7 * number, course.block.phase(number)
    if course.race is None and planned in TAPERING:
        planned = TAPER if labels is not ORDINARY and TAPERED & set(labels) else BASE if planned is RACE_WEEK else PEAK
    if labels is not ORDINARY:
        labels = labels[first - monday :]
        if Label.WALK in labels:
            return WALK_WEEK
        if planned is RACE_WEEK:
            return planned
        if _is_off(course, monday):
            return RETURN
        if Label.GENTLE in labels or Label.RETURN in labels or set(labels) == {Label.CLOSED}:
            return RETURN
    if planned is TAPER:
        return planned
    return CUTBACK if planned is not RACE_WEEK and not held and cuts_back(course) else planned


def _is_off(course: Course, monday: int) -> bool:
    """Whether an illness takes most of a week's days: the few before it make no week of training (C4, C5)."""
    days = [day for day in range(max(monday, course.block.first), monday + 7) if course.athlete.caps[(day - 1) % 7]]
    return 2 * sum(course.signs.bar(day) is Bar.TRAINING for day in days) > len(days)


def cuts_back(course: Course) -> bool:
    """Whether a week comes after three that climbed (P3)."""
    return course.state.ups == UPS and may_cut_back(course)


def lighter_anyhow(course: Course) -> bool:
    """Whether a week of a return would have been a lighter one without it."""
    return course.state.ups_anyhow == UPS and may_cut_back(course)


def may_cut_back(course: Course) -> bool:
    """Whether a block has lighter weeks: none on the ladder and in plans under four weeks."""
    return course.state.climb is None and course.block.weeks >= 4
