"""What the body reported: pain, illness, red flags and effort, as spells of days with their limits (C2–C5).

A pain that is still open is taken to last to the end of the week after next, so that the plan shows what may come
after, and no day that is shown changes because another one went by without news.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum

from coach.history import ILLNESS, RED_FLAGS, Entry, Reason
from coach.planning.block import monday_of
from coach.planning.log import Log, happened
from coach.planning.recovering import NUMBER, RULE, raced
from coach.session import RACE, RUN_KINDS

EFFORT = "effort_too_high"
"""What too much effort is called in receipts (C2)."""
TOO_HARD = 2
"""Points of effort above the target from which a session was too hard (C2)."""
SERIOUS = frozenset({"fever", "below_neck"})
"""Symptoms that ask for ten days and seven of them without any (Elliott 2020)."""
FAR = 10_000
"""Days until something that nobody can foresee."""
FORTNIGHT, ENOUGH_RATED = 14, 4
"""Days that must have felt easy, and rated runs in them, before the plan climbs faster (C2)."""
ILLNESS_CAPS = (20, 20, 40, 40)
"""Minutes of the first four training days after an illness (C5)."""
PAIN_SHARE, EFFORT_SHARE = 0.69, 0.89
"""What is left of the volume in pain (C3: 30 % less) and after too much effort (C2: 10 %), a metre or two below."""
SURE_DAYS = 7
"""Days after today for which an open pain surely holds (C3)."""


class Bar(IntEnum):
    """What a spell keeps from a day, least first."""

    NOTHING = 0
    HARD = 1
    HARD_AND_LONG = 2
    RUNNING = 3
    TRAINING = 4


NOTHING = Bar.NOTHING
"""What most days are kept from."""


@dataclass(slots=True)
class Spell:
    """Days from ``first`` to ``last``, both included, with what they do not hold and the rule that says so.

    An ``open`` one may end earlier: only up to ``sure`` nothing else can be.
    """

    first: int
    last: int
    bar: Bar
    rule: str
    number: str
    share: float = 1.0
    open: bool = False
    sure: int = FAR**2


Figures = tuple[int, int, Bar, str, str, float, bool, int]
"""The fields of a spell, in their order."""


@dataclass(slots=True)
class Signs:
    """All spells, and the days on which training after an illness begins."""

    spells: list[Spell] = field(default_factory=list)
    backs: list[int] = field(default_factory=list)

    @property
    def figures(self) -> tuple[Figures, ...]:
        """The spells as plain figures, by which signs are known to be the same."""
        return tuple((s.first, s.last, s.bar, s.rule, s.number, s.share, s.open, s.sure) for s in self.spells)

    def bar(self, day: int) -> Bar:
        """What a day may not hold."""
        if not self.spells:
            return NOTHING
        return max((spell.bar for spell in self.spells if spell.first <= day <= spell.last), default=NOTHING)

    def sure_bar(self, day: int) -> Bar:
        """What a day may surely not hold, whatever is reported from tomorrow on."""
        if not self.spells:
            return NOTHING
        here = (spell.bar for spell in self.spells if spell.first <= day <= min(spell.last, spell.sure))
        return max(here, default=NOTHING)

    def lighter(self, day: int) -> Spell | None:
        """The spell that leaves least of a day's volume, if any takes some."""
        if not self.spells:
            return None
        here = [spell for spell in self.spells if spell.first <= day <= spell.last and spell.share < 1]
        return min(here, key=lambda spell: spell.share, default=None)

    def strained(self, monday: int) -> bool:
        """Whether too much effort began to make days lighter in a week (C2)."""
        if not self.spells:
            return False
        return any(s.rule == EFFORT and monday <= s.first <= monday + 6 for s in self.spells)

    def calm(self, monday: int) -> int:
        """The days of a week soon after a short race, as a set (C1)."""
        calm = [spell for spell in self.spells if spell.rule == RULE]
        return sum(1 << day for day in range(7) if any(s.first <= monday + day <= s.last for s in calm)) if calm else 0

    def rests(self, monday: int) -> bool:
        """Whether a week has days without any training (C4, C5)."""
        if not self.spells:
            return False
        return any(s.bar is Bar.TRAINING and s.first <= monday + 6 and s.last >= monday for s in self.spells)

    def on(self, day: int) -> Spell | None:
        """The spell that weighs most on a day."""
        here = [spell for spell in self.spells if spell.first <= day <= spell.last]
        return max(here, key=_weight, default=None)


def _weight(spell: Spell) -> tuple[int, float]:
    return spell.bar, -spell.share


def read_signs(log: Log, today: int, declined: frozenset[int] = frozenset()) -> Signs:
    """The spells of a log as they stand today; ``declined`` are causes of C2 that the athlete took back."""
    signs = Signs()
    entries = [entry for day in sorted(log.days) for entry in log.days[day]]
    races = calm_days(log)
    if not races and not any(entry.symptoms or entry.pain or entry.reason or _too_hard(entry) for entry in entries):
        return signs
    signs.spells += races
    signs.spells += red_flags(entries, today)
    signs.spells += pains(entries, today)
    for spell in illnesses(entries):
        signs.spells.append(spell)
        signs.backs.append(spell.last + 1)
    signs.spells += [spell for spell in efforts(entries) if spell.first - 1 not in declined]
    return signs


