"""A week of continuous running: how many runs, on which days, and of what kind (W1–W8)."""

from dataclasses import replace
from functools import lru_cache

from coach.plan import BASE, BUILD, CUTBACK, PEAK, RETURN, TAPER
from coach.planning.aim import Aim, strength_minutes
from coach.planning.calendar import Layout, Room, Wanted, arrange, day_after, numbers
from coach.planning.draft import Draft
from coach.planning.lighter import LIGHT_LONG, LIGHT_RUN, LIGHTER, worth_dressing_for
from coach.planning.riding import ridden, ride_day, with_room
from coach.planning.sharing import (
    BESIDE,
    FEW,
    LATE_SHARE,
    LONG,
    LONG_SHARE,
    LONGEST_EASY,
    WISHED_M,
    holds,
    run_minutes,
    walk_minutes,
)
from coach.profile import Experience, Goal
from coach.session import (
    CROSS_TRAINING,
    EASY_RUN,
    LONG_RUN,
    RECOVERY_WALK,
    STRENGTH,
    TRAINED_HARD,
    SessionKind,
)
from coach.slot import Zone

MOST_RUNS = {Experience.NEW: 3, Experience.RETURNING: 4, Experience.REGULAR: 5, Experience.EXPERIENCED: 6}
"""Runs a week, by experience."""
RACES = frozenset({Goal.FIVE_K, Goal.TEN_K, Goal.HALF_MARATHON, Goal.MARATHON})
"""Goals that are raced for."""
WORTH_BESIDE = 25
"""Minutes that the other runs of a week before a long race get before there are more of them [C]."""
FULL_RUN = 35
"""Minutes of a mean run from which on four runs a week towards a race hold two hard ones [C]."""
STRIDES, STRIDES_FROM = {BASE: 4, BUILD: 6, PEAK: 6}, 25
"""Relaxed accelerations after one easy run of a week, fewer in a short one, and the least minutes of such a run [C]."""
NEARLY_AS_LONG = 0.75
"""The part of an easy run on its day that the long run of two is at least, to be called one [C]."""
INTERVAL = Zone.INTERVAL


def running_week(aim: Aim, kinds: tuple[SessionKind, SessionKind]) -> list[Draft]:
    """The drafts of a week of running; empty where not even one run fits its limits."""
    room = aim.room()
    for crumbs in (False, True) if aim.phase is CUTBACK else (True,):
        for runs in range(_runs_wanted(aim), 0, -1):
            for hards in range(_hards_wanted(aim, runs), -1, -1):
                wanted = _wanted(aim, runs, hards)
                layout = arrange(room, wanted)
                drafts = _sized(aim, layout, kinds, crumbs=crumbs)
                if drafts is not None:
                    aim.gave.extend(layout.gave)
                    if aim.hards and not layout.hards and aim.athlete.days.bit_count() < 3:
                        aim.gave.append("hard_run")
                    return _roomier(aim, room, wanted, layout, kinds, crumbs=crumbs) or drafts
    return []


def _roomier(
    aim: Aim, room: Room, wanted: Wanted, layout: Layout, kinds: tuple[SessionKind, SessionKind], *, crumbs: bool
) -> list[Draft] | None:
    """The week with its walk off the days with most room, where its runs need them more: they are short otherwise."""
    most = max(aim.caps)
    wide = aim.days_with(most) & layout.walk & ~_walked_off(room, layout)
    wish = aim.target_m / (LIGHTER if aim.phase is CUTBACK else 1.0)
    if not wide or holds(aim, layout, _walked_m(aim, layout)) * aim.athlete.easy >= wish:
        return None
    other = arrange(room._replace(walk=room.walk & ~aim.days_with(most)), wanted)
    same = other.gave == layout.gave and other.walk and not _walked_off(room, other) & ~other.walk
    return _sized(aim, other, kinds, crumbs=crumbs) if same else None


def _walked_off(room: Room, layout: Layout) -> int:
    """The days after a long run, last Sunday's too, that may hold its walk (W8)."""
    return (day_after(layout.long) | room.prev_long) & room.walk


def _runs_wanted(aim: Aim) -> int:
    experience = aim.athlete.profile.experience
    room = aim.open_days.bit_count() - (1 if aim.wants_walk else 0)
    most = min(MOST_RUNS[experience], room)
    whole = _full_week(aim)
    minutes = (whole - _walk_m(aim)) / aim.athlete.easy
    usual = _usual_room(aim.caps, most)
    least = 3 if minutes >= 3 * FEW else 2
    if aim.athlete.profile.goal in WISHED_M:
        beside = minutes - (LATE_SHARE if aim.late else LONG_SHARE)[3] * whole / aim.athlete.easy
        most = min(most, max(least, 1 + int(beside / min(WORTH_BESIDE, usual))))
    return max(1, min(most, max(least, round(minutes / max(10, usual)))))


