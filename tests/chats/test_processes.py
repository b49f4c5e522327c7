"""The bot as a process of its own: killed, stopped, started wrong; nothing is lost and every end is a clear one."""

import asyncio
import signal
from pathlib import Path

import pytest

from bot.clock import MovableClock
from bot.sandbox import Fault, SandboxServer
from tests.chats.driver import Sandbox
from tests.chats.processes import ended, environment, free_port, launched, running


@pytest.fixture
def clock() -> MovableClock:
    """The machine's time: the bot is another process."""
    return MovableClock()


def one_line(said: str) -> bool:
    """Whether something was said in one line, and without a traceback."""
    return said.endswith("\n") and said.count("\n") == 1 and "Traceback" not in said


@pytest.mark.slow
async def test_a_signal_ends_it_within_five_seconds_and_in_order(server: SandboxServer, tmp_path: Path) -> None:
    async with Sandbox.at(server.url) as sandbox, running(tmp_path, environment(server, tmp_path)) as bot:
        ana = await sandbox.person("Ana")
        await ana.says("/start")
        await ana.hears("Hello")
        bot.send_signal(signal.SIGTERM)
        _, said = await asyncio.wait_for(bot.communicate(), 5)
        assert bot.returncode == 0
        assert said == b""


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_the_sandbox_alone_prints_one_address_and_stops(tmp_path: Path, number: signal.Signals) -> None:
    process = await launched("bot", tmp_path, environment(None, tmp_path))
    assert process.stdout is not None
    lines = [(await asyncio.wait_for(process.stdout.readline(), 20)).decode() for _ in range(2)]
    assert "sandbox" in lines[0]
    assert lines[1].count("http://127.0.0.1:") == 1
    process.send_signal(number)
    await asyncio.wait_for(process.communicate(), 5)
    assert process.returncode == 0


@pytest.mark.slow
async def test_it_waits_for_a_telegram_that_is_away_and_can_be_stopped_meanwhile(tmp_path: Path) -> None:
    away = {"TELEGRAM_BOT_TOKEN": "1:abc", "TELEGRAM_API_URL": f"http://127.0.0.1:{free_port()}"}
    process = await launched("bot", tmp_path, environment(None, tmp_path, **away), "run")
    assert process.stderr is not None
    assert b"does not answer yet" in await asyncio.wait_for(process.stderr.readline(), 20)
    process.send_signal(signal.SIGTERM)
    _, said = await asyncio.wait_for(process.communicate(), 5)
    assert process.returncode == 0
    assert b"Traceback" not in said


@pytest.mark.slow
async def test_an_operators_port_that_is_taken_ends_it_with_a_clear_line(server: SandboxServer, tmp_path: Path) -> None:
    taken = server.url.removeprefix("http://")
    status, said = await ended("bot", tmp_path, environment(server, tmp_path, METRICS_LISTEN=taken), "run")
    assert status == 2
    assert one_line(said)
    assert "METRICS_LISTEN" in said


@pytest.mark.slow
async def test_run_without_a_token_says_so(tmp_path: Path) -> None:
    status, said = await ended("bot", tmp_path, environment(None, tmp_path), "run")
    assert status == 2
    assert one_line(said)
    assert "TELEGRAM_BOT_TOKEN" in said


@pytest.mark.slow
async def test_a_refused_token_ends_it_with_a_clear_line(server: SandboxServer, tmp_path: Path) -> None:
    variables = environment(server, tmp_path, TELEGRAM_BOT_TOKEN="123:someoneelse")  # noqa: S106 — it opens nothing
    status, said = await ended("bot", tmp_path, variables, "run")
    assert status == 2
    assert one_line(said)
    assert "BotFather" in said


@pytest.mark.slow
async def test_an_unreachable_database_ends_it_with_a_clear_line(server: SandboxServer, tmp_path: Path) -> None:
    variables = environment(server, tmp_path, DATABASE_URL="postgresql://legwork:hunter2@127.0.0.1:1/legwork")
    status, said = await ended("bot", tmp_path, variables, "run")
    assert status == 2
    assert one_line(said)
    assert "127.0.0.1" in said
    assert "hunter2" not in said


@pytest.mark.slow
async def test_a_malformed_env_file_ends_it_with_a_clear_line(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("LOG_LEVEL=INFO\n=what is this\n", encoding="utf-8")
    status, said = await ended("bot", tmp_path, environment(None, tmp_path), "run")
    assert status == 2
    assert one_line(said)
    assert "line 2" in said


@pytest.mark.slow
async def test_neither_the_token_nor_a_persons_words_are_logged(server: SandboxServer, tmp_path: Path) -> None:
    """Everything at DEBUG, with lost replies and a file: the log is searched for both."""
    server.faults.add(Fault.lost_reply(), method="sendMessage", times=1)
    server.faults.add(Fault.broken(), method="getUpdates", times=1)
    variables = environment(server, tmp_path, LOG_LEVEL="DEBUG", LOG_FORMAT="json", PYTHONASYNCIODEBUG="1")
    process = await launched("bot", tmp_path, variables, "run")
    assert process.stdout is not None
    await process.stdout.readline()
    async with Sandbox.at(server.url) as sandbox:
        ana = await sandbox.person("Canaryname")
        await ana.says("/start")
        await ana.hears()
        await ana.says("canarywords 5k in 31:20")
        await ana.hears()
    process.send_signal(signal.SIGTERM)
    printed, logged = (part.decode() for part in await asyncio.wait_for(process.communicate(), 10))
    assert logged
    for secret in (server.token, server.token.partition(":")[2], "canarywords", "Canaryname", "31:20"):
        assert secret not in printed + logged
