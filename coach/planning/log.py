"""History made ready for planning: sorted, counted once, nothing from the future, figures by day.

Days are ordinals (``date.toordinal()``), because the planner asks for sums over many of them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from coach.history import Entry, Status, ran_half_an_hour
from coach.session import HARD_KINDS, LONG_RUN, RECOVERY_WALK, RUN_KINDS, TRAINED_FOOT, SessionKind
from coach.slot import Zone

HAPPENED = frozenset({Status.DONE, Status.PARTIAL})
"""How a session that took place may have gone."""


@dataclass(slots=True)
class Log:
    """What happened, by day.

    ``known_m`` holds metres on foot that were measured (what limits may build on), ``counted_m`` the same with
    careful guesses for what was not (what limits must count). Races are in neither (P2). ``longest_m`` is the
    longest measured run of a day, races left out (P1).
    """

    days: dict[int, list[Entry]] = field(default_factory=dict)
    known_m: dict[int, float] = field(default_factory=dict)
    counted_m: dict[int, float] = field(default_factory=dict)
    longest_m: dict[int, float] = field(default_factory=dict)
    ignored: int = 0

    def before(self, first: int) -> "Log":
        """The log of the days before one."""
        pairs = (self.known_m, self.counted_m, self.longest_m)
        known, counted, longest = ({day: m for day, m in each.items() if day < first} for each in pairs)
        return Log({day: entries for day, entries in self.days.items() if day < first}, known, counted, longest)

    def on(self, day: int) -> list[Entry]:
        """The entries of a day."""
        return self.days.get(day, [])

    def ran(self, day: int) -> bool:
        """Whether any running took place on a day."""
        return any(happened(entry) and entry.kind in RUN_KINDS for entry in self.on(day))

    def ran_besides(self, day: int) -> bool:
        """Whether a run outside the plan took place on a day."""
        return any(happened(entry) and not entry.planned and entry.kind in RUN_KINDS for entry in self.on(day))

    def runs(self, day: int) -> int:
        """How many runs took place on a day."""
        return sum(happened(entry) and entry.kind in RUN_KINDS for entry in self.on(day))

    def hard(self, day: int) -> bool:
        """Whether a hard run took place on a day."""
        return any(happened(entry) and entry.kind in HARD_KINDS for entry in self.on(day))

    def strained(self, day: int) -> bool:
        """Whether a hard or a long run took place on a day."""
        strong = HARD_KINDS | {LONG_RUN}
        return any(happened(entry) and entry.kind in strong for entry in self.on(day))

    def kinds(self, day: int) -> set[SessionKind]:
        """What took place on a day."""
        return {entry.kind for entry in self.on(day) if entry.kind is not None and happened(entry)}

    def did(self, day: int, kind: SessionKind) -> bool:
        """Whether a session of a kind took place on a day."""
        return any(happened(entry) and entry.kind is kind for entry in self.on(day))

    def skipped_run(self, day: int) -> bool:
        """Whether a planned run of a day was skipped."""
        return any(e.status is Status.SKIPPED and e.planned and e.kind in RUN_KINDS for e in self.on(day))

    def proves(self, day: int) -> bool:
        """Whether thirty minutes were run without a walk on a day (W3)."""
        return any(happened(entry) and entry.kind in RUN_KINDS and ran_half_an_hour(entry) for entry in self.on(day))


def happened(entry: Entry) -> bool:
    """Whether an entry is of a session that took place, wholly or in part."""
    return entry.kind is not None and entry.status in HAPPENED


def minutes_of_day(entry: Entry) -> int:
    """Whole minutes that a session took of its day: seconds over take nothing from what is left of it (W10)."""
    return int(entry.minutes or 0) if happened(entry) else 0


def read_log(history: Iterable[Entry], today: date, speeds: Mapping[Zone, float]) -> Log:
    """The log up to and including ``today``; entries after it are counted in ``ignored``.

    What is to be skipped on a day to come is no mistake: it counts from its day on.
    """
    log, later = Log(), []
    for entry in sorted(history, key=_date):
        if entry.date > today:
            later.append(entry)
        else:
            _take(log, entry, speeds)
    log.ignored = sum(entry.status is not Status.SKIPPED for entry in dict.fromkeys(later))
    return log


def _date(entry: Entry) -> date:
    return entry.date


def _take(log: Log, entry: Entry, speeds: Mapping[Zone, float]) -> None:
    day = entry.date.toordinal()
    here = log.days.setdefault(day, [])
    if entry in here:  # counted once
        return
    here.append(entry)
    if not happened(entry) or entry.kind not in TRAINED_FOOT:
        return
    known = float(entry.distance_m or 0)
    log.known_m[day] = log.known_m.get(day, 0.0) + known
    log.counted_m[day] = log.counted_m.get(day, 0.0) + (known or guessed_m(entry, speeds))
    if entry.kind in RUN_KINDS:
        log.longest_m[day] = max(log.longest_m.get(day, 0.0), known)


def guessed_m(entry: Entry, speeds: Mapping[Zone, float]) -> float:
    """Metres that an entry without a distance may have covered, on the high side."""
    zone = Zone.WALK if entry.kind is RECOVERY_WALK else Zone.EASY
    return 1.1 * speeds[zone] * (entry.minutes or 30)
