"""The distance covered day by day, done or planned, and what it allows next: rules P1 and P2."""

from collections.abc import Sequence
from copy import copy
from typing import Final, NamedTuple

from coach.planning.athlete import Athlete
from coach.planning.block import Block, monday_of
from coach.planning.draft import Draft
from coach.planning.log import Log
from coach.profile import Experience
from coach.session import RACE, RUN_KINDS

LOOK_BACK = 182
"""Days before the block, or before the last day of training where that is longer ago, that the limits may look at."""
GATE_MINUTES = 30
"""The easy minutes that are always allowed (P1, P2)."""


class Reach(NamedTuple):
    """Metres that a run may be long on the days from ``first`` to ``last``, until one over ``longest_m`` is counted."""

    first: int
    last: int
    longest_m: float
    limit_m: float


NOWHERE: Final = Reach(0, -1, 0.0, 0.0)
"""What is known of no day."""
NO_LIMITS: Final[tuple[int, tuple[float, ...]]] = (0, ())
"""What is known of no week."""


class Road:
    """Metres on foot and the longest run of each day; what lies ahead is filled in as it is planned."""

    def __init__(self, athlete: Athlete, block: Block, log: Log) -> None:
        self._athlete, self._block, self._log = athlete, block, log
        self._start = athlete.profile.start_date.toordinal()
        self._zero = min(block.monday, _last_before(log, block.monday)) - LOOK_BACK
        size = block.monday - self._zero + 7 * block.weeks + 14
        self._reach = NOWHERE
        self._week_limit = (0, 0.0)
        self._run_limits = NO_LIMITS
        self._held_m = 0.0
        self.foot = [0.0] * size
        self.longest = [0.0] * size
        self._guessed: dict[int, float] = {}
        for day in log.days:
            if self._zero <= day < block.monday:
                self.live(day)

    def onward(self, log: Log) -> "Road":
        """The same road, to be gone on by itself; ``log`` holds what this one's does, and perhaps later days."""
        road = copy(self)
        road._log, road._reach, road._week_limit = log, NOWHERE, (0, 0.0)  # noqa: SLF001 — one of its own kind
        road._run_limits = NO_LIMITS  # noqa: SLF001
        road.foot, road.longest = self.foot.copy(), self.longest.copy()
        road._guessed = self._guessed.copy()  # noqa: SLF001
        return road

    def live(self, day: int) -> None:
        """Count what the history says of a day."""
        self._reach = NOWHERE
        self._changed(day)
        at, known = day - self._zero, self._log.known_m.get(day, 0.0)
        self.foot[at] += known
        if (counted := self._log.counted_m.get(day, 0.0)) > known:
            self._guessed[day] = counted - known
        self.longest[at] = max(self.longest[at], self._log.longest_m.get(day, 0.0))

    def note(self, drafts: Sequence[Draft]) -> None:
        """Count planned sessions of a week as done, but for a race."""
        zero, foot, longest, most = self._zero, self.foot, self.longest, self._reach.longest_m
        for draft in drafts:
            metres = draft.metres
            if metres and draft.kind is not RACE:
                at = draft.day - zero
                foot[at] += metres
                if metres > longest[at] and draft.kind in RUN_KINDS:
                    longest[at] = metres
                    if metres > most:
                        self._reach = NOWHERE
        if drafts:
            self._changed(drafts[0].day)

    def _changed(self, day: int) -> None:
        """The limit of a week goes by the days before it, those of its runs by all that is counted."""
        self._run_limits = NO_LIMITS
        if day < self._week_limit[0]:
            self._week_limit = (0, 0.0)

    def hold(self, least_m: float) -> None:
        """Let runs be as long as they might be before a pain, from which its share is still to be taken; 0 ends it."""
        if self._held_m != least_m:
            self._reach, self._run_limits = NOWHERE, NO_LIMITS
            self._held_m = least_m

    def runs_between(self, first: int, end: int) -> int:
        """Runs from ``first`` to the day before ``end``, done or planned."""
        done = sum(self._log.runs(day) for day in range(first, end))
        planned = sum(1 for day in range(first, end) if self.longest[day - self._zero] and not self._log.ran(day))
        return done + planned

    def daily(self, day: int) -> float:
        """Metres on foot of a day; before the athlete's start a seventh of what they say they do."""
        if day < self._start and not self._log.kinds(day):
            return self._athlete.stated_m / 7
        return self.foot[day - self._zero] if day >= self._zero else 0.0

    def mean_week(self, end: int, planned_m: float = 0.0) -> float:
        """The mean of the three weeks of days before ``end``; ``planned_m`` of them are not counted yet (P4).

        What nobody measured of them is guessed: they were no rest before a taper.
        """
        done = self.span(end - 21, 21) if end - 21 >= self._start else sum(map(self.daily, range(end - 21, end)))
        return (planned_m + done + self.guessed(end - 21, end)) / 3

    def guessed(self, first: int, end: int) -> float:
        """Metres on foot that nobody measured on the days from ``first`` to the one before ``end``, as guessed."""
        if not self._guessed:
            return 0.0
        return sum([metres for day, metres in self._guessed.items() if first <= day < end])

    def share_since_start(self, first: int, last: int) -> float:
        """The share of the days from ``first`` to ``last`` that lie after the athlete's start, it included."""
        return min(1.0, max(0, last + 1 - self._start) / max(1, last + 1 - first))

    def best_before(self, day: int) -> float:
        """The best of the four weeks before a day, counted in calendar weeks and in sevens of days, the less (C1).

        Of earlier weeks where these held nothing, so that whoever has run has something to return to; of who runs by
        their own account and logged nothing at all, what P2 always allows.
        """
        first, best = day - LOOK_BACK, self._best_of_four(day)
        while day > first and not best:
            day -= 28
            best = self._best_of_four(day)
        if not best and self._athlete.profile.experience is not Experience.NEW:
            return 3 * GATE_MINUTES * self._athlete.easy
        return best

    def _best_of_four(self, day: int) -> float:
        monday = monday_of(day)
        weeks = max([self._lived(monday - 7 * n) for n in (1, 2, 3, 4)])
        sevens = max([self._lived(day - 7 * n) for n in (1, 2, 3, 4)])
        return min(weeks, sevens) or max(weeks, sevens)

    def _lived(self, first: int) -> float:
        """Metres of seven days; those before the athlete's start as they say, or as they log where that is more.

        Days on both sides of the start come to no more than a week as stated, or than what was logged of them.
        """
        early = min(7, max(0, self._start - first))
        stated = self._athlete.stated_m
        before = max(self.span(first, early), stated * early / 7)
        lived = before + self.span(first + early, 7 - early)
        return lived if early in {0, 7} else max(min(lived, stated), self.span(first, 7))

    def last_full_week(self, day: int) -> float:
        """Metres of the last whole week before a day's own (C1)."""
        return self._done(monday_of(day) - 7)

    def _done(self, monday: int) -> float:
        return self.span(monday, 7) or self.week(monday)

    def span(self, first: int, days: int) -> float:
        """Metres on foot in the days from ``first`` on."""
        at, end = first - self._zero, first - self._zero + days
        return sum(self.foot[at:end]) if at >= 0 else sum(self.foot[: max(0, end)])

    def week(self, monday: int) -> float:
        """Metres on foot of a week; before the athlete's start what they say they do, if that is more."""
        covered = self.span(monday, 7)
        if monday + 7 <= self._start:
            return max(covered, self._athlete.stated_m)
        return covered

    def best_of_three(self, monday: int) -> float:
        """The highest of the three weeks before ``monday`` (P2)."""
        at, foot = monday - self._zero, self.foot
        if monday - 14 > self._start and at >= 21:  # all of them after the start
            return max(sum(foot[at - 7 : at]), sum(foot[at - 14 : at - 7]), sum(foot[at - 21 : at - 14]))
        return max(self.week(monday - 7), self.week(monday - 14), self.week(monday - 21))

    def run_limit(self, day: int) -> float:
        """Metres that a run on ``day`` may be long (P1)."""
        first, last, _, limit = self._reach
        if first <= day <= last:
            return limit
        self._reach = self._reach_from(day)
        return self._reach.limit_m

    def run_limits(self, monday: int) -> tuple[float, ...]:
        """The same for each day of a week, as long as nothing new is counted."""
        if self._run_limits[0] != monday:
            self._run_limits = (monday, self._reckoned_run_limits(monday))
        return self._run_limits[1]

    def _reckoned_run_limits(self, monday: int) -> tuple[float, ...]:
        limits: list[float] = []
        while (known := len(limits)) < 7:
            limit = self.run_limit(monday + known)
            limits += [limit] * (min(7, self._reach.last + 1 - monday) - known)
        return tuple(limits)

    def _reach_from(self, day: int) -> Reach:
        """The limit of a day and of those after it that look back at the same longest run."""
        at = day - self._zero
        window = self.longest[at - 1 : at - 30 : -1]  # the latest day first
        longest = max(window)
        last = day + 28 - window.index(longest)
        if day < self._start + 29 and self._athlete.longest_m >= longest:
            longest, last = self._athlete.longest_m, self._start + 28
        ahead = self.longest[at : last + 1 - self._zero]
        if ahead and max(ahead) > longest:
            last = next(later for later, metres in enumerate(ahead, day) if metres > longest)
        return Reach(day, last, longest, max(1.1 * longest, longest + 500, self._held_m))

    def longest_until(self, today: int, end: int) -> float:
        """Metres of the longest run before ``end``: of all that is planned, and of what was done its last 30 days.

        The stated one counts for 30 days. What was run earlier is gone by then, as after weeks of illness.
        """
        stated = self._athlete.longest_m if today < self._start + 30 else 0.0
        first = max(0, min(today, end - 30) - self._zero)
        return max([stated, *self.longest[first : max(today + 1, end) - self._zero]])

    def week_limit(self, monday: int) -> float:
        """Metres on foot that a week may hold (P2)."""
        if self._week_limit[0] != monday:
            self._week_limit = (monday, self._reckoned_week_limit(monday))
        return self._week_limit[1]

    def _reckoned_week_limit(self, monday: int) -> float:
        if self._block.number == 0 and monday == self._block.monday:
            return self._athlete.stated_m
        best = self.best_of_three(monday)
        return min(max(1.1 * best, best + 1500), 1.3 * best)


def _last_before(log: Log, monday: int) -> int:
    """The last day with anything on foot before a block, its Monday where there is none."""
    return max((day for day in log.known_m if day < monday), default=monday)


def longest_before(limit_m: float) -> float:
    """The longest run of late that a limit of P1 was reckoned from (metres)."""
    return max(0.0, min(limit_m / 1.1, limit_m - 500))
