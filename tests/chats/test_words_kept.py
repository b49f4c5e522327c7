"""What somebody typed survives a stop between its arrival and its reading, and is read once."""

import asyncio
from dataclasses import replace

from sqlmodel import func, select

from bot.coaching import ROUTES
from bot.desk import Desk
from bot.incoming import Heard
from coach.errors import DatabaseUnreachable
from storage.sayings import keep_saying
from storage.tables import Log, Saying
from tests.chats.driver import Person
from tests.chats.onboarded import a_runner
from tests.chats.running import House

WORDS = "ran 5k in 31:20, effort 4"


async def test_a_stop_between_the_words_and_their_reading_loses_nothing(house: House, ana: Person) -> None:
    """The process ends after the words were kept and before they were read: nothing of that turn was committed."""
    await a_runner(ana)
    tried = asyncio.Event()
    loop = asyncio.get_running_loop()

    def dying(desk: Desk, heard: Heard) -> None:
        keep_saying(desk.session, desk.athlete_id, desk.chat_id, heard.message_id, heard.text, None, desk.now)
        loop.call_soon_threadsafe(tried.set)
        raise DatabaseUnreachable

    await house.stop()
    house.routes = replace(ROUTES, hear=dying)
    await house.start()
    await ana.says(WORDS)
    await asyncio.wait_for(tried.wait(), 30)
    await house.stop()
    house.routes = None
    await house.start()

    await ana.hears("5 km")
    sayings, logs = await house.program.database.run(
        lambda session: (
            session.exec(select(func.count()).select_from(Saying).where(Saying.text == WORDS)).one(),
            session.exec(select(func.count()).select_from(Log)).one(),
        )
    )
    assert (sayings, logs) == (1, 1)


async def test_words_written_while_the_bot_is_down_are_read_when_it_is_back(house: House, ana: Person) -> None:
    await a_runner(ana)
    await house.stop()
    await ana.says(WORDS)
    await house.start()
    await ana.hears("5 km")


async def test_each_way_of_logging_in_one_chat(ana: Person) -> None:
    """Words, a correction by reply, an edit, the editor in words, delete and undo in words, history in words."""
    await a_runner(ana)
    message = await ana.says("ran 5k in 31:20")
    card = await ana.hears("5 km")
    await ana.says("quite hard")
    assert "effort 7" in (await ana.hears("effort")).text
    await ana.says("5.4 km", reply_to=card)
    await ana.hears("5.4 km")
    await ana.edits(message, "ran 6k in 36:20")
    await ana.hears("6 km")
    await ana.says("edit")
    await ana.hears("What shall I change")
    await ana.says("heart rate")
    await ana.hears("average heart rate")
    await ana.says("900")
    await ana.hears("between 40 and 230")
    await ana.says("148")
    await ana.hears("148")
    await ana.says("delete")
    await ana.hears("Deleted")
    await ana.says("undo")
    await ana.hears("6 km")
    await ana.says("/history runs")
    assert "36:20" in (await ana.hears("Your log")).text
