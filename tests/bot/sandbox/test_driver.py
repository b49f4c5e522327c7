"""The tests' own tools: transcripts that read like a chat, snapshots that show what changed."""

from pathlib import Path

import pytest

from tests import snapshots
from tests.bot.sandbox.wire import PNG, Wire
from tests.chats.driver import Person, Sandbox
from tests.chats.script import BotMessage, marked
from tests.snapshots import assert_matches_snapshot

KEYS = {"inline_keyboard": [[{"text": "Done", "callback_data": "1"}], [{"text": "Skip", "callback_data": "2"}]]}


async def test_transcript_reads_like_a_chat(wire: Wire, sandbox: Sandbox, ana: Person) -> None:
    html = "<b>Run</b> 30 min\n<i>easy</i>"
    await wire.result("sendMessage", chat_id=ana.id, text=html, parse_mode="HTML", reply_markup=KEYS)
    prompt = await ana.hears()
    await ana.says("5k in 31:20", reply_to=prompt)
    await sandbox.clock_to((await sandbox.now()).replace(year=2030, month=1, day=1, hour=7, minute=0, second=0))
    await wire.result("sendPhoto", chat_id=ana.id, photo=PNG, caption="Week")
    await ana.hears()
    await ana.sends(location={"latitude": 1, "longitude": 2})
    await ana.sends(contact={"phone_number": "+1", "first_name": "Bo"})
    await ana.sends(sticker="👍")
    await ana.sends_file("a.gpx", b"x")
    await ana.sends_file("a.ogg", b"x", kind="voice")
    assert ana.transcript().split("\n\n") == [
        "Ana\n  /start",
        "Legwork\n  **Run** 30 min\n  _easy_\n  [Done]\n  [Skip]",
        "Ana answers “Run 30 min”\n  5k in 31:20",
        "— 2030-01-01 07:00 UTC —",
        "Legwork\n  📷 photo\n  Week",
        "Ana\n  📍 1.0, 2.0",
        "Ana\n  👤 Bo",
        "Ana\n  sticker 👍",
        "Ana\n  📎 a.gpx",
        "Ana\n  🎤 voice message",
    ]


async def test_transcript_leaves_out_what_was_not_heard_yet(wire: Wire, ana: Person) -> None:
    for text in ("one", "two"):
        await wire.result("sendMessage", chat_id=ana.id, text=text)
    await ana.hears()
    assert ana.transcript() == "Ana\n  /start\n\nLegwork\n  one"


async def test_screen_shows_edits_in_place(wire: Wire, ana: Person) -> None:
    sent = await wire.result("sendMessage", chat_id=ana.id, text="before", reply_markup=KEYS)
    await wire.result("editMessageText", chat_id=ana.id, message_id=sent["message_id"], text="after")
    assert await ana.screen() == "Ana\n  /start\n\nLegwork\n  after"


async def test_label_is_looked_for_on_the_newest_message_that_has_it(wire: Wire, ana: Person) -> None:
    first = await wire.result("sendMessage", chat_id=ana.id, text="one", reply_markup=KEYS)
    second = await wire.result("sendMessage", chat_id=ana.id, text="two", reply_markup=KEYS)
    await ana.taps("Done")
    await ana.taps("Done", on=first["message_id"])
    updates = (await wire.result("getUpdates"))[-2:]
    tapped = [update["callback_query"]["message"]["message_id"] for update in updates]
    assert tapped == [second["message_id"], first["message_id"]]


async def test_missing_button_fails_with_the_chat(wire: Wire, ana: Person) -> None:
    sent = await wire.result("sendMessage", chat_id=ana.id, text="one")
    with pytest.raises(AssertionError, match="no button “Done” in sight"):
        await ana.taps("Done")
    with pytest.raises(AssertionError, match="no button “Done” on that message"):
        await ana.taps("Done", on=sent["message_id"])


def test_marks_nest_and_count_in_utf16() -> None:
    entities = [
        {"type": "bold", "offset": 3, "length": 4},
        {"type": "text_link", "offset": 8, "length": 2, "url": "https://a.org"},
        {"type": "bot_command", "offset": 0, "length": 2},
    ]
    assert marked("🏃 easy go", entities) == "🏃 **easy** [go](https://a.org)"


def test_button_data_is_found_by_label() -> None:
    message = BotMessage.of({"message_id": 1, "text": "x", "reply_markup": KEYS})
    assert (message.data_of("Skip"), message.inline_labels) == ("2", ["Done", "Skip"])


def test_snapshot_shows_what_changed(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="--update-snapshots"):
        assert_matches_snapshot("chat", "hello", tmp_path)
    (tmp_path / "chat.txt").write_text("hello\n")
    assert_matches_snapshot("chat", "hello", tmp_path)
    with pytest.raises(AssertionError, match=r"(?s)-hello.*\+bye"):
        assert_matches_snapshot("chat", "bye", tmp_path)


def test_snapshot_is_written_on_request(tmp_path: Path) -> None:
    before, snapshots.MODE["update"] = snapshots.MODE["update"], True
    assert_matches_snapshot("a/chat", "hello", tmp_path)
    snapshots.MODE["update"] = before
    assert (tmp_path / "a" / "chat.txt").read_text() == "hello\n"
