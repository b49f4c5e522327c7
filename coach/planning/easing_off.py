"""The weeks that lead to a race, once they are made, brought to what their days may hold (P4)."""

from math import inf

from coach.plan import RETURN, WALK_WEEK
from coach.planning import tapering
from coach.planning.aim import HALF_AN_HOUR, Aim
from coach.planning.bounds import ease_hard, keep_between, one_more
from coach.planning.course import Course
from coach.planning.draft import Draft, Frame
from coach.planning.lengths import STEP
from coach.planning.letting_go import taper_gone
from coach.planning.running import MOST_RUNS
from coach.planning.sizing import drop_to, keep_long_share, make, resize, shrink_to, total
from coach.session import EASY_RUN, HARD_KINDS, LONG_RUN, RACE, RECOVERY_WALK, RUN_WALK, STRENGTH, TRAINED_RUNS

AROUND, NEAR_MOST = 0.08, 0.9
"""The part of their metres by which a taper's days may miss them, and the share of the most that what is cut to
familiar lengths keeps of it (P4)."""


def keep_taper(course: Course, aim: Aim, drafts: list[Draft], frame: Frame) -> bool:
    """Bring the days of a week that lead to a race to what they may hold (P4); whether it has any."""
    if course.race is None or aim.phase is RETURN or aim.phase is WALK_WEEK:
        return False
    first, last = tapering.last_days(course.block)
    if last < aim.monday or first - 7 > aim.monday + 6:
        return False
    made = _made(course, aim, drafts)
    if course.block.taper_weeks and aim.monday < first:
        _keep_first_taper(course, aim, drafts, frame, made)
    if first <= aim.monday + 6:
        _keep_last_days(course, aim, drafts, frame, made)
    return True


def _made(course: Course, aim: Aim, drafts: list[Draft]) -> list[tuple[int, float]]:
    """The days of a week and their metres, those gone by as they were, not as they were planned; no race.

    What the road holds of them already, as where a break plans the rest of a week anew, counts there.
    """
    gone, road = range(aim.monday, min(course.today, aim.monday + 7)), course.road
    ahead = [(draft.day, draft.metres) for draft in drafts if draft.kind is not RACE and draft.day not in gone]
    lived = {day: road.span(day, 1) + road.guessed(day, day + 1) for day in gone}
    return [*ahead, *((day, course.log.counted_m.get(day, 0.0) - metres) for day, metres in lived.items())]


def _keep_first_taper(course: Course, aim: Aim, drafts: list[Draft], frame: Frame, made: tapering.Planned) -> None:
    """The seven days before the last seven: a third less, and where they are one week no less than they may."""
    first, _ = tapering.last_days(course.block)
    budget = tapering.first_budget(course.block, course.road, made)
    _keep_window(course, aim, drafts, frame, (first - 7, first - 1), budget)
    if first - 7 <= aim.monday:
        keep_long_share(drafts, 0.0, 0, frame, late=aim.late)
    if first - 7 < aim.monday:
        _run_for_strength(course, aim, drafts, frame, budget)
        _easy_for_hard(course, aim, drafts, frame, budget)
        _run_on_a_free_day(course, aim, drafts, frame, budget)
        if _first_lacks(course, drafts, budget):
            _walk_besides(course, aim, drafts, frame, (first - 7, first - 1), (budget * tapering.ENOUGH, budget))
    if aim.monday < first - 7 <= aim.monday + 6:
        _leave_enough(course, aim, drafts, frame, budget)
    if first - 7 == aim.monday:
        lack = budget * tapering.ENOUGH - total(drafts)
        if lack > 0:  # days too short for its metres, or the long run for its share
            one_more(aim, drafts, lack, frame)
            keep_between(drafts, budget * tapering.ENOUGH, budget * (1 + AROUND), aim, frame, hold=LONG_RUN)
    if first - 7 <= aim.monday or _ends(course, aim, (first - 7, first - 1), inf):
        _to_the_minute(course, aim, drafts, frame, budget)
    _no_more(course, drafts, frame, (first - 7, first - 1), tapering.first_most(course.block, course.road, made))


def _to_the_minute(course: Course, aim: Aim, drafts: list[Draft], frame: Frame, budget: float) -> None:
    """Where the first seven still lack: no strides, if that is enough, or a long run to the minute (P4, W6)."""
    first, _ = tapering.last_days(course.block)
    if not _first_lacks(course, drafts, budget):
        return
    quick = [draft for draft in drafts if draft.strides and draft.day < first]
    won = sum(draft.minutes * aim.athlete.easy - draft.metres for draft in quick)
    if not _first_lacks(course, drafts, budget, won, tapering.JUST_ENOUGH):
        for draft in quick:
            draft.strides = 0
            resize(draft, draft.minutes, frame)
        return
    _keep_window(course, aim, drafts, frame, (first - 7, first - 1), budget)
    keep_long_share(drafts, 0.0, 0, frame, late=aim.late, exact=True)


