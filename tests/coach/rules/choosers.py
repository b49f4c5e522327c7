"""Who chooses for the generator of athletes: a seeded generator (fast) or hypothesis (which shrinks)."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from hypothesis import strategies as st

T = TypeVar("T")


class Chooser(Protocol):
    """Whatever can choose."""

    def one(self, options: Sequence[T]) -> T:
        """One of the options."""

    def whole(self, low: int, high: int) -> int:
        """A whole number between two, both included."""

    def chance(self, percent: int) -> bool:
        """Yes, so many times in a hundred."""


@dataclass
class Random:
    """Chooses by a seeded generator."""

    source: random.Random

    def one(self, options: Sequence[T]) -> T:
        """One of the options."""
        return self.source.choice(options)

    def whole(self, low: int, high: int) -> int:
        """A whole number between two, both included."""
        return self.source.randint(low, high)

    def chance(self, percent: int) -> bool:
        """Yes, so many times in a hundred."""
        return self.source.randrange(100) < percent


@dataclass
class Drawn:
    """Chooses by hypothesis; a rare yes is what shrinks to no."""

    draw: st.DrawFn

    def one(self, options: Sequence[T]) -> T:
        """One of the options."""
        return self.draw(st.sampled_from(options))

    def whole(self, low: int, high: int) -> int:
        """A whole number between two, both included."""
        return self.draw(st.integers(low, high))

    def chance(self, percent: int) -> bool:
        """Yes, so many times in a hundred."""
        return self.draw(st.integers(0, 99)) >= 100 - percent


def seeded(seed: int) -> Random:
    """A chooser that always chooses the same for a seed."""
    return Random(random.Random(seed))


def maybe(pick: Chooser, percent: int, value: Callable[[], T]) -> T | None:
    """A value so many times in a hundred, else nothing."""
    return value() if pick.chance(percent) else None


def a_subset(pick: Chooser, options: Sequence[T], least: int = 0, most: int | None = None) -> frozenset[T]:
    """So many of the options, in no order."""
    count = pick.whole(least, len(options) if most is None else most)
    left = list(options)
    chosen = [left.pop(pick.whole(0, len(left) - 1)) for _ in range(count)]
    return frozenset(chosen)