def red_flags(entries: Iterable[Entry], today: int) -> list[Spell]:
    """From a red flag to the day somebody says that they are cleared: until then nothing, walks included (C4)."""
    found: list[Spell] = []
    for entry in entries:
        day = entry.date.toordinal()
        if RED_FLAGS & set(entry.symptoms):
            if not found or not found[-1].open:
                found.append(Spell(day, today + FAR, Bar.TRAINING, "red_flag", "C4", open=True))
        elif "cleared" in entry.symptoms and found and found[-1].open:
            found[-1].last, found[-1].open = max(found[-1].first, day - 1), False
    return found


def pains(entries: Iterable[Entry], today: int) -> list[Spell]:
    """Spells of pain, each until two later days are reported at 2 or less (C3).

    One that gets worse goes on beside the worse one, so that nothing it made lighter becomes more again.
    """
    found: list[Spell] = []
    now: list[Spell] = []
    calm = 0
    for day, band in daily_bands(entries).items():
        if band:
            bar = Bar.HARD_AND_LONG if band == 1 else Bar.RUNNING
            if all(bar > spell.bar for spell in now):
                now.append(Spell(day, day, bar, "pain", "C3", PAIN_SHARE, open=True))
                found.append(now[-1])
            calm = 0
        elif now:
            calm += 1
            if calm == 2:
                for spell in now:
                    spell.last, spell.open = day, False
                now = []
    for spell in found:
        if spell.open:
            spell.last, spell.sure = horizon(today), today + SURE_DAYS
    return [spell for spell in found if spell.last >= spell.first]


def horizon(today: int) -> int:
    """The Sunday of the week after next: it lies beyond all days that are shown, and moves on Mondays only."""
    return monday_of(today) + 20


def daily_bands(entries: Iterable[Entry]) -> dict[int, int]:
    """The worst band of every day with a report: 0 (go on), 1 (3–5) or 2 (over 5, a limp); one up where pain rose."""
    levels: dict[int, dict[str, int]] = {}
    limps = set()
    for entry in entries:
        day = entry.date.toordinal()
        if "limp" in entry.symptoms:
            limps.add(day)
            levels.setdefault(day, {})
        if entry.pain is not None:
            areas = levels.setdefault(day, {})
            areas[entry.pain.area] = max(entry.pain.level, areas.get(entry.pain.area, 0))
    return {day: 2 if day in limps else _band(levels[day], levels.get(day - 1, {})) for day in sorted(levels)}


def _band(today: dict[str, int], before: dict[str, int]) -> int:
    worst = 0
    for area, level in today.items():
        band = 0 if level <= 2 else 1 if level <= 5 else 2
        worst = max(worst, min(2, band + (area in before and level > before[area])))
    return worst


def illnesses(entries: Iterable[Entry]) -> list[Spell]:
    """From the first day of an illness to the day before training begins again (C5).

    Reports at most a week apart are one illness. Training begins after a whole day well; after fever or symptoms
    below the neck not before ten days and seven without symptoms.
    """
    found: list[tuple[int, int, bool]] = []
    wells: list[tuple[int, bool]] = []
    for entry in entries:
        day = entry.date.toordinal()
        if ILLNESS & set(entry.symptoms) or entry.reason is Reason.ILL:
            serious = bool(SERIOUS & set(entry.symptoms))
            if found and day - found[-1][1] <= 7:
                found[-1] = (found[-1][0], day, found[-1][2] or serious)
            else:
                found.append((day, day, serious))
        elif found and ("well" in entry.symptoms or happened(entry)):
            wells.append((day, happened(entry)))
    return [_illness(first, last, wells, serious=serious) for first, last, serious in found]


def _illness(first: int, last: int, wells: list[tuple[int, bool]], *, serious: bool) -> Spell:
    """Somebody who only says that they are well was ill until then; somebody who trained was not."""
    back = max(first + 10, last + 8) if serious else last + 2
    well, trained = min((each for each in wells if each[0] > last), default=(last, True))
    if not trained and well - last <= 14:
        back = max(back, well + 1)
    return Spell(first, back - 1, Bar.TRAINING, "ill", "C5")


def efforts(entries: Iterable[Entry]) -> list[Spell]:
    """Seven lighter days after two sessions within seven days that felt two points above their target (C2)."""
    found: list[Spell] = []
    before: int | None = None
    for entry in entries:
        if _too_hard(entry):
            day = entry.date.toordinal()
            if before is not None and day - before < 7:
                found.append(Spell(day + 1, day + 7, Bar.HARD, EFFORT, "C2", EFFORT_SHARE))
            before = day
    return found


def calm_days(log: Log) -> list[Spell]:
    """The days after short races that hold nothing hard (C1); after long ones comes a return."""
    found = []
    for day in sorted(log.days):
        mending = raced(log.on(day))
        if mending is not None and not mending.stretches:
            found.append(Spell(day + 1, day + mending.calm, Bar.HARD, RULE, NUMBER))
    return found


def _too_hard(entry: Entry) -> bool:
    if entry.rpe is None or entry.target_rpe is None or not happened(entry) or entry.kind is RACE:
        return False
    return entry.rpe >= entry.target_rpe[1] + TOO_HARD


def rested(log: Log, day: int) -> bool:
    """Whether two weeks of runs before a day felt two points easier than their target, all that were rated (C2).

    One rated run in each week and four in all are the least that says anything.
    """
    if not log.days:
        return False
    rated = [
        (past, entry.rpe <= entry.target_rpe[0] - 2)
        for past in range(day - FORTNIGHT, day)
        for entry in log.on(past)
        if entry.rpe is not None and entry.target_rpe is not None and entry.kind in RUN_KINDS and happened(entry)
    ]
    weeks = {(past - day) // 7 for past, _ in rated}
    return len(rated) >= ENOUGH_RATED and len(weeks) == 2 and all(easy for _, easy in rated)
