"""From drafts to sessions, and the last small cuts that keep every limit to the metre (P1, P2, W5, W6)."""

from collections.abc import Sequence
from dataclasses import replace

from coach.plan import CUTBACK, RETURN
from coach.planning import tapering
from coach.planning.aim import Aim
from coach.planning.course import Course
from coach.planning.draft import Draft, Frame, always_allowed, frame_of
from coach.planning.filling import fill
from coach.planning.lengths import even, even_up
from coach.planning.lighter import LEAST_LIGHTER, LIGHT_RUN, MOST_LIGHTER
from coach.planning.returning import Return
from coach.planning.road import GATE_MINUTES
from coach.planning.sharing import LONG_LIMIT, LONGEST_HARD, MOST_HARD_PACE
from coach.planning.sizing import (
    LEAST,
    drop_to,
    grow_to,
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
    RACE,
    RECOVERY_WALK,
    STRENGTH,
    TRAINED_FOOT,
    TRAINED_RUNS,
    SessionKind,
)

SAFE_LIGHTER = 0.715
"""What a lighter week is brought to of the week before it: the long run may lose a little more to its share (W6)."""
AROUND, NEAR_MOST = 0.08, 0.9
"""The part of their metres by which a taper's days may miss them, and the share of the most that what is cut to
familiar lengths keeps of it (P4)."""


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
    if redated or not sent:
        _keep_taper(course, aim, drafts, frame)
        keep_return(course, drafts, frame)  # a taper gives a return no more
    if not begun:
        keep_long_share(drafts, 0.0, 0, frame, late=aim.late)
    if roomier or not sent:
        fill_up(_ahead(aim, course.today) if begun else aim, drafts, frame)
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
        if lack > 0 and (_one_more(aim, drafts, lack, frame) or _run_instead(aim, drafts, frame)):
            continue
        if lack > 0 and _run_for_walk(aim, drafts, frame):
            continue
        if lack <= 0 or lack > sum(draft.minutes for draft in beside) * aim.athlete.easy * _drawn_along(drafts):
            return
        drafts.remove(beside[-1])
        if all(draft.kind is not STRENGTH for draft in drafts):
            _ease_hard(aim, drafts, frame)


def _ease_hard(aim: Aim, drafts: list[Draft], frame: Frame) -> None:
    """Make the hard runs easy: they go before the walk and the only strength session (W0)."""
    for draft in drafts:
        if draft.kind in HARD_KINDS:
            draft.ease()
            make(draft, frame)
            aim.gave.append("hard_run")


def _drawn_along(drafts: list[Draft]) -> float:
    """How many metres a week gains with each that its short runs do: the long run keeps its share of it (W6)."""
    runs = sum(draft.kind in TRAINED_RUNS for draft in drafts)
    long = runs >= 3 and any(draft.kind is LONG_RUN for draft in drafts)
    return 1 / (1 - LONG_LIMIT[min(6, runs)]) if long else 1.0


def _one_more(aim: Aim, drafts: list[Draft], lack_m: float, frame: Frame) -> bool:
    """Whether an empty day took an easy run, where the runs there are cannot hold a lighter week's metres (P3)."""
    full = {draft.day - aim.monday for draft in drafts if draft.kind is not RECOVERY_WALK}
    empty = [day for day in range(7) if aim.caps[day] >= LEAST and all(d.day != aim.monday + day for d in drafts)]
    runs = [draft for draft in drafts if draft.kind in TRAINED_RUNS]
    long = next((draft.minutes for draft in runs if draft.kind is LONG_RUN), GATE_MINUTES if len(runs) < 2 else 0)
    if not empty or len(full) >= 6 or not long:  # without a long run there are no three runs (W4)
        return False
    day = max(empty, key=lambda day: aim.caps[day])
    minutes = min(aim.caps[day], long, max(LIGHT_RUN, even_up(lack_m / aim.athlete.easy)))
    added = Draft(aim.monday + day, EASY_RUN, minutes, turn=aim.week)
    make(added, frame)
    drafts.append(added)
    drafts.sort(key=lambda draft: draft.day)
    return True


