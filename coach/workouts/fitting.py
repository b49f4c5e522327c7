"""Fitting a workout into a session: warm-up, as much of the work as time and limits allow, cool-down.

Everything is whole seconds and adds up to the session exactly. Limits (W5) are never exceeded: where the smallest
form of a workout does not fit, it is cut down further on request, and in the end nothing is left but easy running.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import inf
from typing import Final

from coach.session import Do, Part, Step
from coach.slot import Pacing, Zone
from coach.units import Seconds
from coach.workouts.efforts import WORK_ZONES, metres_of, part_of
from coach.workouts.library import Block, Workout, WorkoutPart

LONGEST_PART_S: Final = {Zone.TEMPO: 1200, Zone.INTERVAL: 300, Zone.REPETITION: 120}
"""The longest stretch without a break at each effort (W5, Daniels)."""
WARM_UP_S: Final = (600, 900)
COOL_DOWN_S: Final = (300, 600)
_TICK: Final = 30
_MADE_OF_METRES: Final = 5


@dataclass(frozen=True, slots=True)
class Limits:
    """The most work at tempo effort or harder (seconds), and the most of it at interval effort (metres)."""

    work_s: float = inf
    rep_m: float = inf

    def allow(self, seconds: float, metres: float) -> bool:
        """Whether this much work keeps both limits."""
        return seconds <= self.work_s and metres <= self.rep_m


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part with its length decided (seconds)."""

    do: Do
    zone: Zone
    seconds: int


@dataclass(frozen=True, slots=True)
class Round:
    """Stretches that follow each other, ``repeat`` times."""

    repeat: int
    stretches: tuple[Stretch, ...]

    @property
    def seconds(self) -> int:
        """How long all repetitions take."""
        return self.repeat * sum(stretch.seconds for stretch in self.stretches)


@dataclass(frozen=True, slots=True)
class Fitted:
    """A workout with every length decided, warm-up and cool-down included; ``main`` is what lies between."""

    rounds: tuple[Round, ...]
    main: tuple[Round, ...]

    @property
    def seconds(self) -> int:
        """The length of the whole session."""
        return sum(each.seconds for each in self.rounds)

    def steps(self, pacing: Pacing) -> tuple[Step, ...]:
        """The session's steps."""
        return tuple(Step(each.repeat, _parts(each, pacing)) for each in self.rounds)

    def metres(self, pacing: Pacing) -> float:
        """The distance expected of the session."""
        return sum(each.repeat * sum(_metres(s, pacing) for s in each.stretches) for each in self.rounds)


def _parts(each: Round, pacing: Pacing) -> tuple[Part, ...]:
    return tuple(part_of(stretch.do, stretch.zone, stretch.seconds, pacing) for stretch in each.stretches)


def _metres(stretch: Stretch, pacing: Pacing) -> float:
    return metres_of(stretch.do, stretch.zone, stretch.seconds, pacing)


def work_of(rounds: Iterable[Round], pacing: Pacing) -> tuple[float, float]:
    """Seconds at tempo effort or harder, and metres at interval effort or harder."""
    seconds = metres = 0.0
    for each in rounds:
        for stretch in each.stretches:
            if stretch.do in {Do.RUN, Do.HILL} and stretch.zone in WORK_ZONES:
                seconds += each.repeat * stretch.seconds
                metres += 0 if stretch.zone is Zone.TEMPO else each.repeat * _metres(stretch, pacing)
    return seconds, metres


def warm_and_cool(total_s: int) -> tuple[int, int]:
    """The shortest warm-up and cool-down of a hard session of ``total_s``: 10 and 5 minutes, less when it is short."""
    warm = min(WARM_UP_S[0], _ticks(total_s * 0.25))
    return warm, min(COOL_DOWN_S[0], _ticks(total_s * 0.15))


def fit(workout: Workout, total_s: int, limits: Limits, pacing: Pacing, push: float = 1.0) -> Fitted | None:
    """The workout in a session of ``total_s`` seconds, ``None`` where its smallest form does not fit.

    ``push`` from 0 to 1 says how much of the room between its smallest and its largest form to use.
    """
    if any(part.fills for block in workout.blocks for part in block.parts):
        return _fit_filling(workout, total_s, pacing)
    room = total_s - sum(warm_and_cool(total_s))
    smallest = _sized(workout, 0.0, pacing)
    if smallest is None or not _fits(smallest, room, limits, pacing):
        return None
    best = smallest
    for share in (0.25, 0.5, 0.75, 1.0):
        sized = _sized(workout, min(share, push), pacing)
        if sized is not None and _fits(sized, room, limits, pacing):
            best = sized
    return _framed(best, total_s)


