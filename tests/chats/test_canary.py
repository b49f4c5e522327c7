"""Nothing a person wrote, and no secret, in any log: every path at DEBUG, and then the log is searched."""

import io
import json
import logging
import re
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace

import pytest
from pydantic import SecretStr

from bot.clock import MovableClock
from bot.coaching import ROUTES
from bot.desk import Desk
from bot.incoming import Heard
from bot.logs import set_up_logs
from bot.sandbox import Fault, SandboxServer
from bot.settings import Settings
from bot.telegram.floods import Floods
from coach.errors import UnreadableResult
from tests.chats.driver import Person, Sandbox
from tests.chats.forging import a_forged_tap, an_update
from tests.chats.processes import free_port
from tests.chats.running import House, sandbox_settings

CANARY = "canarybird"
HOOK_SECRET = "hook-canarysecret"  # noqa: S105 — it opens nothing
PASSWORD = "canarypassword"  # noqa: S105 — it opens nothing


def hear(desk: Desk, heard: Heard) -> None:
    """The coach's own ears, but for the ways in which a case can fail."""
    if "poison" in heard.text:
        raise RuntimeError(heard.text)
    if "impossible" in heard.text:
        raise UnreadableResult(text=heard.text)
    ROUTES.hear(desk, heard)


@pytest.fixture
def log(server: SandboxServer) -> Iterator[io.StringIO]:
    """Everything that is logged, at the lowest level, as the program itself writes it."""
    root, stream = logging.getLogger(), io.StringIO()
    before = root.handlers[:], root.level
    levels = {name: logging.getLogger(name).level for name in list(logging.root.manager.loggerDict)}
    settings = sandbox_settings(server, "sqlite://", {"log_level": "DEBUG", "log_format": "json"})
    settings = settings.model_copy(update={"webhook_secret": SecretStr(HOOK_SECRET)})
    set_up_logs(settings, stream)
    yield stream
    root.handlers[:], root.level = before
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)
    logging.captureWarnings(capture=False)


@pytest.fixture(params=["polling", "webhook"])
async def house(
    request: pytest.FixtureRequest, server: SandboxServer, clock: MovableClock, database_url: str, log: io.StringIO
) -> AsyncIterator[House]:
    """The bot in both ways of receiving."""
    assert log is not None
    port = free_port()
    more = {
        "webhook_url": f"http://127.0.0.1:{port}/hook",
        "webhook_secret": SecretStr(HOOK_SECRET),
        "listen": ("127.0.0.1", port),
    }
    routes = replace(ROUTES, hear=hear)
    settings = more if request.param == "webhook" else {}
    running = await House(server, clock, database_url, routes, settings, floods=Floods()).start()
    yield running
    await running.stop()


async def the_works(house: House, sandbox: Sandbox, olga: Person) -> None:
    """Say the word in every way there is."""
    ana = await sandbox.person(f"<b>{CANARY}</b>", last_name=CANARY, username=CANARY)
    await ana.says("/start")
    await ana.hears()
    house.server.faults.add(Fault.lost_reply(), method="sendMessage", times=1)
    house.server.faults.add(Fault.broken(), method="sendMessage", times=1)
    house.server.faults.add(Fault.refused(400, f"Bad Request: {CANARY}"), method="sendMessage", times=1)
    for text in ("5k in 31:20", "I have a fever", "poison", "impossible", "/nonsense", "/pause until"):
        await ana.says(f"{text} {CANARY}")
    edited = await ana.says("first")
    await ana.edits(edited, f"second {CANARY}")
    await ana.sends(contact={"phone_number": "+1", "first_name": CANARY})
    await ana.sends(forward=CANARY)
    for kind in ("document", "photo", "voice"):
        await ana.sends_file(f"{CANARY}.gpx", b"<gpx>" + CANARY.encode(), kind=kind, caption=CANARY)
    group = await sandbox.chat("group", CANARY)
    ben = await sandbox.person(CANARY)
    ben.chat = group
    await ben.says(f"/today {CANARY}")
    broken = an_update(ana, text=CANARY) | {"message": {"chat": CANARY, "text": CANARY}}
    strange = an_update(ana, text=CANARY) | {"poll_answer": {"option_ids": CANARY}}
    await house.program.keep([broken, strange, a_forged_tap(ana, f"1.an.1..{CANARY}"), a_forged_tap(ana, CANARY)])
    for command in (f"/broadcast {CANARY}", "/stats", "/deadletters"):
        await olga.says(command)
    await olga.hears("set aside")
    send = next(m for m in await olga.messages() if m.inline_labels and "Send it" in m.inline_labels[0])
    await olga.taps(send.inline_labels[0], on=send)
    await olga.hears("over", within=30)
    await ana.hears("went wrong on my side", within=30)


async def test_nothing_a_person_wrote_and_no_secret_is_logged_on_any_path(
    house: House, sandbox: Sandbox, log: io.StringIO
) -> None:
    olga = await sandbox.person("Olga")
    house.settings = {**house.settings, "admin_ids": frozenset({olga.id})}
    await house.restart()
    await the_works(house, sandbox, olga)
    await house.stop()
    written = log.getvalue()
    await house.start()
    lines = [json.loads(line) for line in written.splitlines()]
    assert len(lines) > 20
    assert any("could not be handled" in line["message"] for line in lines), "the failures are told"
    failed = [line for line in lines if "RuntimeError at test_canary.py" in line["message"]]
    assert failed, "with their place"
    assert all(line["update"] and line["athlete"] for line in failed), "and whose they are"
    assert {"update", "athlete", "time", "level", "logger", "message"} <= set().union(*lines)
    for secret in (CANARY, HOOK_SECRET, house.server.token, house.server.token.partition(":")[2], "31:20"):
        found = [line for line in lines if secret in json.dumps(line, ensure_ascii=False)]
        assert found == [], secret


def test_no_setting_shows_a_secret() -> None:
    settings = Settings(
        telegram_bot_token=SecretStr("123456:canarytoken"),
        webhook_secret=SecretStr(HOOK_SECRET),
        database_url=SecretStr(f"postgresql://legwork:{PASSWORD}@db/legwork"),
    )
    shown = f"{settings!r} {settings} {settings.model_dump()} {settings.model_dump_json()}"
    assert not re.search("canary", shown)
    assert {"123456:canarytoken", HOOK_SECRET, PASSWORD} <= set(settings.secrets)
