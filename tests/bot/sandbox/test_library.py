"""python-telegram-bot's own class uses every method the bot needs, unchanged."""

import json
from io import BytesIO
from typing import Any

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    KeyboardButton,
    MenuButtonCommands,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
    Update,
)
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden
from telegram.ext import ApplicationBuilder, CallbackContext, MessageHandler, filters

from bot.sandbox import SandboxServer
from tests.bot.sandbox.wire import PNG, Wire
from tests.chats.driver import Person, Sandbox

METHODS_OF_BOT_API_10 = (
    "getMe",
    "getUpdates",
    "setWebhook",
    "deleteWebhook",
    "getWebhookInfo",
    "sendMessage",
    "sendPhoto",
    "sendDocument",
    "sendMediaGroup",
    "sendLocation",
    "sendChatAction",
    "editMessageText",
    "editMessageCaption",
    "editMessageMedia",
    "editMessageReplyMarkup",
    "deleteMessage",
    "deleteMessages",
    "answerCallbackQuery",
    "setMyCommands",
    "getMyCommands",
    "deleteMyCommands",
    "setMyName",
    "getMyName",
    "setMyDescription",
    "getMyDescription",
    "setMyShortDescription",
    "getMyShortDescription",
    "setChatMenuButton",
    "getChatMenuButton",
    "getFile",
    "getChat",
    "leaveChat",
    "pinChatMessage",
    "close",
    "logOut",
)
KEYBOARD = InlineKeyboardMarkup(
    [[InlineKeyboardButton("Done", callback_data="1"), InlineKeyboardButton("Skip", callback_data="2")]]
)


async def test_picture_goes_up_and_comes_down(bot: Bot, ana: Person) -> None:
    sent = await bot.send_photo(ana.id, BytesIO(PNG), caption="<b>Week 1</b>", parse_mode="HTML", reply_markup=KEYBOARD)
    heard = await ana.hears()
    assert (heard.text, heard.buttons) == ("Week 1", (("Done", "Skip"),))
    assert await ana.downloads(sent.photo[-1].file_id) == PNG
    assert (sent.photo[-1].width, sent.photo[-1].height) == (1, 1)
    again = await bot.send_photo(ana.id, sent.photo[-1].file_id)
    assert again.photo[-1].file_id == sent.photo[-1].file_id


async def test_document_of_the_bot_keeps_its_name(bot: Bot, ana: Person) -> None:
    sent = await bot.send_document(ana.id, b"a,b", filename="export.csv", caption="Yours")
    assert sent.document is not None
    assert (sent.document.file_name, sent.document.file_size) == ("export.csv", 3)
    assert str(await ana.hears()) == "📎 export.csv\nYours"


async def test_document_of_a_person_is_downloaded(bot: Bot, ana: Person) -> None:
    await ana.sends_file("run.gpx", b"<gpx/>", caption="easy")
    update = (await bot.get_updates())[-1]
    assert update.message is not None
    assert update.message.document is not None
    file = await update.message.document.get_file()
    assert await file.download_as_bytearray() == b"<gpx/>"
    assert (update.message.document.file_name, update.message.caption) == ("run.gpx", "easy")


async def test_album_arrives_as_one_group(bot: Bot, ana: Person) -> None:
    sent = await bot.send_media_group(ana.id, [InputMediaPhoto(PNG), InputMediaPhoto(PNG, caption="two")])
    assert len({message.media_group_id for message in sent}) == 1
    assert [message.caption for message in sent] == [None, "two"]


async def test_picture_is_replaced_in_place(bot: Bot, ana: Person) -> None:
    sent = await bot.send_photo(ana.id, PNG, caption="before")
    edited = await bot.edit_message_media(InputMediaDocument(b"x", filename="x.txt"), ana.id, sent.message_id)
    assert not isinstance(edited, bool)
    assert (edited.photo, edited.caption) == ((), None)
    captioned = await bot.edit_message_caption(ana.id, sent.message_id, caption="<i>after</i>", parse_mode="HTML")
    assert not isinstance(captioned, bool)
    assert captioned.caption == "after"


async def test_keyboard_is_taken_away_by_an_edit_without_one(bot: Bot, ana: Person) -> None:
    sent = await bot.send_message(ana.id, "Well?", reply_markup=KEYBOARD)
    edited = await bot.edit_message_reply_markup(ana.id, sent.message_id)
    assert not isinstance(edited, bool)
    assert edited.reply_markup is None
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_text("Well?", ana.id, sent.message_id)


async def test_reply_quotes_the_message(bot: Bot, ana: Person) -> None:
    number = await ana.says("5k in 31:20")
    sent = await bot.send_message(ana.id, "Noted.", reply_parameters=ReplyParameters(number))
    assert sent.reply_to_message is not None
    assert sent.reply_to_message.text == "5k in 31:20"
    lenient = ReplyParameters(999, allow_sending_without_reply=True)
    assert (await bot.send_message(ana.id, "Noted.", reply_parameters=lenient)).reply_to_message is None


