"""The block that holds a day: where it starts, how long it runs, its race, and what each of its weeks is for."""

from dataclasses import dataclass, field
from datetime import date

from coach.plan import BASE, BUILD, PEAK, RACE_WEEK, TAPER, Phase
from coach.planning.athlete import LONG_GOALS
from coach.profile import Goal, Profile
from coach.slot import Emphasis

OPEN_WEEKS = 12
"""The length of a block without a race, in weeks."""
LONGEST_BLOCK = 24
"""The longest block towards a race, in weeks."""
OPEN_GOALS = frozenset({Goal.LEANER_LEGS, Goal.GENERAL_FITNESS})
"""Goals that are never over: block follows block, each with another emphasis."""
MOST_BEHIND = 3
"""Blocks after which an open-ended goal grows no further: somebody with a year of running holds what they have."""
_EMPHASES = tuple(Emphasis)


@dataclass(frozen=True, slots=True)
class Block:
    """Weeks from ``monday`` on; days are ordinals.

    ``first`` is the first day that may hold a session, ``race`` the race's day or ``None`` where it lies outside the
    block, ``number`` counts blocks from 0. ``behind`` counts the whole twelve weeks of an open-ended goal that lie
    behind it, three at most. ``emphasis`` is what it leans towards; it turns with every block. ``race_week`` is the
    week of the race, counted from 0, ``taper_weeks`` the weeks of taper before the race's seven days: one more for the
    half marathon and the marathon (P4).
    """

    number: int
    monday: int
    first: int
    weeks: int
    race: int | None
    goal: Goal
    behind: int = 0
    emphasis: Emphasis = field(init=False, compare=False)
    race_week: int | None = field(init=False, compare=False)
    taper_weeks: int = field(init=False, compare=False)

    def __post_init__(self) -> None:
        put = object.__setattr__  # asked for in every week, and never different
        put(self, "emphasis", _EMPHASES[self.number % len(_EMPHASES)])
        put(self, "race_week", None if self.race is None else (self.race - self.monday) // 7)
        put(self, "taper_weeks", 1 if self.goal in LONG_GOALS else 0)

    def phase(self, week: int) -> Phase:
        """What a week is for by its place alone; cutbacks, walking and returns come from the athlete."""
        last = self.weeks if self.race_week is None else self.race_week
        if self.race_week is not None and week >= self.race_week:
            return RACE_WEEK if week == self.race_week else BASE
        if self.race is not None and self.race - (self.monday + 7 * week) <= 12 + 7 * self.taper_weeks:
            return TAPER
        done = week / max(1, last)
        if done < 0.34:
            return BASE
        return BUILD if done < 0.72 else PEAK


def monday_of(day: int) -> int:
    """The Monday of an ordinal day's week."""
    return day - (day - 1) % 7


def block_at(profile: Profile, today: date) -> Block:
    """The block that holds ``today``, or the first one where today is before the start."""
    start = profile.start_date.toordinal()
    race = None if profile.race_date is None else profile.race_date.toordinal()
    monday, number = monday_of(start), 0
    while True:
        weeks = _length(profile, monday, race)
        if today.toordinal() < monday + 7 * weeks:
            break
        monday, number = monday + 7 * weeks, number + 1
    inside = race is not None and monday <= race < monday + 7 * weeks
    behind = (monday - monday_of(start)) // (7 * OPEN_WEEKS) if profile.goal in OPEN_GOALS else 0
    first = start if number == 0 else monday
    return Block(number, monday, first, weeks, race if inside else None, profile.goal, min(MOST_BEHIND, behind))


def _length(profile: Profile, monday: int, race: int | None) -> int:
    if profile.weeks is not None:
        return profile.weeks
    if race is None or race < monday:
        return OPEN_WEEKS
    return min(LONGEST_BLOCK, (race - monday) // 7 + 1)