@lru_cache(maxsize=1024)
def _usual_room(caps: tuple[int, ...], runs: int) -> int:
    """Minutes that a usual run of so many has room for, those of the roomiest days."""
    return min(34, sorted(caps)[-max(1, min(3, runs))])


def _walk_m(aim: Aim) -> float:
    return walk_minutes(aim) * aim.athlete.walk if aim.wants_walk else 0.0


def _walked_m(aim: Aim, layout: Layout) -> float:
    """Metres of the walk on the day that a layout gives it."""
    minutes = walk_minutes(aim)
    return sum([_walk_on(aim, layout, day, minutes) for day in numbers(layout.walk)]) * aim.athlete.walk


def _walk_on(aim: Aim, layout: Layout, day: int, minutes: int) -> int:
    """Of so many minutes of walking those that a day has room for beside its strength."""
    cap = aim.caps[day]
    return min(minutes, cap - strength_minutes(cap, shared=True) if layout.strength >> day & 1 else cap)


def _hards_wanted(aim: Aim, runs: int) -> int:
    mean = _mean_run(aim, runs)
    if runs == 2:
        worth = (
            mean - _walk_m(aim) / aim.athlete.easy / 2 >= LIGHT_LONG if aim.phase is CUTBACK else mean >= STRIDES_FROM
        )
        return min(aim.hards, 1 if _is_whole(aim) and worth and not _strong_long(aim) else 0)
    fit = 0 if runs < 3 or mean < 22 else 1 if runs < (4 if _races(aim) and mean >= FULL_RUN else 5) else 2
    return min(aim.hards, fit)


def _mean_run(aim: Aim, runs: int) -> float:
    """Minutes of a mean run of so many a week, in a lighter week those of the one before it."""
    return _full_week(aim) / aim.athlete.easy / runs


def _full_week(aim: Aim) -> float:
    """Metres of the week, of a lighter one those that it would hold if it were none: it has the same runs."""
    return min(aim.target_m, aim.limit_m) / (LIGHTER if aim.phase is CUTBACK else 1.0)


def _races(aim: Aim) -> bool:
    """Whether the race needs quick legs more than the week its second strength session (W0)."""
    return aim.athlete.profile.goal in RACES


def _is_whole(aim: Aim) -> bool:
    """Whether a week is planned at once: what is left of one, or lies before a taper, is too little for two runs."""
    return aim.open_days.bit_count() == aim.athlete.days.bit_count()


def _strong_long(aim: Aim) -> bool:
    """Whether strength leaves a week of two runs no hard one beside the long one."""
    return aim.strength > 0 and _long_of_two(aim)


def _long_of_two(aim: Aim) -> bool:
    """Whether a week of two runs calls one of them the long one, on the day with most room.

    Strength keeps off the days of long and hard runs, so beside it the two take turns (W0, W7).
    """
    if aim.long_day is None or aim.no_long >> aim.long_day & 1 or (aim.prev_hard and aim.long_day == 0):
        return False
    roomy = aim.caps[aim.long_day] == max(aim.caps)
    least = LIGHT_LONG if aim.phase is CUTBACK else STRIDES_FROM
    worth = _mean_run(aim, 2) - _walk_m(aim) / aim.athlete.easy / 2 >= least
    turn = not aim.strength or aim.week % 2 == 1
    return _is_whole(aim) and roomy and worth and turn and _is_long_enough(aim, aim.long_day)


def _is_long_enough(aim: Aim, day: int) -> bool:
    """Whether the long run of two is not much shorter than a mere easy one on its day, for a short run beside it."""
    room = max(cap for other, cap in enumerate(aim.caps) if other != day)
    beside = room - (strength_minutes(room, shared=True) if aim.strength else 0)
    easy = min(aim.caps[day], LONGEST_EASY, _full_week(aim) / aim.athlete.easy - room)
    return BESIDE[2] * beside >= NEARLY_AS_LONG * easy


def _wanted(aim: Aim, runs: int, hards: int) -> Wanted:
    long = runs >= 3 or (runs == 2 and _long_of_two(aim))
    return Wanted(runs, long and aim.phase is not RETURN, hards, aim.wants_walk, aim.strength)


