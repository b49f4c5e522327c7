"""From drafts to sessions, and the last small cuts that keep every limit to the metre (P1, P2, W5, W6)."""

from collections.abc import Sequence
from dataclasses import replace

from coach.plan import CUTBACK, RETURN
from coach.planning.aim import Aim
from coach.planning.bounds import ease_hard, keep_between, keep_work, one_more, overworked
from coach.planning.course import Course
from coach.planning.done import Done
from coach.planning.draft import Draft, Frame, always_allowed, frame_of
from coach.planning.easing_off import keep_taper
from coach.planning.filling import fill
from coach.planning.lengths import even
from coach.planning.lighter import LEAST_LIGHTER, MOST_LIGHTER
from coach.planning.returning import Return
from coach.planning.road import GATE_MINUTES
from coach.planning.sharing import LONG_LIMIT
from coach.planning.sizing import (
    LEAST,
    drop_to,
    keep_long_share,
    keep_run_limit,
    make,
    resize,
    shrink_to,
    total,
)
from coach.session import (
    EASY_RUN,
    HARD_KINDS,
    LONG_RUN,
    RECOVERY_WALK,
    STRENGTH,
    TRAINED_FOOT,
    TRAINED_RUNS,
)

SAFE_LIGHTER = 0.715
"""What a lighter week is brought to of the week before it: the long run may lose a little more to its share (W6)."""


LEAST_WALK = 10
"""Minutes of the shortest walk that a lighter week takes [C]."""


def make_all(
    course: Course,
    aim: Aim,
    drafts: list[Draft],
    frame: Frame,
    *,
    sent: bool = False,
    begun: bool = False,
    roomier: bool = False,
    redated: bool = False,
) -> list[Draft]:
    """Make the sessions of a week and keep its limits; what was left over is filled (W7, W8).

    Of a week already ``sent`` only limits are kept; it is filled where it became ``roomier``, and tapers where it may
    be ``redated``. A ``begun`` one is held against what was done of it (``mend``).
    """
    limits = course.road.run_limits(aim.monday)
    for draft in drafts:
        make(draft, frame)
        if draft.kind in TRAINED_RUNS and draft.metres > (limit := limits[draft.day - aim.monday]):
            keep_run_limit(draft, limit, frame)
    if aim.phase is CUTBACK and not sent:
        _cut_back(course, aim, drafts, frame)
    if aim.phase is not RETURN and not begun:
        _keep_limit(aim, drafts, frame)
    keep_return(course, drafts, frame)
    if (redated or not sent) and keep_taper(course, aim, drafts, frame):
        if not begun:
            _keep_limit(aim, drafts, frame)  # a taper gives no week more than its limit
        keep_return(course, drafts, frame)  # nor a return more than its share
    if not begun:
        keep_long_share(drafts, 0.0, 0, frame, late=aim.late)
        if not sent and overworked(drafts):  # the long run may have become much shorter since
            keep_work(drafts, frame, Done())
    if roomier or not sent:
        fill_up(_ahead(aim, course.today) if begun else aim, drafts, frame)
        keep_return(course, drafts, frame)  # of a short one that ended on Sunday days may be left
    return drafts


def settle_return(course: Course, drafts: list[Draft], frame: Frame) -> None:
    """Make a week gone by as its return asked for it: what its share had no room for did not stand in it (C1)."""
    for draft in drafts:
        make(draft, frame)
        if draft.kind in TRAINED_RUNS:
            keep_run_limit(draft, course.road.run_limit(draft.day), frame)
    keep_return(course, drafts, frame)


def metres_of(course: Course, aim: Aim, drafts: list[Draft]) -> float:
    """Metres on foot of a whole week as it would be made if no return held it."""
    frame = frame_of(course.athlete, aim.phase, aim.week + 1, course.block.emphasis, course.state.ladders)
    limits = course.road.run_limits(aim.monday)
    for draft in drafts:
        make(draft, frame)
        keep_run_limit(draft, limits[draft.day - aim.monday], frame)
    _keep_limit(aim, drafts, frame)
    keep_long_share(drafts, 0.0, 0, frame, late=aim.late)
    return total(drafts)


