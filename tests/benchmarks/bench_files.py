"""``python -m tests.benchmarks.bench_files``: what reading an activity file costs, in a process of its own.

A GPX of 20 MB, a FIT of six hours at one sample a second, and an ordinary run; processor time and peak memory.
"""

import asyncio
import resource
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from bot.activities.order import Order
from bot.activities.reading import Readers
from tests.activities.outings import NOW, an_outing
from tests.activities.writing import as_fit, as_gpx

MEGABYTE = 1024 * 1024
POINT_BYTES = 212
"""Bytes of a point as ``as_gpx`` writes it."""


def big_gpx() -> bytes:
    """A GPX as large as Telegram hands out: a day and a half at walking speed."""
    seconds = 20 * MEGABYTE // POINT_BYTES - 100
    return as_gpx(an_outing(seconds, 1.0))


FILES: dict[str, Callable[[], bytes]] = {
    "FIT, 1 hour": lambda: as_fit(an_outing(3600, 2.8, metres=True)),
    "FIT, 6 hours": lambda: as_fit(an_outing(6 * 3600, 2.4, metres=True)),
    "GPX, 20 MB": big_gpx,
}


async def read(path: Path, *, draw: bool) -> str:
    """Read one file; what became of it."""
    async with Readers() as readers:
        outcome = await readers.read(Order(str(path), NOW.timestamp() + 10**7, draw=draw))
    return outcome.reason or "read"


def measure(name: str, folder: Path) -> None:
    """Print what one file costs: each in a child of this process, whose peak is the largest so far."""
    path = folder / "activity"
    path.write_bytes(FILES[name]())
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    outcome = asyncio.run(read(path, draw=True))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    size = path.stat().st_size / MEGABYTE
    sys.stdout.write(f"{name:14} {size:5.1f} MB  {outcome:10} {seconds:5.2f} s  {after.ru_maxrss / 1024:4.0f} MB\n")


def main() -> None:
    """Measure every file, the small ones first."""
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty"
        empty.write_bytes(b"nothing")
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        asyncio.run(read(empty, draw=False))
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        sys.stdout.write(f"start and end of a process: {start:.2f} s, {after.ru_maxrss / 1024:.0f} MB\n")
        for name in FILES:
            measure(name, Path(folder))


if __name__ == "__main__":
    main()
