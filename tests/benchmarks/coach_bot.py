"""The whole coach for ``bench_bot``, without Telegram's limits, and for ``bench_morning``, which sets ``BENCH_PACE``.

Run as a process; SIGUSR1 is the next morning.
"""

import asyncio
import os
import signal
import sys
from datetime import datetime, timedelta

from bot.cli.run import serve
from bot.clock import MovableClock
from bot.logs import set_up_logs
from bot.program import Program
from bot.settings import read_settings
from tests.chats.running import no_limits


def main() -> None:
    """Run until told to stop, from the moment that ``BENCH_START`` names on."""
    settings = read_settings()
    set_up_logs(settings, sys.stderr)
    clock = MovableClock(datetime.fromisoformat(os.environ["BENCH_START"]))
    program = Program(settings, clock, limits=None if os.environ.get("BENCH_PACE") else no_limits())

    async def run() -> None:
        asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, lambda: clock.forward(timedelta(days=1)))
        await serve(program, lambda: None)

    asyncio.run(run())


if __name__ == "__main__":
    main()
