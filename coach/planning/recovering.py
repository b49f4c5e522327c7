"""After a race: how long legs mend before training is training again (C1) [C]."""

from collections.abc import Iterable
from dataclasses import dataclass

from coach.history import Entry
from coach.planning.block import Block
from coach.planning.log import Log, happened
from coach.planning.returning import Return
from coach.planning.road import GATE_MINUTES, Road
from coach.session import RACE

RULE, NUMBER = "race", "C1"
"""What the days after a race are called in receipts."""


@dataclass(frozen=True, slots=True)
class Mending:
    """The days after a race: ``walks`` of walking only, then easy ``stretches`` of (days, share of the best week).

    A short race has no stretches: ``calm`` days hold nothing hard, and training goes on beside that.
    """

    walks: int
    calm: int
    stretches: tuple[tuple[int, float], ...] = ()


MENDING = (
    (30_000, 9000, Mending(7, 14, ((7, 0.3), (7, 0.5)))),
    (15_000, 4800, Mending(2, 7, ((7, 0.5),))),
    (7500, 2100, Mending(0, 4)),
    (0, 0, Mending(0, 3)),
)
"""By metres of the race, or its seconds where they are not known: marathon, half, 10 km, 5 km [C]."""


def mending_of(metres: float | None, minutes: float | None = None) -> Mending:
    """What a race of so many metres, or minutes where those are unknown, asks for."""
    if metres:
        return next(each for least, _, each in MENDING if metres >= least)
    return next(each for _, least, each in MENDING if 60 * (minutes or 0) >= least)


def raced(entries: Iterable[Entry]) -> Mending | None:
    """What the hardest race among a day's entries asks for, ``None`` where there was none."""
    races = [entry for entry in entries if entry.kind is RACE and happened(entry)]
    if not races:
        return None
    found = [mending_of(entry.distance_m, entry.minutes) for entry in races]
    return max(found, key=lambda mending: mending.calm)


def way_after(day: int, mending: Mending | None, road: Road, easy: float) -> Return | None:
    """The easy days after a long race on ``day``, in shares of the best week before; none after a short one."""
    if mending is None or not mending.stretches:
        return None
    best = road.best_before(day) or 3 * GATE_MINUTES * easy
    return Return(day + 1, day, 0, best, mending.stretches, RULE, NUMBER, walks=mending.walks)


def silent_race(block: Block, log: Log, day: int) -> bool:
    """Whether the race planned for a day has gone by without a word: it is taken to have been run [C]."""
    return block.race == day and not log.on(day)
