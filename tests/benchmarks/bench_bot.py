"""Processor time and throughput of the bot against a bare python-telegram-bot echo, over the same local server.

    python -m tests.benchmarks.bench_bot [--people 50] [--database URL]

Programs answer the same number of people, who all write at once, day after day: the bare echo with
python-telegram-bot's defaults (nothing is kept), our machinery with an echo (everything is kept), and the coach. Its
runners are in the fifth week of their plan and log each day's session, most of them near the plan (``regulars``);
the worst case is the same run logged again and again on one day, each of them unplanned and a reason to plan anew.

They take turns, a day each, and each day is compared with the bare echo's beside it: a machine whose speed changes
from one minute to the next is as fast for both. What is printed is the median of the days.

The targets: at most 1.5 times the bare echo's processor time for each logged workout, at least its throughput.
Processor time is the bot's own, user and system, from the first message of a day to the last answer.
With ``--database`` (an empty PostgreSQL) the coach's week is measured there.
"""

import argparse
import asyncio
import datetime as dt
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from bot.clock import MovableClock
from bot.sandbox import SandboxServer
from bot.sandbox.deeds import text_content, write
from storage.tables import PromptKind
from tests.benchmarks.bench_start import ROOT
from tests.benchmarks.regulars import prepare, reports, settled_prompts

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

MONDAY = dt.date(2027, 1, 4)
DAYS = 13
WARM_UP = 1
"""Days that are not counted: whoever runs for weeks is warm."""
QUIET = 0.5
"""Seconds without a message after which everything is said."""
ECHO, MACHINERY, COACH = "tests.benchmarks.bare_echo", "tests.chats.echo_bot", "tests.benchmarks.coach_bot"

Script = Callable[["Stage", int], Iterable[tuple[int, str]]]
"""What everybody writes on a day, counted from 0."""


class Figures(NamedTuple):
    """What one program needed on a day."""

    milliseconds: float
    """Processor time for one update."""
    per_second: float
    """Updates answered a second."""


@dataclass
class Stage:
    """One program in front of its people."""

    server: SandboxServer
    database: str
    people: list[int]
    process: asyncio.subprocess.Process
    dice: Random = field(default_factory=lambda: Random(7))
    days: dict[int, Figures] = field(default_factory=dict)
    """What was needed on each day that counts and on which anybody wrote."""

    async def day(self, day: int, letters: Iterable[tuple[int, str]]) -> None:
        """Everybody writes; wait for the last answer."""
        letters, sent = list(letters), self._sent()
        worked, began = processor_seconds(self.process.pid), time.perf_counter()
        for person, text in letters:
            chat = self.server.world.chats[person]
            write(self.server.world, chat, self.server.world.people[person], text_content(text))
        until, at = await self.quiet(sent + len(letters))
        if letters and day >= WARM_UP:
            self.days[day] = Figures((until - worked) / len(letters) * 1000, len(letters) / (at - began))

    async def quiet(self, at_least: int = 0) -> tuple[float, float]:
        """Wait until so many messages were sent and nothing more comes; processor time and moment of the last."""
        count, since, worked = -1, time.perf_counter(), 0.0
        while count < at_least or time.perf_counter() - since < QUIET:
            await asyncio.sleep(0.005)
            if (sent := self._sent()) != count:
                count, since, worked = sent, time.perf_counter(), processor_seconds(self.process.pid)
        return worked, since

    async def next_morning(self, day: int) -> None:
        """The coach's clock goes on to a day; wait until it has said what is planned, and reviewed the week before."""
        if day % 7 == 0:
            self.process.send_signal(signal.SIGUSR2)
            await self.prompted(day - 1, PromptKind.REVIEW)
        self.process.send_signal(signal.SIGUSR1)
        await self.prompted(day)

    async def prompted(self, day: int, kind: PromptKind = PromptKind.DAILY) -> None:
        """Wait until everybody's prompt of a day is settled."""
        date = MONDAY + dt.timedelta(days=day)
        while settled_prompts(self.database, date, kind) < len(self.people):  # noqa: ASYNC110 — the database tells nobody
            await asyncio.sleep(0.1)
        await self.quiet()

    def _sent(self) -> int:
        return sum(call.method == "sendMessage" for call in self.server.calls)


