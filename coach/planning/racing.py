"""The race itself: it stands on its date, as long as it is expected to take, with a walk the day after.

And what it leaves of strength in the days before it.
"""

from coach.paces import predict
from coach.planning.aim import Aim
from coach.planning.athlete import RACE_DISTANCE
from coach.planning.course import Course
from coach.planning.draft import Draft
from coach.session import RACE, RECOVERY_WALK


def race_days(course: Course, aim: Aim, days: int) -> list[Draft]:
    """The race, and a walk the day after where the calendar has it."""
    race = course.race or 0
    drafts = []
    if days >> (race - aim.monday) & 1:
        metres = RACE_DISTANCE[course.athlete.profile.goal]
        minutes = _minutes(course, metres)
        drafts.append(Draft(race, RACE, minutes, race_m=metres))
    after = race + 1 - aim.monday
    if after < 7 and aim.caps[after] and days >> after & 1:
        drafts.append(Draft(race + 1, RECOVERY_WALK, min(20, aim.caps[after])))
    return drafts


def _minutes(course: Course, metres: int) -> int:
    """Minutes the race is expected to take: predicted where fitness is known, else at an easy pace."""
    fitness = course.athlete.pacing.fitness
    return round(metres / course.athlete.easy if fitness is None else predict(fitness, metres) / 60)


def strength_of(course: Course, monday: int) -> int:
    """Strength sessions of a week; one in the first week of a two-week taper (W7)."""
    race, count = course.race, course.athlete.strength
    light = race is not None and course.block.taper_weeks and monday <= race - 10 < monday + 7
    return min(1, count) if light else count


def no_strength(course: Course, monday: int) -> int:
    """The race and the seven days before it (W7)."""
    race = course.race
    if race is None:
        return 0
    first = race - 7
    if course.block.taper_weeks and not monday <= race - 10 < monday + 7:
        first = race - 13
    if not first - 7 < monday <= race:
        return 0
    return sum(1 << day for day in range(7) if first <= monday + day <= race)