def _keep_limit(aim: Aim, drafts: list[Draft], frame: Frame) -> None:
    """No week holds more than its limit, but what is always allowed (P2)."""
    if total(drafts) > aim.limit_m - 1 and not always_allowed(drafts, ()):
        shrink_to(drafts, aim.limit_m - 1, frame)
        drop_to(drafts, aim.limit_m)


def _ahead(aim: Aim, today: int) -> Aim:
    """The aim for what is left of a week."""
    return replace(aim, caps=tuple(cap if aim.monday + day >= today else 0 for day, cap in enumerate(aim.caps)))


def fill_up(aim: Aim, drafts: list[Draft], frame: Frame) -> None:
    """Make what still fits into the week (W7, W8)."""
    added = fill(aim, drafts)
    if not added:
        return
    for draft in added:
        taken = {other.turn % 2 for other in drafts if other.kind is STRENGTH}
        draft.turn = 2 * aim.week + (1 if taken == {0} else 0) if draft.kind is STRENGTH else aim.week
        drafts.append(draft)
    for draft in drafts:
        make(draft, frame)
    drafts.sort(key=lambda draft: draft.day)


def number_turns(course: Course, aim: Aim, drafts: list[Draft], before: Sequence[Draft] = ()) -> None:
    """Number the sessions of each kind in the block; strength by weeks, so that each week has both of its sessions.

    A week of one has them in turns with the weeks beside it. ``before`` are the sessions of its days gone by.
    """
    turns, held = course.state.turns, aim.held
    strength: list[Draft] = []
    for draft in drafts:
        kind = draft.kind
        if kind is STRENGTH:
            strength.append(draft)
        elif held and kind in HARD_KINDS:
            draft.turn = aim.week  # it becomes easy, whatever was planned before
        else:
            draft.turn = turn = turns.get(kind, 0)
            turns[kind] = turn + 1
    first = _first_letter(aim, before, alone=len(strength) == 1)
    for turn, draft in enumerate(strength, 2 * aim.week + first):
        draft.turn = turn


def _first_letter(aim: Aim, before: Sequence[Draft], *, alone: bool) -> int:
    """Which of the two strength sessions a week begins with, ``alone`` or not, or goes on with: 0 or 1."""
    if before and (done := {draft.turn % 2 for draft in before if draft.kind is STRENGTH}):
        return 1 if done == {0} else 0
    return aim.week % 2 if alone else 0


def _cut_back(course: Course, aim: Aim, drafts: list[Draft], frame: Frame) -> None:
    """A fifth to three tenths under the week before; strength beside a run gives way where that helps (P3)."""
    before = course.week_before(aim.monday)
    least, safe, most = LEAST_LIGHTER * before, SAFE_LIGHTER * before, MOST_LIGHTER * before
    while True:
        keep_between(drafts, safe, most, aim, frame)
        keep_long_share(drafts, 0.0, 0, frame, late=aim.late)
        if total(drafts) < least:  # what the long run lost to its share, the others gain
            keep_between(drafts, safe, most, aim, frame, hold=LONG_RUN)
            keep_between(drafts, safe, most, aim, frame)  # and then its share is larger
            keep_long_share(drafts, 0.0, 0, frame, late=aim.late)
        runs = {draft.day for draft in drafts if draft.kind is EASY_RUN}
        beside = [draft for draft in drafts if draft.kind is STRENGTH and draft.day in runs]
        lack = least - total(drafts)
        if lack > 0 and _walk_for_little(aim, drafts, lack, frame):
            continue
        if lack > 0 and (one_more(aim, drafts, lack, frame) or _run_instead(aim, drafts, frame)):
            continue
        if lack > 0 and _run_for_walk(aim, drafts, frame):
            continue
        if lack <= 0:
            return
        if lack > sum(draft.minutes for draft in beside) * aim.athlete.easy * _drawn_along(drafts):
            if not beside and _run_instead(aim, drafts, frame, least=1):
                ease_hard(aim, drafts, frame)
                continue
            return
        drafts.remove(beside[-1])
        if all(draft.kind is not STRENGTH for draft in drafts):
            ease_hard(aim, drafts, frame)


