"""Days of nothing but training: the ladder's, or those of continuous running."""

from math import inf

from coach.plan import TAPER
from coach.planning.aim import Aim
from coach.planning.athlete import ENOUGH_RUNNING, LEAST_RUNNING
from coach.planning.calendar import numbers
from coach.planning.climbing import Climb, climbing_week
from coach.planning.course import Course
from coach.planning.draft import Draft
from coach.planning.returning import stages_lost
from coach.planning.running import running_week
from coach.planning.turns import hard_kinds


def plain_days(course: Course, part: Aim) -> list[Draft]:
    """The drafts of the open days of ``part``."""
    if not part.open_days:
        return []
    climb = course.state.climb
    if climb is not None:
        first, heavy = course.state.first_run, course.athlete.heavy
        quiet = course.way_back(part.monday + numbers(part.open_days)[0], open_end=True)
        if quiet is not None:
            climb = Climb(max(0, climb.stage - stages_lost(quiet.days)))
        return climbing_week(part, climb, hold=part.held, first_run=first, heavy=heavy)
    if part.phase is not TAPER and _is_too_little(part):
        return climbing_week(part, Climb(9), hold=True)
    goal, emphasis = course.athlete.profile.goal, course.block.emphasis
    return running_week(part, hard_kinds(goal, part.phase, emphasis, part.week))


def _is_too_little(part: Aim) -> bool:
    """Whether a week has no room for running without walks: that of who began without any takes less."""
    if part.limit_m >= ENOUGH_RUNNING * part.athlete.easy:  # as most weeks have: the least need not be reckoned
        return False
    plain = part.athlete.first_stage is None
    return part.limit_m < min(least_m(part), LEAST_RUNNING * part.athlete.easy if plain else inf)


def least_m(part: Aim) -> float:
    """Metres of the smallest week of continuous running worth planning."""
    days = part.open_days.bit_count()
    runs = min(3, days - (1 if part.wants_walk else 0))
    minutes = min(15, sorted(part.caps)[-max(1, runs)] or 15)
    return runs * minutes * part.athlete.easy + (minutes * part.athlete.walk if part.wants_walk else 0)