def _sized(
    aim: Aim, layout: Layout, kinds: tuple[SessionKind, SessionKind], *, crumbs: bool = True
) -> list[Draft] | None:
    if aim.phase is TAPER and layout.long and aim.days_with(LONG) & layout.long == 0:
        layout = replace(layout, long=0)  # the only roomy days may be those of the race week (W4)
    ride = ride_day(aim, layout)
    minutes = run_minutes(aim if ride is None else with_room(aim), layout, FEW if crumbs else LIGHT_RUN)
    if minutes is None or not (crumbs or worth_dressing_for(aim, layout, minutes, _walked_m(aim, layout))):
        return None
    drafts, hard = [], list(kinds)
    for day in numbers(layout.runs):
        kind = EASY_RUN
        if layout.long >> day & 1:
            kind = LONG_RUN
        elif layout.hards >> day & 1:
            kind = hard.pop(0)
        drafts.append(Draft(aim.monday + day, kind, minutes[day]))
    if ride is not None:
        ridden(drafts, aim.monday + ride)
    _stride(aim, layout, drafts)
    _budget(aim, drafts)
    return drafts + extras(aim, layout, walk_minutes(aim))


def _stride(aim: Aim, layout: Layout, drafts: list[Draft]) -> None:
    """Strides at the end of an easy run, the week's third stimulus, where it has one hard run at most.

    Best on a day without strength that does not follow a hard or long run.
    """
    if not aim.hards or layout.hards.bit_count() > 1 or aim.phase not in STRIDES:
        return
    tired = day_after(layout.hards | layout.long) | layout.strength
    easy = [draft for draft in drafts if draft.kind is EASY_RUN and draft.minutes >= STRIDES_FROM]
    if easy:
        chosen = min(easy, key=lambda draft: (tired >> draft.day - aim.monday & 1, -draft.minutes, draft.day))
        chosen.strides = STRIDES[aim.phase] if chosen.minutes >= FULL_RUN else min(STRIDES.values())


def extras(aim: Aim, layout: Layout, walk_minutes: int, *, brief: bool = False) -> list[Draft]:
    """The walk, the strength and the cross-training of a layout."""
    caps, monday = aim.caps, aim.monday
    drafts = [
        Draft(monday + day, RECOVERY_WALK, _walk_on(aim, layout, day, walk_minutes)) for day in numbers(layout.walk)
    ]
    if layout.cross:
        drafts += [Draft(monday + day, CROSS_TRAINING, min(40, caps[day])) for day in numbers(layout.cross)]
    beside, runs = layout.runs | layout.walk, layout.runs if brief else 0
    for day in numbers(layout.strength):
        short = aim.brief or bool(beside >> day & 1)
        minutes = 15 if runs >> day & 1 else strength_minutes(caps[day], shared=short)
        drafts.append(Draft(monday + day, STRENGTH, minutes))
    return drafts


WORK_PART = 5
"""Hard work is at most a fifth of what a week runs (W5)."""
_FAIR_SHARE = 1 / WORK_PART * 0.85
"""What is planned of it, with a margin for runs that become shorter."""
ALONE_S = 720
"""Seconds of hard work that a run which is alone in its week may always hold (W5)."""


def work_limits(minutes: float, metres: float, speed: float, hards: int, *, alone: bool) -> tuple[int, float]:
    """Seconds of hard work and metres at interval pace that each of so many hard runs may hold (W5).

    ``minutes`` and ``metres`` are those of the week's running, ``speed`` is that of intervals (m/min); a run that is
    ``alone`` in its week may always hold twelve minutes.
    """
    fair = _FAIR_SHARE * minutes * 60 / hards
    return int(max(ALONE_S, fair) if alone else fair), min(10_000.0, max(0.078 * metres, 12 * speed * 0.99))


def _budget(aim: Aim, drafts: list[Draft]) -> None:
    """How much hard work each hard run may hold (W5)."""
    hard = [draft for draft in drafts if draft.work_s is None and draft.kind in TRAINED_HARD]
    if not hard:
        return
    running = sum([draft.minutes for draft in drafts if draft.kind is not CROSS_TRAINING])
    speed = aim.athlete.pacing.speeds[INTERVAL]
    work, fast = work_limits(running, running * aim.athlete.easy, speed, len(hard), alone=len(hard) == 1)
    for draft in hard:
        draft.work_s, draft.rep_m = work, fast
