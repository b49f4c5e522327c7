"""The chat page in a real browser: it shows what the bot sends and sends what the person does."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver

from bot.sandbox import SandboxServer
from tests.bot.sandbox.browser import Page, open_browser
from tests.bot.sandbox.wire import PNG, Wire
from tests.chats.driver import Sandbox

pytestmark = [pytest.mark.browser, pytest.mark.slow]
KEYS = {"inline_keyboard": [[{"text": "Done", "callback_data": "1"}, {"text": "Skip", "callback_data": "2"}]]}
ANA = 1001
NAMELESS = """[...document.querySelectorAll('button, a, input:not([type=file]), textarea')]
    .filter((node) => !node.textContent.trim() && !node.getAttribute('aria-label'))
    .filter((node) => !node.labels?.length && !node.querySelector('img[alt]'))
    .map((node) => node.outerHTML)"""


@pytest.fixture(scope="module")
def phone() -> Iterator[webdriver.Chrome]:
    browser = open_browser(390, 844)
    yield browser
    browser.quit()


@pytest.fixture
async def page(phone: webdriver.Chrome, server: SandboxServer) -> AsyncIterator[Page]:
    opened = Page(phone)
    await opened.opens(server.page_url)
    await opened.complaints()
    yield opened
    assert await opened.complaints() == []


@pytest.fixture
async def chat(page: Page) -> Page:
    """A page on which START was pressed."""
    await page.clicks("#start")
    await page.sees("/start")
    return page


async def newest(wire: Wire) -> dict[str, Any]:
    update: dict[str, Any] = (await wire.result("getUpdates"))[-1]
    return update


async def test_newcomer_is_welcomed_and_starts_with_one_tap(wire: Wire, page: Page) -> None:
    assert await page.asks("document.querySelector('#welcome').innerText.includes('What can this bot do?')")
    await page.clicks("#start")
    await page.sees("/start")
    message = (await newest(wire))["message"]
    assert (message["text"], message["from"]["first_name"]) == ("/start", "Ana")


async def test_marks_become_elements_and_html_stays_text(wire: Wire, chat: Page) -> None:
    html = '<b>Bold <i>both</i></b> <code>x</code> <a href="https://example.org">there</a> /week &lt;img src=x&gt;'
    await wire.result("sendMessage", chat_id=ANA, text=html, parse_mode="HTML")
    await chat.sees("<img src=x>")
    words = "document.querySelector('.message:last-child .words')"
    assert await chat.asks(f"{words}.querySelector('b > i').textContent") == "both"
    assert await chat.asks(f"{words}.querySelector('a').href") == "https://example.org/"
    assert await chat.asks(f"{words}.querySelector('img')") is None
    await chat.clicks(".message:last-child .command")
    await chat.waits("document.querySelectorAll('.mine').length === 2")
    assert (await newest(wire))["message"]["text"] == "/week"


async def test_tap_waits_for_its_answer_and_the_edit_replaces_the_message(wire: Wire, chat: Page) -> None:
    sent = await wire.result("sendMessage", chat_id=ANA, text="How was it?", reply_markup=KEYS)
    await chat.sees("How was it?")
    await chat.clicks(".key", 1)
    await chat.waits("document.querySelectorAll('.key')[1].classList.contains('waiting')")
    query = (await newest(wire))["callback_query"]
    assert query["data"] == "2"
    await wire.result("answerCallbackQuery", callback_query_id=query["id"], text="Skipped.")
    await chat.sees("Skipped.", "#toast")
    await chat.waits("!document.querySelector('.waiting')")
    await wire.result("editMessageText", chat_id=ANA, message_id=sent["message_id"], text="Rest well.")
    await chat.sees("Rest well.")
    assert await chat.asks("document.querySelector('#messages').innerText.includes('edited')")
    assert await chat.asks("document.querySelectorAll('.key').length") == 0


async def test_alert_opens_a_dialog(wire: Wire, chat: Page) -> None:
    await wire.result("sendMessage", chat_id=ANA, text="Sure?", reply_markup=KEYS)
    await chat.sees("Sure?")
    await chat.clicks(".key")
    query = await _tapped(wire, chat)
    await wire.result("answerCallbackQuery", callback_query_id=query, text="Really?", show_alert=True)
    await chat.waits("document.querySelector('#alert').open")
    await chat.clicks("#alert-close")
    assert await chat.asks("document.querySelector('#alert').open") is False


async def _tapped(wire: Wire, chat: Page) -> str:
    await chat.waits("document.querySelector('.waiting')")
    return str((await wire.result("getUpdates", offset=-1, timeout=5))[0]["callback_query"]["id"])


async def test_answering_quotes_the_message(wire: Wire, chat: Page) -> None:
    await wire.result("sendMessage", chat_id=ANA, text="How hard was it?")
    await chat.sees("How hard was it?")
    await chat.clicks(".message:last-child .tools button")
    await chat.types("six\n")
    await chat.sees("How hard was it?", ".mine .quote")
    message = (await newest(wire))["message"]
    assert (message["text"], message["reply_to_message"]["text"]) == ("six", "How hard was it?")


async def test_own_message_is_edited_in_place(wire: Wire, chat: Page) -> None:
    await chat.types("5k in 13:20\n")
    await chat.sees("5k in 13:20")
    await chat.clicks(".mine:last-child .tools button", 1)
    await chat.asks("(document.querySelector('#text').value = '')")
    await chat.types("5k in 31:20\n")
    await chat.sees("5k in 31:20")
    assert (await newest(wire))["edited_message"]["text"] == "5k in 31:20"


async def test_pictures_and_documents_go_both_ways(wire: Wire, chat: Page, tmp_path: Path) -> None:
    (tmp_path / "run.gpx").write_text("<gpx/>")
    (tmp_path / "legs.png").write_bytes(PNG)
    for name, kind in (("run.gpx", "document"), ("legs.png", "photo")):
        await chat.chooses_file(tmp_path / name)
        await chat.waits(f"document.querySelector('.mine {'.file' if kind == 'document' else '.picture'}')")
        assert kind in (await newest(wire))["message"]
    await wire.result("sendPhoto", chat_id=ANA, photo=PNG, caption="Week 1")
    await chat.sees("Week 1")
    await chat.waits("[...document.images].every((image) => image.complete)")
    assert await chat.asks("[...document.querySelectorAll('.picture img')].every((image) => image.naturalWidth > 0)")


@pytest.mark.parametrize(("offer", "field"), [(2, "contact"), (3, "sticker"), (4, "voice"), (5, "forward_origin")])
async def test_paper_clip_sends_odd_things(wire: Wire, chat: Page, offer: int, field: str) -> None:
    await chat.clicks("#clip")
    await chat.clicks("#offers button", offer)
    await chat.waits("document.querySelectorAll('.mine').length === 2")
    assert field in (await newest(wire))["message"]
    assert await chat.asks("document.querySelector('#offers').hidden")


async def test_place_is_chosen_by_its_figures(wire: Wire, chat: Page) -> None:
    await chat.clicks("#clip")
    await chat.clicks("#offers button", 1)
    await chat.asks("(document.querySelector('#latitude').value = '-33.9')")
    await chat.clicks("#place-form button")
    await chat.waits("document.querySelector('.mine .file')")
    assert (await newest(wire))["message"]["location"] == {"latitude": -33.9, "longitude": 16.4}


async def test_command_menu_lists_and_sends(wire: Wire, chat: Page) -> None:
    await wire.result("setMyCommands", commands=[{"command": "today", "description": "What is on today"}])
    await chat.waits("!document.querySelector('#menu').hidden")
    await chat.clicks("#menu")
    await chat.sees("What is on today", "#commands")
    await chat.clicks("#commands button")
    await chat.sees("/today")
    assert await chat.asks("document.querySelector('#commands').hidden")


async def test_keyboard_below_the_field_comes_and_goes(wire: Wire, chat: Page) -> None:
    keyboard = {"keyboard": [["12:57", {"text": "Where I am", "request_location": True}]], "one_time_keyboard": True}
    await wire.result("sendMessage", chat_id=ANA, text="What does your clock say?", reply_markup=keyboard)
    await chat.sees("12:57", "#keyboard")
    await chat.clicks("#keyboard button", 1)
    await chat.clicks("#cities button")
    await chat.waits("document.querySelector('.mine .file')")
    assert "location" in (await newest(wire))["message"]
    assert await chat.asks("document.querySelector('#keyboard').hidden")


async def test_typing_is_shown_until_the_message_comes(wire: Wire, chat: Page) -> None:
    await wire.result("sendChatAction", chat_id=ANA, action="typing")
    await chat.sees("typing", "#status")
    await wire.result("sendMessage", chat_id=ANA, text="Here it is")
    await chat.waits("!document.querySelector('#status').classList.contains('busy')")
    assert await chat.asks("document.querySelector('#status').innerText") == "bot"


async def test_clock_moves_on_and_a_new_day_is_marked(wire: Wire, sandbox: Sandbox, chat: Page) -> None:
    before = await sandbox.now()
    await chat.clicks("#panel-open")
    await chat.waits("document.querySelector('#panel').classList.contains('open')")
    await chat.asks("document.querySelectorAll('#clock-steps button')[2].click()")
    await chat.waits("!document.querySelector('#panel').classList.contains('open')")
    assert (await sandbox.now() - before).days == 1
    await wire.result("sendMessage", chat_id=ANA, text="Good morning")
    await chat.waits("document.querySelectorAll('.day').length === 2")
    assert await chat.asks("document.querySelectorAll('.day').length") == 2


async def test_people_are_added_and_switched(wire: Wire, chat: Page) -> None:
    await chat.clicks("#panel-open")
    await chat.types("Bo <b>\n", "#person-name")
    await chat.sees("Bo <b>", "#people [aria-current=true]")
    assert await chat.asks("document.querySelector('#welcome').hidden") is False
    await wire.result("sendMessage", chat_id=ANA, text="While you were away")
    await chat.waits("document.querySelector('.unread')")
    await chat.asks("document.querySelector('#people button').click()")
    await chat.sees("While you were away")
    assert await chat.asks("document.querySelector('.unread')") is None


async def test_blocking_ends_the_talk_until_undone(wire: Wire, sandbox: Sandbox, chat: Page) -> None:
    await sandbox.call("POST", f"people/{ANA}/block")
    await chat.sees("UNBLOCK", "#start")
    await chat.clicks("#start")
    await chat.waits("document.querySelector('#start').hidden")
    assert (await wire("sendMessage", chat_id=ANA, text="Back"))["ok"]


async def test_page_that_is_loaded_again_shows_the_whole_chat(wire: Wire, server: SandboxServer, chat: Page) -> None:
    sent = await wire.result("sendMessage", chat_id=ANA, text="before", reply_markup=KEYS)
    await wire.result("editMessageText", chat_id=ANA, message_id=sent["message_id"], text="after")
    gone = await wire.result("sendMessage", chat_id=ANA, text="gone")
    await wire.result("deleteMessage", chat_id=ANA, message_id=gone["message_id"])
    await chat.opens(server.page_url)
    assert await chat.asks("[...document.querySelectorAll('.words')].map((node) => node.innerText.trim())") == [
        "/start",
        "after",
    ]


async def test_everything_has_a_name_and_fits_the_phone(wire: Wire, chat: Page) -> None:
    await wire.result("sendMessage", chat_id=ANA, text="x" * 300, reply_markup=KEYS)
    await chat.sees("xxx")
    assert await chat.asks(NAMELESS) == []
    assert await chat.asks("document.documentElement.scrollWidth") == 390
    assert await chat.asks("document.querySelector('#scroll').scrollWidth <= 390")


async def test_dark_and_light_are_remembered(server: SandboxServer, chat: Page) -> None:
    before = await chat.asks("document.documentElement.dataset.theme")
    await chat.asks("document.querySelector('#theme').click()")
    await chat.opens(server.page_url)
    assert {before, await chat.asks("document.documentElement.dataset.theme")} == {"light", "dark"}
