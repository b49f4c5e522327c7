"""What the rules look at: the plan and the history side by side, day by day and week by week.

Facts only, no judgement. Distances that the history leaves open are guessed high where they allow something and low
where they use something up, so that a planner is never blamed for a guess.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from coach.history import Entry, Status
from coach.plan import Kept, Phase, Plan, Week
from coach.profile import Goal, HealthFlag, Profile, Weekday
from coach.session import FOOT_KINDS, HARD_KINDS, RUN_KINDS, Do, Part, Session, SessionKind
from tests.coach.rules import clinic

DAY = dt.timedelta(days=1)
WEEK = dt.timedelta(days=7)
ORDINARY = frozenset({Phase.BASE, Phase.BUILD, Phase.PEAK, Phase.CUTBACK})
SCREENING = frozenset(HealthFlag) - {HealthFlag.PREGNANT, HealthFlag.BETA_BLOCKER}
"""The questions of S1; any yes without clearance leads to walking only."""
LONG_RACES = frozenset({Goal.HALF_MARATHON, Goal.MARATHON})
FAST_RUN, SLOW_RUN, FAST_WALK, SLOW_WALK = 200, 90, 110, 60
"""Metres a minute that a run or a walk of unknown distance may have covered."""


def monday(day: dt.date) -> dt.date:
    """The Monday of a day's week."""
    return day - dt.timedelta(days=day.weekday())


def happened(entry: Entry) -> bool:
    """Whether an entry says that a session took place, at least partly."""
    return entry.kind is not None and entry.status is not Status.SKIPPED


def covered(entry: Entry, *, high: bool) -> float:
    """Metres on foot of an entry; a guess where it does not say."""
    if entry.kind not in FOOT_KINDS or not happened(entry):
        return 0
    if entry.distance_m is not None:
        return entry.distance_m
    walked = entry.kind is SessionKind.RECOVERY_WALK
    speed = (FAST_WALK if high else SLOW_WALK) if walked else (FAST_RUN if high else SLOW_RUN)
    return speed * (entry.minutes or (60 if high else 0))


def parts_of(session: Session) -> Iterable[Part]:
    """Every part of a run or walk in the order it is done, repeats written out."""
    for step in session.steps:
        for _ in range(step.repeat):
            for part in step.parts:
                if isinstance(part, Part):
                    yield part


def seconds_of(part: Part, session: Session) -> float:
    """How long a part lasts; one given by distance is timed by its pace, else by its session's mean speed."""
    if part.seconds is not None:
        return part.seconds
    metres = part.distance_m or 0
    if part.pace_s_per_km is not None:
        return metres * sum(part.pace_s_per_km) / 2000
    return 60 * metres * session.minutes / max(1, session.distance_m or 1)


def metres_of(part: Part, session: Session) -> float:
    """How far a part goes; one given by time is measured by its pace, else by its session's mean speed."""
    if part.distance_m is not None:
        return part.distance_m
    if part.pace_s_per_km is not None:
        return 2000 * (part.seconds or 0) / sum(part.pace_s_per_km)
    return (part.seconds or 0) * (session.distance_m or 0) / max(1, 60 * session.minutes)


def is_work(part: Part, session: Session) -> bool:
    """A stretch at tempo effort or harder; strides are not hard."""
    if session.kind is SessionKind.RACE:
        return False
    if part.do is Do.HILL:
        return True
    return part.do is Do.RUN and session.kind in HARD_KINDS and (part.rpe is None or part.rpe[1] >= 6)


def runs_through(session: Session) -> bool:
    """Whether a session is continuous: running in it, and no planned walking."""
    return session.kind in RUN_KINDS and all(part.do is not Do.WALK for part in parts_of(session))


def longest_stretch(session: Session) -> float:
    """The longest stretch run without a walk (seconds)."""
    best = now = 0.0
    for part in parts_of(session):
        now = 0 if part.do in {Do.WALK, Do.WARM_UP, Do.COOL_DOWN} else now + seconds_of(part, session)
        best = max(best, now)
    return best


def run_seconds(session: Session) -> float:
    """Seconds of a run that are run rather than walked; warm-up and cool-down of a run/walk are walks."""
    walks = {Do.WALK, Do.WARM_UP, Do.COOL_DOWN} if session.kind is SessionKind.RUN_WALK else {Do.WALK}
    return sum(seconds_of(part, session) for part in parts_of(session) if part.do not in walks)


