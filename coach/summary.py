"""What a stretch of days amounts to: for the weekly review and for progress, never for a verdict."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import dropwhile

from coach.history import Entry, Status
from coach.session import FOOT_KINDS, RUN_KINDS, SessionKind
from coach.units import Metres, Seconds


@dataclass(frozen=True, slots=True)
class Summary:
    """Sums over some days: counts of sessions done, minutes, metres on foot, the longest run (metres, seconds).

    ``load`` is effort × minutes (Foster), over the sessions whose effort is known; ``untimed`` are the sessions whose
    minutes are not.
    """

    runs: int
    walks: int
    strength: int
    cross_training: int
    minutes: int
    distance_m: Metres
    longest_run_m: Metres
    longest_run_s: Seconds
    load: int
    untimed: int = 0

    @property
    def sessions(self) -> int:
        """How many sessions of any kind were done."""
        return self.runs + self.walks + self.strength + self.cross_training


def summarise(history: Sequence[Entry], first: dt.date, last: dt.date) -> Summary:
    """The sums over ``first`` to ``last``, both included; skipped sessions are not counted, nor their number (S5)."""
    done = [
        entry
        for entry in history
        if first <= entry.date <= last and entry.kind is not None and entry.status in {Status.DONE, Status.PARTIAL}
    ]
    runs = [entry for entry in done if entry.kind in RUN_KINDS]
    return Summary(
        runs=len(runs),
        walks=_count(done, SessionKind.RECOVERY_WALK),
        strength=_count(done, SessionKind.STRENGTH),
        cross_training=_count(done, SessionKind.CROSS_TRAINING),
        minutes=round(sum(entry.minutes or 0 for entry in done)),
        distance_m=Metres(sum(entry.distance_m or 0 for entry in done if entry.kind in FOOT_KINDS)),
        longest_run_m=Metres(max((entry.distance_m or 0 for entry in runs), default=0)),
        longest_run_s=Seconds(max(map(_stretch_s, runs), default=0)),
        load=round(sum((entry.rpe or 0) * (entry.minutes or 0) for entry in done)),
        untimed=sum(entry.minutes is None for entry in done),
    )


def _stretch_s(run: Entry) -> int:
    """The longest stretch of a run without a walk; where nobody knows it, all of a run that has no planned walks."""
    if run.longest_run_s is not None:
        return run.longest_run_s
    return 0 if run.kind is SessionKind.RUN_WALK else round(60 * (run.minutes or 0))


@dataclass(frozen=True, slots=True)
class Share:
    """What a stretch of days held beside what was planned for it: sessions done as planned, and minutes by kind."""

    planned: int
    done: int
    running: int
    strength: int
    walking: int
    riding: int


def shared(
    history: Sequence[Entry], due: Sequence[tuple[dt.date, SessionKind]], first: dt.date, last: dt.date
) -> Share:
    """How many of the sessions ``due`` were done, and the minutes of each kind from ``first`` to ``last``."""
    done = [
        entry
        for entry in history
        if first <= entry.date <= last and entry.kind is not None and entry.status in {Status.DONE, Status.PARTIAL}
    ]
    held = {(entry.date, entry.kind) for entry in done}

    def minutes(kinds: Collection[SessionKind]) -> int:
        return round(sum(entry.minutes or 0 for entry in done if entry.kind in kinds))

    return Share(
        planned=len(due),
        done=sum(session in held for session in due),
        running=minutes(RUN_KINDS),
        strength=minutes({SessionKind.STRENGTH}),
        walking=minutes({SessionKind.RECOVERY_WALK}),
        riding=minutes({SessionKind.CROSS_TRAINING}),
    )


@dataclass(frozen=True, slots=True)
class Week:
    """A week that began on a Monday: what was done in it by kind, and the minutes of its longest run."""

    start: dt.date
    share: Share
    longest: int


def weeks_back(history: Sequence[Entry], today: dt.date, most: int = 12) -> tuple[Week, ...]:
    """The weeks up to this one, from the first of the last ``most`` in which something was done; oldest first."""
    this = today - dt.timedelta(days=today.weekday())
    weeks = [_week(history, this - dt.timedelta(weeks=back)) for back in reversed(range(most))]
    return tuple(dropwhile(_is_empty, weeks))


def _week(history: Sequence[Entry], start: dt.date) -> Week:
    last = start + dt.timedelta(days=6)
    longest = max(
        (
            entry.minutes or 0
            for entry in history
            if start <= entry.date <= last and entry.kind in RUN_KINDS and entry.status is not Status.SKIPPED
        ),
        default=0,
    )
    return Week(start, shared(history, (), start, last), round(longest))


def _is_empty(week: Week) -> bool:
    share = week.share
    return not (share.running or share.strength or share.walking or share.riding)


def _count(entries: Sequence[Entry], kind: SessionKind) -> int:
    return sum(entry.kind is kind for entry in entries)
