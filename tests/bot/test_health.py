"""The operator's page: what it says when things are well, and when Telegram or the database are away."""

import asyncio
import datetime as dt
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from sqlmodel import Session

from bot.health import SILENT_AFTER, HealthServer
from bot.house import House
from bot.metrics import BUCKETS, Metrics
from bot.routes import Routes
from bot.settings import Settings
from coach.errors import DatabaseUnreachable, TransactionTooLong
from storage.athletes import register
from storage.inbox import TRIES, fail_update, receive
from storage.outbox import queue_message
from storage.tables import Lane
from tests.bot.telegram.fakes import FakeApi
from tests.bot.telegram.virtual import inline_database

NOW = dt.datetime(2026, 11, 30, 8, 0, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)
OPERATIONS = (Path(__file__).parents[2] / "docs" / "operations.md").read_text(encoding="utf-8")


class StillClock:
    """Shows what it is set to."""

    at = NOW

    def now(self) -> dt.datetime:
        """The present moment."""
        return self.at


class Page:
    """The page of a house whose clock can be moved."""

    def __init__(self, *, polling: bool = True) -> None:
        self.clock, self.database = StillClock(), inline_database()
        self.house = House(Settings(), self.clock, self.database, FakeApi(), Routes())
        self.server = HealthServer(self.house, self.clock, ("127.0.0.1", 0), polling=polling)

    async def asks(self, path: str) -> tuple[int, str]:
        """The status and text of a page."""
        async with aiohttp.ClientSession() as session, session.get(f"{self.server.address}{path}") as answer:
            return answer.status, await answer.text()

    async def figures(self) -> dict[str, float]:
        """What ``/metrics`` says, by name and labels."""
        _, text = await self.asks("/metrics")
        return figures_of(text)


def figures_of(text: str) -> dict[str, float]:
    """Prometheus text, read back."""
    lines = (line.rpartition(" ") for line in text.splitlines() if not line.startswith("#"))
    return {name: float(value) for name, _, value in lines}


@pytest.fixture(params=[True])
async def page(request: pytest.FixtureRequest) -> AsyncIterator[Page]:
    made = Page(polling=request.param)
    serving = asyncio.create_task(made.server.run())
    while not made.server.address:  # noqa: ASYNC110 — nobody tells when it listens
        await asyncio.sleep(0)
    yield made
    serving.cancel()
    await asyncio.gather(serving, return_exceptions=True)
    made.database.close_now()


async def test_a_bot_that_telegram_answers_and_whose_database_works_is_ready(page: Page) -> None:
    page.house.metrics.heard_at = NOW
    assert await page.asks("/readyz") == (200, "ok\n")


async def test_a_bot_that_hears_nothing_from_telegram_lives_and_is_not_ready(page: Page) -> None:
    assert await page.asks("/readyz") == (503, "nothing heard from Telegram\n")
    page.house.metrics.heard_at = NOW
    page.clock.at += SILENT_AFTER + dt.timedelta(seconds=1)
    assert await page.asks("/readyz") == (503, "nothing heard from Telegram\n")
    assert await page.asks("/healthz") == (200, "ok\n")


@pytest.mark.parametrize("page", [False], indirect=True)
async def test_behind_a_webhook_silence_is_no_trouble(page: Page) -> None:
    """Nobody may be writing."""
    assert await page.asks("/readyz") == (200, "ok\n")


@pytest.mark.parametrize("error", [DatabaseUnreachable(), TransactionTooLong()])
async def test_a_bot_without_its_database_lives_and_is_not_ready_and_its_figures_say_so(
    page: Page, error: Exception
) -> None:
    page.house.metrics.heard_at = NOW
    page.database.lost = [error, error]
    assert await page.asks("/readyz") == (503, "the database does not answer\n")
    figures = await page.figures()
    assert figures["legwork_database_up"] == 0
    assert "legwork_handling_seconds_count" in figures
    assert "legwork_inbox_waiting" not in figures
    assert await page.asks("/healthz") == (200, "ok\n")
    assert (await page.figures())["legwork_database_up"] == 1


def busy(session: Session) -> None:
    """Two updates that wait, one set aside, two messages, and an athlete whose moment has passed."""
    receive(session, [{"update_id": 1}, {"update_id": 2}], NOW - 3 * MINUTE)
    receive(session, [{"update_id": 3}], NOW - 5 * MINUTE)
    for _ in range(TRIES):
        fail_update(session, 3, "RuntimeError", NOW)
    athlete = register(session, 1, 1, "Ana", "en", NOW)
    payload = {"chat_id": 1, "text": "words"}
    queue_message(session, 1, "send_message", payload, NOW - MINUTE)
    queue_message(session, 1, "send_message", payload, NOW - 2 * MINUTE, lane=Lane.BROADCAST)
    athlete.next_prompt_at = NOW - 4 * MINUTE


async def test_the_figures_are_what_waits_and_for_how_long(page: Page) -> None:
    page.database._transact(busy)
    figures = await page.figures()
    wanted: dict[str, Any] = {
        "legwork_inbox_waiting": 2,
        "legwork_inbox_age_seconds": 180,
        "legwork_inbox_set_aside": 1,
        'legwork_outbox_waiting{lane="answer"}': 1,
        'legwork_outbox_age_seconds{lane="answer"}': 60,
        'legwork_outbox_waiting{lane="broadcast"}': 1,
        'legwork_outbox_age_seconds{lane="broadcast"}': 120,
        "legwork_prompts_late": 1,
        "legwork_prompts_late_seconds": 240,
    }
    assert {name: figures[name] for name in wanted} == wanted


async def test_every_figure_that_the_operators_page_explains_is_there(page: Page) -> None:
    metrics = page.house.metrics
    metrics.heard_at = NOW
    metrics.sent("too_many")
    metrics.handled("failed", 0.1)
    page.database._transact(busy)
    _, text = await page.asks("/metrics")
    explained = set(re.findall(r"`(legwork_\w+?)(?:\{\w+\})?`", OPERATIONS))
    assert len(explained) >= 10
    assert {name for name in explained if f"# TYPE {name} " not in text} == set()
    assert "words" not in text
    assert "Ana" not in text


def test_what_was_handled_is_counted_by_how_it_ended_and_how_long_it_took() -> None:
    metrics = Metrics()
    for seconds in (0.001, 0.005, 0.2, 9.0):
        metrics.handled("handled", seconds)
    metrics.handled("failed", 0.2)
    metrics.sent("too_many")
    figures = figures_of("\n".join(metrics.lines()))
    assert figures['legwork_updates_total{outcome="handled"}'] == 4
    assert figures['legwork_updates_total{outcome="failed"}'] == 1
    assert figures['legwork_sends_total{outcome="too_many"}'] == 1
    buckets = [figures[f'legwork_handling_seconds_bucket{{le="{bound}"}}'] for bound in (*BUCKETS, "+Inf")]
    assert buckets == [2, 2, 2, 2, 2, 4, 4, 4, 4, 5]
    assert figures["legwork_handling_seconds_count"] == 5
    assert figures["legwork_handling_seconds_sum"] == pytest.approx(9.406)
