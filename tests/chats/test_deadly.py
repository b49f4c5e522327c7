"""An update or a prompt over which the process itself ends, every time: it is set aside, and others hear theirs."""

import asyncio
import signal
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import Session

from bot.clock import MovableClock
from bot.sandbox import SandboxServer
from bot.telegram.deaths import MOST
from bot.words import words_for
from storage.athletes import register
from storage.database import open_database
from storage.schema import bring_up_to_date
from storage.tables import AthleteState
from tests.chats.driver import BotMessage, Person, Sandbox
from tests.chats.processes import ECHO, environment, launched, running, told_to_stop

MOST_DEATHS = 4
"""Once in company, where nobody knows which it was, and three times alone."""


@pytest.fixture
async def server() -> AsyncIterator[SandboxServer]:
    """Telegram's stand-in on the machine's own time, as the bot's process is."""
    async with SandboxServer(MovableClock()) as running_:
        yield running_


async def deaths(folder: Path, variables: dict[str, str], answered: asyncio.Task[BotMessage]) -> int:
    """How many processes end before something is answered; the last one is told to stop."""
    for died in range(MOST_DEATHS + 1):
        process = await launched(ECHO, folder, variables)
        end = asyncio.create_task(process.communicate())
        await asyncio.wait({end, answered}, return_when=asyncio.FIRST_COMPLETED)
        if answered.done():
            process.send_signal(signal.SIGTERM)
            await end
            return died
        assert process.returncode == -signal.SIGKILL
    raise AssertionError("it ends every process")


@pytest.mark.slow
async def test_what_ends_the_process_every_time_is_set_aside(server: SandboxServer, tmp_path: Path) -> None:
    variables = environment(server, tmp_path)
    async with Sandbox.at(server.url) as sandbox:
        ana, ben = [await sandbox.person(name) for name in ("Ana", "Ben")]
        async with running(tmp_path, variables) as bot:
            for person in (ana, ben):
                await person.says("/start")
                await person.hears("Hello")
            await told_to_stop(bot)
        await ana.says("drop dead")
        await ana.says("one more")
        await ben.says("good morning")
        last = asyncio.create_task(ana.hears("heard one more", within=120))
        assert 3 <= await deaths(tmp_path, variables, last) <= MOST_DEATHS
        assert (await ben.hears("heard")).text == "heard good morning"
        assert words_for()("error.set_aside") in [message.text for message in await ana.messages()]


@pytest.mark.slow
async def test_a_prompt_that_ends_the_process_every_time_is_given_up(server: SandboxServer, tmp_path: Path) -> None:
    """Mortimer's is deadly to the bot; Ben's, due a moment later, is said in the end."""
    variables = environment(server, tmp_path)
    database = open_database(variables["DATABASE_URL"])
    bring_up_to_date(database)
    async with Sandbox.at(server.url) as sandbox:
        people = [await sandbox.person(name) for name in ("Mortimer", "Ben")]
        for late, person in enumerate(reversed(people)):
            server.world.people[person.id].has_written = True
            database.run_now(lambda session, of=person, ago=late: due(session, of, timedelta(seconds=ago)))
        database.close_now()
        said = asyncio.create_task(people[1].hears("prompt", within=120))
        assert await deaths(tmp_path, variables, said) == MOST
        assert await people[0].messages() == []


def due(session: Session, person: Person, ago: timedelta) -> None:
    """Register somebody whose daily prompt was due so long ago, at noon where they are."""
    now = datetime.now(UTC)
    behind = now.hour - 12
    athlete = register(session, person.id, person.id, person.name, "en", now)
    athlete.state, athlete.zone, athlete.evening = AthleteState.ACTIVE, f"Etc/GMT{behind:+}", False
    athlete.prompt_minute = 11 * 60
    athlete.prompted_on = athlete.reviewed_on = (now - timedelta(hours=behind, days=1)).date()
    athlete.next_prompt_at = now - ago
