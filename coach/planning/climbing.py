"""Weeks on the run/walk ladder: gates, not the calendar (P5, P6)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from coach.history import Entry, Status, ran_half_an_hour
from coach.planning.aim import Aim
from coach.planning.block import OPEN_GOALS
from coach.planning.calendar import Layout, Room, Wanted, arrange, numbers
from coach.planning.draft import Draft
from coach.planning.lengths import even
from coach.planning.log import HAPPENED
from coach.planning.riding import rode_a_climb
from coach.planning.road import GATE_MINUTES
from coach.planning.running import extras
from coach.session import CROSS_TRAINING, RECOVERY_WALK, RUN_KINDS, RUN_WALK, STRENGTH
from coach.workouts.ladder import STAGES, longest_run_s, running_s, session_minutes, walking_s

TOP = len(STAGES)
"""The stage after the last: thirty minutes run without a walk, twice and comfortably."""
FIRST_WEEK_M = 2800.0
"""Metres of running in the seven days from the first run with BMI 30 or more (P6 says 3 km)."""
FEWER_RUNS = 2
"""Runs of a week whose short days hold either a run or strength [C]."""
AROUND = 4
"""Minutes of walking around a run in one go on a day too short for its stage."""
_PIECES = (4, 3, 2)
"""Stages in pieces that take turns with the run in one go, every third day, where short days let nothing grow [C]."""
WALK_INSTEAD = 30
"""Minutes, at most, of a walk in place of a run/walk that a heavy newcomer's first seven days do not hold [C]."""
MOST_RUNS, NEARLY_WHOLE = 3, 0.8
"""Run/walks of a week at most, and what of half an hour each of them keeps at least in a return [C]."""
LEAST_WALK = 15
"""Minutes that make a walk worth while beside whole sessions."""


@dataclass(slots=True)
class Climb:
    """Where on the ladder the athlete stands: the stage and the comfortable sessions on it."""

    stage: int
    comfortable: int = 0

    def step(self) -> None:
        """One comfortable session more; two leave the stage."""
        self.comfortable += 1
        if self.comfortable == 2:
            self.stage, self.comfortable = self.stage + 1, 0

    def step_back(self, stages: int) -> None:
        """Stand so many stages lower, for who comes back from a break (C1)."""
        if stages > 0:
            self.stage, self.comfortable = max(0, min(self.stage, TOP - 1) - stages), 0

    def reach_the_top(self) -> None:
        """Stand on the last stage, for who has run as long outside the ladder; whoever can starts there (P5)."""
        if self.stage < TOP - 1:
            self.stage, self.comfortable = TOP - 1, 0

    def copy(self) -> "Climb":
        """The same place, to be moved on its own."""
        return Climb(self.stage, self.comfortable)


def comfortable(entry: Entry) -> bool:
    """Whether a session counts for leaving its stage (P5): done, effort known and at most 5, pain at most 2."""
    if entry.status is not Status.DONE or entry.rpe is None or entry.rpe > 5:
        return False
    return entry.pain is None or entry.pain.level <= 2


def shows_the_top(entry: Entry) -> bool:
    """Whether a run shows that the ladder's last stage is within reach: half an hour without a walk, not too hard."""
    if entry.status not in HAPPENED or entry.kind not in RUN_KINDS or not ran_half_an_hour(entry):
        return False
    return (entry.rpe is None or entry.rpe <= 5) and (entry.pain is None or entry.pain.level <= 2)


def climbing_week(
    aim: Aim, climb: Climb, *, hold: bool = False, runs: int = 3, first_run: int | None = None, heavy: bool = False
) -> list[Draft]:
    """Up to three run/walks with rest days between; ``hold`` keeps the stage whatever happens."""
    stage = min(climb.stage + (climb.comfortable > 0), TOP - 1)
    needed = _shortest(stage)
    wanted = Wanted(runs, long=False, hards=0, walk=aim.wants_walk, strength=aim.strength)
    calendar = aim.room(apart=True, shared_run=aim.days_with(needed + 15), roomy=_roomy(aim, needed))
    layout = _with_strength(aim, calendar, wanted)
    drafts = extras(aim, layout, 30, brief=True)
    climbs = []
    for day in numbers(layout.runs):
        spent = sum(draft.minutes for draft in drafts if draft.day == aim.monday + day)
        room = aim.caps[day] - spent
        climbs.append(Draft(aim.monday + day, RUN_WALK, room, room=room, held=hold))
    if heavy:
        climbs = first_seven(aim, climbs, first_run)
    if not hold:
        strength = {draft.day for draft in drafts if draft.kind is STRENGTH}
        climbs = rode_a_climb(aim, climbs, strength)
        drafts += [draft for draft in climbs if draft.kind is CROSS_TRAINING]
        climbs = [draft for draft in climbs if draft.kind is RUN_WALK]
    set_stages(aim, climbs, climb)
    _keep_week(aim, climbs, drafts)
    return climbs + drafts


