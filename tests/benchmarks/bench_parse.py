"""How many lines of text the log reader reads in a second on one core: ``python -m tests.benchmarks.bench_parse``."""

import sys
import time

from coach.profile import DistanceUnit
from coach.reader import read
from tests.coach.reader.cases import NAMES, TODAY, corpus

PROMISED = 5000
"""Lines a second that the reader promises."""


def lines_a_second(rounds: int = 20) -> tuple[float, float]:
    """Lines read a second, and the longest time one line took in milliseconds (each line in its best round)."""
    texts = [str(case["text"]) for name in NAMES for case in corpus(name)]
    for text in texts:
        read(text, TODAY, DistanceUnit.KM)
    best = dict.fromkeys(texts, 1.0)
    for _ in range(rounds):
        for text in texts:
            before = time.perf_counter()
            read(text, TODAY, DistanceUnit.KM)
            best[text] = min(best[text], time.perf_counter() - before)
    return len(best) / sum(best.values()), 1000 * max(best.values())


if __name__ == "__main__":
    speed, longest = lines_a_second()
    sys.stdout.write(f"{speed:,.0f} lines a second (promised {PROMISED:,}); slowest line {longest:.2f} ms\n")
