"""The strength ladders on the way through a block: moved week by week by what was logged (see ``workouts.lifting``)."""

from datetime import date

from coach.history import Entry
from coach.planning.aim import Aim
from coach.planning.athlete import Athlete, dose_week
from coach.planning.block import Block, block_at, monday_of
from coach.planning.course import Course
from coach.planning.log import Log
from coach.session import STRENGTH
from coach.standing import Standings
from coach.workouts.lifting import after_week, beginning

LONGEST_MEMORY = 104
"""Weeks before a block that its ladders are reckoned from."""


def ladders_at(athlete: Athlete, block: Block, log: Log) -> Standings:
    """The standings on the block's Monday: where the profile begins, moved by every week logged in earlier blocks."""
    standings = beginning(athlete.equipment, athlete.profile.experience)
    lifted = [day for day in log.days if day < block.monday and any(map(_is_strength, log.on(day)))]
    if block.number == 0 or not lifted:
        return standings
    start = monday_of(athlete.profile.start_date.toordinal())
    first = max(start, monday_of(min(lifted)), block.monday - 7 * LONGEST_MEMORY)
    for monday in range(first, block.monday, 7):
        week = 1
        if any(monday <= day < monday + 7 for day in lifted):
            within = block_at(athlete.profile, date.fromordinal(monday))
            week = (monday - within.monday) // 7 + 1
        standings = after_week(
            standings, _week_of(log, monday, block.monday), athlete.equipment, dose_week(athlete, week)
        )
    return standings


def ladders_after(course: Course, aim: Aim, *, ahead: bool) -> Standings:
    """The standings that a week hands to the next: by its log, and as if done what strength is still ``ahead``."""
    entries = _week_of(course.log, aim.monday, course.today + 1) if course.log.days else []
    week = dose_week(course.athlete, aim.week + 1)
    return after_week(course.state.ladders, entries, course.athlete.equipment, week, ahead=ahead)


def _week_of(log: Log, monday: int, end: int) -> list[Entry]:
    """What was lifted in a week before ``end``, oldest first."""
    days = range(monday, min(monday + 7, end))
    return [entry for day in days for entry in log.on(day) if _is_strength(entry)]


def _is_strength(entry: Entry) -> bool:
    return bool(entry.exercises) or entry.kind is STRENGTH
