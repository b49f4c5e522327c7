"""How far what is logged today may go before it changes another day of this week.

A week that was sent stands (C7) until the body or a limit says otherwise, so most of what is logged changes nothing of
the days ahead. A plan of today knows how far off the limits are; what stays within all of them needs no planning anew.
The judgement is careful: where it says that a week stands, planning again would come to the same week, to the letter.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from operator import is_

from coach.history import Entry, Reason, Status
from coach.moves import TRAINED_STRENUOUS
from coach.phrases import Phrase
from coach.planning.aim import Aim
from coach.planning.course import Course
from coach.planning.done import done_this_week
from coach.planning.draft import Draft
from coach.planning.filling import ORDINARY
from coach.planning.log import minutes_of_day
from coach.planning.running import work_limits
from coach.planning.sharing import long_limit
from coach.planning.signs import TOO_HARD
from coach.planning.sizing import total
from coach.session import (
    HARD_KINDS,
    LONG_RUN,
    RACE,
    RECOVERY_WALK,
    RUN_WALK,
    STRENGTH,
    TRAINED_FOOT,
    TRAINED_HARD,
    TRAINED_RUNS,
    Session,
    SessionKind,
)
from coach.slot import Zone
from coach.values import value

Stood = tuple[Draft, Session | None]
"""A draft, and its session at a moment."""
MARGIN_M = 0.5
"""Metres that sums of the same distances in another order may differ by, and more."""
WITHOUT_A_WORD = frozenset({None, Reason.BUSY, Reason.TRAVEL})
"""Reasons to skip a session that say nothing about the body."""


@value
class Ahead:
    """A session of this week from today on, ``day`` counted from today.

    ``work_s`` and ``rep_m`` are the seconds and metres that its hard work may hold, ``why`` is its reason.
    """

    day: int
    kind: SessionKind
    minutes: int
    metres: float
    work_s: float
    rep_m: float
    why: Phrase


@value
class Behind:
    """What a week holds of days that are over: metres that are known, runs, and the minutes of these."""

    metres: float = 0.0
    runs: int = 0
    minutes: float = 0.0


@value
class Leeway:
    """A week that stands as it was sent, on ``today``, with what its limits go by.

    ``limit_m`` are the metres it may hold (P2), ``counted_m`` those that were covered, with careful guesses; ``done``
    is what the history holds of it and ``sent`` what stood on the days that are over. ``cap`` are the minutes that
    today may hold (W10), ``spent`` those that are gone. ``hard`` hard runs are done. ``speeds`` are those of walking,
    of an easy run and of intervals (m/min); ``late`` weeks are the last ones before the taper of a long race (W6).
    """

    today: dt.date
    ahead: tuple[Ahead, ...]
    limit_m: float
    counted_m: float
    done: Behind
    sent: Behind
    hard: int
    cap: int
    spent: int
    speeds: tuple[float, float, float]
    late: bool = False


def leeway_of(
    course: Course, aim: Aim, before: Sequence[Stood], after: Sequence[Draft], told: Sequence[Session]
) -> Leeway | None:
    """The leeway of a week that was sent; ``None`` where it has none, or is not as it was sent any more.

    ``before`` are its drafts, with their sessions, before what was done in it had its say, ``after`` those that are
    left, ``told`` the sessions of these as the plan tells them.
    """
    ahead = [draft for draft in after if draft.day >= course.today]
    if not (_goes_on(course, aim) and _is_untouched(course, before, ahead, told) and _rests(course, aim, ahead)):
        return None
    done, today = done_this_week(course, aim.monday), course.today
    over = [draft for draft, _ in before if all(draft is not each for each in ahead)]
    runs = [draft.minutes for draft in over if draft.kind in TRAINED_RUNS]
    speeds = course.athlete.pacing.speeds
    return Leeway(
        today=dt.date.fromordinal(today),
        ahead=tuple(_ahead(draft, session, today) for draft, session in zip(ahead, told, strict=True)),
        limit_m=course.road.week_limit(aim.monday),
        counted_m=done.counted_m,
        done=Behind(done.known_m, done.runs, done.run_minutes),
        sent=Behind(total(over), len(runs), sum(runs)),
        hard=sum(kind in HARD_KINDS for kind in done.kinds),
        cap=course.athlete.caps[(today - 1) % 7],
        spent=sum(minutes_of_day(entry) for entry in course.log.on(today)),
        speeds=(speeds[Zone.WALK], speeds[Zone.EASY], speeds[Zone.INTERVAL]),
        late=aim.late,
    )


def _goes_on(course: Course, aim: Aim) -> bool:
    """Whether a week is like any other: no sign, no way back, no ladder, no newcomer's first days (C1–C5, P5, P6)."""
    today, state = course.today, course.state
    if aim.phase not in ORDINARY or state.climb is not None:
        return False
    if any(spell.last >= today for spell in course.signs.spells) or any(way.held >= today for way in state.ways_back):
        return False
    return not course.athlete.heavy or (state.first_run is not None and state.first_run + 7 <= today)


