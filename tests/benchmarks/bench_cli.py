"""How many profiles and race results a second the command line answers, and that memory stays where it is.

    python -m tests.benchmarks.bench_cli [--profiles 10000] [--results 20000] [--weeks 12]

Every profile is another one. Figures are by the clock, on all processors, and per second of CPU, this process and its
crew together, so that a busy machine does not spoil them. Memory is the most that each of them has ever held, summed
up, what they share counted once for each.
Promised: 300 profiles and 5,000 results a second, a 16-week plan in 5 ms (median), constant memory.
"""

import argparse
import json
import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from io import TextIOBase
from pathlib import Path
from typing import Any, TextIO, cast

from bot.cli import paces, plan
from bot.cli.crew import seldom_collected
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


class Watched(Lines):
    """The same, noting how much memory has been needed when some of them were taken."""

    def __init__(self, make: Callable[[random.Random], dict[str, Any]], count: int, marks: tuple[int, ...]) -> None:
        super().__init__(make, count)
        self._marks, self.peaks = marks, dict[int, float]()

    def __iter__(self) -> Iterator[str]:  # type: ignore[override] # text, as TextIO has it
        for number, line in enumerate(super().__iter__(), start=1):
            if number in self._marks:
                self.peaks[number] = peak_memory()
            yield line


def peak_memory() -> float:
    """Megabytes that this process and its children have needed at most (Linux)."""
    threads = Path("/proc/self/task").glob("*/children")
    children = [child for thread in threads for child in thread.read_text().split()]
    return sum(_peak(process) for process in ("self", *children))


def _peak(process: str) -> float:
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


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
    wall, cpu = time.perf_counter(), cpu_seconds()
    work()
    return count / (cpu_seconds() - cpu), count / (time.perf_counter() - wall)


def cpu_seconds() -> float:
    """CPU time of this process and of those that it has started and that are gone."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


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
    parser.add_argument("--profiles", type=int, default=10_000)
    parser.add_argument("--results", type=int, default=20_000)
    parser.add_argument("--weeks", type=int, default=12)
    asked = parser.parse_args()
    make = lambda rng: a_profile(rng, asked.weeks)  # noqa: E731 - a profile of these weeks
    lines = Watched(make, asked.profiles, (asked.profiles // 10, asked.profiles))
    cpu, wall = per_second(asked.profiles, stream(plan, lines))
    out = sys.stdout.write
    out(f"plan: {cpu:.0f} profiles a CPU second, {wall:.0f} a second by the clock ({asked.weeks} weeks each)\n")
    for count, peak in lines.peaks.items():
        out(f"plan: at most {peak:.0f} MB after {count} profiles, the crew included\n")
    with seldom_collected():
        out(f"plan: {plan_milliseconds(200):.2f} ms median for 16 weeks\n")
    cpu, wall = per_second(asked.results, stream(paces, Lines(a_result, asked.results)))
    out(f"paces: {cpu:.0f} results a CPU second, {wall:.0f} a second by the clock\n")


if __name__ == "__main__":
    main()
