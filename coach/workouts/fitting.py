"""Fitting a workout into a session: warm-up, as much of the work as time and limits allow, cool-down.

Everything adds up to the session exactly (W10), in lengths people know: a round takes whole half minutes, so that what
surrounds it does too, and what is left over goes into the cool-down. Limits (W5) are never exceeded: where the
smallest form of a workout does not fit, it is cut down further on request, and in the end nothing is left but easy
running.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import inf
from typing import Final, NamedTuple

from coach.session import COOL_DOWN, JOG, RUN, STRIDE, WALK, WARM_UP
from coach.slot import Pacing, Zone
from coach.workouts.efforts import WORK_ZONES, WORKED, speed_of, speed_zone
from coach.workouts.library import Block, Workout, WorkoutPart
from coach.workouts.shape import Round, Shape, Stretch, one, round_of

LONGEST_PART_S: Final = {Zone.TEMPO: 1200, Zone.INTERVAL: 300, Zone.REPETITION: 120}
"""The longest stretch without a break at each effort (W5, Daniels)."""
WARM_UP_S: Final = (600, 900)
COOL_DOWN_S: Final = (300, 600)
SHARES: Final = (1.0, 0.75, 0.5, 0.25, 0.0)
"""The sizes of a workout, largest first: shares of the room between the smallest and the largest."""
FAMILIAR: Final = (1, 2, 3, 4, 5, 6, 8, 10, 12, 15)
"""How often people like to do a thing; what lies between is rounded down."""
REPETITION: Final = Zone.REPETITION
RESTS: Final = frozenset({JOG, WALK})
"""What is done between pieces of work."""
LONE: Final = 2
"""The parts of a block with a single piece of work: the piece and its rest."""
FEWEST_STRIDES: Final = 2
"""Fewer strides are not worth their name."""
_TICK: Final = 30
"""A round takes a whole number of half minutes (seconds)."""
_MINUTE: Final = 60
_FINEST: Final = 5
"""Inside a round, times are multiples of this many seconds."""


class Limits(NamedTuple):
    """The most work at tempo effort or harder (seconds), and the most of it at interval effort (metres)."""

    work_s: float = inf
    rep_m: float = inf


@dataclass(frozen=True, slots=True, eq=False)
class Sized:
    """A workout in one of its sizes: how long it takes, how much of it is work, and how much counts in metres.

    ``possible`` is false where a stretch is longer than its effort allows (W5). One object stays itself and is
    compared so.
    """

    rounds: tuple[Round, ...]
    seconds: int
    work_s: int
    measured: tuple[tuple[Zone, int], ...]
    """Seconds of work that counts in metres, at the speed of each zone."""
    possible: bool

    def fits(self, room_s: int, limits: Limits, pacing: Pacing | None) -> bool:
        """Whether it keeps the time and all limits; metres are reckoned only where nothing else is in its way.

        Without a ``pacing`` they are in nobody's way (``loosened``).
        """
        if not self.possible or self.seconds > room_s or self.work_s > limits.work_s:
            return False
        return pacing is None or self.sixtieths(pacing) <= limits.rep_m * 60

    def sixtieths(self, pacing: Pacing) -> float:
        """The metres that count, sixty times."""
        metres, speeds = 0.0, pacing.speeds
        for zone, seconds in self.measured:
            metres += speeds[zone] * seconds
        return metres


def loosened(workouts: tuple[Workout, ...], limits: Limits, pacing: Pacing) -> tuple[Limits, Pacing | None]:
    """Limits without metres and no pacing, where some workouts take the same form at any speed up to this one.

    So what is found for one athlete is found for all.
    """
    most_s = _most_measured(workouts)
    if most_s is None or limits.rep_m * 60 < most_s * pacing.speeds[REPETITION]:
        return limits, pacing
    return Limits(limits.work_s), None


@lru_cache(maxsize=2048)
def _most_measured(workouts: tuple[Workout, ...]) -> int | None:
    """The most seconds that count in metres in any form of some workouts; ``None`` where one is run by distance."""
    if any(each.by_distance for each in workouts):
        return None
    sizes = [_sized_by(each, share, None) for each in workouts for share in SHARES]
    cuts = [form for each in workouts for form in _cuts(each, None)]
    return max(sum(seconds for _, seconds in form.measured) for form in (*sizes, *cuts))


@lru_cache(maxsize=2048)
def warm_and_cool(total_s: int) -> tuple[int, int]:
    """The shortest warm-up and cool-down of a hard session of ``total_s``: 10 and 5 minutes, less when it is short."""
    return min(WARM_UP_S[0], _whole(total_s * 0.25)), min(COOL_DOWN_S[0], _whole(total_s * 0.15))


def fitting(workouts: Sequence[Workout], total_s: int, limits: Limits, pacing: Pacing) -> list[Workout]:
    """The workouts whose smallest form fits into ``total_s`` seconds."""
    room, most_s, most = total_s - sum(warm_and_cool(total_s)), limits.work_s, limits.rep_m * 60
    return [  # what ``Sized.fits`` says of each, in place: dozens are asked for every hard session
        each
        for each, seconds, work_s, sixtieths in _smallest(tuple(workouts), pacing)
        if seconds <= room and work_s <= most_s and sixtieths <= most
    ]


@lru_cache(maxsize=2048)
def _smallest(workouts: tuple[Workout, ...], pacing: Pacing) -> tuple[tuple[Workout, int, int, float], ...]:
    """The smallest form of each workout that is possible: its seconds, those of work, and its metres, sixty times."""
    forms = [(each, _sized_by(each, 0.0, _by(each, pacing))) for each in workouts]
    return tuple([(each, form.seconds, form.work_s, form.sixtieths(pacing)) for each, form in forms if form.possible])


def fit(workout: Workout, total_s: int, limits: Limits, pacing: Pacing | None, push: float = 1.0) -> Shape | None:
    """The workout in a session of ``total_s`` seconds, ``None`` where its smallest form does not fit.

    ``push`` from 0 to 1 says how much of the room between its smallest and its largest form to use.
    """
    room = total_s - sum(warm_and_cool(total_s))
    by = _by(workout, pacing)
    for share in SHARES:
        if share <= push and (sized := _sized_by(workout, share, by)).fits(room, limits, pacing):
            return _framed(sized, total_s)
    return None


def cut_down(workout: Workout, total_s: int, limits: Limits, pacing: Pacing | None) -> Shape:
    """As much of a workout as fits below its smallest form, several pieces of it where possible; perhaps none.

    Of different pieces that follow each other the first ones stay as they are; of equal ones there are fewer, then
    shorter ones.
    """
    room = total_s - sum(warm_and_cool(total_s))
    for sized in _cuts(workout, _by(workout, pacing)):
        if sized.fits(room, limits, pacing):
            return _framed(sized, total_s, cut=True)
    return easy(total_s)


def _by(workout: Workout, pacing: Pacing | None) -> Pacing | None:
    """What the sizes of a workout go by: somebody's speeds where it is run by distance, else they are everybody's."""
    return pacing if workout.by_distance else None


def _cuts(workout: Workout, pacing: Pacing | None) -> Iterable[Sized]:
    """What is left of a workout when it is cut down, the most first; what is everybody's is made once.

    At somebody's own speeds few are asked for, and each of them once.
    """
    return _common_cuts(workout) if pacing is None else _cuts_at(workout, pacing)


@lru_cache(maxsize=2048)
def _common_cuts(workout: Workout) -> tuple[Sized, ...]:
    return tuple(_cuts_at(workout, None))


def _cuts_at(workout: Workout, pacing: Pacing | None) -> Iterator[Sized]:
    whole = tuple(_round(block, 0.0, pacing) for block in workout.blocks)
    for count in range(len(whole) - 1, 1, -1):
        yield _measured(whole[:count])
    for share, n in _tries(workout.blocks[0]):
        yield _measured((round_of(n, _shorter(whole[0].stretches, share)),))


def _tries(block: Block) -> Iterator[tuple[float, int]]:
    """Shares of a piece and how often: three pieces are better than two long ones, two better than one.

    A set of several pieces stays whole as long as it can: fewer sets are better than odd ones.
    """
    if len(block.parts) > LONE:
        yield from ((1.0, n) for n in range(block.fewest, 0, -1))
    for least in (min(3, block.fewest), min(2, block.fewest)):
        yield from ((share, n) for share in (1.0, 0.75, 0.5) for n in range(block.fewest, least - 1, -1))
    yield from ((share, 1) for share in (1.0, 0.5, 0.25))


def _shorter(stretches: tuple[Stretch, ...], share: float) -> tuple[Stretch, ...]:
    # A piece without a rest beside it takes whole minutes, so that the cool-down does too.
    sized = _floored if len(stretches) == 1 and stretches[0].seconds * share >= _MINUTE else _ticks
    cut = [Stretch(each.do, each.zone, sized(each.seconds * share) or each.seconds) for each in stretches]
    return _evened(_rested(cut))


@lru_cache(maxsize=2048)
def fill(workout: Workout, total_s: int, strides: int = 0) -> Shape:
    """An easy or long run of ``total_s`` seconds with its extra, such as strides or a steady finish.

    ``strides`` is how many strides a workout with strides holds; a short run holds fewer, two at least. An extra that
    would be more than half of the run is left out.
    """
    extras = (_extra(workout, count) for count in range(strides, FEWEST_STRIDES - 1, -1)) if strides else ()
    for extra in (_extra(workout, strides), *extras):
        if _leaves_room(extra, total_s):
            return _framed_easy(extra, total_s)
    return easy(total_s)


@lru_cache(maxsize=2048)
def holds_whole(workout: Workout, total_s: int, strides: int) -> bool:
    """Whether an easy run of ``total_s`` seconds has room for its extra as it is written, with so many strides."""
    return _leaves_room(_extra(workout, strides), total_s)


def _extra(workout: Workout, strides: int) -> tuple[Round, ...]:
    return tuple(_round(block, 0.5, None, strides) for block in workout.blocks if not _fills(block))


def _leaves_room(extra: tuple[Round, ...], total_s: int) -> bool:
    return sum(each.seconds for each in extra) * 2 <= total_s


@lru_cache(maxsize=2048)
def easy(total_s: int) -> Shape:
    """Nothing but easy running for ``total_s`` seconds, gently begun and ended."""
    return _framed_easy((), total_s)


@lru_cache(maxsize=2048)
def _sized_by(workout: Workout, share: float, pacing: Pacing | None) -> Sized:
    return _measured(tuple(_round(block, share, pacing) for block in workout.blocks))


@lru_cache(maxsize=2048)
def work_in(rounds: tuple[Round, ...]) -> int:
    """Seconds at tempo effort or harder."""
    return _measured(rounds).work_s


def _measured(rounds: tuple[Round, ...]) -> Sized:
    """Tempo counts as work but not in metres; the rest between is neither."""
    work = [
        (stretch.do, stretch.zone, each.repeat * stretch.seconds)
        for each in rounds
        for stretch in each.stretches
        if stretch.do in WORKED and stretch.zone in WORK_ZONES
    ]
    measured: dict[Zone, int] = {}
    for do, zone, seconds in work:
        if zone is not Zone.TEMPO:
            at = speed_zone(do, zone)
            measured[at] = measured.get(at, 0) + seconds
    return Sized(
        rounds,
        sum(each.seconds for each in rounds),
        sum(seconds for _, _, seconds in work),
        tuple(measured.items()),
        all(s.seconds <= LONGEST_PART_S.get(s.zone, inf) for each in rounds for s in each.stretches),
    )


def _round(block: Block, share: float, pacing: Pacing | None, strides: int = 0) -> Round:
    wanted = block.fewest + int((block.most - block.fewest) * share + 0.5)
    repeat = max(block.fewest, *(count for count in FAMILIAR if count <= wanted))
    if strides and block.parts[0].do is STRIDE:
        repeat = strides
    stretches = _evened(_rested([_stretch(part, share, pacing) for part in block.parts]))
    if repeat % 2 and sum(stretch.seconds for stretch in stretches) % _MINUTE:
        return _whole_minutes(block, repeat, stretches)
    return round_of(repeat, stretches)


def _whole_minutes(block: Block, repeat: int, stretches: tuple[Stretch, ...]) -> Round:
    """Rounds of half minutes an even number of times; of a distance, or where that is too few, with a longer rest.

    So what surrounds them takes whole minutes.
    """
    even = max((count for count in FAMILIAR if count < repeat and count % 2 == 0), default=0)
    if even >= block.fewest and not any(part.metres for part in block.parts):
        return round_of(even, stretches)
    *others, last = stretches
    if repeat == 1 or last.do not in RESTS:
        return round_of(repeat, stretches)
    return round_of(repeat, (*others, Stretch(last.do, last.zone, last.seconds + _TICK)))


def _rested(stretches: list[Stretch]) -> tuple[Stretch, ...]:
    """Tempo in pieces rests for a fifth of each piece at least, however long the athlete takes for it (W5)."""
    if len(stretches) == 2 and stretches[0].zone is Zone.TEMPO and stretches[1].do is JOG:
        work, rest = stretches
        least = -(-work.seconds // (5 * _FINEST)) * _FINEST
        return work, Stretch(rest.do, rest.zone, max(rest.seconds, least))
    return tuple(stretches)


def _evened(stretches: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """The last rest a little longer where a round would not take whole half minutes."""
    *others, last = stretches
    odd = -sum(stretch.seconds for stretch in stretches) % _TICK
    return (*others, Stretch(last.do, last.zone, last.seconds + odd)) if odd and others else stretches


def _stretch(part: WorkoutPart, share: float, pacing: Pacing | None) -> Stretch:
    if part.metres is None or pacing is None:
        seconds = part.shortest + int((part.longest - part.shortest) * share) // 60 * 60
    else:
        exact = part.metres * 60 / speed_of(part.do, part.zone, pacing)
        seconds = round(exact / _FINEST) * _FINEST
    return Stretch(part.do, part.zone, seconds)


@lru_cache(maxsize=2048)
def _framed(sized: Sized, total_s: int, *, cut: bool = False) -> Shape:
    """Warm-up and cool-down around the work; what is left over becomes easy running after the warm-up.

    All are whole minutes but the cool-down, which ends on a half where the work does.
    """
    rounds = _minuted(sized.rounds)
    rest = total_s - sum(each.seconds for each in rounds)
    spare = _floored(max(0, rest - WARM_UP_S[1] - COOL_DOWN_S[1]))
    if spare < 2 * _MINUTE:
        spare = 0
    warm = min(WARM_UP_S[1], _floored((rest - spare) * 0.6 + _MINUTE / 2))
    cool = rest - spare - warm
    framed = (*one(WARM_UP, warm), *one(RUN, spare), *rounds, *one(COOL_DOWN, cool))
    return Shape(framed, rounds, cut)


def _minuted(rounds: tuple[Round, ...]) -> tuple[Round, ...]:
    """The same rounds in whole minutes, where the last rest of all is run once and can give its half minute."""
    *others, last = rounds
    *stretches, rest = last.stretches
    odd = sum(each.seconds for each in rounds) % _MINUTE
    if not odd or last.repeat > 1 or not stretches or rest.do not in RESTS or rest.seconds - odd < _TICK:
        return rounds
    return (*others, round_of(1, (*stretches, Stretch(rest.do, rest.zone, rest.seconds - odd))))


def _framed_easy(extra: tuple[Round, ...], total_s: int) -> Shape:
    """An easy run: a gentle start, the run, the extra, a gentle end. Short ones are gently begun for longer."""
    edge = 300 if total_s >= 1500 else _whole(total_s * 0.15)
    left = total_s - 2 * edge - sum(each.seconds for each in extra)
    run = one(RUN, _floored(left))
    return Shape((*one(WARM_UP, edge), *run, *extra, *one(COOL_DOWN, edge + left % _MINUTE)), extra or run)


def _fills(block: Block) -> bool:
    return any(part.fills for part in block.parts)


def _ticks(seconds: float) -> int:
    return int(seconds) // _TICK * _TICK


def _floored(seconds: float) -> int:
    """Down to whole minutes."""
    return int(seconds) // _MINUTE * _MINUTE


def _whole(seconds: float) -> int:
    """To the nearest whole minute, one at least."""
    return max(1, round(seconds / _MINUTE)) * _MINUTE
