"""What an operator can measure: counters of this process, and what waits in the database, as Prometheus reads it."""

import datetime as dt
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sqlmodel import Session

from storage.inbox import inbox_depth
from storage.outbox import outbox_depth
from storage.prompts import prompts_late
from storage.tables import Lane

BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5)
"""Seconds of handling an update, as upper bounds."""


@dataclass
class Metrics:
    """What this process counted since it started."""

    sends: Counter[str] = field(default_factory=Counter)
    updates: Counter[str] = field(default_factory=Counter)
    left_out: int = 0
    """Updates that were not kept, because their chat had too many waiting."""
    since: dt.datetime | None = None
    """When the process began."""
    heard_at: dt.datetime | None = None
    """When Telegram last answered a poll or called the webhook."""
    _handled: list[int] = field(default_factory=lambda: [0] * (len(BUCKETS) + 1))
    _seconds: float = 0.0

    def sent(self, outcome: str) -> None:
        """A send ended like this."""
        self.sends[outcome] += 1

    def handled(self, outcome: str, seconds: float) -> None:
        """Handling an update ended like this and took so long."""
        self.updates[outcome] += 1
        self._handled[bisect_left(BUCKETS, seconds)] += 1
        self._seconds += seconds

    def lines(self) -> Iterator[str]:
        """The counters as Prometheus text."""
        yield from _family("legwork_sends_total", "counter", {_label("outcome", k): v for k, v in self.sends.items()})
        yield from _family(
            "legwork_updates_total", "counter", {_label("outcome", k): v for k, v in self.updates.items()}
        )
        yield from _family("legwork_updates_left_out_total", "counter", {"": self.left_out})
        yield from self._latency()
        if self.heard_at is not None:
            yield from _family("legwork_heard_timestamp_seconds", "gauge", {"": self.heard_at.timestamp()})

    def _latency(self) -> Iterator[str]:
        name, total = "legwork_handling_seconds", 0
        yield f"# TYPE {name} histogram"
        for bound, count in zip((*map(str, BUCKETS), "+Inf"), self._handled, strict=True):
            total += count
            yield f'{name}_bucket{{le="{bound}"}} {total}'
        yield f"{name}_sum {self._seconds:.6f}"
        yield f"{name}_count {total}"


def waiting_lines(session: Session, now: dt.datetime, house_now: dt.datetime) -> Iterator[str]:
    """What waits in the database as Prometheus text. ``house_now`` is the athletes' clock."""
    inbox = inbox_depth(session)
    yield from _family("legwork_inbox_waiting", "gauge", {"": inbox.waiting})
    yield from _family("legwork_inbox_age_seconds", "gauge", {"": _age(inbox.oldest, now)})
    yield from _family("legwork_inbox_set_aside", "gauge", {"": inbox.dead})
    lanes = {lane: outbox_depth(session, lane) for lane in Lane}
    waiting = {_label("lane", lane): depth.waiting for lane, depth in lanes.items()}
    ages = {_label("lane", lane): _age(depth.oldest, house_now) for lane, depth in lanes.items()}
    yield from _family("legwork_outbox_waiting", "gauge", waiting)
    yield from _family("legwork_outbox_age_seconds", "gauge", ages)
    late, oldest = prompts_late(session, house_now)
    yield from _family("legwork_prompts_late", "gauge", {"": late})
    yield from _family("legwork_prompts_late_seconds", "gauge", {"": _age(oldest, house_now)})


def _family(name: str, kind: str, values: Mapping[str, float]) -> Iterator[str]:
    yield f"# TYPE {name} {kind}"
    for labels, value in values.items():
        yield f"{name}{labels} {value:.15g}"


def _label(name: str, value: str) -> str:
    return f'{{{name}="{value}"}}'


def _age(since: dt.datetime | None, now: dt.datetime) -> float:
    return max(0.0, (now - since).total_seconds()) if since is not None else 0.0
