"""The whole coach without Telegram's limits, for ``bench_bot``. Run as a process."""

import asyncio
import sys

from bot.cli.run import serve
from bot.clock import SystemClock
from bot.logs import set_up_logs
from bot.program import Program
from bot.settings import read_settings
from tests.chats.running import no_limits


def main() -> None:
    """Run until told to stop."""
    settings = read_settings()
    set_up_logs(settings, sys.stderr)
    asyncio.run(serve(Program(settings, SystemClock(), limits=no_limits()), lambda: None))


if __name__ == "__main__":
    main()
