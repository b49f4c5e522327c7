"""Everything that planning a week may look at: the athlete, the block, the road behind, and what weeks hand on."""

from dataclasses import dataclass, field, replace
from typing import Any

from coach.planning.athlete import Allowed, Athlete
from coach.planning.block import Block
from coach.planning.climbing import Climb
from coach.planning.log import Log, happened
from coach.planning.returning import Return
from coach.planning.road import Road
from coach.planning.signs import Bar, Signs
from coach.session import SessionKind
from coach.standing import Standings

GROWTH_OF_BLOCKS = 0.1
"""How much further the weeks of an open-ended goal may build with every twelve weeks behind [C]."""


@dataclass(slots=True)
class State:
    """What one week hands to the next.

    ``target_m`` is what the last week of building wanted, ``level_m`` the metres of the last one that no pain held and
    ``run_m`` how long a run might be in it,
    ``climb`` the place on the ladder (``None`` once thirty
    minutes are run without a walk), ``ups`` the weeks since the last cutback and
    ``ups_anyhow`` those had there been no return, ``turns`` the sessions of each kind so
    far, ``missed`` the first planned run missed since the last one done and
    ``skipped`` the first one that the history calls skipped, ``rode`` says that the last week of building held another
    sport in the place of a run, ``ways_back`` the returns from breaks, ``ladders`` the
    place on every strength ladder, ``silent`` the days of a break without a word that the ladder has gone back for,
    ``let_go`` the metres on foot that fell to a day of the taper and were not covered.
    """

    target_m: float
    climb: Climb | None
    level_m: float = 0.0
    run_m: float = 0.0
    ups: int = 0
    ups_anyhow: int = 0
    turns: dict[SessionKind, int] = field(default_factory=dict)
    prev_hard: bool = False
    prev_run: bool = False
    prev_long: bool = False
    prev_strength: bool = False
    rode: bool = False
    proven: bool = False
    first_run: int | None = None
    missed: int | None = None
    skipped: int | None = None
    ways_back: list[Return] = field(default_factory=list)
    ladders: Standings = ()
    planned_days: set[int] = field(default_factory=set)
    gave: set[str] = field(default_factory=set)
    silent: int = 0
    let_go: dict[int, float] = field(default_factory=dict)

    def copy(self) -> "State":
        """The same state, to be gone on from by itself."""
        return replace(
            self,
            climb=None if self.climb is None else self.climb.copy(),
            turns=self.turns.copy(),
            ways_back=self.ways_back.copy(),
            planned_days=self.planned_days.copy(),
            gave=self.gave.copy(),
            let_go=self.let_go.copy(),
        )


@dataclass(slots=True)
class Course:
    """One walk through a block; days are ordinals."""

    athlete: Athlete
    block: Block
    log: Log
    road: Road
    signs: Signs
    today: int
    state: State
    odd: list[tuple[int, str]] = field(default_factory=list)
    """Days of this week that went otherwise than planned, and how."""
    news: int | None = None
    """The day of a race by whose result paces have lately become quicker."""
    labels: dict[tuple[int, int], Any] = field(default_factory=dict)
    """What the days of weeks are for, remembered; the second number counts the returns known by then."""
    race: int | None = field(init=False)
    """The race's day, where care lets it stand in the plan."""

    def __post_init__(self) -> None:
        race = self.block.race
        barred = race is not None and self.signs.sure_bar(race) > Bar.HARD
        self.race = None if barred or self.athlete.allowed < Allowed.EASY else race

    def held(self, monday: int) -> bool:
        """Whether a whole week stands under a pain or a break without a word, begun before it (C1, C3).

        Such a week is planned as the last one before was, and made lighter from there.
        """
        if not self.signs.spells and not self.state.ways_back:
            return False
        bars = (Bar.HARD_AND_LONG, Bar.RUNNING)
        if any(s.first < monday and s.last >= monday + 6 and s.bar in bars for s in self.signs.spells):
            return True
        return self.quiet(monday)

    def quiet(self, monday: int) -> bool:
        """Whether a Monday lies in a break without a word (C1)."""
        return any(way.open and way.first <= monday <= way.last for way in self.state.ways_back)

    def way_back(self, day: int, *, open_end: bool = False) -> Return | None:
        """The return that a day belongs to, the most careful of several; with ``open_end`` of open breaks only."""
        if not self.state.ways_back:
            return None
        ways = [way for way in self.state.ways_back if way.first <= day <= way.last and way.open is open_end]
        return min(ways, key=lambda way: way.share(day) * way.best_m, default=None)

    def week_before(self, monday: int) -> float:
        """Metres of the week before one, guessed where nobody measured; what was wanted where nothing was done (P3)."""
        return self.road.week(monday - 7) + self.road.guessed(monday - 7, monday) or self.state.target_m

    def trained(self, back: int, before: int) -> set[int]:
        """Training days from ``back`` on, done, or planned ``before`` a day (C5)."""
        days = self.log.days
        done = {day for day in days if back <= day <= self.today and any(map(happened, self.log.on(day)))}
        return done | {day for day in self.state.planned_days if back <= day < before}

    @property
    def ceiling_m(self) -> float:
        """Weekly metres to build towards; towards an open-ended goal they grow with the blocks behind [C]."""
        return self.athlete.peak_m * (1 + GROWTH_OF_BLOCKS * self.block.behind)
