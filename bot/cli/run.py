"""``legwork run``: the bot on Telegram, until it is told to stop."""

import argparse
import asyncio
import gc
import logging
import os
import signal
import threading
from collections.abc import Callable, Coroutine
from typing import NoReturn, TextIO

from bot.clock import SystemClock
from bot.logs import set_up_logs
from bot.program import Program
from bot.settings import read_settings
from bot.telegram.floods import Floods
from bot.words import words_for

log = logging.getLogger(__name__)

END_WITHIN = 4.7
"""Seconds from the signal to the end of the process, whatever is still in hand."""
GARBAGE = (20_000, 20, 50)
"""How seldom Python looks for circles of objects: a turn makes thousands of objects, and hardly a circle."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """There are none: everything is a setting."""


def run(arguments: argparse.Namespace, stdin: TextIO, stdout: TextIO, stderr: TextIO) -> int:
    """Run the bot until SIGTERM or SIGINT.

    Raises:
        ConfigurationError: a setting is missing or malformed.
        TokenRefused: Telegram does not know the token.
        DatabaseError: the database cannot be used.
    """
    del arguments, stdin
    settings = read_settings()
    set_up_logs(settings, stderr)
    program = Program(settings, SystemClock(), floods=Floods())

    def greet() -> None:
        stdout.write(words_for(html=False)("machine.listening") + "\n")
        stdout.flush()

    asyncio.run(serve(program, greet))
    return 0


async def serve(program: Program, started: Callable[[], None]) -> None:
    """Start, run until a signal or until a part cannot go on, and stop; after a signal the process ends in time.

    Raises:
        LegworkError: why it could not start or go on.
    """
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, tell, stop)
    told = asyncio.create_task(stop.wait())
    try:
        if await _unless(told, program.start()):
            # What was built by now lives as long as the process: the collector need not look at it again and again.
            gc.freeze()
            gc.set_threshold(*GARBAGE)
            started()
            await _unless(told, program.ended())
    finally:
        told.cancel()
        await program.stop()


def tell(stop: asyncio.Event) -> None:
    """Begin to stop, and see that it comes to an end: a thread in the middle of a transaction cannot be ended."""
    stop.set()
    timer = threading.Timer(END_WITHIN, leave)
    timer.daemon = True
    timer.start()


def leave() -> NoReturn:
    """End the process as a kill would: what has not committed is undone by the database, and done at the next start."""
    log.warning("something in hand did not come to its end in time; it is left to the next start")
    os._exit(0)


async def _unless(told: asyncio.Task[bool], job: Coroutine[None, None, None]) -> bool:
    """Do a job to its end, unless told to stop before; whether it came to its end."""
    task = asyncio.create_task(job)
    await asyncio.wait([task, told], return_when=asyncio.FIRST_COMPLETED)
    if task.done():
        task.result()
        return True
    task.cancel()
    await asyncio.wait([task])
    return False