def cut_down(workout: Workout, total_s: int, limits: Limits, pacing: Pacing) -> Fitted:
    """The most of the workout's first block that fits, below its smallest form if need be; perhaps none of it."""
    room = total_s - sum(warm_and_cool(total_s))
    stretches = tuple(_stretch(part, 0.0, pacing) for part in workout.blocks[0].parts)
    for share in (1.0, 0.5, 0.25):
        cut = tuple(replace(each, seconds=_ticks(each.seconds * share)) for each in stretches)
        for repeat in range(workout.blocks[0].fewest, 0, -1):
            if all(each.seconds for each in cut) and _fits((Round(repeat, cut),), room, limits, pacing):
                return _framed((Round(repeat, cut),), total_s)
    return _framed((), total_s)


def easy(total_s: int, do: Do = Do.RUN) -> Fitted:
    """Nothing but easy running (or walking) for ``total_s`` seconds, gently begun and ended."""
    if do is Do.WALK:
        walk = (Round(1, (Stretch(do, Zone.WALK, total_s),)),)
        return Fitted(walk, walk)
    return _framed_easy((), total_s)


def _sized(workout: Workout, share: float, pacing: Pacing) -> tuple[Round, ...] | None:
    rounds = tuple(_round(block, share, pacing) for block in workout.blocks)
    longest = (s.seconds <= LONGEST_PART_S.get(s.zone, inf) for each in rounds for s in each.stretches)
    return rounds if all(longest) else None


def _round(block: Block, share: float, pacing: Pacing) -> Round:
    repeat = block.fewest + int((block.most - block.fewest) * share + 0.5)
    return Round(repeat, tuple(_stretch(part, share, pacing) for part in block.parts))


def _stretch(part: WorkoutPart, share: float, pacing: Pacing) -> Stretch:
    if part.metres is None:
        seconds = part.shortest + int((part.longest - part.shortest) * share) // 60 * 60
    else:
        exact = part.metres / metres_of(part.do, part.zone, 1, pacing)
        seconds = round(exact / _MADE_OF_METRES) * _MADE_OF_METRES
    return Stretch(part.do, part.zone, seconds)


def _fits(rounds: tuple[Round, ...], room: int, limits: Limits, pacing: Pacing) -> bool:
    return sum(each.seconds for each in rounds) <= room and limits.allow(*work_of(rounds, pacing))


def _framed(main: tuple[Round, ...], total_s: int) -> Fitted:
    """Warm-up and cool-down around the work; what is left over becomes easy running after the warm-up."""
    if not main:
        return _framed_easy((), total_s)
    rest = total_s - sum(each.seconds for each in main)
    spare = max(0, rest - WARM_UP_S[1] - COOL_DOWN_S[1])
    if spare < 120:
        spare = 0
    warm = _ticks((rest - spare) * 0.6)
    cool = rest - spare - warm
    rounds = (*_one(Do.WARM_UP, warm), *_one(Do.RUN, spare), *main, *_one(Do.COOL_DOWN, cool))
    return Fitted(rounds, main)


def _fit_filling(workout: Workout, total_s: int, pacing: Pacing) -> Fitted | None:
    """A run that takes whatever time there is, with an extra such as strides or a steady finish where it fits."""
    filled = [block for block in workout.blocks if not _fills(block)]
    extra = tuple(_round(block, 0.5, pacing) for block in filled)
    if sum(each.seconds for each in extra) * 2 > total_s:
        return None
    return _framed_easy(extra, total_s)


def _framed_easy(extra: tuple[Round, ...], total_s: int) -> Fitted:
    """An easy run: a gentle start, the run, the extra, a gentle end. Short ones are one piece."""
    edge = 300 if total_s >= 1500 else _ticks(total_s * 0.15)
    inner = total_s - 2 * edge - sum(each.seconds for each in extra)
    run = tuple(_one(Do.RUN, inner))
    rounds = (*_one(Do.WARM_UP, edge), *run, *extra, *_one(Do.COOL_DOWN, edge))
    return Fitted(rounds, extra or run)


def _fills(block: Block) -> bool:
    return any(part.fills for part in block.parts)


def _one(do: Do, seconds: int) -> Iterator[Round]:
    if seconds > 0:
        yield Round(1, (Stretch(do, Zone.EASY, seconds),))


def _ticks(seconds: float) -> Seconds:
    return Seconds(int(seconds) // _TICK * _TICK)
