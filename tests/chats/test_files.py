"""Activity files over HTTP: sent, fetched, read, and come back as a card with a picture."""

import asyncio
import datetime as dt

import pytest
from sqlmodel import Session, select

from bot.sandbox import Fault, SandboxServer
from coach.activity import Recording
from coach.reading import Activity
from storage.tables import ActivityFile, FileContent, Log
from tests.activities.outings import an_outing, with_a_stop
from tests.activities.test_formats import BOMB
from tests.activities.writing import as_fit, as_gpx, as_gz, as_tcx
from tests.chats.conftest import MONDAY
from tests.chats.driver import BotMessage, Person, Sandbox
from tests.chats.onboarded import a_runner
from tests.chats.running import House
from tests.chats.test_week import to
from tests.snapshots import assert_matches_snapshot

PATIENCE = 60.0
"""Seconds: a process has to start on a busy machine."""


def this_morning(seconds: int = 1800, speed: float = 2.8, **more: object) -> Recording:
    """A run that ended half an hour before the chat began."""
    return an_outing(seconds, speed, started=MONDAY - dt.timedelta(minutes=30, seconds=seconds), **more)  # type: ignore[arg-type]


async def picture_and_card(person: Person) -> tuple[bytes, BotMessage]:
    """The picture that comes first, and the card after it."""
    while (picture := await person.hears(within=PATIENCE)).photo is None:
        """Something else that was on its way."""
    return await person.downloads(picture.photo), await person.hears()


@pytest.mark.parametrize(("name", "write"), [("run.gpx", as_gpx), ("run.tcx", as_tcx), ("run.fit", as_fit)])
async def test_a_file_comes_back_as_a_card_with_its_picture(ana: Person, name: str, write: object) -> None:
    await a_runner(ana)
    await ana.sends_file(name, write(this_morning()))  # type: ignore[operator]
    picture, card = await picture_and_card(ana)
    assert picture.startswith(b"\x89PNG")
    for words in (
        "5 km",
        "5:57/km",
        "heart rate 150",
        "20 m up",
        "Each km: 5:57",
        "1 km in 5:57",
        "How hard did it feel",
    ):
        assert words in card.text.replace("\u202f", " "), card.text
    await ana.taps("6")
    assert "effort 6" in (await ana.hears("effort")).text


async def test_a_chat_with_files_reads_like_a_coach(sandbox: Sandbox, ana: Person) -> None:
    await a_runner(ana)
    await to(sandbox, 1, 7)
    prompt = await ana.hears("Today:")
    await to(sandbox, 1, 18)
    started = dt.datetime(2026, 12, 1, 17, 10, tzinfo=dt.UTC)
    run = an_outing(2400, with_a_stop(900, 90, 2.9), started=started, hill_m=45.0)
    await ana.sends_file("Hills.fit", as_fit(run), reply_to=prompt.id)
    _, card = await picture_and_card(ana)
    await ana.taps("7")
    await ana.hears("effort 7")
    await ana.sends_file("Hills.gpx.gz", as_gz(as_gpx(run)))
    twin = await ana.hears("in your log already", within=PATIENCE)
    await ana.hears("effort 7")
    await ana.sends_file("notes.txt", b"ran a bit")
    refusal = await ana.hears("can’t find an activity", within=PATIENCE)
    figures = card.marked.splitlines()[1:4]
    assert_matches_snapshot("chats/files", "\n\n".join(["\n".join(figures), twin.text, refusal.text]))


async def test_a_reply_to_a_prompt_logs_that_session_days_later(sandbox: Sandbox, ana: Person) -> None:
    await a_runner(ana)
    await to(sandbox, 3, 7)
    prompt = await ana.hears("Today:")
    await to(sandbox, 5, 12)
    run = an_outing(1800, 2.8, started=dt.datetime(2026, 12, 4, 6, tzinfo=dt.UTC))
    await ana.sends_file("run.fit", as_fit(run), reply_to=prompt.id)
    _, card = await picture_and_card(ana)
    assert "Fri 4 Dec" in card.text
    assert "The plan had" in card.text


