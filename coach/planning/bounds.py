"""A made week brought between two bounds: minutes, one run more, an easy run for a hard one, less work (P3, P4, W5)."""

from collections.abc import Sequence

from coach.planning.aim import Aim
from coach.planning.done import Done
from coach.planning.draft import Draft, Frame
from coach.planning.lengths import even_up
from coach.planning.lighter import LIGHT_RUN
from coach.planning.road import GATE_MINUTES
from coach.planning.running import ALONE_S, WORK_PART, work_limits
from coach.planning.sharing import LONGEST, LONGEST_HARD, LONGEST_USUAL, MOST_HARD_PACE
from coach.planning.sizing import LEAST, grow_to, make, resize, shrink_to, total
from coach.session import (
    EASY_RUN,
    HARD_KINDS,
    HILL_RUN,
    LONG_RUN,
    RECOVERY_WALK,
    RUN_WALK,
    TRAINED_HARD,
    TRAINED_RUNS,
    WALK,
    SessionKind,
)
from coach.slot import Zone
from coach.stretches import foot_parts
from coach.workouts.efforts import works_within

WALKED = frozenset({HILL_RUN, RUN_WALK})
"""Runs that are walked in part, as easy ones with strides may be."""


def keep_between(
    drafts: list[Draft], least_m: float, most_m: float, aim: Aim, frame: Frame, hold: SessionKind | None = None
) -> None:
    """Bring the metres of a week between two bounds by minutes of its easy sessions; one kind may not grow."""
    shrink_to(drafts, most_m, frame, least_m)
    if total(drafts) >= least_m:
        return
    rooms: dict[int, int] = {}
    spent: dict[int, int] = {}
    longest = int(LONGEST.get(aim.athlete.profile.goal, LONGEST_USUAL))
    for draft in drafts:
        spent[draft.day] = spent.get(draft.day, 0) + draft.minutes
    for draft in drafts:
        others = spent[draft.day] - draft.minutes
        speed = max(aim.athlete.easy, draft.metres / draft.minutes) if draft.strides else aim.athlete.easy
        limit = aim.road.run_limit(draft.day) / speed
        most = 30 if draft.kind is RECOVERY_WALK else max(30, int(limit))
        if draft.kind in HARD_KINDS:
            most = min(LONGEST_HARD, int(limit / MOST_HARD_PACE))
        room = min(longest, aim.caps[draft.day - aim.monday] - others, most)
        rooms[id(draft)] = draft.minutes if draft.kind is hold else room
    grow_to(drafts, least_m, most_m, rooms, frame)


def one_more(
    aim: Aim, drafts: list[Draft], lack_m: float, frame: Frame, days: Sequence[int] = range(7), longest: int = 0
) -> bool:
    """Whether an empty one of a week's ``days`` took an easy run, where those there are hold too little (P3, P4).

    It is no longer than the long run, and without one no longer than ``longest``, in minutes.
    """
    full = {draft.day - aim.monday for draft in drafts if draft.kind is not RECOVERY_WALK}
    empty = [day for day in days if aim.caps[day] >= LEAST and all(d.day != aim.monday + day for d in drafts)]
    runs = [draft for draft in drafts if draft.kind in TRAINED_RUNS]
    other = longest or (GATE_MINUTES if len(runs) < 2 else 0)
    long = next((draft.minutes for draft in runs if draft.kind is LONG_RUN), other)
    if not empty or len(full) >= 6 or not long:  # without a long run there are no three runs (W4)
        return False
    day = max(empty, key=lambda day: aim.caps[day])
    minutes = min(aim.caps[day], long, max(LIGHT_RUN, even_up(lack_m / aim.athlete.easy)))
    added = Draft(aim.monday + day, EASY_RUN, minutes, turn=aim.week)
    make(added, frame)
    drafts.append(added)
    drafts.sort(key=lambda draft: draft.day)
    return True


def ease_hard(aim: Aim, drafts: list[Draft], frame: Frame) -> None:
    """Make the hard runs easy: they go before the walk and the only strength session (W0)."""
    for draft in drafts:
        if draft.kind in HARD_KINDS:
            draft.ease()
            make(draft, frame)
            aim.gave.append("hard_run")


def keep_work(ahead: list[Draft], frame: Frame, done: Done) -> None:
    """Hard work keeps its share of what a week runs now, ``done`` of it included (W5)."""
    hard = [draft for draft in ahead if draft.kind in TRAINED_HARD]
    if not hard:
        return
    running = done.run_minutes + sum(draft.minutes for draft in ahead if draft.kind in TRAINED_RUNS)
    alone = len(hard) + sum(kind in HARD_KINDS for kind in done.kinds) == 1
    metres, pacing = done.known_m + total(ahead), frame.athlete.pacing
    work, rep = work_limits(running, metres, pacing.speeds[Zone.INTERVAL], len(hard), alone=alone)
    for draft in hard:
        if work < (draft.work_s or 0) or rep < (draft.rep_m or 0):
            most_s, most_m = min(work, draft.work_s or work), min(rep, draft.rep_m or rep)
            if draft.session is None or not works_within(draft.session, most_s, most_m, pacing):
                draft.work_s, draft.rep_m = most_s, most_m
                resize(draft, draft.minutes, frame)


def overworked(drafts: list[Draft]) -> bool:
    """Whether hard runs hold more work than a fifth of what their week runs now, or than twelve minutes of one (W5)."""
    hards, work, running = 0, 0, 0
    for draft in drafts:
        if draft.kind in TRAINED_RUNS:
            running += draft.minutes
            if draft.kind in TRAINED_HARD:
                hards, work = hards + 1, work + (draft.work_s or 0)
    spare = 60 * running - WORK_PART * work
    if work <= (ALONE_S if hards == 1 else 0) or spare >= 2 * work:  # no week walks more of its runs
        return False
    return spare < 0 or sum([_walked_s(draft) for draft in drafts if draft.strides or draft.kind in WALKED]) > spare


def _walked_s(draft: Draft) -> int:
    """Seconds of a run that are walked on purpose, as between strides up a hill: they are no running."""
    parts = foot_parts(draft.session) if draft.session is not None else ()
    return sum(part.seconds or 0 for part in parts if part.do is WALK)
