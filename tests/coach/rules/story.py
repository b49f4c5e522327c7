"""Athletes whose training goes as planned until something happens, and what to compare before and after."""

import datetime as dt
from collections.abc import Iterable, Sequence

from coach.history import Entry, Status
from coach.plan import NOTHING_KEPT, Plan
from coach.planning import plan
from coach.profile import Profile
from coach.session import FOOT_KINDS, HARD_KINDS, RUN_KINDS, Session, SessionKind
from tests.coach.rules.athletes import as_planned
from tests.coach.rules.book import RULES

DAY = dt.timedelta(days=1)
K = SessionKind
Line = tuple[dt.date, SessionKind, int]
"""What a replanning must not change: date, kind, minutes."""


def sessions_of(made: Plan, first: dt.date, days: int = 1000) -> list[Session]:
    """The sessions of so many days from ``first`` on, in order."""
    found = [s for week in made.weeks for s in week.sessions if first <= s.date < first + days * DAY]
    return sorted(found, key=lambda s: (s.date, s.kind))


def lines(made: Plan, first: dt.date, days: int = 1000) -> list[Line]:
    """The same as dates, kinds and minutes."""
    return [(s.date, s.kind, s.minutes) for s in sessions_of(made, first, days)]


def places(made: Plan, first: dt.date, days: int) -> list[tuple[dt.date, SessionKind]]:
    """The same as dates and kinds."""
    return [(s.date, s.kind) for s in sessions_of(made, first, days)]


def metres(made: Plan, first: dt.date, days: int = 7) -> int:
    """Metres on foot planned for so many days."""
    return sum(s.distance_m or 0 for s in sessions_of(made, first, days) if s.kind in FOOT_KINDS)


def runs(made: Plan, first: dt.date, days: int = 1000) -> list[Session]:
    """The runs of so many days."""
    return [s for s in sessions_of(made, first, days) if s.kind in RUN_KINDS]


def hard_runs(made: Plan, first: dt.date, days: int = 1000) -> list[Session]:
    """The hard runs of so many days."""
    return [s for s in sessions_of(made, first, days) if s.kind in HARD_KINDS]


def followed(profile: Profile, until: dt.date, history: Sequence[Entry] = ()) -> tuple[Entry, ...]:
    """The history of somebody who asks every day before ``until`` and does exactly what the plan says."""
    lived = list(history)
    day = max([profile.start_date, *(entry.date + DAY for entry in history)])
    while day < until:
        made = plan(profile, tuple(lived), day)
        lived += [as_planned(session) for session in sessions_of(made, day, 1)]
        day += DAY
    return tuple(lived)


def missed(made: Plan, first: dt.date, days: int) -> tuple[Entry, ...]:
    """What the history says when everything planned in so many days was skipped."""
    return tuple(Entry(s.date, s.kind, Status.SKIPPED, planned=True) for s in sessions_of(made, first, days))


def done_on_foot(history: Iterable[Entry], first: dt.date, days: int = 7) -> int:
    """Metres on foot done in so many days."""
    span = (e for e in history if first <= e.date < first + days * DAY and e.kind in FOOT_KINDS)
    return sum(e.distance_m or 0 for e in span)


def broken(profile: Profile, history: Sequence[Entry], made: Plan) -> list[str]:
    """Everything that any rule has against a plan."""
    return [f"{name}: {line}" for name, rule in RULES.items() for line in rule(profile, history, made, NOTHING_KEPT)]


def numbers(made: Plan) -> set[str]:
    """The rules behind a plan's receipts."""
    return {change.rule_number for change in made.changes}
