"""How long planning takes: ``python -m tests.benchmarks.bench_plan``. The promise is 5 ms for 16 weeks (median)."""

import statistics
import sys
import time
from typing import TextIO

from coach.planning import plan
from coach.profile import Goal, Profile
from tests.builders import MONDAY, a_beginner, a_day, an_athlete

ATHLETES: dict[str, Profile] = {
    "general fitness, 5 days": an_athlete(weeks=16),
    "leaner legs, beginner": a_beginner(weeks=16),
    "half marathon, race in week 16": an_athlete(
        goal=Goal.HALF_MARATHON, weeks=16, race_date=a_day(16, "sun"), longest_run_m=12_000
    ),
}
"""Sixteen weeks each."""


def median_ms(athlete: Profile, rounds: int = 100) -> float:
    """Median milliseconds of processor time for one plan."""
    times = []
    for _ in range(rounds):
        begun = time.process_time()
        plan(athlete, (), MONDAY)
        times.append(time.process_time() - begun)
    return 1000 * statistics.median(times)


def main(out: TextIO = sys.stdout) -> None:
    """Print one line an athlete."""
    out.writelines(f"{name}: {median_ms(athlete):.2f} ms\n" for name, athlete in ATHLETES.items())


if __name__ == "__main__":
    main()