def _is_untouched(course: Course, before: Sequence[Stood], ahead: Sequence[Draft], told: Sequence[Session]) -> bool:
    """Whether what was done so far changed nothing of the days ahead, and no session had to be told otherwise.

    What is not ahead any more was done today, or a run today took its place.
    """
    kinds, ran = course.log.kinds(course.today), course.log.ran(course.today)
    kinds |= {entry.kind for entry in course.log.on(course.today) if entry.kind is not None}
    for draft, session in before:
        stays = any(draft is each for each in ahead) and draft.session is session
        done = draft.day == course.today and (draft.kind in kinds or (ran and draft.kind in TRAINED_RUNS))
        if draft.kind is RACE or (draft.day >= course.today and not stays and not done):
            return False
    return len(told) == len(ahead) and all(map(is_, (draft.session for draft in ahead), told))


def _rests(course: Course, aim: Aim, ahead: Sequence[Draft]) -> bool:
    """Whether a day of the week holds a walk at most, so that none loses what is on it (W2)."""
    trained = {draft.day for draft in ahead if draft.kind is not RECOVERY_WALK}
    for day in range(aim.monday, course.today + 1):
        if course.log.kinds(day) - {RECOVERY_WALK}:
            trained.add(day)
    return len(trained) < 7


def _ahead(draft: Draft, session: Session, today: int) -> Ahead:
    held = (draft.work_s or 0.0, draft.rep_m or 0.0)
    return Ahead(draft.day - today, draft.kind, draft.minutes, draft.metres, *held, session.why)


def left_after(leeway: Leeway, entry: Entry) -> Leeway | None:
    """What is left of it once something is logged; ``None`` where that may change another day of this week.

    It holds where one of today's sessions was done or skipped as far as everybody can see (nothing hurt, nobody is
    ill, no more effort than C2 allows), where the runs around it keep their distance (W1, W3, W4), and what is left of
    today its minutes (W10), and where the days ahead stay within P2, W5 and W6. Paces (a race), the ladder (P5), the
    way back from a break (C1) and what goes on after an illness (C5) have no leeway.
    """
    here = [each for each in leeway.ahead if each.day == 0 and each.kind is entry.kind]
    if len(here) != 1 or entry.date != leeway.today or not _is_quiet(entry):
        return None
    done = here[0]
    left = _logged(leeway, entry, done)
    stands = _are_apart(left.ahead, done, entry) and _fits_today(left) and _fits(left)
    return left if stands and _has_its_share(left) and _works_little(left) and _are_told_apart(left.ahead) else None


def is_effort_alone(before: Entry, after: Entry) -> bool:
    """Whether a line differs from what it was in nothing but an effort that C2 has no answer to.

    Where a week has a leeway with the line in it, it has the same one with the other: only what was too hard, the
    ladder (P5) and the weeks after this one go by an effort.
    """
    alike = replace(before, rpe=None) == replace(after, rpe=None)
    return alike and _is_quiet(before) and _is_quiet(after)


def _is_quiet(entry: Entry) -> bool:
    """Whether a line says nothing but how a planned session went, and that within what was asked (C2–C5)."""
    if not entry.planned or entry.pain is not None or entry.symptoms:
        return False
    if entry.status is Status.SKIPPED:
        return entry.reason in WITHOUT_A_WORD
    too_hard = entry.rpe is not None and entry.target_rpe is not None and entry.rpe >= entry.target_rpe[1] + TOO_HARD
    return entry.status is not None and entry.reason is None and not too_hard