def _run_instead(aim: Aim, drafts: list[Draft], frame: Frame) -> bool:
    """Whether a run took the day of the second strength session of a lighter week with less than two runs (W0, P3)."""
    strength = [draft for draft in drafts if draft.kind is STRENGTH]
    alone = [draft for draft in strength if sum(other.day == draft.day for other in drafts) == 1]
    if len(strength) < 2 or not alone or sum(draft.kind in TRAINED_RUNS for draft in drafts) > 1:
        return False
    alone[-1].kind = EASY_RUN
    resize(alone[-1], min(GATE_MINUTES, aim.caps[alone[-1].day - aim.monday]), frame)
    return True


def _run_for_walk(aim: Aim, drafts: list[Draft], frame: Frame) -> bool:
    """Whether a run took the walk's day in a lighter week, whose only strength session would go otherwise (W0, P3)."""
    walks = [draft for draft in drafts if draft.kind is RECOVERY_WALK]
    alone = [draft for draft in walks if all(other is draft or other.day != draft.day for other in drafts)]
    full = {draft.day for draft in drafts if draft.kind is not RECOVERY_WALK}
    strength = sum(draft.kind is STRENGTH for draft in drafts)
    if strength != 1 or not alone or len(full) >= 6:
        return False
    _ease_hard(aim, drafts, frame)
    alone[0].kind = EASY_RUN
    resize(alone[0], min(GATE_MINUTES, aim.caps[alone[0].day - aim.monday]), frame)
    return True


def keep_between(
    drafts: list[Draft], least_m: float, most_m: float, aim: Aim, frame: Frame, hold: SessionKind | None = None
) -> None:
    """Bring the metres of a week between two bounds by minutes of its easy sessions; one kind may not grow."""
    shrink_to(drafts, most_m, frame, least_m)
    if total(drafts) >= least_m:
        return
    rooms: dict[int, int] = {}
    spent: dict[int, int] = {}
    for draft in drafts:
        spent[draft.day] = spent.get(draft.day, 0) + draft.minutes
    for draft in drafts:
        others = spent[draft.day] - draft.minutes
        speed = max(aim.athlete.easy, draft.metres / draft.minutes) if draft.strides else aim.athlete.easy
        limit = aim.road.run_limit(draft.day) / speed
        most = 30 if draft.kind is RECOVERY_WALK else max(30, int(limit))
        if draft.kind in HARD_KINDS:
            most = min(LONGEST_HARD, int(limit / MOST_HARD_PACE))
        room = min(180, aim.caps[draft.day - aim.monday] - others, most)
        rooms[id(draft)] = draft.minutes if draft.kind is hold else room
    grow_to(drafts, least_m, most_m, rooms, frame)


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
        ways = [way for way in known if way.first <= draft.day <= way.last]
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


def _keep_taper(course: Course, aim: Aim, drafts: list[Draft], frame: Frame) -> None:
    """Bring the days of a week that lead to a race to what they may hold (P4)."""
    if course.race is None or aim.phase is RETURN:
        return
    first, last = tapering.last_days(course.block)
    if last < aim.monday or first - 7 > aim.monday + 6:
        return
    made = _made(course, aim, drafts)
    if course.block.taper_weeks and aim.monday < first:
        _keep_first_taper(course, aim, drafts, frame, made)
    if first <= aim.monday + 6:
        _keep_last_days(course, aim, drafts, frame, made)


def _made(course: Course, aim: Aim, drafts: list[Draft]) -> list[tuple[int, float]]:
    """The days of a week and their metres, those gone by as they were, not as they were planned; no race."""
    gone = range(aim.monday, min(course.today, aim.monday + 7))
    ahead = [(draft.day, draft.metres) for draft in drafts if draft.kind is not RACE and draft.day not in gone]
    return [*ahead, *((day, course.log.counted_m.get(day, 0.0)) for day in gone)]


