"""What a history says of pain, illness, red flags and breaks on a given day (C1, C3, C4, C5), read literally."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from coach.history import ILLNESS, RED_FLAGS, Entry, Reason, Status
from coach.session import RUN_KINDS

DAY = dt.timedelta(days=1)
SERIOUS = frozenset({"fever", "below_neck"})


@dataclass(frozen=True)
class Illness:
    """From the first day of an illness to the last day it was reported, and whether it was a serious one."""

    first: dt.date
    last: dt.date
    serious: bool

    @property
    def back(self) -> dt.date:
        """The first day of training again.

        One day well; after fever or symptoms below the neck ten days from the first and seven full days without.
        """
        if self.serious:
            return max(self.first + 10 * DAY, self.last + 8 * DAY)
        return self.last + 2 * DAY


@dataclass(frozen=True)
class Break:
    """A break from the first missed run to the first one done again (or to today, still going on)."""

    first: dt.date
    end: dt.date

    @property
    def days(self) -> int:
        """How long it was."""
        return (self.end - self.first).days

    @property
    def shares(self) -> list[float]:
        """For every day of the return, the share of the best week allowed (C1); empty for short breaks."""
        length = self.days
        if length < 8:
            return []
        if length <= 28:
            half = length / 2
            return [0.5 if n < half else 0.75 for n in range(length)]
        if length <= 56:
            return [(0.33, 0.5, 0.75)[min(2, int(3 * n / length))] for n in range(length)]
        return [(0.33, 0.5, 0.7, 0.85)[n // 21] for n in range(84)]


@dataclass(frozen=True)
class State:
    """Today's state. ``band`` is 0 (go on), 1 (no hard or long run) or 2 (no running)."""

    today: dt.date
    red_flag: bool
    band: int
    pain_day: dt.date | None
    illness: Illness | None
    breaks: tuple[Break, ...]

    @property
    def troubled(self) -> bool:
        """Whether anything of C1 or C3 to C5 was reported in the last weeks."""
        return self.red_flag or bool(self.band) or self.illness is not None or bool(self.breaks)

    def disturbs(self, week: dt.date) -> bool:
        """Whether the week from this Monday on may still suffer from pain, illness or a break."""
        if self.red_flag or self.band:
            return True
        if self.pain_day is not None and week <= max(self.pain_day, self.today) + 14 * DAY:
            return True
        if self.illness is not None and week <= self.illness.back + 28 * DAY:
            return True
        return any(week <= gap.end + max(14, len(gap.shares) + 7) * DAY for gap in self.breaks)


def examine(entries: Sequence[Entry], today: dt.date) -> State:
    """The state on a day, from the entries up to it, oldest first."""
    band, day = pain_band(entries)
    recent = day if day is not None and (today - day).days <= 28 else None
    return State(today, red_flagged(entries), band, recent, illness(entries, today), tuple(breaks(entries, today)))


def red_flagged(entries: Sequence[Entry]) -> bool:
    """Whether a red flag was reported and no clearance since (C4)."""
    flagged = False
    for entry in entries:
        if RED_FLAGS & set(entry.symptoms):
            flagged = True
        elif "cleared" in entry.symptoms:
            flagged = False
    return flagged


def daily_pain(entries: Sequence[Entry]) -> dict[dt.date, int]:
    """The worst band of every day with a report: 0, 1, 2; higher by one where pain rose since the day before."""
    levels: dict[dt.date, dict[str, int]] = {}
    limps: set[dt.date] = set()
    for entry in entries:
        if "limp" in entry.symptoms:
            limps.add(entry.date)
            levels.setdefault(entry.date, {})
        if entry.pain is not None:
            day = levels.setdefault(entry.date, {})
            day[entry.pain.area] = max(entry.pain.level, day.get(entry.pain.area, 0))
    return {day: _band(day, levels, limps) for day in sorted(levels)}


def _band(day: dt.date, levels: dict[dt.date, dict[str, int]], limps: set[dt.date]) -> int:
    before = levels.get(day - DAY, {})
    band = 2 if day in limps else 0
    for area, level in levels[day].items():
        plain = 0 if level <= 2 else 1 if level <= 5 else 2
        rose = area in before and level > before[area]
        band = max(band, min(2, plain + rose))
    return band


def pain_band(entries: Sequence[Entry]) -> tuple[int, dt.date | None]:
    """Today's band and the last day of a report that limits: it holds until two later days are reported at 0 to 2."""
    band, last, calm = 0, None, 0
    for day, reported in daily_pain(entries).items():
        if reported:
            band, last, calm = max(reported, band if calm < 2 else 0), day, 0
        else:
            calm += 1
            band = 0 if calm >= 2 else band
    return band, last


def illness(entries: Sequence[Entry], today: dt.date, memory: int = 42) -> Illness | None:
    """The latest illness of so many days: reports at most seven days apart are one illness."""
    found: Illness | None = None
    for entry in entries:
        if not (ILLNESS & set(entry.symptoms) or entry.reason is Reason.ILL):
            continue
        serious = bool(SERIOUS & set(entry.symptoms))
        if found is not None and (entry.date - found.last).days <= 7:
            found = Illness(found.first, entry.date, found.serious or serious)
        else:
            found = Illness(entry.date, entry.date, serious)
    return found if found is not None and (today - found.last).days <= memory else None


def breaks(entries: Sequence[Entry], today: dt.date) -> list[Break]:
    """Breaks of four days and more, from the first planned run missed to the next run done, that can still matter."""
    found: list[Break] = []
    missed: dt.date | None = None
    ran = {e.date for e in entries if e.kind in RUN_KINDS and e.status is not Status.SKIPPED}
    for entry in entries:
        if entry.kind not in RUN_KINDS:
            continue
        if entry.status is Status.SKIPPED and entry.planned and entry.date not in ran:
            missed = missed or entry.date
        elif entry.status is not Status.SKIPPED and missed is not None:
            found.append(Break(missed, entry.date))
            missed = None
    if missed is not None:
        found.append(Break(missed, today))
    return [gap for gap in found if gap.days >= 4 and (today - gap.end).days <= len(gap.shares) + 14]