def _with_strength(aim: Aim, calendar: Room, wanted: Wanted) -> Layout:
    """The days of a week; where three runs leave no room for strength and the goal is legs or health, two and strength.

    The first strength session is the last to go (W0), and two runs a week still climb.
    """
    layout = arrange(calendar, wanted)
    if wanted.strength and not layout.strength and wanted.runs > FEWER_RUNS and aim.athlete.profile.goal in OPEN_GOALS:
        fewer = arrange(calendar, wanted._replace(runs=FEWER_RUNS))
        if fewer.strength and fewer.runs.bit_count() == FEWER_RUNS:
            aim.gave.append("run")
            layout = fewer
    aim.gave.extend(layout.gave)
    return layout


def _roomy(aim: Aim, needed: int) -> int:
    """The days that hold a stage of so many minutes, where others are too short for it; none where it fits all.

    The stage is climbed on them, so that days more on offer never keep anybody on it (P5).
    """
    found = aim.days_with(needed) & ~(1 if aim.prev_run else 0)
    return found if found != aim.open_days else 0


def set_stages(aim: Aim, climbs: list[Draft], climb: Climb) -> None:
    """Give each run/walk the stage it is expected to be on (P5)."""
    at = climb.copy()
    for draft in climbs:
        room = min(draft.room, 45)
        stage = min(at.stage, TOP - 1)
        while stage and not _fits(aim, draft.day, stage, room):
            stage -= 1
        if draft.limited:
            draft.held |= (draft.run_s or 0) < longest_run_s(stage)
        elif stage < at.stage and max(aim.caps) <= GATE_MINUTES and (longer := _longer_in_one(stage, room)):
            draft.easy = draft.day % 3 == 1
            stage, draft.run_s = (_PIECES[aim.week % 3], None) if draft.easy else (stage + 1, longer)
        draft.stage, draft.expected = stage, (at.stage, at.comfortable)
        draft.minutes = min(room, session_minutes(stage))
        if draft.minutes > 30 and _metres(aim, stage, draft.minutes) > aim.road.run_limit(draft.day):
            draft.minutes = _least(stage)
        if not draft.held and stage == at.stage and _counted(stage, draft.run_s):
            at.step()


def _longer_in_one(stage: int, room: int) -> int:
    """Seconds of a run in one go that a short day holds after a stage it is too short to leave; 0 where no longer.

    So fifteen minutes a day grow to eleven of running, and the days stay worth while.
    """
    seconds = 60 * (room - AROUND)
    alone = stage + 1 < TOP and len(STAGES[stage + 1]) == 1
    return seconds if alone and seconds > longest_run_s(stage) else 0


def _counted(stage: int, run_s: int | None) -> bool:
    """Whether a session holds its stage's longest run, and so may leave it."""
    return run_s is None or len(STAGES[stage]) > 1 or run_s >= longest_run_s(stage)


def spared(aim: Aim, drafts: list[Draft], climb: Climb | None, first_run: int | None) -> list[Draft]:
    """Sessions off the ladder's own weeks; what a heavy newcomer's first seven days do not hold is a walk (P6)."""
    if climb is None or not aim.athlete.heavy:
        return drafts
    runs = [draft for draft in drafts if draft.kind is RUN_WALK]
    kept = first_seven(aim, runs, first_run)
    held = {draft.day for draft in kept}
    walks = [Draft(one.day, RECOVERY_WALK, min(WALK_INSTEAD, one.minutes)) for one in runs if one.day not in held]
    return [draft for draft in drafts if draft.kind is not RUN_WALK] + walks + kept


def first_seven(aim: Aim, climbs: list[Draft], first_run: int | None) -> list[Draft]:
    """At most three sessions and 3 km of running in the seven days from the first run (P6)."""
    first = first_run if first_run is not None else min((draft.day for draft in climbs), default=0)
    kept = [draft for draft in climbs if draft.day >= first + 7]
    if len(kept) == len(climbs):
        return kept
    before = aim.road.runs_between(first, aim.monday)
    for draft in climbs:
        if first <= draft.day < first + 7 and before < 3:
            draft.run_s, draft.limited = int(60 * FIRST_WEEK_M / 3 / aim.athlete.easy), True
            kept.append(draft)
            before += 1
    kept.sort(key=lambda draft: draft.day)
    return kept


def _least(stage: int) -> int:
    """Minutes of a stage with its walks before and after cut short, of a whole session all the same."""
    return max(30, _shortest(stage))


def _fits(aim: Aim, day: int, stage: int, room: int) -> bool:
    """Whether a stage fits the day's minutes and, with its walks cut short, the longest run of late (P1).

    On days of thirty minutes and less it may lose repetitions, as long as its longest run stays.
    """
    least = _shortest(stage)
    if least > room:
        return room <= 30 and 60 * room >= _core_s(stage) + 120
    return least <= 30 or _metres(aim, stage, least) <= aim.road.run_limit(day)


