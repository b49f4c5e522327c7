"""How long the bot takes from its start to its first poll, and what it holds in memory when idle.

Run it as ``python -m tests.benchmarks.bench_start``. The targets: under 2 s, under 120 MB.
"""

import asyncio
import os
import sys
import tempfile
import time
from pathlib import Path

from bot.clock import MovableClock
from bot.sandbox import SandboxServer

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


async def main() -> None:
    """Print the figures: the first start makes the database, the others find it."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(RUNS):
            taken, worked, held = await start_once(Path(folder))
            what = "new database" if number == 0 else "known database"
            sys.stdout.write(f"first poll after {taken:.2f} s ({worked:.2f} s worked), idle {held:.0f} MB, {what}\n")


if __name__ == "__main__":
    asyncio.run(main())