def _run_for_strength(course: Course, aim: Aim, drafts: list[Draft], frame: Frame, budget: float) -> None:
    """Where the days left of a taper's first seven are too short for its metres, strength beside a run goes (W0)."""
    first, _ = tapering.last_days(course.block)
    inside = [draft for draft in drafts if draft.day < first]
    beside = _beside_runs(inside)
    if beside and _first_lacks(course, drafts, budget):
        drafts.remove(beside[-1])
        _keep_window(course, aim, drafts, frame, (first - 7, first - 1), budget)


def _beside_runs(drafts: list[Draft]) -> list[Draft]:
    """The strength sessions on days of easy runs."""
    runs = {draft.day for draft in drafts if draft.kind is EASY_RUN}
    return [draft for draft in drafts if draft.kind is STRENGTH and draft.day in runs]


def _easy_for_hard(course: Course, aim: Aim, drafts: list[Draft], frame: Frame, budget: float) -> None:
    """Where that is not enough, the hard run becomes an easy one, which goes farther on a short day (W0, P4)."""
    first, _ = tapering.last_days(course.block)
    if any(draft.kind in HARD_KINDS for draft in drafts) and _first_lacks(course, drafts, budget):
        ease_hard(aim, drafts, frame)
        _keep_window(course, aim, drafts, frame, (first - 7, first - 1), budget)


def _run_on_a_free_day(course: Course, aim: Aim, drafts: list[Draft], frame: Frame, budget: float) -> None:
    """Where even that is not enough, a free day takes an easy run, no longer than the week's longest (P4)."""
    first, _ = tapering.last_days(course.block)
    runs = [draft.minutes for draft in drafts if draft.kind is EASY_RUN]
    if (
        not runs
        or len(runs) >= MOST_RUNS[course.athlete.profile.experience]
        or not _first_lacks(course, drafts, budget)
    ):
        return
    inside = [draft for draft in drafts if draft.day < first]
    lack = budget * tapering.ENOUGH - total(inside) - taper_gone(course, first - 7, first, _metres(inside))
    free = range(max(0, course.today - aim.monday), first - aim.monday)
    if one_more(aim, drafts, lack, frame, free, max(runs)):
        _keep_window(course, aim, drafts, frame, (first - 7, first - 1), budget)


def _leave_enough(course: Course, aim: Aim, drafts: list[Draft], frame: Frame, budget: float) -> None:
    """Where next week's days are too short for the rest of the first seven, this week's hold more of it (P4).

    Strength beside a run goes, then a free day takes an easy run (W0); where they are nearly too short, the long run
    keeps every minute that its share allows (W6).
    """
    first, _ = tapering.last_days(course.block)
    inside = [draft for draft in drafts if draft.day >= first - 7]
    walked = [draft.metres / draft.minutes for draft in inside if draft.kind is RUN_WALK]
    least = budget * tapering.ENOUGH - _rest_holds(course, aim, first, min([aim.athlete.easy, *walked]))
    least -= taper_gone(course, first - 7, aim.monday + 7, _metres(inside))
    beside = _beside_runs(inside)
    if beside and total(inside) < least:
        drafts.remove(beside[-1])
        inside.remove(beside[-1])
    if inside and total(inside) < least:
        most = least + budget * (1 + AROUND - tapering.ENOUGH)
        keep_between(inside, least, most, aim, frame, hold=LONG_RUN)
    if total(inside) < least and course.state.climb is None:  # days of rest lie between runs of the ladder (P5)
        free = range(max(first - 7, course.today) - aim.monday, 7)
        one_more(aim, drafts, least - total(inside), frame, free, tapering.ALWAYS)
    if total(inside) < least + STEP * aim.athlete.easy:
        keep_long_share(drafts, 0.0, 0, frame, late=aim.late, exact=True)


def _rest_holds(course: Course, aim: Aim, first: int, speed: float) -> float:
    """Metres that next week's days before ``first`` have room for, one of them for the walk (W8).

    Of short ones strength takes another.
    """
    rooms = [course.athlete.caps[(day - 1) % 7] for day in range(aim.monday + 7, first)]
    if aim.strength and aim.monday + 7 <= first - 4 and 0 < max(rooms) < HALF_AN_HOUR:
        rooms.remove(min(room for room in rooms if room))
    walked = min((room for room in rooms if room), default=0) if aim.wants_walk else 0
    return (sum(rooms) - walked) * speed + walked * aim.athlete.walk


def _first_lacks(
    course: Course, drafts: list[Draft], budget: float, won: float = 0.0, enough: float = tapering.ENOUGH
) -> bool:
    """Whether the first seven days of a taper, some last week's, hold too little, were so many metres ``won`` (P4)."""
    first, _ = tapering.last_days(course.block)
    inside = [draft for draft in drafts if draft.day < first]
    gone = taper_gone(course, first - 7, first, _metres(inside))
    return total(inside) + won + gone < budget * enough


