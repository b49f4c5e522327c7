"""A running club's group: the coach says where it coaches, now and then, and tells nobody anything of anybody."""

from dataclasses import replace

from sqlmodel import select

from bot.taps import Tap, Verb
from storage.tables import Athlete, Log, OutboxMessage, Saying
from tests.chats.driver import Person, Sandbox
from tests.chats.forging import a_forged_tap
from tests.chats.onboarded import a_runner
from tests.chats.running import House, asked
from tests.snapshots import assert_matches_snapshot

DOOR = "https://t.me/legwork_sandbox_bot?start=group"


async def a_club(sandbox: Sandbox, founder: Person, *others: Person) -> list[Person]:
    """A group that ``founder`` brings the coach to, as each of them sees it."""
    club = await sandbox.chat("group", "Tuesday runners", by=founder)
    return [replace(one, chat=club, _inbox=[], _story=[], _messages={}) for one in (founder, *others)]


def said_in(house: House, chat: int) -> list[dict[str, str]]:
    """What the coach has sent to a chat."""
    return [dict(call.values) for call in house.server.calls_of("sendMessage") if int(call.values["chat_id"]) == chat]


async def test_who_brings_the_coach_to_a_group_reads_where_it_coaches(sandbox: Sandbox) -> None:
    ana, ben = await sandbox.person("Ana"), await sandbox.person("Ben")
    ana_there, ben_there = await a_club(sandbox, ana, ben)
    hello = await ana_there.hears("Hi everybody!")
    assert hello.inline_labels == ["Talk to me in private"]
    assert hello.content["reply_markup"]["inline_keyboard"][0][0]["url"] == DOOR
    await ana_there.says("anybody running tonight?")
    await ben_there.says("me! 5k in 30 min, easy")
    await sandbox.clock_forward(minutes=11)
    await ben_there.says("@legwork_sandbox_bot 5k in 31:20, rpe 6, left knee 2/10")
    called = await ben_there.hears("I coach in private")
    assert called.content["reply_to_message"]["text"].startswith("@legwork_sandbox_bot 5k")
    assert_matches_snapshot("chats/a_club", ben_there.transcript())


async def test_many_who_call_at_once_are_answered_once(house: House, sandbox: Sandbox) -> None:
    people = [await sandbox.person(name) for name in ("Ana", "Ben", "Cleo")]
    club = await a_club(sandbox, *people)
    await club[0].hears("Hi everybody!")
    await sandbox.clock_forward(hours=1)
    for one in club:
        await one.says("/start@legwork_sandbox_bot")
        await one.says("/today")
    await club[0].hears("I coach in private")
    await calls_at_last(sandbox, club[0])
    assert len(said_in(house, club[0].chat)) == 3


async def test_words_for_others_are_met_with_silence(house: House, sandbox: Sandbox) -> None:
    ana, ben = await sandbox.person("Ana"), await sandbox.person("Ben")
    ana_there, ben_there = await a_club(sandbox, ana, ben)
    await ana_there.hears("Hi everybody!")
    await sandbox.clock_forward(hours=1)
    for words in ("/today@another_bot", "/poll", "/stats", "@another_bot hello", "my knee hurts 6/10", "/ today"):
        await ben_there.says(words)
    await calls_at_last(sandbox, ana_there)
    assert len(said_in(house, ana_there.chat)) == 2


async def test_a_reply_to_the_coach_calls_it_whatever_is_sent(sandbox: Sandbox) -> None:
    ana, ben = await sandbox.person("Ana"), await sandbox.person("Ben")
    ana_there, ben_there = await a_club(sandbox, ana, ben)
    hello = await ana_there.hears("Hi everybody!")
    await sandbox.clock_forward(hours=1)
    await ben_there.sends(sticker="👍", reply_to=hello)
    await ben_there.hears("I coach in private")


async def test_nothing_said_in_a_group_is_kept(house: House, sandbox: Sandbox) -> None:
    ana, ben = await sandbox.person("Ana"), await sandbox.person("Ben")
    ana_there, ben_there = await a_club(sandbox, ana, ben)
    await ana_there.hears("Hi everybody!")
    await sandbox.clock_forward(hours=1)
    await ben_there.says("@legwork_sandbox_bot 5k in 30 min")
    await ben_there.hears("I coach in private")
    for table in (Athlete, Log, Saying):
        assert asked(house, lambda session, table=table: list(session.exec(select(table)))) == []


async def test_an_athlete_who_calls_in_a_group_shows_nothing_there(sandbox: Sandbox, ana: Person) -> None:
    await a_runner(ana)
    (there,) = await a_club(sandbox, ana)
    await there.hears("Hi everybody!")
    for words in ("/today", "/export", "/history", "/delete", "@legwork_sandbox_bot my week?", "/settings"):
        await sandbox.clock_forward(minutes=11)
        await there.says(words)
        assert (await there.hears()).text.startswith("I coach in private")


async def test_a_button_of_somebodys_forged_into_a_group_does_nothing(
    house: House, sandbox: Sandbox, ana: Person
) -> None:
    await a_runner(ana)
    ben = await sandbox.person("Ben")
    _, ben_there = await a_club(sandbox, ana, ben)
    chat = {"id": ben_there.chat, "type": "group", "title": "Tuesday runners"}
    for verb in (Verb.TODAY, Verb.DELETE_ALL, Verb.DELETE_LOG):
        forged = a_forged_tap(ben, Tap(verb, 1).pack())
        forged["callback_query"]["message"]["chat"] = chat
        await house.program.keep([forged])
    await calls_at_last(sandbox, ben_there)
    assert len(said_in(house, ben_there.chat)) == 2


async def test_a_group_that_becomes_a_supergroup_is_not_told_again(house: House, sandbox: Sandbox) -> None:
    ana = await sandbox.person("Ana")
    (there,) = await a_club(sandbox, ana)
    await there.hears("Hi everybody!")
    grown = await sandbox.call("POST", f"chats/{there.chat}/migrate", json={"from": ana.id})
    after = replace(there, chat=int(grown["id"]), _inbox=[], _story=[], _messages={})
    await after.says("/start@legwork_sandbox_bot")
    await calls_at_last(sandbox, after)
    assert len(said_in(house, after.chat)) == 1
    rows = asked(house, lambda session: session.exec(select(OutboxMessage.chat_id)).all())
    assert there.chat not in rows


async def test_the_door_of_a_group_leads_to_the_first_question(ana: Person) -> None:
    await ana.says("/start group")
    await ana.hears("Hi Ana!")
    await ana.hears("What would you like to train for?")


async def test_the_menu_of_a_group_holds_only_what_works_there(sandbox: Sandbox, ana: Person) -> None:
    (there,) = await a_club(sandbox, ana)
    await there.hears("Hi everybody!")
    menu = await sandbox.call("GET", f"chats/{there.chat}/commands")
    assert [one["command"] for one in menu] == ["start"]
    own = await sandbox.call("GET", f"chats/{ana.id}/commands")
    assert len(own) > 10


async def calls_at_last(sandbox: Sandbox, person: Person) -> None:
    """Call the coach when it answers again: whatever it had to say to what came before has been said then."""
    await sandbox.clock_forward(minutes=11)
    await person.says("/start@legwork_sandbox_bot")
    await person.hears("I coach in private")
