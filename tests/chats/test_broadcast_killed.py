"""``/broadcast`` to many while the bot is killed with ``kill -9`` again and again: everybody hears it, and once.

Twice only where the documented exception allows it: the call was in flight at a kill. The batches themselves are
tested in ``tests/bot/test_broadcasting.py``; here processes die, the operator's tap included.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from random import Random

import pytest
from sqlmodel import Session, col, delete, select

from bot.clock import MovableClock
from bot.sandbox import SandboxServer
from bot.telegram.sender import RECORD
from storage.athletes import register
from storage.database import Database, open_database
from storage.doubt import MOST_IN_DOUBT
from storage.tables import Broadcast, BroadcastState, Lease, OutboxMessage
from tests.chats.driver import Person, Sandbox
from tests.chats.ordeal import Nest, nest
from tests.chats.processes import environment
from tests.databases import ON_BOTH
from tests.depth import DEPTH

pytestmark = pytest.mark.slow
LISTENERS = 400
KILLS = {"sqlite": max(4, round(4 * DEPTH)), "postgresql": max(2, round(2 * DEPTH))}
"""How often it dies."""
PATIENCE = 60.0
WORDS = "Away tonight, back at 22:00"


@pytest.fixture
async def server() -> AsyncIterator[SandboxServer]:
    """Telegram's stand-in on the machine's own time, as the bot's processes are."""
    async with SandboxServer(MovableClock()) as running:
        yield running


def enrol(database: Database, server: SandboxServer, operator: int) -> list[int]:
    """Many who listen; their chats."""
    now = server.world.clock.now()
    people = [server.world.add_person(f"Listener{number}") for number in range(LISTENERS)]

    def work(session: Session) -> None:
        for person in people:
            person.has_written = True
            register(session, person.id, person.id, person.first_name, "en", now)
        register(session, operator, operator, "Olga", "en", now)

    database.run_now(work)
    return [person.id for person in people]


def heard(server: SandboxServer, chat: int) -> int:
    """How often a chat has got the words."""
    messages = server.world.chats[chat].messages.values()
    return sum(message.by_bot and message.content.get("text") == WORDS for message in messages)


async def killed_again_and_again(
    bots: Nest, variables: dict[str, str], server: SandboxServer, chats: list[int], dice: Random
) -> None:
    """Lives that end when so many have heard it, and one that stays."""
    kills = KILLS["sqlite" if variables["DATABASE_URL"].startswith("sqlite") else "postgresql"]
    for target in sorted(dice.sample(range(LISTENERS * 9 // 10), kills)):
        pid = await bots.bear(variables)
        async with asyncio.timeout(PATIENCE):
            while sum(heard(server, chat) for chat in chats) <= target:  # noqa: ASYNC110 — another process sets no event of ours
                await asyncio.sleep(0.003)
        await bots.end(pid)
        forget_leases(variables)
    await bots.is_up(await bots.bear(variables))


def forget_leases(variables: dict[str, str]) -> None:
    """As if the eight seconds had passed for which a dead bot still leads; ``test_replicas`` waits for them."""
    database = open_database(variables["DATABASE_URL"])
    database.run_now(lambda session: session.exec(delete(Lease).where(col(Lease.name) != RECORD)))
    database.close_now()


async def confirmed(bots: Nest, variables: dict[str, str], olga: Person) -> None:
    """The operator writes it and taps Send; the bot dies with the tap on its way."""
    pid = await bots.bear(variables)
    await bots.is_up(pid)
    await olga.says(f"/broadcast {WORDS}")
    asked = await olga.hears("how it will look", within=30)
    await olga.taps(asked.inline_labels[0], on=asked)
    await bots.end(pid)
    forget_leases(variables)


def in_flight_at_a_kill(session: Session) -> Counter[int]:
    """How often the end of a chat's call was not learnt."""
    rows = session.exec(select(OutboxMessage).where(OutboxMessage.in_doubt > 0)).all()
    return Counter({row.chat_id or 0: row.in_doubt for row in rows})


@ON_BOTH
async def test_a_broadcast_that_is_killed_again_and_again_misses_nobody(
    server: SandboxServer, tmp_path: Path, database_url: str
) -> None:
    database = open_database(database_url)
    async with Sandbox.at(server.url) as sandbox, nest(tmp_path) as bots:
        olga = await sandbox.person("Olga")
        chats = enrol(database, server, olga.id)
        variables = environment(server, tmp_path, DATABASE_URL=database_url, ADMIN_IDS=str(olga.id))
        await confirmed(bots, variables, olga)
        await killed_again_and_again(bots, variables, server, chats, Random(11))
        await olga.hears("The broadcast is over", within=PATIENCE)
    doubts = database.run_now(in_flight_at_a_kill)
    ended = database.run_now(lambda session: session.exec(select(Broadcast.state)).all())
    database.close_now()
    counts = {chat: heard(server, chat) for chat in chats}
    assert {chat for chat, count in counts.items() if count == 0 and doubts[chat] < MOST_IN_DOUBT} == set()
    assert {chat for chat, count in counts.items() if count > 1 + doubts[chat] or count > 2} == set()
    assert sum(counts.values()) >= LISTENERS - sum(doubts[chat] >= MOST_IN_DOUBT for chat in chats)
    assert ended == [BroadcastState.DONE]
