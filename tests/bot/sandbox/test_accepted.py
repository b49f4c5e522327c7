"""What Telegram takes, the sandbox takes: the last value before each limit, and what is passed over in silence."""

from collections.abc import Sequence

import pytest

from tests.bot.sandbox.wire import PNG, Wire
from tests.chats.driver import Person

ANA = 1001
GO = {"text": "Go", "callback_data": "1"}


def said(**more: object) -> dict[str, object]:
    return {"chat_id": ANA, "text": "x", **more}


def inline(*rows: Sequence[object]) -> dict[str, object]:
    return {"inline_keyboard": list(rows)}


TAKEN = [
    ("sendMessage", said(text="x" * 4096)),
    ("sendMessage", said(text="🏃" * 4096)),
    ("sendMessage", said(chat_id=str(ANA))),
    ("sendMessage", said(parse_mode="html")),
    ("sendMessage", said(parse_mode="None")),
    ("sendMessage", said(reply_markup=inline([{"text": "Go", "callback_data": "é" * 32}]))),
    ("sendMessage", said(reply_markup=inline([{"text": "Go", "url": "example.org"}]))),
    ("sendMessage", said(reply_markup=inline([{"text": "Go", "url": "tg://user?id=5"}]))),
    ("sendMessage", said(reply_markup=inline([{"text": "Go", "switch_inline_query": ""}]))),
    ("sendMessage", said(reply_markup=inline(*([GO] for _ in range(100))))),
    ("sendMessage", said(reply_markup={"keyboard": [["plain", {"text": "object"}]]})),
    ("sendMessage", said(reply_markup={"force_reply": True})),
    ("sendMessage", said(reply_markup={"remove_keyboard": True})),
    ("sendMessage", said(disable_notification="yes", link_preview_options={"is_disabled": True})),
    ("sendMessage", said(reply_parameters={"message_id": 99, "allow_sending_without_reply": True})),
    ("sendMessage", said(reply_to_message_id=99, allow_sending_without_reply=True)),
    ("sendPhoto", {"chat_id": ANA, "photo": PNG, "caption": "x" * 1024}),
    ("sendPhoto", {"chat_id": ANA, "picture": PNG, "photo": "attach://picture"}),
    ("sendDocument", {"chat_id": ANA, "document": b"x", "caption": "<b>x</b>", "parse_mode": "HTML"}),
    ("setMyCommands", {"commands": [{"command": "/today", "description": "x" * 256}], "language_code": "de"}),
    ("setMyCommands", {"commands": [], "scope": {"type": "all_private_chats"}}),
    ("setMyName", {"name": "x" * 64}),
    ("setMyDescription", {"description": "x" * 512}),
    ("setMyShortDescription", {"short_description": "x" * 120}),
    ("setChatMenuButton", {"chat_id": ANA, "menu_button": {"type": "commands"}}),
    ("setWebhook", {"url": "https://example.org:8443/hook", "secret_token": "x" * 256}),
    ("setWebhook", {"url": ""}),
    ("getUpdates", {"limit": 0, "timeout": "soon", "allowed_updates": ["message", "unheard_of"]}),
    ("sendLocation", {"chat_id": ANA, "latitude": 90, "longitude": -180}),
]


@pytest.mark.usefixtures("ana")
@pytest.mark.parametrize(("method", "parameters"), TAKEN)
async def test_call_is_taken(wire: Wire, method: str, parameters: dict[str, object]) -> None:
    assert (await wire(method, **parameters))["ok"]


async def test_row_keeps_its_first_eight_buttons(wire: Wire, ana: Person) -> None:
    row = [{"text": f"{number}", "callback_data": f"{number}"} for number in range(10)]
    await wire.result("sendMessage", chat_id=ana.id, text="x", reply_markup=inline(row))
    assert (await ana.hears()).inline_labels == list("01234567")


async def test_keyboard_without_buttons_is_no_keyboard(wire: Wire, ana: Person) -> None:
    for empty in (inline(), inline([])):
        message = await wire.result("sendMessage", chat_id=ana.id, text="x", reply_markup=empty)
        assert "reply_markup" not in message


async def test_only_an_inline_keyboard_is_part_of_the_message(wire: Wire, ana: Person) -> None:
    message = await wire.result("sendMessage", chat_id=ana.id, text="x", reply_markup={"keyboard": [["Yes"]]})
    assert "reply_markup" not in message
    assert (await ana.hears()).keyboard_labels == ["Yes"]


async def test_edit_that_changes_only_the_keyboard_is_a_change(wire: Wire, ana: Person) -> None:
    sent = await wire.result("sendMessage", chat_id=ana.id, text="x")
    edited = await wire.result(
        "editMessageText", chat_id=ana.id, message_id=sent["message_id"], text="x", reply_markup=inline([GO])
    )
    assert edited["reply_markup"] == inline([GO])
    assert edited["edit_date"] >= sent["date"]


async def test_edit_of_an_edit_back_to_the_start_is_a_change(wire: Wire, ana: Person) -> None:
    sent = await wire.result("sendMessage", chat_id=ana.id, text="one")
    for text in ("two", "one"):
        number = sent["message_id"]
        assert (await wire.result("editMessageText", chat_id=ana.id, message_id=number, text=text))["text"] == text


async def test_person_s_own_message_can_be_deleted_in_a_private_chat(wire: Wire, ana: Person) -> None:
    number = await ana.says("oops")
    assert await wire.result("deleteMessage", chat_id=ana.id, message_id=number)
    assert [message.text for message in await ana.messages()] == ["/start"]


async def test_channel_is_found_by_its_name(wire: Wire, ana: Person) -> None:
    await ana.sandbox.call("POST", "chats", json={"type": "channel", "title": "News", "username": "news"})
    message = await wire.result("sendMessage", chat_id="@news", text="hello")
    assert message["chat"]["title"] == "News"
    assert "from" not in message


async def test_group_can_be_left(wire: Wire, ana: Person) -> None:
    group = await ana.sandbox.chat("supergroup", "Runners")
    assert await wire.result("leaveChat", chat_id=group)
    reason = await wire.refusal("sendMessage", chat_id=group, text="x")
    assert reason == "Forbidden: bot was kicked from the supergroup chat"