@dataclass(frozen=True)
class WeekView:
    """One week of the plan with what the history says of its days so far."""

    week: Week
    history: tuple[Entry, ...]
    skipped: tuple[Entry, ...]
    whole: bool
    ordinary: bool

    @property
    def start(self) -> dt.date:
        """The Monday."""
        return self.week.start

    @property
    def phase(self) -> Phase:
        """What the week is for."""
        return self.week.phase

    @cached_property
    def days(self) -> tuple[dt.date, ...]:
        """Monday to Sunday."""
        return tuple(self.start + n * DAY for n in range(7))

    def on(self, day: dt.date) -> list[Session]:
        """What is planned on a day."""
        return [session for session in self.week.sessions if session.date == day]

    def of(self, *kinds: SessionKind) -> list[Session]:
        """The planned sessions of these kinds."""
        return [session for session in self.week.sessions if session.kind in kinds]

    def past(self, *kinds: SessionKind) -> list[Entry]:
        """The sessions of these kinds that already took place this week."""
        return [entry for entry in self.history if entry.kind in kinds]

    @cached_property
    def runs(self) -> list[Session]:
        """The planned runs, races left out."""
        return [s for s in self.week.sessions if s.kind in RUN_KINDS and s.kind is not SessionKind.RACE]

    @cached_property
    def planned_m(self) -> float:
        """Metres on foot still planned, races left out."""
        return sum(s.distance_m or 0 for s in self.week.sessions if s.kind is not SessionKind.RACE)

    @cached_property
    def past_m(self) -> float:
        """Metres on foot that the history surely holds this week, races left out."""
        return sum(covered(e, high=False) for e in self.history if e.kind is not SessionKind.RACE)

    @property
    def metres(self) -> float:
        """Metres on foot in the whole week, races left out."""
        return self.planned_m + self.past_m


