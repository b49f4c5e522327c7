"""The weeks gone by, walked through once: the next plan goes on from where they led.

Weeks that are over stay what they were until something about them changes, so what they hand on is remembered by
everything that it follows from: another log of those weeks, another fitness, another sign of the body is another past.
A plan made from memory is the plan made from scratch. Who is erased is forgotten (``coach.memories``).
"""

from dataclasses import dataclass
from datetime import date

from coach.history import Entry
from coach.memories import of_people
from coach.plan import Kept, Move
from coach.planning.athlete import Athlete
from coach.planning.beginning import state_at
from coach.planning.block import Block, monday_of
from coach.planning.course import Course, State
from coach.planning.engine import Engine
from coach.planning.log import Log, read_log
from coach.planning.road import Road
from coach.planning.signs import Figures, Signs, Spell

REMEMBERED = 512
"""Pasts that are remembered, the latest ones: eight for each of sixty athletes who log at the same time.

One takes 35 to 39 kB in the ninth week of a block and 58 to 64 kB in the sixteenth, most of it the entries it follows
from: some thirty megabytes at most, all together.
"""


@dataclass(frozen=True, slots=True)
class Past:
    """All that the weeks of a block before ``monday`` follow from, where no move leads into them or out of them."""

    athlete: Athlete
    block: Block
    monday: int
    entries: tuple[Entry, ...]
    kept: Kept
    spells: tuple[Figures, ...]
    backs: tuple[int, ...]

    def __hash__(self) -> int:
        """From what tells most pasts apart: all of it, entry by entry, would take longer than finding out the rest."""
        athlete, last = self.athlete, self.entries[-1] if self.entries else None
        known = (athlete.stated_m, athlete.longest_m, athlete.easy, athlete.profile.age, athlete.profile.start_date)
        return hash((self.monday, len(self.entries), None if last is None else last.minutes, known))


@dataclass(frozen=True, slots=True)
class Memory:
    """What those weeks hand on; who goes on from it takes copies."""

    road: Road
    state: State


def begun(athlete: Athlete, block: Block, log: Log, today: int, signs: Signs, kept: Kept) -> Engine:
    """An engine at the first week of the block."""
    road = Road(athlete, block, log)
    return Engine(Course(athlete, block, log, road, signs, today, state_at(athlete, block, log, road)), kept)


def resumed(athlete: Athlete, block: Block, log: Log, today: int, signs: Signs, kept: Kept) -> Engine:
    """An engine at the week of ``today``, the weeks before behind it.

    While a move leads over this Monday it stands at the first one, because the session itself comes over.
    """
    monday = monday_of(today)
    if monday <= block.monday or any(_ends(move)[0] < monday <= _ends(move)[1] for move in kept.moves):
        return begun(athlete, block, log, today, signs, kept)
    entries = tuple(entry for day, entries in log.days.items() if day < monday for entry in entries)
    past = Past(athlete, block, monday, entries, _before(kept, monday), signs.figures, tuple(signs.backs))
    memory = _walked(past)
    road, state = memory.road.onward(log), memory.state.copy()
    return Engine(Course(athlete, block, log, road, signs, today, state), kept, (monday - block.monday) // 7)


def remembered() -> int:
    """How many pasts are remembered now, at most ``REMEMBERED``."""
    return _walked.cache_info().currsize


def _before(kept: Kept, monday: int) -> Kept:
    """What is kept of the weeks before a Monday; what was declined stands in the signs."""
    weeks, first = (tuple(w for w in each if w.start.toordinal() < monday) for each in (kept.weeks, kept.first))
    moves = tuple(move for move in kept.moves if _ends(move)[1] < monday)
    return Kept(weeks, moves, first=first)


def _ends(move: Move) -> tuple[int, int]:
    """The earlier and the later day of a move."""
    days = move.origin.toordinal(), move.target.toordinal()
    return min(days), max(days)


@of_people(REMEMBERED)
def _walked(past: Past) -> Memory:
    """What the weeks before a Monday hand on, as they look on that day."""
    athlete, block = past.athlete, past.block
    log = read_log(past.entries, date.fromordinal(past.monday), athlete.pacing.speeds)
    signs = Signs([Spell(*figures) for figures in past.spells], list(past.backs))
    engine = begun(athlete, block, log, past.monday, signs, past.kept)
    engine.run((past.monday - block.monday) // 7)
    return Memory(engine.course.road, engine.course.state)
