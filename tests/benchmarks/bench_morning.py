"""How long somebody who writes waits while ten thousand prompts are made and go out: the whole bot, at Telegram's pace.

    python -m tests.benchmarks.bench_morning [--due 10000] [--letters 30] [--database URL]

A few runners are made as ``bench_bot`` makes them and copied, each with a profile of their own, so that no two plans
are alike. All are due at the moment the bot starts; meanwhile others log a run, one after the other. The target: one
second from the message to its answer. A given database must be empty; it is filled.
"""

import argparse
import asyncio
import datetime as dt
import os
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from sqlalchemy import text
from sqlmodel import Session, col, select

from bot.clock import MovableClock
from bot.sandbox import SandboxServer
from bot.sandbox.deeds import text_content, write
from storage.database import open_database
from storage.tables import Athlete, Log, SentWeek
from tests.benchmarks.bench_bot import COACH, MONDAY, processor_seconds, someone
from tests.benchmarks.bench_start import ROOT
from tests.benchmarks.regulars import prepare

SEVEN = dt.datetime.combine(MONDAY, dt.time(7), dt.UTC)
MODELS = 20
"""Runners who are made; the others are copies of them."""
PAUSE = 1.0
"""Seconds between two letters."""
PATIENCE = 60.0
PROMISED = 1.0


def fill(url: str, people: Sequence[int], writers: Sequence[int]) -> None:
    """Everybody in the database: ``people`` due now, ``writers`` prompted already."""
    prepare(url, [*people[:MODELS], *writers], MONDAY)
    database = open_database(url)
    database.run_now(lambda session: _multiply(session, people))

    def set_clocks(session: Session) -> None:
        for athlete in session.exec(select(Athlete)):
            is_writer = athlete.telegram_id in writers
            athlete.prompted_on = MONDAY if is_writer else MONDAY - dt.timedelta(days=1)
            athlete.next_prompt_at, athlete.reviewed_on = (None if is_writer else SEVEN), MONDAY
            athlete.profile = (athlete.profile or {}) | {"weekly_distance_m": 15_000 + (athlete.id or 0) % 9_973}

    database.run_now(set_clocks)
    database.close_now()


def _multiply(session: Session, people: Sequence[int]) -> None:
    models = session.exec(select(Athlete).where(col(Athlete.telegram_id).in_(people[:MODELS]))).all()
    for table, owner in ((Athlete, "id"), (SentWeek, "athlete_id"), (Log, "athlete_id")):
        names = [column.name for column in table.__table__.columns if column.name != "id"]  # type: ignore[attr-defined]
        for number, model in enumerate(models):
            copies = people[MODELS + number :: MODELS]
            _copy(session, table.__tablename__, owner, names, model, copies)


def _copy(session: Session, table: str, owner: str, names: list[str], model: Athlete, copies: Sequence[int]) -> None:
    if owner == "id":
        changed = {"telegram_id": ":who", "chat_id": ":who"}
    else:
        changed = {owner: "(SELECT id FROM athlete WHERE telegram_id = :who)", "prompt_id": "NULL", "saying_id": "NULL"}
    wanted = ", ".join(changed.get(name, name) for name in names)
    statement = f"INSERT INTO {table} ({', '.join(names)}) SELECT {wanted} FROM {table} WHERE {owner} = :model"  # noqa: S608 — ours
    if copies:
        session.connection().execute(text(statement), [{"who": who, "model": model.id} for who in copies])


@asynccontextmanager
async def running(server: SandboxServer, url: str, folder: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """The coach, its limits on."""
    variables = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "TELEGRAM_BOT_TOKEN": server.token,
        "TELEGRAM_API_URL": server.url,
        "DATABASE_URL": url,
        "LOG_LEVEL": "ERROR",
        "BENCH_START": SEVEN.isoformat(),
        "BENCH_PACE": "1",
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", COACH, cwd=folder, env=variables, stdout=asyncio.subprocess.DEVNULL
    )
    try:
        yield process
    finally:
        process.terminate()
        await process.wait()


def _heard(server: SandboxServer, chat: int) -> int:
    return sum(message.by_bot for message in server.world.chats[chat].messages.values())


async def wait_for_answer(server: SandboxServer, person: int, pid: int) -> tuple[float, float]:
    """Write a log; the seconds until the bot has answered, and those of its processor time among them."""
    chat, before, began = server.world.chats[person], _heard(server, person), time.perf_counter()
    worked = processor_seconds(pid)
    write(server.world, chat, server.world.people[person], text_content("5k in 31:20, rpe 4"))
    while _heard(server, person) == before:
        assert time.perf_counter() - began < PATIENCE, "no answer"
        await asyncio.sleep(0.005)
    return time.perf_counter() - began, processor_seconds(pid) - worked


async def measure(due: int, letters: int, given: str | None) -> dict[str, str]:
    """Who writes, before and while everybody is prompted."""
    with tempfile.TemporaryDirectory() as folder:
        async with SandboxServer(MovableClock()) as server:
            people = [someone(server) for _ in range(due)]
            writers = [someone(server) for _ in range(10)]
            url = given or f"sqlite:///{Path(folder) / 'bench.db'}"
            await asyncio.to_thread(fill, url, people, writers)
            async with running(server, url, folder) as process:
                while not any(_heard(server, person) for person in people):  # noqa: ASYNC110 — nobody tells
                    await asyncio.sleep(0.05)
                began, worked = time.perf_counter(), processor_seconds(process.pid)
                waits = []
                for number in range(letters):
                    waits.append(await wait_for_answer(server, writers[number % len(writers)], process.pid))
                    await asyncio.sleep(PAUSE)
                seconds, worked = time.perf_counter() - began, processor_seconds(process.pid) - worked
            prompted = sum(bool(_heard(server, person)) for person in people)
    by_clock, by_processor = ([wait[side] for wait in waits] for side in (0, 1))
    return {
        "an answer, by the clock": f"{statistics.median(by_clock):.2f} s, at most {max(by_clock):.2f} (promised: 1)",
        "the bot's work meanwhile": f"{statistics.median(by_processor):.2f} s, at most {max(by_processor):.2f}",
        "over the promise": f"{sum(wait > PROMISED for wait in by_clock)} of {letters}",
        "prompted meanwhile": f"{prompted} of {due}, {prompted / seconds:.1f} a second",
        "the bot had": f"{worked / seconds:.2f} of one core",
        "for each prompt": f"{(worked - sum(by_processor)) / max(1, prompted) * 1000:.1f} ms of processor time",
    }


def main() -> None:
    """Print how long people waited."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--due", type=int, default=10_000)
    parser.add_argument("--letters", type=int, default=30)
    parser.add_argument("--database")
    given = parser.parse_args()
    for name, figure in asyncio.run(measure(given.due, given.letters, given.database)).items():
        sys.stdout.write(f"{name:26} {figure}\n")


if __name__ == "__main__":
    main()