def _keep_last_days(course: Course, aim: Aim, drafts: list[Draft], frame: Frame, made: tapering.Planned) -> None:
    """The last seven days: about half, and never more than P4 allows, whatever they lose by it."""
    first, last = tapering.last_days(course.block)
    budget = tapering.last_budget(course.block, course.road, made)
    _keep_window(course, aim, drafts, frame, (first, last), budget)
    if _last_able(course, (first, last)) <= aim.monday + 6:
        least_m = tapering.last_least(course.block, course.road, made)
        _walk_besides(course, aim, drafts, frame, (first, last), (least_m, budget))
    _no_more(course, drafts, frame, (first, last), tapering.last_most(course.block, course.road, made))
    climbs = [draft for draft in drafts if first <= draft.day <= last and draft.kind is RUN_WALK]
    if climbs and last <= aim.monday + 6:
        _rest_the_last(aim, climbs, frame)


def _no_more(course: Course, drafts: list[Draft], frame: Frame, days: tuple[int, int], most_m: float) -> None:
    """The days of a taper from a first to a last one hold no more than this, whatever they lose by it (P4)."""
    first, last = days
    left = most_m - taper_gone(course, first, last + 1, _metres(drafts))
    if left > 0:
        kept = [draft for draft in drafts if first <= draft.day <= last]
        shrink_to(kept, left, frame, NEAR_MOST * left)
        _stroll(kept, left, frame)
        drop_to(kept, left)
        drafts[:] = [draft for draft in drafts if not first <= draft.day <= last or draft in kept]


def _rest_the_last(aim: Aim, climbs: list[Draft], frame: Frame) -> None:
    """The last run/walk before the race is no longer than one of its stage before it, whose day has room for both."""
    last = climbs[-1]
    able = [draft for draft in climbs if draft.stage == last.stage]
    able = [draft for draft in able if aim.caps[draft.day - aim.monday] >= last.minutes]
    shortest = min(able, key=lambda draft: draft.minutes, default=last)
    if shortest.minutes < (longer := last.minutes):
        resize(last, shortest.minutes, frame)
        resize(shortest, longer, frame)


def _walk_besides(
    course: Course, aim: Aim, drafts: list[Draft], frame: Frame, days: tuple[int, int], metres: tuple[float, float]
) -> None:
    """A walk for what full days of a taper lack of its metres, as when strides made their run a shorter one (P4).

    ``metres`` are the least and those wished: under the least also a short one.
    """
    (first, last), (least_m, budget) = days, metres
    inside = [draft for draft in drafts if first <= draft.day <= last]
    there = total(inside) + taper_gone(course, first, last + 1, _metres(inside))
    walked = all(draft.kind not in TRAINED_RUNS for draft in inside)
    if there >= budget * (1 - AROUND) or (walked and there >= least_m):
        return
    lack = budget - there if there >= least_m else max(budget - there, tapering.LEAST_WALK * aim.athlete.walk)
    able = sum(1 << day for day in range(7) if max(first, course.today) <= aim.monday + day <= last)
    walks = tapering.made_up(aim, able, drafts, lack, budget)
    for walk in walks:
        make(walk, frame)
    drafts += walks
    drafts.sort(key=lambda draft: draft.day)


def _stroll(drafts: list[Draft], most_m: float, frame: Frame) -> None:
    """Walks of less than ten minutes, where those are more than the last days may hold: rather than none."""
    walks = [draft for draft in drafts if draft.kind is RECOVERY_WALK]
    left = most_m - total(drafts) + total(walks)
    shrink_to(walks, left, frame, NEAR_MOST * left, shortest=tapering.LEAST_WALK)


def _metres(drafts: list[Draft]) -> tapering.Planned:
    return [(draft.day, draft.metres) for draft in drafts]


def _keep_window(
    course: Course, aim: Aim, drafts: list[Draft], frame: Frame, days: tuple[int, int], budget: float
) -> None:
    """Bring the days of a taper from a first to a last one to what they may hold, in the week that ends them.

    That is also the one after which too little is left for a run of next week's.
    """
    first, last = days
    inside = [draft for draft in drafts if first <= draft.day <= last]
    placed = taper_gone(course, first, last + 1, _metres(inside))
    if budget and inside and _ends(course, aim, days, budget - placed - total(inside)):
        keep_between(inside, budget * (1 - AROUND) - placed, budget * (1 + AROUND) - placed, aim, frame)


def _ends(course: Course, aim: Aim, days: tuple[int, int], left_m: float) -> bool:
    """Whether a week holds the last day of some that the athlete runs on, or leaves next week too little for a run.

    Of the days before a Monday's race that is perhaps the one before the last.
    """
    end = _last_able(course, days)
    return aim.monday <= end and (end <= aim.monday + 6 or left_m < tapering.LEAST * aim.athlete.easy)


def _last_able(course: Course, days: tuple[int, int]) -> int:
    """The last day of a taper's that the athlete runs on."""
    first, last = days
    return max((day for day in range(first, last + 1) if course.athlete.caps[(day - 1) % 7]), default=last)
