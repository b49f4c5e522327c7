"""The operator's commands, over HTTP: for operators alone, and nothing in them a person wrote."""

import pytest
from sqlmodel import Session, select

from bot.clock import MovableClock
from storage.athletes import find_athlete
from storage.inbox import dead_letters
from storage.tables import Athlete, InboxState, InboxUpdate
from tests.chats.driver import Person, Sandbox
from tests.chats.forging import forges
from tests.chats.running import House


@pytest.fixture
async def olga(house: House, sandbox: Sandbox) -> Person:
    """The operator; the bot was started again with her number in its settings."""
    person = await sandbox.person("Olga")
    house.settings = {**house.settings, "admin_ids": frozenset({person.id})}
    await house.restart()
    return person


async def test_stats_count_and_name_nobody(sandbox: Sandbox, olga: Person) -> None:
    ana = await sandbox.person("Anastasia")
    await ana.says("/start")
    await ana.hears("What would you like")
    await olga.says("/stats")
    heard = (await olga.hears("Legwork")).text
    assert "schema" in heard
    assert "1 at the first questions" in heard
    assert "sent" in heard
    assert "Anastasia" not in heard


@pytest.mark.parametrize("command", ["/stats", "/broadcast hello", "/deadletters"])
async def test_others_hear_what_they_hear_for_any_unknown_command(olga: Person, ana: Person, command: str) -> None:
    await ana.says("/nonsense")
    unknown = (await ana.hears()).text
    await ana.says(command)
    name = command.removeprefix("/").partition(" ")[0]
    assert (await ana.hears()).text == unknown.replace("nonsense", name)
    assert olga.id != ana.id


async def test_help_and_the_menu_keep_quiet_about_them(house: House, olga: Person, ana: Person) -> None:
    await ana.says("/help")
    assert "stats" not in (await ana.hears()).text
    profile = house.server.world.profile
    assert "stats" not in str(profile.commands_for({"id": ana.id, "type": "private"}, "en"))
    assert "stats" in str(profile.commands_for({"id": olga.id, "type": "private"}, "en"))


async def test_a_broadcast_is_shown_confirmed_sent_and_reported(sandbox: Sandbox, olga: Person) -> None:
    ana, ben, carl = await _three(sandbox)
    await carl.blocks_bot()
    await olga.says("/broadcast Away at 22:00 & <back> soon")
    assert (await olga.hears()).text == "Away at 22:00 & <back> soon"
    asked = await olga.hears("how it will look")
    await olga.taps(asked.inline_labels[0], on=asked)
    for person in (ana, ben):
        assert (await person.hears("Away")).text == "Away at 22:00 & <back> soon"
    assert "2 people have it" in (await olga.hears("broadcast is over")).text
    with pytest.raises(AssertionError):
        await ana.hears("Away", within=0.2)


async def test_a_broadcast_that_is_not_wanted_reaches_nobody(house: House, sandbox: Sandbox, olga: Person) -> None:
    ana, *_ = await _three(sandbox)
    await olga.says("/broadcast Never")
    asked = await olga.hears("how it will look")
    send = asked.data_of(asked.inline_labels[0])
    await olga.taps("Don’t send it", on=asked)
    await olga.hears("Not sent to anybody")
    await forges(house, olga, send, under=asked.id)
    await olga.hears("can no longer be sent")
    with pytest.raises(AssertionError):
        await ana.hears("Never", within=0.5)


async def test_a_broadcast_without_words_says_how(olga: Person) -> None:
    await olga.says("/broadcast")
    assert "/broadcast Tonight" in (await olga.hears()).text


async def test_nobody_else_can_press_an_operators_button(house: House, sandbox: Sandbox, olga: Person) -> None:
    ana, *_ = await _three(sandbox)
    await olga.says("/broadcast Mine")
    asked = await olga.hears("how it will look")
    data = asked.data_of(asked.inline_labels[0])
    await forges(house, ana, data, data.replace(f".{olga.id:x}.", f".{ana.id:x}."))
    await house.program.database.run(lambda session: session.connection())
    with pytest.raises(AssertionError):
        await ana.hears("Mine", within=0.5)


async def test_what_was_set_aside_is_listed_by_place_and_tried_again(house: House, ana: Person, olga: Person) -> None:
    await ana.says("/start")
    await ana.hears("What would you like")
    await house.stop()
    await ana.says("my secret words")
    await house.start()
    await ana.hears()
    await house.program.database.run(lambda session: _set_aside(session, ana.id))
    await olga.says("/deadletters")
    heard = await olga.hears("set aside")
    assert "RuntimeError at hear.py" in heard.text
    assert "secret" not in heard.text
    assert str(ana.id) not in heard.text
    await olga.taps("Retry 1", on=heard)
    await olga.hears("Nothing is set aside")
    await ana.hears()


async def test_what_was_set_aside_can_be_dropped(house: House, ana: Person, olga: Person) -> None:
    await ana.says("/start")
    await ana.hears("What would you like")
    await house.program.database.run(lambda session: _set_aside(session, ana.id))
    await olga.says("/deadletters")
    heard = await olga.hears("set aside")
    await olga.taps("Drop 1", on=heard)
    await olga.hears("Nothing is set aside")
    assert await house.program.database.run(dead_letters) == []


def _set_aside(session: Session, person: int) -> None:
    """An update of a person's that failed three times."""
    assert session.exec(select(Athlete)).first() is not None
    assert find_athlete(session, person) is not None
    newest = max(session.exec(select(InboxUpdate.update_id)))
    chat = {"id": person, "type": "private", "first_name": "Ana"}
    payload = {
        "update_id": newest + 10_000,
        "message": {"message_id": 9_999, "date": 1, "chat": chat, "from": {**chat, "is_bot": False}, "text": "secret"},
    }
    dead = InboxUpdate(update_id=newest + 10_000, chat_key=person, payload=payload, received_at=MovableClock().now())
    dead.state, dead.attempts, dead.done_at = InboxState.DEAD, 3, dead.received_at
    dead.error = "RuntimeError at hear.py:12 hear < turn.py:3 act"
    session.add(dead)


async def _three(sandbox: Sandbox) -> list[Person]:
    """Three people who have said hello."""
    people = [await sandbox.person(name) for name in ("Ana", "Ben", "Carl")]
    for person in people:
        await person.says("/start")
        await person.hears("What would you like")
    return people
