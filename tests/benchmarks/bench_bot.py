"""Processor time and throughput of the bot against a bare python-telegram-bot echo, over the same local server.

Run it as ``python -m tests.benchmarks.bench_bot``. Three programs answer the same messages of many people: the bare
echo (nothing is kept), our machinery with an echo (everything is kept), and the coach logging workouts. The targets:
at most 1.5 times the bare echo's processor time for each logged workout, at least its throughput.
"""

import asyncio
import os
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import NamedTuple

from bot.clock import MovableClock, SystemClock
from bot.sandbox import SandboxServer
from bot.sandbox.deeds import text_content, write
from storage.athletes import register
from storage.database import open_database
from storage.schema import upgrade
from storage.tables import AthleteState
from tests.benchmarks.bench_start import ROOT, processor_seconds

PEOPLE = 50
EACH = 6
QUIET = 1.0
PROFILE = {
    "goal": "10k",
    "experience": "regular",
    "age": 34,
    "available_days": ["mon", "tue", "thu", "sat", "sun"],
    "weekly_distance_m": 20000,
    "longest_run_m": 8000,
    "start_date": date.today().isoformat(),  # noqa: DTZ011 — any day does
}


class Figures(NamedTuple):
    """What one program needed."""

    milliseconds: float
    """Processor time for one update."""
    per_second: float
    """Updates answered a second."""


def prepare(database: Path, people: list[int]) -> None:
    """A database in which everybody is onboarded."""
    opened = open_database(f"sqlite:///{database}")
    upgrade(opened)

    def fill(session: object) -> None:
        for person in people:
            athlete = register(session, person, person, "Ana", "en", SystemClock().now())  # type: ignore[arg-type]
            athlete.state, athlete.zone, athlete.prompt_minute = AthleteState.ACTIVE, "UTC", 420
            athlete.profile = dict(PROFILE)

    opened.run_now(fill)
    opened.close_now()


async def quiet(server: SandboxServer, at_least: int) -> float:
    """Wait until so many messages were sent and nothing more comes; when the last one came."""
    count, since = -1, time.perf_counter()
    while count < at_least or time.perf_counter() - since < QUIET:
        await asyncio.sleep(0.01)
        if len(server.calls) > count and len(server.calls_of("sendMessage")) != count:
            count, since = len(server.calls_of("sendMessage")), time.perf_counter()
    return since


async def measure(module: str) -> Figures:
    """Let a program answer everybody, first once to warm up, then as often as is measured."""
    with tempfile.TemporaryDirectory() as folder:
        async with SandboxServer(MovableClock()) as server:
            people = [server.world.add_person("Ana") for _ in range(PEOPLE)]
            prepare(Path(folder) / "bench.db", [person.id for person in people])
            known = {
                "PATH": os.environ["PATH"],
                "PYTHONPATH": str(ROOT),
                "TELEGRAM_BOT_TOKEN": server.token,
                "TELEGRAM_API_URL": server.url,
                "DATABASE_URL": f"sqlite:///{Path(folder) / 'bench.db'}",
                "MESSAGES_PER_SECOND": "1000",
            }
            bot = await asyncio.create_subprocess_exec(sys.executable, "-m", module, cwd=folder, env=known)

            def everybody_writes() -> None:
                for person in people:
                    write(server.world, server.world.chats[person.id], person, text_content("5k in 31:20, rpe 4"))

            everybody_writes()
            await quiet(server, PEOPLE)
            sent, worked, began = len(server.calls_of("sendMessage")), processor_seconds(bot.pid), time.perf_counter()
            for _ in range(EACH):
                everybody_writes()
            last = await quiet(server, sent + PEOPLE * EACH)
            worked = processor_seconds(bot.pid) - worked
            bot.terminate()
            await bot.wait()
    return Figures(worked / (PEOPLE * EACH) * 1000, PEOPLE * EACH / (last - began))


async def main() -> None:
    """Print each program's figures and its ratio to the bare echo."""
    bare = None
    for module in ("tests.benchmarks.bare_echo", "tests.chats.echo_bot", "tests.benchmarks.coach_bot"):
        figures = await measure(module)
        bare = bare or figures
        sys.stdout.write(
            f"{module:28} {figures.milliseconds:6.2f} ms ({figures.milliseconds / bare.milliseconds:.2f}x), "
            f"{figures.per_second:6.1f}/s ({figures.per_second / bare.per_second:.2f}x)\n"
        )
        sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(main())
