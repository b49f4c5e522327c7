"""How long planning takes: ``python -m tests.benchmarks.bench_plan``. The promise is 5 ms for 16 weeks (median).

Beside whole plans stands what an answer in the chat needs: the present week in the ninth week of a block, all before
it done as planned; once where the weeks gone by were planned before, and once where they were not. Python looks for
circles of objects as seldom as it does in the programs (``legwork plan`` and the bot).
"""

import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import TextIO

from bot.cli.crew import seldom_collected
from coach.history import Entry
from coach.planning import plan
from coach.profile import Goal, Profile
from tests.builders import MONDAY, a_beginner, a_day, an_athlete
from tests.coach.rules.athletes import as_planned

ATHLETES: dict[str, Profile] = {
    "general fitness, 5 days": an_athlete(weeks=16),
    "leaner legs, beginner": a_beginner(weeks=16),
    "half marathon, race in week 16": an_athlete(
        goal=Goal.HALF_MARATHON, weeks=16, race_date=a_day(16, "sun"), longest_run_m=12_000
    ),
}
"""Sixteen weeks each."""
LATER = a_day(9, "thu")
"""A day in the present week."""
ROUNDS = 100


def median_ms(athlete: Profile, rounds: int = ROUNDS) -> float:
    """Median milliseconds of processor time for one plan."""
    times = []
    for _ in range(rounds):
        begun = time.process_time()
        plan(athlete, (), MONDAY)
        times.append(time.process_time() - begun)
    return 1000 * statistics.median(times)


def week_ms(athlete: Profile, pasts: Sequence[tuple[Entry, ...]]) -> float:
    """Median milliseconds of processor time for the present week after each of these pasts."""
    times = []
    for past in pasts:
        begun = time.process_time()
        plan(athlete, past, LATER, ahead=0, explained=False)
        times.append(time.process_time() - begun)
    return 1000 * statistics.median(times)


def followed(athlete: Profile) -> tuple[Entry, ...]:
    """Eight weeks and three days done as planned."""
    sessions = [session for week in plan(athlete, (), MONDAY).weeks for session in week.sessions]
    return tuple(as_planned(session) for session in sessions if session.date < LATER)


def others(past: tuple[Entry, ...], count: int = ROUNDS) -> list[tuple[Entry, ...]]:
    """So many pasts that differ in the length of the first session by less than a second."""
    first, *rest = past
    return [(replace(first, minutes=(first.minutes or 0) + n / 10_000), *rest) for n in range(count)]


def main(out: TextIO = sys.stdout) -> None:
    """Print two lines an athlete."""
    for name, athlete in ATHLETES.items():
        with seldom_collected():
            past = followed(athlete)
            known, unknown = week_ms(athlete, [past] * ROUNDS), week_ms(athlete, others(past))
            out.write(f"{name}: {median_ms(athlete):.2f} ms\n")
        out.write(f"  the present week, in the ninth: {known:.2f} ms, {unknown:.2f} ms with weeks never seen\n")


if __name__ == "__main__":
    main()
