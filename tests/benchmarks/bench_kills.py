"""What kill -9 costs, with Telegram failing and prompts falling due meanwhile; one line for each way of running.

    python -m tests.benchmarks.bench_kills [--kills 50] [--way polling|webhook|replicas|replicas-webhook]

Replicas are three processes on one PostgreSQL (``TEST_POSTGRES_URL``, or Debian's own). The targets: nothing lost,
kept twice, out of order, said more than twice as if it were new, or never said.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.clock import MovableClock
from bot.sandbox import SandboxServer
from tests.chats.ordeal import Ordeal
from tests.storage.postgres import NEEDED, forget_role, server_url, throw_away_database

WAYS = ("polling", "webhook", "replicas", "replicas-webhook")


@contextmanager
def a_database(way: str, folder: Path) -> Iterator[str]:
    """The URL of an empty database for a way of running."""
    if not way.startswith("replicas"):
        yield f"sqlite:///{folder / 'bot.db'}"
        return
    server = server_url()
    if server is None:
        raise SystemExit(NEEDED)
    try:
        with throw_away_database(server) as url:
            yield url
    finally:
        forget_role(server)


async def measure(way: str, kills: int) -> None:
    """Print the toll of one way."""
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as name, a_database(way, Path(name)) as url:
        async with SandboxServer(MovableClock()) as server:
            replicas = 3 if way.startswith("replicas") else 1
            toll = await Ordeal(server, Path(name), url, replicas, way.endswith("webhook")).endure(kills)
    sys.stdout.write(f"{way}: {toll} ({time.perf_counter() - began:.0f} s)\n")
    sys.stdout.flush()


def main() -> None:
    """Measure the ways that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--way", choices=WAYS, action="append")
    given = parser.parse_args()
    for way in given.way or WAYS:
        asyncio.run(measure(way, given.kills))


if __name__ == "__main__":
    main()
