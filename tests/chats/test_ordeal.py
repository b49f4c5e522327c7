"""Killed at random moments, Telegram failing meanwhile, prompts falling due: nothing is lost and nothing counts twice.

A short version of ``python -m tests.benchmarks.bench_kills``, which kills fifty times; a deeper run kills more often.
"""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.clock import MovableClock
from bot.sandbox import SandboxServer
from tests.chats.ordeal import EACH_KILL, Ordeal
from tests.depth import DEPTH

pytestmark = pytest.mark.slow
KILLS = max(2, round(2 * DEPTH))


@pytest.fixture
async def server() -> AsyncIterator[SandboxServer]:
    """Telegram's stand-in on the machine's own time: the bots are other processes."""
    async with SandboxServer(MovableClock()) as running:
        yield running


def survived(ordeal: Ordeal) -> None:
    """Everything was kept once, in order; said twice only after a doubt; and nothing was never said."""
    toll = ordeal.toll
    assert (toll.kills, toll.answers, toll.runners) == (KILLS, KILLS * EACH_KILL + 1, KILLS * EACH_KILL)
    assert (toll.lost, toll.doubled, toll.out_of_order, toll.excessive) == (0, 0, 0, 0), str(toll)
    assert toll.unsaid == set(), str(toll)
    assert toll.groundless == set(), str(toll)


@pytest.mark.parametrize("by_webhook", [False, True], ids=["polling", "webhook"])
async def test_a_bot_that_is_killed_again_and_again_loses_nothing(
    server: SandboxServer,
    tmp_path: Path,
    own_sqlite: str,
    by_webhook: bool,  # noqa: FBT001 — a case
) -> None:
    ordeal = Ordeal(server, tmp_path, own_sqlite, by_webhook=by_webhook)
    await ordeal.endure(KILLS)
    survived(ordeal)


@pytest.mark.postgres
@pytest.mark.parametrize("by_webhook", [False, True], ids=["polling", "webhook"])
async def test_three_replicas_that_are_killed_again_and_again_lose_nothing(
    server: SandboxServer,
    tmp_path: Path,
    own_postgres: str,
    by_webhook: bool,  # noqa: FBT001 — a case
) -> None:
    ordeal = Ordeal(server, tmp_path, own_postgres, replicas=3, by_webhook=by_webhook)
    await ordeal.endure(KILLS)
    survived(ordeal)
