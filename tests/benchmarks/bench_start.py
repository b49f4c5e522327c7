"""How long the bot takes from its start to its first poll, and what it holds in memory when idle.

    python -m tests.benchmarks.bench_start [--athletes 100000]

The targets: under 2 s, under 120 MB; with 100,000 athletes in the database, none of them due, under 150 MB.
"""

import argparse
import asyncio
import os
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import update

from bot.clock import MovableClock
from bot.sandbox import SandboxServer
from storage.database import open_database
from storage.tables import Athlete
from tests.benchmarks.bench_storage import fill

ROOT = Path(__file__).parents[2]
SETTLE = 3.0
RUNS = 3


def resident_mb(pid: int) -> float:
    """Memory of a process that is in use and its own, in MB (10⁶ bytes)."""
    lines = (Path("/proc") / str(pid) / "status").read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) * 1024 / 1e6


def processor_seconds(pid: int) -> float:
    """Processor time a process has used."""
    fields = (Path("/proc") / str(pid) / "stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def start_once(folder: Path) -> tuple[float, float, float]:
    """Seconds to the first poll, processor seconds of them, and MB when idle; the database is in ``folder``."""
    async with SandboxServer(MovableClock()) as server:
        known = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "TELEGRAM_BOT_TOKEN": server.token,
            "TELEGRAM_API_URL": server.url,
            "DATABASE_URL": f"sqlite:///{folder / 'bench.db'}",
        }
        began = time.perf_counter()
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", cwd=folder, env=known, stdout=asyncio.subprocess.DEVNULL
        )
        while not server.calls_of("getUpdates"):  # noqa: ASYNC110 — the server tells nobody
            await asyncio.sleep(0.005)
        taken, worked = time.perf_counter() - began, processor_seconds(process.pid)
        await asyncio.sleep(SETTLE)
        held = resident_mb(process.pid)
        process.terminate()
        await process.wait()
        return taken, worked, held


def _crowd(url: str, athletes: int) -> None:
    """So many athletes, whose next prompts are a day away."""
    fill(url, athletes)
    database, tomorrow = open_database(url), datetime.now(UTC) + timedelta(days=1)
    database.run_now(lambda session: session.exec(update(Athlete).values(next_prompt_at=tomorrow)))
    database.close_now()


async def main() -> None:
    """Print the figures: the first start makes the database, the others find it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--athletes", type=int, default=0)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if given.athletes:
            await asyncio.to_thread(_crowd, f"sqlite:///{Path(folder) / 'bench.db'}", given.athletes)
        for number in range(RUNS):
            taken, worked, held = await start_once(Path(folder))
            what = "new database" if number == 0 and not given.athletes else "known database"
            sys.stdout.write(f"first poll after {taken:.2f} s ({worked:.2f} s worked), idle {held:.0f} MB, {what}\n")


if __name__ == "__main__":
    asyncio.run(main())
