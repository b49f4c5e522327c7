"""Sessions whose day is no longer the athlete's find another one, and nothing else of a sent week moves (W1, C7)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from coach.moves import broken_by
from coach.planning.block import monday_of
from coach.planning.course import Course
from coach.planning.draft import Draft
from coach.planning.labels import label_of
from coach.session import (
    EASY_RUN,
    LONG_RUN,
    RACE,
    RECOVERY_WALK,
    RUN_KINDS,
    RUN_WALK,
    STRENGTH,
    TRAINED_HARD,
    TRAINED_RUNS,
    Session,
    SessionKind,
)

WORTH = 0.6
"""The share of its minutes that an easy session must keep on its new day, else it goes [C]."""
SHRINKABLE = frozenset({EASY_RUN, LONG_RUN, RECOVERY_WALK})
"""What may become shorter on its new day; others keep their length."""
CONTINUOUS = TRAINED_RUNS - {RUN_WALK}
"""Runs without planned walking."""
ENOUGH_FOR_LONG = 3
"""Runs of a week from which on one is the long run (W4)."""
_FIRST = (LONG_RUN, RUN_WALK, EASY_RUN, *sorted(TRAINED_HARD), STRENGTH)
"""Who chooses first: what a week loses last (W0)."""


def housed(course: Course, monday: int, drafts: list[Draft], lost: Sequence[Draft], beside: Sequence[Session]) -> bool:
    """Give each ``lost`` session the nearest day to come that breaks no rule; one without such a day goes.

    ``drafts`` are the sessions of the week that stay and are added to, ``beside`` those of the weeks around it.

    Returns:
        Whether all of them found a day that had room for them.
    """
    homeless = 0
    for draft in sorted(lost, key=lambda draft: (_rank(draft.kind), draft.day)):
        if placed(course, monday, drafts, draft, beside):
            continue
        homeless += 1
        if draft.kind is LONG_RUN:
            _instead(course, monday, drafts, draft, beside)
        elif draft.kind is STRENGTH:
            before_hard(course, monday, drafts, draft, beside)
    return not homeless


def placed(course: Course, monday: int, drafts: list[Draft], draft: Draft, beside: Sequence[Session]) -> bool:
    """Whether a session found a day that breaks nothing."""
    session = draft.session
    around = [*beside, *(each.session for each in drafts if each.session is not None)]
    for day in sorted(_days(course, monday, draft), key=lambda day: (abs(day - draft.day), day)):
        minutes = _room(course, drafts, draft, day)
        fits = minutes >= draft.minutes or (draft.kind in SHRINKABLE and minutes >= WORTH * draft.minutes)
        twice = any(other.day == day and other.kind is draft.kind for other in drafts)
        if session is None or not fits or twice or _spends_the_week(drafts, draft, day):
            continue
        if not broken_by(around, session, date.fromordinal(day)) and not _beside_a_run(course, draft, day):
            _put(draft, session, day, minutes)
            _on_the_ladder(course, draft)
            drafts.append(draft)
            return True
    return False


def _instead(course: Course, monday: int, drafts: list[Draft], long: Draft, beside: Sequence[Session]) -> None:
    """Let the long run take the day of an easy run where three runs are left, one of which must be long (W4)."""
    if sum(draft.kind in CONTINUOUS for draft in drafts) < ENOUGH_FOR_LONG:
        return
    easy = [draft for draft in drafts if draft.kind is EASY_RUN and draft.day > course.today]
    for other in sorted(easy, key=lambda draft: (abs(draft.day - long.day), draft.day)):
        rest = [draft for draft in drafts if draft is not other]
        if placed(course, monday, rest, long, beside):
            drafts[:] = rest
            return


def before_hard(course: Course, monday: int, drafts: list[Draft], strength: Draft, beside: Sequence[Session]) -> None:
    """Let a hard run become easy, or go, where only beside it or in its place the week's one strength has room (W0)."""
    if any(draft.kind is STRENGTH for draft in drafts):
        return
    for goes in (False, True):
        for hard in [draft for draft in drafts if draft.kind in TRAINED_HARD and draft.day > course.today]:
            session = hard.session
            rest = [draft for draft in drafts if draft is not hard]
            if not goes:
                easy = None if session is None else replace(session, kind=EASY_RUN)
                rest.append(replace(hard, kind=EASY_RUN, session=easy))
            if not placed(course, monday, rest, strength, beside):
                continue
            hard.ease()
            drafts[:] = [draft for draft in drafts if not goes or draft is not hard] + [strength]
            return


def _rank(kind: SessionKind) -> int:
    return _FIRST.index(kind) if kind in _FIRST else len(_FIRST)


def _days(course: Course, monday: int, draft: Draft) -> Iterator[int]:
    """The days after today that are the athlete's and for the same as the day that was lost."""
    label = label_of(course, draft.day)
    for day in range(max(monday, course.today + 1), monday + 7):
        if course.athlete.caps[day - monday] and label_of(course, day) is label:
            yield day


def _room(course: Course, drafts: list[Draft], draft: Draft, day: int) -> int:
    """Minutes that a day has left for a session (W10)."""
    there = sum(other.minutes for other in drafts if other.day == day and other.kind is not RACE)
    return min(draft.minutes, course.athlete.caps[(day - 1) % 7] - there)


def _spends_the_week(drafts: list[Draft], draft: Draft, day: int) -> bool:
    """Whether the week would have no day of rest (W2)."""
    days = {other.day for other in drafts if other.kind is not RECOVERY_WALK}
    return draft.kind is not RECOVERY_WALK and len(days | {day}) > 6


def _beside_a_run(course: Course, draft: Draft, day: int) -> bool:
    """Whether the log holds a run on the day before a run/walk (P5)."""
    return draft.kind is RUN_WALK and any(entry.kind in RUN_KINDS for entry in course.log.on(day - 1))


def _put(draft: Draft, session: Session, day: int, minutes: int) -> None:
    """Move a session to a day, made anew where it becomes shorter."""
    shorter = minutes < draft.minutes
    draft.day, draft.minutes = day, minutes
    draft.session = None if shorter else replace(session, date=date.fromordinal(day))


def _on_the_ladder(course: Course, draft: Draft) -> None:
    """A run/walk counts on its new day as on the old one, at the stage that is due by then (P5)."""
    if draft.kind is not RUN_WALK or course.state.climb is None:
        return
    draft.held, draft.room, draft.stage = False, draft.minutes, None
    if monday_of(draft.day) > course.today:
        draft.stage, draft.session = course.state.climb.stage, None
