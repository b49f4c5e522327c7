"""What a bot goes through: killed at random moments, Telegram failing in every way, prompts falling due meanwhile.

The toll counts what it cost. Nothing may be lost and nothing counted twice; a message may be said twice where nobody
could know whether it had been, and where that happened to it twice, once more with a remark, later.
"""

import asyncio
import json
import os
import signal
import sys
import time
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from sqlmodel import Session, col, select

from bot.sandbox import Fault, SandboxServer
from bot.sandbox.deeds import text_content, write
from bot.words import words_for
from coach.errors import DatabaseError
from storage.athletes import register
from storage.database import Database, open_database
from storage.schema import upgrade
from storage.tables import AthleteState, Log, OutboxMessage, Prompt, PromptState
from tests.chats.balancer import Balancer
from tests.chats.processes import environment, free_port, webhook
from tests.chats.resting import nothing_waits

WRITERS = 5
EACH_KILL = 10
"""Answers given, and athletes falling due, for each kill."""
SPAN = 0.6
"""Seconds of a life between its start and the next kill, at most."""
PATIENCE = 90.0
REMARK = words_for("en")("again.text") + "\n\n"


@dataclass
class Toll:
    """What so many kills cost."""

    kills: int = 0
    answers: int = 0
    runners: int = 0
    kept: Counter[str] = field(default_factory=Counter)
    prompts: Counter[str] = field(default_factory=Counter)
    """Rows of prompts that were said, by the words they should have become."""
    said: Counter[str] = field(default_factory=Counter)
    doubted: set[str] = field(default_factory=set)
    """Words whose call was in doubt once at least, as the outbox remembers them."""
    told_again: Counter[str] = field(default_factory=Counter)
    """What was said with the remark that it may be known."""
    unheard: set[str] = field(default_factory=set)
    """Words that Telegram took, and its answer was lost on the way."""
    out_of_order: int = 0

    @property
    def lost(self) -> int:
        """Answers that were not kept, and athletes without their prompt."""
        answers = sum(not self.kept[f"answer {number}"] for number in range(self.answers))
        return answers + self.runners - len(self.prompts)

    @property
    def doubled(self) -> int:
        """Answers kept twice, and prompts made twice."""
        return sum(count > 1 for count in (*self.kept.values(), *self.prompts.values()))

    @property
    def wanted(self) -> set[str]:
        """Everything that the bot should have said."""
        return {f"heard {words}" for words in self.kept} | set(self.prompts)

    @property
    def repeated(self) -> set[str]:
        """What was said twice."""
        return {words for words in self.wanted if self.said[words] == 2}

    @property
    def groundless(self) -> set[str]:
        """What was said twice though nobody could be in doubt whether it had been said."""
        return self.repeated - self.doubted

    @property
    def excessive(self) -> int:
        """What was said more than twice."""
        return sum(self.said[words] > 2 for words in self.wanted)

    @property
    def unsaid(self) -> set[str]:
        """What was never said, neither as it is nor later with the remark."""
        return {words for words in self.wanted if not self.said[words] and not self.told_again[words]}

    @property
    def saved(self) -> set[str]:
        """What would never have been said but for the remark."""
        return {words for words in self.wanted if self.told_again[words] and not self.said[words]}

    def __str__(self) -> str:
        unheard = len(self.repeated & self.unheard)
        return (
            f"{self.kills} kills, {self.answers} answers and {self.runners} prompts: {self.lost} lost, "
            f"{self.doubled} kept twice, {self.out_of_order} out of order; {len(self.repeated)} said twice ({unheard} "
            f"after a lost answer of Telegram's, {len(self.repeated) - unheard - len(self.groundless)} in flight at a "
            f"kill, {len(self.groundless)} without a reason), {self.excessive} more often; "
            f"{len(self.told_again)} in doubt twice and told once more, {len(self.saved)} of them for the first time; "
            f"{len(self.unsaid)} never said"
        )