def _logged(leeway: Leeway, entry: Entry, done: Ahead) -> Leeway:
    """The same week with a session of today behind it."""
    happened, run = entry.status is not Status.SKIPPED, done.kind in TRAINED_RUNS
    known = float(entry.distance_m or 0) if happened and done.kind in TRAINED_FOOT else 0.0
    minutes = (entry.minutes or 0) if happened else 0.0
    was, stood = leeway.done, leeway.sent
    return replace(
        leeway,
        ahead=tuple(each for each in leeway.ahead if each is not done),
        counted_m=leeway.counted_m + (known or (_guessed_m(leeway, entry) if happened else 0.0)),
        done=Behind(was.metres + known, was.runs + (run and happened), was.minutes + (minutes if run else 0.0)),
        sent=Behind(stood.metres + done.metres, stood.runs + run, stood.minutes + (done.minutes if run else 0)),
        hard=leeway.hard + (happened and done.kind in HARD_KINDS),
        spent=leeway.spent + minutes_of_day(entry),
    )


def _guessed_m(leeway: Leeway, entry: Entry) -> float:
    """Metres that a session without a distance may have covered, on the high side."""
    if entry.kind not in TRAINED_FOOT:
        return 0.0
    walk, easy, _ = leeway.speeds
    return 1.1 * (walk if entry.kind is RECOVERY_WALK else easy) * (entry.minutes or 30)


def _are_apart(left: Sequence[Ahead], done: Ahead, entry: Entry) -> bool:
    """Whether what was done changes no other run for being near it, or the same again (W1, W3, W4, W7, P5)."""
    kinds = {each.kind for each in left}
    today = {each.kind for each in left if each.day == 0}
    tomorrow = {each.kind for each in left if each.day == 1}
    if RUN_WALK in kinds or (done.kind in TRAINED_RUNS and today & TRAINED_RUNS):
        return False
    if done.kind not in TRAINED_STRENUOUS:
        return True
    near = entry.status is not Status.SKIPPED and (STRENGTH in today or tomorrow & TRAINED_STRENUOUS)
    return not near and done.kind not in kinds


def _fits_today(left: Leeway) -> bool:
    """Whether what is left of today keeps to its minutes (W10)."""
    today = sum(each.minutes for each in left.ahead if each.day == 0)
    return not today or left.spent + today <= left.cap


def _fits(left: Leeway) -> bool:
    """Whether the week's metres stay within its limit (P2, C6)."""
    return _metres(left.ahead) + MARGIN_M <= left.limit_m - left.counted_m


def _has_its_share(left: Leeway) -> bool:
    """Whether the long run has still no more than its share of the week (W6)."""
    long = [each for each in left.ahead if each.kind is LONG_RUN]
    behind = _behind(left)
    runs = behind.runs + sum(each.kind in TRAINED_RUNS for each in left.ahead)
    if not long or runs < 3:
        return True
    share = long_limit(runs, late=left.late)
    return len(long) == 1 and long[0].metres <= share * (behind.metres + _metres(left.ahead))


def _works_little(left: Leeway) -> bool:
    """Whether the hard runs ahead keep to what the week's running allows (W5)."""
    hard = [each for each in left.ahead if each.kind in TRAINED_HARD]
    if not hard:
        return True
    behind = _behind(left)
    running = max(left.done.minutes, left.sent.minutes)
    running += sum(each.minutes for each in left.ahead if each.kind in TRAINED_RUNS)
    metres = behind.metres + _metres(left.ahead)
    work, fast = work_limits(running, metres, left.speeds[2], len(hard), alone=len(hard) + left.hard == 1)
    return all(each.work_s <= work and each.rep_m <= fast for each in hard)


def _are_told_apart(left: Sequence[Ahead]) -> bool:
    """Whether none has the reason of the one before it: it would be given another one."""
    return all(one.why != following.why for one, following in pairwise(left))


def _behind(left: Leeway) -> Behind:
    """What shares go by of the days that are over: what was done of it or, where that is more, what was sent (C1)."""
    return left.sent if left.sent.metres > left.done.metres else left.done


def _metres(sessions: Sequence[Ahead]) -> float:
    return sum([each.metres for each in sessions])