async def test_keyboard_below_the_field_is_tapped_as_text(bot: Bot, ana: Person) -> None:
    keyboard = ReplyKeyboardMarkup([["Yes", KeyboardButton("Where I am", request_location=True)]])
    await bot.send_message(ana.id, "Sure?", reply_markup=keyboard)
    assert (await ana.hears()).keyboard == (("Yes", "Where I am"),)
    await ana.taps("Yes")
    update = (await bot.get_updates())[-1]
    assert update.message is not None
    assert update.message.text == "Yes"
    await bot.send_message(ana.id, "Good.", reply_markup=ReplyKeyboardRemove())
    with pytest.raises(AssertionError, match="no button “Yes” in sight"):
        await ana.taps("Yes")


async def test_card_of_the_bot_is_kept(bot: Bot, ana: Person, sandbox: Sandbox) -> None:
    await bot.set_my_commands([BotCommand("today", "What is on today")])
    await bot.set_my_commands([BotCommand("heute", "Was heute ansteht")], language_code="de")
    await bot.set_my_commands([BotCommand("stats", "Numbers")], scope=BotCommandScopeChat(ana.id))
    assert [command.command for command in await bot.get_my_commands(language_code="de")] == ["heute"]
    assert [one["command"] for one in await sandbox.call("GET", f"chats/{ana.id}/commands")] == ["stats"]
    await bot.delete_my_commands(scope=BotCommandScopeChat(ana.id))
    assert [one["command"] for one in await sandbox.call("GET", f"chats/{ana.id}/commands")] == ["today"]
    await bot.set_my_description("A coach")
    await bot.set_my_short_description("Runs with you")
    await bot.set_my_name("Coach")
    assert (await bot.get_my_description()).description == "A coach"
    assert (await bot.get_my_short_description()).short_description == "Runs with you"
    assert (await bot.get_my_name()).name == "Coach"
    await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
    assert (await bot.get_chat_menu_button()).type == "commands"


async def test_small_methods_answer(bot: Bot, ana: Person) -> None:
    assert (await bot.send_chat_action(ana.id, "typing")) is True
    assert (await bot.send_location(ana.id, 48.2, 16.4)).location is not None
    assert (await bot.get_chat(ana.id)).first_name == "Ana"
    sent = await bot.send_message(ana.id, "x")
    assert await bot.pin_chat_message(ana.id, sent.message_id)
    assert await bot.delete_messages(ana.id, [sent.message_id, 999])
    assert sent.message_id not in [message.id for message in await ana.messages()]
    assert await bot.close()
    assert await bot.log_out()


async def test_errors_become_the_library_s_own(bot: Bot, sandbox: Sandbox, ana: Person) -> None:
    group = await sandbox.chat("group", "Runners")
    await sandbox.call("POST", f"chats/{group}/migrate", json={"from": ana.id})
    with pytest.raises(ChatMigrated):
        await bot.send_message(group, "x")
    await ana.blocks_bot()
    with pytest.raises(Forbidden):
        await bot.send_message(ana.id, "x")
    await bot.set_webhook("https://example.org/hook")
    with pytest.raises(Conflict):
        await bot.get_updates()


async def test_every_method_of_the_list_is_known(wire: Wire) -> None:
    answers = [(await wire(name)).get("description") for name in METHODS_OF_BOT_API_10]
    assert "Not Found: method not found" not in answers


async def test_parameters_come_in_any_form(wire: Wire, server: SandboxServer, ana: Person) -> None:
    say = {
        "chat_id": ana.id,
        "text": "hello",
        "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "b"}]]},
    }
    as_json = await wire.post("sendMessage", json=say)
    assert as_json["result"]["reply_markup"] == say["reply_markup"]
    fields = {"chat_id": str(ana.id), "text": "hello", "reply_markup": json.dumps(say["reply_markup"])}
    assert (await wire.post("sendMessage", data=fields))["result"]["text"] == "hello"
    async with wire.session.get(f"{server.url}/bot{server.token}/sendMessage", params=fields) as answer:
        assert (await answer.json())["result"]["text"] == "hello"
    broken = await wire.post("sendMessage", data="{", headers={"Content-Type": "application/json"})
    assert broken["description"] == "Bad Request: can't parse request JSON object"


async def test_files_are_only_for_those_with_the_token(wire: Wire, server: SandboxServer, ana: Person) -> None:
    await ana.sends_file("run.gpx", b"x", kind="document")
    update = (await wire.result("getUpdates"))[-1]
    path = (await wire.result("getFile", file_id=update["message"]["document"]["file_id"]))["file_path"]
    async with wire.session.get(f"{server.url}/file/bot{server.token}/{path}") as answer:
        assert (answer.status, await answer.read()) == (200, b"x")
    for wrong in (f"bot1:x/{path}", f"bot{server.token}/documents/none"):
        async with wire.session.get(f"{server.url}/file/{wrong}") as answer:
            assert answer.status == 404


async def echo(update: Update, _: CallbackContext[Any, Any, Any, Any]) -> None:
    assert update.effective_message is not None
    await update.effective_message.reply_html(f"<b>{update.effective_message.text}</b>")


async def test_whole_application_polls_and_answers(server: SandboxServer, ana: Person) -> None:
    application = ApplicationBuilder().token(server.token).base_url(f"{server.url}/bot").build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    async with application:
        assert application.updater is not None
        await application.start()
        await application.updater.start_polling(drop_pending_updates=True)
        await ana.says("hello")
        assert (await ana.hears()).marked == "**hello**"
        await application.updater.stop()
        await application.stop()
