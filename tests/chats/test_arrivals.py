"""Whatever a person sends: a kind answer or a correct silence, never an exception, never a lost state."""

from collections.abc import AsyncIterator

import pytest
from sqlmodel import select

from bot.clock import MovableClock
from bot.desk import Desk
from bot.incoming import Heard, Located, Ordered, Tapped
from bot.routes import Routes
from bot.sandbox import Fault, SandboxServer
from bot.screens import Button, Screen
from bot.taps import Tap, Verb
from bot.words.speech import Html
from coach.errors import UnreadableResult
from storage.athletes import register
from storage.tables import InboxState, InboxUpdate
from tests.chats.driver import Person, Sandbox
from tests.chats.running import House


def start(desk: Desk, order: Ordered) -> None:
    """Register, with a button."""
    desk.athlete = register(desk.session, order.sender.telegram_id, desk.chat_id, order.sender.name, "en", desk.now)
    mine = Button("Mine", Tap(Verb.TODAY, desk.athlete_id))
    theirs = Button("Theirs", Tap(Verb.TODAY, desk.athlete_id + 1))
    retired = Button("Retired", Tap(Verb.SLOW, desk.athlete_id))
    toasting = Button("Toast", Tap(Verb.RULES, desk.athlete_id))
    desk.say(Screen(desk.words.write(f"Hello {desk.owner.name}"), ((mine, theirs), (retired, toasting))))


def hear(desk: Desk, heard: Heard) -> None:
    """Repeat; fail in the two ways a case can."""
    if heard.text == "poison":
        raise RuntimeError(heard.text)
    if heard.text == "impossible":
        desk.say(Screen(Html("never seen")))
        raise UnreadableResult
    desk.say(Screen(desk.words.write(f"{'edited' if heard.edited else 'heard'} {heard.text}")))


def show(desk: Desk, tapped: Tapped) -> None:
    """Answer a tap with a message."""
    desk.say(Screen(Html(f"tapped {tapped.tap.verb}")))


def toast(desk: Desk, tapped: Tapped) -> None:
    """Answer a tap with a toast."""
    desk.toast(tapped.query_id, "by toast")


def locate(desk: Desk, located: Located) -> None:
    """Say the place."""
    desk.say(Screen(Html(f"at {located.latitude:.0f} {located.longitude:.0f}")))


@pytest.fixture
async def house(server: SandboxServer, clock: MovableClock, database_url: str) -> AsyncIterator[House]:
    """A bot with cases of the test's own."""
    routes = Routes({"start": start}, {Verb.TODAY: show, Verb.RULES: toast}, hear, locate)
    running = await House(server, clock, database_url, routes).start()
    yield running
    await running.stop()


@pytest.fixture
async def ana(sandbox: Sandbox) -> Person:
    """Somebody who has started."""
    person = await sandbox.person("Ana")
    await person.says("/start")
    await person.hears("Hello Ana")
    return person


@pytest.mark.parametrize(
    ("content", "answer"),
    [
        ({"sticker": "👍"}, "a good mood"),
        ({"sticker": "😢"}, "a hard moment"),
        ({"forward": "5k in 20:00"}, "somebody else"),
        ({"contact": {"phone_number": "+1", "first_name": "Ben"}}, "no contacts"),
        ({"location": {"latitude": 52.0, "longitude": 13.0}}, "at 52 13"),
    ],
)
async def test_what_is_no_text_gets_a_kind_answer(ana: Person, content: dict[str, object], answer: str) -> None:
    await ana.sends(**content)
    assert answer in (await ana.hears()).text


@pytest.mark.parametrize(
    ("kind", "answer"),
    [("photo", "can’t see pictures"), ("voice", "cannot listen"), ("document", "Files are not read")],
)
async def test_a_file_gets_a_kind_answer(ana: Person, kind: str, answer: str) -> None:
    await ana.sends_file("something", b"\x89PNG", kind=kind)
    assert answer in (await ana.hears()).text


async def test_the_words_under_a_picture_are_heard(ana: Person) -> None:
    await ana.sends_file("run.png", b"\x89PNG", kind="photo", caption="5k in 30:00")
    assert (await ana.hears()).text == "heard 5k in 30:00"


async def test_an_unknown_command_is_named(ana: Person) -> None:
    await ana.says("/fly")
    assert "/fly" in (await ana.hears()).text


async def test_an_edited_message_is_heard_as_edited(ana: Person) -> None:
    message = await ana.says("one")
    await ana.hears("heard one")
    await ana.edits(message, "two")
    assert (await ana.hears()).text == "edited two"


async def test_html_in_a_name_shows_as_it_is(sandbox: Sandbox) -> None:
    mallory = await sandbox.person("<b>Mallory</b>")
    await mallory.says("/start")
    assert (await mallory.hears()).text == "Hello <b>Mallory</b>"


async def test_a_tap_is_answered_even_where_its_case_says_nothing_about_it(ana: Person) -> None:
    await ana.taps("Mine")
    assert await ana.sees_toast() == ""
    assert "tapped td" in [message.text for message in await ana.messages()] or (await ana.hears("tapped td"))


async def test_a_tap_gets_its_own_toast_once(house: House, ana: Person) -> None:
    await ana.taps("Toast")
    assert await ana.sees_toast() == "by toast"
    assert len(house.server.calls_of("answerCallbackQuery")) == 1


async def test_a_button_of_somebody_else_is_refused(ana: Person) -> None:
    await ana.taps("Theirs")
    assert "/start" in await ana.sees_toast()


async def test_a_retired_button_says_what_to_do(ana: Person) -> None:
    await ana.taps("Retired")
    assert "/today" in await ana.sees_toast()


async def test_an_error_of_ours_is_rolled_back_and_said_in_words(ana: Person) -> None:
    await ana.says("impossible")
    assert "race result" in (await ana.hears()).text


async def test_a_poisonous_update_is_set_aside_after_three_tries_and_the_next_one_goes_on(
    house: House, ana: Person
) -> None:
    await ana.says("poison")
    assert "went wrong on my side" in (await ana.hears()).text
    await ana.says("medicine")
    assert (await ana.hears()).text == "heard medicine"
    dead = await house.program.database.run(
        lambda s: s.exec(select(InboxUpdate).where(InboxUpdate.state == InboxState.DEAD)).all()
    )
    assert [update.attempts for update in dead] == [3]
    assert "poison" not in str(dead[0].error)


async def test_a_channel_is_left_in_silence(house: House, sandbox: Sandbox, ana: Person) -> None:
    channel = await sandbox.chat("channel", "News")
    ben = await sandbox.person("Ben")
    ben.chat = channel
    await ben.says("news")
    await ana.says("still there?")
    assert (await ana.hears()).text == "heard still there?"
    assert len(house.server.calls_of("sendMessage")) == 2


async def test_who_blocks_and_comes_back_is_heard_again(house: House, ana: Person) -> None:
    await ana.blocks_bot()
    await ana.unblocks_bot()
    await ana.says("back")
    assert (await ana.hears()).text == "heard back"
    house.server.faults.add(Fault.broken(), method="sendMessage", times=1)
    await ana.says("again")
    assert (await ana.hears()).text == "heard again"