@dataclass
class Nest:
    """Bears bots and kills them."""

    process: Process
    alive: list[int] = field(default_factory=list)
    _born: asyncio.Queue[int] = field(default_factory=asyncio.Queue)
    _up: dict[int, asyncio.Event] = field(default_factory=dict)
    _stalled: asyncio.Queue[None] = field(default_factory=asyncio.Queue)

    async def bear(self, variables: Mapping[str, str]) -> int:
        """Start a bot; its process id."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(dict(variables)).encode() + b"\n")
        pid = await asyncio.wait_for(self._born.get(), PATIENCE)
        self.alive.append(pid)
        return pid

    async def is_up(self, pid: int) -> None:
        """Wait until a bot has begun."""
        await asyncio.wait_for(self._event(pid).wait(), PATIENCE)

    async def stalls(self) -> None:
        """Wait until a bot is where it goes no further."""
        await asyncio.wait_for(self._stalled.get(), PATIENCE)

    async def end(self, pid: int, how: signal.Signals = signal.SIGKILL) -> None:
        """Kill one of ours, and see that it is gone."""
        self.alive.remove(pid)
        with suppress(ProcessLookupError):
            os.kill(pid, how)
            while True:
                await asyncio.sleep(0.005)
                os.kill(pid, 0)

    async def listen(self) -> None:
        """Hear what the nest says until it ends."""
        assert self.process.stdout is not None
        while line := (await self.process.stdout.readline()).decode().split():
            if line[0] == "born":
                self._born.put_nowait(int(line[1]))
            elif line[0] == "up":
                self._event(int(line[1])).set()
            elif line[0] == "stalled":
                self._stalled.put_nowait(None)

    def _event(self, pid: int) -> asyncio.Event:
        return self._up.setdefault(pid, asyncio.Event())


@asynccontextmanager
async def nest(folder: Path) -> AsyncIterator[Nest]:
    """A nest that works in a folder; what it bore is killed at the end."""
    variables = environment(None, folder) | {"LOG_LEVEL": "ERROR"}
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.chats.nest",
        cwd=folder,
        env=variables,
        stdin=PIPE,
        stdout=PIPE,
        stderr=DEVNULL,
        start_new_session=True,
    )
    made = Nest(process)
    listening = asyncio.create_task(made.listen())
    try:
        yield made
    finally:
        for pid in list(made.alive):
            await made.end(pid)
        assert process.stdin is not None
        process.stdin.close()
        await process.wait()
        await listening


@dataclass
class Ordeal:
    """One bot, or several replicas of it, behind one way of receiving."""

    server: SandboxServer
    folder: Path
    url: str
    replicas: int = 1
    by_webhook: bool = False
    seed: int = 7
    toll: Toll = field(default_factory=Toll)

    async def endure(self, kills: int) -> Toll:
        """Kill so often, then let everything come to rest, and count."""
        self.dice = Random(self.seed)
        database = open_database(self.url)
        upgrade(database)
        self.people = [self.server.world.add_person(f"Writer{number}") for number in range(WRITERS)]
        self.toll.runners = kills * EACH_KILL
        self._enrol(database)
        self._plan_faults()
        async with AsyncExitStack() as stack:
            self.nest = await stack.enter_async_context(nest(self.folder))
            places = await self._places(stack)
            living = [await self.nest.bear(place) for place in places]
            for _ in range(kills):
                await self._one_kill(places, living)
            self.server.faults.clear()
            await self._rest(database)
            self._writes(f"answer {self.toll.answers}")  # Telegram answers: what waits for that is told
            self.toll.answers += 1
            await self._rest(database)
        self._count(database)
        database.close_now()
        return self.toll

    async def _places(self, stack: AsyncExitStack) -> list[dict[str, str]]:
        """The environment of each replica; behind one webhook a balancer stands before them."""
        known = environment(self.server, self.folder, DATABASE_URL=self.url)
        if not self.by_webhook:
            return [known] * self.replicas
        ports = [free_port() for _ in range(self.replicas)]
        balancer = await stack.enter_async_context(Balancer(ports))
        shared = webhook(balancer.port)
        return [known | shared | {"LISTEN": f"127.0.0.1:{port}"} for port in ports]

    async def _one_kill(self, places: Sequence[dict[str, str]], living: list[int]) -> None:
        number = self.dice.randrange(len(living))
        if self.dice.random() < 0.8:  # else it may be killed before it has begun
            await self.nest.is_up(living[number])
        for _ in range(EACH_KILL):
            self._writes(f"answer {self.toll.answers}")
            self.toll.answers += 1
        await asyncio.sleep(self.dice.random() * SPAN)
        await self.nest.end(living[number])
        living[number] = await self.nest.bear(places[number])
        self.toll.kills += 1

    def _writes(self, words: str) -> None:
        person = self.dice.choice(self.people)
        write(self.server.world, self.server.world.chats[person.id], person, text_content(words))

    def _enrol(self, database: Database) -> None:
        """Runners who fall due one after the other, for as long as the kills may take."""
        now = datetime.now(UTC)
        behind = (now.hour - 12) % 24  # where it is about noon
        zone = f"Etc/GMT+{behind}" if behind <= 12 else f"Etc/GMT-{24 - behind}"
        today = (now - timedelta(hours=behind if behind <= 12 else behind - 24)).date()

        def enrol(session: Session) -> None:
            for person in self.people:
                register(session, person.id, person.id, person.first_name, "en", now)
            for number in range(self.toll.runners):
                runner = self.server.world.add_person(f"Runner{number}")
                runner.has_written = True
                athlete = register(session, runner.id, runner.id, runner.first_name, "en", now)
                athlete.state, athlete.zone, athlete.evening = AthleteState.ACTIVE, zone, False
                athlete.prompt_minute = 11 * 60
                athlete.prompted_on = athlete.reviewed_on = today - timedelta(days=1)
                athlete.next_prompt_at = now + timedelta(seconds=number * SPAN / EACH_KILL)

        database.run_now(enrol)

    def _plan_faults(self) -> None:
        """Telegram as it is on a bad day; ``chance`` is that of each call."""
        faults = self.server.faults
        for fault, chance in (
            (Fault.broken(502), 0.04),
            (Fault.slow(0.3), 0.06),
            (Fault.lost_reply(), 0.02),
            (Fault.dropped(), 0.01),
        ):
            for method in ("sendMessage", "getUpdates", "setWebhook"):
                faults.add(fault, method=method, times=None, chance=chance)
        faults.add(Fault.too_many(1), method="sendMessage", times=None, chance=0.005)

    async def _rest(self, database: Database) -> None:
        end = time.monotonic() + PATIENCE
        rests = False
        while not rests:
            assert time.monotonic() < end, "it never comes to rest"
            await asyncio.sleep(0.1)
            with suppress(DatabaseError):  # the bots keep it busy
                rests = await database.run(self._is_at_rest)

    def _is_at_rest(self, session: Session) -> bool:
        said = session.exec(select(Prompt.id).where(Prompt.state != PromptState.CLAIMED)).all()
        return nothing_waits(session, self.server) and len(said) == self.toll.runners

    def _count(self, database: Database) -> None:
        toll = self.toll

        def read(session: Session) -> None:
            logs = session.exec(select(Log.athlete_id, Log.note).order_by(col(Log.id))).all()
            toll.kept.update(note or "" for _, note in logs)
            last: dict[int, int] = {}
            for athlete, note in logs:
                number = int((note or "").rpartition(" ")[2])
                toll.out_of_order += number < last.get(athlete, -1)
                last[athlete] = number
            prompts = session.exec(select(Prompt).where(Prompt.state == PromptState.SAID))
            toll.prompts.update(f"prompt {prompt.athlete_id} of {prompt.local_date}" for prompt in prompts)
            for row in session.exec(select(OutboxMessage).where(OutboxMessage.in_doubt > 0)):
                toll.doubted.add(str(row.payload.get("text")).removeprefix(REMARK))

        database.run_now(read)
        for answer in self.server.faults.unheard:
            done = json.loads(answer.text or "{}").get("result")
            if isinstance(done, dict) and "text" in done:
                toll.unheard.add(done["text"])
        for chat in self.server.world.chats.values():
            said = [message.content.get("text", "") for message in chat.messages.values() if message.by_bot]
            toll.said.update(said)
            toll.told_again.update(text.removeprefix(REMARK) for text in said if text.startswith(REMARK))
