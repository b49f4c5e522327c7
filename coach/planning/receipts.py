"""What a plan changed because of what happened, as receipts: before, after, rule, reason (C7)."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from coach.changes import Reason, compared, is_lower
from coach.phrases import phrase
from coach.plan import Change, Week
from coach.planning.course import Course
from coach.planning.keeping import lightened
from coach.planning.log import happened
from coach.planning.recovering import RULE
from coach.session import Session, SessionKind

SHOWN_DAYS = 14
"""Days ahead for which changes are told."""
AFTER = frozenset({"effort_too_high", RULE})
"""Rules whose days begin on the day after their cause."""


def receipts(
    course: Course, before: Iterable[Week], after: Sequence[Week], sent: Iterable[Week] = ()
) -> tuple[Change, ...]:
    """One receipt for every one of the next days that is not what it would have been, as far as weeks are made.

    This week and weeks already ``sent`` keep their paces, so a new result is no reason for what changes in them.
    """
    end = min(course.today + SHOWN_DAYS, max((week.start.toordinal() + 7 for week in after), default=course.today))
    days = (date.fromordinal(course.today), date.fromordinal(end))
    old, new = tuple(_ahead(course, before)), tuple(_sessions(after))
    longer, paced = _longer(old, new), _paced(old, new)
    this = date.fromordinal(course.today - (course.today - 1) % 7)
    paced -= {start + timedelta(days=day) for start in (this, *(week.start for week in sent)) for day in range(7)}

    def told(day: date) -> Reason:
        quicker = day in paced and course.news is not None and not lightened(course, day.toordinal())
        rule, number, cause = _news(course) if quicker else reason(course, day.toordinal(), more=day in longer)
        over = rule == "red_flag" and course.signs.on(course.today) is None
        return Reason(
            rule, number, date.fromordinal(cause), phrase(f"change.why.{rule}_over" if over else f"change.why.{rule}")
        )

    found = compared(old, new, told, days)
    return tuple(change for change in found if change.before != change.after)  # metres that nobody could see


def _sessions(weeks: Iterable[Week]) -> Iterator[Session]:
    return (session for week in weeks for session in week.sessions)


def _ahead(course: Course, weeks: Iterable[Week]) -> Iterator[Session]:
    """The sessions of weeks without those of today that stand in its log: done is not changed (C7)."""
    logged = {entry.kind for entry in course.log.on(course.today)}
    today = date.fromordinal(course.today)
    return (session for session in _sessions(weeks) if session.date != today or session.kind not in logged)


def _longer(before: Iterable[Session], after: Iterable[Session]) -> frozenset[date]:
    """The days that hold more of the same than before: no kind is gone, and they last longer."""
    old, new = _by_day(before), _by_day(after)
    return frozenset(day for day, now in new.items() if _is_more(old.get(day, []), now))


def _paced(before: Iterable[Session], after: Iterable[Session]) -> frozenset[date]:
    """The days that hold the same kinds of session as before, with other paces or lengths."""
    old, new = _by_day(before), _by_day(after)
    return frozenset(day for day, now in new.items() if _kinds(old.get(day, [])) == _kinds(now))


def _kinds(sessions: Sequence[Session]) -> list[SessionKind]:
    return sorted(session.kind for session in sessions)


def _is_more(was: Sequence[Session], now: Sequence[Session]) -> bool:
    """Whether a day holds more: nothing of it shorter or a stage lower, and something longer or new."""
    before, after = _minutes(was), _minutes(now)
    kept = all(after.get(kind, 0) >= minutes for kind, minutes in before.items())
    return kept and sum(after.values()) > sum(before.values()) and not is_lower(was, now)


def _minutes(sessions: Sequence[Session]) -> dict[SessionKind, int]:
    """The minutes of each kind on a day."""
    found: dict[SessionKind, int] = {}
    for session in sessions:
        found[session.kind] = found.get(session.kind, 0) + session.minutes
    return found


def _by_day(sessions: Iterable[Session]) -> dict[date, list[Session]]:
    days: dict[date, list[Session]] = {}
    for session in sessions:
        days.setdefault(session.date, []).append(session)
    return days


def reason(course: Course, day: int, *, more: bool = False) -> tuple[str, str, int]:
    """The rule behind a change on a day, its number, and the day of its cause.

    A spell of pain, illness or too much effort only takes away: for ``more``, what else happened is the reason.
    """
    if more and course.odd:
        return max(_oddities(course), key=lambda cause: cause[2])
    spell = course.signs.on(day)
    if spell is not None:
        cause = spell.first - (spell.rule in AFTER)
        return spell.rule, spell.number, cause
    way = course.way_back(day) or course.way_back(day, open_end=True)
    if way is not None:
        return way.rule, way.number, way.cause
    return max(causes(course), key=lambda cause: cause[2], default=("limits", "C6", course.today))


def causes(course: Course) -> list[tuple[str, str, int]]:
    """Everything that may have changed what lies ahead: rule, number, day."""
    today = course.today
    found = [
        (spell.rule, spell.number, spell.first - (spell.rule in AFTER))
        for spell in course.signs.spells
        if spell.last >= today
    ]
    found += [(way.rule, way.number, way.cause) for way in course.state.ways_back if way.cause <= today <= way.last]
    return [*found, *_oddities(course), *([] if course.news is None else [_news(course)])]


def _news(course: Course) -> tuple[str, str, int]:
    """The result that made paces quicker."""
    return "new_paces", "C7", course.today if course.news is None else course.news


def _oddities(course: Course) -> list[tuple[str, str, int]]:
    """What was missed, done outside the plan or otherwise; on a Monday the Sunday before counts as well."""
    numbers = {"missed": "C1", "unplanned_run": "C6", "limits": "C6"}
    odd, sunday = list(course.odd), course.today - 1
    if (course.today - 1) % 7 == 0:
        entries = [entry for entry in course.log.on(sunday) if entry.kind is not None]
        odd += [(sunday, "unplanned_run") for entry in entries if happened(entry) and not entry.planned]
        odd += [(sunday, "missed") for entry in entries if not happened(entry) and entry.planned]
    return [(rule, numbers[rule], day) for day, rule in dict.fromkeys(odd)]
