"""A week as a list: every day with its session, what is done already, and buttons to the weeks beside it."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from bot.screens import Button, Rows, Screen
from bot.taps import Tap, Verb
from bot.views.session import session_line
from bot.words import Html, Words
from bot.words.figures import write_weekday
from coach.history import Entry
from coach.phrases import Distance
from coach.plan import Plan, Week
from coach.session import Session, SessionKind
from coach.units import Metres

DAYS = 7
Done = Mapping[dt.date, Collection[SessionKind]]
"""What was done on which day: the kinds logged as done or shortened."""


@dataclass(frozen=True, slots=True)
class WeekView:
    """A whole week to show: planned sessions of all seven days, what is done, and where today stands."""

    week: Week
    sessions: tuple[Session, ...]
    done: Done
    today: dt.date
    skipped: Done = field(default_factory=dict)
    beside: tuple[Entry, ...] = ()
    """What was done and not planned on its day, oldest first."""
    off: bool = False
    """Whether nothing is left of it because training waits for health."""

    def as_week(self) -> Week:
        """The week as a value to keep, with the distance of all its days."""
        metres = Metres(sum(session.distance_m or 0 for session in self.sessions))
        return replace(self.week, sessions=self.sessions, distance_m=metres)


def week_text(view: WeekView, words: Words) -> str:
    """The week's head, a line a day, and what it adds up to."""
    days = [view.week.start + dt.timedelta(days=number) for number in range(DAYS)]
    lines = [line for day in days for line in _day_lines(day, view, words)]
    totals = [_total(view, words), *_beside_total(view, words)]
    return "\n".join([_head(view, words), "", *lines, "", *totals])


def browse_rows(plan: Plan, start: dt.date, athlete: int, words: Words) -> Rows:
    """Buttons to the week before and after, where the plan has them."""
    starts = [week.start for week in plan.weeks]
    beside = [(words("button.earlier"), -DAYS), (words("button.later"), DAYS)]
    row = tuple(
        Button(label, Tap(Verb.WEEK, athlete, value=(start + dt.timedelta(days=step)).isoformat()))
        for label, step in beside
        if start + dt.timedelta(days=step) in starts
    )
    return (row,) if row else ()


def week_screen(view: WeekView, plan: Plan, athlete: int, words: Words) -> Screen:
    """One week of the plan with its neighbours a tap away."""
    return Screen(week_text(view, words), browse_rows(plan, view.week.start, athlete, words))


def _head(view: WeekView, words: Words) -> str:
    week = view.week
    end = week.start + dt.timedelta(days=DAYS - 1)
    phase = words("phase.off" if view.off else f"phase.{week.phase}")
    return words("week.head", number=week.index, start=week.start, end=end, phase=phase)


def _day_lines(day: dt.date, view: WeekView, words: Words) -> list[str]:
    sessions = [session for session in view.sessions if session.date == day]
    name = write_weekday(day, words.language, short=True)
    if day == view.today:
        name = words("week.today", day=name)
    beside: list[str] = [
        words("week.beside", day=name, what=_done_line(one, words)) for one in view.beside if one.date == day
    ]
    if not sessions:
        return [*beside] or [words("week.rest", day=name)]
    return [*(_session_line(name, session, view, words) for session in sessions), *beside]


def _done_line(entry: Entry, words: Words) -> Html:
    """What was done, how long and how far: ``Easy run · 45 min · 5 mi``."""
    minutes = words("week.minutes", minutes=round(entry.minutes)) if entry.minutes else ""
    metres = words.write(Distance(entry.distance_m)) if entry.distance_m else ""
    return Html(" · ".join(part for part in (words(f"kind.{entry.kind}"), minutes, metres) if part))


def _beside_total(view: WeekView, words: Words) -> list[str]:
    """What the unplanned came to; nothing where there was none, or nobody knows how long it was."""
    metres = Metres(sum(entry.distance_m or 0 for entry in view.beside))
    minutes = round(sum(entry.minutes or 0 for entry in view.beside))
    if not minutes:
        return []
    if not metres:
        return [words("week.beside_minutes", minutes=minutes)]
    return [words("week.beside_total", distance=Distance(metres), minutes=minutes)]


def _session_line(name: str, session: Session, view: WeekView, words: Words) -> str:
    key = "week.session"
    if session.kind in view.done.get(session.date, ()):
        key = "week.done"
    elif session.kind in view.skipped.get(session.date, ()):
        key = "week.skipped"
    return words(key, day=name, session=session_line(session, words))


def _total(view: WeekView, words: Words) -> str:
    metres = Metres(sum(session.distance_m or 0 for session in view.sessions))
    minutes = sum(session.minutes for session in view.sessions)
    if not minutes:
        return words("week.nothing")
    if not metres:
        return words("week.total_minutes", minutes=minutes)
    return words("week.total", distance=Distance(metres), minutes=minutes)
