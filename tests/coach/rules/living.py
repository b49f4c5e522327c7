"""Living with the chat: every day the plan is asked for with the weeks that were sent, as the bot passes them.

A week is sent on its Monday, or on the Sunday before with the weekly review. Planning starts from the weeks as they
were first sent; of the days up to today it takes what the athlete was told last.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from coach.history import Entry
from coach.plan import NOTHING_KEPT, Kept, Plan, Week
from coach.planning import plan
from coach.planning.keeping import still_ahead
from coach.profile import Profile
from coach.session import Session, SessionKind
from tests.coach.rules.athletes import as_planned
from tests.coach.rules.ground import DAY, WEEK, monday

Held = tuple[tuple[SessionKind, int], ...]
"""What a day holds: kinds and minutes."""
Shown = dict[dt.date, Held]
Answer = Callable[[Session], Entry | None]
"""What becomes of a session: an entry of the log, or silence."""
DAYS_SHOWN = 14


@dataclass
class Life:
    """One athlete in the chat. ``first`` are the weeks as first sent, ``told`` as the athlete knows them."""

    profile: Profile
    today: dt.date
    history: tuple[Entry, ...] = ()
    kept: Kept = NOTHING_KEPT
    first: dict[dt.date, Week] = field(default_factory=dict)
    told: dict[dt.date, Week] = field(default_factory=dict)

    @classmethod
    def of(cls, profile: Profile) -> "Life":
        """Somebody who starts today."""
        return cls(profile, profile.start_date)

    def planned(self) -> Plan:
        """The plan of this moment; the athlete is told of what changed in the weeks sent."""
        made = plan(self.profile, self.history, self.today, self.passed(), ahead=2, explained=False)
        for start in [start for start in self.told if start >= monday(self.today)]:
            self._tell(made, start)
        return made

    def passed(self) -> Kept:
        """What is passed into a planning."""
        now = monday(self.today)
        starts = [start for start in sorted(self.first) if start >= now]
        first = tuple(self.first[start] for start in starts)
        return replace(self.kept, weeks=tuple(map(self._mixed, starts)), first=first)

    def morning(self) -> Plan:
        """The daily prompt: the week is sent if it was not yet."""
        made = self.planned()
        self._send(made, monday(self.today))
        return made

    def reports(self, *entries: Entry) -> Plan:
        """Something is logged; the plan of the same day after it."""
        self.history = tuple(sorted((*self.history, *entries), key=lambda entry: entry.date))
        return self.planned()

    def evening(self) -> None:
        """On Sundays the review sends the week that follows; then it is tomorrow."""
        if self.today.weekday() == 6:
            self._send(self.planned(), self.today + DAY)
        self.today += DAY

    def lives(self, days: int, answer: Answer) -> Iterator[Plan]:
        """So many days, each with its morning plan, and every session of it answered."""
        for _ in range(days):
            made = self.morning()
            yield made
            entries = [answer(session) for session in sessions(made) if session.date == self.today]
            self.reports(*(entry for entry in entries if entry is not None))
            self.evening()

    def _send(self, made: Plan, start: dt.date) -> None:
        if start not in self.first and any(week.start == start for week in made.weeks):
            self._tell(made, start)
            self.first[start] = self.told[start]

    def _tell(self, made: Plan, start: dt.date) -> None:
        week = next((week for week in made.weeks if week.start == start), None)
        if week is None:
            return
        known = self.told[start].sessions if start in self.told else ()
        over = [s for s in known if s.date < self.today or (s.date == self.today and self.logged(s))]
        logged = {session.kind for session in over if session.date == self.today}
        left = [s for s in week.sessions if s.date != self.today or s.kind not in logged]
        self.told[start] = replace(week, sessions=(*over, *left))

    def logged(self, session: Session) -> bool:
        """Whether a session's kind stands in the log of its day."""
        return any(entry.date == session.date and entry.kind is session.kind for entry in self.history)

    def _mixed(self, start: dt.date) -> Week:
        """A week as it was first sent, its days up to today as they are known now, and so what stands ahead."""
        ahead = still_ahead(self.first[start], self.told[start], self.today)
        gone = [session for session in self.told[start].sessions if session.date <= self.today]
        return replace(self.first[start], sessions=tuple(sorted((*gone, *ahead), key=lambda session: session.date)))


def silence(session: Session) -> Entry | None:
    """Nothing is said."""
    del session


def obedience(session: Session) -> Entry | None:
    """Everything is done as planned; a race only runs itself."""
    return None if session.kind is SessionKind.RACE else as_planned(session)


def sessions(made: Plan) -> Iterator[Session]:
    """Everything planned."""
    return (session for week in made.weeks for session in week.sessions)


def shown(made: Plan, first: dt.date, days: int = DAYS_SHOWN) -> Shown:
    """What each of so many days holds."""
    found: dict[dt.date, list[tuple[SessionKind, int]]] = {first + n * DAY: [] for n in range(days)}
    for session in sessions(made):
        if session.date in found:
            found[session.date].append((session.kind, session.minutes))
    end = max((week.start + WEEK for week in made.weeks), default=first)
    return {day: tuple(sorted(held)) for day, held in found.items() if day < end}


def changed(before: Shown, after: Shown) -> list[dt.date]:
    """The days that both show and that differ."""
    return [day for day, held in after.items() if day in before and before[day] != held]


def told(days: Iterable[dt.date], before: Shown, after: Shown) -> list[str]:
    """Changed days in plain words."""
    return [f"{day:%a %d %b}: {_words(before[day])} became {_words(after[day])}" for day in days]


def _words(held: Held) -> str:
    return " + ".join(f"{kind} {minutes}" for kind, minutes in held) or "rest"
