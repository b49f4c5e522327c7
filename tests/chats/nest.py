"""Processes of the bot that begin at once: a parent that has imported everything and forks one for each line it reads.

A kill -9 is the same for a process that was forked; only its start is a tenth as long, so that a test can afford many.
Run as a process: ``python -m tests.chats.nest``. A line is the JSON of the environment; the answers are
``born PID NUMBER`` and, from the child when it has begun, ``up PID``.
"""

import json
import os
import signal
import sys

from tests.chats import coach_process, echo_bot


def main() -> None:
    """Fork until there is nothing more to read; then nobody is there who could end what was born."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the dead
    for number, line in enumerate(sys.stdin):
        pid = os.fork()
        if pid == 0:
            bear(json.loads(line))
        say(f"born {pid} {number}")
    os.killpg(0, signal.SIGKILL)  # a group of our own: ``ordeal.nest`` sees to that


def bear(variables: dict[str, str]) -> None:
    """Be a bot until told to stop, and end: the whole coach where a clock is given."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.environ.update(variables)
    status = 1
    try:
        main_of = coach_process.main if "COACH_CLOCK" in variables else echo_bot.main
        main_of(lambda: say(f"up {os.getpid()}"))
        status = 0
    finally:
        os._exit(status)


def say(line: str) -> None:
    """One line, in one write, because several processes share the pipe."""
    os.write(1, f"{line}\n".encode())


if __name__ == "__main__":
    main()
