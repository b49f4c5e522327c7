"""The race itself: it stands on its date, as long as it is expected to take, with a walk the day after."""

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
