"""The webhook: the same bot, called by Telegram instead of asking; and the operator's page beside it."""

import asyncio
from collections.abc import AsyncIterator
from io import BytesIO

import aiohttp
import pytest

from bot.clock import MovableClock
from bot.sandbox import SandboxServer
from bot.telegram.webhook import BODY_LIMIT, SECRET_HEADER
from tests.chats.driver import Person
from tests.chats.echo_bot import ECHO
from tests.chats.processes import free_port
from tests.chats.running import House

SECRET = "only-telegram-knows"  # noqa: S105 — it opens nothing


@pytest.fixture
async def house(server: SandboxServer, clock: MovableClock, database_url: str) -> AsyncIterator[House]:
    """A bot with a webhook and an operator's page."""
    port, page = free_port(), free_port()
    settings = {
        "webhook_url": f"http://127.0.0.1:{port}/telegram",
        "webhook_secret": SECRET,
        "listen": ("127.0.0.1", port),
        "metrics_listen": ("127.0.0.1", page),
    }
    running = await House(server, clock, database_url, ECHO, settings).start()
    yield running
    await running.stop()


async def posted(house: House, body: bytes, **headers: str) -> int:
    """The status of a call of the webhook."""
    url = str(house.settings["webhook_url"])
    async with aiohttp.ClientSession() as session, session.post(url, data=BytesIO(body), headers=headers) as answer:
        return answer.status


async def page(house: House, path: str) -> tuple[int, str]:
    """A page for the operator."""
    host, port = house.program.house.settings.metrics_listen or ("", 0)
    async with aiohttp.ClientSession() as session, session.get(f"http://{host}:{port}{path}") as answer:
        return answer.status, await answer.text()


async def test_the_webhook_is_set_with_its_secret_and_answers(house: House, ana: Person) -> None:
    await ana.says("/start")
    await ana.hears("Hello")
    await ana.says("one")
    assert (await ana.hears()).text == "heard one"
    assert house.server.world.webhook.secret == SECRET
    assert not house.server.calls_of("getUpdates")


@pytest.mark.parametrize("shown", [{}, {SECRET_HEADER: "guessed"}, {SECRET_HEADER: ""}, {SECRET_HEADER: "é"}])
async def test_nobody_without_the_secret_is_let_in(house: House, ana: Person, shown: dict[str, str]) -> None:
    await ana.says("/start")
    await ana.hears("Hello")
    assert await posted(house, b'{"update_id": 1}', **shown) == 403


async def test_a_secret_in_another_encoding_is_no_secret(house: House, ana: Person) -> None:
    await ana.says("/start")
    await ana.hears("Hello")
    reader, writer = await asyncio.open_connection(*house.program.house.settings.listen)
    writer.write(b"POST /telegram HTTP/1.1\r\nHost: here\r\nContent-Length: 0\r\n")
    writer.write(SECRET_HEADER.encode() + b": \xe9\r\n\r\n")
    assert b" 403 " in await reader.readline()
    writer.close()
    await writer.wait_closed()


async def test_what_is_no_update_or_too_large_is_refused(house: House, ana: Person) -> None:
    await ana.says("/start")
    await ana.hears("Hello")
    known = {SECRET_HEADER: SECRET}
    assert await posted(house, b"no json", **known) == 400
    assert await posted(house, b"[]", **known) == 400
    assert await posted(house, b'{"update_id": "1"}', **known) == 400
    assert await posted(house, b" " * (BODY_LIMIT + 1), **known) == 413


async def test_the_same_update_twice_counts_once(house: House, ana: Person) -> None:
    await ana.says("/start")
    await ana.hears("Hello")
    body = b'{"update_id": 100000001, "message": {}}'
    assert await posted(house, body, **{SECRET_HEADER: SECRET}) == 200
    await ana.says("one")
    assert (await ana.hears()).text == "heard one"


async def test_polling_takes_the_webhook_away(house: House, ana: Person) -> None:
    await ana.says("/start")
    await ana.hears("Hello")
    await house.stop()
    house.settings = {}
    await house.start()
    await ana.says("one")
    assert (await ana.hears()).text == "heard one"
    assert house.server.world.webhook.url == ""


async def test_the_operator_sees_what_happened_and_what_waits(house: House, ana: Person) -> None:
    await ana.says("/start")
    await ana.hears("Hello")
    status, text = await page(house, "/metrics")
    assert status == 200
    assert 'legwork_sends_total{outcome="sent"}' in text
    assert 'legwork_updates_total{outcome="handled"}' in text
    for name in ("inbox_waiting", "inbox_age_seconds", "prompts_late", "handling_seconds_count", "database_up"):
        assert f"legwork_{name}" in text
    assert "Ana" not in text


async def test_the_bot_says_whether_it_lives_and_works(house: House, ana: Person) -> None:
    await ana.says("/start")
    await ana.hears("Hello")
    assert await page(house, "/healthz") == (200, "ok\n")
    assert await page(house, "/readyz") == (200, "ok\n")
