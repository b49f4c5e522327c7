"""What stands behind every case about training: the athlete as coach values, their plan, their whole week.

The plan is never stored as truth. It is computed from the profile, the history and what was kept (weeks already
sent, moves, changes taken back), so that it is always the plan of this moment.
"""

import datetime as dt
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from operator import attrgetter
from typing import cast

from bot.cases.weeks_told import as_told
from bot.desk import Desk
from bot.views.week import DAYS, Done, WeekView
from coach.documents import read_profile
from coach.history import Entry, Status, without_everyday_walks
from coach.memories import of_people
from coach.plan import Change, Kept, Phase, Plan, Week
from coach.planning import Leeway, Made, is_effort_alone, left_after, plan, this_week
from coach.planning.block import block_at
from coach.profile import Profile
from coach.session import Session, SessionKind
from storage.json_text import read_json, write_json
from storage.logs import history_of
from storage.plans import Sent, sent_week, stored_of

COUNTS = frozenset({Status.DONE, Status.PARTIAL})
WALKING = frozenset({"screening", "pregnant"})
"""Notices of plans without running."""
RESTING = frozenset({"ill", "red_flag"})
"""Notices of plans without training."""
SKIPPED = frozenset({Status.SKIPPED})
_date = attrgetter("date")
MOMENTS = 512
"""Moments whose leeway is remembered, as many as pasts (``coach.planning.memory``), whose entries they share."""


def monday_of(day: dt.date) -> dt.date:
    """The Monday of a day's week."""
    return day - dt.timedelta(days=day.weekday())