@dataclass(frozen=True)
class Case:
    """One athlete, their history, and the plan made of both."""

    profile: Profile
    history: Sequence[Entry]
    plan: Plan
    kept: Kept

    @property
    def today(self) -> dt.date:
        """The day from which the plan is wanted."""
        return self.plan.today

    @cached_property
    def entries(self) -> list[Entry]:
        """The history up to today, oldest first, each entry once."""
        known = (entry for entry in dict.fromkeys(self.history) if entry.date <= self.today)
        return sorted(known, key=lambda entry: entry.date)

    @cached_property
    def sessions(self) -> list[Session]:
        """Everything planned, in order of date."""
        found = (session for week in self.plan.weeks for session in week.sessions)
        return sorted(found, key=lambda session: session.date)

    @cached_property
    def done(self) -> list[Entry]:
        """What took place; today's planned session counts once, in the plan, where the plan still shows it."""
        due = {session.kind for session in self.sessions if session.date == self.today}
        return [e for e in self.entries if happened(e) and not (e.date == self.today and e.planned and e.kind in due)]

    @cached_property
    def state(self) -> clinic.State:
        """What pain, illness and red flags say today."""
        return clinic.examine(self.entries, self.today)

    @cached_property
    def weeks(self) -> list[WeekView]:
        """The weeks of the plan with the history beside them."""
        return [self._view(week) for week in self.plan.weeks]

    def _view(self, week: Week) -> WeekView:
        end = week.start + WEEK
        history = tuple(e for e in self.done if week.start <= e.date < end)
        skipped = tuple(e for e in self.entries if week.start <= e.date < end and e.status is Status.SKIPPED)
        whole = week.start >= max(self.today, self.profile.start_date) and not history and not skipped
        calm = whole and week.phase in ORDINARY and not self.state.disturbs(week.start)
        return WeekView(week, history, skipped, whole, calm)

    @cached_property
    def easing(self) -> list[dt.date]:
        """The first four training days after an illness, done or planned: short ones, whatever the week asks (C5)."""
        ill = clinic.illness(self.entries, self.today, memory=120)
        if ill is None:
            return []
        trained = {e.date for e in self.done if e.date >= ill.back}
        return sorted(trained | {s.date for s in self.sessions if s.date >= ill.back})[:4]

    def sent_before(self, view: WeekView) -> list[Session]:
        """What was sent of a week's days up to today and stands in the plan no more, races left out."""
        sent = [s for week in self.kept.weeks if week.start == view.start for s in week.sessions]
        due = {(s.date, s.kind) for s in view.week.sessions}
        over = [s for s in sent if s.date <= self.today and (s.date, s.kind) not in due]
        return [s for s in over if s.kind is not SessionKind.RACE]

    @cached_property
    def available(self) -> frozenset[int]:
        """Numbers of the days that may hold sessions, Monday 0."""
        return frozenset(Weekday(day).number for day in self.profile.available_days)

    def free(self, day: dt.date) -> bool:
        """Whether the athlete can train on a day."""
        return day.weekday() in self.available

    def room(self, day: dt.date) -> float:
        """The day's limit in minutes; endless where nobody asked."""
        limits = self.profile.max_minutes
        if limits is None:
            return float("inf")
        return limits.weekend if day.weekday() >= 5 else limits.weekday

    @cached_property
    def walk_speed(self) -> float:
        """Metres a minute of the plan's own walks."""
        return self._speed({SessionKind.RECOVERY_WALK}, 92)

    @cached_property
    def easy_speed(self) -> float:
        """Metres a minute of the plan's own easy running, that of its run/walks where it holds no other."""
        return self._speed({SessionKind.EASY_RUN, SessionKind.LONG_RUN}, self._run_walk_speed)

    @property
    def _run_walk_speed(self) -> float:
        """Metres a minute of the running in run/walks."""
        climbs = [(s, run_seconds(s) / 60) for s in self.sessions if s.kind is SessionKind.RUN_WALK]
        found = [((s.distance_m or 0) - (s.minutes - ran) * self.walk_speed) / ran for s, ran in climbs if ran]
        return median(found) if found else 130

    def _speed(self, kinds: set[SessionKind], default: float) -> float:
        found = [s.distance_m / s.minutes for s in self.sessions if s.kind in kinds and s.distance_m and s.minutes]
        return median(found) if found else default

    @property
    def stated_week(self) -> float:
        """What the athlete says they cover in a week; at least their longest run where only that is known."""
        known = self.profile.weekly_distance_m
        return (self.profile.longest_run_m or 0) if known is None else known

    @property
    def stated_run(self) -> float:
        """The stated longest run; where unknown, what a mean week must hold at least (a seventh)."""
        known = self.profile.longest_run_m
        return (self.profile.weekly_distance_m or 0) / 7 if known is None else known

    def past_week_m(self, start: dt.date) -> float:
        """Metres on foot in the week from this Monday that the history may hold, guessed high, races left out."""
        end = start + WEEK
        return sum(covered(e, high=True) for e in self.done if start <= e.date < end and e.kind is not SessionKind.RACE)

    def week_m(self, start: dt.date) -> float:
        """The same with what is planned, and with the stated week for days before the start."""
        planned = sum(w.planned_m for w in self.weeks if w.start == start)
        early = min(7, max(0, (self.profile.start_date - start).days))
        recorded = self.past_week_m(start) + planned
        stated = self.stated_week
        return max(recorded, stated) if early == 7 else recorded + stated * early / 7

    @property
    def blocked(self) -> bool:
        """Whether S1, pregnancy or a red flag forbid running for the whole plan."""
        health = self.profile.health
        screened = bool(health.flags & SCREENING) and not health.cleared
        return screened or HealthFlag.PREGNANT in health.flags or self.state.red_flag

    @cached_property
    def race(self) -> Session | None:
        """The first race of the plan."""
        return next((s for s in self.sessions if s.kind is SessionKind.RACE), None)

    @property
    def long_race(self) -> bool:
        """Whether the athlete trains for a half marathon or a marathon."""
        return self.profile.goal in LONG_RACES

    @cached_property
    def hard_days(self) -> frozenset[dt.date]:
        """Days of hard runs, done or planned."""
        return self._days(HARD_KINDS)

    @cached_property
    def long_days(self) -> frozenset[dt.date]:
        """Days of long runs, done or planned."""
        return self._days({SessionKind.LONG_RUN})

    def _days(self, kinds: Iterable[SessionKind]) -> frozenset[dt.date]:
        wanted = frozenset(kinds)
        return frozenset(e.date for e in self.done if e.kind in wanted) | frozenset(
            s.date for s in self.sessions if s.kind in wanted
        )

    def daily_m(self, day: dt.date, *, high: bool = True) -> float:
        """Metres on foot of a day, races left out: planned, done (as guessed), or before the start as stated."""
        if day < self.profile.start_date and not any(e.date == day for e in self.done):
            return self.stated_week / 7
        past = sum(covered(e, high=high) for e in self.done if e.date == day and e.kind is not SessionKind.RACE)
        return past + sum(s.distance_m or 0 for s in self.sessions if s.date == day and s.kind is not SessionKind.RACE)

    def span_m(self, first: dt.date, days: int, *, high: bool = True) -> float:
        """Metres on foot of so many days from ``first`` on."""
        return sum(self.daily_m(first + n * DAY, high=high) for n in range(days))
