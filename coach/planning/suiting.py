"""A week that was sent suits a setting that was changed since: each session only as far as it must (C7)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import product

from coach.moves import STRENUOUS
from coach.planning.athlete import Allowed
from coach.planning.caring import cared_for
from coach.planning.course import Course
from coach.planning.done import ahead
from coach.planning.draft import Draft
from coach.planning.housing import SHRINKABLE, WORTH, before_hard, placed
from coach.planning.lengths import even
from coach.planning.levelling import at_level
from coach.planning.redating import towards_race
from coach.planning.sharing import LEAST_HARD
from coach.session import (
    CROSS_TRAINING,
    EASY_RUN,
    LONG_RUN,
    RACE,
    RECOVERY_WALK,
    RUN_KINDS,
    RUN_WALK,
    STRENGTH,
    TRAINED_FOOT,
    TRAINED_HARD,
    TRAINED_RUNS,
    Session,
    SessionKind,
)

LEAST_STRENGTH = 15
"""Minutes of the shortest strength session, below which it looks for another day."""
LEAST_RUN = 15
"""Minutes of a run in the place of a ride, below which the day is free."""
LONGEST_WALK = 30
"""Minutes of a walk in the place of a ride."""

Place = tuple[SessionKind, int]
"""A session's kind and the ordinal of its day."""
Suit = Callable[[Course, int, list[Draft], Sequence[Session]], None]
"""Makes what stands of the week from a Monday on suit the athlete; the sessions are those of the weeks around it."""


def suited(
    course: Course, monday: int, drafts: list[Draft], around: Sequence[Session], changed: frozenset[str]
) -> None:
    """Make the days to come suit the settings that were ``changed``, named by the fields of the profile."""
    for setting, suit in SUITS.items():
        if setting in changed:
            suit(course, monday, drafts, around)


def _fewer_strength(course: Course, monday: int, drafts: list[Draft], around: Sequence[Session]) -> None:
    """As many strength sessions as wished, those of today and of days gone by among them; the last ones go (W7)."""
    del monday, around
    left = [draft for draft in ahead(course, drafts) if draft.kind is STRENGTH]
    spare = course.athlete.strength - sum(draft.kind is STRENGTH for draft in drafts) + len(left)
    for draft in left[max(0, spare) :]:
        drafts.remove(draft)


def _with_things(course: Course, monday: int, drafts: list[Draft], around: Sequence[Session]) -> None:
    """Strength is made of the things there are now, on its days and as long as it was."""
    del monday, around
    for draft in ahead(course, drafts):
        if draft.kind is STRENGTH:
            draft.session = None


def _other_sport(course: Course, monday: int, drafts: list[Draft], around: Sequence[Session]) -> None:
    """A ride of who rides no more is the easy run that it stood for, on the ladder a walk (W9)."""
    del around
    for draft in [draft for draft in ahead(course, drafts) if draft.kind is CROSS_TRAINING]:
        draft.session = None
        if course.athlete.cross is not None:
            continue
        runs = course.athlete.allowed >= Allowed.EASY and course.state.climb is None
        draft.kind = EASY_RUN if runs and not _ran_beside(course, drafts, draft.day) else RECOVERY_WALK
        draft.minutes = min(draft.minutes, _room_on_foot(course, monday, drafts, draft))
        if draft.minutes < LEAST_RUN:
            drafts.remove(draft)


def _ran_beside(course: Course, drafts: Sequence[Draft], day: int) -> bool:
    """Whether a day holds a run already (W1)."""
    return course.log.ran(day) or any(draft.day == day and draft.kind in TRAINED_RUNS for draft in drafts)


def _room_on_foot(course: Course, monday: int, drafts: Sequence[Draft], draft: Draft) -> int:
    """Minutes that the week and the longest run of late leave to one more run or walk (P1, P2)."""
    athlete, road = course.athlete, course.road
    gone = range(monday, min(course.today, monday + 7))
    there = sum(course.log.counted_m.get(day, 0.0) for day in gone)
    there += sum(d.metres for d in drafts if d is not draft and d.kind in TRAINED_FOOT and d.day not in gone)
    left = road.week_limit(monday) - there
    if draft.kind is RECOVERY_WALK:
        return min(LONGEST_WALK, even(max(0.0, left) / athlete.walk))
    longest = max((d.minutes for d in drafts if d.kind is LONG_RUN), default=draft.minutes)
    metres = max(0.0, min(left, road.run_limit(draft.day)))
    return min(longest, even(metres / athlete.easy))


