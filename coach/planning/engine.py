"""Week after week from the start of the block: what was planned, what came of it, and what is planned now.

The block is walked through from its first day every time a plan is asked for. Days that are over are answered by the
history, days ahead are taken as done as written; so a block that goes as planned is planned the same way every day.
"""

from dataclasses import dataclass, field
from datetime import date

from coach.plan import Phase, Week
from coach.planning.aim import Aim
from coach.planning.athlete import Allowed, Athlete
from coach.planning.block import Block
from coach.planning.climbing import TOP, Climb, climbing_week, comfortable
from coach.planning.draft import Draft, Frame
from coach.planning.log import Log
from coach.planning.making import keep_long_share, keep_run_limit, make, shrink_to
from coach.planning.road import Road
from coach.planning.running import hard_kinds, running_week
from coach.planning.walking import walking_week
from coach.session import HARD_KINDS, RUN_KINDS, Session, SessionKind
from coach.units import Metres

GROWTH = 0.07
"""How much a week grows over the one before, below what P2 allows."""


@dataclass(slots=True)
class State:
    """What one week hands to the next."""

    target_m: float
    climb: Climb | None
    ups: int = 0
    turns: dict[SessionKind, int] = field(default_factory=dict)
    prev_hard: bool = False
    prev_run: bool = False
    walked_weeks: int = 0
    gave: set[str] = field(default_factory=set)


