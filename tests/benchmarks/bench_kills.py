"""What kill -9 costs: answers lost, kept twice, acknowledged twice, over random kills in polling and by webhook.

Run it as ``python -m tests.benchmarks.bench_kills [KILLS]``. The targets: none lost, none kept twice, none said more
than twice.
"""

import asyncio
import sys
import tempfile
from pathlib import Path

from bot.clock import MovableClock
from bot.sandbox import SandboxServer
from tests.chats.processes import free_port, torment, webhook

KILLS = 50


async def main(kills: int) -> None:
    """Print a line for each way of receiving."""
    for name, more in (("polling", {}), ("webhook", webhook(free_port()))):
        with tempfile.TemporaryDirectory() as folder:
            async with SandboxServer(MovableClock()) as server:
                toll = await torment(server, Path(folder), kills, more)
        sys.stdout.write(
            f"{name}: {toll.kills} kills, {toll.answers} answers, {toll.lost} lost, {toll.doubled} kept twice, "
            f"{toll.repeated} acknowledged twice, {toll.excessive} more often, {toll.unsaid} never\n"
        )
        sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else KILLS))
