"""What a plan changed because of what happened, as receipts: before, after, rule, reason (C7)."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from coach.changes import Reason, compared
from coach.phrases import phrase
from coach.plan import Change, Week
from coach.planning.course import Course
from coach.session import Session

SHOWN_DAYS = 14
"""Days ahead for which changes are told."""


def receipts(course: Course, before: Iterable[Week], after: Sequence[Week]) -> tuple[Change, ...]:
    """One receipt for every one of the next days that is not what it would have been, as far as weeks are made."""
    end = min(course.today + SHOWN_DAYS, max((week.start.toordinal() + 7 for week in after), default=course.today))
    days = (date.fromordinal(course.today), date.fromordinal(end))

    def told(day: date) -> Reason:
        rule, number, cause = reason(course, day.toordinal())
        return Reason(rule, number, date.fromordinal(cause), phrase(f"change.why.{rule}"))

    return compared(_sessions(before), _sessions(after), told, days)


def _sessions(weeks: Iterable[Week]) -> Iterator[Session]:
    return (session for week in weeks for session in week.sessions)


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
