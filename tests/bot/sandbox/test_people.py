"""What people do reaches the bot as Telegram would send it."""

import asyncio
from typing import Any

import pytest

from bot.sandbox import SandboxServer
from tests.bot.sandbox.wire import PNG, Wire
from tests.chats.driver import HeardNothing, Person, Sandbox


async def newest(wire: Wire) -> dict[str, Any]:
    update: dict[str, Any] = (await wire.result("getUpdates"))[-1]
    return update


@pytest.mark.parametrize(
    ("content", "field"),
    [
        ({"location": {"latitude": 48.2, "longitude": 16.4}}, "location"),
        ({"contact": {"phone_number": "+1", "first_name": "Bo"}}, "contact"),
        ({"sticker": "👍"}, "sticker"),
        ({"forward": "look at this", "written_by": "Bo"}, "forward_origin"),
    ],
)
async def test_odd_messages_arrive(wire: Wire, ana: Person, content: dict[str, Any], field: str) -> None:
    await ana.sends(**content)
    assert field in (await newest(wire))["message"]


@pytest.mark.parametrize("kind", ["photo", "document", "voice"])
async def test_files_arrive_by_kind(wire: Wire, ana: Person, kind: str) -> None:
    await ana.sends_file("a.png", PNG, kind=kind, caption="see /week")
    message = (await newest(wire))["message"]
    assert kind in message
    assert message["caption_entities"][0]["type"] == "bot_command"


async def test_edited_message_keeps_its_number(wire: Wire, ana: Person) -> None:
    number = await ana.says("5k in 13:20")
    await ana.edits(number, "5k in 31:20")
    edited = (await newest(wire))["edited_message"]
    assert (edited["message_id"], edited["text"]) == (number, "5k in 31:20")
    assert edited["edit_date"] >= edited["date"]


async def test_only_own_messages_can_be_edited(wire: Wire, ana: Person) -> None:
    sent = await wire.result("sendMessage", chat_id=ana.id, text="mine")
    with pytest.raises(AssertionError, match="only your own messages"):
        await ana.edits(sent["message_id"], "yours")


async def test_answer_carries_the_message_it_answers(wire: Wire, ana: Person) -> None:
    sent = await wire.result("sendMessage", chat_id=ana.id, text="How was it?")
    await ana.says("good", reply_to=sent["message_id"])
    assert (await newest(wire))["message"]["reply_to_message"]["text"] == "How was it?"


async def test_group_shows_the_bot_only_what_concerns_it(wire: Wire, sandbox: Sandbox, ana: Person) -> None:
    group = await sandbox.chat("group", "Runners")
    path = f"chats/{group}/messages"
    for text in ("hello all", "/today", "ask @legwork_sandbox_bot"):
        await sandbox.call("POST", path, json={"from": ana.id, "text": text})
    seen = [update["message"]["text"] for update in await wire.result("getUpdates")]
    assert seen == ["/start", "/today", "ask @legwork_sandbox_bot"]


async def test_channel_post_has_no_person_behind_it(wire: Wire, sandbox: Sandbox, ana: Person) -> None:
    channel = await sandbox.chat("channel", "News")
    await sandbox.call("POST", f"chats/{channel}/messages", json={"from": ana.id, "text": "posted"})
    post = (await newest(wire))["channel_post"]
    assert "from" not in post
    assert post["sender_chat"]["title"] == "News"


async def test_blocking_is_told_and_stops_writing(wire: Wire, ana: Person) -> None:
    await ana.blocks_bot()
    change = (await newest(wire))["my_chat_member"]
    assert (change["old_chat_member"]["status"], change["new_chat_member"]["status"]) == ("member", "kicked")
    with pytest.raises(AssertionError, match="unblock the bot"):
        await ana.says("hello")


async def test_tap_reaches_the_bot_with_its_message(wire: Wire, ana: Person) -> None:
    markup = {"inline_keyboard": [[{"text": "Done", "callback_data": "1:d"}, {"text": "Go", "url": "https://a.org"}]]}
    sent = await wire.result("sendMessage", chat_id=ana.id, text="Well?", reply_markup=markup)
    await ana.taps_data(sent["message_id"], "1:d")
    query = (await newest(wire))["callback_query"]
    assert (query["data"], query["message"], query["from"]["id"]) == ("1:d", sent, ana.id)
    with pytest.raises(AssertionError, match="no such button"):
        await ana.taps_data(sent["message_id"], "old")


async def test_tap_is_answered_once_and_in_time(wire: Wire, sandbox: Sandbox, ana: Person) -> None:
    markup = {"inline_keyboard": [[{"text": "Done", "callback_data": "1"}]]}
    await wire.result("sendMessage", chat_id=ana.id, text="Well?", reply_markup=markup)
    await ana.taps("Done")
    first = (await newest(wire))["callback_query"]["id"]
    await wire.result("answerCallbackQuery", callback_query_id=first, text="Good", show_alert=True)
    assert await ana.sees_toast() == "Good"
    assert "too old" in await wire.refusal("answerCallbackQuery", callback_query_id=first)
    await ana.taps("Done")
    late = (await newest(wire))["callback_query"]["id"]
    await sandbox.clock_forward(minutes=16)
    assert "too old" in await wire.refusal("answerCallbackQuery", callback_query_id=late)


