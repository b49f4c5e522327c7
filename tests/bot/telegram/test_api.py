"""Calls of the Bot API over HTTP: results, refusals, and the difference between certainly not and perhaps."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from telegram import Bot, InputFile
from telegram.error import NetworkError, TimedOut

from bot.clock import MovableClock
from bot.sandbox import Fault, SandboxServer
from bot.telegram.api import BotApi, NotDelivered, Refused, Unanswered, camel_case, read_answer
from bot.telegram.request import AiohttpRequest, Flight

ANA = 1001


@pytest.fixture
async def server() -> AsyncIterator[SandboxServer]:
    """A server that Ana has written to."""
    async with SandboxServer(MovableClock()) as running:
        running.world.add_person("Ana", ANA).has_written = True
        yield running


@pytest.fixture
async def request_() -> AsyncIterator[AiohttpRequest]:
    """An open transport."""
    opened = AiohttpRequest()
    await opened.initialize()
    yield opened
    await opened.shutdown()


@pytest.fixture
def api(server: SandboxServer, request_: AiohttpRequest) -> BotApi:
    """The API of the sandbox's bot."""
    return BotApi(server.url, server.token, request_)


async def test_a_call_brings_its_result(api: BotApi) -> None:
    sent = await api.call("send_message", {"chat_id": ANA, "text": "hello", "reply_markup": {"remove_keyboard": True}})
    assert sent["text"] == "hello"


async def test_a_file_is_uploaded(api: BotApi) -> None:
    payload = {"chat_id": ANA, "document": "attach://file", "caption": "this week"}
    sent = await api.call("send_document", payload, attachment=("week.csv", b"x" * 2_000_000))
    assert (sent["document"]["file_name"], sent["document"]["file_size"]) == ("week.csv", 2_000_000)


async def test_a_refusal_says_why(api: BotApi) -> None:
    with pytest.raises(Refused) as caught:
        await api.call("send_message", {"chat_id": 404, "text": "hello"})
    assert caught.value.status == 400
    assert "chat not found" in caught.value.description


async def test_a_429_says_how_long(server: SandboxServer, api: BotApi) -> None:
    server.faults.add(Fault.too_many(retry_after=3))
    with pytest.raises(Refused) as caught:
        await api.call("get_me", {})
    assert (caught.value.status, caught.value.retry_after) == (429, 3)


async def test_a_page_of_a_gateway_is_a_refusal(server: SandboxServer, api: BotApi) -> None:
    server.faults.add(Fault.broken(502))
    with pytest.raises(Refused) as caught:
        await api.call("get_me", {})
    assert caught.value.status == 502


@pytest.mark.parametrize("fault", [Fault.dropped(), Fault.lost_reply()])
async def test_a_closed_connection_leaves_it_open_whether_it_happened(
    server: SandboxServer, api: BotApi, fault: Fault
) -> None:
    server.faults.add(fault)
    with pytest.raises(Unanswered):
        await api.call("get_me", {})


async def test_a_slow_answer_leaves_it_open_too(server: SandboxServer, api: BotApi) -> None:
    server.faults.add(Fault.held())
    with pytest.raises(Unanswered):
        await api.call("get_me", {}, read_timeout=0.05)


async def test_a_call_knows_whether_it_had_a_connection(server: SandboxServer) -> None:
    """With one connection in all, the second call waits for it and has certainly not been sent."""
    narrow = AiohttpRequest(connections=1)
    await narrow.initialize()
    held = server.faults.add(Fault.held())

    async def call() -> Flight:
        flight = Flight.begin()
        with pytest.raises(asyncio.CancelledError):
            await BotApi(server.url, server.token, narrow).call("get_me", {})
        return flight

    first, second = asyncio.create_task(call()), asyncio.create_task(call())
    await held.arrived.wait()
    first.cancel()
    second.cancel()
    assert [(await first).connected, (await second).connected] == [True, False]
    await narrow.shutdown()


async def test_a_server_that_is_not_there_was_certainly_not_reached(request_: AiohttpRequest) -> None:
    with pytest.raises(NotDelivered):
        await BotApi("http://127.0.0.1:9", "1:abc", request_).call("get_me", {})


async def test_no_error_shows_the_token(request_: AiohttpRequest) -> None:
    with pytest.raises(NotDelivered) as caught:
        await BotApi("http://127.0.0.1:9", "1:canary", request_).call("get_me", {})
    assert "canary" not in repr(caught.value) + str(caught.value) + repr(caught.value.__cause__)


@pytest.mark.parametrize("body", [b"", b"[]", b"nonsense", b'"ok"'])
def test_what_is_no_answer_is_a_failure_of_the_server(body: bytes) -> None:
    with pytest.raises(Refused) as caught:
        read_answer(200, body)
    assert caught.value.status == 500


@pytest.mark.parametrize(("ours", "theirs"), [("get_me", "getMe"), ("answer_callback_query", "answerCallbackQuery")])
def test_methods_have_telegrams_own_names(ours: str, theirs: str) -> None:
    assert camel_case(ours) == theirs


async def test_python_telegram_bot_travels_the_same_way(server: SandboxServer) -> None:
    request = AiohttpRequest()
    async with Bot(server.token, f"{server.url}/bot", f"{server.url}/file/bot", request, request) as bot:
        assert (await bot.get_me()).is_bot
        sent = await bot.send_document(ANA, InputFile(b"bytes", filename="a.txt"))
        assert sent.document is not None
        assert bytes(await (await sent.document.get_file()).download_as_bytearray()) == b"bytes"


async def test_python_telegram_bot_sees_its_own_errors(server: SandboxServer) -> None:
    request = AiohttpRequest()
    async with Bot(server.token, f"{server.url}/bot", f"{server.url}/file/bot", request, request) as bot:
        server.faults.add(Fault.dropped())
        with pytest.raises(NetworkError):
            await bot.get_me()
        server.faults.add(Fault.held())
        with pytest.raises(TimedOut):
            await bot.get_me(read_timeout=0.05)


async def test_a_closed_transport_refuses(server: SandboxServer) -> None:
    with pytest.raises(NetworkError):
        await AiohttpRequest().retrieve(server.url)
