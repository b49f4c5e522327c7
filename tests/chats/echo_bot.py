"""A program of its own for the tests that kill it: keeps what it hears and says it again. Run as a process."""

import asyncio
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bot.cases import broadcast
from bot.cli.run import serve
from bot.clock import SystemClock
from bot.desk import Desk
from bot.incoming import Heard, Ordered
from bot.logs import set_up_logs
from bot.program import Program
from bot.routes import Routes
from bot.screens import Screen
from bot.settings import read_settings
from bot.slow import SlowCase
from bot.taps import Verb
from storage.athletes import register
from storage.logs import add_log
from storage.prompts import mark_said
from storage.rows import new_row
from storage.sayings import keep_saying
from storage.tables import Log, Prompt
from tests.chats.running import no_limits


def start(desk: Desk, order: Ordered) -> None:
    """Register."""
    desk.athlete = register(desk.session, order.sender.telegram_id, desk.chat_id, order.sender.name, "en", desk.now)
    desk.say(Screen(desk.words.write("Hello")))


def hear(desk: Desk, heard: Heard) -> None:
    """Keep the words, log them, and repeat them. Nothing in the log's table keeps a second line from being written.

    Over some words it takes for ever, inside the transaction, the first time; others end the process.
    """
    keep_saying(desk.session, desk.athlete_id, desk.chat_id, heard.message_id, heard.text, heard.reply_to, desk.now)
    line = new_row(Log, athlete_id=desk.athlete_id, date=desk.today, note=heard.text, created_at=desk.now)
    add_log(desk.session, line)
    if heard.text == "think it over":
        for_ever_at_first("thinking")
    if heard.text == "drop dead":
        os.kill(os.getpid(), signal.SIGKILL)
    desk.say(Screen(desk.words.write(f"heard {heard.text}")))


def look(desk: Desk) -> str:
    """Whom it is about."""
    return desk.owner.name


def make(name: str) -> str:
    """Take for ever, the first time."""
    for_ever_at_first("making")
    return f"made for {name}"


def say(desk: Desk, made: str | None) -> None:
    """Say what was made."""
    desk.say(Screen(desk.words.write(made or "nothing")))


def for_ever_at_first(doing: str) -> None:
    """Sleep, the first time; a file of this folder says that it has begun."""
    begun = Path(doing)
    if not begun.exists():
        begun.touch()
        time.sleep(60)


def prompt(desk: Desk, row: Prompt) -> None:
    """Say whose prompt it is, and of which day; one athlete's ends the process."""
    if desk.owner.name == "Mortimer":
        os.kill(os.getpid(), signal.SIGKILL)
    desk.say(Screen(desk.words.write(f"prompt {row.athlete_id} of {row.local_date}")))
    mark_said(desk.session, row)


def up() -> None:
    """Say that it has begun."""
    sys.stdout.write("up\n")
    sys.stdout.flush()


ECHO = Routes(
    {"start": start, "export": SlowCase(look, make, say)},
    hear=hear,
    prompt=prompt,
    orders={"broadcast": broadcast.broadcast},
    levers={Verb.BROADCAST: broadcast.broadcast_tapped},
)


def main(started: Callable[[], None] = up) -> None:
    """Run until told to stop."""
    settings = read_settings()
    set_up_logs(settings, sys.stderr)
    program = Program(settings, SystemClock(), ECHO, no_limits())
    asyncio.run(serve(program, started))


if __name__ == "__main__":
    main()
