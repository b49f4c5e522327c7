"""What an operator's case may know of the running process: it sees no more of the house than this."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


def _nobody() -> None:
    """Wake nobody."""


@dataclass(frozen=True, slots=True)
class Panel:
    """The present moment and the start by the machine's clock, counters since then, a bell for the broadcaster."""

    now: dt.datetime
    sends: Mapping[str, int] = field(default_factory=dict)
    """Calls of the Bot API by what became of them."""
    updates: Mapping[str, int] = field(default_factory=dict)
    since: dt.datetime | None = None
    wake_broadcaster: Callable[[], None] = _nobody