async def test_the_words_under_a_file_say_how_it_felt(ana: Person) -> None:
    await a_runner(ana)
    await ana.sends_file("run.gpx", as_gpx(this_morning()), caption="effort 6, left knee 2/10")
    _, card = await picture_and_card(ana)
    assert "effort 6" in card.text
    assert "Knee: 2 of 10" in card.text


async def test_an_edit_of_the_words_under_a_file_edits_its_log(ana: Person) -> None:
    await a_runner(ana)
    message = await ana.sends_file("run.gpx", as_gpx(this_morning()))
    await picture_and_card(ana)
    await ana.edits(message, "effort 6, left knee 2/10")
    card = await ana.hears("effort 6")
    assert "Knee: 2 of 10" in card.text
    await ana.edits(message, "effort 3")
    assert "Knee" not in (await ana.hears("effort 3")).text


async def test_a_refused_file_is_said_and_the_words_under_it_come_back_as_a_card(ana: Person) -> None:
    await a_runner(ana)
    message = await ana.sends_file("run.gpx", b"<gpx><trk>", caption="ran 5k in 31:20, effort 6")
    await ana.hears("so I go by your words under it", within=PATIENCE)
    card = (await ana.hears("effort 6")).text.replace("\u202f", " ")
    assert "5 km" in card
    assert "31:20" in card
    await ana.edits(message, "ran 6k in 37:00, effort 7")
    assert "6 km" in (await ana.hears("effort 7")).text.replace("\u202f", " ")
    await ana.says("/history")
    assert "2." not in (await ana.hears("Your log")).text


@pytest.mark.parametrize(("name", "write"), [("run.gpx", as_gpx), ("run.tcx", as_tcx), ("run.fit", as_fit)])
async def test_a_file_that_is_passed_on_is_read_like_any_other_without_somebody_else_s_words(
    ana: Person, name: str, write: object
) -> None:
    await a_runner(ana)
    await ana.sends_file(name, write(this_morning()), caption="effort 9", written_by="Ben")  # type: ignore[operator]
    _, card = await picture_and_card(ana)
    assert "5 km" in card.text.replace("\u202f", " ")
    assert "How hard did it feel" in card.text
    await ana.sends(forward="ran 10k in 40:00")
    await ana.hears("written by somebody else")


async def test_a_file_completes_what_was_told_in_words(ana: Person) -> None:
    await a_runner(ana)
    await ana.says("ran 5k in 30 min, effort 7, left knee 1/10")
    await ana.hears("effort 7")
    await ana.sends_file("run.gpx", as_gpx(this_morning()))
    _, card = await picture_and_card(ana)
    for words in ("5 km", "heart rate 150", "effort 7", "Knee: 1 of 10"):
        assert words in card.text.replace("\u202f", " ")
    await ana.says("/history")
    assert "2." not in (await ana.hears("Your log")).text


async def test_several_files_at_once_have_a_card_each_and_many_one_summary(ana: Person) -> None:
    await a_runner(ana)
    days = [MONDAY - dt.timedelta(days=n) for n in range(1, 9)]
    for number, started in enumerate(days[:2]):
        await ana.sends_file(f"{number}.fit", as_fit(an_outing(1200, started=started)), album="few")
    for _ in range(2):
        await picture_and_card(ana)
    for number, started in enumerate(days[2:]):
        await ana.sends_file(f"{number}.fit", as_fit(an_outing(1200, started=started)), album="many")
    summary = await ana.hears("6 files", within=PATIENCE)
    assert summary.text.count("✓") == 6


async def test_an_album_with_bad_and_known_files_says_what_became_of_each(ana: Person) -> None:
    await a_runner(ana)
    contents = [as_fit(an_outing(1200, started=MONDAY - dt.timedelta(days=n))) for n in range(1, 5)]
    for number, content in enumerate([*contents, contents[0], b"nonsense"]):
        await ana.sends_file(f"{number}.fit", content, album="mixed")
    summary = await ana.hears("6 files", within=PATIENCE)
    assert (summary.text.count("✓"), summary.text.count("already"), summary.text.count("not used")) == (4, 1, 1)
    assert "5.fit: not used (no activity file)" in summary.text
    await ana.says("4 3 6 5", reply_to=summary)
    await ana.hears("all 4 efforts are in your log")


