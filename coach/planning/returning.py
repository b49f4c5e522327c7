"""The way back after days off: how much of the best week before, and for how long (C1)."""

from dataclasses import dataclass

from coach.planning.block import monday_of

HARDLY_A_BREAK = 4
"""Days off from which on something changes."""
LONG_BREAK = 8
"""Days off from which on load returns in shares of the best week."""
STEPS = (HARDLY_A_BREAK, LONG_BREAK, 29, 57)
"""Days off from which on the first share is a smaller one."""


@dataclass(frozen=True, slots=True)
class Return:
    """Easy days from ``first`` on: ``stretches`` are (days, share of ``best_m``) one after the other.

    ``cause`` is the first day missed, ``days`` the length of the break, ``number`` the rule behind it. An ``open`` one
    is what follows for as long as nobody says anything: the break may end today, or last. One that is ``eased`` ended
    while the days had been made easier for it already: these stand. Of its days the first ``walks`` hold no run at all.
    """

    first: int
    cause: int
    days: int
    best_m: float
    stretches: tuple[tuple[int, float], ...]
    rule: str = "break"
    number: str = "C1"
    open: bool = False
    eased: bool = False
    walks: int = 0

    @property
    def silent(self) -> bool:
        """Whether it follows a break that nobody has ended."""
        return self.open and not self.eased

    @property
    def last(self) -> int:
        """The last day of the return: the week it ends in is finished easily, that of a short one if half of it is."""
        if self.eased and not self.open:
            return self.first - 1
        last = self._counted
        over = (last - 1) % 7 + 1  # days since the Sunday before
        return last - over if over <= 3 and self._is_short else last + 7 - over

    @property
    def held(self) -> int:
        """The last day on which the seven days up to it keep their share."""
        return max(self.last, self._counted)

    @property
    def _counted(self) -> int:
        return self.first + sum(days for days, _ in self.stretches) - 1

    @property
    def _is_short(self) -> bool:
        return self.rule == "break" and self.days < LONG_BREAK

    def share(self, day: int) -> float:
        """The share of the best week that holds on a day; 1 outside the return."""
        past = day - self.first
        if past < 0:
            return 1.0
        for days, share in self.stretches:
            if past < days:
                return share
            past -= days
        return self.stretches[-1][1] if day <= self.last else 1.0

    def mean_share(self, first: int, last: int) -> float:
        """The mean share of some days of the return."""
        return sum(self.share(day) for day in range(first, last + 1)) / max(1, last + 1 - first)

    def walked(self, day: int) -> bool:
        """Whether a day of the return holds walks only."""
        return 0 <= day - self.first < self.walks

    def week_share(self, first: int, sunday: int) -> float:
        """The smallest share of the days from ``first`` to Sunday that belong to the return."""
        return min((self.share(day) for day in range(first, sunday + 1)), default=1.0)


def open_return(first: int, cause: int, today: int, best_m: float, until: int) -> Return:
    """The return from a break that nobody speaks of, ``first`` the day from which on its first share holds.

    That share stays for the days up to ``until``, and the length of the break is counted on Mondays, so that what is
    shown does not change with every day of silence.
    """
    counted = max(first, monday_of(today))
    (length, share), *later = stretches(counted - cause)
    if counted - cause >= LONG_BREAK:
        length = max(counted - first + length, until - first + 1)
    return Return(first, cause, counted - cause, best_m, ((length, share), *later), open=True)


def stretches(days_off: int) -> tuple[tuple[int, float], ...]:
    """The return load after so many days off, after Daniels: days and the share of the best week (C1)."""
    if days_off < LONG_BREAK:
        return ((7, 0.8),)
    if days_off <= 28:
        half = -(-days_off // 2)
        return ((half, 0.5), (half, 0.75))
    if days_off <= 56:
        third = -(-days_off // 3)
        return ((third, 0.33), (third, 0.5), (third, 0.75))
    return ((21, 0.33), (21, 0.5), (21, 0.7), (21, 0.85))


def after_illness(first: int, days_off: int) -> tuple[tuple[int, float], ...]:
    """The return load after an illness from its first day of training on, the short easy days included (C5).

    Four training days are about a week. Under four days off C1 asks for no more than that, under eight for a week on
    top, which ends on the Sunday next to it: a cold of two days is no reason for three weeks [C].
    """
    share = stretches(days_off)[0][1]
    if days_off < HARDLY_A_BREAK:
        return ((7, share),)
    if days_off < LONG_BREAK:
        end = first + 13
        over = (end - 1) % 7 + 1  # days since the Sunday before
        return ((14 - over if over <= 3 else 21 - over, share),)
    return ((7, share), *stretches(days_off))


def stages_lost(days_off: int) -> int:
    """How many stages of the ladder a break costs."""
    return 1 if days_off < LONG_BREAK else 2 if days_off <= 28 else 4 if days_off <= 56 else 13