def _core_s(stage: int) -> int:
    """Seconds of a stage up to the end of its first longest run."""
    longest, passed = max(run for run, _ in STAGES[stage]), 0
    for run, walk in STAGES[stage]:
        passed += run
        if run == longest:
            break
        passed += walk
    return passed


def whole_sessions(part: Aim, budget_m: float, climb: Climb | None, short: Sequence[int], first: int) -> list[Draft]:
    """On the ladder as many sessions of nearly half an hour as the budget holds, none where that is not even one.

    One of thirty minutes does more for a beginner than three of ten, which are less than the first day asked for; and
    as many go by the budget alone, so that no stage makes them fewer. The next ones from ``first`` on may be ``short``,
    of so many minutes at most.
    """
    if climb is None or not part.open_days:
        return []
    least = NEARLY_WHOLE * min(max(part.caps), GATE_MINUTES)
    count = min(MOST_RUNS, int(budget_m / (least * mixed_speed(part))))
    drafts = climbing_week(replace(part, strength=0), climb, runs=count) if count else []
    planned = [draft for draft in drafts if draft.kind is RUN_WALK]
    runs = [draft for draft in planned if draft.day >= first]
    left = budget_m * len(runs) / max(1, len(planned))
    for at, run in enumerate(runs):
        run.room = min(run.minutes, *short[at : at + 1], _minutes_for(part, run.stage or 0, left / (len(runs) - at)))
        left -= _metres_of(part, run.stage or 0, run.room)
    set_stages(part, runs, climb)  # those that are too short for their stage repeat the one before
    walks = [draft for draft in drafts if draft.kind is RECOVERY_WALK and draft.day >= first]
    walks = walks if (spare := int(left / part.athlete.walk)) >= LEAST_WALK else []
    for walk in walks:
        walk.minutes = even(min(walk.minutes, spare))
    return runs + walks if runs else []


def _metres_of(aim: Aim, stage: int, minutes: int) -> float:
    """Metres of a stage in so many minutes, with fewer of its runs where they are too few for all."""
    return _metres(aim, stage, minutes) if minutes >= _shortest(stage) else minutes * _core_speed(aim, stage)


def _minutes_for(aim: Aim, stage: int, metres: float) -> int:
    """Minutes of a stage that come to so many metres: with shorter walks around it, then with fewer runs."""
    least = _shortest(stage)
    more = (metres - _metres(aim, stage, least)) / aim.athlete.walk
    return int(least + more if more >= 0 else metres / _core_speed(aim, stage))


def _core_speed(aim: Aim, stage: int) -> float:
    return _metres(aim, stage, _shortest(stage)) / _shortest(stage)


def _shortest(stage: int) -> int:
    """Minutes of a stage with walks of a minute before and after."""
    return -(-(running_s(stage) + walking_s(stage) + 120) // 60)


def speed_on(aim: Aim, climb: Climb) -> float:
    """Metres a minute of a whole session of a stage."""
    stage = min(climb.stage, TOP - 1)
    minutes = session_minutes(stage)
    return _metres(aim, stage, minutes) / minutes


def mixed_speed(aim: Aim) -> float:
    """Metres a minute of run/walk, roughly."""
    return 0.6 * aim.athlete.easy + 0.4 * aim.athlete.walk


def _metres(aim: Aim, stage: int, minutes: int) -> float:
    run = running_s(stage) / 60
    return run * aim.athlete.easy + (minutes - run) * aim.athlete.walk + 10


def _keep_week(aim: Aim, climbs: list[Draft], rest: list[Draft]) -> None:
    """Sessions over thirty minutes only as far as the week's limit goes (P2).

    After weeks without one a ride counts as the run/walk it stands for: the others are no longer for it (W9).
    """
    speeds = {RECOVERY_WALK: aim.athlete.walk, CROSS_TRAINING: 0.0 if aim.rode else mixed_speed(aim)}
    total = sum(draft.minutes * speeds.get(draft.kind, 0.0) for draft in rest)
    total += sum(_metres(aim, draft.stage or 0, draft.minutes) for draft in climbs)
    for draft in reversed(climbs):
        while total > aim.limit_m and draft.minutes > 30:
            draft.minutes -= 1
            total -= aim.athlete.walk


def counts(draft: Draft, climb: Climb) -> bool:
    """Whether a session counts for leaving the stage that the athlete is on, its longest run not cut short (P5)."""
    on_stage = draft.kind is RUN_WALK and draft.stage == min(climb.stage, TOP - 1)
    return on_stage and not draft.held and 60 * draft.minutes > longest_run_s(draft.stage or 0)
