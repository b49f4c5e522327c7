"""The whole coach for ``bench_bot``, without Telegram's limits, and for ``bench_morning``, which sets ``BENCH_PACE``.

Run as a process; SIGUSR1 is the next noon, SIGUSR2 this evening, when the week has been reviewed on a Sunday.
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

NOON, EVENING = 12, 21


def on_to(clock: MovableClock, hour: int) -> None:
    """Let the clock go on until it is an hour next."""
    now = clock.now()
    ahead = now.replace(hour=hour, minute=0, second=0, microsecond=0) - now
    clock.forward(ahead if ahead > timedelta(0) else ahead + timedelta(days=1))


def main() -> None:
    """Run until told to stop, from the moment that ``BENCH_START`` names on."""
    settings = read_settings()
    set_up_logs(settings, sys.stderr)
    clock = MovableClock(datetime.fromisoformat(os.environ["BENCH_START"]))
    program = Program(settings, clock, limits=None if os.environ.get("BENCH_PACE") else no_limits())

    async def run() -> None:
        for number, hour in ((signal.SIGUSR1, NOON), (signal.SIGUSR2, EVENING)):
            asyncio.get_running_loop().add_signal_handler(number, on_to, clock, hour)
        await serve(program, lambda: None)

    asyncio.run(run())


if __name__ == "__main__":
    main()