def _keep_first_taper(course: Course, aim: Aim, drafts: list[Draft], frame: Frame, made: tapering.Planned) -> None:
    """The seven days before the last seven: a third less, and where they are one week no less than they may."""
    first, _ = tapering.last_days(course.block)
    budget = tapering.first_budget(course.block, course.road, made)
    _keep_window(course, aim, drafts, frame, (first - 7, first - 1), budget)
    if aim.monday > first - 7:
        _run_for_strength(course, aim, drafts, frame, budget)
    if first - 7 == aim.monday:
        keep_long_share(drafts, 0.0, 0, frame, late=aim.late)
        lack = budget * tapering.ENOUGH - total(drafts)
        if lack > 0:  # days too short for its metres, or the long run for its share
            _one_more(aim, drafts, lack, frame)
            keep_between(drafts, budget * tapering.ENOUGH, budget * (1 + AROUND), aim, frame, hold=LONG_RUN)


def _run_for_strength(course: Course, aim: Aim, drafts: list[Draft], frame: Frame, budget: float) -> None:
    """Where the days left of a taper's first seven are too short for its metres, strength beside a run goes (W0)."""
    first, _ = tapering.last_days(course.block)
    inside = [draft for draft in drafts if draft.day < first]
    runs = {draft.day for draft in inside if draft.kind is EASY_RUN}
    beside = [draft for draft in inside if draft.kind is STRENGTH and draft.day in runs]
    if beside and total(inside) + course.taper_gone(first - 7, aim.monday) < budget * tapering.ENOUGH:
        drafts.remove(beside[-1])
        _keep_window(course, aim, drafts, frame, (first - 7, first - 1), budget)


def _keep_last_days(course: Course, aim: Aim, drafts: list[Draft], frame: Frame, made: tapering.Planned) -> None:
    """The last seven days: about half, and never more than P4 allows, whatever they lose by it."""
    first, last = tapering.last_days(course.block)
    _keep_window(course, aim, drafts, frame, (first, last), tapering.last_budget(course.block, course.road, made))
    most = tapering.last_most(course.block, course.road, made) - course.taper_gone(first, aim.monday)
    if most > 0:
        kept = [draft for draft in drafts if first <= draft.day <= last]
        shrink_to(kept, most, frame, NEAR_MOST * most)
        _stroll(kept, most, frame)
        drop_to(kept, most)
        drafts[:] = [draft for draft in drafts if draft in kept or not first <= draft.day <= last]


def _stroll(drafts: list[Draft], most_m: float, frame: Frame) -> None:
    """Walks of less than ten minutes, where those are more than the last days may hold: rather than none."""
    walks = [draft for draft in drafts if draft.kind is RECOVERY_WALK]
    left = most_m - total(drafts) + total(walks)
    shrink_to(walks, left, frame, NEAR_MOST * left, shortest=tapering.LEAST_WALK)


def _keep_window(
    course: Course, aim: Aim, drafts: list[Draft], frame: Frame, days: tuple[int, int], budget: float
) -> None:
    """Bring the days of a taper from a first to a last one to what they may hold, in the week that ends them.

    That is the one with the last of them that the athlete runs on: of those before a Monday's race perhaps the one
    before the last.
    """
    first, last = days
    end = max((day for day in range(first, last + 1) if course.athlete.caps[(day - 1) % 7]), default=last)
    inside = [draft for draft in drafts if first <= draft.day <= last]
    placed = course.taper_gone(first, aim.monday)
    if budget and inside and aim.monday <= end <= aim.monday + 6:
        keep_between(inside, budget * (1 - AROUND) - placed, budget * (1 + AROUND) - placed, aim, frame)