@pytest.mark.parametrize(
    ("name", "content", "answer"),
    [
        ("run.gpx", b"", "no recorded activity"),
        ("run.gpx", as_gpx(this_morning())[:5000], "damaged"),
        ("run.fit", as_fit(this_morning())[:5000], "damaged"),
        ("run.gpx", BOMB, "left it alone"),
        ("plan.pdf", b"%PDF-1.7", "PDF"),
        ("run.gpx", b"\x89PNG\r\n\x1a\n", "picture"),
        ("export.zip", b"PK\x03\x04", "unpack"),
        ("run.gpx", as_gpx(an_outing(600, started=MONDAY + dt.timedelta(days=2))), "still to come"),
        ("run.gpx", as_gpx(this_morning(600, 0.0)), "never leaves its place"),
        ("run.gpx", as_gpx(this_morning(600, 9.0)), "nobody is that fast"),
        ("big.gpx", b"<gpx>" + b" " * 20 * 2**20, "too big"),
    ],
)
async def test_a_bad_file_gets_a_kind_answer_and_changes_nothing(
    ana: Person, name: str, content: bytes, answer: str
) -> None:
    await a_runner(ana)
    await ana.sends_file(name, content)
    await ana.hears(answer, within=PATIENCE)
    await ana.says("/history")
    assert "Nothing" in (await ana.hears()).text


async def test_a_renamed_file_is_read_by_what_is_in_it(ana: Person) -> None:
    await a_runner(ana)
    await ana.sends_file("holiday.jpg", as_fit(this_morning()))
    _, card = await picture_and_card(ana)
    assert "Run" in card.text


async def test_strength_from_a_watch_shows_its_pulse(ana: Person) -> None:
    await a_runner(ana)
    outing = this_morning(1500, 0.0, activity=Activity.STRENGTH, places=False)
    await ana.sends_file("gym.fit", as_fit(outing))
    _, card = await picture_and_card(ana)
    assert "Strength" in card.text
    assert "25 min" in card.text.replace("\u202f", " ")


async def test_a_restart_between_the_file_and_its_reading_loses_and_doubles_nothing(house: House, ana: Person) -> None:
    await a_runner(ana)
    held = house.server.faults.add(Fault.held(), method="file", times=1)
    await ana.sends_file("run.gpx", as_gpx(this_morning()))
    await asyncio.wait_for(held.arrived.wait(), PATIENCE)
    await house.restart()
    _, card = await picture_and_card(ana)
    assert "5 km" in card.text.replace("\u202f", " ")
    await house.restart()
    await ana.says("/history")
    assert "2." not in (await ana.hears("Your log")).text
    assert sum(message.photo is not None for message in await ana.messages()) == 1


async def test_a_file_that_telegram_does_not_hand_out_now_is_fetched_later(
    sandbox: Sandbox, server: SandboxServer, ana: Person
) -> None:
    await a_runner(ana)
    broken = server.faults.add(Fault.broken(), method="getFile", times=1)
    await ana.sends_file("run.gpx", as_gpx(this_morning()))
    await asyncio.wait_for(broken.arrived.wait(), PATIENCE)
    await sandbox.clock_forward(seconds=30)
    await picture_and_card(ana)


async def test_nothing_of_a_file_is_left_after_delete(house: House, ana: Person) -> None:
    await a_runner(ana)
    await ana.sends_file("run.gpx", as_gpx(this_morning()))
    await picture_and_card(ana)
    await ana.says("/delete")
    await ana.hears("Erase everything?")
    await ana.taps("Yes, erase everything")
    await ana.hears()

    def rows(session: Session) -> list[int]:
        return [len(session.exec(select(table)).all()) for table in (ActivityFile, FileContent, Log)]

    assert house.program.database.run_now(rows) == [0, 0, 0]


async def test_a_file_before_the_questions_are_answered_is_kindly_put_off(ana: Person) -> None:
    await ana.says("/start")
    await ana.hears()
    await ana.sends_file("run.gpx", as_gpx(this_morning()))
    await ana.hears("finish the questions first")
