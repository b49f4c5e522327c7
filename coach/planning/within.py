"""What is left of a week stays within its limit, with as few changed sessions as may be (P2, C6)."""

from collections.abc import Callable

from coach.plan import RETURN
from coach.planning.aim import Aim
from coach.planning.course import Course
from coach.planning.done import Done
from coach.planning.draft import Draft, Frame, always_allowed
from coach.planning.lengths import STEP, even
from coach.planning.sharing import long_limit
from coach.planning.sizing import drop_to, keep_long_share, resize, shrink_to, total
from coach.planning.tapering import last_days, last_most
from coach.session import EASY_RUN, LONG_RUN, RECOVERY_WALK, RUN_KINDS, RUN_WALK, TRAINED_HARD, TRAINED_RUNS
from coach.slot import Zone

EASY = frozenset({EASY_RUN, RECOVERY_WALK})
"""What becomes less first."""
WORTH_GOING_LONG = 40
"""Minutes that are left of a long run, below which it shares what there is with the easy ones [C]."""
WORTH_LEAVING = 15
"""Minutes of what a shorter session has left, below which it goes instead."""

RUNS_WITH_LONG = 3
"""Runs of a week from which on the long one has a share of it (W6)."""

Keeps = Callable[[Draft], bool]
"""Whether the long run keeps its share of the week where a session goes."""


def within_week(course: Course, aim: Aim, ahead: list[Draft], done: Done, frame: Frame) -> None:
    """What is left on foot stays within the week's limit, what was done counted (P2, C6)."""
    if aim.phase is RETURN:
        return
    limit = course.road.week_limit(aim.monday) - done.counted_m
    if total(ahead) <= limit or always_allowed(ahead, done.sessions):
        return
    limit = max(limit, _floor_left(course, done, ahead))
    keep_long_share(ahead, done.known_m, done.runs, frame, late=aim.late)  # what it must lose no other need lose (W6)
    if _easy_first(course.today, ahead, limit, frame, lambda gone: _keeps_share(aim, done, ahead, gone)):
        return
    _hard_first(course, ahead, limit)
    _long_last(ahead, limit)
    shrink_to(ahead, limit, frame)
    drop_to(ahead, limit)
    ahead[:] = [draft for draft in ahead if draft.kind is not RUN_WALK or draft.minutes >= WORTH_LEAVING]


def within_taper(course: Course, ahead: list[Draft], frame: Frame) -> None:
    """What is left of the last seven days before a race stays within what they may hold, runs done counted (P4, C6)."""
    first, last = last_days(course.block)
    if course.race is None or not first <= course.today <= last:
        return
    counted, left = course.log.counted_m, [draft for draft in ahead if draft.day <= last]
    limit = last_most(course.block, course.road)
    most = limit - sum(counted.get(day, 0.0) for day in range(first, course.today + 1))
    if limit and total(left) > most:
        shrink_to(left, most, frame)
        drop_to(left, most)
        ahead[:] = [draft for draft in ahead if draft in left or draft.day > last]


def _easy_first(today: int, ahead: list[Draft], limit: float, frame: Frame, keeps: Keeps) -> bool:
    """Whether easy sessions alone bring the week within its limit, as few of them as may be (C6).

    The farthest go until one that becomes shorter, or goes as well, is enough; the long run and the hard ones stay,
    and what stands today as long as those of other days are enough (C7).
    """
    over = total(ahead) - limit
    if over <= 0:
        return True
    easy = [draft for draft in ahead if draft.kind in EASY]
    later = [draft for draft in easy if draft.day > today]
    if total(later) >= over:
        easy = later
    if total(easy) < over:
        return False
    while easy and not _one_less(ahead, easy, limit, frame, keeps):
        gone = max(easy, key=lambda draft: draft.metres)
        easy.remove(gone)
        ahead.remove(gone)
    return total(ahead) <= limit


def _one_less(ahead: list[Draft], easy: list[Draft], limit: float, frame: Frame, keeps: Keeps) -> bool:
    """Whether one ``easy`` session shorter, the longest, or one less, the nearest in length, is enough.

    Rather one that ``keeps`` the long run its share: so no second one changes.
    """
    over = total(ahead) - limit
    for draft in sorted(easy, key=lambda draft: -draft.minutes):
        minutes = even((draft.metres - over) / max(1.0, draft.metres) * draft.minutes)
        while minutes >= WORTH_LEAVING:
            resize(draft, minutes, frame)
            over = total(ahead) - limit
            if over <= 0:
                return True
            minutes -= STEP  # its metres are rounded as well
    enough = [draft for draft in easy if draft.metres >= over]
    if enough:
        ahead.remove(min(enough, key=lambda draft: (not keeps(draft), draft.metres)))
    return bool(enough)


def _keeps_share(aim: Aim, done: Done, ahead: list[Draft], gone: Draft) -> bool:
    """Whether the long run has still no more than its share where another session goes (W6)."""
    left = [draft for draft in ahead if draft is not gone]
    runs = done.runs + sum(draft.kind in TRAINED_RUNS for draft in left)
    long = next((draft for draft in left if draft.kind is LONG_RUN), None)
    if long is None or runs < RUNS_WITH_LONG:
        return True
    return long.metres <= long_limit(runs, late=aim.late) * (done.known_m + total(left))


def _hard_first(course: Course, ahead: list[Draft], limit: float) -> None:
    """Far over the limit, hard runs of the days to come go before the long run and the easy ones shrink (W0)."""
    for draft in [draft for draft in ahead if draft.kind in TRAINED_HARD and draft.day > course.today]:
        if total(ahead) > 1.25 * limit:
            ahead.remove(draft)


def _long_last(ahead: list[Draft], limit: float) -> None:
    """Easy sessions go, the farthest first, before a long run worth while becomes a short one (C6)."""
    long = next((draft for draft in ahead if draft.kind is LONG_RUN), None)
    if long is None or limit < WORTH_GOING_LONG * long.metres / max(1, long.minutes):
        return
    easy = sorted((d for d in ahead if d.kind in EASY), key=lambda draft: -draft.metres)
    for draft in easy:
        if total(ahead) <= limit:
            return
        ahead.remove(draft)


def _floor_left(course: Course, done: Done, ahead: list[Draft]) -> float:
    """What is left of the distance that is always allowed (P2), on the low side."""
    speeds = course.athlete.pacing.speeds
    if not any(draft.kind in RUN_KINDS for draft in ahead) and not any(kind in RUN_KINDS for kind in done.kinds):
        return 150 * speeds[Zone.WALK] - done.counted_m
    return 120 * speeds[Zone.WALK] - done.counted_m
