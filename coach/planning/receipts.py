"""What a plan changed because of what happened, as receipts: before, after, rule, reason (C7)."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import zip_longest

from coach.phrases import Phrase, phrase
from coach.plan import Change, Week
from coach.planning.course import Course
from coach.session import Session

SHOWN_DAYS = 14
"""Days ahead for which changes are told."""
REST = phrase("change.rest")


def receipts(course: Course, before: Iterable[Week], after: Sequence[Week]) -> tuple[Change, ...]:
    """One receipt for every session of the next days that is not what it would have been, as far as weeks are made."""
    end = min(course.today + SHOWN_DAYS, max((week.start.toordinal() + 7 for week in after), default=0))
    old, new = _by_day(before, course.today, end), _by_day(after, course.today, end)
    changes: list[Change] = []
    for day in sorted({*old, *new}):
        gone, come = _difference(old.get(day, []), new.get(day, []))
        for was, now in zip_longest(gone, come):
            changes.append(_change(course, day, was, now))
    return tuple(changes)


def _by_day(weeks: Iterable[Week], first: int, end: int) -> dict[int, list[Session]]:
    days: dict[int, list[Session]] = {}
    for week in weeks:
        for session in week.sessions:
            day = session.date.toordinal()
            if first <= day < end:
                days.setdefault(day, []).append(session)
    return days


def _difference(old: list[Session], new: list[Session]) -> tuple[list[Session], list[Session]]:
    same = {(s.kind, s.minutes, s.distance_m) for s in old} & {(s.kind, s.minutes, s.distance_m) for s in new}
    gone = [s for s in old if (s.kind, s.minutes, s.distance_m) not in same]
    return gone, [s for s in new if (s.kind, s.minutes, s.distance_m) not in same]


def _change(course: Course, day: int, was: Session | None, now: Session | None) -> Change:
    rule, number, cause = reason(course, day)
    return Change(
        rule=rule,
        rule_number=number,
        date=date.fromordinal(day),
        cause=date.fromordinal(cause),
        before=_name(was),
        after=_name(now),
        why=phrase(f"change.why.{rule}"),
    )


def _name(session: Session | None) -> Phrase:
    return REST if session is None else phrase("change.session", title=session.title, minutes=session.minutes)


def reason(course: Course, day: int) -> tuple[str, str, int]:
    """The rule behind a change on a day, its number, and the day of its cause."""
    spell = course.signs.on(day)
    if spell is not None:
        cause = spell.first - 1 if spell.rule == "effort_too_high" else spell.first
        return spell.rule, spell.number, cause
    way = course.way_back(day)
    if way is not None:
        return way.rule, way.number, way.cause
    return max(causes(course), key=lambda cause: cause[2], default=("unplanned_run", "C6", course.today))


def causes(course: Course) -> list[tuple[str, str, int]]:
    """Everything that may have changed what lies ahead: rule, number, day."""
    today = course.today
    found = [
        (spell.rule, spell.number, spell.first - (spell.rule == "effort_too_high"))
        for spell in course.signs.spells
        if spell.last >= today
    ]
    found += [(way.rule, way.number, way.cause) for way in course.state.ways_back if way.last >= today]
    numbers = {"missed": "C1", "unplanned_run": "C6"}
    return found + [(rule, numbers[rule], day) for day, rule in course.odd]
