"""Days gone by, taken as the history tells them: what was run, climbed and raced, what went otherwise than planned."""

from coach.history import Entry
from coach.planning.athlete import RACE_DISTANCE
from coach.planning.block import monday_of
from coach.planning.breaking import end_break
from coach.planning.climbing import Climb, comfortable, counts, shows_the_top
from coach.planning.course import Course
from coach.planning.draft import Draft
from coach.planning.letting_go import let_go
from coach.planning.log import happened
from coach.planning.recovering import RULE, Mending, mending_of, raced, silent_race, way_after
from coach.planning.signs import Bar
from coach.session import RACE, RUN_WALK, TRAINED_RUNS
from coach.workouts.ladder import longest_run_s

SORE = Bar.HARD_AND_LONG
"""What a pain keeps from a day at least: such a day does not climb (C3)."""


def live(course: Course, day: int, drafts: list[Draft]) -> bool:
    """Take a day as the history tells it; whether a return begins with it."""
    state = course.state
    course.road.live(day)
    here = [draft for draft in drafts if draft.day == day]
    let_go(course, day, here)
    _climb_comfortably(course, here)
    reach(course, day, state.climb)
    if course.log.ran(day):
        _run(course, day)
        begun = end_break(course, day)
        return raced_long(course, day) or begun
    if any(draft.kind is RACE for draft in here) and silent_race(course.block, course.log, day):
        return recover(course, day, mending_of(RACE_DISTANCE[course.athlete.profile.goal]))
    ran = any(draft.kind in TRAINED_RUNS for draft in here)
    if state.missed is None and ran:
        state.missed = day
    if state.skipped is None and course.log.skipped_run(day):
        state.skipped = day
    return False


def live_today(course: Course, before: list[Draft], drafts: list[Draft]) -> None:
    """Take what today's log already holds; it stands in the plan no more."""
    today = course.today
    course.road.live(today)
    reach(course, today, course.state.climb)
    if course.log.ran(today):
        _run(course, today)
    _climb_comfortably(course, [draft for draft in before if draft.day == today and draft not in drafts])


def note_odd(course: Course, drafts: list[Draft]) -> None:
    """Remember the days of this week that went otherwise than planned, for the receipts."""
    monday = monday_of(course.today)
    for day in range(monday, course.today + 1):
        planned = sorted((d.kind, d.minutes) for d in drafts if d.day == day)
        entries = [entry for entry in course.log.on(day) if entry.kind and happened(entry)]
        lived = sorted((entry.kind, round(entry.minutes or 0)) for entry in entries if entry.kind)
        if planned != lived and (day < course.today or lived):
            outside = any(not entry.planned for entry in entries)
            fewer = day < course.today and len(lived) < len(planned)  # what is left of today is not missed yet
            course.odd.append((day, "missed" if fewer else "unplanned_run" if outside else "limits"))


def raced_long(course: Course, day: int) -> bool:
    """Whether a long race of a day is followed by a return (C1)."""
    return recover(course, day, raced(course.log.on(day)))


def recover(course: Course, day: int, mending: Mending | None) -> bool:
    """Whether a return begins that was not known yet: the way back after a race of a day (C1)."""
    way = way_after(day, mending, course.road, course.athlete.easy)
    if way is None or any(known.rule == RULE and known.cause == day for known in course.state.ways_back):
        return False
    course.state.ways_back.append(way)
    return True


def climbed(course: Course, draft: Draft) -> bool:
    """Whether a run/walk went comfortably on its day, and was as long as the longest run of its stage at least."""
    stretch_s = longest_run_s(draft.stage or 0)
    entries = (entry for entry in course.log.on(draft.day) if entry.kind is RUN_WALK and comfortable(entry))
    return any(_held(entry, stretch_s) for entry in entries)


def _held(entry: Entry, stretch_s: float) -> bool:
    """Whether a run/walk held so many seconds of running on end, as far as anything is known of it."""
    known_s = entry.longest_run_s or 60 * (entry.minutes or 0)
    return not known_s or known_s >= stretch_s


def reach(course: Course, day: int, climb: Climb | None) -> None:
    """Whoever ran half an hour without a walk on a day is at the ladder's top, unless it hurts (P5)."""
    if climb is None or course.signs.bar(day) >= SORE:
        return
    if any(map(shows_the_top, course.log.on(day))):
        climb.reach_the_top()


def climb_by(course: Course, draft: Draft) -> None:
    """Take a run/walk as one of those after which its stage is left; none is while it hurts (P5)."""
    climb = course.state.climb
    if climb is None or course.signs.bar(draft.day) >= SORE:
        return
    if counts(draft, climb):
        climb.step()


def _run(course: Course, day: int) -> None:
    """Somebody ran on a day."""
    course.state.first_run = course.state.first_run or day
    course.state.proven = course.state.proven or course.log.proves(day)


def _climb_comfortably(course: Course, drafts: list[Draft]) -> None:
    """Climb by those run/walks that went comfortably."""
    for draft in drafts:
        if draft.kind is RUN_WALK and climbed(course, draft):
            climb_by(course, draft)
