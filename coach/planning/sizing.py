"""Sessions made of drafts, longer and shorter, until every limit is kept to the metre (P1, P2, W4, W6)."""

from coach.planning.draft import Draft, Frame
from coach.planning.lengths import even, even_up
from coach.planning.sharing import long_limit
from coach.session import (
    CROSS_TRAINING,
    EASY_RUN,
    HARD_KINDS,
    LONG_RUN,
    RACE,
    RECOVERY_WALK,
    RUN_WALK,
    TRAINED_FOOT,
    TRAINED_RUNS,
    SessionKind,
)
from coach.workouts import compose

SHRINKABLE = (EASY_RUN, RUN_WALK, LONG_RUN, RECOVERY_WALK)
GROWING = frozenset({EASY_RUN, RECOVERY_WALK, LONG_RUN})
LEAST = 10
"""Minutes of the shortest session worth planning."""


def make(draft: Draft, frame: Frame) -> None:
    """Let the library make the session of a draft, unless it is made already."""
    if draft.session is None:
        draft.session = session = compose(draft, frame.setting)
        draft.metres = float(session.distance_m or 0)


def resize(draft: Draft, minutes: int, frame: Frame) -> None:
    """Make a session again with another length."""
    draft.minutes = minutes
    draft.session = None
    make(draft, frame)


def total(drafts: list[Draft]) -> float:
    """Metres on foot, races left out."""
    metres = 0.0
    for draft in drafts:  # twice as fast as a sum over a list, and asked for again and again
        if draft.kind is not RACE:
            metres += draft.metres
    return metres


def keep_run_limit(draft: Draft, limit_m: float, frame: Frame) -> None:
    """Shorten a run until it is no longer than P1 allows; thirty easy minutes always are."""
    if draft.kind not in TRAINED_RUNS or draft.metres <= limit_m:
        return
    easy = draft.kind not in HARD_KINDS
    if draft.kind is LONG_RUN and not draft.easy:  # only easy minutes are always allowed
        draft.easy = True
        resize(draft, draft.minutes, frame)
    while draft.metres > limit_m and not (easy and draft.minutes <= 30) and draft.minutes > LEAST:
        over = draft.metres - limit_m
        least = 30 if easy else LEAST
        speed = draft.metres / draft.minutes
        shorter = draft.minutes - max(1, int(over / speed))
        familiar = draft.kind is not LONG_RUN  # that one grows by minutes where a five is more than P1 allows
        resize(draft, max(least, even(shorter) if familiar else shorter), frame)


def shrink_to(drafts: list[Draft], most_m: float, frame: Frame, least_m: float = 0.0, *, shortest: int = LEAST) -> None:
    """Take minutes off easy sessions, the longest first, until all together are at most ``most_m``.

    To familiar lengths, unless they would lead under ``least_m``; none under ``shortest`` minutes.
    """
    while (over := total(drafts) - most_m) > 0:
        able = [draft for draft in drafts if draft.kind in SHRINKABLE and draft.minutes > shortest]
        if not able:
            break
        longest = max(able, key=_minutes)
        second = max((draft.minutes for draft in able if draft is not longest), default=shortest)
        speed = longest.metres / longest.minutes
        wanted = max(1, min(int(over / speed), longest.minutes - second + 2))
        shorter = even(longest.minutes - wanted)
        if (longest.minutes - shorter) * speed > most_m + over - least_m:
            shorter = longest.minutes - wanted
        resize(longest, max(shortest, shorter), frame)


def drop_to(drafts: list[Draft], most_m: float) -> None:
    """Leave out sessions on foot, walks first and the latest first, where even short ones are too much."""
    if total(drafts) <= most_m:
        return
    order = sorted(drafts, key=lambda draft: (draft.kind is not RECOVERY_WALK, -draft.day))
    for draft in order:
        if total(drafts) <= most_m:
            return
        if draft.kind in TRAINED_FOOT:
            drafts.remove(draft)


def grow_to(drafts: list[Draft], least_m: float, most_m: float, rooms: dict[int, int], frame: Frame) -> None:
    """Add minutes to easy runs, the shortest first, until all together are at least ``least_m``.

    Fives, unless they would lead over ``most_m``.
    """
    while (lack := least_m - total(drafts)) > 0:
        long = min((draft.minutes for draft in drafts if draft.kind is LONG_RUN), default=180)
        able = [
            draft
            for draft in drafts
            if draft.kind in GROWING
            and draft.minutes < rooms.get(id(draft), 0)
            and (draft.kind is not EASY_RUN or draft.minutes < long)
        ]
        if not able:
            others = HARD_KINDS - {SessionKind.RACE} | {RUN_WALK}
            able = [d for d in drafts if d.kind in others and d.minutes < rooms.get(id(d), 0)]
        if not able:
            break
        shortest = min(able, key=_minutes)
        speed = shortest.metres / shortest.minutes
        longer = even_up(shortest.minutes + max(1, int(lack / len(able) / speed)))
        if longer > rooms[id(shortest)] or (longer - shortest.minutes) * speed > most_m - least_m + lack:
            longer = min(rooms[id(shortest)], shortest.minutes + max(1, int(lack / len(able) / speed)))
        before = shortest.minutes
        resize(shortest, longer, frame)
        while shortest.minutes > before and total(drafts) > most_m:  # a minute may hold one run more of a stage
            resize(shortest, shortest.minutes - 1, frame)
        if shortest.minutes == before:
            rooms[id(shortest)] = before


def _minutes(draft: Draft) -> int:
    return draft.minutes


def keep_long_share(
    drafts: list[Draft], done_m: float, done_runs: int, frame: Frame, *, late: bool = False, exact: bool = False
) -> None:
    """Shorten the long run to its share of the week, what is done already included (W6); ``exact`` to the minute.

    Of a week with less than three runs a ride counts as the run it stands for: no long run grows by it (W9).
    """
    longs = [draft for draft in drafts if draft.kind is LONG_RUN]
    runs = [draft for draft in drafts if draft.kind in TRAINED_RUNS] if longs else []
    for long in longs:
        _none_longer(runs, long, frame)
        count, ridden_m = done_runs + len(runs), 0.0
        if count < 3:
            rides = [draft.minutes for draft in drafts if draft.kind is CROSS_TRAINING]
            count, ridden_m = count + len(rides), sum(rides) * frame.athlete.easy
        if count < 3:
            return
        share = long_limit(count, late=late)
        while True:
            rest = done_m + ridden_m + total(drafts) - long.metres
            if long.metres <= share * (rest + long.metres) or long.minutes <= LEAST:
                break
            over = long.metres - share / (1 - share) * rest
            shorter = long.minutes - max(1, int(over / (long.metres / long.minutes)))
            resize(long, max(LEAST, shorter if exact else even(shorter)), frame)
            _none_longer(runs, long, frame)


def _none_longer(runs: list[Draft], long: Draft, frame: Frame) -> None:
    """No easy run is longer than the long run (W4)."""
    most = long.minutes
    for other in runs:
        if other.minutes > most and other.kind is EASY_RUN:
            resize(other, most, frame)
