"""The distance covered day by day, done or planned, and what it allows next: rules P1 and P2."""

from coach.planning.athlete import Athlete
from coach.planning.block import Block
from coach.planning.log import Log

LOOK_BACK = 63
"""Days before the block that the limits may look at."""
GATE_MINUTES = 30
"""The easy minutes that are always allowed (P1, P2)."""


class Road:
    """Metres on foot and the longest run of each day; what lies ahead is filled in as it is planned."""

    def __init__(self, athlete: Athlete, block: Block, log: Log) -> None:
        self._athlete, self._block = athlete, block
        self._zero = block.monday - LOOK_BACK
        size = LOOK_BACK + 7 * block.weeks + 14
        self.foot = [0.0] * size
        self.longest = [0.0] * size
        for day, metres in log.known_m.items():
            if 0 <= day - self._zero < size:
                self.foot[day - self._zero] = metres
        for day, metres in log.longest_m.items():
            if 0 <= day - self._zero < size:
                self.longest[day - self._zero] = metres

    def note(self, day: int, metres: float, *, run: bool) -> None:
        """Count a planned session as done."""
        at = day - self._zero
        self.foot[at] += metres
        if run:
            self.longest[at] = max(self.longest[at], metres)

    def span(self, first: int, days: int) -> float:
        """Metres on foot in the days from ``first`` on."""
        at = first - self._zero
        return sum(self.foot[max(0, at) : at + days])

    def week(self, monday: int) -> float:
        """Metres on foot of a week; before the athlete's start what they say they do, if that is more."""
        covered = self.span(monday, 7)
        if self._block.number == 0 and monday < self._block.monday:
            return max(covered, self._athlete.stated_m)
        return covered

    def best_of_three(self, monday: int) -> float:
        """The highest of the three weeks before ``monday`` (P2)."""
        return max(self.week(monday - 7), self.week(monday - 14), self.week(monday - 21))

    def run_limit(self, day: int) -> float:
        """Metres that a run on ``day`` may be long (P1)."""
        at = day - self._zero
        longest = max(self.longest[at - 29 : at])
        if self._block.number == 0 and day < self._block.first + 29:
            longest = max(longest, self._athlete.longest_m)
        return max(1.1 * longest, longest + 500)

    def week_limit(self, monday: int) -> float:
        """Metres on foot that a week may hold (P2)."""
        if self._block.number == 0 and monday == self._block.monday:
            return self._athlete.stated_m
        best = self.best_of_three(monday)
        return min(max(1.1 * best, best + 1500), 1.3 * best)