def processor_seconds(pid: int) -> float:
    """Processor time that a process has used, to the microsecond: the clock that Linux keeps of each process."""
    return time.clock_gettime((~pid << 3) | 2)


def someone(server: SandboxServer) -> int:
    """A person who has written to the bot before, so that it may write first; their number."""
    person = server.world.add_person("Ana")
    person.has_written = True
    return person.id


@asynccontextmanager
async def staged(module: str, people: int, url: str | None) -> "AsyncIterator[Stage]":
    """The program running, its people in the database."""
    with tempfile.TemporaryDirectory() as folder:
        async with SandboxServer(MovableClock()) as server:
            known = [someone(server) for _ in range(people)]
            database = url or f"sqlite:///{Path(folder) / 'bench.db'}"
            prepare(database, known, MONDAY)
            variables = {
                "PATH": os.environ["PATH"],
                "PYTHONPATH": str(ROOT),
                "TELEGRAM_BOT_TOKEN": server.token,
                "TELEGRAM_API_URL": server.url,
                "DATABASE_URL": database,
                "MESSAGES_PER_SECOND": "1000",
                "BENCH_START": f"{MONDAY}T12:00:00+00:00",
            }
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", module, cwd=folder, env=variables, stdout=asyncio.subprocess.DEVNULL
            )
            stage = Stage(server, database, known, process)
            try:
                while not server.calls_of("getUpdates"):  # noqa: ASYNC110 — the server tells nobody
                    await asyncio.sleep(0.01)
                if module == COACH:
                    await stage.prompted(0)
                yield stage
            finally:
                process.terminate()
                await process.wait()


def a_run(stage: Stage, _: int) -> Iterable[tuple[int, str]]:
    """The same run, whatever the day."""
    return [(person, "5k in 31:20, rpe 4") for person in stage.people]


def a_week(stage: Stage, day: int) -> Iterable[tuple[int, str]]:
    """The session of each day."""
    return reports(stage.database, MONDAY + dt.timedelta(days=day), stage.dice)


class Line(NamedTuple):
    """One line of what is printed: a program and what is written to it."""

    name: str
    module: str
    script: Script
    url: str | None = None


async def measure(lines: Sequence[Line], people: int) -> list[Stage]:
    """Let each program answer everybody, day after day, in turns."""
    async with AsyncExitStack() as stack:
        stages = [await stack.enter_async_context(staged(line.module, people, line.url)) for line in lines]
        for day in range(DAYS + WARM_UP):
            for line, stage in zip(lines, stages, strict=True):
                if day and line.script is a_week:
                    await stage.next_morning(day)
                await stage.day(day, line.script(stage, day))
        return stages


def told(name: str, days: Mapping[int, Figures], bare: Mapping[int, Figures]) -> str:
    """The medians of a program's days, and of what they are beside the bare echo's."""
    milliseconds, per_second = (median(each) for each in zip(*days.values(), strict=True))
    dearer = median(each.milliseconds / bare[day].milliseconds for day, each in days.items())
    faster = median(each.per_second / bare[day].per_second for day, each in days.items())
    return f"{name:24} {milliseconds:6.2f} ms ({dearer:5.2f}x), {per_second:6.1f}/s ({faster:.2f}x)\n"


async def main() -> None:
    """Print each program's figures and its ratio to the bare echo."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--database", help="where the coach's week is measured once more: an empty database")
    parser.add_argument("--only", help="measure only the lines whose name holds this, beside the bare echo")
    given = parser.parse_args()
    bare, *others = [
        Line("bare echo", ECHO, a_run),
        Line("machinery with an echo", MACHINERY, a_run),
        Line("coach, a week of logs", COACH, a_week),
        Line("coach, the worst case", COACH, a_run),
    ]
    if given.database:
        others.append(Line("the week, given database", COACH, a_week, given.database))
    lines = [bare, *(line for line in others if not given.only or given.only in line.name)]
    stages = await measure(lines, given.people)
    for line, stage in zip(lines, stages, strict=True):
        sys.stdout.write(told(line.name, stage.days, stages[0].days))


if __name__ == "__main__":
    asyncio.run(main())