@dataclass
class Training:
    """One athlete's training at this moment: profile, history, what was kept, and the plan made of them."""

    profile: Profile
    history: tuple[Entry, ...]
    kept: Kept
    today: dt.date
    sent: tuple[Sent, ...] = ()
    """Weeks as the athlete knows them now, for the days gone by and for what an answer is bound to; of this block."""
    gone: Callable[[dt.date], Sent | None] = lambda _: None
    """The week that was sent for a Monday before that."""
    stands: bool = False
    """Whether this week is known to stand as the athlete knows it, without planning it again."""
    leeway: Leeway | None = None
    """How far what is logged today may go before it changes this week, once that is known."""

    @cached_property
    def _trained(self) -> tuple[Entry, ...]:
        """The history that the plan goes by."""
        return without_everyday_walks(self.history)

    @cached_property
    def plan(self) -> Plan:
        """The plan from today on, to the end of its block."""
        return plan(self.profile, self._trained, self.today, self.kept)

    @cached_property
    def now(self) -> Plan:
        """This week exactly as it stands in the whole plan, in a fraction of the time: enough for most answers."""
        for known in ("plan", "coming"):
            if known in self.__dict__:
                return cast("Plan", self.__dict__[known])
        self.leeway = self._this_week.leeway
        return self._this_week.plan

    @cached_property
    def _this_week(self) -> Made:
        return this_week(self.profile, self._trained, self.today, self.kept)

    @property
    def is_walking(self) -> bool:
        """Whether the plan holds walks instead of runs for now: before the first run, or until a doctor agrees."""
        codes = {notice.code for notice in self.now.warnings}
        week = self.week_at(monday_of(self.today))
        return bool(codes & WALKING) or (week is not None and week.phase is Phase.WALK)

    @property
    def is_resting(self) -> bool:
        """Whether an illness, or a sign that a doctor should see, leaves no training for now."""
        return not RESTING.isdisjoint(notice.code for notice in self.now.warnings)

    @cached_property
    def coming(self) -> Plan:
        """This week and the next, likewise."""
        if "plan" in self.__dict__:
            return self.plan
        return plan(self.profile, self._trained, self.today, self.kept, ahead=1, explained=False)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What is not as it would have been without what happened, this week and the next."""
        if "plan" in self.__dict__:
            return self.plan.changes
        return plan(self.profile, self._trained, self.today, self.kept, ahead=1).changes

    @property
    def changes_now(self) -> tuple[Change, ...]:
        """Those of this week, as they stand in ``changes``; most that is logged changes no other."""
        return self.changes if "plan" in self.__dict__ else self._this_week.explain()

    def sessions_on(self, day: dt.date) -> tuple[Session, ...]:
        """What is planned on a day: as it was sent or stands now; nothing before the plan."""
        monday = monday_of(day)
        if self.week_at(monday) is None:
            return ()
        return tuple(session for session in self.whole_week(monday).sessions if session.date == day)

    def shown_on(self, day: dt.date) -> tuple[Session, ...]:
        """What the athlete was told to do on a day; what is planned where they were not told yet.

        Answers are bound to this, and reading it costs no planning.
        """
        monday = monday_of(day)
        sent = self.shown(monday)
        if sent is None:
            return self.sessions_on(day)
        return tuple(session for session in sent.sessions if session.date == day)

    def week_at(self, start: dt.date) -> Week | None:
        """The week that starts on a Monday, of the plan or, where it is over, as it was sent."""
        return self._planned(start) or self.shown(start)

    def shown(self, start: dt.date) -> Week | None:
        """The week that starts on a Monday as the athlete knows it, if it was sent."""
        sent = self.sent_at(start)
        return None if sent is None else sent.shown

    def sent_at(self, start: dt.date) -> Sent | None:
        """The week that starts on a Monday, if it was sent, however long ago."""
        return next((sent for sent in self.sent if sent.start == start), None) or self.gone(start)

    def sent_since(self, start: dt.date) -> tuple[Week, ...]:
        """The weeks from a Monday on as the athlete knows them, oldest first."""
        return tuple(sent.shown for sent in self.sent if sent.start >= start)

    def whole_week(self, start: dt.date) -> WeekView:
        """All seven days of a week: days gone by as they were sent, the rest as planned now.

        Raises:
            LookupError: neither the plan nor what was sent has such a week.
        """
        known = self.shown(start) if self.stands else None
        week = known or self.week_at(start)
        if week is None:
            raise LookupError(start)
        settled = [session for session in _sessions(self.shown(start)) if self._is_settled(session)]
        kinds = {session.kind for session in settled if session.date == self.today}
        planned = _sessions(known or self._planned(start))
        ahead = [s for s in planned if s.date > self.today or (s.date == self.today and s.kind not in kinds)]
        sessions = (*settled, *ahead)
        off = not ahead and week.phase is Phase.RETURN and start + dt.timedelta(DAYS) > self.today and self.is_resting
        beside = self._beside(start, sessions)
        return WeekView(week, sessions, self.done(start), self.today, self.skipped(start), beside, off)

    def _beside(self, start: dt.date, sessions: Collection[Session]) -> tuple[Entry, ...]:
        """What was done in a week and stood on none of its days."""
        planned = {(session.date, session.kind) for session in sessions}
        return tuple(
            entry
            for entry in self._logged(start)
            if entry.kind is not None and entry.status in COUNTS and (entry.date, entry.kind) not in planned
        )

    def sent_on_or_after(self, day: dt.date) -> tuple[Session, ...]:
        """What the athlete was shown of this week, from a day on."""
        return tuple(session for session in _sessions(self.shown(monday_of(day))) if session.date >= day)

    def done(self, start: dt.date) -> Done:
        """The kinds of session done on each day of a week."""
        return self._told(start, COUNTS)

    def skipped(self, start: dt.date) -> Done:
        """The kinds of session skipped on each day of a week, and not done after all."""
        done = self.done(start)
        return {day: kinds - set(done.get(day, ())) for day, kinds in self._told(start, SKIPPED).items()}

    def _told(self, start: dt.date, statuses: Collection[Status]) -> dict[dt.date, set[SessionKind]]:
        found: dict[dt.date, set[SessionKind]] = {}
        for entry in self._logged(start):
            if entry.kind is not None and entry.status in statuses:
                found.setdefault(entry.date, set()).add(entry.kind)
        return found

    def done_on(self, day: dt.date) -> Collection[SessionKind]:
        """The kinds of session done on a day."""
        return self.done(monday_of(day)).get(day, ())

    def settled_on(self, day: dt.date) -> Collection[SessionKind]:
        """The kinds of session done or skipped on a day: nothing of them is still to come."""
        monday = monday_of(day)
        return {*self.done(monday).get(day, ()), *self.skipped(monday).get(day, ())}

    def waiting_on(self, day: dt.date) -> tuple[Session, ...]:
        """What is planned on a day and neither done nor skipped, also beforehand."""
        settled = self.settled_on(day)
        return tuple(session for session in self.sessions_on(day) if session.kind not in settled)

    def released(self) -> "Training":
        """The same training planned afresh from today on, as the athlete asks for by changing a setting."""
        return self._with(self.history, replace(self.kept, anew=self.today))

    def suited(self, fields: Iterable[str]) -> "Training":
        """The same training with the weeks sent made to suit what was changed of the profile, by its fields."""
        kept = replace(self.kept, changed=frozenset(fields))
        return self._with(self.history, kept)

    def after(self, entry: Entry) -> "Training":
        """The same training once something more has happened; it ``stands`` where that is known to change nothing."""
        history = (*self.history, entry)
        if self.history and self.history[-1].date > entry.date:
            history = tuple(sorted(history, key=lambda each: each.date))
        leeway = None if self._moment is None else _held(self._moment).leeway
        left = None if leeway is None else left_after(leeway, entry)
        following = self._with(history, self.kept)
        following.stands, following.leeway = left is not None, left
        return following

    def _with(self, history: tuple[Entry, ...], kept: Kept) -> "Training":
        """The same training with another history, or something else kept."""
        return Training(self.profile, history, kept, self.today, self.sent, self.gone)

    @property
    def stands_as_told(self) -> bool:
        """Whether this week is known to stand, session for session in the order in which the athlete knows it.

        Of two sessions of one day the one that is logged comes to stand first.
        """
        sessions = _sessions(self.shown(monday_of(self.today))) if self.stands else ()
        days = [session.date for session in sessions]
        over = [self._is_settled(session) for session in sessions]
        return bool(days) and days == sorted(days) and over == sorted(over, reverse=True)

    def stands_felt(self, history: tuple[Entry, ...]) -> bool:
        """Whether this week stands, nothing left of today, where a history says of today's log how hard it was.

        It is remembered to stand so.
        """
        if len(history) != len(self.history) or self._moment is None:
            return False
        pairs = [(was, now) for was, now in zip(self.history, history, strict=True) if was != now]
        if len(pairs) != 1 or pairs[0][1].date != self.today or not is_effort_alone(*pairs[0]):
            return False
        leeway = _held(self._moment).leeway
        if leeway is None or any(each.day == 0 for each in leeway.ahead):
            return False
        felt = self._with(history, self.kept)
        felt.leeway = leeway
        felt.hold()
        return True

    def hold(self) -> None:
        """Remember that this week stands as the athlete knows it, and how far what is logged next may go."""
        if self._moment is not None and self.leeway is not None:
            _held(self._moment).leeway = self.leeway

    @cached_property
    def _moment(self) -> "Moment | None":
        """What the leeway of this week follows from; nothing while the athlete knows another week than this one."""
        monday = monday_of(self.today)
        sent = [each for each in self.sent if each.start >= monday]
        if len(sent) != 1 or sent[0].start != monday:
            return None
        return Moment(self.profile, self.history, self.kept, self.today, sent[0])

    def _planned(self, start: dt.date) -> Week | None:
        """A week of the plan; no more weeks are planned than it takes to see it."""
        this = monday_of(self.today)
        near = self.now if start <= this else self.coming
        weeks = near.weeks if near.weeks and start <= near.weeks[-1].start else self.plan.weeks
        return next((week for week in weeks if week.start == start), None)

    def _is_settled(self, session: Session) -> bool:
        """Whether a session that was sent is over: its day is gone, or it is today's and has been logged."""
        if session.date != self.today:
            return session.date < self.today
        return any(entry.kind is session.kind for entry in self._logged(self.today, 1))

    def _logged(self, first: dt.date, days: int = DAYS) -> tuple[Entry, ...]:
        """The history of so many days, found without a walk through all that was ever logged."""
        begin, end = (bisect_left(self.history, day, key=_date) for day in (first, first + dt.timedelta(days=days)))
        return self.history[begin:end]

    def is_logged(self, day: dt.date) -> bool:
        """Whether the history tells anything of a day."""
        return bool(self._logged(day, 1))


