"""Updates: what is confirmed is gone, what is not comes again, and only one reader at a time."""

import asyncio
from collections.abc import Coroutine
from typing import Any

from bot.sandbox import Fault, SandboxServer
from bot.sandbox.methods.receiving import ACTIVE
from bot.sandbox.updates import TERMINATED, TERMINATED_BY_WEBHOOK
from tests.bot.sandbox.wire import Wire
from tests.chats.driver import Person, Sandbox


def texts(updates: list[dict[str, Any]]) -> list[str]:
    return [update["message"]["text"] for update in updates]


async def polling(server: SandboxServer, call: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
    """A poll that has reached the server."""
    arrival = server.faults.add(Fault.slow(0), method="getUpdates")
    task = asyncio.create_task(call)
    await asyncio.wait_for(arrival.arrived.wait(), 5)
    return task


async def test_unconfirmed_updates_come_again(wire: Wire, ana: Person) -> None:
    await ana.says("one")
    first = await wire.result("getUpdates")
    assert texts(first) == ["/start", "one"]
    assert await wire.result("getUpdates") == first


async def test_offset_forgets_everything_below_it(wire: Wire, ana: Person) -> None:
    await ana.says("one")
    first = await wire.result("getUpdates")
    assert texts(await wire.result("getUpdates", offset=first[1]["update_id"])) == ["one"]
    assert texts(await wire.result("getUpdates")) == ["one"]
    assert await wire.result("getUpdates", offset=first[1]["update_id"] + 1) == []


async def test_negative_offset_keeps_only_the_end(wire: Wire, ana: Person) -> None:
    for text in ("one", "two"):
        await ana.says(text)
    assert texts(await wire.result("getUpdates", offset=-1)) == ["two"]
    assert texts(await wire.result("getUpdates")) == ["two"]


async def test_limit_hands_out_the_oldest(wire: Wire, ana: Person) -> None:
    await ana.says("one")
    assert texts(await wire.result("getUpdates", limit=1)) == ["/start"]
    assert len(await wire.result("getUpdates", limit=500)) == 2


async def test_long_poll_answers_as_soon_as_something_is_written(
    wire: Wire, server: SandboxServer, ana: Person
) -> None:
    server.world.updates.clear()
    poll = await polling(server, wire.result("getUpdates", timeout=30))
    assert not poll.done()
    await ana.says("at last")
    assert texts(await asyncio.wait_for(poll, 5)) == ["at last"]


async def test_empty_poll_ends_after_its_timeout(wire: Wire) -> None:
    loop = asyncio.get_running_loop()
    start = loop.time()
    assert await wire.result("getUpdates", timeout=1) == []
    assert 0.9 < loop.time() - start < 5


async def test_second_poll_ends_the_first_with_a_conflict(wire: Wire, server: SandboxServer) -> None:
    first = await polling(server, wire("getUpdates", timeout=30))
    assert await wire.result("getUpdates") == []
    ended = await asyncio.wait_for(first, 5)
    assert (ended["error_code"], ended["description"]) == (409, f"Conflict: {TERMINATED}")


async def test_webhook_ends_a_poll_and_refuses_the_next(wire: Wire, server: SandboxServer) -> None:
    poll = await polling(server, wire("getUpdates", timeout=30))
    await wire.result("setWebhook", url="https://example.org/hook")
    assert (await asyncio.wait_for(poll, 5))["description"] == f"Conflict: {TERMINATED_BY_WEBHOOK}"
    assert await wire.refusal("getUpdates") == f"Conflict: {ACTIVE}"
    await wire.result("deleteWebhook")
    assert await wire.result("getUpdates") == []


async def test_only_allowed_kinds_are_kept_until_told_otherwise(wire: Wire, ana: Person) -> None:
    await wire.result("getUpdates", allowed_updates=["callback_query"])
    await ana.says("not wanted")
    assert texts(await wire.result("getUpdates")) == ["/start"]
    await wire.result("getUpdates", allowed_updates=[])
    await ana.says("wanted")
    assert texts(await wire.result("getUpdates"))[-1] == "wanted"


async def test_undelivered_tap_dies_after_150_seconds(wire: Wire, sandbox: Sandbox, ana: Person) -> None:
    markup = {"inline_keyboard": [[{"text": "Done", "callback_data": "1"}]]}
    await wire.result("sendMessage", chat_id=ana.id, text="Well?", reply_markup=markup)
    await ana.taps("Done")
    await sandbox.clock_forward(seconds=140)
    assert "callback_query" in (await wire.result("getUpdates"))[-1]
    await sandbox.clock_forward(seconds=11)
    assert texts(await wire.result("getUpdates")) == ["/start"]


async def test_messages_wait_for_a_day(wire: Wire, sandbox: Sandbox, ana: Person) -> None:
    await ana.says("anyone?")
    await sandbox.clock_forward(hours=23, minutes=59)
    assert texts(await wire.result("getUpdates")) == ["/start", "anyone?"]
    await sandbox.clock_forward(minutes=2)
    assert await wire.result("getUpdates") == []


async def test_clock_waits_until_a_reading_bot_has_what_was_said(wire: Wire, sandbox: Sandbox, ana: Person) -> None:
    async def read_on() -> list[str]:
        heard, offset = [], 0
        while "late" not in heard:
            for update in await wire.result("getUpdates", offset=offset, timeout=20):
                heard.append(update["message"]["text"])
                offset = update["update_id"] + 1
        await wire.result("getUpdates", offset=offset)
        return heard

    reading = asyncio.create_task(read_on())
    for number in range(20):
        await ana.says(f"{number}")
    await ana.says("late")
    await sandbox.clock_forward(days=7)
    assert await asyncio.wait_for(reading, 5) == ["/start", *map(str, range(20)), "late"]


async def test_two_updates_keep_their_order_and_their_numbers_after_a_lost_answer(
    wire: Wire, server: SandboxServer, ana: Person
) -> None:
    server.faults.add(Fault.broken(), method="getUpdates")
    await ana.says("one")
    async with wire.session.post(f"{server.url}/bot{server.token}/getUpdates") as answer:
        assert (answer.status, answer.content_type) == (502, "text/html")
    assert texts(await wire.result("getUpdates")) == ["/start", "one"]
