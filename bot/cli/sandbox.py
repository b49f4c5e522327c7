"""``legwork sandbox``: the real bot, unchanged, against a stand-in for Telegram, with a chat page in the browser.

Each run begins afresh: the stand-in forgets its chats when it stops, so the database it talks to is made for the run
and goes with it. The settings about Telegram and the database do not apply.
"""

import argparse
import asyncio
import socket
from typing import TextIO

from bot.words import words_for
from coach.errors import ConfigurationError

LOCALHOST = "127.0.0.1"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The port of the chat page."""
    words = words_for(html=False)
    parser.add_argument("--port", type=a_port, default=None, metavar="N", help=words("machine.option.port"))


def a_port(text: str) -> int:
    """A port of this machine, 0 for any that is free.

    Raises:
        argparse.ArgumentTypeError: it is none.
    """
    if not (text.isascii() and text.isdigit() and int(text) < 65_536):
        raise argparse.ArgumentTypeError(f"{text} is no port from 0 to 65535")
    return int(text)


def run(arguments: argparse.Namespace, stdin: TextIO, stdout: TextIO, stderr: TextIO) -> int:
    """Run the sandbox until SIGTERM or SIGINT.

    Raises:
        ConfigurationError: a setting is malformed, or the port is taken.
    """
    del stdin
    port: int | None = getattr(arguments, "port", None)
    look_at(port or 0)
    # Only now: loading all that a bot is made of takes seconds, and a taken port should be said at once.
    from bot.cli.play import play
    from bot.logs import set_up_logs
    from bot.scratch import own_folder
    from bot.settings import read_settings

    settings = read_settings()
    set_up_logs(settings, stderr)
    with own_folder("sandbox") as folder:
        asyncio.run(play(settings, folder / "sandbox.db", port, stdout))
    return 0


def look_at(port: int) -> None:
    """See that a port is free; another program may still take it until the sandbox does.

    Raises:
        ConfigurationError: it is taken.
    """
    try:
        socket.create_server((LOCALHOST, port)).close()
    except OSError:
        raise ConfigurationError("--port", "port_taken", port=port) from None
