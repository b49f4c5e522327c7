"""A bot and a person talk over the sandbox: python-telegram-bot's own class on one side, the driver on the other."""

from collections.abc import AsyncIterator

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import InvalidToken

from bot.clock import MovableClock
from bot.sandbox import SandboxServer
from tests.chats.driver import Person, Sandbox


@pytest.fixture
async def server() -> AsyncIterator[SandboxServer]:
    async with SandboxServer(MovableClock()) as running:
        yield running


@pytest.fixture
async def bot(server: SandboxServer) -> AsyncIterator[Bot]:
    async with Bot(server.token, base_url=f"{server.url}/bot", base_file_url=f"{server.url}/file/bot") as running:
        yield running


@pytest.fixture
async def ana(server: SandboxServer) -> AsyncIterator[Person]:
    async with Sandbox.at(server.url) as sandbox:
        yield await sandbox.person("Ana <b>", language_code="en")


async def test_bot_hears_a_command_with_its_entity(bot: Bot, ana: Person) -> None:
    await ana.says("/start")
    (update,) = await bot.get_updates()
    assert update.message is not None
    assert update.message.text == "/start"
    assert [entity.type for entity in update.message.entities] == ["bot_command"]
    assert update.message.chat_id == ana.id


async def test_tap_is_answered_with_a_toast_and_an_edit(bot: Bot, ana: Person) -> None:
    await ana.says("/start")
    (update,) = await bot.get_updates()
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Done", callback_data="1:d")]])
    await bot.send_message(ana.id, "How was <b>today</b>?", parse_mode="HTML", reply_markup=keyboard)
    heard = await ana.hears()
    assert (heard.marked, heard.buttons) == ("How was **today**?", (("Done",),))
    await ana.taps("Done")
    (update,) = await bot.get_updates(offset=update.update_id + 1)
    assert update.callback_query is not None
    await update.callback_query.answer("Well done")
    await update.callback_query.edit_message_text("Good.")
    assert await ana.sees_toast() == "Well done"
    assert (await ana.hears()).edited
    assert ana.transcript() == (
        "Ana <b>\n  /start\n\nLegwork\n  How was **today**?\n  [Done]\n\nAna <b> taps [Done]\n\n"
        "Legwork shows “Well done”\n\nLegwork edits\n  Good."
    )


async def test_wrong_token_is_refused(server: SandboxServer) -> None:
    with pytest.raises(InvalidToken):
        async with Bot("1:wrong", base_url=f"{server.url}/bot"):
            pass
