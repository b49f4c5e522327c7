"""The reading process: within its limits, and whatever a file does to it, the bot goes on."""

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot.activities.opening import MOST_SAMPLES
from bot.activities.order import Order
from bot.activities.reading import Readers
from bot.activities.worker import MEMORY, carry_out
from tests.activities.outings import NOW, an_outing
from tests.activities.writing import as_fit, as_gpx, as_tcx

ROOT = Path(__file__).parents[2]


def an_order(folder: Path, content: bytes, **more: object) -> Order:
    path = folder / f"{len(list(folder.iterdir()))}.bin"
    path.write_bytes(content)
    return Order(str(path), NOW.timestamp(), **more)  # type: ignore[arg-type]


async def test_a_file_is_read_by_another_process(tmp_path: Path) -> None:
    async with Readers() as readers:
        outcome = await readers.read(an_order(tmp_path, as_fit(an_outing(600))))
    assert outcome.summary is not None
    assert outcome.summary.elapsed_s == 600
    assert outcome.picture is not None
    assert outcome.packed is not None


async def test_files_are_read_one_after_the_other_and_a_bad_one_harms_nobody(tmp_path: Path) -> None:
    async with Readers() as readers:
        contents = (as_gpx(an_outing(600)), b"nonsense", as_tcx(an_outing(700)))
        outcomes = [await readers.read(an_order(tmp_path, content, draw=False)) for content in contents]
    assert [outcome.reason for outcome in outcomes] == [None, "not_activity", None]


async def test_a_file_that_takes_too_long_ends_the_process_and_the_next_one_gets_a_new_one(tmp_path: Path) -> None:
    async with Readers(deadline=0.001) as hasty:
        assert (await hasty.read(an_order(tmp_path, as_gpx(an_outing(600))))).reason == "too_heavy"
        assert hasty._process is None
        hasty._deadline = 60.0
        assert (await hasty.read(an_order(tmp_path, as_gpx(an_outing(600))))).summary is not None


async def test_a_process_that_dies_is_replaced(tmp_path: Path) -> None:
    async with Readers() as readers:
        order = an_order(tmp_path, as_gpx(an_outing(600)), draw=False)
        await readers.read(order)
        assert readers._process is not None
        os.kill(readers._process.pid, signal.SIGKILL)
        outcomes = {(await readers.read(order)).reason for _ in range(2)}
        assert None in outcomes


async def test_cancelling_ends_the_process(tmp_path: Path) -> None:
    async with Readers() as readers:
        await readers.read(an_order(tmp_path, b"nonsense"))
        process = readers._process
        task = asyncio.create_task(readers.read(an_order(tmp_path, as_gpx(an_outing(3600)))))
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert process is not None
        assert process.returncode is not None


def test_more_memory_than_the_limit_cannot_be_had() -> None:
    program = (
        "from bot.activities.worker import limit_memory, MEMORY\nlimit_memory()\n"
        "try:\n    bytearray(MEMORY)\nexcept MemoryError:\n    raise SystemExit(7)\n"
    )
    ended = subprocess.run([sys.executable, "-c", program], check=False, cwd=ROOT)  # noqa: S603 — our own
    assert ended.returncode == 7
    assert MEMORY < 2**30


def test_a_file_with_endless_points_is_refused_before_it_fills_the_memory(tmp_path: Path) -> None:
    content = b"<gpx><trk><trkseg>" + b"<trkpt/>" * (MOST_SAMPLES + 1) + b"</trkseg></trk></gpx>"
    assert carry_out(an_order(tmp_path, content)).reason == "too_big"


async def test_the_process_does_not_learn_the_bots_secrets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "1:canary")
    async with Readers() as readers:
        await readers.read(an_order(tmp_path, b"nonsense"))
        assert readers._process is not None
        assert b"canary" not in await asyncio.to_thread(Path(f"/proc/{readers._process.pid}/environ").read_bytes)