async def test_messages_are_dated_by_the_sandbox_s_clock(wire: Wire, sandbox: Sandbox, ana: Person) -> None:
    moment = await sandbox.clock_forward(days=3)
    sent = await wire.result("sendMessage", chat_id=ana.id, text="later")
    assert 0 <= sent["date"] - int(moment.timestamp()) < 60


async def test_clock_never_goes_back_and_tells_who_asked(server: SandboxServer, sandbox: Sandbox) -> None:
    jumps: list[str] = []
    server.on_clock = lambda: jumps.append("jump")
    now = await sandbox.now()
    assert await sandbox.clock_to(now.replace(year=now.year + 1)) > now
    with pytest.raises(AssertionError, match="wrong value"):
        await sandbox.clock_to(now)
    assert jumps == ["jump"]


async def test_waiting_in_vain_shows_the_chat(ana: Person) -> None:
    with pytest.raises(HeardNothing, match=r"waited 0\.1 s for anything and heard nothing") as failure:
        await ana.hears(within=0.1)
    assert "Ana\n  /start" in str(failure.value)


async def test_listening_for_words_passes_over_the_rest(wire: Wire, ana: Person) -> None:
    for text in ("one", "two"):
        await wire.result("sendMessage", chat_id=ana.id, text=text)
    assert (await ana.hears("two")).text == "two"


async def test_event_wakes_whoever_waits(server: SandboxServer, sandbox: Sandbox) -> None:
    waiting = asyncio.create_task(sandbox.call("GET", "events", params={"after": "0", "timeout": "30"}))
    await sandbox.person("Bo")
    assert (await asyncio.wait_for(waiting, 5))["events"][0]["person"]["first_name"] == "Bo"
    assert server.world.journal.last == 1


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "people", {}),
        ("POST", "people", {"first_name": "Ana", "id": 1001}),
        ("POST", "people", []),
        ("POST", "chats", {"type": "party", "title": "x"}),
        ("POST", "chats/77/messages", {"text": "x"}),
        ("POST", "chats/1001/messages", {"text": "  "}),
        ("POST", "chats/1001/messages", {}),
        ("PATCH", "chats/1001/messages/99", {"text": "x"}),
        ("POST", "chats/1001/messages/99/taps", {"label": "x"}),
        ("POST", "people/77/block", {}),
        ("GET", "files/none", None),
        ("POST", "faults", {"effect": "rain"}),
    ],
)
@pytest.mark.usefixtures("ana")
async def test_impossible_deeds_say_why(wire: Wire, method: str, path: str, body: object) -> None:
    async with wire.session.request(method, f"{wire.server.url}/sandbox/{path}", json=body) as answer:
        assert answer.status in {400, 404}
        assert (await answer.json())["error"]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("", "text/html"),
        ("page/chat.css", "text/css"),
        ("page/app.js", "text/javascript"),
        ("page/mark.svg", "image/svg+xml"),
    ],
)
async def test_page_is_served_with_a_policy_that_keeps_to_itself(wire: Wire, path: str, kind: str) -> None:
    async with wire.session.get(f"{wire.server.url}/{path}") as answer:
        assert (answer.status, answer.content_type) == (200, kind)
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'self';")


async def test_page_has_no_other_files_and_all_of_its_words(wire: Wire) -> None:
    async with wire.session.get(f"{wire.server.url}/page/secret.js") as answer:
        assert answer.status == 404
    async with wire.session.get(f"{wire.server.url}/page/texts") as answer:
        assert (await answer.json())["composer.send"] == "Send"


async def test_forwarded_words_cannot_be_edited(ana: Person) -> None:
    number = await ana.sends(forward="not mine")
    with pytest.raises(AssertionError, match="no text of your own"):
        await ana.edits(number, "mine")


async def test_text_for_several_messages_does_not_fit_into_one(ana: Person) -> None:
    with pytest.raises(AssertionError, match="4096"):
        await ana.says("x" * 4097)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Origin": "https://example.org"}, 403),
        ({"Origin": "null"}, 403),
        ({"Host": "example.org"}, 403),
        ({"Host": "localhost:1", "Origin": "http://localhost:1"}, 200),
    ],
)
async def test_other_pages_are_kept_out(wire: Wire, headers: dict[str, str], status: int) -> None:
    async with wire.session.get(f"{wire.server.url}/sandbox/people", headers=headers) as answer:
        assert answer.status == status


async def test_bot_s_side_does_not_mind_the_name_it_is_called_by(wire: Wire) -> None:
    assert (await wire.post("getMe", headers={"Host": "telegram:8081"}))["ok"]
