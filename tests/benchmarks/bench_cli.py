"""How many profiles and race results a second the command line answers, and that memory stays where it is.

    python -m tests.benchmarks.bench_cli [--profiles 2000] [--results 20000] [--weeks 12]

Figures are per second of this process's CPU, so that a busy machine does not spoil them; wall time stands beside.
Promised: 300 profiles and 5,000 results a second, a 16-week plan in 5 ms (median), constant memory.
"""

import argparse
import json
import random
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from io import TextIOBase
from typing import Any, TextIO, cast

from bot.cli import paces, plan
from coach.documents import read_request
from coach.planning import plan as make_plan

GOALS = ["leaner_legs", "general_fitness", "first_5k", "5k", "10k", "half_marathon", "marathon"]
DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
EXPERIENCE = {"new": (0, 0), "returning": (8, 4), "regular": (28, 11), "experienced": (50, 18)}
"""Kilometres a week and of the longest run."""


class Lines(TextIOBase):
    """Lines made one at a time, as a pipe would hand them over."""

    def __init__(self, make: Callable[[random.Random], dict[str, Any]], count: int) -> None:
        self._make, self._count, self._random = make, count, random.Random(7)

    def __iter__(self) -> Iterator[str]:  # type: ignore[override] # text, as TextIO has it
        return (json.dumps(self._make(self._random)) + "\n" for _ in range(self._count))


class Sink(TextIOBase):
    """Counts what is written and keeps none of it."""

    written = 0

    def write(self, text: str) -> int:
        """Count the characters."""
        self.written += len(text)
        return len(text)


def a_profile(rng: random.Random, weeks: int = 12) -> dict[str, Any]:
    """A random athlete: five days a week on average, half of them with a known race."""
    experience = rng.choice(list(EXPERIENCE))
    weekly, longest = EXPERIENCE[experience]
    race = {"distance_m": 5000, "time_s": rng.randint(1100, 2100)} if weekly and rng.random() < 0.5 else None
    return {
        "goal": rng.choice(GOALS),
        "start_date": "2026-11-30",
        "weeks": weeks,
        "experience": experience,
        "age": rng.randint(16, 80),
        "sex": rng.choice(["female", "male"]),
        "height_cm": rng.randint(150, 195),
        "weight_kg": rng.randint(50, 120),
        "weekly_distance_m": int(weekly * rng.uniform(700, 1300)),
        "longest_run_m": int(longest * rng.uniform(700, 1300)),
        "recent_race": race,
        "available_days": rng.sample(DAYS, rng.randint(3, 7)),
        "max_minutes": {"weekday": rng.randint(30, 90), "weekend": rng.randint(60, 180)},
        "strength_per_week": rng.randint(0, 2),
        "equipment": ["bodyweight"],
        "cross_training": [],
        "health": {"flags": []},
    }


def a_result(rng: random.Random) -> dict[str, Any]:
    """A random race result."""
    distance = rng.choice([5000, 10_000, 21_097])
    return {"distance_m": distance, "time_s": int(distance * rng.uniform(0.2, 0.45))}


def per_second(count: int, work: Callable[[], object]) -> tuple[float, float]:
    """How many a second: of CPU, and of wall time."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return count / (time.process_time() - cpu), count / (time.perf_counter() - wall)


def stream(command: Any, lines: Lines) -> Callable[[], int]:  # noqa: ANN401 - a module with run
    """One run of a command over lines."""
    options = argparse.Namespace(format="json", lang="en")
    return lambda: command.run(options, cast("TextIO", lines), cast("TextIO", Sink()), sys.stderr)


def plan_milliseconds(count: int, weeks: int = 16) -> float:
    """The median CPU time of one plan alone."""
    rng, times = random.Random(5), []
    for _ in range(count):
        request = read_request(a_profile(rng, weeks))
        start = time.process_time()
        make_plan(request.profile, request.history, request.profile.start_date)
        times.append((time.process_time() - start) * 1000)
    return statistics.median(times)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--profiles", type=int, default=2000)
    parser.add_argument("--results", type=int, default=20_000)
    parser.add_argument("--weeks", type=int, default=12)
    asked = parser.parse_args()
    stream(plan, Lines(a_profile, 50))()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    make = lambda rng: a_profile(rng, asked.weeks)  # noqa: E731 - a profile of these weeks
    cpu, wall = per_second(asked.profiles, stream(plan, Lines(make, asked.profiles)))
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    out = sys.stdout.write
    out(f"plan: {cpu:.0f} profiles a CPU second, {wall:.0f} a second by the clock ({asked.weeks} weeks each)\n")
    out(f"plan: peak memory {before:.0f} MB after 50 profiles, {after:.0f} MB after {asked.profiles}\n")
    out(f"plan: {plan_milliseconds(200):.2f} ms median for 16 weeks\n")
    cpu, wall = per_second(asked.results, stream(paces, Lines(a_result, asked.results)))
    out(f"paces: {cpu:.0f} results a CPU second, {wall:.0f} a second by the clock\n")


if __name__ == "__main__":
    main()
