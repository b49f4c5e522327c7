"""The webhook: updates are posted with the secret, in order, until they are taken."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web

from tests.bot.sandbox.wire import Wire
from tests.chats.driver import Person


@dataclass
class Door:
    """The bot's own address: fails as often as told, then takes updates."""

    failures: int = 0
    url: str = ""
    secrets: list[str | None] = field(default_factory=list)
    gates: dict[int, asyncio.Event] = field(default_factory=dict)
    taken: asyncio.Queue[dict[str, Any]] = field(default_factory=asyncio.Queue)

    async def knock(self, request: web.Request) -> web.Response:
        """What the server meets at the address."""
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        if self.failures > 0:
            self.failures -= 1
            return web.Response(status=500)
        update = await request.json()
        if (gate := self.gates.get(update["message"]["chat"]["id"])) is not None:
            await gate.wait()
        await self.taken.put(update)
        return web.Response()

    async def texts(self, count: int) -> list[str]:
        """The texts of the next updates that were taken."""
        updates = [await asyncio.wait_for(self.taken.get(), 5) for _ in range(count)]
        return [update["message"]["text"] for update in updates]


@pytest.fixture
async def door() -> AsyncIterator[Door]:
    made = Door()
    app = web.Application()
    app.router.add_post("/hook", made.knock)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    made.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield made
    await runner.cleanup()


async def test_updates_are_posted_in_order_with_the_secret(wire: Wire, door: Door, ana: Person) -> None:
    await wire.result("setWebhook", url=door.url, secret_token="s3cret-")  # noqa: S106 — made up
    await ana.says("one")
    await ana.says("two")
    assert await door.texts(3) == ["/start", "one", "two"]
    assert set(door.secrets) == {"s3cret-"}
    info = await wire.result("getWebhookInfo")
    assert info["url"] == door.url


async def test_refused_update_is_posted_again(wire: Wire, door: Door, ana: Person) -> None:
    door.failures = 2
    await wire.result("setWebhook", url=door.url)
    await ana.says("one")
    assert await door.texts(2) == ["/start", "one"]
    assert len(door.secrets) == 4
    info = await wire.result("getWebhookInfo")
    assert info["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"


async def test_dropping_pending_updates_forgets_them(wire: Wire, door: Door, ana: Person) -> None:
    await ana.says("old")
    await wire.result("setWebhook", url=door.url, drop_pending_updates=True)
    await ana.says("new")
    assert await door.texts(1) == ["new"]


async def test_removed_webhook_is_called_no_more(wire: Wire, door: Door, ana: Person) -> None:
    await wire.result("setWebhook", url=door.url, drop_pending_updates=True)
    await wire.result("deleteWebhook")
    await ana.says("kept")
    assert [update["message"]["text"] for update in await wire.result("getUpdates")] == ["kept"]
    assert door.secrets == []


async def test_unreachable_address_is_reported(wire: Wire, ana: Person) -> None:
    await wire.result("setWebhook", url="http://127.0.0.1:9/hook")
    await ana.says("hello?")
    info = await wire.result("getWebhookInfo")
    while "last_error_message" not in info:
        info = await wire.result("getWebhookInfo")
    assert info["last_error_message"] == "Connection refused"
    assert info["pending_update_count"] == 2


async def test_slow_chat_does_not_hold_up_the_others(wire: Wire, door: Door, ana: Person) -> None:
    gate = asyncio.Event()
    door.gates[ana.id] = gate
    bo = await ana.sandbox.person("Bo")
    await wire.result("setWebhook", url=door.url)
    await ana.says("second")
    await bo.says("hello from Bo")
    assert await door.texts(1) == ["hello from Bo"]
    gate.set()
    assert await door.texts(2) == ["/start", "second"]
