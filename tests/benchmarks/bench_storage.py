"""How fast the house finds who is due, and what it costs to keep many athletes.

    python -m tests.benchmarks.bench_storage [--athletes 1000000] [--due 10000] [--database URL [--filled]]

Without ``--database`` a SQLite file is made in a temporary folder. A given database must be empty; it is filled, unless
``--filled`` says that an earlier run did.
"""

import argparse
import asyncio
import datetime as dt
import gc
import resource
import statistics
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from zoneinfo import ZoneInfo, available_timezones

from sqlalchemy import insert, text, update
from sqlmodel import Session, col

from bot.cli.run import GARBAGE
from scheduler.tick import Ticker
from storage.database import Database, open_database
from storage.schema import upgrade
from storage.tables import Athlete

NOW = dt.datetime(2026, 11, 30, 6, 0, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
ZONES = sorted(available_timezones())[::12]
"""Every twelfth zone: fifty different habits at one moment."""
CHUNK = 50_000
MORNINGS = 5
"""Claims of other athletes each, one after the other: the first finds nothing prepared, and one alone says little."""


@cache
def _minute(zone: str) -> int:
    """The hour at which an athlete of this zone is due now: everybody at the same moment."""
    local = NOW.astimezone(ZoneInfo(zone))
    return local.hour * 60 + local.minute


def _rows(first: int, last: int) -> Iterator[dict[str, object]]:
    for number in range(first, last):
        yield {
            "id": number,
            "telegram_id": number,
            "chat_id": number,
            "name": f"Runner {number}",
            "language": "en",
            "state": "active",
            "profile": {"goal": "leaner_legs", "age": 34},
            "zone": (zone := ZONES[number % len(ZONES)]),
            "prompt_minute": _minute(zone),
            "rest_lines": False,
            "evening": True,
            "slowed": False,
            "prompted_on": NOW.date() - 2 * DAY,
            "reviewed_on": NOW.date() - DAY,
            "next_prompt_at": NOW + DAY + dt.timedelta(seconds=number % 86_400),
            "created_at": NOW,
            "updated_at": NOW,
        }


def _fill(database: Database, count: int) -> None:
    for first in range(1, count + 1, CHUNK):
        rows = list(_rows(first, min(first + CHUNK, count + 1)))
        database.run_now(lambda session, rows=rows: session.connection().execute(insert(Athlete), rows))
    database.run_now(lambda session: session.connection().execute(text("ANALYZE")))


def _make_due(session: Session, after: int, count: int) -> None:
    theirs = col(Athlete.id).between(after + 1, after + count)
    session.exec(update(Athlete).where(theirs).values(next_prompt_at=NOW))


async def _longest_hold(stop: asyncio.Event) -> float:
    """The longest time in seconds for which the event loop did not turn; on a busy machine others hold it too."""
    longest, before = 0.0, time.perf_counter()
    while not stop.is_set():
        await asyncio.sleep(0.001)
        after = time.perf_counter()
        longest, before = max(longest, after - before - 0.001), after
    return longest


async def _measure(database: Database, due: int) -> dict[str, str]:
    handed: list[int] = []

    async def note(prompts: list[int]) -> None:
        handed.extend(prompts)

    async def tick() -> None:
        await ticker.tick(NOW)

    ticker = Ticker(database, lambda: NOW, note)
    await tick()
    idle = [(await _timed(tick)).seconds for _ in range(300)]
    claims: list[_Timing] = []
    for morning in range(MORNINGS):
        await database.run(lambda session, after=morning * due: _make_due(session, after, due))
        claims.append(await _timed(tick))
    seconds, worked = sorted(each.seconds for each in claims), sorted(each.worked for each in claims)
    held = max(each.held for each in claims)
    return {
        "idle tick, median": f"{1e3 * statistics.median(idle):8.2f} ms  (promised: 5)",
        "idle tick, 99 of 100": f"{1e3 * statistics.quantiles(idle, n=100)[98]:8.2f} ms",
        f"claim {len(handed) // MORNINGS}, the first": f"{1e3 * claims[0].seconds:8.0f} ms",
        f"median of {MORNINGS} (least, most)": f"{_three(seconds)} ms  (promised: 250 for 10000)",
        "of it, our processor time": f"{_three(worked)} ms",
        "event loop held at most": f"{1e3 * held:8.1f} ms  (promised: 50)",
        "peak memory": f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MB",
    }


def _three(ordered: list[float]) -> str:
    return f"{1e3 * statistics.median(ordered):8.0f} ({1e3 * ordered[0]:.0f}, {1e3 * ordered[-1]:.0f})"


class _Timing(NamedTuple):
    """What something took, in seconds: by the clock, of the processor, and how long the loop stood still."""

    seconds: float
    worked: float
    held: float


async def _timed(work: Callable[[], Awaitable[None]]) -> _Timing:
    stop = asyncio.Event()
    watch = asyncio.create_task(_longest_hold(stop))
    await asyncio.sleep(0.002)
    began, worked = time.perf_counter(), time.process_time()
    await work()
    seconds, worked = time.perf_counter() - began, time.process_time() - worked
    stop.set()
    return _Timing(seconds, worked, await watch)


def _run(url: str, due: int) -> None:
    database = open_database(url)
    gc.freeze()
    gc.set_threshold(*GARBAGE)  # as the program does
    for name, figure in asyncio.run(_measure(database, due)).items():
        sys.stdout.write(f"{name:32} {figure}\n")
    database.close_now()


def fill(url: str, athletes: int) -> None:
    """Make a database with so many athletes."""
    database = open_database(url)
    upgrade(database)
    _fill(database, athletes)
    database.close_now()


def main() -> None:
    """Fill the database in a process of its own, so that filling does not count as memory, and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--athletes", type=int, default=1_000_000)
    parser.add_argument("--due", type=int, default=10_000)
    parser.add_argument("--database")
    parser.add_argument("--filled", action="store_true")
    given = parser.parse_args()
    with TemporaryDirectory() as folder:
        url = given.database or f"sqlite:///{Path(folder) / 'bench.db'}"
        from multiprocessing import get_context

        if not given.filled:
            filling = get_context("spawn").Process(target=fill, args=(url, given.athletes))
            filling.start()
            filling.join()
        sys.stdout.write(f"{given.athletes} athletes on {url.partition(':')[0]}\n")
        _run(url, given.due)


if __name__ == "__main__":
    main()