@dataclass(frozen=True, slots=True)
class Moment:
    """All that a week as the athlete knows it, and its leeway, follow from."""

    profile: Profile
    history: tuple[Entry, ...]
    kept: Kept
    today: dt.date
    sent: Sent

    def __hash__(self) -> int:
        """From what tells most moments apart: all of it would take longer than planning."""
        last = self.history[-1].minutes if self.history else None
        return hash((self.today, len(self.history), last, self.profile.start_date, self.profile.weekly_distance_m))


@dataclass(slots=True)
class Held:
    """The leeway of a week that stands, where it is known."""

    leeway: Leeway | None = None


@of_people(MOMENTS)
def _held(moment: Moment) -> Held:
    """What is known of a moment: nothing yet."""
    del moment
    return Held()


def training_of(desk: Desk) -> Training:
    """The training of the desk's athlete.

    Raises:
        ProfileError: the profile is not complete enough to plan with.
    """
    return training_at(desk, desk.today, history_of(desk.session, desk.athlete_id, monday_of(desk.today)))


def training_at(desk: Desk, today: dt.date, history: tuple[Entry, ...], *, until: dt.date = dt.date.max) -> Training:
    """The training as it stands, or stood, on a day with a history; weeks sent from ``until`` on are not known yet.

    As it stood, nothing was decided of the days ahead but what was first sent.

    Raises:
        ProfileError: the profile is not complete enough to plan with.
    """
    profile = _read_once(write_json(desk.owner.profile))
    monday = monday_of(today)
    first = dt.date.fromordinal(block_at(profile, today).monday)
    near = min(monday, first)
    known, moves, declined = stored_of(desk.session, desk.athlete_id, since=monday, near=near)
    sent = tuple(each for each in known if each.start < until)
    stood = until < dt.date.max
    weeks = tuple(as_told(each, moves, today, stood=stood) for each in sent if each.start >= first)
    begun = tuple(each.week for each in sent if each.start == monday)
    training = Training(profile, history, Kept(weeks, moves, declined, begun), today, sent)
    training.gone = lambda start: sent_week(desk.session, desk.athlete_id, start) if start < near else None
    return training


@of_people(1_024)
def _read_once(profile: str) -> Profile:
    """A stored profile; an athlete who writes now had the same one before."""
    return read_profile(read_json(profile))


def _sessions(week: Week | None) -> tuple[Session, ...]:
    return week.sessions if week is not None else ()
