"""What is left of a week stays within its limit, with as few changed sessions as may be (P2, C6)."""

from coach.plan import Phase
from coach.planning.aim import Aim
from coach.planning.course import Course
from coach.planning.done import Done
from coach.planning.draft import Draft, Frame, always_allowed
from coach.planning.lengths import even
from coach.planning.making import drop_to, resize, shrink_to, total
from coach.session import HARD_KINDS, RUN_KINDS, SessionKind
from coach.slot import Zone

WORTH_LEAVING = 15
"""Minutes of what a shorter session has left, below which it goes instead."""


def within_week(course: Course, aim: Aim, ahead: list[Draft], done: Done, frame: Frame) -> None:
    """What is left on foot stays within the week's limit, what was done counted (P2, C6)."""
    if aim.phase is Phase.RETURN:
        return
    limit = course.road.week_limit(aim.monday) - done.counted_m
    if total(ahead) <= limit or always_allowed(ahead, done.sessions):
        return
    limit = max(limit, _floor_left(course, done, ahead))
    if _one_less(ahead, limit, frame):
        return
    _hard_first(course, ahead, limit)
    shrink_to(ahead, limit, frame)
    drop_to(ahead, limit)


def _one_less(ahead: list[Draft], limit: float, frame: Frame) -> bool:
    """Whether one session less, or one shorter easy one, brings the week within its limit: fewest changes first (C6).

    An easy run or a walk becomes shorter, the one that changes least; else the smallest of them that is enough goes.
    """
    over = total(ahead) - limit
    easy = [draft for draft in ahead if draft.kind in {SessionKind.EASY_RUN, SessionKind.RECOVERY_WALK}]
    for draft in sorted(easy, key=lambda draft: -draft.minutes):
        minutes = even((draft.metres - over) / max(1.0, draft.metres) * draft.minutes)
        if minutes >= WORTH_LEAVING:
            resize(draft, minutes, frame)
            return total(ahead) <= limit
    enough = [draft for draft in easy if draft.metres >= over]
    if not enough:
        return False
    ahead.remove(min(enough, key=lambda draft: draft.metres))
    return True


def _hard_first(course: Course, ahead: list[Draft], limit: float) -> None:
    """Far over the limit, hard runs of the days to come go before the long run and the easy ones shrink (W0)."""
    plain = HARD_KINDS - {SessionKind.RACE}
    for draft in [draft for draft in ahead if draft.kind in plain and draft.day > course.today]:
        if total(ahead) > 1.25 * limit:
            ahead.remove(draft)


def _floor_left(course: Course, done: Done, ahead: list[Draft]) -> float:
    """What is left of the distance that is always allowed (P2), on the low side."""
    speeds = course.athlete.pacing.speeds
    if not any(draft.kind in RUN_KINDS for draft in ahead) and not any(kind in RUN_KINDS for kind in done.kinds):
        return 150 * speeds[Zone.WALK] - done.counted_m
    return 120 * speeds[Zone.WALK] - done.counted_m
