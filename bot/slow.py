"""A case that takes its time between two transactions, so that neither the database nor the event loop waits for it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.desk import Desk

S = TypeVar("S")
M = TypeVar("M")

AT_ONCE = 2
"""Slow cases in hand at the same time: each may hold an athlete's whole history in memory."""


@dataclass(frozen=True, slots=True)
class SlowCase(Generic[S, M]):
    """One thing a person can do, in three steps. Nothing is done until the last has committed."""

    look: Callable[[Desk], S | None]
    """Read what is needed, in a transaction that changes and says nothing; ``None``: there is nothing to make."""
    make: Callable[[S], M]
    """Make something of it, on a thread, without a database; a pure function."""
    say: Callable[[Desk, M | None], None]
    """The case itself: say what was made, or why nothing was. Things may have changed since the look."""
