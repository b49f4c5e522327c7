"""Lengths that people know: whole fives where the limits leave room, whole minutes where they do not."""

from collections.abc import Mapping
from math import ceil, floor

STEP = 5
"""Minutes from one familiar length to the next."""
SHORT = 10
"""Minutes below which every minute counts."""


def even(minutes: float) -> int:
    """The longest familiar length of at most so many minutes."""
    whole = floor(minutes + 1e-6)
    return whole if whole < SHORT else whole - whole % STEP


def even_up(minutes: float) -> int:
    """The shortest familiar length of at least so many minutes."""
    return ceil(minutes / STEP - 1e-6) * STEP


def evened(sizes: Mapping[int, float], most: Mapping[int, float]) -> dict[int, int]:
    """Wished lengths by day made familiar: together no longer than wished, each at most what its day allows.

    What rounding takes off goes back in fives, first to where most was taken.
    """
    lengths = {day: even(size) for day, size in sizes.items()}
    spare = sum(sizes.values()) - sum(lengths.values())
    if spare < STEP - 1e-6:
        return lengths
    for day in sorted(sizes, key=lambda day: (lengths[day] - sizes[day], day)):
        if spare < STEP - 1e-6:
            break
        if lengths[day] >= SHORT and lengths[day] + STEP <= most[day] + 1e-6:
            lengths[day] += STEP
            spare -= STEP
    return lengths