def _in_time(course: Course, monday: int, drafts: list[Draft], around: Sequence[Session]) -> None:
    """No day is longer than its limit; what stands on it becomes shorter, or strength finds another day (W10)."""
    _long_elsewhere(course, monday, drafts, around)
    lost: list[Draft] = []
    for day in sorted({draft.day for draft in ahead(course, drafts)}):
        lost += _shortened(course, drafts, day)
    for strength in lost:
        drafts.remove(strength)
    for strength in lost:
        if placed(course, monday, drafts, strength, around):
            continue
        strength.minutes = LEAST_STRENGTH
        if not placed(course, monday, drafts, strength, around):
            before_hard(course, monday, drafts, strength, around)
        strength.session = None


def _shortened(course: Course, drafts: list[Draft], day: int) -> list[Draft]:
    """The sessions of a day made short enough for it; strength that finds no room beside them is given back."""
    here = [draft for draft in ahead(course, drafts) if draft.day == day and draft.kind is not RACE]
    cap = course.athlete.caps[(day - 1) % 7]
    if not here or not cap or sum(draft.minutes for draft in here) <= cap:
        return []
    strength = [draft for draft in here if draft.kind is STRENGTH]
    others = [draft for draft in here if draft.kind is not STRENGTH]
    if not strength or not others:
        _cut(here, cap)
        return []
    room = cap - LEAST_STRENGTH
    fits = all(
        d.minutes <= room or (d.kind in SHRINKABLE and room >= max(LEAST_RUN, WORTH * d.minutes)) for d in others
    )
    if not fits:
        _cut(others, cap)
        return strength
    _cut(others, room)
    _cut(strength, cap - sum(draft.minutes for draft in others))
    return []


def _cut(drafts: Sequence[Draft], minutes: int) -> None:
    """Make sessions of a day no longer than so many minutes together; hard work needs room before and after it."""
    for draft in drafts:
        if draft.minutes <= minutes:
            minutes -= draft.minutes
            continue
        if draft.kind in TRAINED_HARD and minutes < LEAST_HARD:
            draft.kind = EASY_RUN
        draft.minutes, draft.session, draft.room = minutes, None, minutes
        minutes = 0


def _long_elsewhere(course: Course, monday: int, drafts: list[Draft], around: Sequence[Session]) -> None:
    """Let the long run change days with an easy run on the roomiest day where its own is far too short (W4)."""
    caps = course.athlete.caps
    for long in [draft for draft in ahead(course, drafts) if draft.kind is LONG_RUN]:
        cap = caps[(long.day - 1) % 7]
        if cap >= WORTH * long.minutes:
            continue
        easy = [d.day for d in ahead(course, drafts) if d.kind is EASY_RUN and caps[(d.day - 1) % 7] > cap]
        for day in sorted(easy, key=lambda day: (-caps[(day - 1) % 7], day)):
            if _long_moved(course, monday, drafts, around, long.day, day):
                break


def _other_long_day(course: Course, monday: int, drafts: list[Draft], around: Sequence[Session]) -> None:
    """The long run goes to the day now wished for, where that breaks no rule (W3, W7, W8, W10)."""
    wished = monday + course.athlete.long_day
    long = next((draft.day for draft in ahead(course, drafts) if draft.kind is LONG_RUN), wished)
    minutes = sum(draft.minutes for draft in drafts if draft.day == long and draft.kind is LONG_RUN)
    fits = minutes <= course.athlete.caps[course.athlete.long_day]
    if fits and long != wished >= course.today and not course.log.on(wished):
        _long_moved(course, monday, drafts, around, long, wished)


