"""What a week is to become, before its days are chosen."""

from dataclasses import dataclass, field
from functools import lru_cache

from coach.plan import Phase
from coach.planning.athlete import Athlete
from coach.planning.calendar import ALL_DAYS, Room
from coach.planning.road import Road


@dataclass(slots=True)
class Aim:
    """A week from ``monday`` on. ``caps`` are minutes by weekday, 0 where nothing may be planned.

    ``limit_m`` is the most on foot, ``target_m`` what is wanted; ``hards`` and ``strength`` at most so many
    sessions; ``week`` counts from 0. ``no_strength``, ``no_long`` and ``no_hard`` are days without them, ``long_next``
    says that the Monday after it may hold a long run, ``rode`` that the last week of building had another sport in the
    place of a run, ``late`` that W6 lets the long run be longer before a long race (a lighter week does not),
    ``last_long`` that a race follows in the week after, ``held`` that all of it stands under a pain or a break
    (``Course.held``), ``brief`` that its strength is short, ``ran`` are the days that hold a run already, where others
    are still to be planned, ``gave`` collects what the calendar had no room for.
    """

    athlete: Athlete
    road: Road
    week: int
    monday: int
    phase: Phase
    caps: tuple[int, ...]
    limit_m: float
    target_m: float
    hards: int
    strength: int
    long_day: int | None
    prev_hard: bool = False
    prev_run: bool = False
    prev_long: bool = False
    rode: bool = False
    long_next: bool = False
    late: bool = False
    last_long: bool = False
    held: bool = False
    brief: bool = False
    no_strength: int = 0
    no_long: int = 0
    no_hard: int = 0
    ran: int = 0
    gave: list[str] = field(default_factory=list)
    open_days: int = field(init=False, default=0)
    """The days that may hold something, as a set."""
    wants_walk: bool = field(init=False, default=False)
    """Whether W8 asks for a recovery walk."""

    def __post_init__(self) -> None:
        self.open_days = days_with(self.caps, 1)
        self.wants_walk = self.athlete.days.bit_count() >= 4 and self.open_days.bit_count() >= 3

    def days_with(self, minutes: int) -> int:
        """The days with room for so many minutes, as a set."""
        return days_with(self.caps, minutes)

    def room(self, *, apart: bool = False, shared_run: int = ALL_DAYS, roomy: int = 0) -> Room:
        """The week's calendar.

        On the ladder runs are ``apart``, may share their day with strength on some only, and take ``roomy`` days first.
        """
        run = walk = self.open_days
        strength, shared, closed = run & ~self.no_strength, days_with(self.caps, HALF_AN_HOUR), 0
        hard = shared & ~self.no_long & ~self.no_hard
        sunday = self.prev_hard, self.prev_run, self.prev_long
        # in the order of its fields, which is three times as fast as by name: there is one of these for every week
        return Room(
            run, walk, strength, shared, hard, closed, *sunday, apart, self.long_day, shared_run, self.no_long, roomy
        )


@lru_cache(maxsize=4096)
def days_with(caps: tuple[int, ...], minutes: int) -> int:
    """The days whose limit is at least so many minutes, as a set."""
    return sum([1 << day for day, cap in enumerate(caps) if cap >= minutes])


HALF_AN_HOUR = HARD_MINUTES = 30
"""The least a day must have room for to hold strength and something else, or a hard run: ten minutes of work, with
warm-up and cool-down.
"""


def strength_minutes(cap: int, *, shared: bool) -> int:
    """Minutes of strength on a day with room for ``cap``."""
    if not shared:
        return min(30, cap)
    return 20 if cap >= 45 else 15