class Engine:
    """One walk through a block."""

    def __init__(self, athlete: Athlete, block: Block, log: Log, today: int) -> None:
        self.athlete, self.block, self.log, self.today = athlete, block, log, today
        self.road = Road(athlete, block, log)
        climb = None if athlete.first_stage is None else Climb(athlete.first_stage)
        self.state = State(self._begin(), climb)
        self.weeks: list[Week] = []

    def _begin(self) -> float:
        if self.block.number == 0:
            return self.athlete.stated_m
        return self.road.best_of_three(self.block.monday) or self.athlete.stated_m

    def run(self) -> list[Week]:
        """The weeks from the one that holds today."""
        for number in range(self.block.weeks):
            self._week(number)
        return self.weeks

    def _week(self, number: int) -> None:
        monday = self.block.monday + 7 * number
        aim = self._aim(number, monday)
        drafts = self._drafts(aim)
        drafts.sort(key=lambda draft: draft.day)
        self._count_turns(drafts)
        frame = Frame(self.athlete, aim.phase, number + 1, self.block.emphasis)
        if monday + 7 > self.today:
            self._make(aim, drafts, frame)
        self._live(drafts)
        if monday + 7 > self.today:
            self.weeks.append(self._written(aim, drafts))
        self._remember(aim, drafts)

    # What a week is to become

    def _aim(self, number: int, monday: int) -> Aim:
        phase, target, hards = self._phase(number, monday)
        profile = self.athlete.profile
        caps = tuple(cap if monday + day >= self.block.first else 0 for day, cap in enumerate(self.athlete.caps))
        long_day = profile.long_run_day.number if profile.long_run_day else None
        limit = self.road.week_limit(monday)
        return Aim(
            self.athlete, self.road, number, monday, phase, caps, limit, target, hards, self.athlete.strength,
            long_day, self.state.prev_hard, self.state.prev_run,
        )  # fmt: skip

    def _phase(self, number: int, monday: int) -> tuple[Phase, float, int]:
        """The phase, the wanted metres and the most hard runs of a week."""
        state = self.state
        phase = self.block.phase(number)
        if self.athlete.allowed < Allowed.EASY or self._walks_first(number):
            return Phase.WALK, 0.0, 0
        if state.climb is not None:
            return phase, 0.0, 0
        if phase not in {Phase.TAPER, Phase.RACE} and state.ups == 3 and self.block.weeks >= 4:
            return Phase.CUTBACK, 0.755 * self.road.week(monday - 7), 1
        hards = self.athlete.hards if phase in {Phase.BUILD, Phase.PEAK} else 1
        return phase, self._target(number), hards if self.athlete.allowed is Allowed.ALL else 0

    def _target(self, number: int) -> float:
        target = self.state.target_m
        if number == 0 and self.block.number == 0:
            return target
        return min(max(self.athlete.peak_m, target), target + max(GROWTH * target, 1000))

    def _walks_first(self, number: int) -> bool:
        if not self.athlete.walks_first or self.block.number:
            return False
        weeks = 2 if self.block.weeks < 10 else 3
        late = self.block.first != self.block.monday
        return number < weeks + late

    def _drafts(self, aim: Aim) -> list[Draft]:
        if aim.phase is Phase.WALK:
            aim.strength = 0 if self.athlete.allowed is Allowed.WALK else aim.strength
            return walking_week(aim)
        if self.state.climb is not None:
            return climbing_week(aim, self.state.climb)
        least = 3 * 20 * self.athlete.easy + 20 * self.athlete.walk
        if aim.limit_m < least:
            return climbing_week(aim, Climb(9), hold=True)
        goal, emphasis = self.athlete.profile.goal, self.block.emphasis
        return running_week(aim, hard_kinds(goal, aim.phase, emphasis, aim.week))

    def _count_turns(self, drafts: list[Draft]) -> None:
        turns = self.state.turns
        for draft in drafts:
            draft.turn = turns.get(draft.kind, 0)
            turns[draft.kind] = draft.turn + 1

    # Making and living it

    def _make(self, aim: Aim, drafts: list[Draft], frame: Frame) -> None:
        for draft in drafts:
            make(draft, frame)
            keep_run_limit(draft, self.road.run_limit(draft.day), frame)
        most = aim.limit_m if aim.phase is not Phase.CUTBACK else 0.79 * self.road.week(aim.monday - 7)
        if not self._always_allowed(drafts):
            shrink_to(drafts, most, frame)
        keep_long_share(drafts, 0.0, 0, frame)

    def _always_allowed(self, drafts: list[Draft]) -> bool:
        kinds = {draft.kind for draft in drafts if draft.kind in RUN_KINDS}
        return kinds <= {SessionKind.RUN_WALK} and all(draft.minutes <= 30 for draft in drafts)

    def _live(self, drafts: list[Draft]) -> None:
        """Days that are over as the history tells, days ahead as planned."""
        for draft in drafts:
            if draft.day >= self.today:
                self.road.note(draft.day, draft.metres, run=draft.kind in RUN_KINDS)
            self._climb_on(draft)

    def _climb_on(self, draft: Draft) -> None:
        climb = self.state.climb
        if climb is None or draft.kind is not SessionKind.RUN_WALK or draft.stage != min(climb.stage, TOP - 1):
            return
        if draft.day >= self.today or any(
            comfortable(entry) and entry.kind is SessionKind.RUN_WALK for entry in self.log.on(draft.day)
        ):
            climb.step()

    def _written(self, aim: Aim, drafts: list[Draft]) -> Week:
        sessions: list[Session] = [
            draft.session for draft in drafts if draft.session is not None and draft.day >= self.today
        ]
        metres = sum(session.distance_m or 0 for session in sessions)
        monday = date.fromordinal(aim.monday)
        self.state.gave.update(aim.gave)
        return Week(aim.week + 1, monday, aim.phase, Metres(metres), tuple(sessions))

    def _remember(self, aim: Aim, drafts: list[Draft]) -> None:
        state, sunday = self.state, aim.monday + 6
        if aim.phase in {Phase.BASE, Phase.BUILD, Phase.PEAK} and state.climb is None:
            state.ups += 1
            state.target_m = min(aim.target_m, max(aim.limit_m, state.target_m))
        else:
            state.ups = 0
        if state.climb is not None and state.climb.stage >= TOP:
            state.climb = None
            state.target_m = self.road.week(aim.monday)
        last = [draft for draft in drafts if draft.day == sunday]
        past = sunday < self.today
        state.prev_run = self.log.ran(sunday) if past else any(draft.kind in RUN_KINDS for draft in last)
        hard = HARD_KINDS | {SessionKind.LONG_RUN}
        state.prev_hard = self.log.hard(sunday) if past else any(draft.kind in hard for draft in last)
