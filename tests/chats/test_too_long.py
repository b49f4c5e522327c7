"""PostgreSQL ends what works or waits for too long: one person's update fails and is set aside, nobody else's waits."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Connection, create_engine, event, make_url, text
from sqlmodel import Session

from bot.cases.operating import deadletter_tapped, deadletters
from bot.clock import MovableClock
from bot.desk import Desk
from bot.incoming import Heard
from bot.program import Program
from bot.sandbox import SandboxServer
from bot.taps import Verb
from storage.athletes import athlete_in_chat
from storage.inbox import dead_letters
from tests.chats.driver import Person, Sandbox
from tests.chats.echo_bot import ECHO, hear
from tests.chats.running import House

pytestmark = pytest.mark.postgres
LIMIT, LOCK = "400ms", "100ms"
"""How long a statement may work and a lock be waited for here; else twenty and ten seconds."""


def slow_over_some_words(desk: Desk, heard: Heard) -> None:
    """Ask the database something that takes it for ever."""
    if heard.text == "think it over":
        desk.session.connection().execute(text("SELECT pg_sleep(60)"))
    hear(desk, heard)


def hurry(program: Program) -> None:
    """Let new connections have the limits of this test, and have no others."""

    def set_limits(connection: Any, _: object) -> None:  # noqa: ANN401 — psycopg's own
        with connection.cursor() as cursor:
            cursor.execute(f"SET statement_timeout = '{LIMIT}'; SET lock_timeout = '{LOCK}'")
        connection.commit()

    event.listen(program.database.engine, "connect", set_limits)
    program.database.engine.dispose()


@pytest.fixture
async def house(server: SandboxServer, clock: MovableClock, own_postgres: str) -> AsyncIterator[House]:
    """A bot on PostgreSQL that has little time, whose operator is the first to write to it."""
    routes = replace(
        ECHO,
        hear=slow_over_some_words,
        orders={"deadletters": deadletters},
        levers={Verb.DEAD_LETTER: deadletter_tapped},
    )
    running = House(server, clock, own_postgres, routes, built=hurry)
    yield await running.start()
    await running.stop()


@pytest.fixture
async def olga(house: House, sandbox: Sandbox) -> Person:
    """The operator."""
    person = await sandbox.person("Olga")
    house.settings = {**house.settings, "admin_ids": frozenset({person.id})}
    await house.restart()
    return person


async def greeted(*people: Person) -> None:
    """They have said hello."""
    for person in people:
        await person.says("/start")
        await person.hears("Hello")


def held(url: str, chat: int) -> Connection:
    """A connection that holds a chat's row, and does not let go."""
    engine = create_engine(make_url(url).set(drivername="postgresql+psycopg"))
    connection = engine.connect()
    connection.execute(text("SELECT 1 FROM conversation WHERE chat_id = :chat FOR UPDATE"), {"chat": chat})
    return connection


async def test_a_statement_without_an_end_costs_its_own_update_and_nothing_else(olga: Person, ana: Person) -> None:
    """Three tries, then its writer is told; who writes meanwhile and what they wrote after it is answered."""
    await greeted(ana, olga)
    await ana.says("think it over")
    await ana.says("behind it")
    await olga.says("meanwhile")
    assert (await olga.hears()).text == "heard meanwhile"
    assert "please try again" in (await ana.hears(within=30)).text
    assert (await ana.hears(within=30)).text == "heard behind it"
    await olga.says("/deadletters")
    heard = await olga.hears("set aside")
    assert "TransactionTooLong" in heard.text
    assert "think" not in heard.text


async def test_a_lock_that_somebody_lets_go_of_costs_nothing(
    house: House, olga: Person, ana: Person, own_postgres: str
) -> None:
    """However often it was waited for in vain: it is no try, and the others are answered meanwhile."""
    await greeted(ana, olga)
    keeper = held(own_postgres, ana.id)
    tries = house.program.house.metrics.updates
    await ana.says("locked out")
    async with asyncio.timeout(30):
        while tries["waiting"] < 4:  # noqa: ASYNC110 — the server tells nobody
            await asyncio.sleep(0.05)
    await olga.says("meanwhile")
    assert (await olga.hears()).text == "heard meanwhile"
    keeper.close()
    keeper.engine.dispose()
    assert (await ana.hears(within=30)).text == "heard locked out"
    assert await house.program.database.run(lambda session: _notes(session, ana.id)) == ["locked out"]
    assert await house.program.database.run(dead_letters) == []


async def test_a_lock_that_nobody_lets_go_of_costs_one_update_and_the_operator_can_have_it_tried_again(
    house: House, olga: Person, ana: Person, own_postgres: str
) -> None:
    """What the lock kept out was not done; afterwards it is, once."""
    house.program.worker.lock_patience = 1.0
    await greeted(ana, olga)
    keeper = held(own_postgres, ana.id)
    await ana.says("locked out")
    await ana.hears("please try again", within=30)
    keeper.close()
    keeper.engine.dispose()
    (dead,) = await house.program.database.run(dead_letters)
    assert dead.attempts == 3
    await olga.says("/deadletters")
    await olga.taps("Retry 1", on=await olga.hears("set aside"))
    assert (await ana.hears(within=30)).text == "heard locked out"
    assert await house.program.database.run(lambda session: _notes(session, ana.id)) == ["locked out"]


def _notes(session: Session, chat: int) -> list[str]:
    athlete = athlete_in_chat(session, chat)
    assert athlete is not None
    rows = session.connection().execute(text("SELECT note FROM log WHERE athlete_id = :id"), {"id": athlete.id})
    return list(rows.scalars())
