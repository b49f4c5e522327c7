"""``kill -9`` between what people sent and its reading, and in the middle of a guided session: all counts, once."""

import asyncio
import datetime as dt
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TypeVar

import pytest
from sqlmodel import Session, col, select

from bot.sandbox import Fault
from storage.tables import ActivityFile, FileState, Log, Saying
from tests.activities.outings import an_outing
from tests.activities.writing import as_fit
from tests.chats.conftest import MONDAY
from tests.chats.driver import BotMessage, Person
from tests.chats.onboarded import a_runner
from tests.chats.ordeal import Nest, nest
from tests.chats.processes import environment
from tests.chats.running import House, asked
from tests.chats.test_files import picture_and_card
from tests.chats.test_guided import at_the_gym, hears_step

PATIENCE = 60.0
WORDS = "ran 5k in 31:20, effort 4"
NOON = MONDAY + dt.timedelta(hours=4)
LIVES = 6
TEMPORARY = "temporary"

Answer = TypeVar("Answer")


@dataclass
class Lives:
    """Lives of the coach as a process, one after the other, on the database of the house, which is empty meanwhile.

    What ends one is ``kill -9``.
    """

    bots: Nest
    variables: dict[str, str]

    @asynccontextmanager
    async def __call__(self, stalls: str = "") -> AsyncIterator[None]:
        pid = await self.bots.bear(self.variables | {"COACH_STALLS": stalls})
        await self.bots.is_up(pid)
        yield
        if stalls:
            await self.bots.stalls()
        await self.bots.end(pid)


@pytest.fixture
async def life(house: House, tmp_path: Path) -> AsyncIterator[Lives]:
    place = tmp_path / TEMPORARY
    place.mkdir()
    variables = environment(house.server, tmp_path, TMPDIR=str(place), **variables_of(house))
    async with nest(tmp_path) as bots:
        yield Lives(bots, variables)
    await house.start()


def variables_of(house: House) -> dict[str, str]:
    """What a coach of its own process has to know."""
    return {"DATABASE_URL": house.url, "COACH_CLOCK": NOON.isoformat()}


def rows(house: House, *tables: type) -> list[int]:
    """How many rows some tables have."""
    return asked(house, lambda session: [len(session.exec(select(table)).all()) for table in tables])


@pytest.mark.slow
@pytest.mark.parametrize("where", ["before words", "kept words"])
async def test_killed_between_the_words_and_their_reading_they_are_read_once(
    house: House, ana: Person, life: Lives, where: str
) -> None:
    await a_runner(ana)
    await house.stop()
    said = rows(house, Saying)[0]
    async with life(where):
        await ana.says(WORDS)
    assert rows(house, Log) == [0]
    async with life():
        assert "effort 4" in (await ana.hears("5 km", within=PATIENCE)).text
    assert rows(house, Log, Saying) == [1, said + 1]


@pytest.mark.slow
async def test_killed_between_the_question_and_its_answer_a_run_told_twice_counts_once(
    house: House, ana: Person, life: Lives
) -> None:
    """Killed when the question was asked, and again as soon as its answer is on its way."""
    await a_runner(ana)
    await house.stop()
    async with life():
        await ana.says(WORDS)
        await ana.hears("effort 4", within=PATIENCE)
        await ana.says("5.2k in 32 min this morning")
        question = await ana.hears("Is this the run I already have?", within=PATIENCE)
    assert standing(house) == [5000, 5200]
    async with life():
        await ana.taps("Same run", on=question)
    async with life():
        await ana.hears("so it counts once", within=PATIENCE)
        assert "effort 4" in (await ana.hears("5.2 km")).text
    assert standing(house) == [5200]
    assert rows(house, Log) == [2]


def standing(house: House) -> list[int | None]:
    """The metres of every log that counts, oldest first."""
    found = select(Log.distance_m).where(col(Log.deleted_at).is_(None)).order_by(col(Log.id))
    return asked(house, lambda session: list(session.exec(found)))