def _long_moved(
    course: Course, monday: int, drafts: list[Draft], around: Sequence[Session], long: int, wished: int
) -> bool:
    """Whether a long run changed days with what stands on another, the days after them too if the walk needs that."""
    left, week = ahead(course, drafts), range(max(monday, course.today), monday + 7)
    for days, strength in product(_exchanges(left, long, wished), (True, False)):
        if not set(days) <= set(week) or not all(course.athlete.caps[(day - 1) % 7] for day in days):
            continue
        moved = {id(d): days[d.day] for d in left if d.day in days and (strength or d.kind is not STRENGTH)}
        fits = _walks_after(course, drafts, moved, wished) and _suits_calendar(course, drafts, moved)
        if fits and _exchanged(drafts, moved, around):
            return True
    return False


def _exchanges(left: Sequence[Draft], long: int, wished: int) -> Iterator[dict[int, int]]:
    """Which day goes where: the two, the days after them as well, or the week's walk to the day after the long run."""
    yield {long: wished, wished: long}
    yield {long + 1: wished + 1, wished + 1: long + 1} | {long: wished, wished: long}
    for walk in (draft.day for draft in left if draft.kind is RECOVERY_WALK and wished + 1 == long):
        yield {long: wished, walk: long, wished: walk}


def _suits_calendar(course: Course, drafts: Sequence[Draft], moved: Mapping[int, int]) -> bool:
    """Whether what has ``moved`` has room on its days, the long run apart, which may become shorter (W10)."""
    minutes: dict[int, int] = {}
    for draft in drafts:
        day = moved.get(id(draft), draft.day)
        minutes[day] = minutes.get(day, 0) + (0 if draft.kind is LONG_RUN else draft.minutes)
    return all(minutes[day] <= course.athlete.caps[(day - 1) % 7] for day in moved.values())


def _walks_after(course: Course, drafts: Sequence[Draft], moved: Mapping[int, int], long: int) -> bool:
    """Whether the week's walk stands on the day after its long run, where that is one of the athlete's (W8)."""
    walks = {moved.get(id(draft), draft.day) for draft in drafts if draft.kind is RECOVERY_WALK}
    return not walks or long + 1 in walks or long % 7 == 0 or not course.athlete.caps[long % 7]


def _exchanged(drafts: Sequence[Draft], moved: Mapping[int, int], around: Sequence[Session]) -> bool:
    """Whether sessions could be moved without breaking a rule, and were."""
    new = [(draft.kind, moved.get(id(draft), draft.day)) for draft in drafts]
    if any(_clashes(kind, day, [*new[:at], *new[at + 1 :]], around) for at, (kind, day) in enumerate(new)):
        return False
    for draft in drafts:
        if id(draft) in moved:
            draft.day = moved[id(draft)]
            if draft.session is not None:
                draft.take(replace(draft.session, date=date.fromordinal(draft.day)))
    return True


def _clashes(kind: SessionKind, day: int, drafts: Sequence[Place], around: Sequence[Session]) -> bool:
    """Whether a session on a day would break W1, W3, W7 or P5 beside others."""
    places = [*drafts, *((session.kind, session.date.toordinal()) for session in around)]
    here = {other for other, on in places if on == day}
    beside = {other for other, on in places if abs(on - day) == 1}
    if kind in RUN_KINDS and (here & RUN_KINDS or (kind is RUN_WALK and beside & RUN_KINDS)):
        return True
    if kind in STRENUOUS:
        return bool(beside & STRENUOUS) or STRENGTH in here
    return kind is STRENGTH and (LONG_RUN, day + 1) in places


SUITS: Mapping[str, Suit] = {
    "max_minutes": _in_time,
    "strength_per_week": _fewer_strength,
    "cross_training": _other_sport,
    "long_run_day": _other_long_day,
    "equipment": _with_things,
    "experience": at_level,
    "weekly_distance_m": at_level,
    "longest_run_m": at_level,
    "race_date": towards_race,
    "goal": towards_race,
    "health": cared_for,
}
"""What each setting asks of a week that was sent; any other setting asks for nothing before the next week."""
