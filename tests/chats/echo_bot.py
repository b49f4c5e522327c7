"""A program of its own for the tests that kill it: keeps what it hears and says it again. Run as a process."""

import asyncio
import sys

from bot.cli.run import serve
from bot.clock import SystemClock
from bot.desk import Desk
from bot.incoming import Heard, Ordered
from bot.logs import set_up_logs
from bot.program import Program
from bot.routes import Routes
from bot.screens import Screen
from bot.settings import read_settings
from storage.athletes import register
from storage.sayings import keep_saying
from tests.chats.running import no_limits


def start(desk: Desk, order: Ordered) -> None:
    """Register."""
    desk.athlete = register(desk.session, order.sender.telegram_id, desk.chat_id, order.sender.name, "en", desk.now)
    desk.say(Screen(desk.words.write("Hello")))


def hear(desk: Desk, heard: Heard) -> None:
    """Keep the words and repeat them."""
    keep_saying(desk.session, desk.athlete_id, desk.chat_id, heard.message_id, heard.text, heard.reply_to, desk.now)
    desk.say(Screen(desk.words.write(f"heard {heard.text}")))


ECHO = Routes({"start": start}, hear=hear)


def main() -> None:
    """Run until told to stop."""
    settings = read_settings()
    set_up_logs(settings, sys.stderr)
    program = Program(settings, SystemClock(), ECHO, no_limits())
    asyncio.run(serve(program, lambda: sys.stdout.write("up\n") and sys.stdout.flush()))


if __name__ == "__main__":
    main()
