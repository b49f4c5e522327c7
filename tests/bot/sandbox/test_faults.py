"""Faults: each does what it says, to the calls it was meant for, as often as it was told."""

import asyncio

import aiohttp
import pytest

from bot.sandbox import Fault, SandboxServer
from tests.bot.sandbox.wire import Wire
from tests.chats.driver import Person, Sandbox


async def test_too_many_requests_says_how_long_to_wait(wire: Wire, server: SandboxServer) -> None:
    server.faults.add(Fault.too_many(retry_after=7), method="getMe")
    refused = await wire("getMe")
    assert (refused["error_code"], refused["parameters"]) == (429, {"retry_after": 7})
    assert (await wire("getMe"))["ok"]


async def test_refusal_changes_nothing(wire: Wire, server: SandboxServer, ana: Person) -> None:
    server.faults.add(Fault.refused(500, "Internal Server Error"), method="sendMessage")
    assert await wire.refusal("sendMessage", chat_id=ana.id, text="x") == "Internal Server Error"
    assert len(await ana.messages()) == 1


async def test_dropped_connection_was_never_carried_out(wire: Wire, server: SandboxServer, ana: Person) -> None:
    server.faults.add(Fault.dropped(), method="sendMessage")
    with pytest.raises(aiohttp.ClientError):
        await wire("sendMessage", chat_id=ana.id, text="x")
    assert len(await ana.messages()) == 1


async def test_lost_reply_was_carried_out(wire: Wire, server: SandboxServer, ana: Person) -> None:
    server.faults.add(Fault.lost_reply(), method="sendMessage")
    with pytest.raises(aiohttp.ClientError):
        await wire("sendMessage", chat_id=ana.id, text="x")
    assert [message.text for message in await ana.messages()] == ["/start", "x"]


async def test_skipped_calls_succeed_and_times_are_counted(wire: Wire, server: SandboxServer) -> None:
    planned = server.faults.add(Fault.too_many(1), skip=1, times=2)
    assert [(await wire("getMe"))["ok"] for _ in range(4)] == [True, False, False, True]
    assert planned.spent


async def test_other_methods_are_spared(wire: Wire, server: SandboxServer) -> None:
    server.faults.add(Fault.too_many(1), method="sendMessage")
    assert (await wire("getMe"))["ok"]


async def test_held_call_waits_for_its_release(wire: Wire, server: SandboxServer) -> None:
    held = server.faults.add(Fault.held(), method="getMe")
    call = asyncio.create_task(wire("getMe"))
    await asyncio.wait_for(held.arrived.wait(), 5)
    assert not call.done()
    held.release()
    assert (await asyncio.wait_for(call, 5))["ok"]


async def test_slow_answer_comes_late(wire: Wire, server: SandboxServer) -> None:
    server.faults.add(Fault.slow(0.2), method="getMe")
    loop = asyncio.get_running_loop()
    start = loop.time()
    assert (await wire("getMe"))["ok"]
    assert loop.time() - start >= 0.2


async def test_chance_repeats_itself(wire: Wire, server: SandboxServer) -> None:
    server.faults.add(Fault.too_many(1), times=None, chance=0.5)
    seen = [(await wire("getMe"))["ok"] for _ in range(12)]
    assert True in seen
    assert False in seen


async def test_faults_can_be_planned_over_http(wire: Wire, sandbox: Sandbox) -> None:
    plan = {"effect": "refused", "code": 429, "description": "Too Many Requests: retry after 2", "times": 1}
    await sandbox.call("POST", "faults", json=plan | {"parameters": {"retry_after": 2}, "method": "getMe"})
    assert (await wire("getMe"))["parameters"] == {"retry_after": 2}
    await sandbox.call("POST", "faults", json=plan | {"times": None})
    await sandbox.call("DELETE", "faults")
    assert (await wire("getMe"))["ok"]


async def test_limits_can_be_switched_on_over_http(server: SandboxServer, sandbox: Sandbox) -> None:
    await sandbox.call("PUT", "limits", json={"enforced": True})
    assert server.limits.enforced