def _drawn_along(drafts: list[Draft]) -> float:
    """How many metres a week gains with each that its short runs do: the long run keeps its share of it (W6)."""
    runs = sum(draft.kind in TRAINED_RUNS for draft in drafts)
    long = runs >= 3 and any(draft.kind is LONG_RUN for draft in drafts)
    return 1 / (1 - LONG_LIMIT[min(6, runs)]) if long else 1.0


def _run_instead(aim: Aim, drafts: list[Draft], frame: Frame, least: int = 2) -> bool:
    """Whether a run took the day of a strength session of a lighter week with less than two runs (W0, P3).

    Only where there are ``least`` of them: the first one goes when nothing else is left.
    """
    strength = [draft for draft in drafts if draft.kind is STRENGTH]
    alone = [draft for draft in strength if sum(other.day == draft.day for other in drafts) == 1]
    if len(strength) < least or not alone or sum(draft.kind in TRAINED_RUNS for draft in drafts) > 1:
        return False
    alone[-1].kind = EASY_RUN
    resize(alone[-1], min(GATE_MINUTES, aim.caps[alone[-1].day - aim.monday]), frame)
    return True


def _walk_for_little(aim: Aim, drafts: list[Draft], lack_m: float, frame: Frame) -> bool:
    """Whether a short walk took an empty day of a lighter week that has none and lacks no more than that (W8, P3)."""
    days = {draft.day - aim.monday for draft in drafts}
    empty = [day for day in range(7) if aim.caps[day] >= LEAST_WALK and day not in days]
    walks = any(draft.kind is RECOVERY_WALK for draft in drafts)
    if walks or not aim.wants_walk or not empty or lack_m > LEAST_WALK * aim.athlete.walk:
        return False
    walk = Draft(aim.monday + empty[-1], RECOVERY_WALK, LEAST_WALK)
    make(walk, frame)
    drafts.append(walk)
    drafts.sort(key=lambda draft: draft.day)
    return True


def _run_for_walk(aim: Aim, drafts: list[Draft], frame: Frame) -> bool:
    """Whether a run took the walk's day in a lighter week, whose only strength session would go otherwise (W0, P3)."""
    walks = [draft for draft in drafts if draft.kind is RECOVERY_WALK]
    alone = [draft for draft in walks if all(other is draft or other.day != draft.day for other in drafts)]
    full = {draft.day for draft in drafts if draft.kind is not RECOVERY_WALK}
    strength = sum(draft.kind is STRENGTH for draft in drafts)
    if strength != 1 or not alone or len(full) >= 6:
        return False
    ease_hard(aim, drafts, frame)
    alone[0].kind = EASY_RUN
    resize(alone[0], min(GATE_MINUTES, aim.caps[alone[0].day - aim.monday]), frame)
    return True


def late_weeks(course: Course, monday: int) -> bool:
    """Whether a week is one of the last eight before the taper of a half marathon or marathon (W6)."""
    race = course.block.race
    if race is None or not course.block.taper_weeks:
        return False
    taper = race - 13 - (race - 14) % 7
    return taper - 56 <= monday < taper


def keep_return(course: Course, drafts: list[Draft], frame: Frame, today_m: float = 0.0) -> None:
    """In a return every seven days stay within their share of the best week (C1); ``today_m`` stand in today's log."""
    ways_back = course.state.ways_back
    known = [way for way in ways_back if not way.open] if ways_back else []
    if not known:
        return
    for draft in sorted(drafts, key=lambda draft: draft.day):
        ways = [way for way in known if way.first <= draft.day <= way.held]
        if not ways or draft.kind not in TRAINED_FOOT:
            continue
        most = min(_left(course, way, draft, drafts) for way in ways) - today_m
        if draft.metres > most and draft.minutes > LEAST:
            speed = draft.metres / draft.minutes
            resize(draft, max(LEAST, even(most / speed)), frame)
        if draft.metres > most:
            drafts.remove(draft)


def _left(course: Course, way: Return, draft: Draft, drafts: list[Draft]) -> float:
    """Metres that a return leaves to a day, the six days before it taken off."""
    first = max(way.first, draft.day - 6)
    there = sum(d.metres for d in drafts if first <= d.day <= draft.day and d is not draft)
    return way.share(draft.day) * way.best_m - course.road.span(first, max(0, draft.day - first)) - there