@pytest.mark.slow
@pytest.mark.parametrize("where", ["fetching", "settling"])
async def test_killed_between_a_file_and_its_reading_it_is_read_once(
    house: House, ana: Person, life: Lives, where: str, tmp_path: Path
) -> None:
    """Killed while it is on its way from Telegram, or when it was read and nothing was made of it yet.

    What was fetched of it lies about until the next life, and no longer.
    """
    await a_runner(ana)
    await house.stop()
    held = house.server.faults.add(Fault.held(), method="file", times=1) if where == "fetching" else None
    async with life("" if held else where):
        await ana.sends_file("run.fit", as_fit(an_outing(1800, started=MONDAY)), caption="effort 6")
        if held:
            await asyncio.wait_for(held.arrived.wait(), PATIENCE)
    assert rows(house, Log, ActivityFile) == [0, 1]
    left = list((tmp_path / TEMPORARY).glob("*/*"))
    assert left
    async with life():
        _, card = await picture_and_card(ana)
        assert "effort 6" in card.text
        assert not any(file.exists() for file in left)
    assert rows(house, Log, ActivityFile) == [1, 1]
    assert sum(message.photo is not None for message in await ana.messages()) == 1


@pytest.mark.slow
async def test_a_guided_session_killed_at_every_step_keeps_each_set_once(
    house: House, ana: Person, life: Lives
) -> None:
    """Killed as soon as a tap is on its way, again and again; the next life goes on where the last one was."""
    heard = await at_the_gym(ana)
    await house.stop()
    for label in ("Ready ✓", "Done set ✓", "Skip rest ›", "Done set ✓"):
        heard = await tapped_and_killed(ana, life, heard, label)
    async with life():
        await ana.says("stop")
        await ana.hears("your 2 sets count", within=PATIENCE)
        await ana.says("6")
        card = await ana.hears("effort 6")
    assert "Squats 2 × 12" in card.text
    assert rows(house, Log) == [1]


async def tapped_and_killed(ana: Person, life: Lives, on: BotMessage, label: str) -> BotMessage:
    """A life that ends with a tap whose answer nobody has seen, and one in which it is seen."""
    async with life():
        await ana.taps(label, on=on)
    async with life():
        return await hears_step(ana)


@pytest.mark.slow
async def test_killed_at_random_moments_every_message_and_file_becomes_one_log(
    house: House, ana: Person, tmp_path: Path
) -> None:
    await a_runner(ana)
    await house.stop()
    dice = Random(4)
    variables = environment(house.server, tmp_path, **variables_of(house))
    async with nest(tmp_path) as nursery:
        for number in range(LIVES):
            process = await nursery.bear(variables)
            await nursery.is_up(process)
            await ana.says(f"walked {20 + number} min, effort 2")
            run = an_outing(1200 + 60 * number, every=5, started=MONDAY - dt.timedelta(days=number + 1))
            await ana.sends_file(f"{number}.fit", as_fit(run), caption="effort 3")
            await asyncio.sleep(dice.random() * 1.2)
            await nursery.end(process)
        process = await nursery.bear(variables)
        await settled(house)
        await nursery.end(process)
    assert logged(house) == sorted([*(20.0 + n for n in range(LIVES)), *(20.0 + n for n in range(LIVES))])
    await house.start()


async def settled(house: House) -> None:
    """Wait until every word is kept and every file settled."""
    waits = True
    async with asyncio.timeout(PATIENCE):
        while waits:
            await asyncio.sleep(0.1)
            waits = asked(house, still_waits)


def still_waits(session: Session) -> bool:
    """Whether words or files are still to be heard."""
    heard = session.exec(select(Saying.text).where(col(Saying.text).startswith("walked"))).all()
    files = session.exec(select(ActivityFile.state)).all()
    return len(heard) < LIVES or len(files) < LIVES or FileState.WAITING in files


def logged(house: House) -> list[float]:
    """The minutes of every log, the shortest first."""
    return sorted(asked(house, lambda session: [log.minutes or 0.0 for log in session.exec(select(Log))]))
