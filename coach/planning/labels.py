"""What the days of a week are for: health first, then the race, then the way back, then training."""

from enum import Enum
from typing import Final

from coach.planning import tapering
from coach.planning.athlete import Allowed
from coach.planning.block import monday_of
from coach.planning.course import Course
from coach.planning.signs import Bar


class Label(Enum):
    """What a day is for."""

    CLOSED = "closed"
    WALK = "walk"
    GENTLE = "gentle"
    RACE = "race"
    LAST = "last"
    FIRST_TAPER = "first_taper"
    RETURN = "return"
    NORMAL = "normal"
    __hash__ = object.__hash__  # each is itself, and labels are looked up often


LIGHTER_THAN = 0.75
"""The share of a return from which on the last days before a race are lighter than it, and stay as they were (P4)."""
NORMAL: Final = Label.NORMAL
"""What most days are for."""
ORDINARY = (NORMAL,) * 7
"""A week of nothing but training."""
EASY: Final = Allowed.EASY
"""The least that lets somebody run."""
TAPER = 13
"""Days before a race from which on any of its taper may fall (P4)."""


def label_of(course: Course, day: int) -> Label:
    """What a day is for: health first, then the race, then the way back, then training."""
    weekday = (day - 1) % 7
    return labels_of(course, day - weekday)[weekday]


def labels_of(course: Course, monday: int) -> tuple[Label, ...]:
    """What the days of a week are for, remembered as long as no other return is known."""
    key = (monday, len(course.state.ways_back))
    labels: tuple[Label, ...] | None = course.labels.get(key)
    if labels is None:
        labels = ORDINARY if _ordinary(course, monday) else tuple(_label(course, monday + day) for day in range(7))
        course.labels[key] = labels
    return labels


def _ordinary(course: Course, monday: int) -> bool:
    """Whether nothing but training can be in a week, seen at a glance."""
    if course.signs.spells or course.state.ways_back or monday < course.block.first:
        return False
    if course.block.race is not None and monday + 6 >= course.block.race - TAPER:
        return False
    return course.athlete.allowed >= EASY and not course.athlete.walks_first


def _label(course: Course, day: int) -> Label:
    bar, race = course.signs.bar(day), course.block.race
    if day < course.block.first or bar is Bar.TRAINING:
        return Label.CLOSED
    if day == race and course.athlete.allowed >= EASY:
        return Label.CLOSED if course.race is None else Label.RACE  # a race that a pain takes out leaves a day of rest
    if course.athlete.allowed < EASY:
        return Label.WALK
    if bar is Bar.RUNNING:
        return Label.GENTLE
    if walks_first(course, (day - course.block.monday) // 7):
        return Label.WALK
    if course.race is not None and course.race <= day <= course.race + 6 - (course.race - 1) % 7:
        return Label.RACE
    last, way = race is not None and race - tapering.LAST <= day < race, course.way_back(day)
    if way is not None and not (last and way.share(day) >= LIGHTER_THAN):
        return Label.GENTLE if any(way.walked(day) for way in course.state.ways_back) else Label.RETURN
    if last:
        return Label.LAST
    if race is not None and course.block.taper_weeks and race - TAPER <= day < race:
        return Label.FIRST_TAPER
    return NORMAL


def walks_first(course: Course, number: int) -> bool:
    """Whether a week belongs to the weeks of walking before the first run (P6)."""
    if not course.athlete.walks_first:
        return False
    start, weeks = course.athlete.profile.start_date.toordinal(), 2 if course.block.weeks < 10 else 3
    monday = monday_of(start)
    return course.block.monday + 7 * number < monday + 7 * (weeks + (start != monday))
