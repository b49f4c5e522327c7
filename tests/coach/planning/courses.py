"""Courses through a block for tests: an athlete, what they logged, and a day."""

import datetime as dt

from coach.history import Entry
from coach.plan import NOTHING_KEPT
from coach.planning.athlete import read_athlete
from coach.planning.block import block_at
from coach.planning.course import Course
from coach.planning.engine import Engine
from coach.planning.log import read_log
from coach.planning.memory import begun
from coach.planning.signs import read_signs
from coach.profile import Profile
from tests.builders import MONDAY


def an_engine(profile: Profile, history: tuple[Entry, ...] = (), today: dt.date = MONDAY) -> Engine:
    """An engine at the first week of the block, nothing kept."""
    athlete = read_athlete(profile)
    log, day = read_log(history, today, athlete.pacing.speeds), today.toordinal()
    return begun(athlete, block_at(profile, today), log, day, read_signs(log, day), NOTHING_KEPT)


def a_course(profile: Profile, history: tuple[Entry, ...] = (), today: dt.date = MONDAY) -> Course:
    """A course at the first week of the block."""
    return an_engine(profile, history, today).course
