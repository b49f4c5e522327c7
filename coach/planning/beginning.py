"""The state in which a block begins: from the profile for the first one, from the history for those after it."""

from coach.planning.athlete import RACE_DISTANCE, Athlete
from coach.planning.block import Block
from coach.planning.climbing import TOP, Climb, comfortable
from coach.planning.course import State
from coach.planning.lifting import ladders_at
from coach.planning.log import Log
from coach.planning.recovering import mending_of, raced, way_after
from coach.planning.returning import HARDLY_A_BREAK, LONG_BREAK, Return, stages_lost, stretches
from coach.planning.road import Road
from coach.profile import Experience
from coach.session import LONG_RUN, RUN_WALK, STRENGTH

STEADY_DAYS = 56
"""Days within which thirty minutes without a walk keep somebody off the ladder."""


def state_at(athlete: Athlete, block: Block, log: Log, road: Road) -> State:
    """The state on the block's Monday."""
    sunday = block.monday - 1
    before = sorted(day for day in log.days if day < block.monday)
    proofs = [day for day in before if log.proves(day)]
    state = State(
        target_m=_target(athlete, block, road),
        climb=_climb(athlete, block, log, before, proofs),
        prev_hard=log.strained(sunday),
        prev_run=log.ran(sunday),
        prev_long=log.did(sunday, LONG_RUN),
        prev_strength=log.did(sunday, STRENGTH),
        proven=athlete.profile.experience is not Experience.NEW or bool(proofs),
        first_run=min((day for day in before if log.ran(day)), default=None),
        ladders=ladders_at(athlete, block, log),
    )
    state.level_m = state.target_m
    _breaks(state, athlete, block, log, road, before)
    _races(state, athlete, block, log, road)
    return state


def _target(athlete: Athlete, block: Block, road: Road) -> float:
    if block.number == 0:
        return athlete.stated_m
    return road.best_of_three(block.monday) or athlete.stated_m


def _climb(athlete: Athlete, block: Block, log: Log, before: list[int], proofs: list[int]) -> Climb | None:
    """The place on the ladder: two comfortable sessions a stage, none once thirty minutes were run (P5)."""
    if athlete.first_stage is None:
        return None
    climb = Climb(athlete.first_stage)
    if block.number == 0:
        return climb
    if proofs and proofs[-1] >= block.monday - STEADY_DAYS:
        return None
    for day in before:
        if any(entry.kind is RUN_WALK and comfortable(entry) for entry in log.on(day)):
            climb.step()
    return climb if climb.stage < TOP else None


def _breaks(state: State, athlete: Athlete, block: Block, log: Log, road: Road, before: list[int]) -> None:
    """Breaks that began before the block: by the runs that were skipped, or that nobody logged."""
    for day in before:
        if log.ran(day):
            begin_returns(state, road, day)
        elif log.skipped_run(day) and state.skipped is None:
            state.skipped = day
    last_run = max((day for day in before if log.ran(day)), default=None)
    if block.number and last_run is not None and block.monday - last_run >= LONG_BREAK:  # a whole week without a run
        state.missed = next(day for day in range(last_run + 1, last_run + 8) if athlete.caps[(day - 1) % 7])


def _races(state: State, athlete: Athlete, block: Block, log: Log, road: Road) -> None:
    """Returns from long races of the last weeks; one that was due and of which nothing is said counts as run (C1)."""
    due = athlete.profile.race_date
    if not log.days and (due is None or not block.number):
        return
    for day in range(block.monday - 21, block.monday):
        mending = raced(log.on(day))
        if mending is None and due is not None and due.toordinal() == day and not log.on(day) and block.number:
            mending = mending_of(RACE_DISTANCE[athlete.profile.goal])
        way = way_after(day, mending, road, athlete.easy)
        if way is not None and way.last >= block.monday:
            state.ways_back.append(way)


def begin_returns(state: State, road: Road, first: int) -> bool:
    """Whether a return begins on ``first``, the day that ends a break.

    A break counts from the first planned run missed; where the history calls a later one the first skipped, both
    ways of counting hold. There is nothing to return to where nothing was run before.
    """
    if state.missed is None and state.skipped is None:
        return False
    causes = {state.missed, state.skipped} - {None}
    state.missed = state.skipped = None
    begun = False
    for cause in sorted(cause for cause in causes if cause is not None):
        way = return_from(cause, first, road)
        if way is not None:
            come_back(state, way)
            begun = True
    return begun


def come_back(state: State, way: Return) -> None:
    """A return begins; what was climbed of a stage before it is to be shown again (P5).

    It is climbed again from as many stages lower as so long a break costs, by its gates. Returns that overlap cost no
    more than the longest of them.
    """
    if state.climb is not None:
        state.climb.comfortable = 0
        if not way.open:
            known = (other.days for other in state.ways_back if not other.open and other.last >= way.first)
            state.climb.step_back(_cost(way.days) - _cost(max(known, default=0)))
    state.ways_back.append(way)


def step_back_after_silence(state: State, monday: int) -> None:
    """The first week after a break of which nothing is said goes on as after any other (P5)."""
    if state.climb is None:
        return
    over = max((way.days for way in state.ways_back if way.silent and way.last < monday), default=0)
    if over > state.silent:
        state.climb.step_back(_cost(over) - _cost(state.silent))
        state.silent = over


def _cost(days: int) -> int:
    """Stages that so many days off cost; a race costs none."""
    return stages_lost(days) if days else 0


def return_from(cause: int, first: int, road: Road) -> Return | None:
    """The return that begins on ``first`` after the days off since ``cause``; none where nothing was run before."""
    days = first - cause
    if days < HARDLY_A_BREAK:
        return None
    best = road.last_full_week(cause) if days < LONG_BREAK else road.best_before(cause)
    return Return(first, cause, days, best, stretches(days)) if best > 0 else None
